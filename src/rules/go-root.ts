import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { isInstalling } from '../policy/installing.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** Go ends where there is no tree at GOROOT (cmd/go, main.go). */
export const goRoot: Rule = {
  id: 'go-root',
  topic: 'environment',
  title: 'GOROOT is not set, or leads to the Go that runs',
  codes: ['GO.ENV'],
  judge(facts) {
    const { environment } = facts;
    const setting = environment.settings['GOROOT'];
    if (setting === undefined) return [];
    const row = environment.directories.find(({ name }) => name === 'GOROOT');
    if (row === undefined || row.kind === 'directory' || row.kind === 'unreadable') return [];
    const detail = {
      subject: 'GOROOT',
      evidence: { ...settingEvidence(setting), 'Go that runs': environment.pathGos[0]?.path },
      fixes: [unsetFix('GOROOT', setting)],
    };
    // An installation gives GOROOT the right value for what runs after it.
    const severity = isInstalling(facts) ? 'warning' : 'error';
    return [finding('GO.ENV', { ...detail, severity, message: 'There is no directory at GOROOT' })];
  },
};

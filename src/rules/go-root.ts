import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { isInstalling } from '../policy/installing.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** Go ends without its tree (cmd/go, main.go), and mixes two versions when GOROOT leads to another (actions/setup-go #107). */
export const goRoot: Rule = {
  id: 'go-root',
  topic: 'environment',
  title: 'GOROOT is not set, or leads to the Go that runs',
  codes: ['GO.ENV'],
  judge(facts) {
    const { environment, go } = facts;
    const setting = environment.settings['GOROOT'];
    if (setting === undefined) return [];
    const row = environment.directories.find(({ name }) => name === 'GOROOT');
    const detail = {
      subject: 'GOROOT',
      evidence: { ...settingEvidence(setting), 'Go that runs': go?.root ?? environment.pathGos[0]?.path },
      fixes: [unsetFix('GOROOT', setting)],
    };
    if (row !== undefined && row.kind !== 'directory' && row.kind !== 'unreadable') {
      // An installation gives GOROOT the right value for what runs after it.
      const severity = isInstalling(facts) ? 'warning' : 'error';
      return [finding('GO.ENV', { ...detail, severity, message: 'There is no directory at GOROOT' })];
    }
    if (go === undefined || isSame(go.root, setting.value)) return [];
    return [finding('GO.ENV', { ...detail, severity: 'warning', message: 'GOROOT leads to another Go' })];
  },
};

function isSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll('\\', '/').replace(/\/+$/u, '');
  return plain(a) === plain(b);
}

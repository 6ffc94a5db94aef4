import { finding } from '../domain/finding.ts';
import { compareGoLines } from '../domain/go-order.ts';
import { toolchainVersion } from '../domain/gomod.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { gotoolchain, switchesToolchain } from '../policy/chosen-go.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { isInstalling } from '../policy/installing.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/**
 * Go ends where there is no tree at GOROOT (cmd/go, main.go), and every compilation where there is that of another version: `compile:
 * version "go1.25.5" does not match go tool version "go1.26.8"`.
 */
export const goRoot: Rule = {
  id: 'go-root',
  topic: 'environment',
  title: 'GOROOT is not set, or leads to the Go that runs',
  codes: ['GO.ENV', 'GO.VERSION_MIX'],
  judge(facts) {
    const { environment } = facts;
    const setting = environment.settings['GOROOT'];
    if (setting === undefined) return [];
    const detail = {
      subject: 'GOROOT',
      evidence: { ...settingEvidence(setting), 'Go that runs': environment.pathGos[0]?.path },
      fixes: [unsetFix('GOROOT', setting)],
    };
    const row = environment.directories.find(({ name }) => name === 'GOROOT');
    if (row !== undefined && (row.kind === 'missing' || row.kind === 'file')) {
      // An installation gives GOROOT the right value for what runs after it.
      const severity = isInstalling(facts) ? 'warning' : 'error';
      return [finding('GO.ENV', { ...detail, severity, message: 'There is no directory at GOROOT' })];
    }
    const mixed = mixedVersions(facts);
    if (mixed === undefined) return [];
    const severity = isSwitched(facts, mixed.running) ? 'warning' : 'error';
    const evidence = { ...detail.evidence, 'its version': mixed.running, 'version at GOROOT': mixed.atGoroot };
    return [
      finding('GO.VERSION_MIX', { ...detail, severity, evidence, message: 'GOROOT leads to another Go than the one that runs' }),
    ];
  },
};

function mixedVersions(facts: ProjectFacts): { readonly running: string; readonly atGoroot: string } | undefined {
  const { pathGos, goRootVersion: atGoroot } = facts.environment;
  const running = pathGos[0]?.version;
  if (running === undefined || atGoroot === undefined || running === atGoroot || isInstalling(facts)) return undefined;
  return { running, atGoroot };
}

/** Whether go switches to another toolchain, whose GOROOT is its own (cmd/go, toolchain.Exec). */
function isSwitched({ request, environment, modules, work }: ProjectFacts, running: string): boolean {
  const setting = gotoolchain({ request, environment });
  const fixed = toolchainVersion(setting);
  if (fixed !== undefined && fixed !== running) return true;
  const files = [...modules.filter(({ isMain }) => isMain).map(({ mod }) => mod), ...(work === undefined ? [] : [work])];
  const wanted = files.flatMap(({ go, toolchain }) => [go?.text, toolchainVersion(toolchain?.text ?? '')]);
  return switchesToolchain(setting) && wanted.some(text => text !== undefined && compareGoLines(text, running) > 0);
}

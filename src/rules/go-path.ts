import { type Finding, type FindingDetail, finding } from '../domain/finding.ts';
import type { DirectoryFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence, settingValue } from '../policy/go-settings.ts';
import { setFix, unsetFix } from '../policy/setting-fixes.ts';

/** cmd/go ends when an entry of GOPATH is relative or begins with ~, and warns when it is GOROOT (cmd/go, main.go). */
export const goPath: Rule = {
  id: 'go-path',
  topic: 'environment',
  title: 'GOPATH names usable directories',
  codes: ['GO.ENV'],
  judge({ environment }) {
    const setting = environment.settings['GOPATH'];
    if (setting === undefined) return [];
    const root = settingValue(environment, 'GOROOT');
    const entries = environment.directories.filter(({ name }) => name === 'GOPATH');
    const report = (entry: DirectoryFacts, message: string, more: Partial<FindingDetail> = {}): Finding =>
      finding('GO.ENV', {
        subject: 'GOPATH',
        message,
        evidence: { ...settingEvidence(setting), entry: entry.value },
        fixes: [unsetFix('GOPATH', setting), setFix('GOPATH', '/absolute/path', setting)],
        ...more,
      });
    return entries.flatMap((entry): readonly Finding[] => {
      if (entry.value.startsWith('~')) return [report(entry, 'An entry of GOPATH begins with ~, which only a shell replaces')];
      if (!entry.isAbsolute) return [report(entry, 'An entry of GOPATH is relative')];
      if (entry.kind === 'file') return [report(entry, 'An entry of GOPATH is a file')];
      if (isBelow(entry.value, root)) return [report(entry, 'GOPATH lies in GOROOT, or is the same', { severity: 'warning' })];
      const outer = entries.find(other => other !== entry && other.isAbsolute && isBelow(entry.value, other.value));
      if (outer === undefined || entries.indexOf(outer) > entries.indexOf(entry)) return [];
      return [report(entry, 'An entry of GOPATH lies in another one', { severity: 'warning' })];
    });
  },
};

/** The same, or below. */
function isBelow(path: string, directory: string): boolean {
  const plain = (text: string): string => text.replace(/[\\/]+$/u, '');
  return directory !== '' && (plain(path) === plain(directory) || plain(path).startsWith(`${plain(directory)}/`));
}

import { type Finding, type FindingDetail, type Fix, finding } from '../domain/finding.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { correctedFlags, flagValue, type GoFlags, readGoFlags } from '../policy/go-flags.ts';
import { settingEvidence, settingValue } from '../policy/go-settings.ts';
import { setFix } from '../policy/setting-fixes.ts';

/** What -mod and -modfile in GOFLAGS do to this project (cmd/go, modload.setDefaultBuildMod and initWorkspace; measured with 1.26.8). */
export const modFlags: Rule = {
  id: 'mod-flags',
  topic: 'environment',
  title: '-mod and -modfile in GOFLAGS fit the project',
  codes: ['GO.FLAGS'],
  judge(facts) {
    const setting = facts.environment.settings['GOFLAGS'];
    if (setting === undefined) return [];
    const flags = readGoFlags(setting.value);
    const without = (wanted: string): Fix =>
      setFix(
        'GOFLAGS',
        correctedFlags(setting.value, ({ name }) => name === wanted),
        setting,
      );
    const report: Report = (wanted, message, more = {}) =>
      finding('GO.FLAGS', {
        subject: 'GOFLAGS',
        message,
        fixes: [without(wanted)],
        ...more,
        evidence: { ...settingEvidence(setting), ...more.evidence },
      });
    return [...judgeMod(facts, flags, report), ...judgeModfile(facts, flags, report)];
  },
};

/** `wanted` is the flag that the fix leaves out. */
type Report = (wanted: 'mod' | 'modfile', message: string, more?: Partial<FindingDetail>) => Finding;

function judgeMod(facts: ProjectFacts, flags: GoFlags, report: Report): readonly Finding[] {
  const values = flags.flags.flatMap(({ name, value }) => (name === 'mod' && value !== undefined ? [value] : []));
  const value = values.at(-1);
  if (value === undefined) return [];
  const found: Finding[] = [];
  if (new Set(values).size > 1) {
    found.push(report('mod', 'GOFLAGS has several -mod flags, of which the last one counts', { severity: 'warning' }));
  }
  if (!['', 'mod', 'readonly', 'vendor'].includes(value)) found.push(report('mod', '-mod must be mod, readonly or vendor'));
  if (value === 'mod' && facts.work !== undefined) {
    found.push(report('mod', '-mod=mod cannot be used with go.work'));
  } else if (value === 'mod' && facts.modules.length > 0) {
    const message = '-mod=mod lets every go command change go.mod and go.sum, so that what is missing there is not noticed';
    found.push(report('mod', message, { severity: 'warning' }));
  }
  const bare = facts.modules.find(({ isMain, mod, vendor }) => isMain && vendor === undefined && mod.requires.length > 0);
  if (value === 'vendor' && bare !== undefined && facts.work === undefined) {
    const fixes = [{ title: 'Make vendor and commit it', kind: 'command', text: 'go mod vendor', risk: 'none' } as const];
    found.push(
      report('mod', '-mod=vendor is set, but there is no vendor directory', { evidence: { module: bare.directory }, fixes }),
    );
  }
  return found;
}

function judgeModfile(facts: ProjectFacts, flags: GoFlags, report: Report): readonly Finding[] {
  const value = flagValue(flags, 'modfile');
  if (value === undefined || value === '') return [];
  if (!value.endsWith('.mod'))
    return [report('modfile', 'The file of -modfile must end in .mod', { evidence: { modfile: value } })];
  if (facts.work !== undefined && settingValue(facts.environment, 'GOWORK') !== 'off') {
    return [report('modfile', '-modfile cannot be used with go.work', { evidence: { modfile: value } })];
  }
  const file = facts.environment.files.find(({ name }) => name === '-modfile');
  if (file?.problem !== 'unreadable') return [];
  // A relative one is looked for where each go command runs.
  const severity = value.startsWith('/') ? 'error' : 'warning';
  return [report('modfile', 'The file of -modfile is missing', { severity, evidence: { modfile: value } })];
}

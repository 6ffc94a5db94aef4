import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { compareGoLines } from '../domain/go-order.ts';
import { toolchainVersion } from '../domain/gomod.ts';
import type { Directive, ProjectFacts, SyntaxProblem } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode } from '../policy/build-mode.ts';
import { chosenGo, gotoolchain, isOlderThan, switchesToolchain } from '../policy/chosen-go.ts';
import { blocking, moduleName } from '../policy/project-findings.ts';

interface Lines {
  readonly subject: string;
  readonly file: string;
  readonly go: Directive | undefined;
  readonly toolchain: Directive | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Of a line that go cannot read. */
  readonly severity: Severity;
  /** Of a toolchain line below the go line: `updates to go.mod needed` where go may not change it, and no harm in go.work. */
  readonly olderSeverity: Severity;
}

/** Since this version a go line asks for a toolchain of at least itself (gover.GoStrictVersion). */
const STRICT_SINCE = '1.21';

/** G22 of the fault catalogue, and a toolchain line that has no effect. */
export const toolchainLine: Rule = {
  id: 'toolchain-line',
  topic: 'version',
  title: 'Every toolchain line names a Go that can be followed',
  codes: ['GO.TOOLCHAIN_CONFIG'],
  judge: facts => linesOf(facts).flatMap(lines => [...unreadable(lines), ...judgeLine(facts, lines)]),
};

function linesOf(facts: ProjectFacts): readonly Lines[] {
  const { modules, work } = facts;
  const ofModules = modules.map(module => {
    const isHarmless = work !== undefined || buildMode(facts, module) === 'mod';
    const severity = blocking(module);
    return { ...module.mod, subject: moduleName(module), severity, olderSeverity: isHarmless ? ('warning' as const) : severity };
  });
  return work === undefined
    ? ofModules
    : [{ ...work, subject: work.file, severity: 'error', olderSeverity: 'warning' }, ...ofModules];
}

function unreadable({ subject, file, problems, severity }: Lines): readonly Finding[] {
  return problems
    .filter(({ kind }) => kind === 'toolchain')
    .map(({ line, text, reason }) => {
      const version = /\d+\.\d+(?:\.\d+)?(?:rc\d+|beta\d+)?/u.exec(text)?.[0];
      const fixes =
        version === undefined ? [] : [{ title: 'Write', kind: 'edit', text: `toolchain go${version}`, risk: 'none' } as const];
      return finding('GO.TOOLCHAIN_CONFIG', {
        subject,
        severity,
        evidence: { line: text, reason },
        fixes,
        location: { file, line },
      });
    });
}

function judgeLine(facts: ProjectFacts, lines: Lines): readonly Finding[] {
  const { subject, file, go, toolchain, olderSeverity } = lines;
  if (toolchain === undefined || toolchain.text === 'default') return [];
  const setting = gotoolchain(facts);
  const evidence = { 'toolchain line': toolchain.text, 'go line': go?.text, GOTOOLCHAIN: setting };
  const about = { subject, evidence, location: { file, line: toolchain.line } };
  const version = toolchainVersion(toolchain.text);
  if (version === undefined) {
    return [
      finding('GO.TOOLCHAIN_CONFIG', { ...about, severity: 'warning', message: 'The toolchain line names no released Go' }),
    ];
  }
  if (go !== undefined && compareGoLines(go.text, STRICT_SINCE) >= 0 && compareGoLines(version, go.text) < 0) {
    const message = 'The toolchain line is older than the go line';
    const fixes = [
      { title: 'Remove the toolchain line', kind: 'command', text: 'go mod edit -toolchain=none', risk: 'none' },
    ] as const;
    return [finding('GO.TOOLCHAIN_CONFIG', { ...about, severity: olderSeverity, message, fixes })];
  }
  const chosen = chosenGo(facts);
  if (chosen === undefined || switchesToolchain(setting) || !isOlderThan(chosen, version)) return [];
  const message = `The toolchain line has no effect: ${chosen.reason}, and GOTOOLCHAIN does not let go switch`;
  return [finding('GO.TOOLCHAIN_CONFIG', { ...about, severity: 'info', message })];
}

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
  /** Whether a line that go would drop stops a build: not in a workspace, and not where go may change go.mod. */
  readonly mustStay: boolean;
}

/** The first version that knows toolchain lines, and that takes a go line for a minimum (gover.GoStrictVersion). */
const STRICT_SINCE = '1.21';

/** Fault G22, and a toolchain line that has no effect. */
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
    const mustStay = work === undefined && buildMode(facts, module) !== 'mod';
    return { ...module.mod, subject: moduleName(module), severity: blocking(module), mustStay };
  });
  return work === undefined ? ofModules : [{ ...work, subject: work.file, severity: 'error', mustStay: false }, ...ofModules];
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
  const { subject, file, go, toolchain } = lines;
  if (toolchain === undefined) return [];
  const setting = gotoolchain(facts);
  const evidence = { 'toolchain line': toolchain.text, 'go line': go?.text, GOTOOLCHAIN: setting };
  const about = { subject, evidence, location: { file, line: toolchain.line } };
  const useless = whyUseless(lines, toolchain.text);
  if (useless !== undefined) {
    const fixes = [
      { title: 'Remove the toolchain line', kind: 'command', text: 'go mod edit -toolchain=none', risk: 'none' },
    ] as const;
    return [finding('GO.TOOLCHAIN_CONFIG', { ...about, ...useless, fixes })];
  }
  if (toolchain.text === 'default') return [];
  const version = toolchainVersion(toolchain.text);
  if (version === undefined) {
    return [
      finding('GO.TOOLCHAIN_CONFIG', { ...about, severity: 'warning', message: 'The toolchain line names no released Go' }),
    ];
  }
  const chosen = chosenGo(facts);
  if (chosen === undefined || switchesToolchain(setting) || !isOlderThan(chosen, version)) return [];
  const message = `The toolchain line has no effect: ${chosen.reason}, and GOTOOLCHAIN does not let go switch`;
  return [finding('GO.TOOLCHAIN_CONFIG', { ...about, severity: 'info', message })];
}

/**
 * Go drops a line that says what the go line says, or names no Go of 1.21 or later, `default` too: a build that may not change go.mod
 * stops with `updates to go.mod needed` (modload.UpdateGoModFromReqs). Any other line below the go line stops only commands that load
 * all of the module graph, such as `go list -m all` (both measured with Go 1.26).
 */
function whyUseless(
  { go, severity, mustStay }: Lines,
  text: string,
): { readonly severity: Severity; readonly message: string } | undefined {
  const version = toolchainVersion(text);
  const isDropped = text === 'default' || text === `go${go?.text}`;
  if (isDropped)
    return mustStay ? { severity, message: 'Go would drop the toolchain line: it adds nothing to the go line' } : undefined;
  if (version === undefined) return undefined;
  if (compareGoLines(version, STRICT_SINCE) < 0 && mustStay) {
    return { severity, message: `No Go before ${STRICT_SINCE} can be named by a toolchain line` };
  }
  const isOlder = go !== undefined && compareGoLines(go.text, STRICT_SINCE) >= 0 && compareGoLines(version, go.text) < 0;
  return isOlder ? { severity: 'warning', message: 'The toolchain line is older than the go line' } : undefined;
}

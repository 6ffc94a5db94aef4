import { type Finding, finding } from '../domain/finding.ts';
import { compareGoLines, DEFAULT_GO_MOD_LINE } from '../domain/go-order.ts';
import type { GoSumFacts, ModuleFacts, Requirement } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, isInWorkspace } from '../policy/build-mode.ts';
import { blocking, commandIn, firstOf, isReadable, moduleName } from '../policy/project-findings.ts';
import { findReplacement, nameOfVersion } from '../policy/replacements.ts';

/** Since this go line a build reads the go.mod only of what it needs (graph pruning, go.dev/ref/mod#graph-pruning). */
const PRUNED_SINCE = '1.17';

/**
 * Fault G17: `missing go.sum entry for go.mod file`. Only lines that go surely wants are demanded: the `/go.mod` line of
 * a requirement, or of its replacement, not of a directory. The `h1` line of the zip is wanted only where a package is imported: that is
 * likely for a direct requirement, and a warning, and not known of others. Of an indirect requirement the `/go.mod` line is wanted by
 * commands that load all of the module graph (`go list -m all`), and by a build only where a package of it is imported: that is a
 * warning. In a workspace and with -mod=mod nothing is demanded (modload.mustHaveSums), and of vendored modules nothing is read.
 */
export const sumComplete: Rule = {
  id: 'sum-complete',
  topic: 'checksum',
  title: 'go.sum names every required module',
  codes: ['GO.GOSUM_MISSING'],
  judge: facts =>
    facts.modules
      .filter(module => isReadable(module) && !isInWorkspace(facts, module) && buildMode(facts, module) === 'readonly')
      .flatMap(judgeModule),
};

interface Missing {
  readonly requirement: Requirement;
  /** `path@version`, after replacement. */
  readonly name: string;
}

function judgeModule(module: ModuleFacts): readonly Finding[] {
  const { sum } = module;
  // A go.sum that cannot be read is another rule's affair.
  if (sum?.problem !== undefined || (sum?.problems.length ?? 0) > 0) return [];
  const missing = missingIn(module, { isGoMod: true });
  const isPruned = compareGoLines(module.mod.go?.text ?? DEFAULT_GO_MOD_LINE, PRUNED_SINCE) >= 0;
  const wanted = missing.filter(({ requirement }) => !isPruned || !requirement.indirect);
  const likely = missing.filter(({ requirement }) => isPruned && requirement.indirect);
  // Without any go.sum even an indirect requirement is no slip of one line.
  if (sum === undefined && missing.length > 0) return [report(module, { missing, isLikely: wanted.length === 0 })];
  return [
    ...(wanted.length === 0 ? [] : [report(module, { missing: wanted, isLikely: false })]),
    ...(likely.length === 0 ? [] : [report(module, { missing: likely, isLikely: true })]),
    ...withoutContents(module, missing),
  ];
}

/** Nobody requires directly what nothing imports, but for a platform or a tag that is never built. */
function withoutContents(module: ModuleFacts, told: readonly Missing[]): readonly Finding[] {
  const known = new Set(told.map(({ name }) => name));
  const missing = missingIn(module, { isGoMod: false }).filter(
    ({ requirement, name }) => !requirement.indirect && !known.has(name),
  );
  if (missing.length === 0) return [];
  const message = 'go.sum has no line for the contents of a module that is required directly';
  return [{ ...report(module, { missing, isLikely: true }), message }];
}

function missingIn({ mod, sum }: ModuleFacts, { isGoMod }: { readonly isGoMod: boolean }): readonly Missing[] {
  const known = new Set((sum?.lines ?? []).filter(line => line.isGoMod === isGoMod).map(nameOfVersion));
  const excluded = new Set(mod.excludes.map(nameOfVersion));
  const replacementOf = findReplacement(mod.replaces);
  return mod.requires.flatMap(requirement => {
    if (excluded.has(nameOfVersion(requirement))) return [];
    const replacement = replacementOf(requirement);
    if (replacement !== undefined && replacement.newVersion === undefined) return [];
    const name = replacement === undefined ? nameOfVersion(requirement) : `${replacement.newPath}@${replacement.newVersion}`;
    return known.has(name) ? [] : [{ requirement, name }];
  });
}

/** Nobody sees it in the file. */
function markEvidence(sum: GoSumFacts | undefined): Readonly<Record<string, string>> {
  const [first] = sum?.lines ?? [];
  if (sum === undefined || first?.path.startsWith('\ufeff') !== true) return {};
  return { [`${sum.file}:${first.line}`]: 'begins with a byte order mark, which belongs to the path for go' };
}

function report(
  module: ModuleFacts,
  { missing, isLikely }: { readonly missing: readonly Missing[]; readonly isLikely: boolean },
): Finding {
  const { mod, sum } = module;
  const [first] = missing;
  return finding('GO.GOSUM_MISSING', {
    subject: moduleName(module),
    severity: isLikely ? 'warning' : blocking(module),
    confidence: isLikely ? 'likely' : 'certain',
    ...(sum === undefined ? { message: 'There is no go.sum, and modules are required' } : {}),
    evidence: { 'without a line': firstOf(missing.map(({ name }) => name)), count: missing.length, ...markEvidence(sum) },
    fixes: [commandIn(module.directory, 'go mod tidy')],
    location: { file: mod.file, ...(first === undefined ? {} : { line: first.requirement.line }) },
  });
}

import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ModuleFacts, ProjectFacts, Replacement, Requirement } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode } from '../policy/build-mode.ts';
import { blocking, isReadable, moduleName, shellWord } from '../policy/project-findings.ts';
import { replacementOf } from '../policy/replacements.ts';

/**
 * Replacements by a directory that is not there, or that holds no module. Go reads one only when it needs the module: an error where
 * the requirement is direct, a warning where it is indirect, and otherwise only something to know (measured with Go 1.26). A vendored
 * module is not read at all, and neither is one that go.work uses itself.
 */
export const replacedDirectories: Rule = {
  id: 'replaced-directories',
  topic: 'module',
  title: 'Every directory that replaces a module holds one',
  codes: ['GO.REPLACE_MISSING'],
  judge: facts => [
    ...facts.modules.flatMap(module => (isReadable(module) ? judgeModule(facts, module) : [])),
    ...judgeWork(facts),
  ],
};

function judgeModule(facts: ProjectFacts, module: ModuleFacts): readonly Finding[] {
  if (buildMode(facts, module) === 'vendor') return [];
  const { replaces, requires, file } = module.mod;
  const effective = module.isMain ? [...(facts.work?.replaces ?? []), ...replaces] : replaces;
  return replaces.filter(isBroken).flatMap(replacement => {
    const severity = worst(
      requires.filter(each => replacementOf(effective, each) === replacement),
      blocking(module),
    );
    return isUsedItself(facts, replacement) ? [] : [broken(replacement, { file, severity, subject: moduleName(module) })];
  });
}

function judgeWork(facts: ProjectFacts): readonly Finding[] {
  const { work } = facts;
  const [first] = facts.modules.filter(({ isMain }) => isMain);
  if (work === undefined || first === undefined || buildMode(facts, first) === 'vendor') return [];
  const requires = facts.modules.flatMap(({ isMain, mod }) => (isMain ? mod.requires : []));
  return work.replaces.filter(isBroken).flatMap(replacement => {
    const severity = worst(
      requires.filter(each => replacementOf(work.replaces, each) === replacement),
      'error',
    );
    return isUsedItself(facts, replacement) ? [] : [broken(replacement, { file: work.file, severity, subject: work.file })];
  });
}

function isBroken({ target }: Replacement): boolean {
  return target === 'missing' || target === 'no-go-mod';
}

function worst(requires: readonly Requirement[], severity: Severity): Severity {
  if (requires.length === 0) return 'info';
  return requires.some(({ indirect }) => !indirect) ? severity : 'warning';
}

function isUsedItself({ work, modules }: ProjectFacts, { path }: Replacement): boolean {
  return work !== undefined && modules.some(({ isMain, mod }) => isMain && mod.module?.text === path);
}

function broken(
  { path, version, newPath, target, line }: Replacement,
  about: { readonly file: string; readonly severity: Severity; readonly subject: string },
): Finding {
  const { file, severity, subject } = about;
  const old = version === undefined ? path : `${path}@${version}`;
  const drop = `go ${file.endsWith('go.work') ? 'work' : 'mod'} edit -dropreplace=${shellWord(old)}`;
  return finding('GO.REPLACE_MISSING', {
    subject,
    severity,
    evidence: {
      module: old,
      directory: newPath,
      reason: target === 'missing' ? 'there is no such directory' : 'it has no go.mod',
    },
    fixes: [{ title: 'Use the published module, if that is meant', kind: 'command', text: drop, risk: 'low' }],
    location: { file, line },
  });
}

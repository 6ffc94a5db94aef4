import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts, Replacement } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { joinSlashes } from '../domain/slash-path.ts';
import { isInWorkspace } from '../policy/build-mode.ts';
import { blocking, moduleName } from '../policy/project-findings.ts';
import { nameOfVersion } from '../policy/replacements.ts';

interface Placed {
  readonly replacement: Replacement;
  readonly file: string;
  /** As written, or from the workspace where the lines of several files are compared. */
  readonly target: string;
}

/** Lines that go compares with each other. */
interface ReplaceGroup {
  readonly subject: string;
  readonly severity: Severity;
  readonly lines: readonly Placed[];
}

/**
 * `conflicting replacements for example.com/a` (modload.toReplaceMap and makeMainModules): in one file, and among the modules of a
 * workspace, unless go.work replaces the path itself. A module of the workspace may not be replaced by go.work at every version.
 */
export const replacementsAgree: Rule = {
  id: 'replacements-agree',
  topic: 'module',
  title: 'No module is replaced in two ways',
  codes: ['GO.REPLACE_CONFLICT'],
  judge: facts => [...groupsOf(facts).flatMap(conflictsIn), ...replacedBySelf(facts)],
};

function groupsOf(facts: ProjectFacts): readonly ReplaceGroup[] {
  const { modules, work } = facts;
  const own = modules.map(module => {
    const { file, replaces } = module.mod;
    return { subject: moduleName(module), severity: blocking(module), lines: placed(file, replaces) };
  });
  if (work === undefined) return own;
  const chosen = new Set(work.replaces.map(({ path }) => path));
  const together = modules
    .filter(module => isInWorkspace(facts, module))
    .flatMap(({ mod, directory }) => {
      // Within one file it has been told already.
      const first = new Map(mod.replaces.map(each => [nameOfVersion(each), each]));
      return placed(
        mod.file,
        [...first.values()].filter(({ path }) => !chosen.has(path)),
        directory,
      );
    });
  const ofWork = { subject: work.file, severity: 'error' as const };
  return [...own, { ...ofWork, lines: placed(work.file, work.replaces) }, { ...ofWork, lines: together }];
}

function placed(file: string, replaces: readonly Replacement[], directory?: string): readonly Placed[] {
  return replaces.map(replacement => {
    const { newPath, newVersion } = replacement;
    const isDirectory = newVersion === undefined && directory !== undefined;
    return {
      replacement,
      file,
      target: isDirectory ? joinSlashes(directory, newPath) : nameOfVersion({ path: newPath, version: newVersion }),
    };
  });
}

function conflictsIn({ subject, severity, lines }: ReplaceGroup): readonly Finding[] {
  const first = new Map<string, Placed>();
  return lines.flatMap(line => {
    const { replacement, file, target } = line;
    const module = nameOfVersion(replacement);
    const earlier = first.get(module);
    if (earlier === undefined) first.set(module, line);
    if (earlier === undefined || earlier.target === target) return [];
    return [
      finding('GO.REPLACE_CONFLICT', {
        subject,
        severity,
        evidence: {
          module,
          [`${earlier.file}:${earlier.replacement.line}`]: earlier.target,
          [`${file}:${replacement.line}`]: target,
        },
        location: { file, line: replacement.line },
      }),
    ];
  });
}

function replacedBySelf({ modules, work }: ProjectFacts): readonly Finding[] {
  const used = new Set(modules.flatMap(({ isMain, mod }) => (isMain && mod.module !== undefined ? [mod.module.text] : [])));
  return (work?.replaces ?? [])
    .filter(({ path, version }) => version === undefined && used.has(path))
    .map(({ path, newPath, line }) =>
      finding('GO.REPLACE_CONFLICT', {
        subject: path,
        message: 'go.work uses a module, and replaces it too',
        evidence: { module: path, replacement: newPath },
        location: { file: work?.file ?? 'go.work', line },
      }),
    );
}

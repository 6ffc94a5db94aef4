import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, type FindingDetail, finding } from '../domain/finding.ts';
import type { ModuleFacts, ProjectFacts, Replacement } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { joinSlashes } from '../domain/slash-path.ts';
import { buildMode, isInWorkspace } from '../policy/build-mode.ts';
import { blocking, isReadable, moduleName } from '../policy/project-findings.ts';
import { findReplacement, nameOfVersion } from '../policy/replacements.ts';

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
 * workspace, unless go.work replaces the path itself. A module of the workspace may not be replaced by go.work at every version. Outside
 * of workspaces no two requirements may come to the same, as it is written: `used for two different module paths` (checkMultiplePaths).
 */
export const replacementsAgree: Rule = {
  id: 'replacements-agree',
  topic: 'module',
  title: 'No module is replaced in two ways',
  codes: ['GO.REPLACE_CONFLICT'],
  judge: facts => [...groupsOf(facts).flatMap(conflictsIn), ...replacedBySelf(facts), ...sharedTargets(facts)],
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

function sharedTargets(facts: ProjectFacts): readonly Finding[] {
  return facts.modules
    .filter(module => isReadable(module) && !isInWorkspace(facts, module))
    .flatMap(module => {
      const severity = buildMode(facts, module) === 'mod' ? 'warning' : blocking(module);
      return sharedIn(module).map(detail => finding('GO.REPLACE_CONFLICT', { subject: moduleName(module), severity, ...detail }));
    });
}

function sharedIn({ mod }: ModuleFacts): readonly Omit<FindingDetail, 'subject'>[] {
  const replacementOf = findReplacement(mod.replaces);
  const excluded = new Set(mod.excludes.map(nameOfVersion));
  const required = mod.requires
    .filter(each => !excluded.has(nameOfVersion(each)))
    .map(requirement => ({ requirement, replacement: replacementOf(requirement) }));
  const taken = new Map<string, string>();
  // What stands for itself comes first, so that the replace line is told.
  return required
    .sort((a, b) => Number(a.replacement !== undefined) - Number(b.replacement !== undefined))
    .flatMap(({ requirement: { path, version, line }, replacement }) => {
      const { newPath, newVersion } = replacement ?? { newPath: path, newVersion: version };
      const target = nameOfVersion({ path: newPath, version: newVersion });
      const earlier = taken.get(target) ?? path;
      taken.set(target, earlier);
      if (earlier === path) return [];
      const message = 'Two required modules would come from the same place';
      const evidence = { place: target, first: earlier, second: path };
      return [{ message, evidence, location: { file: mod.file, line: replacement?.line ?? line } }];
    });
}

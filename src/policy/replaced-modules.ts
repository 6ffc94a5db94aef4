import type { ModuleFacts, ProjectFacts, Requirement } from '../domain/project-facts.ts';
import { joinSlashes } from '../domain/slash-path.ts';
import { buildMode, isInWorkspace } from './build-mode.ts';
import { isReadable } from './project-findings.ts';
import { findReplacement } from './replacements.ts';

/** A module that is taken from a directory of the project, and the line that requires it. */
export interface ReplacedModule {
  readonly requirement: Requirement;
  readonly module: ModuleFacts;
}

/**
 * The modules that another one requires and replaces by directories which were looked at: go reads their go.mod as part of its own.
 * None of a vendored module, and none of a workspace, where other rules hold.
 */
export function replacedModules(facts: ProjectFacts, module: ModuleFacts): readonly ReplacedModule[] {
  if (!isReadable(module) || isInWorkspace(facts, module) || buildMode(facts, module) === 'vendor') return [];
  const known = new Map(facts.modules.map(each => [each.directory, each]));
  const replacementOf = findReplacement(module.mod.replaces);
  return module.mod.requires.flatMap(requirement => {
    const replacement = replacementOf(requirement);
    if (replacement === undefined || replacement.newVersion !== undefined) return [];
    const found = known.get(joinSlashes(module.directory, replacement.newPath));
    return found === undefined || found === module ? [] : [{ requirement, module: found }];
  });
}

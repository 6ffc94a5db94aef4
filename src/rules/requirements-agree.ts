import { type Finding, finding } from '../domain/finding.ts';
import type { ModuleFacts, ProjectFacts, Requirement } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, isInWorkspace } from '../policy/build-mode.ts';
import { blocking, commandIn, isReadable, moduleName } from '../policy/project-findings.ts';
import { nameOfVersion } from '../policy/replacements.ts';

/**
 * One module required at two versions, or at one that is excluded: `updates to go.mod needed` (measured with Go 1.26). The same line
 * twice does no harm, and in a workspace none of it does.
 */
export const requirementsAgree: Rule = {
  id: 'requirements-agree',
  topic: 'module',
  title: 'No requirement of a module contradicts another line',
  codes: ['GO.MOD_OUTDATED'],
  judge: facts =>
    facts.modules
      .filter(module => isReadable(module) && !isInWorkspace(facts, module))
      .flatMap(module => [...twice(facts, module), ...excluded(facts, module)]),
};

function twice(facts: ProjectFacts, module: ModuleFacts): readonly Finding[] {
  const first = new Map<string, Requirement>();
  return module.mod.requires.flatMap(requirement => {
    const earlier = first.get(requirement.path);
    if (earlier === undefined) first.set(requirement.path, requirement);
    if (earlier === undefined || earlier.version === requirement.version) return [];
    const evidence = {
      module: requirement.path,
      [`line ${earlier.line}`]: earlier.version,
      [`line ${requirement.line}`]: requirement.version,
    };
    return [outdated(facts, module, { evidence, line: requirement.line, message: 'A module is required at two versions' })];
  });
}

function excluded(facts: ProjectFacts, module: ModuleFacts): readonly Finding[] {
  const { excludes, requires } = module.mod;
  const lines = new Map(requires.map(each => [nameOfVersion(each), each]));
  return excludes.flatMap(({ path, version, line }) => {
    const required = lines.get(nameOfVersion({ path, version }));
    if (required === undefined) return [];
    const evidence = { module: `${path}@${version}`, 'required in line': required.line, 'excluded in line': line };
    return [outdated(facts, module, { evidence, line, message: 'A version is both required and excluded' })];
  });
}

function outdated(
  facts: ProjectFacts,
  module: ModuleFacts,
  what: { readonly evidence: Readonly<Record<string, string | number>>; readonly line: number; readonly message: string },
): Finding {
  const { line, ...detail } = what;
  return finding('GO.MOD_OUTDATED', {
    ...detail,
    subject: moduleName(module),
    severity: buildMode(facts, module) === 'mod' ? 'warning' : blocking(module),
    fixes: [commandIn(module.directory, 'go mod tidy')],
    location: { file: module.mod.file, line },
  });
}

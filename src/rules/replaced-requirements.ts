import { type Finding, finding } from '../domain/finding.ts';
import { compareGoLines, DEFAULT_GO_MOD_LINE } from '../domain/go-order.ts';
import { compareModuleVersions } from '../domain/module-version.ts';
import type { ModuleFacts, ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode } from '../policy/build-mode.ts';
import { blocking, commandIn, moduleName } from '../policy/project-findings.ts';
import { type ReplacedModule, replacedModules } from '../policy/replaced-modules.ts';
import { nameOfVersion } from '../policy/replacements.ts';

/**
 * A module of the same repository asks for more than the one that takes it from a directory: `updates to go.mod needed`. That is a newer
 * go line, or a newer version of what both require. Of a direct requirement it stops every build (measured with Go 1.26); of an indirect
 * one only where a package of it is imported.
 */
export const replacedRequirements: Rule = {
  id: 'replaced-requirements',
  topic: 'module',
  title: 'No replaced module asks for more than the module that uses it',
  codes: ['GO.MOD_OUTDATED'],
  judge: facts =>
    facts.modules.flatMap(module =>
      replacedModules(facts, module).flatMap(replaced => [
        ...newerGo(facts, module, replaced),
        ...newerRequirements(facts, module, replaced),
      ]),
    ),
};

function newerGo(facts: ProjectFacts, module: ModuleFacts, replaced: ReplacedModule): readonly Finding[] {
  const { go } = module.mod;
  const other = replaced.module.mod;
  const own = go?.text ?? DEFAULT_GO_MOD_LINE;
  if (other.go === undefined || compareGoLines(other.go.text, own) <= 0) return [];
  const message = `${other.file} requires go >= ${other.go.text}, and ${module.mod.file} says go ${own}`;
  const evidence = { module: replaced.requirement.path, 'its go line': other.go.text, 'own go line': own };
  return [outdated(facts, module, { replaced, message, evidence, line: go?.line ?? replaced.requirement.line })];
}

function newerRequirements(facts: ProjectFacts, module: ModuleFacts, replaced: ReplacedModule): readonly Finding[] {
  const { requires, excludes, file } = module.mod;
  const other = replaced.module.mod;
  const own = new Map(requires.map(each => [each.path, each]));
  const excluded = new Set(excludes.map(nameOfVersion));
  return other.requires.flatMap(({ path, version }) => {
    const listed = own.get(path);
    if (listed === undefined || compareModuleVersions(version, listed.version) <= 0) return [];
    if (excluded.has(nameOfVersion({ path, version }))) return [];
    const message = `${other.file} requires ${path} ${version}, and ${file} lists ${listed.version}`;
    const evidence = { module: path, [other.file]: version, [file]: listed.version };
    return [outdated(facts, module, { replaced, message, evidence, line: listed.line })];
  });
}

function outdated(
  facts: ProjectFacts,
  module: ModuleFacts,
  what: {
    readonly replaced: ReplacedModule;
    readonly message: string;
    readonly evidence: Readonly<Record<string, string>>;
    readonly line: number;
  },
): Finding {
  const { replaced, message, evidence, line } = what;
  const isSure = !replaced.requirement.indirect;
  return finding('GO.MOD_OUTDATED', {
    subject: moduleName(module),
    severity: isSure && buildMode(facts, module) !== 'mod' ? blocking(module) : 'warning',
    confidence: isSure ? 'certain' : 'likely',
    message,
    evidence,
    fixes: [commandIn(module.directory, 'go mod tidy')],
    location: { file: module.mod.file, line },
  });
}

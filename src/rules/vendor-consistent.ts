import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode } from '../policy/build-mode.ts';
import { blocking, commandIn, FILE_PROBLEMS, isReadable, moduleName } from '../policy/project-findings.ts';
import { type VendorDifference, type VendoredBuild, vendorDifferences } from '../policy/vendor-check.ts';

/** More are counted only. */
const MOST_NAMED = 8;

/** Fault G27: `inconsistent vendoring`. Judged only where go builds from the vendor directory. */
export const vendorConsistent: Rule = {
  id: 'vendor-consistent',
  topic: 'vendor',
  title: 'The vendor directory belongs to go.mod',
  codes: ['GO.VENDOR'],
  judge: facts => buildsOf(facts).flatMap(judgeBuild),
};

interface JudgedBuild extends VendoredBuild {
  readonly subject: string;
  readonly directory: string;
  readonly severity: Severity;
  readonly command: string;
}

function buildsOf(facts: ProjectFacts): readonly JudgedBuild[] {
  const { modules, work } = facts;
  const vendored = modules.filter(module => isReadable(module) && buildMode(facts, module) === 'vendor');
  const isTogether = (isMain: boolean): boolean => work !== undefined && isMain;
  const builds = vendored.flatMap(module => {
    const { vendor, directory, isMain } = module;
    if (vendor === undefined || isTogether(isMain)) return [];
    const own = { subject: moduleName(module), directory, severity: blocking(module), command: 'go mod vendor' };
    return [{ ...own, vendor, modules: [module], work: undefined }];
  });
  const together = vendored.filter(({ isMain }) => isTogether(isMain));
  // Where a module of the workspace is missing, go does not get as far as here.
  const isWhole = together.length > 0 && together.length === work?.uses.length;
  if (work?.vendor === undefined || !isWhole) return builds;
  const own = { subject: work.file, directory: work.directory, severity: 'error', command: 'go work vendor' } as const;
  return [...builds, { ...own, vendor: work.vendor, modules: together, work }];
}

function judgeBuild(build: JudgedBuild): readonly Finding[] {
  const { subject, severity, vendor, directory, command } = build;
  const fixes = [commandIn(directory, command)];
  if (vendor.problem !== undefined) {
    const evidence = { reason: FILE_PROBLEMS[vendor.problem], bytes: vendor.sizeBytes };
    return [finding('GO.VENDOR', { subject, severity, evidence, fixes, location: { file: vendor.file } })];
  }
  const differences = vendorDifferences(build);
  const [first] = differences;
  if (first === undefined) return [];
  const location = { file: first.file, line: first.line };
  return [finding('GO.VENDOR', { subject, severity, evidence: evidenceOf(differences), fixes, location })];
}

function evidenceOf(differences: readonly VendorDifference[]): Readonly<Record<string, string | number>> {
  const named = differences.slice(0, MOST_NAMED).map(({ module, what }) => [module, what] as const);
  return { ...Object.fromEntries(named), differences: differences.length };
}

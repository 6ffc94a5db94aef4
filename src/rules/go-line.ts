import type { Severity } from '../domain/catalogue-entry.ts';
import { type Finding, type Fix, finding } from '../domain/finding.ts';
import { compareGoLines } from '../domain/go-order.ts';
import type { Directive, ModuleFacts, ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, isInWorkspace } from '../policy/build-mode.ts';
import { type ChosenGo, chosenGo, gotoolchain, isOlderThan, switchesToolchain } from '../policy/chosen-go.ts';
import { blocking, moduleName } from '../policy/project-findings.ts';
import { replacedModules } from '../policy/replaced-modules.ts';

interface Asking {
  readonly subject: string;
  readonly file: string;
  readonly go: Directive;
  readonly severity: Severity;
  /** Whether the line is the project's own, and may ask for less. */
  readonly isOwn: boolean;
}

/**
 * Fault G19: `go.mod requires go >= 1.27 (running go 1.26.8; GOTOOLCHAIN=local)`. Where GOTOOLCHAIN lets go switch, it
 * downloads another Go in every job, and that is only a warning. An alias or a range is not judged before it is resolved.
 */
export const goLine: Rule = {
  id: 'go-line',
  topic: 'version',
  title: 'The chosen Go is new enough for every go line',
  codes: ['GO.TOOLCHAIN_LOCAL'],
  judge: facts => {
    const chosen = chosenGo(facts);
    if (chosen === undefined) return [];
    return askingIn(facts)
      .filter(({ go }) => isOlderThan(chosen, go.text))
      .map(asking => tooOld(facts, chosen, asking));
  },
};

function askingIn(facts: ProjectFacts): readonly Asking[] {
  const { modules, work } = facts;
  const main = modules.filter(({ isMain }) => isMain);
  const read = new Set(
    main
      .flatMap(module => replacedModules(facts, module))
      .filter(({ requirement }) => !requirement.indirect)
      .map(({ module }) => module),
  );
  const asking: Asking[] = modules.flatMap(module => {
    const { go, file } = module.mod;
    const about = { subject: moduleName(module), severity: read.has(module) ? 'error' : blocking(module) };
    return [...(go === undefined ? [] : [{ ...about, file, go, isOwn: true }]), ...vendoredIn(facts, module)];
  });
  if (work?.go !== undefined)
    asking.unshift({ subject: work.file, file: work.file, go: work.go, severity: 'error', isOwn: true });
  return asking;
}

/** Go refuses a vendored module by its mark in modules.txt, before it reads a package (modload.readVendorList). */
function vendoredIn(facts: ProjectFacts, module: ModuleFacts): readonly Asking[] {
  if (buildMode(facts, module) !== 'vendor') return [];
  const vendor = isInWorkspace(facts, module) ? facts.work?.vendor : module.vendor;
  const [newest] = [...(vendor?.modules ?? [])].sort((a, b) => compareGoLines(b.goVersion ?? '', a.goVersion ?? ''));
  if (vendor === undefined || newest?.goVersion === undefined) return [];
  const go = { text: newest.goVersion, line: newest.line };
  return [{ subject: newest.path, file: vendor.file, go, severity: blocking(module), isOwn: false }];
}

function tooOld(facts: ProjectFacts, chosen: ChosenGo, { subject, file, go, severity, isOwn }: Asking): Finding {
  const setting = gotoolchain(facts);
  const isSwitched = switchesToolchain(setting);
  const fixes: Fix[] = [
    { title: 'Install the Go that is asked for', kind: 'setting', text: `go-version: '${go.text}'`, risk: 'none' },
  ];
  if (isOwn)
    fixes.push({
      title: `Or ask for less in ${file}, if the code needs no more`,
      kind: 'edit',
      text: `go ${chosen.text}`,
      risk: 'low',
    });
  return finding('GO.TOOLCHAIN_LOCAL', {
    subject,
    severity: isSwitched ? 'warning' : severity,
    message: `${file} requires go >= ${go.text} (${chosen.reason})`,
    evidence: { 'go line': go.text, chosen: chosen.text, GOTOOLCHAIN: setting },
    fixes,
    location: { file, line: go.line },
  });
}

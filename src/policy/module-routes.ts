import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import type { AtLine, ModuleFacts, ProjectFacts, Replacement, Requirement } from '../domain/project-facts.ts';
import { redactUrl } from '../domain/redact.ts';
import type { ModuleRoute } from '../domain/rule.ts';
import { compareVersions, parseGoVersion } from '../domain/version.ts';
import { flagValue, readGoFlags } from './go-flags.ts';
import { settingValue } from './go-settings.ts';
import { parseGoproxy } from './goproxy.ts';
import { matchesModulePatterns } from './module-patterns.ts';

/** What cmd/go has in its go.env: the public Go module proxy, then the origin. */
const DEFAULT_PROXY = 'the public Go module proxy';
/** cmd/go's default, and the name that is known for its alias. */
const DEFAULT_DATABASE = 'sum.golang.org';

/** One step in which a module is asked for. */
export type RouteStep = GoproxyEntry | { readonly kind: 'default-proxy' };

/** The way of one required module version. */
export interface RoutedModule extends AtLine {
  readonly path: string;
  readonly version: string;
  /** The go.mod that requires it. */
  readonly file: string;
  /** Nothing is fetched: it lies in vendor, or a directory replaces it. */
  readonly local: 'vendor' | 'replace' | undefined;
  /** In the order of cmd/go; empty for what is local, and where GOPROXY is malformed. */
  readonly steps: readonly RouteStep[];
  /** The checksum database that is asked when go.sum does not know it yet; undefined: none. */
  readonly database: { readonly name: string; readonly url: string | undefined } | undefined;
  readonly hasSum: boolean;
}

/** Every module version that some go.mod of the project requires, with the way that cmd/go takes to it; modules of the project itself are left out. */
export function routeModules(facts: ProjectFacts): readonly RoutedModule[] {
  const own = new Set(facts.modules.flatMap(({ mod }) => (mod.module === undefined ? [] : [mod.module.text])));
  const routed = new Map<string, RoutedModule>();
  for (const module of facts.modules) {
    for (const required of module.mod.requires) {
      const next = routeModule(facts, module, required);
      const key = `${next.path}@${next.version}`;
      const known = routed.get(key);
      const isFirst = known === undefined || (known.local !== undefined && next.local === undefined);
      if (isFirst && !(facts.work !== undefined && own.has(next.path))) routed.set(key, next);
    }
  }
  return [...routed.values()];
}

function routeModule(facts: ProjectFacts, module: ModuleFacts, required: Requirement): RoutedModule {
  const replacement = findReplacement(facts, module, required);
  const other =
    replacement?.newVersion === undefined ? undefined : { path: replacement.newPath, version: replacement.newVersion };
  const { path, version } = other ?? required;
  const isDirectory = replacement !== undefined && other === undefined;
  const local = usesVendor(facts, module) ? 'vendor' : isDirectory ? 'replace' : undefined;
  const place = { path, version, file: module.mod.file, line: required.line, hasSum: module.sum !== undefined };
  return { ...place, local, ...remoteRoute(facts, path, local) };
}

/** The same as rows for people: modules with the same way are one row. */
export function moduleRoutes(facts: ProjectFacts): readonly ModuleRoute[] {
  const rows = new Map<string, { from: readonly string[]; verifiedBy: string; modules: string[] }>();
  for (const module of routeModules(facts)) {
    const from = module.local === undefined ? module.steps.map(stepText) : [module.local];
    const verifiedBy = verifier(module);
    const key = JSON.stringify([from, verifiedBy]);
    const row = rows.get(key) ?? { from, verifiedBy, modules: [] };
    row.modules.push(`${module.path}@${module.version}`);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ from, verifiedBy, modules }) => ({
    modules: modules.sort().slice(0, SHOWN_MODULES),
    count: modules.length,
    from,
    verifiedBy,
  }));
}

const SHOWN_MODULES = 3;

/** -mod decides; without it vendor is used from `go 1.14` on, outside a workspace (cmd/go, modload.setDefaultBuildMod). */
function usesVendor(facts: ProjectFacts, { mod, vendor }: ModuleFacts): boolean {
  const flag = flagValue(readGoFlags(settingValue(facts.environment, 'GOFLAGS')), 'mod');
  if (flag !== undefined) return flag === 'vendor';
  const go = parseGoVersion(mod.go?.text ?? '');
  if (vendor === undefined || facts.work !== undefined || go === undefined) return false;
  return compareVersions(go, { major: 1, minor: 14, patch: 0 }) >= 0;
}

/** Replacements of the workspace come first; one for a version comes before one for all (go.dev/ref/mod#go-work-file-replace). */
function findReplacement(facts: ProjectFacts, module: ModuleFacts, required: Requirement): Replacement | undefined {
  for (const list of [facts.work?.replaces ?? [], module.mod.replaces]) {
    const own = list.filter(({ path }) => path === required.path);
    const found = own.find(({ version }) => version === required.version) ?? own.find(({ version }) => version === undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function remoteRoute(facts: ProjectFacts, path: string, local: RoutedModule['local']): Pick<RoutedModule, 'steps' | 'database'> {
  if (local !== undefined) return { steps: [], database: undefined };
  return { steps: routeSteps(facts, path), database: isVerified(facts, path) ? readDatabase(facts) : undefined };
}

/** Where cmd/go asks for a module path: GONOPROXY, else GOPRIVATE, means its origin, even under GOPROXY=off (modfetch.lookup). */
function routeSteps({ environment }: ProjectFacts, path: string): readonly RouteStep[] {
  const noProxy = settingValue(environment, 'GONOPROXY') || settingValue(environment, 'GOPRIVATE');
  if (matchesModulePatterns(noProxy, path)) return [{ kind: 'direct' }];
  const setting = environment.settings['GOPROXY'];
  if (setting === undefined) return [{ kind: 'default-proxy' }, { kind: 'direct' }];
  const list = parseGoproxy(setting.value);
  return 'entries' in list ? list.entries : [];
}

function isVerified({ environment }: ProjectFacts, path: string): boolean {
  const noSum = settingValue(environment, 'GONOSUMDB') || settingValue(environment, 'GOPRIVATE');
  return settingValue(environment, 'GOSUMDB') !== 'off' && !matchesModulePatterns(noSum, path);
}

/** GOSUMDB is a name or key, and perhaps an address; sum.golang.google.cn is an alias with the same key (modfetch.dbDial). */
function readDatabase({ environment }: ProjectFacts): RoutedModule['database'] {
  const [word = DEFAULT_DATABASE, url] = (settingValue(environment, 'GOSUMDB') || DEFAULT_DATABASE).split(/\s+/u).filter(Boolean);
  if (word === 'sum.golang.google.cn') return { name: DEFAULT_DATABASE, url: url ?? `https://${word}` };
  return { name: word.split('+')[0] ?? word, url };
}

function stepText(step: RouteStep): string {
  if (step.kind === 'default-proxy') return DEFAULT_PROXY;
  return step.kind === 'proxy' ? redactUrl(step.url) : step.kind;
}

function verifier({ local, database, steps, hasSum }: RoutedModule): string {
  if (local !== undefined) return 'nothing';
  if (database === undefined) return hasSum ? 'go.sum only' : 'nothing';
  if (database.url !== undefined) return `${database.name} at ${redactUrl(database.url)}`;
  // A proxy that serves the database is asked, and stands between; the others are passed over (modfetch.dbClient).
  const through = steps.filter(({ kind }) => kind === 'proxy' || kind === 'default-proxy').map(stepText);
  return through.length === 0 ? database.name : `${database.name} through ${through.join(' or ')}, or directly`;
}

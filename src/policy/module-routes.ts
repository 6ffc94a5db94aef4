import { CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';
import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import type { AtLine, ModuleFacts, ModuleVersion, ProjectFacts, Replacement, Requirement } from '../domain/project-facts.ts';
import { redactUrl } from '../domain/redact.ts';
import type { ModuleRoute } from '../domain/rule.ts';
import { buildMode } from './build-mode.ts';
import { flagValue, readGoFlags } from './go-flags.ts';
import { settingValue } from './go-settings.ts';
import { parseGoproxy } from './goproxy.ts';
import { findModulePattern, type ModulePattern, parseModulePatterns } from './module-patterns.ts';
import { findReplacement } from './replacements.ts';

/** What cmd/go has in its go.env: the public Go module proxy, then the origin. */
const DEFAULT_PROXY = 'the public Go module proxy';

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

/**
 * Every module version that a go.mod requires which is built, with the way that cmd/go takes to it; modules of a workspace are left
 * out. Where nothing is built in the directory itself, every go.mod below it counts.
 */
export function routeModules(facts: ProjectFacts): readonly RoutedModule[] {
  const routing = readRouting(facts.environment);
  const own = new Set(facts.work === undefined ? [] : facts.modules.map(({ mod }) => mod.module?.text));
  const routed = new Map<string, RoutedModule>();
  for (const module of builtModules(facts)) {
    const isVendored = buildMode(facts, module) === 'vendor';
    // Those of the workspace come first (go.dev/ref/mod#go-work-file-replace).
    const replacementOf = findReplacement(facts.work?.replaces ?? [], module.mod.replaces);
    for (const required of module.mod.requires) {
      const next = routeModule({ module, required, replacementOf, routing, isVendored });
      const key = `${next.path}@${next.version}`;
      const known = routed.get(key);
      const isFirst = known === undefined || (known.local !== undefined && next.local === undefined);
      if (isFirst && !own.has(next.path)) routed.set(key, next);
    }
  }
  return [...routed.values()];
}

function builtModules({ modules }: ProjectFacts): readonly ModuleFacts[] {
  const main = modules.filter(({ isMain }) => isMain);
  return main.length > 0 ? main : modules;
}

/** What the settings say, read once for all modules. */
interface Routing {
  /** The value of -mod in GOFLAGS. */
  readonly mod: string | undefined;
  readonly noProxy: readonly ModulePattern[];
  readonly noSum: readonly ModulePattern[];
  readonly steps: readonly RouteStep[];
  readonly database: RoutedModule['database'];
}

function readRouting(environment: ProjectFacts['environment']): Routing {
  const list = (name: 'GONOPROXY' | 'GONOSUMDB'): readonly ModulePattern[] =>
    parseModulePatterns(settingValue(environment, name) || settingValue(environment, 'GOPRIVATE'));
  return {
    mod: flagValue(readGoFlags(settingValue(environment, 'GOFLAGS')), 'mod'),
    noProxy: list('GONOPROXY'),
    noSum: list('GONOSUMDB'),
    steps: readSteps(environment),
    database: readDatabase(environment),
  };
}

function readSteps(environment: ProjectFacts['environment']): readonly RouteStep[] {
  const setting = environment.settings['GOPROXY'];
  if (setting === undefined) return [{ kind: 'default-proxy' }, { kind: 'direct' }];
  const list = parseGoproxy(setting.value);
  return 'entries' in list ? list.entries : [];
}

/** GOSUMDB is `off`, or a name or key, and perhaps an address; the alias is told as the database at another address (modfetch.dbDial). */
function readDatabase(environment: ProjectFacts['environment']): RoutedModule['database'] {
  const value = settingValue(environment, 'GOSUMDB');
  if (value === 'off') return undefined;
  const [word = CHECKSUM_DATABASE, url] = (value || CHECKSUM_DATABASE).split(/\s+/u).filter(Boolean);
  if (word === CHECKSUM_DATABASE_ALIAS) return { name: CHECKSUM_DATABASE, url: url ?? `https://${word}` };
  return { name: word.split('+')[0] ?? word, url };
}

function routeModule(job: {
  readonly module: ModuleFacts;
  readonly required: Requirement;
  readonly replacementOf: (module: ModuleVersion) => Replacement | undefined;
  readonly routing: Routing;
  readonly isVendored: boolean;
}): RoutedModule {
  const { module, required, replacementOf, routing, isVendored } = job;
  const replacement = replacementOf(required);
  const other =
    replacement?.newVersion === undefined ? undefined : { path: replacement.newPath, version: replacement.newVersion };
  const { path, version } = other ?? required;
  const isDirectory = replacement !== undefined && other === undefined;
  const local = isVendored ? 'vendor' : isDirectory ? 'replace' : undefined;
  const place = { path, version, file: module.mod.file, line: required.line, hasSum: module.sum !== undefined };
  if (local !== undefined) return { ...place, local, steps: [], database: undefined };
  // GONOPROXY means the origin, even under GOPROXY=off (modfetch.lookup).
  const isDirect = findModulePattern(routing.noProxy, path) !== undefined;
  const isUnverified = findModulePattern(routing.noSum, path) !== undefined;
  return {
    ...place,
    local,
    steps: isDirect ? [{ kind: 'direct' }] : routing.steps,
    database: isUnverified ? undefined : routing.database,
  };
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

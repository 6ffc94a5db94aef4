import { dirname, join, resolve } from 'node:path';
import type { ModuleSums } from '../acquire/module-sums.ts';
import type { Severity } from '../domain/catalogue-entry.ts';
import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { userGotoolchain } from '../domain/gotoolchain.ts';
import type { ProjectFacts, RequestFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { versionText } from '../domain/version.ts';
import { moduleRoutes } from '../policy/module-routes.ts';
import type { Files } from '../ports/machine.ts';
import { gatherEnvironment } from '../probes/environment.ts';
import { gatherProject, type ProjectSearch } from '../probes/project.ts';
import { environmentRules } from '../rules/environment-rules.ts';
import { judgeProject } from '../rules/judge-project.ts';
import { RULES } from '../rules/registry.ts';
import { type Context, inPhase } from './context.ts';

/**
 * The command `preflight`: checks the project in a directory, every module below it too. Throws a Failure with every finding that
 * blocks, unless the input `preflight` only warns. With `off` nothing is read.
 */
export async function preflight(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { workspace, operands, options, inputs, machine, host } = context;
  const given = operands[0] ?? inputs.workingDirectory;
  const directory = resolve(workspace, given);
  const kind = (await machine.files.stat(directory))?.kind;
  if (kind !== 'directory' && kind !== 'symlink') {
    throw failure('INPUT.INVALID', { subject: 'DIR', evidence: { got: given, reason: 'there is no such directory' } });
  }
  // A person may stand anywhere in a project; what lies above the checkout of a job is somebody else's.
  const isPerson = host.kind === 'terminal';
  const checkout = isPerson ? await repositoryAround(machine.files, directory) : workspace;
  const sums = options['sums'] === 'all' || options['sums'] === 'off' ? options['sums'] : 'quick';
  await check(context, { directory, scope: 'all', top: isPerson ? undefined : workspace, checkout, sums }, signal);
  return 'ok';
}

/** The same before an installation, for what go commands in a directory build. Throws what blocks, before the first packet. */
export async function checkBeforeInstall(context: Context, directory: string, signal: AbortSignal): Promise<void> {
  const { workspace } = context;
  await check(context, { directory, scope: 'main', top: resolve(workspace), checkout: workspace, sums: 'off' }, signal);
}

interface Place extends Pick<ProjectSearch, 'directory' | 'scope' | 'top' | 'checkout'> {
  /** How much of go.sum is proved by the checksum database. */
  readonly sums: 'quick' | 'all' | 'off';
}

async function check(context: Context, place: Place, signal: AbortSignal): Promise<void> {
  const { inputs, emit } = context;
  if (inputs.preflight === 'off') return;
  const blocking = await inPhase(context, 'preflight', async () => {
    const startMs = context.machine.clock.monotonic();
    const facts = await gather(context, place, signal);
    signal.throwIfAborted();
    const weight = inputs.preflight === 'warn' ? warned : undefined;
    const { findings, checks } = judgeProject(facts, rulesFor(facts), weight);
    // Who has to correct the project first need not wait for the network.
    const isSound = findings.every(({ severity }) => severity !== 'error');
    const sums = isSound ? await proveSums(context, { facts, place }, signal) : undefined;
    const all = [...findings, ...(sums?.findings ?? []).map(each => weighed(each, weight))];
    for (const finding of all) emit({ type: 'finding', finding });
    const modules = facts.modules.map(({ mod, directory }) => ({
      path: mod.module?.text ?? '',
      directory,
      requireCount: mod.requires.length,
    }));
    const ms = Math.round(context.machine.clock.monotonic() - startMs);
    emit({
      type: 'preflight',
      directory: facts.directory,
      modules,
      checks,
      routes: moduleRoutes(facts),
      sums: sums?.proof ?? null,
      ms,
    });
    return all.filter(({ severity }) => severity === 'error');
  });
  throwAll(blocking);
}

async function proveSums(
  context: Context,
  { facts, place }: { readonly facts: ProjectFacts; readonly place: Place },
  signal: AbortSignal,
): Promise<ModuleSums | undefined> {
  if (place.sums === 'off') return undefined;
  const { proveProjectSums } = await import('./preflight-sums.ts');
  return proveProjectSums(context, { facts, isAll: place.sums === 'all' }, signal);
}

/** Without modules go reads none of the files. */
function rulesFor({ environment }: ProjectFacts): readonly Rule[] {
  return environment.settings['GO111MODULE']?.value === 'off' ? environmentRules : RULES;
}

function weighed(finding: Finding, weight: typeof warned | undefined): Finding {
  return weight === undefined ? finding : { ...finding, severity: weight(finding.severity) };
}

function warned(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity;
}

function throwAll([first, ...rest]: readonly Finding[]): void {
  if (first !== undefined) throw new Failure([first, ...rest]);
}

async function gather(context: Context, place: Place, signal: AbortSignal): Promise<ProjectFacts> {
  const { machine, workspace, secrets } = context;
  const { directory } = place;
  const environment = await gatherEnvironment(machine, { goRoot: undefined, directory, secrets }, signal);
  const project = await gatherProject({
    ...place,
    files: machine.files,
    workspace,
    gowork: environment.settings['GOWORK']?.value ?? '',
    foreign: foreignDirectories(context),
  });
  return { ...project, environment, request: requestOf(context) };
}

function requestOf({ request, inputs, machine }: Context): RequestFacts {
  const asked = inputs.gotoolchain === 'keep' ? (userGotoolchain(machine.env) ?? 'local') : inputs.gotoolchain;
  const spec = request?.spec;
  return {
    version: spec?.kind === 'exact' ? versionText(spec.version) : undefined,
    spec: spec?.text,
    origin: request?.origin,
    // Without a request nothing is installed, and GOTOOLCHAIN stays as it is.
    gotoolchain: request === undefined ? undefined : asked,
    minGoVersion: versionText(inputs.minGoVersion),
    offline: inputs.offline,
  };
}

/** Caches that a job may keep within its workspace: modules in them are no part of the project. */
function foreignDirectories({ machine, workspace }: Context): readonly string[] {
  const { env, toolCache } = machine;
  const named = ['GOMODCACHE', 'GOCACHE', 'GOROOT'].map(name => env[name]);
  const gopath = env['GOPATH'] ? join(env['GOPATH'], 'pkg') : undefined;
  return [...named, gopath, toolCache.directory].flatMap(path => (path ? [resolve(workspace, path)] : []));
}

/** The directory that git knows around this one. */
async function repositoryAround(files: Files, directory: string): Promise<string | undefined> {
  for (let at = directory; ; at = dirname(at)) {
    if ((await files.stat(join(at, '.git'))) !== undefined) return at;
    if (at === dirname(at)) return undefined;
  }
}

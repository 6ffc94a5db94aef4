import { dirname, join } from 'node:path';
import type { Code } from '../domain/catalogue.ts';
import type { Outcome } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { finding } from '../domain/finding.ts';
import { platformOfRelease } from '../domain/platform.ts';
import { compareVersions, type GoVersion, parseGoVersion, versionText } from '../domain/version.ts';
import type { VersionSpec } from '../domain/version-spec.ts';
import { type CheckedToolchain, checkToolchain } from '../install/check.ts';
import { environmentFor } from '../install/environment.ts';
import { findEntry } from '../install/tool-store.ts';
import { matching } from '../policy/select-version.ts';
import { floatingBase, ownBase } from '../sources/floating.ts';
import { type Context, inPhase } from './context.ts';
import { proveStanding } from './installed.ts';
import { loadWords } from './load-words.ts';
import { once } from './once.ts';
import { mustFitPath } from './path-entry.ts';
import { projectDirectory } from './project-directory.ts';
import { forRelease, type Provided, placeFor } from './provided.ts';
import { noRequest, type Request } from './request.ts';
import type { Sources } from './sources.ts';

/**
 * The command `install` and the action: a Go that satisfies the request, from the tool cache or from a source, proved, executed
 * once, and made known to what runs afterwards.
 */
export async function installGo(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { request, emit } = context;
  for (const warning of request?.warnings ?? []) emit({ type: 'finding', finding: warning });
  if (request !== undefined) emit({ type: 'requested', spec: request.spec.text, origin: request.origin });
  await checkProject(context, signal);
  if (request === undefined) return useGoOnPath(context, signal);
  mustFitPath(context, context.destination ?? context.machine.toolCache.directory);
  const base = floatingBase(context.inputs.sources);
  const provided =
    base === undefined
      ? await findOrProvide(context, request, signal)
      : await inPhase(context, 'acquire', async () => {
          const { provideFloating } = await import('./private-build.ts');
          return provideFloating(context, { request, base }, signal);
        });
  await makeKnown(context, provided, signal);
  if (provided.from === 'tool-cache') await takeLeftLock(context, provided, signal);
  await offerCaches(context, provided, signal);
  return provided.from === 'tool-cache' ? 'cached' : 'installed';
}

/** A run that is killed after its last rename leaves its lock beside a complete Go, for which no later run would take a lock. */
async function takeLeftLock(context: Context, { version, place }: Provided, signal: AbortSignal): Promise<void> {
  const own = place ?? placeFor(context, version);
  if ((await context.machine.files.stat(own.lock)) === undefined) return;
  const { sweepBesideStanding } = await import('./under-lock.ts');
  await sweepBesideStanding(context, own, signal);
}

/** A fault of the project stops the run before anything is asked or fetched. Without a project nothing of it is loaded. */
async function checkProject(context: Context, signal: AbortSignal): Promise<void> {
  const directory = context.inputs.preflight === 'off' ? undefined : await projectDirectory(context);
  if (directory === undefined) return;
  const { checkBeforeInstall } = await import('./preflight.ts');
  await checkBeforeInstall(context, directory, signal);
}

/** Nothing was asked for: as setup-go does, what is there is used, once it is proved. A destination needs a version. */
async function useGoOnPath(context: Context, signal: AbortSignal): Promise<Outcome> {
  if (context.destination !== undefined) throw noRequest();
  const { findPathGo, PATH_OUTCOME } = await import('./path-go.ts');
  const provided = { ...(await findPathGo(context, signal)), from: 'path' } as const;
  await makeKnown(context, provided, signal);
  await offerCaches(context, provided, signal);
  return PATH_OUTCOME;
}

async function findOrProvide(context: Context, request: Request, signal: AbortSignal): Promise<Provided> {
  const { inputs } = context;
  const { spec, isGoLine: isOldLine } = request;
  const sources = once(async () => (await import('./sources.ts')).openSources(context, signal));
  // An alias means the newest that is published; without a network, the newest that is here.
  const mustAsk = spec.kind === 'alias' || (inputs.checkLatest && spec.kind !== 'exact');
  const base = ownBase(inputs);
  const standing = await inPhase(context, 'lookup', async () => {
    if (mustAsk && !inputs.offline) return undefined;
    const proved = await findInstalled(context, { spec, sources, isOldLine }, signal);
    if (proved !== undefined || base === undefined) return proved;
    return (await import('./private-entry.ts')).findPrivate(context, { base, spec }, signal);
  });
  if (standing !== undefined) return standing;
  return inPhase(context, 'acquire', async () => {
    loadWords();
    if (inputs.diagnose !== 'off' && !inputs.offline) context.earlyLook.begin(context, signal);
    const { provide } = await import('./provide.ts');
    return provide(context, { request, sources: await sources() }, signal);
  });
}

/** Executes the Go once, and tells the host what later commands need. Throws VERSION.MISMATCH, GO.NOT_RUNNABLE, INPUT.DESTINATION. */
export async function makeKnown(context: Context, provided: Provided, signal: AbortSignal): Promise<void> {
  const { inputs, emit, host } = context;
  const { env } = context.machine;
  const { root, version, from, name = versionText(version) } = provided;
  const checked = await inPhase(context, 'check', async () => provided.checked ?? execute(context, provided, signal));
  const { gopath, foreignGoroot } = checked;
  const bin = dirname(checked.bin);
  mustFitPath(context, bin);
  const changes = environmentFor({ root, gopath, version, env, gotoolchain: inputs.gotoolchain, foreignGoroot });
  await inPhase(context, 'apply', async () => {
    // Later steps put commands there with `go install`; setup-go makes it too.
    if (gopath !== undefined) await makeBin(context, join(gopath, 'bin'));
    await host.apply(changes);
  });
  emit({ type: 'toolchain-ready', version: name, root, bin, from, ...(gopath === undefined ? {} : { gopath }) });
}

/** Restores the caches of the job, where there are any and they are wanted; of what is restored, no toolchain is kept. */
async function offerCaches(context: Context, go: Provided, signal: AbortSignal): Promise<void> {
  const { inputs, host, emit } = context;
  const { cache, restoredModules } = host;
  if (restoredModules !== undefined && (await context.machine.files.stat(restoredModules)) !== undefined) {
    const { dropUnsummed } = await import('./unsummed-modules.ts');
    await dropUnsummed(context, restoredModules);
  }
  if (cache === undefined || !inputs.cache) return;
  const reason = inputs.offline ? 'offline' : cache.unavailable;
  if (reason !== undefined) return emit({ type: 'cache', result: 'off', reason });
  const { restoreCaches } = await import('./restore-cache.ts');
  await restoreCaches(context, { cache, go }, signal);
}

/** What the installed Go says when it does not work. */
const UNSOUND: readonly Code[] = ['VERSION.MISMATCH', 'GO.NOT_RUNNABLE'];

/** A Go that this run brought and that does not work is taken away again: the next run would find it as a complete one. */
async function execute(context: Context, provided: Provided, signal: AbortSignal): Promise<CheckedToolchain> {
  const { machine } = context;
  const { files, exec, env } = machine;
  const { root, version, from, name, platform = forRelease(context, version).platform } = provided;
  try {
    return await checkToolchain({ exec, root, version, platform, env, isPrivate: name !== undefined }, signal);
  } catch (error) {
    if (from === 'download' && error instanceof Failure && UNSOUND.includes(error.code)) {
      const entry = { place: provided.place ?? placeFor(context, version), files, randomName: () => machine.randomName() };
      // What is wrong with the Go is the cause, and not that it could not be removed.
      const { removeEntry } = await import('../install/publish.ts');
      await removeEntry(entry).catch(() => undefined);
    }
    throw error;
  }
}

/** A GOPATH that cannot be written, or that holds a go of its own, is the user's affair, and worth a warning. */
async function makeBin({ machine, emit }: Context, directory: string): Promise<void> {
  try {
    await machine.files.makeDirectory(directory);
    const shadow = (await machine.files.list(directory)).find(name => name === 'go' || name === 'go.exe');
    if (shadow !== undefined) emit({ type: 'finding', finding: finding('GO.SHADOWED', { subject: join(directory, shadow) }) });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    emit({ type: 'finding', finding: { ...error.finding, severity: 'warning' } });
  }
}

/**
 * The newest Go that is installed, satisfies the request and is proved. As in setup-go, a range means an installed Go first.
 * `isOldLine`: a go line may name a version below the minimum.
 */
export async function findInstalled(
  context: Context,
  wanted: { readonly spec: VersionSpec | undefined; readonly sources: () => Promise<Sources>; readonly isOldLine?: boolean },
  signal: AbortSignal,
): Promise<Provided | undefined> {
  const { spec, isOldLine = false } = wanted;
  const installed = (await installedVersions(context, spec)).map(version => ({
    version,
    stable: version.prerelease === undefined,
  }));
  for (const { version } of spec === undefined ? installed : matching(spec, installed)) {
    // An explicit request below the minimum is an error also when such a Go stands here: provide() says so.
    if (!isOldLine && compareVersions(version, context.inputs.minGoVersion) < 0) continue;
    const place = placeFor(context, version);
    const own = forRelease(context, version);
    const proofs = once(async () => {
      const { openProofs } = await import('./proofs.ts');
      return openProofs(own, { sources: await wanted.sources(), version }, signal);
    });
    const provided = { version, root: place.root, from: 'tool-cache' } as const;
    const trial = beginTrial(own, provided, signal);
    const standing = await proveStanding(own, { place, version, proofs, onRunnable: trial.begin }, signal);
    if (standing.state === 'proved') return { ...provided, ...trial.begun() };
    trial.drop();
  }
  return undefined;
}

/** The first run of a Go whose tree is still compared: it takes as long as that, and what it runs is known to be what was proved. */
function beginTrial(
  context: Context,
  provided: Provided,
  signal: AbortSignal,
): { begin(): void; begun(): Pick<Provided, 'checked'>; drop(): void } {
  const dropped = new AbortController();
  let checked: Provided['checked'];
  return {
    begin: () => {
      checked = execute(context, provided, AbortSignal.any([signal, dropped.signal]));
      // Whoever awaits it gets the error; nobody does where the tree turns out to be another one.
      checked.catch(() => undefined);
    },
    begun: () => (checked === undefined ? {} : { checked }),
    drop: () => dropped.abort(new Error('the tree is not what was proved')),
  };
}

/** Versions that stand in the tool cache, or the one at the destination; newest first. */
async function installedVersions(context: Context, spec: VersionSpec | undefined): Promise<readonly GoVersion[]> {
  const { machine, destination, platform } = context;
  // Whoever names one release is not interested in the others.
  if (destination === undefined && spec?.kind === 'exact') return [spec.version];
  const texts =
    destination === undefined
      ? [...machine.toolCache.versions('go', platform.cacheArch), ...throughRosetta(context)]
      : [(await findEntry(placeFor(context, { major: 0, minor: 0, patch: 0 }), machine.files))?.versionLine ?? ''];
  const versions = texts.map(text => parseGoVersion(text)).filter(version => version !== undefined);
  return versions.sort((a, b) => compareVersions(b, a));
}

/** Old releases of the other architecture that this machine runs; see platformOfRelease. */
function throughRosetta({ machine, platform }: Context): readonly string[] {
  if (platform.goos !== 'darwin' || platform.goarch !== 'arm64') return [];
  return machine.toolCache.versions('go', 'x64').filter(text => {
    const version = parseGoVersion(text);
    return version !== undefined && platformOfRelease(platform, version) !== platform;
  });
}

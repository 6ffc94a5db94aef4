import type { CacheOutcome } from '../domain/cache-entry.ts';
import { planText } from '../domain/cache-plan.ts';
import { Failure, failure } from '../domain/failure.ts';
import { finding } from '../domain/finding.ts';
import { parseJsonObject } from '../domain/json-object.ts';
import { LIMITS } from '../domain/limits.ts';
import { listBelievedPaths } from '../install/module-cache.ts';
import { whyNotWritten } from '../policy/cache-writing.ts';
import type { CacheService, HostCache } from '../ports/cache.ts';
import type { Files } from '../ports/machine.ts';
import { type CachedGo, type WantedCache, type WantedCaches, wantedCaches } from './cache-wanted.ts';
import { type Context, inPhase } from './context.ts';
import { dropUnsummed } from './unsummed-modules.ts';
import { within } from './within.ts';

type Outcome = Exclude<CacheOutcome, { readonly result: 'off' }>;

/** Tells later steps of this job which entries stand already: key and directory to the key that was restored, as JSON. */
const RESTORED = 'SETUP_GO_ROBUST_CACHES';

/**
 * Restores modules and build results, where the CI platform keeps them. Whatever goes wrong is a warning, never a failure: only an
 * abort of the whole run is thrown.
 */
export async function restoreCaches(
  context: Context,
  wanted: { readonly cache: HostCache; readonly go: CachedGo },
  signal: AbortSignal,
): Promise<void> {
  await inPhase(context, 'cache', async () => {
    try {
      await restoreWanted(context, wanted, signal);
    } catch (error) {
      signal.throwIfAborted();
      emitTrouble(context, error);
    }
  });
}

async function restoreWanted(
  context: Context,
  { cache, go }: { readonly cache: HostCache; readonly go: CachedGo },
  signal: AbortSignal,
): Promise<void> {
  const { machine, emit, host, inputs, workspace } = context;
  const restoredAtMs = machine.clock.now();
  if (timeLeftMs(context) === 0) return emit({ type: 'cache', result: 'off', reason: 'the time budget is used up' });
  const wanted = await wantedCaches(context, go, signal);
  if (typeof wanted === 'string') return emit({ type: 'cache', result: 'off', reason: wanted });
  const earlier = readEarlier(machine.env[RESTORED]);
  const standing = await standingEntries(context, earlier, wanted.entries);
  const outcomes: Outcome[] = [...standing].map(
    ([{ key, kind }, matchedKey]) =>
      ({ result: matchedKey === key ? 'exact' : 'prefix', entry: kind, key, matchedKey, ms: 0 }) as const,
  );
  const missing = wanted.entries.filter(entry => !standing.has(entry));
  const asked = missing.length === 0 ? [] : await askFor(context, { cache, missing }, signal);
  for (const outcome of [...outcomes, ...asked]) emit({ type: 'cache', ...outcome });
  const restored = asked.flatMap(({ result, matchedKey }, at) => {
    const entry = result === 'failed' ? undefined : missing[at];
    return matchedKey === undefined || entry === undefined ? [] : [[nameOf(entry), matchedKey] as const];
  });
  if (restored.length > 0) {
    const value = JSON.stringify({ ...earlier, ...Object.fromEntries(restored) });
    await host.apply([{ kind: 'set', name: RESTORED, value }]);
  }
  const why = whyNotWritten(cache.job, inputs.cacheMode);
  cache.keep(planText({ ...planFor(wanted, asked, why), restoredAtMs, workspace, foreign: wanted.foreign }));
}

/** Those that an earlier step restored, into the same directory, which nobody has emptied since. */
async function standingEntries(
  { machine }: Context,
  earlier: Readonly<Record<string, string | undefined>>,
  entries: readonly WantedCache[],
): Promise<ReadonlyMap<WantedCache, string>> {
  const standing = new Map<WantedCache, string>();
  for (const entry of entries) {
    const matchedKey = earlier[nameOf(entry)];
    if (matchedKey !== undefined && (await machine.files.list(entry.path)).length > 0) standing.set(entry, matchedKey);
  }
  return standing;
}

function nameOf({ key, path }: WantedCache): string {
  return `${key} ${path}`;
}

/**
 * An entry that failed is not saved: it exists, or the service is down. But one of this job's own key is saved where an older one failed,
 * or every later job would find that one again.
 */
function planFor(wanted: WantedCaches, asked: readonly Outcome[], why: string | undefined) {
  if (why !== undefined) return { entries: [], reason: why };
  const entries = asked.flatMap(({ result, key, matchedKey = key }) => {
    const entry = wanted.entries.find(each => each.key === key);
    if (entry === undefined || (result !== 'none' && matchedKey === key)) return [];
    return [{ kind: entry.kind, path: entry.path, key, isUpdate: result !== 'none' }];
  });
  const isDown = asked.some(({ result }) => result === 'failed');
  return { entries, reason: isDown ? 'the restore had failed' : 'the entries of this job exist' };
}

/** Looks all entries up under one deadline, for an outage must cost it once, and restores what there is. */
async function askFor(
  context: Context,
  { cache, missing }: { readonly cache: HostCache; readonly missing: readonly WantedCache[] },
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const { clock } = context.machine;
  const startMs = clock.monotonic();
  const base = missing.map(({ kind, key }) => ({ entry: kind, key }));
  const ms = (): number => Math.round(clock.monotonic() - startMs);
  try {
    const service = await cache.open();
    const limitMs = Math.min(LIMITS.cacheLookupMs, timeLeftMs(context));
    const limit = { clock, ms: limitMs, reason: () => tooSlow('CACHE.UNAVAILABLE', 'the cache service', limitMs) };
    const lookUp = (inner: AbortSignal) => Promise.all(missing.map(entry => service.lookUp(entry, inner)));
    const matches = await within(limit, lookUp, signal);
    return await Promise.all(
      missing.map(async (entry, at) => {
        const found = matches[at];
        if (found === undefined) return { result: 'none', entry: entry.kind, key: entry.key, ms: ms() } as const;
        const matchedKey = await restoreOne(context, { service, entry }, signal);
        const place = { entry: entry.kind, key: entry.key, ms: ms() };
        if (matchedKey === undefined) return { result: 'failed', matchedKey: found, ...place } as const;
        return { result: matchedKey === entry.key ? 'exact' : 'prefix', matchedKey, ...place } as const;
      }),
    );
  } catch (error) {
    signal.throwIfAborted();
    emitTrouble(context, error);
    return base.map(each => ({ result: 'failed', ...each, ms: ms() }) as const);
  }
}

/** Undefined when it failed, which is a finding. Then no half of anything stays that Go would take for whole. */
async function restoreOne(
  context: Context,
  { service, entry }: { readonly service: CacheService; readonly entry: WantedCache },
  signal: AbortSignal,
): Promise<string | undefined> {
  const { clock, files } = context.machine;
  const limitMs = Math.min(LIMITS.cacheRestoreMs, timeLeftMs(context));
  const limit = { clock, ms: limitMs, graceMs: LIMITS.cacheStopMs, reason: () => tooSlow('CACHE.RESTORE', entry.kind, limitMs) };
  const before = entry.kind === 'modules' ? new Set(listBelievedPaths(files, entry.path)) : undefined;
  const problem = await within(limit, inner => service.restore(entry, inner), signal).catch((error: unknown) => ({ error }));
  // From what stood there before too: files may have been added to it.
  if (before !== undefined && problem !== undefined) await dropUnsummed(context, entry.path);
  if (typeof problem === 'string') return problem;
  const leftovers = before === undefined ? [] : await removeNew({ files, root: entry.path, before });
  signal.throwIfAborted();
  for (const leftover of leftovers) emitTrouble(context, leftover);
  emitTrouble(context, problem?.error ?? failure('CACHE.RESTORE', { subject: entry.kind, evidence: { reason: 'it is gone' } }));
  return undefined;
}

/** Gives why parts could not be removed. */
async function removeNew(cache: {
  readonly files: Files;
  readonly root: string;
  readonly before: ReadonlySet<string>;
}): Promise<readonly unknown[]> {
  const { files, root, before } = cache;
  const leftovers: unknown[] = [];
  for (const path of listBelievedPaths(files, root)) {
    if (!before.has(path)) await files.remove(path).catch((error: unknown) => leftovers.push(error));
  }
  return leftovers;
}

/** The total budget must not end a run whose Go is ready because its cache is slow. */
function timeLeftMs({ machine, budgetEndMs }: Context): number {
  return Math.max(0, budgetEndMs - machine.clock.monotonic() - LIMITS.cacheReserveMs);
}

function tooSlow(code: 'CACHE.UNAVAILABLE' | 'CACHE.RESTORE', subject: string, limitMs: number): Failure {
  return failure(code, { subject, evidence: { reason: 'it took too long', 'budget ms': limitMs } });
}

/** Also a defect of ours: a job must not fail for want of a cache. */
function emitTrouble({ emit }: Context, error: unknown): void {
  if (error instanceof Failure) {
    for (const each of error.findings) emit({ type: 'finding', finding: { ...each, severity: 'warning' } });
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const evidence = { error: text.split('\n').slice(0, 4).join(' ') };
  emit({ type: 'finding', finding: finding('CACHE.UNAVAILABLE', { subject: 'cache', evidence }) });
}

function readEarlier(text: string | undefined): Readonly<Record<string, string | undefined>> {
  const earlier: [string, string][] = [];
  for (const [name, matched] of Object.entries(parseJsonObject(text ?? '') ?? {})) {
    if (typeof matched === 'string') earlier.push([name, matched]);
  }
  return Object.fromEntries(earlier);
}

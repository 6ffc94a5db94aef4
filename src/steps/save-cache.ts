import type { CacheKind } from '../domain/cache-entry.ts';
import { type CachePlan, type PlannedEntry, readPlan } from '../domain/cache-plan.ts';
import { Failure, failure } from '../domain/failure.ts';
import { readGoSums } from '../domain/gosum.ts';
import { LIMITS } from '../domain/limits.ts';
import { findDependencyFiles, readSumFiles } from '../install/cache-dependencies.ts';
import { trimBuild, trimModules } from '../install/cache-trim.ts';
import { listModuleParts } from '../install/module-cache.ts';
import { removeUnsummed } from '../install/unsummed-modules.ts';
import type { CacheService, HostCache } from '../ports/cache.ts';
import type { Clock, Files } from '../ports/machine.ts';
import { within } from './within.ts';

export interface SaveOptions {
  /** What the step kept (HostCache.keep). */
  readonly text: string;
  readonly cache: Pick<HostCache, 'open' | 'unavailable'>;
  readonly files: Files;
  readonly clock: Clock;
}

/** What became of one planned entry: saved, or why not. */
export interface SavedCache {
  readonly kind: CacheKind;
  readonly result: 'saved' | 'skipped' | 'failed';
  /** Why it was not saved; empty when it was. */
  readonly reason: string;
  readonly ms: number;
}

/** `reason` says why nothing was planned. */
export interface SaveReport {
  readonly entries: readonly SavedCache[];
  readonly reason: string;
}

/**
 * Saves after the job what the plan names: a key that exists by now is not packed again, and what an older entry brought and
 * nobody needed is removed first, as is every toolchain: a later job would not believe it. Never throws: a job is not red because its cache could not be saved.
 */
export async function saveCaches(options: SaveOptions, signal: AbortSignal): Promise<SaveReport> {
  const plan = readPlan(options.text);
  if (plan === undefined || plan.entries.length === 0) return { entries: [], reason: plan?.reason ?? 'nothing was planned' };
  const { clock, cache } = options;
  try {
    if (cache.unavailable !== undefined)
      throw failure('CACHE.UNAVAILABLE', { subject: 'cache', evidence: { reason: cache.unavailable } });
    const service = await cache.open();
    const taken = await existingKeys({ ...options, service, plan }, signal);
    const entries: SavedCache[] = [];
    // One after the other: each packs with all cores.
    for (const entry of plan.entries) {
      const startMs = clock.monotonic();
      const job = { ...options, service, plan, entry };
      const outcome = taken.has(entry.key) ? ANOTHER_JOB : await saveOne(job, signal).catch(failed);
      entries.push({ kind: entry.kind, ...outcome, ms: Math.round(clock.monotonic() - startMs) });
    }
    return { entries, reason: '' };
  } catch (error) {
    return { entries: plan.entries.map(({ kind }) => ({ kind, ...failed(error), ms: 0 })), reason: '' };
  }
}

type Outcome = Pick<SavedCache, 'result' | 'reason'>;
type SaveJob = SaveOptions & { readonly service: CacheService; readonly plan: CachePlan };

const ANOTHER_JOB: Outcome = { result: 'skipped', reason: 'another job has saved it' };

async function existingKeys({ clock, service, plan }: SaveJob, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const limitMs = LIMITS.cacheLookupMs;
  const reason = (): Failure => failure('CACHE.UNAVAILABLE', { subject: 'cache', evidence: { 'budget ms': limitMs } });
  const lookUp = (inner: AbortSignal): Promise<readonly (string | undefined)[]> =>
    Promise.all(plan.entries.map(entry => service.lookUp({ ...entry, prefixes: [] }, inner)));
  const found = await within({ clock, ms: limitMs, reason }, lookUp, signal);
  return new Set(found.filter(key => key !== undefined));
}

async function saveOne(job: SaveJob & { readonly entry: PlannedEntry }, signal: AbortSignal): Promise<Outcome> {
  const { entry, files, clock, service } = job;
  if (entry.kind === 'modules') await removeUnsummed(files, entry.path);
  if (await isEmpty(entry, files)) return { result: 'skipped', reason: 'there is nothing in it' };
  if (entry.isUpdate && !(await trim(job, signal))) return { result: 'skipped', reason: 'this job used nothing of it' };
  const limitMs = LIMITS.cacheSaveMs;
  const reason = (): Failure => failure('CACHE.SAVE', { subject: entry.kind, evidence: { 'budget ms': limitMs } });
  const limit = { clock, ms: limitMs, graceMs: LIMITS.cacheStopMs, reason };
  const result = await within(limit, inner => service.save(entry, inner), signal);
  if (result === 'saved') return { result, reason: '' };
  return result === 'taken' ? ANOTHER_JOB : { result: 'skipped', reason: 'the token of this job may not write' };
}

/** A module cache also when it holds no module: a go command that downloads nothing leaves a lock there. */
async function isEmpty({ kind, path }: PlannedEntry, files: Files): Promise<boolean> {
  return kind === 'modules' ? listModuleParts(files, path).length === 0 : (await files.list(path)).length === 0;
}

/** Removes what is needed no more; false when nothing is left. Without a go.sum nobody can tell what modules are needed. */
async function trim(job: SaveJob & { readonly entry: PlannedEntry }, signal: AbortSignal): Promise<boolean> {
  const { entry, plan, files } = job;
  const cache = { files, root: entry.path, restoredAtMs: plan.restoredAtMs };
  if (entry.kind === 'build') return (await trimBuild(cache, signal)).keptCount > 0;
  const { workspace, foreign } = plan;
  const sums = await readSumFiles({ files, workspace }, await findDependencyFiles({ files, workspace, foreign }));
  return sums.length === 0 || (await trimModules({ ...cache, sum: readGoSums(sums) }, signal)).keptCount > 0;
}

function failed(error: unknown): Outcome {
  if (!(error instanceof Failure)) return { result: 'failed', reason: error instanceof Error ? error.message : String(error) };
  const { code, message, evidence } = error.finding;
  return { result: 'failed', reason: `${code} ${message} (${evidence.map(each => `${each.name}: ${each.value}`).join(', ')})` };
}

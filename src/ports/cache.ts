import type { CacheJob, CacheKey } from '../domain/cache-entry.ts';

/** The cache of the CI platform, as one job may use it. */
export interface HostCache {
  /** Why it cannot be used, in a few words; undefined when it can. Asking costs nothing. */
  readonly unavailable: string | undefined;
  readonly job: CacheJob;
  /** Loads the client of the service. */
  open(): Promise<CacheService>;
  /** Hands a text (domain/cache-plan.ts) to the step that runs after the job. */
  keep(text: string): void;
}

/**
 * Entries of files under keys. An entry belongs to one directory: what was saved from another path is another entry. When the
 * signal is aborted, every method stops what it does as far as it can, and throws the signal's reason; otherwise it throws Failure
 * CACHE.UNAVAILABLE, CACHE.RESTORE or CACHE.SAVE.
 */
export interface CacheService {
  /** The key of the entry that would be restored; undefined when there is none. Gives up early on a service that is down. */
  lookUp(request: CacheKey & CachePath, signal: AbortSignal): Promise<string | undefined>;
  /** Unpacks it; files that exist already are left as they are. Undefined when the entry is gone meanwhile. */
  restore(request: CacheKey & CachePath, signal: AbortSignal): Promise<string | undefined>;
  /** `taken`: another job makes, or has made, this entry. `denied`: the token of this job may only read. */
  save(request: Pick<CacheKey, 'key'> & CachePath, signal: AbortSignal): Promise<'saved' | 'taken' | 'denied'>;
}

interface CachePath {
  /** Absolute directory. */
  readonly path: string;
}

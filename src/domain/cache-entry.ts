/** The two things that are kept between jobs, each in an entry of its own: GOMODCACHE and GOCACHE. */
export type CacheKind = 'modules' | 'build';

/**
 * What became of the caches of a job. `exact`: the very entry; `prefix`: an older one of the same kind; `none`: there is no such
 * entry yet; `failed`: it could not be restored, which a finding explains. `off` is said once, of all of them.
 */
export type CacheOutcome =
  | { readonly result: 'off'; readonly reason: string }
  | {
      readonly result: 'exact' | 'prefix' | 'none' | 'failed';
      readonly entry: CacheKind;
      readonly key: string;
      /** The key of the entry that was restored, or that failed to be. */
      readonly matchedKey?: string;
      /** Looking up, downloading and unpacking. 0 when an earlier step of this job had restored it. */
      readonly ms: number;
    };

/** One entry by name. A service finds an entry when its key is `key`, else when it begins with one of `prefixes`, newest first. */
export interface CacheKey {
  readonly kind: CacheKind;
  /** At most 512 characters and without commas: the rules of GitHub's service. */
  readonly key: string;
  readonly prefixes: readonly string[];
}

/** What of a job decides whether it may write to the cache. */
export interface CacheJob {
  /** The event that started it: `push`, `pull_request`, `release`, … */
  readonly event: string | undefined;
  /** Such as refs/heads/main. */
  readonly ref: string | undefined;
  /** The runner allows no writing, whatever the event. */
  readonly isReadOnly: boolean;
}

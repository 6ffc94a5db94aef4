import type { Code } from './catalogue.ts';
import type { SourceState } from './diagnosis.ts';

/** Bounds of the command `sources`: all sources are asked at once, and the whole command ends in less than 25 s. */
export const SOURCE_LIMITS = {
  /** For the version lists; after that the shipped table says which release is the newest. */
  listsMs: 5_000,
  /** For everything that is asked of one source. */
  sourceMs: 10_000,
  /** With less than this left of it nothing more is asked. */
  leastMs: 250,
  /** Each reads the beginning of a file; a source that refuses the newest release is asked for the next older one in them. */
  tryCount: 3,
  sampleBytes: 64 * 1_024,
  /** For the body of one try: below 13 KiB/s it does not come to its end. */
  bodyMs: 5_000,
} as const;

/** What one source was seen to do. Nothing of it vouches for anything. */
export interface SourceHealth {
  readonly source: string;
  readonly title: string;
  /** Of the file that was asked for last, redacted. */
  readonly url: string;
  /** `unknown`: it refused a request without the credentials that an installation would send. */
  readonly state: SourceState;
  /** How the last try ended that failed; also of a usable source, where not every try was answered. */
  readonly code?: Code;
  /** The newest release whose file it handed out. */
  readonly version?: string;
  /** So many newer releases are known from some list; 0: it is up to date. */
  readonly behind?: number;
  readonly tries: number;
  readonly answers: number;
  readonly bytes: number;
  /** From the beginning of the request, redirects included, to the last header byte; nearest rank. */
  readonly firstByteMs?: { readonly p50: number; readonly p95: number };
  /** The best of the tries, of a body of 64 KiB: a hint, and no measurement of a line. */
  readonly bytesPerSecond?: number;
  /** Where redirects led, if it is another host. */
  readonly redirectedTo?: string;
  readonly canRange?: boolean;
  /** Fields by which caches on the way name themselves: `age` in seconds, `x-cache`, `via`. */
  readonly cache?: Readonly<Record<string, string>>;
}

/** The result of the command `sources`. */
export interface SourcesHealth {
  /** The newest stable release that any list names; null when there is no list and no table. */
  readonly newest: string | null;
  /** Ids of the lists that name it. */
  readonly learntFrom: readonly string[];
  /** In the order in which an installation asks them. */
  readonly sources: readonly SourceHealth[];
}

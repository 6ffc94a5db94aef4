import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about the cache of modules and build results. All are warnings: a cache never makes a run fail. */
export const CACHE_CODES = {
  'CACHE.UNAVAILABLE': {
    title: 'The cache service does not answer',
    why: 'The run goes on without restored modules and build results; it is slower, and nothing is saved.',
    decided: 'The service did not answer within its limit, or not as it should.',
    fix: 'Nothing, when it passes by itself; otherwise look at the status of the CI platform, or set cache: false.',
    severity: 'warning',
    exit: 75,
    explains: [],
  },
  'CACHE.RESTORE': {
    title: 'The cache entry could not be restored',
    why: 'The download or the unpacking failed; what it had unpacked of the modules is removed again.',
    fix: 'Look at the reason that is given as evidence; delete the entry when it is damaged.',
    severity: 'warning',
    exit: 75,
    explains: [],
  },
  'CACHE.SAVE': {
    title: 'The cache entry could not be saved',
    why: 'The next job starts without it.',
    fix: 'Look at the reason that is given as evidence.',
    severity: 'warning',
    exit: 75,
    explains: [],
  },
  'CACHE.PATTERN': {
    title: 'A pattern of cache-dependency-path counts for nothing',
    why: 'It matches no file, or it leads out of the workspace; the cache key does not depend on it.',
    decided: 'The pattern was matched against the files below the workspace.',
    fix: 'Write paths of files inside the workspace, one on each line, with * ? and **.',
    severity: 'warning',
    exit: 71,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;

import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about a directory that `mirror export` wrote. Text of an entry: see catalogue-entry.ts. */
export const MIRROR_CODES = {
  'MIRROR.CHANGED': {
    title: 'A file of the exported directory is not what was exported',
    why: 'It was changed, damaged or copied only in part after the export; nothing of it is used.',
    decided: 'Its SHA-256 differs from the one in SHA256SUMS of the same directory; both stand in the evidence.',
    fix: 'Copy the directory anew, or run mirror export on it again: that replaces what is changed.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;

import type { CatalogueEntry } from './catalogue-entry.ts';

/** What is wrong with the program as it was put on this machine. */
export const PROGRAM_CODES = {
  'SELF.INCOMPLETE': {
    title: 'A file of this program is missing',
    why: 'The program is several files that stand side by side in dist/; only main.cjs, or an incomplete copy, is here.',
    fix: 'Check the action out again, or copy the whole directory dist/.',
    severity: 'error',
    exit: 70,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;

import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about replacements that contradict each other; codes-project.ts has those of where one leads to. */
export const REPLACE_CODES = {
  'GO.REPLACE_CONFLICT': {
    title: 'A module is replaced in two ways',
    why: 'Go refuses to choose, within one file and among the modules of a workspace.',
    fix: 'Keep one replace line; in a workspace, write the one that counts into go.work. One replacement cannot stand for two modules.',
    severity: 'error',
    exit: 71,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;

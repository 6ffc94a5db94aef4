import type { CorpusCase } from './corpus-case.ts';
import { ENVIRONMENT_DEFECTS } from './environment-defects.ts';
import { LOOKALIKES } from './lookalikes.ts';
import { PROJECT_DEFECTS } from './project-defects.ts';
import { REPLACEMENT_DEFECTS } from './replacement-defects.ts';

/** What is wrong with files that go reads. */
export const FILE_DEFECTS: readonly CorpusCase[] = [...PROJECT_DEFECTS, ...REPLACEMENT_DEFECTS];
export const DEFECTS: readonly CorpusCase[] = [...FILE_DEFECTS, ...ENVIRONMENT_DEFECTS];
export const CORPUS: readonly CorpusCase[] = [...DEFECTS, ...LOOKALIKES];

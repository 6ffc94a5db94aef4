import type { CorpusCase } from './corpus-case.ts';
import { ENVIRONMENT_DEFECTS } from './environment-defects.ts';
import { LOOKALIKES } from './lookalikes.ts';
import { PROJECT_DEFECTS } from './project-defects.ts';

export const DEFECTS: readonly CorpusCase[] = [...PROJECT_DEFECTS, ...ENVIRONMENT_DEFECTS];
export const CORPUS: readonly CorpusCase[] = [...DEFECTS, ...LOOKALIKES];

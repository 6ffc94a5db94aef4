import { CODES } from '../domain/catalogue.ts';

/**
 * Loads the texts of all codes while files can still be opened: a run that meets the limit of open files could not say so
 * otherwise. In the bundle they are a file of their own, which is loaded by the first access to it. A run that finds its Go in
 * the tool cache does without, for loading takes 2 ms.
 */
export function loadWords(): void {
  if (CODES.length === 0) throw new Error('a program without words for what goes wrong');
}

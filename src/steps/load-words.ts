import { CODES } from '../domain/catalogue.ts';

/**
 * Loads what a failure is told with, while files can still be opened: where too many are open, that could not be told any more. Only a
 * run that finds its Go in the tool cache goes without, for it takes 2 ms. In the bundle these words are a file, which is loaded when
 * something in it is first asked for; here that is whether there are any.
 */
export function loadWords(): void {
  if (CODES.length === 0) throw new Error('a program without words for what goes wrong');
}

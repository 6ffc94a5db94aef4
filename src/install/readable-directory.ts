import { Failure } from '../domain/failure.ts';
import type { Files } from '../ports/machine.ts';

/** The entries of a directory; none when it is not there or cannot be read, for then Go cannot use what is in it either. */
export function readableEntries(files: Pick<Files, 'tree'>, directory: string): ReturnType<Files['tree']['readDirectory']> {
  try {
    return files.tree.readDirectory(directory);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

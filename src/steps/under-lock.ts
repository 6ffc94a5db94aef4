import { Failure } from '../domain/failure.ts';
import { checkDestination } from '../install/destination.ts';
import { withLock } from '../install/lock.ts';
import type { Place } from '../install/place.ts';
import { removeEmptyParents } from '../install/tool-store.ts';
import type { Context } from './context.ts';

/**
 * Does something at a place, alone: a second run waits, and then finds what the first made. Throws what is wrong with the place
 * (FS.*, INPUT.DESTINATION) before anything is done, FS.LOCK_TIMEOUT, or what the work throws.
 */
export async function underLock<T>(
  context: Context,
  { place, work }: { readonly place: Place; readonly work: () => Promise<T> },
  signal: AbortSignal,
): Promise<T> {
  const { machine, emit, inputs } = context;
  const randomName = (): string => machine.randomName();
  const [problem, ...problems] = await checkDestination({ place, files: machine.files, randomName });
  if (problem !== undefined) throw new Failure([problem, ...problems]);
  const lock = {
    path: place.lock,
    files: machine.files,
    clock: machine.clock,
    process: machine.process,
    randomName,
    waitMs: inputs.timeoutMs,
    onWaiting: (holder: string) => emit({ type: 'lock-waiting', holder }),
  };
  try {
    return await withLock(lock, work, signal);
  } finally {
    // A run that failed leaves no trace; what it ended with is the cause, and not that this failed too.
    await removeEmptyParents({ place, files: machine.files }).catch(() => undefined);
  }
}

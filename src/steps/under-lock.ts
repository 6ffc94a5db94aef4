import type { Code } from '../domain/catalogue.ts';
import { Failure } from '../domain/failure.ts';
import { checkDestination } from '../install/destination.ts';
import { type LockOptions, withLock } from '../install/lock.ts';
import type { Place } from '../install/place.ts';
import { removeEmptyParents } from '../install/publish.ts';
import { sweepStaging } from '../install/staging.ts';
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
  const onWaiting = (holder: string): void => emit({ type: 'lock-waiting', holder });
  try {
    return await withLock({ ...lockOf(context, place), waitMs: inputs.timeoutMs, onWaiting }, work, signal);
  } finally {
    // A run that failed leaves no trace; what it ended with is the cause, and not that this failed too.
    await removeEmptyParents({ place, files: machine.files }).catch(() => undefined);
  }
}

function lockOf({ machine }: Context, place: Place): Omit<LockOptions, 'waitMs'> {
  const { files, clock, process } = machine;
  return { path: place.lock, files, clock, process, randomName: () => machine.randomName() };
}

/** Somebody works there, or nothing may be changed there: neither hinders who only uses what stands there. */
const LEFT_ALONE: readonly Code[] = ['FS.LOCK_TIMEOUT', 'FS.READ_ONLY', 'FS.PERMISSION'];

/**
 * Removes what a killed run left beside a proved tree, its lock included, without waiting: only the lock of a holder that counts as
 * gone at once is taken over. What goes wrong is a warning, for the tree is whole. Throws the signal's reason.
 */
export async function sweepBesideStanding(context: Context, place: Place, signal: AbortSignal): Promise<void> {
  try {
    await withLock({ ...lockOf(context, place), waitMs: 0 }, () => sweepStaging(place, context.machine), signal);
  } catch (error) {
    if (!(error instanceof Failure) || signal.aborted) throw error;
    if (LEFT_ALONE.includes(error.code)) return;
    context.emit({ type: 'finding', finding: { ...error.finding, severity: 'warning' } });
  }
}

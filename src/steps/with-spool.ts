import type { Candidate } from '../domain/source.ts';
import type { Place } from '../install/place.ts';
import { openSpool, type Spool } from '../install/spool.ts';
import { sweepStaging } from '../install/staging.ts';
import type { Context } from './context.ts';

/**
 * Removes what killed runs left beside a place, but for the beginning of an archive that is of use, and does something with that. When
 * it ends, however it ends, nothing of it is left. To be called under the lock of the place. Throws FS.*, or what the work throws.
 */
export async function withSpool<T>(
  { machine }: Context,
  {
    place,
    candidates,
    work,
  }: { readonly place: Place; readonly candidates: readonly Candidate[]; readonly work: (spool: Spool) => Promise<T> },
): Promise<T> {
  const { files, process, clock } = machine;
  const fileNames = candidates.map(({ fileName }) => fileName);
  const spool = await openSpool({ place, files, process, clock, randomName: () => machine.randomName(), fileNames });
  try {
    await sweepStaging(place, machine);
    return await work(spool);
  } finally {
    // What the work ended with is the cause, and not that this failed too; the next run sweeps it.
    await spool.end().catch(() => undefined);
  }
}

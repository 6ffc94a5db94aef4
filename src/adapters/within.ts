/**
 * Runs work under a deadline of its own; afterwards it throws `late`, which the signal carries too. Work that ignores its signal, as a look-up
 * of a name or a disk that does not answer do, is not waited for. steps/within.ts is the same on the clock of a run.
 */
export async function within<T>(work: (signal: AbortSignal) => Promise<T>, limitMs: number, late: Error): Promise<T> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(late);
      stop.abort(late);
    }, limitMs);
  });
  try {
    return await Promise.race([work(stop.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The same bytes, but waiting for them ends at once with the signal's reason. The source is closed when the reader
 * stops, without waiting for it: one that hangs in next() would hold up whoever gives up.
 */
export async function* abortable(source: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
  });
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const { value, done } = await Promise.race([iterator.next(), aborted]);
      if (done === true) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

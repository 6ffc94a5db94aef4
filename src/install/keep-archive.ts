import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import type { TreeWriter } from '../ports/machine.ts';

/** Archive bytes of which a copy goes to the disk while somebody reads them. */
export interface KeptArchive extends ArchiveBytes {
  /** Writes what was only read from the end, and closes the file. To be called once all is read. Throws FS.*. */
  finish(): void;
  /** Closes the file; for whoever gives up. The caller removes it. Never throws. */
  abandon(): void;
}

/**
 * The same bytes, written to a new file as they come. They are read once, from the beginning; the reader of a zip asks for the end of the
 * file before that, and does not ask for it again, so it is written last. Throws FS.* where the file cannot be made or written.
 */
export function keepArchive(
  bytes: ArchiveBytes,
  { path, writer }: { readonly path: string; readonly writer: Pick<TreeWriter, 'createFile' | 'write' | 'closeFile'> },
): KeptArchive {
  let handle: number | undefined = writer.createFile(path, 0o644);
  let writtenBytes = 0;
  let tail: Awaited<ReturnType<ArchiveBytes['tail']>>;
  const write = (data: Uint8Array): void => {
    if (handle === undefined) throw new Error('written after it was closed');
    writer.write(handle, data, 0, data.length);
    writtenBytes += data.length;
  };
  const close = (): void => {
    const open = handle;
    handle = undefined;
    if (open !== undefined) writer.closeFile(open);
  };
  return {
    get sizeBytes() {
      return bytes.sizeBytes;
    },
    tail: async count => {
      tail = await bytes.tail(count);
      return tail;
    },
    async *stream(end, from = 0) {
      if (from !== writtenBytes) throw new Error('an archive is kept from its beginning, and once');
      for await (const chunk of bytes.stream(end, from)) {
        const wanted = chunk.subarray(0, (end ?? Number.POSITIVE_INFINITY) - writtenBytes);
        write(wanted);
        yield wanted;
      }
    },
    finish() {
      if (tail !== undefined && tail.start <= writtenBytes) write(tail.data.subarray(writtenBytes - tail.start));
      close();
    },
    abandon() {
      try {
        close();
      } catch {
        // The first failure is the one to report.
      }
    },
  };
}

import type { OpenedArchive } from '../domain/archive-bytes.ts';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Files } from '../ports/machine.ts';

/**
 * An archive that is a file of this machine. Throws FS.NOT_FOUND when there is no file, HTTP.TOO_LARGE above the limit of an
 * archive, FS.* while reading, BODY.TRUNCATED when the file became shorter meanwhile.
 */
export async function openLocalArchive(options: { readonly files: Files; readonly path: string }): Promise<OpenedArchive> {
  const { files, path } = options;
  // Of a link, what it leads to: a pipe would hold whoever opens it for ever.
  const real = await files.realPath(path);
  const found = real === undefined ? undefined : await files.stat(real);
  if (found?.kind !== 'file') {
    throw failure('FS.NOT_FOUND', { subject: path, evidence: { path, found: found?.kind ?? 'nothing' } });
  }
  const { sizeBytes } = found;
  if (sizeBytes > LIMITS.archiveBytes) {
    throw failure('HTTP.TOO_LARGE', { subject: path, evidence: { 'file bytes': sizeBytes, 'limit bytes': LIMITS.archiveBytes } });
  }

  async function tail(bytes: number): ReturnType<OpenedArchive['tail']> {
    const start = Math.max(0, sizeBytes - bytes);
    const data = await files.readRange(path, start, sizeBytes);
    if (data.length < sizeBytes - start) throw truncated(start + data.length, sizeBytes);
    return { start, data, sizeBytes };
  }

  async function* stream(end?: number): AsyncGenerator<Uint8Array, void, undefined> {
    const wantedBytes = end ?? sizeBytes;
    let countBytes = 0;
    if (wantedBytes === 0) return;
    for await (const chunk of files.stream(path)) {
      const part = chunk.subarray(0, wantedBytes - countBytes);
      countBytes += part.length;
      if (part.length > 0) yield part;
      if (part.length < chunk.length || countBytes === wantedBytes) break;
    }
    if (countBytes < wantedBytes) throw truncated(countBytes, wantedBytes);
  }

  function truncated(gotBytes: number, expectedBytes: number): Error {
    return failure('BODY.TRUNCATED', {
      subject: path,
      evidence: { 'received bytes': gotBytes, 'expected bytes': expectedBytes },
    });
  }

  return { sizeBytes, tail, stream, close: () => undefined };
}

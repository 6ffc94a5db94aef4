import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Measured, SignatureHash } from '../domain/proof.ts';
import type { ArchiveFormat } from '../domain/source.ts';
import type { Files } from '../ports/machine.ts';
import { abortable } from './abortable.ts';
import { createArchiveDigests } from './archive-digests.ts';
import { gunzip } from './gunzip.ts';
import { createTarReader } from './tar.ts';
import type { TreeResult, TreeSink } from './tree-sink.ts';
import { readZipBody, readZipTail, type ZipTail } from './zip.ts';

export interface UnpackOptions {
  readonly bytes: ArchiveBytes;
  readonly format: ArchiveFormat;
  readonly sink: TreeSink;
  readonly files: Pick<Files, 'stat' | 'readRange' | 'stream' | 'remove' | 'tree'>;
  /** A file that may be made, and is removed again, when a zip cannot be read from its end. */
  readonly spoolPath: string;
  /** Hears of every piece as it comes. */
  readonly onBytes?: (bytesCount: number) => void;
  /** Asked at the first byte: with what else than SHA-256 the archive is hashed, because a signature may be judged by it. */
  readonly signatureHashes?: (() => readonly SignatureHash[]) | undefined;
  /** Gives back the memory of buffers that nothing uses any more. */
  readonly relieve?: () => void;
}

/** What one pass measured. */
export interface Unpacked extends TreeResult {
  /** Lower-case hex SHA-256 of the whole archive. */
  readonly sha256: string;
  readonly signed: NonNullable<Measured['signed']>;
  readonly archiveBytes: number;
}

/** What of it is judged. */
export function measuredArchive({ tree, sha256, signed, versionFile, fileCount, archiveBytes }: Unpacked): Measured {
  return { tree, sha256, signed, versionFile, fileCount, sizeBytes: archiveBytes };
}

/**
 * Unpacks an archive into a sink in one pass and measures it: the SHA-256 of the archive and the tree hash. Nothing of it
 * is proved yet. Rejects with the first failure (BODY.*, HTTP.*, ARC.*, FS.*) or the signal's reason; then no file is left
 * open, and what was written is for the caller to remove.
 */
export async function unpack(options: UnpackOptions, signal: AbortSignal): Promise<Unpacked> {
  const digests = createArchiveDigests(() => options.signatureHashes?.() ?? []);
  let archiveBytes = 0;
  const count = (chunk: Uint8Array) => {
    digests.update(chunk);
    archiveBytes += chunk.length;
    if (archiveBytes > LIMITS.archiveBytes) {
      throw failure('ARC.LIMIT', { subject: 'archive', evidence: { limit: LIMITS.archiveBytes } });
    }
    options.onBytes?.(chunk.length);
  };
  try {
    signal.throwIfAborted();
    if (options.format === 'tar.gz') await unpackTarGz(options, count, signal);
    else await unpackZip(options, count, signal);
    return { ...options.sink.result(), sha256: digests.sha256(), signed: digests.signed, archiveBytes };
  } catch (error) {
    options.sink.abandon();
    throw error;
  }
}

type Count = (chunk: Uint8Array) => void;

async function unpackTarGz({ bytes, sink, relieve }: UnpackOptions, count: Count, signal: AbortSignal): Promise<void> {
  const tar = createTarReader(sink);
  await gunzip({ source: bytes.stream(), onInput: count, consume: piece => tar.push(piece), relieve }, signal);
  tar.end();
}

async function unpackZip(options: UnpackOptions, count: Count, signal: AbortSignal): Promise<void> {
  const { bytes, sink, relieve } = options;
  const tail = await readZipTail(bytes);
  if (tail !== undefined) {
    await readZipBody(zipBody({ bytes, tail, count }, signal), { tail, sink, relieve }, signal);
    count(tail.data.subarray(tail.end.directoryStart - tail.start));
    return;
  }
  try {
    await spool(options, count, signal);
    const local = spooledBytes(options);
    const spooledTail = await readZipTail(local);
    if (spooledTail === undefined) throw failure('FS.NOT_FOUND', { subject: options.spoolPath });
    const body = zipBody({ bytes: local, tail: spooledTail, count: undefined }, signal);
    await readZipBody(body, { tail: spooledTail, sink, relieve }, signal);
  } finally {
    await options.files.remove(options.spoolPath);
  }
}

/** Everything before the directory; what the tail holds of it is not asked for again. */
async function* zipBody(
  { bytes, tail, count }: { readonly bytes: ArchiveBytes; readonly tail: ZipTail; readonly count: Count | undefined },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let left = tail.start;
  if (left > 0) {
    for await (const chunk of abortable(bytes.stream(left), signal)) {
      const wanted = chunk.subarray(0, left);
      count?.(wanted);
      yield wanted;
      left -= wanted.length;
      if (left === 0) break;
    }
  }
  const rest = tail.data.subarray(0, tail.end.directoryStart - tail.start);
  count?.(rest);
  yield rest;
}

async function spool({ bytes, files, spoolPath }: UnpackOptions, count: Count, signal: AbortSignal): Promise<void> {
  await files.remove(spoolPath);
  const handle = files.tree.createFile(spoolPath, 0o600);
  try {
    for await (const chunk of abortable(bytes.stream(), signal)) {
      count(chunk);
      files.tree.write(handle, chunk, 0, chunk.length);
    }
  } finally {
    files.tree.closeFile(handle);
  }
}

function spooledBytes({ files, spoolPath }: UnpackOptions): ArchiveBytes {
  return {
    sizeBytes: undefined,
    async tail(bytes) {
      const stat = await files.stat(spoolPath);
      if (stat === undefined) return undefined;
      const start = Math.max(0, stat.sizeBytes - bytes);
      return { start, data: await files.readRange(spoolPath, start, stat.sizeBytes), sizeBytes: stat.sizeBytes };
    },
    stream: () => files.stream(spoolPath),
  };
}

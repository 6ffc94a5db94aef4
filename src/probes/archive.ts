import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { Failure } from '../domain/failure.ts';
import type { ArchiveFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { archiveKind, type BodyObservation, isGzip } from '../policy/archive-kind.ts';
import type { Clock, Files } from '../ports/machine.ts';
import { createTarScan } from './tar-scan.ts';

/** A file that was received, or is offered, as an archive of Go. */
export interface LocalArchive {
  readonly sourceId: string;
  readonly path: string;
  readonly format: 'tar.gz' | 'zip';
  readonly expected: NonNullable<BodyObservation['expected']>;
}

export interface ArchivePorts {
  readonly files: Pick<Files, 'stream'>;
  readonly clock: Clock;
}

/** Reads each file to its end and says what it is; one that cannot be read, is too large or takes too long, is left out. */
export async function lookAtArchives(
  ports: ArchivePorts,
  archives: readonly LocalArchive[],
  signal: AbortSignal,
): Promise<readonly ArchiveFacts[]> {
  const looks = await Promise.all(archives.map(archive => lookAt(ports, archive, signal)));
  return looks.flat();
}

async function lookAt(ports: ArchivePorts, archive: LocalArchive, signal: AbortSignal): Promise<readonly ArchiveFacts[]> {
  const { sourceId, format, expected } = archive;
  const observed = await observe(ports, archive, signal);
  if (observed === undefined) return [];
  const kind = archiveKind({ ...observed, format, expected });
  if (kind === undefined) return [];
  const firstHex = Buffer.from(observed.head.subarray(0, PROBE_LIMITS.firstBytes)).toString('hex');
  return [{ sourceId, kind, bytes: observed.bytes, expectedBytes: expected.bytes, firstHex }];
}

type Observed = Omit<BodyObservation, 'format' | 'expected' | 'control'>;

async function observe(
  { files, clock }: ArchivePorts,
  { path }: LocalArchive,
  signal: AbortSignal,
): Promise<Observed | undefined> {
  const endMs = clock.monotonic() + PROBE_LIMITS.archiveMs;
  const whole = createHash('sha256');
  const counts = { bytes: 0, all: 0, afterReturn: 0 };
  let head: Buffer = Buffer.alloc(0);
  let inflating: Inflating | undefined;
  let last = 0;
  try {
    for await (const chunk of files.stream(path)) {
      signal.throwIfAborted();
      if (counts.bytes + chunk.length > PROBE_LIMITS.archiveBytes || clock.monotonic() > endMs) return undefined;
      if (counts.bytes === 0 && isGzip(chunk)) inflating = startInflating();
      if (head.length < PROBE_LIMITS.rangeBytes) head = Buffer.concat([head, chunk.subarray(0, PROBE_LIMITS.rangeBytes)]);
      counts.bytes += chunk.length;
      whole.update(chunk);
      last = countLineFeeds(chunk, last, counts);
      await inflating?.add(chunk);
    }
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
  const inflated = await inflating?.end();
  return {
    bytes: counts.bytes,
    sha256: whole.digest('hex'),
    head,
    lineFeeds: { all: counts.all, afterReturn: counts.afterReturn },
    ...(inflated === undefined ? {} : { inflated }),
  };
}

/** Returns the last byte, which may be the return of the next chunk's line feed. */
function countLineFeeds(chunk: Uint8Array, last: number, counts: { all: number; afterReturn: number }): number {
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
    counts.all += 1;
    if ((at === 0 ? last : chunk[at - 1]) === 13) counts.afterReturn += 1;
  }
  return chunk.at(-1) ?? last;
}

interface Inflating {
  add(chunk: Uint8Array): Promise<void>;
  end(): Promise<NonNullable<Observed['inflated']>>;
}

function startInflating(): Inflating {
  const gunzip = createGunzip();
  const inner = createHash('sha256');
  const scan = createTarScan();
  let head: Buffer = Buffer.alloc(0);
  let end: NonNullable<Observed['inflated']>['end'] = 'complete';
  const closed = new Promise<void>(resolve => {
    gunzip.once('close', resolve);
  });
  gunzip.on('data', (chunk: Buffer) => {
    inner.update(chunk);
    scan.add(chunk);
    if (head.length < PROBE_LIMITS.rangeBytes) head = Buffer.concat([head, chunk.subarray(0, PROBE_LIMITS.rangeBytes)]);
  });
  gunzip.on('error', (error: Error & { readonly code?: string }) => {
    end = error.code === 'Z_BUF_ERROR' ? 'short' : 'damaged';
  });
  return {
    async add(chunk) {
      if (gunzip.destroyed || gunzip.write(chunk)) return;
      await Promise.race([closed, new Promise(resolve => gunzip.once('drain', resolve))]);
    },
    async end() {
      if (!gunzip.destroyed) gunzip.end();
      await closed;
      const platform = scan.platform();
      return { end, sha256: inner.digest('hex'), head, ...(platform === undefined ? {} : { platform }) };
    },
  };
}

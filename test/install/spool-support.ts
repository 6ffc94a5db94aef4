import { destinationPlace } from '../../src/install/place.ts';
import { openSpool, type Resumable, type Spool } from '../../src/install/spool.ts';
import { sweepStaging } from '../../src/install/staging.ts';
import type { Files } from '../../src/ports/machine.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFiles, type MemoryFilesOptions } from '../fakes/memory-files.ts';

export const PLACE = destinationPlace('/cache/go');
export const FILE_NAME = 'go1.26.8.linux-amd64.tar.gz';
export const URL = 'https://mirror.test/go1.26.8.linux-amd64.tar.gz';
const KIB = 1_024;
/** 25 s at 40 KiB/s. */
export const CONTENT = Uint8Array.from({ length: 1_000 * KIB }, (_, at) => Math.imul(at, 2_654_435_761) >>> 24);
export const SLOW_MS = 100;
const CHUNK_BYTES = 4 * KIB;

export interface Computer {
  readonly clock: FakeClock;
  readonly files: MemoryFiles;
}

export function createComputer(options: Omit<MemoryFilesOptions, 'clock'> = {}): Computer {
  const clock = createFakeClock();
  return { clock, files: createMemoryFiles({ clock, ...options }) };
}

/** The spool of one process of this computer. All processes but `living` and the one itself are dead. */
export function spoolOf(
  { clock, files }: { readonly clock: FakeClock; readonly files: Files },
  options: {
    readonly pid?: number;
    readonly living?: number;
    readonly hostname?: string;
    readonly fileNames?: readonly string[];
  } = {},
): Promise<Spool> {
  const { pid = 100, living, hostname = 'here', fileNames = [FILE_NAME] } = options;
  let names = 0;
  const randomName = (): string => {
    names += 1;
    return `${pid}x${names}`;
  };
  const process = { pid, hostname, run: `run ${pid}`, isAlive: (other: number) => other === living };
  return openSpool({ place: PLACE, files, process, clock, randomName, fileNames });
}

/** What the next run finds: its spool, after it has swept. */
export async function nextRun(computer: { readonly clock: FakeClock; readonly files: Files }, pid = 200): Promise<Spool> {
  const spool = await spoolOf(computer, { pid });
  const process = { pid, hostname: 'here', run: `run ${pid}`, isAlive: () => false };
  await sweepStaging(PLACE, { ...computer, process });
  return spool;
}

export interface SourceOptions {
  readonly content?: Uint8Array;
  readonly keptBytes?: number;
  readonly tag?: string | undefined;
  /** Undefined: nobody knows it. */
  readonly sizeBytes?: number | undefined;
  /** Before each piece of 4 KiB, by its position in the file. Default: SLOW_MS. */
  readonly pauseMs?: (atBytes: number) => number;
  readonly chunkBytes?: number;
}

/** A download, and what it was asked for. */
export function sourceOf({ clock }: Pick<Computer, 'clock'>, options: SourceOptions = {}) {
  const { content = CONTENT, keptBytes = 0, pauseMs = () => SLOW_MS, chunkBytes = CHUNK_BYTES } = options;
  const sizeBytes = 'sizeBytes' in options ? options.sizeBytes : content.length;
  const tag = 'tag' in options ? options.tag : '"one"';
  const asked: (readonly [from: number, end: number | undefined])[] = [];
  let sentBytes = 0;
  let leftCount = 0;
  const source: Resumable = {
    keptBytes,
    sizeBytes,
    validator: () => ({ url: URL, tag, sizeBytes }),
    tail: async count => ({ start: content.length - count, data: content.subarray(-count), sizeBytes: content.length }),
    stream: (end, from = 0) => {
      const read = async function* () {
        asked.push([from, end]);
        let isDone = false;
        try {
          for (let at = from; at < (end ?? content.length); at += chunkBytes) {
            const ms = pauseMs(at);
            if (ms > 0) await clock.sleep(ms);
            const chunk = content.subarray(at, Math.min(at + chunkBytes, end ?? content.length));
            sentBytes += chunk.length;
            yield chunk;
          }
          isDone = true;
        } finally {
          if (!isDone) leftCount += 1;
        }
      };
      return read();
    },
  };
  return { source, asked, sentBytes: () => sentBytes, leftCount: () => leftCount };
}

/** Reads so many bytes at least, then leaves; default: all. */
export async function readUpTo(bytes: AsyncIterable<Uint8Array>, atLeast = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let count = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    count += chunk.length;
    if (count >= atLeast) break;
  }
  return Buffer.concat(chunks);
}

/** What stands beside the target, without what is in it. */
export function beside({ files }: { readonly files: MemoryFiles }): readonly string[] {
  return files.paths(PLACE.parent).filter(path => /^\/cache\/[^/]+\/?$/u.test(path));
}

/** All that is kept, in order. */
export function keptContent({ files }: { readonly files: MemoryFiles }): Buffer {
  const start = (path: string): number => Number(/archive-(\d+)\.part$/u.exec(path)?.[1]);
  const pieces = files.paths(PLACE.parent).filter(path => path.endsWith('.part'));
  return Buffer.concat([...pieces].sort((a, b) => start(a) - start(b)).map(path => files.content(path) ?? Buffer.alloc(0)));
}

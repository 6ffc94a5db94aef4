import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveBytes } from '../../src/domain/archive-bytes.ts';
import { keepArchive } from '../../src/install/keep-archive.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';

const PATH = '/mnt/archive';

function bytesOf(data: Buffer, chunkBytes: number): ArchiveBytes {
  return {
    sizeBytes: data.length,
    tail: async count => {
      const start = Math.max(0, data.length - count);
      return { start, data: data.subarray(start), sizeBytes: data.length };
    },
    async *stream(end = data.length, from = 0) {
      for (let at = from; at < end; at += chunkBytes) yield data.subarray(at, Math.min(at + chunkBytes, end));
    },
  };
}

function scene(data: Buffer, chunkBytes: number) {
  const files = createMemoryFiles({ clock: createFakeClock() });
  files.put('/mnt/other', '');
  return { files, kept: keepArchive(bytesOf(data, chunkBytes), { path: PATH, writer: files.tree }) };
}

async function drain(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const ANY = {
  data: fc.uint8Array({ maxLength: 400 }),
  chunk: fc.integer({ min: 1, max: 50 }),
  tail: fc.integer({ min: 0, max: 450 }),
};

describe('an archive that is kept while it is read', () => {
  it('from its beginning is the same on the disk', () =>
    fc.assert(
      fc.asyncProperty(ANY.data, ANY.chunk, async (data, chunk) => {
        const { files, kept } = scene(Buffer.from(data), chunk);
        expect((await drain(kept.stream())).equals(data)).toBe(true);
        kept.finish();
        expect(files.content(PATH)?.equals(data)).toBe(true);
        expect(files.openCount()).toBe(0);
      }),
    ));

  it('from its end first, and then up to there, is the same on the disk', () =>
    fc.assert(
      fc.asyncProperty(ANY.data, ANY.chunk, ANY.tail, async (data, chunk, count) => {
        const { files, kept } = scene(Buffer.from(data), chunk);
        const tail = await kept.tail(count);
        if (tail !== undefined && tail.start > 0) await drain(kept.stream(tail.start));
        kept.finish();
        expect(files.content(PATH)?.equals(data)).toBe(true);
      }),
    ));

  it('that is given up is closed, once', async () => {
    const { files, kept } = scene(Buffer.alloc(100), 10);
    for await (const piece of kept.stream()) if (piece.length > 0) break;
    kept.abandon();
    kept.abandon();
    expect(files.openCount()).toBe(0);
  });

  it('is never begun in the middle', async () => {
    const { kept } = scene(Buffer.alloc(100), 10);
    await expect(drain(kept.stream(undefined, 5))).rejects.toThrow('from its beginning');
    kept.abandon();
  });
});

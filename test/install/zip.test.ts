import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { readZipBody, readZipTail } from '../../src/install/zip.ts';
import { serve, type ZipFile, type ZipOptions, zip } from '../fakes/archives.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';

async function read(data: Buffer, chunkBytes = 50): Promise<readonly (readonly [string, string | undefined])[]> {
  const seen: [string, string | undefined][] = [];
  const bytes = serve(data, { chunkBytes });
  const tail = await readZipTail(bytes);
  if (tail === undefined) throw new Error('no tail');
  const sink = {
    begin: (entry: { readonly path: string }) => void seen.push([entry.path, '']),
    data: (part: Uint8Array, from: number, to: number) => {
      const last = seen.at(-1);
      if (last !== undefined) last[1] = `${last[1]}${Buffer.from(part.subarray(from, to)).toString()}`;
    },
    end: () => undefined,
    directory: (path: string) => void seen.push([path, undefined]),
  };
  const body = serve(data, { chunkBytes }).stream(tail.end.directoryStart);
  await readZipBody(body, { tail, sink }, new AbortController().signal);
  return seen;
}

const refusal = (files: readonly ZipFile[], options?: ZipOptions) => codeOfAsync(() => read(zip(files, options)));
const FILE: ZipFile = { name: 'go/a', content: 'hello' };
const OTHER: ZipFile = { name: 'go/b', content: 'world'.repeat(100) };

describe('an honest zip', () => {
  test('is read whole, with and without directories, descriptors and compression', async () => {
    const data = zip([
      { name: 'go/' },
      FILE,
      { ...OTHER, descriptor: false },
      { name: 'go/stored', content: 'as it is', method: 0 },
      { name: 'go/empty', content: '' },
      { name: 'go/unsigned', content: 'x', signedDescriptor: false },
      { name: 'go/Þ', content: 'unicode' },
      { name: 'go/dos', content: 'x', attributes: 0x20 },
      { name: 'go/best', content: 'x', flags: 0x0002 | 0x0008 },
      { name: 'go/timed', content: 'x', extra: Buffer.from('555401000155540000', 'hex') },
    ]);
    const expected = [
      ['go', undefined],
      ['go/a', 'hello'],
      ['go/b', 'world'.repeat(100)],
      ['go/stored', 'as it is'],
      ['go/empty', ''],
      ['go/unsigned', 'x'],
      ['go/Þ', 'unicode'],
      ['go/dos', 'x'],
      ['go/best', 'x'],
      ['go/timed', 'x'],
    ];
    for (const chunkBytes of [1, 29, 1_000, data.length]) expect(await read(data, chunkBytes)).toEqual(expected);
  });

  test('may be empty of entries', async () => {
    expect(await read(zip([]))).toEqual([]);
  });

  test('may have a directory that is larger than the first look at its end', async () => {
    const files = Array.from({ length: 40_000 }, (_, i) => ({
      name: `go/${'n'.repeat(60)}${i}`,
      content: '',
      method: 0,
      descriptor: false,
    }));
    const data = zip(files);
    const asked: number[] = [];
    const bytes = serve(data);
    const tail = await readZipTail({
      ...bytes,
      tail: count => {
        asked.push(count);
        return bytes.tail(count);
      },
    });
    expect(tail?.entries).toHaveLength(40_000);
    expect(asked).toEqual([2 * 1024 * 1024, data.length - (tail?.end.directoryStart ?? 0)]);
  });
});

describe('no zip', () => {
  test.each([
    ['a web page', Buffer.from('\n<!DOCTYPE html><html>log in</html>'), 'HTTP.HTML'],
    ['an error of a storage service', Buffer.from('<?xml version="1.0"?><Error/>'), 'HTTP.HTML'],
    ['nothing', Buffer.alloc(0), 'ARC.TRUNCATED'],
    ['other bytes', Buffer.alloc(100, 7), 'ARC.NOT_ZIP'],
    ['a zip without its end', zip([FILE, OTHER]).subarray(0, -30), 'ARC.TRUNCATED'],
    ['a zip with one byte more', Buffer.concat([zip([FILE]), Buffer.from('x')]), 'ARC.TRUNCATED'],
    ['a large zip without its end', Buffer.concat([zip([FILE]).subarray(0, 60), Buffer.alloc(3 * 1024 * 1024)]), 'ARC.TRUNCATED'],
    ['large and something else', Buffer.alloc(3 * 1024 * 1024, 1), 'ARC.NOT_ZIP'],
  ])('%s', async (_name, data, code) => {
    expect(await codeOfAsync(() => read(data))).toBe(code);
  });
});

describe('a hostile zip', () => {
  const second = zip([{ name: 'go/evil', content: 'evil' }]);
  test.each<[string, readonly ZipFile[], ZipOptions | undefined, string]>([
    ['symbolic link', [{ ...FILE, attributes: 0o120777 * 0x10000 }], undefined, 'ARC.TYPE'],
    ['device', [{ ...FILE, attributes: 0o020666 * 0x10000 }], undefined, 'ARC.TYPE'],
    ['fifo', [{ ...FILE, attributes: 0o010666 * 0x10000 }], undefined, 'ARC.TYPE'],
    ['directory bit on a file', [{ ...FILE, attributes: 0x10 }], undefined, 'ARC.TYPE'],
    ['file bits on a directory', [{ name: 'go/', attributes: 0o100644 * 0x10000 }], undefined, 'ARC.TYPE'],
    ['encrypted', [{ ...FILE, flags: 0x0009 }], undefined, 'ARC.TYPE'],
    ['masked headers', [{ ...FILE, flags: 0x2008 }], undefined, 'ARC.TYPE'],
    ['method bzip2', [{ ...FILE, method: 12 }], undefined, 'ARC.TYPE'],
    ['zip64 sizes', [{ ...FILE, extra: Buffer.from('01000800ffffffffffffffff', 'hex') }], undefined, 'ARC.TYPE'],
    ['second name in an extra field', [{ ...FILE, extra: Buffer.from('7570010078', 'hex') }], undefined, 'ARC.TYPE'],
    ['extra field that is cut', [{ ...FILE, extra: Buffer.from('5554ff', 'hex') }], undefined, 'ARC.CORRUPT'],
    ['extra field that is too long', [{ ...FILE, extra: Buffer.from('5554ff00', 'hex') }], undefined, 'ARC.CORRUPT'],
    ['zip64 count', [FILE], { entryCount: 0xffff }, 'ARC.LIMIT'],
    ['zip64 offset', [FILE], { directoryStart: 0xffffffff }, 'ARC.CORRUPT'],
    ['more disks', [FILE], { disk: 1 }, 'ARC.CORRUPT'],
    ['fewer entries than said', [FILE], { entryCount: 2 }, 'ARC.CORRUPT'],
    ['more entries than said', [FILE, OTHER], { entryCount: 1 }, 'ARC.CORRUPT'],
    ['comment', [FILE], { comment: 'PK' }, 'ARC.TRUNCATED'],
    ['another zip in the comment', [FILE], { comment: second.toString('latin1') }, 'ARC.CORRUPT'],
    ['bytes before the first entry', [FILE], { prefix: Buffer.from('#!/bin/sh\n') }, 'ARC.CORRUPT'],
    ['bytes between entries', [{ ...FILE, gap: second }, OTHER], undefined, 'ARC.CORRUPT'],
    [
      'bytes between entries, sizes in front',
      [{ ...FILE, descriptor: false, gap: Buffer.from('x') }, OTHER],
      undefined,
      'ARC.CORRUPT',
    ],
    ['bytes before the directory', [{ ...FILE, gap: Buffer.alloc(16) }], undefined, 'ARC.CORRUPT'],
    ['two entries for one place', [FILE, { ...OTHER, declaredOffset: 0 }], undefined, 'ARC.CORRUPT'],
    ['entry inside another', [FILE, { ...OTHER, declaredOffset: 20 }], undefined, 'ARC.CORRUPT'],
    ['entry behind the directory', [FILE, { ...OTHER, declaredOffset: 100_000 }], undefined, 'ARC.CORRUPT'],
    ['other local name', [{ ...FILE, localName: 'go/b' }], undefined, 'ARC.CORRUPT'],
    ['other local method', [{ ...FILE, localMethod: 0 }], undefined, 'ARC.CORRUPT'],
    ['other local flags', [{ ...FILE, localFlags: 0 }], undefined, 'ARC.CORRUPT'],
    ['other local size', [{ ...FILE, descriptor: false, localBytes: 4 }], undefined, 'ARC.CORRUPT'],
    ['other size in the local header than in the descriptor', [{ ...FILE, localBytes: 4 }], undefined, 'ARC.CORRUPT'],
    ['wrong CRC', [{ ...FILE, declaredCrc: 1 }], undefined, 'ARC.CORRUPT'],
    ['declared shorter than it is', [{ ...OTHER, declaredBytes: 5 }], undefined, 'ARC.CORRUPT'],
    ['declared longer than it is', [{ ...OTHER, declaredBytes: 600 }], undefined, 'ARC.CORRUPT'],
    ['declared empty', [{ ...OTHER, declaredBytes: 0 }], undefined, 'ARC.CORRUPT'],
    ['sizes that deflate cannot reach', [{ ...FILE, declaredBytes: 400_000_000 }], undefined, 'ARC.CORRUPT'],
    ['stored with two sizes', [{ ...FILE, method: 0, declaredBytes: 4 }], undefined, 'ARC.CORRUPT'],
    [
      'bomb by one entry',
      [{ ...FILE, declaredBytes: LIMITS.unpackedBytes + 1, compressed: Buffer.alloc(600_000) }],
      undefined,
      'ARC.LIMIT',
    ],
    [
      'bomb by many entries',
      [1, 2, 3].map(i => ({ name: `go/${i}`, declaredBytes: 200 * 1024 * 1024, compressed: Buffer.alloc(250_000) })),
      undefined,
      'ARC.LIMIT',
    ],
    ['no deflate data', [{ ...FILE, compressed: Buffer.from('zzzzz') }], undefined, 'ARC.CORRUPT'],
    [
      'deflate data that is cut',
      [{ ...OTHER, compressed: deflateRawSync('world'.repeat(100)).subarray(0, 6) }],
      undefined,
      'ARC.CORRUPT',
    ],
    [
      'bytes behind the deflate data',
      [{ ...FILE, compressed: Buffer.concat([deflateRawSync('hello'), Buffer.from('junk')]) }],
      undefined,
      'ARC.CORRUPT',
    ],
    ['directory with content', [{ name: 'go/d/', content: 'x' }], undefined, 'ARC.CORRUPT'],
    ['name that is not UTF-8', [{ name: Buffer.from([0x67, 0xfe]), content: 'x' }], undefined, 'ARC.NAME'],
  ])('%s', async (_name, files, options, code) => {
    expect(await refusal(files, options)).toBe(code);
  });

  test('a directory that is declared larger than any is not asked for', async () => {
    const data = zip([FILE]);
    data.writeUInt32LE(LIMITS.zipDirectoryBytes + 1, data.length - 10);
    expect(await codeOfAsync(() => read(data))).toBe('ARC.LIMIT');
  });

  test('no byte that is changed makes it fail otherwise than with a code of an archive', async () => {
    const honest = zip([{ name: 'go/' }, FILE, { ...OTHER, descriptor: false }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        async changes => {
          const data = Buffer.from(honest);
          for (const [at, byte] of changes) data[at] = byte;
          try {
            await read(data, 64);
          } catch (error) {
            expect(error).toBeInstanceOf(Failure);
            expect((error as Failure).code).toMatch(/^ARC\./u);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

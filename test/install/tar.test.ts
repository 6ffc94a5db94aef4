import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { createTarReader } from '../../src/install/tar.ts';
import { paxEntry, type TarEntry, tar, tarEntry } from '../fakes/archives.ts';
import { codeOf } from '../fakes/failure-code.ts';

interface Seen {
  readonly path: string;
  readonly content?: string;
  readonly mtimeSeconds?: number | undefined;
}

/** Reads a whole tar in pieces of one size; gives what a sink would have got. */
function read(data: Buffer, pieceBytes = data.length): readonly Seen[] {
  const seen: Seen[] = [];
  let open: { path: string; parts: Buffer[]; mtimeSeconds: number | undefined } | undefined;
  const reader = createTarReader({
    begin: entry => {
      open = { path: entry.path, parts: [], mtimeSeconds: entry.mtimeSeconds };
    },
    data: (bytes, from, to) => void open?.parts.push(Buffer.from(bytes.subarray(from, to))),
    end: () => {
      if (open !== undefined)
        seen.push({ path: open.path, content: Buffer.concat(open.parts).toString(), mtimeSeconds: open.mtimeSeconds });
      open = undefined;
    },
    directory: path => void seen.push({ path }),
  });
  for (let at = 0; at < data.length; at += pieceBytes) reader.push(data.subarray(at, at + pieceBytes));
  reader.end();
  return seen;
}

function refusal(entries: readonly (TarEntry | Buffer)[], end?: Buffer): string {
  return codeOf(() => read(tar(entries, end)));
}

const FILE = { name: 'go/a', content: 'hello' } as const;
const ZERO = Buffer.alloc(512);

describe('an honest tar', () => {
  test('is read whole, whatever pieces it comes in', () => {
    const long = `go/${'deep/'.repeat(30)}file`;
    const data = tar([
      { name: 'go/' },
      FILE,
      { name: 'go/empty' },
      { name: 'go/block', content: 'x'.repeat(512) },
      paxEntry({ path: 'go/Þ', mtime: '1.5', 'SCHILY.xattr.user.x': 'y', comment: 'z' }),
      { name: 'short', content: 'unicode' },
      tarEntry({ name: '././@LongLink', type: 'L', content: `${long}\0` }),
      { name: long.slice(0, 99), content: 'gnu', magic: 'ustar  \0', prefix: 'not a prefix' },
      { name: 'base', prefix: 'go/prefix', content: 'ustar' },
      paxEntry({ comment: 'commit' }, { type: 'g' }),
      { name: 'go/large', content: 'y'.repeat(3_000), mtimeSeconds: 12 },
    ]);
    const whole = read(data);
    expect(whole.map(({ path, content }) => [path, content?.slice(0, 8)])).toEqual([
      ['go', undefined],
      ['go/a', 'hello'],
      ['go/empty', ''],
      ['go/block', 'xxxxxxxx'],
      ['go/Þ', 'unicode'],
      [long, 'gnu'],
      ['go/prefix/base', 'ustar'],
      ['go/large', 'yyyyyyyy'],
    ]);
    expect(whole.at(-1)?.mtimeSeconds).toBe(12);
    for (const pieceBytes of [1, 7, 511, 512, 513, 4096]) expect(read(data, pieceBytes)).toEqual(whole);
  });

  test('may be padded with zeros, and may give a size in pax or in base 256', () => {
    const base256 = Buffer.alloc(12);
    base256[0] = 0x80;
    base256[11] = 5;
    expect(read(tar([{ ...FILE, sizeField: base256 }], Buffer.alloc(10_240)))).toHaveLength(1);
    expect(read(tar([paxEntry({ size: '5' }), { ...FILE, declaredBytes: 0 }]))[0]?.content).toBe('hello');
  });
});

describe('kinds of entries that no Go archive has', () => {
  test.each([
    ['hard link', '1'],
    ['symbolic link', '2'],
    ['character device', '3'],
    ['block device', '4'],
    ['fifo', '6'],
    ['contiguous file', '7'],
    ['GNU sparse', 'S'],
    ['GNU long link', 'K'],
    ['GNU directory dump', 'D'],
    ['multi-volume', 'M'],
    ['Solaris pax', 'X'],
  ])('%s', (_name, type) => {
    expect(refusal([{ name: 'go/x', type, linkName: '/etc/passwd' }])).toBe('ARC.TYPE');
  });

  test.each([
    { 'GNU.sparse.major': '1' },
    { linkpath: 'x' },
    { hdrcharset: 'BINARY' },
    { 'SCHILY.realsize': '9' },
    { unknown: 'x' },
  ])('pax key %j', records => {
    expect(refusal([paxEntry(records as Record<string, string>), FILE])).toBe('ARC.TYPE');
  });

  test('a name or a size for all entries that follow', () => {
    expect(refusal([paxEntry({ path: 'go/x' }, { type: 'g' }), FILE])).toBe('ARC.TYPE');
    expect(refusal([paxEntry({ size: '1' }, { type: 'g' }), FILE])).toBe('ARC.TYPE');
  });
});

describe('a damaged tar', () => {
  const negative = Buffer.alloc(12, 0xff);
  const huge = Buffer.from([0x80, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  test.each<[string, readonly (TarEntry | Buffer)[], Buffer | undefined, string]>([
    ['header checksum', [{ ...FILE, badChecksum: true }], undefined, 'ARC.CORRUPT'],
    ['no ustar', [{ ...FILE, magic: '\0\0\0\0\0\0\0\0' }], undefined, 'ARC.CORRUPT'],
    ['size is no number', [{ ...FILE, sizeField: Buffer.from('12345678x\0\0\0') }], undefined, 'ARC.CORRUPT'],
    ['size is negative', [{ ...FILE, sizeField: negative }], undefined, 'ARC.CORRUPT'],
    ['size is beyond counting', [{ ...FILE, sizeField: huge }], undefined, 'ARC.CORRUPT'],
    ['directory with content', [{ name: 'go/', content: 'x' }], undefined, 'ARC.CORRUPT'],
    ['garbage after the end', [FILE, ZERO, ZERO, Buffer.alloc(512, 7)], undefined, 'ARC.CORRUPT'],
    ['entry after the end', [FILE, ZERO, ZERO, FILE], undefined, 'ARC.CORRUPT'],
    ['one zero block inside', [FILE, ZERO, FILE], undefined, 'ARC.CORRUPT'],
    ['only one zero block at the end', [FILE], ZERO, 'ARC.TRUNCATED'],
    ['no end', [FILE], Buffer.alloc(0), 'ARC.TRUNCATED'],
    ['nothing', [], Buffer.alloc(0), 'ARC.TRUNCATED'],
    ['content cut', [], tarEntry(FILE).subarray(0, 514), 'ARC.TRUNCATED'],
    ['header cut', [], tarEntry(FILE).subarray(0, 100), 'ARC.TRUNCATED'],
    ['pax without entry', [paxEntry({ path: 'go/x' })], undefined, 'ARC.CORRUPT'],
    ['two pax', [paxEntry({ path: 'go/x' }), paxEntry({ path: 'go/y' }), FILE], undefined, 'ARC.CORRUPT'],
    ['path twice', [paxEntry({}, { raw: '10 path=a\n\n10 path=b\n\n' }), FILE], undefined, 'ARC.CORRUPT'],
    ['pax length too long', [paxEntry({}, { raw: '99 path=a\n' }), FILE], undefined, 'ARC.CORRUPT'],
    ['pax length too short', [paxEntry({}, { raw: '2 path=a\n' }), FILE], undefined, 'ARC.CORRUPT'],
    ['pax without equals', [paxEntry({}, { raw: '8 patha\n' }), FILE], undefined, 'ARC.CORRUPT'],
    ['pax without length', [paxEntry({}, { raw: 'path=a\n' }), FILE], undefined, 'ARC.CORRUPT'],
    ['empty pax', [paxEntry({}), FILE], undefined, 'ARC.CORRUPT'],
    ['empty pax path', [paxEntry({ path: '' }), FILE], undefined, 'ARC.CORRUPT'],
    ['NUL in pax path', [paxEntry({ path: 'go/a\0b' }), FILE], undefined, 'ARC.CORRUPT'],
    ['pax size is no number', [paxEntry({ size: '-1' }), FILE], undefined, 'ARC.CORRUPT'],
    ['long name without NUL', [tarEntry({ name: 'x', type: 'L', content: 'go/x' }), FILE], undefined, 'ARC.CORRUPT'],
    ['name not UTF-8', [{ name: Buffer.from([0x67, 0x6f, 0x2f, 0xff]), content: 'x' }], undefined, 'ARC.NAME'],
    ['huge pax header', [{ name: 'x', type: 'x', declaredBytes: LIMITS.tarMetadataBytes + 1 }], undefined, 'ARC.LIMIT'],
    ['huge long name', [{ name: 'x', type: 'L', declaredBytes: 2 ** 30 }], undefined, 'ARC.LIMIT'],
  ])('%s', (_name, entries, end, code) => {
    expect(refusal(entries, end)).toBe(code);
  });
});

describe('properties', () => {
  const file = fc.record({ name: fc.stringMatching(/^go\/[a-z]{1,60}$/u), content: fc.string({ maxLength: 1_500 }) });

  test('what was packed is what is read', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 6 }), fc.integer({ min: 1, max: 2_000 }), (files, pieceBytes) => {
        expect(read(tar(files), pieceBytes).map(({ path, content }) => ({ name: path, content }))).toEqual(files);
      }),
      { numRuns: 60 },
    );
  });

  test('no bytes make it fail otherwise than with a code of an archive', () => {
    const honest = tar([FILE, paxEntry({ path: 'go/x' }), { name: 'y', content: 'z'.repeat(600) }]);
    const damage = fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(damage, changes => {
        const data = Buffer.from(honest);
        for (const [at, byte] of changes) data[at] = byte;
        try {
          read(data);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          expect((error as Failure).code).toMatch(/^ARC\./u);
        }
      }),
    );
  });

  test('a tar that is cut anywhere is refused', () => {
    const honest = tar([FILE, { name: 'go/b', content: 'x'.repeat(700) }]);
    fc.assert(
      fc.property(fc.nat(honest.length - 1), length => {
        expect(codeOf(() => read(honest.subarray(0, length)))).toBe('ARC.TRUNCATED');
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUM_GOLANG_ORG } from '../../src/verify/known-log.ts';
import { openNote, openTreeHead, parseCount, parseTreeHead, parseVerifierKey } from '../../src/verify/note.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { makeSigner, signNote, treeText } from '../fakes/sumdb-log.ts';

const ROOT = 'O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA=';
const signer = makeSigner();
const key = parseVerifierKey(signer.verifierKey);
const good = signNote(treeText({ size: 7, root: ROOT }), signer);
const signatureLine = good.toString('utf8').split('\n').at(-2) ?? '';

/** Answer of the public database to a look-up of golang.org/toolchain v0.0.1-go1.26.8.linux-amd64, 2026-11-21. */
const REAL_NOTE = `go.sum database tree
66332798
czPocWFmMwQrSENohgEPvFiqA+2i/3lRZhHbxtma2UQ=

\u2014 sum.golang.org Az3grh19zTBOmg0dGOAELF5SP1N/QTSsuYwquERee13uccsbttgwVlS/0MhlHd7IEvb6fQVKmu7XFovf0PT1tKOnHQo=
`;

describe('signed note', () => {
  test('of the public database opens with its key', () => {
    const head = openTreeHead(Buffer.from(REAL_NOTE), parseVerifierKey(SUM_GOLANG_ORG.verifierKey));
    expect(head).toEqual({ size: 66_332_798, root: 'czPocWFmMwQrSENohgEPvFiqA+2i/3lRZhHbxtma2UQ=' });
  });

  test('of the public database does not open with another key', () => {
    expect(codeOf(() => openTreeHead(Buffer.from(REAL_NOTE), key))).toBe('SUM.NOTE');
  });

  test('yields its text up to the line feed before the empty line', () => {
    expect(openNote(good, key)).toBe(treeText({ size: 7, root: ROOT }));
    expect(openTreeHead(good, key)).toEqual({ size: 7, root: ROOT });
  });

  test('may carry signatures of others beside the one of the key', () => {
    const other = signNote(treeText({ size: 7, root: ROOT }), makeSigner('witness.example.org'));
    const line = other.toString('utf8').split('\n').at(-2);
    expect(openTreeHead(Buffer.from(`${good}${line}\n`), key).size).toBe(7);
    expect(openTreeHead(Buffer.from(`${good}${signatureLine}\n`), key).size).toBe(7);
  });

  test('is refused when any single bit of it is flipped', () => {
    fc.assert(
      fc.property(fc.nat(good.length * 8 - 1), at => {
        const bytes = Buffer.from(good);
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
        expect(codeOf(() => openTreeHead(bytes, key))).toBe('SUM.NOTE');
      }),
      { numRuns: 500 },
    );
  });

  const text = treeText({ size: 7, root: ROOT });
  test.each([
    ['nothing at all', ''],
    ['no signature', text],
    ['an empty line and no signature', `${text}\n`],
    ['no line feed at the end', good.toString('utf8').slice(0, -1)],
    ['a carriage return', good.toString('utf8').replaceAll('\n', '\r\n')],
    ['a hyphen in place of the dash', good.toString('utf8').replace('\u2014', '-')],
    ['only the signature of another key of the same name', signNote(text, makeSigner(signer.name)).toString('utf8')],
    ['the signature under another name', good.toString('utf8').replace(`\u2014 ${signer.name}`, '\u2014 other.example.org')],
    ['a good and then a malformed signature line', `${good}\u2014 x\n`],
    ['too many signatures', `${good}${`${signatureLine}\n`.repeat(100)}`],
    ['a byte order mark', `\uFEFF${good}`],
    ['HTML', '<!doctype html>\n\n<html></html>\n'],
  ])('is refused with %s', (_, note) => {
    expect(codeOf(() => openTreeHead(Buffer.from(note), key))).toBe('SUM.NOTE');
  });

  test('is refused when it is not UTF-8, or too large', () => {
    expect(codeOf(() => openNote(Buffer.concat([Buffer.of(0xff), good]), key))).toBe('SUM.NOTE');
    expect(codeOf(() => openNote(Buffer.concat([Buffer.alloc(1_000_001, 97), good]), key))).toBe('SUM.NOTE');
  });

  test('never makes anything but SUM.NOTE of arbitrary bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => codeOf(() => openNote(bytes, key)) === 'SUM.NOTE'));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 100 }),
        tail => codeOf(() => openNote(Buffer.from(`a\n\n\u2014 ${tail}\n`), key)) === 'SUM.NOTE',
      ),
    );
  });
});

describe('verifier key text', () => {
  test.each(['', 'x', 'sum.golang.org+033de0ae', 'sum golang+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'])(
    'is refused when malformed: %j',
    text => {
      expect(codeOf(() => parseVerifierKey(text))).toBe('SUM.NOTE');
    },
  );

  test('is refused when its hash is that of another key, or the algorithm is unknown', () => {
    const { verifierKey } = SUM_GOLANG_ORG;
    expect(codeOf(() => parseVerifierKey(verifierKey.replace('033de0ae', '033de0af')))).toBe('SUM.NOTE');
    expect(codeOf(() => parseVerifierKey(verifierKey.replace('+Ac4z', '+Ac5z')))).toBe('SUM.NOTE');
    expect(codeOf(() => parseVerifierKey(verifierKey.replace('sum.golang', 'sum.g0lang')))).toBe('SUM.NOTE');
    expect(parseVerifierKey(verifierKey).name).toBe('sum.golang.org');
  });
});

describe('tree text', () => {
  test('may have further lines, which are passed over', () => {
    expect(parseTreeHead(`go.sum database tree\n7\n${ROOT}\nsomething new\n`)).toEqual({ size: 7, root: ROOT });
  });

  test.each([
    ['go.sum database tree v2', '7', ROOT],
    ['go.sum database tree', '-7', ROOT],
    ['go.sum database tree', '007', ROOT],
    ['go.sum database tree', '1e3', ROOT],
    ['go.sum database tree', '562949953421312', ROOT],
    ['go.sum database tree', '99999999999999999999', ROOT],
    ['go.sum database tree', '7', ROOT.slice(4)],
    ['go.sum database tree', '7', 'not base64'],
  ])('is refused when malformed: %s %s %s', (title, size, root) => {
    expect(codeOf(() => parseTreeHead(`${title}\n${size}\n${root}\n`))).toBe('SUM.NOTE');
  });

  test('is refused without its last line feed', () => {
    expect(codeOf(() => parseTreeHead(`go.sum database tree\n7\n${ROOT}`))).toBe('SUM.NOTE');
  });

  test('counts up to 2^48', () => {
    expect(parseCount(String(2 ** 48))).toBe(2 ** 48);
    expect(parseCount(String(2 ** 48 + 1))).toBeUndefined();
    expect(parseCount('0')).toBe(0);
  });
});

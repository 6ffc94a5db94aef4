import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expectation, Measured, ProofKind } from '../../src/domain/proof.ts';
import { judge } from '../../src/verify/judge.ts';

const FILE = 'go1.26.8.linux-amd64.tar.gz';
const measured: Measured = { tree: 'h1:tree', sha256: 'aa', sizeBytes: 1, fileCount: 1 };
const installed: Measured = { tree: 'h1:tree', sizeBytes: 1, fileCount: 1 };

const tree = (kind: ProofKind, value: string): Expectation => ({ kind, over: 'tree', value, root: `${kind} root`, detail: 'd' });
const file = (kind: ProofKind, value: string): Expectation => ({
  kind,
  over: 'file',
  fileName: FILE,
  value,
  root: `${kind} root`,
  detail: 'd',
});

const database = (value = 'h1:tree') => tree('checksum-database', value);
const table = (value = 'aa') => file('release-table', value);
const listing = (value = 'aa') => file('source-listing', value);

describe('judge', () => {
  test.each<[string, Measured, readonly Expectation[], ProofKind, boolean]>([
    ['the database alone', measured, [database()], 'checksum-database', false],
    ['the table alone', measured, [table()], 'release-table', true],
    ['both', measured, [table(), database()], 'checksum-database', true],
    ['the table, although the tree differs', measured, [table(), database('h1:x')], 'release-table', true],
    ['the database, although packed anew', measured, [table('bb'), database()], 'checksum-database', false],
    ['the database for an installed tree', installed, [table(), database()], 'checksum-database', false],
    ['a pinned file', measured, [file('pinned-checksum', 'aa')], 'pinned-checksum', true],
    ['a pinned tree', measured, [tree('pinned-checksum', 'h1:tree')], 'pinned-checksum', false],
    [
      'a pin against all others',
      measured,
      [database('h1:x'), table('bb'), file('pinned-checksum', 'aa')],
      'pinned-checksum',
      true,
    ],
    ['the list of the source, if nothing else is there', measured, [listing()], 'source-listing', true],
  ])('accepts on %s', (_, content, expectations, kind, keepUnprovenFiles) => {
    const verdict = judge(content, expectations);
    expect(verdict.accepted?.kind).toBe(kind);
    expect(verdict).toMatchObject({ keepUnprovenFiles });
  });

  test.each<[string, Measured, readonly Expectation[], string]>([
    ['nothing vouches', measured, [], 'VER.NO_PROOF'],
    ['only a file hash is known of an installed tree', installed, [table()], 'VER.NO_PROOF'],
    ['the tree differs', measured, [database('h1:x')], 'VER.TAMPERED'],
    ['the file differs', measured, [table('bb')], 'VER.TAMPERED'],
    ['tree and file differ', measured, [table('bb'), database('h1:x')], 'VER.TAMPERED'],
    ['the source agrees with itself and the database does not', measured, [listing(), database('h1:x')], 'VER.TAMPERED'],
    ['the list of the source differs', measured, [listing('bb')], 'VER.TAMPERED'],
    ['the pin differs, whatever else agrees', measured, [database(), table(), file('pinned-checksum', 'bb')], 'VER.CHECKSUM_PIN'],
    ['a pinned tree differs', measured, [database(), tree('pinned-checksum', 'h1:x')], 'VER.CHECKSUM_PIN'],
    ['a pin cannot be compared', installed, [database(), file('pinned-checksum', 'aa')], 'VER.CHECKSUM_PIN'],
    ['one of two pins differs', measured, [file('pinned-checksum', 'aa'), file('pinned-checksum', 'bb')], 'VER.CHECKSUM_PIN'],
  ])('refuses when %s', (_, content, expectations, code) => {
    expect(judge(content, expectations).refused?.code).toBe(code);
  });

  test('names each expectation with who says so, and what came instead', () => {
    const refused = judge(measured, [table('bb'), database('h1:x')]).refused;
    expect(refused?.subject).toBe(FILE);
    expect(refused?.evidence).toEqual([
      { name: 'expected by checksum-database root (tree)', value: 'h1:x' },
      { name: 'got (tree)', value: 'h1:tree' },
      { name: 'expected by release-table root (file)', value: 'sha256:bb' },
      { name: 'got (file)', value: 'sha256:aa' },
    ]);
  });

  test('says in the proof that the archive was packed anew', () => {
    const plain = judge(measured, [database()]).accepted;
    const repacked = judge(measured, [database(), table('bb')]).accepted;
    expect(plain?.detail).toBe('d');
    expect(repacked?.detail.length).toBeGreaterThan(plain?.detail.length ?? 0);
    expect(repacked?.value).toBe('h1:tree');
    expect(judge(measured, [table()]).accepted?.value).toBe('sha256:aa');
  });

  const kinds = fc.constantFrom<ProofKind>('checksum-database', 'release-table', 'pinned-checksum', 'source-listing');
  const expectations = fc.array(
    fc.tuple(kinds, fc.boolean(), fc.boolean()).map(([kind, overTree, right]) => {
      if (overTree) return tree(kind, right ? 'h1:tree' : 'h1:x');
      return file(kind, right ? 'aa' : 'bb');
    }),
    { maxLength: 5 },
  );

  test('never accepts what equals no expectation, nor against a pin, nor on the source where something stronger speaks', () => {
    fc.assert(
      fc.property(fc.constantFrom(measured, installed), expectations, (content, list) => {
        const equals = ({ over, value }: Expectation) => (over === 'tree' ? content.tree : content.sha256) === value;
        const verdict = judge(content, list);
        if (verdict.accepted === undefined) return;
        expect(list.some(equals)).toBe(true);
        expect(list.filter(({ kind }) => kind === 'pinned-checksum').every(equals)).toBe(true);
        if (verdict.accepted.kind === 'source-listing') expect(list.every(({ kind }) => kind === 'source-listing')).toBe(true);
        if (verdict.keepUnprovenFiles) expect(list.some(item => item.over === 'file' && equals(item))).toBe(true);
      }),
    );
  });

  test('does not depend on the order of the expectations', () => {
    fc.assert(
      fc.property(expectations, list => {
        const [one, other] = [judge(measured, list), judge(measured, [...list].reverse())];
        expect([one.accepted?.kind, one.refused?.code]).toEqual([other.accepted?.kind, other.refused?.code]);
      }),
    );
  });
});

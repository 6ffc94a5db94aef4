import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanHash, tilesFor } from '../../src/verify/tile.ts';
import {
  checkConsistency,
  consistencySpans,
  emptyRoot,
  hashFromText,
  inclusionHolds,
  inclusionSpans,
  leafHash,
  nodeHash,
  type Span,
  toText,
} from '../../src/verify/tlog.ts';
import { makeLog } from '../fakes/sumdb-log.ts';

/** RFC 9162 as it is written, by recursion. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0] ?? emptyRoot();
  const k = naiveSplit(leaves.length);
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

function naiveSplit(n: number): number {
  return 2 ** Math.ceil(Math.log2(n) - 1);
}

function naivePath(m: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length === 1) return [];
  const k = naiveSplit(leaves.length);
  if (m < k) return [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))];
  return [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

function naiveSubproof(m: number, leaves: readonly Buffer[], isWhole: boolean): readonly Buffer[] {
  if (m === leaves.length) return isWhole ? [] : [naiveRoot(leaves)];
  const k = naiveSplit(leaves.length);
  if (m <= k) return [...naiveSubproof(m, leaves.slice(0, k), isWhole), naiveRoot(leaves.slice(k))];
  return [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

const LEAVES = Array.from({ length: 300 }, (_, index) => leafHash(Buffer.from(`record ${index}\n`)));
const hashSpans = (spans: readonly Span[]): Buffer[] => spans.map(({ from, to }) => naiveRoot(LEAVES.slice(from, to)));
const headOf = (size: number) => ({ size, root: toText(naiveRoot(LEAVES.slice(0, size))) });
const sizes = fc.integer({ min: 1, max: LEAVES.length });
const twoSizes = fc.tuple(sizes, sizes).map(([a, b]) => ({ small: Math.min(a, b), large: Math.max(a, b) }));
const memberOf = sizes.chain(size => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }));

describe('tlog', () => {
  test('hashes a leaf, a node and the empty tree as RFC 9162 says', () => {
    // Vectors of certificate-transparency-go, merkle tree tests.
    expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(emptyRoot().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(nodeHash(leafHash(Buffer.alloc(0)), leafHash(Buffer.of(0))).toString('hex')).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
  });

  test('names the spans of an inclusion proof as the naive recursion does, and the proof holds', () => {
    fc.assert(
      fc.property(memberOf, ({ size, index }) => {
        const proof = hashSpans(inclusionSpans(index, size));
        expect(proof).toEqual(naivePath(index, LEAVES.slice(0, size)));
        expect(inclusionHolds({ index, leaf: LEAVES[index] ?? emptyRoot(), head: headOf(size), proof })).toBe(true);
      }),
    );
  });

  test('refuses an inclusion proof with any hash changed, added, left out, or for another index or leaf', () => {
    fc.assert(
      fc.property(memberOf, fc.nat(), fc.nat(255), ({ size, index }, at, bit) => {
        const leaf = LEAVES[index] ?? emptyRoot();
        const head = headOf(size);
        const proof = hashSpans(inclusionSpans(index, size));
        expect(inclusionHolds({ index, leaf, head, proof: [...proof, leaf] })).toBe(false);
        expect(inclusionHolds({ index, leaf: flip(leaf, bit), head, proof })).toBe(false);
        expect(inclusionHolds({ index: index + size, leaf, head, proof })).toBe(false);
        expect(inclusionHolds({ index: -1, leaf, head, proof })).toBe(false);
        if (proof.length === 0) return;
        const wrong = at % proof.length;
        expect(inclusionHolds({ index, leaf, head, proof: proof.toSpliced(wrong, 1) })).toBe(false);
        expect(inclusionHolds({ index, leaf, head, proof: proof.with(wrong, flip(proof[wrong] ?? leaf, bit)) })).toBe(false);
        if (size > 1) expect(inclusionHolds({ index: (index + 1) % size, leaf, head, proof })).toBe(false);
      }),
    );
  });

  test('names the spans of a consistency proof as the naive recursion does, and the proof holds', () => {
    fc.assert(
      fc.property(twoSizes, ({ small, large }) => {
        const proof = hashSpans(consistencySpans(small, large));
        expect(proof).toEqual(naiveSubproof(small, LEAVES.slice(0, large), true));
        expect(checkConsistency({ older: headOf(small), newer: headOf(large), proof })).toBe('holds');
      }),
    );
  });

  test('never holds for another older root, another newer root, or a changed proof', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(), fc.nat(255), ({ small, large }, at, bit) => {
        const [older, newer] = [headOf(small), headOf(large)];
        const proof = hashSpans(consistencySpans(small, large));
        const other = toText(flip(Buffer.from(older.root, 'base64'), bit));
        expect(checkConsistency({ older: { ...older, root: other }, newer, proof })).not.toBe('holds');
        expect(checkConsistency({ older, newer: { ...newer, root: other }, proof })).not.toBe('holds');
        expect(checkConsistency({ older, newer, proof: [...proof, emptyRoot()] })).toBe('broken');
        if (proof.length === 0) return;
        const wrong = at % proof.length;
        expect(checkConsistency({ older, newer, proof: proof.toSpliced(wrong, 1) })).not.toBe('holds');
        const changed = proof.with(wrong, flip(proof[wrong] ?? emptyRoot(), bit));
        expect(checkConsistency({ older, newer, proof: changed })).not.toBe('holds');
      }),
    );
  });

  test('calls it a fork when the proof fits the newer tree and contradicts the older one', () => {
    const proof = hashSpans(consistencySpans(100, 300));
    const older = { size: 100, root: toText(leafHash(Buffer.from('another history'))) };
    expect(checkConsistency({ older, newer: headOf(300), proof })).toBe('fork');
    expect(checkConsistency({ older: { ...older, size: 300 }, newer: headOf(300), proof: [] })).toBe('fork');
  });

  test('accepts the empty tree as the beginning of every tree, and no larger tree as that of a smaller', () => {
    const empty = { size: 0, root: toText(emptyRoot()) };
    expect(checkConsistency({ older: empty, newer: headOf(7), proof: [] })).toBe('holds');
    expect(checkConsistency({ older: { size: 0, root: headOf(7).root }, newer: headOf(7), proof: [] })).toBe('fork');
    expect(checkConsistency({ older: headOf(8), newer: headOf(7), proof: [] })).toBe('broken');
  });

  test('stays exact at the largest size', () => {
    const size = 2 ** 48 - 1;
    const spans = inclusionSpans(size - 1, size);
    expect(spans.at(-1)).toEqual({ from: 0, to: 2 ** 47 });
    expect(spans.length).toBe(47);
    const covered = spans.reduce((sum, { from, to }) => sum + (to - from), 1);
    expect(covered).toBe(size);
    const tree = consistencySpans(2 ** 40 + 1, size);
    expect(tree[0]).toEqual({ from: 2 ** 40, to: 2 ** 40 + 1 });
    expect(tree.at(-1)).toEqual({ from: 2 ** 47, to: size });
  });

  test('reads a hash only from canonical base64 of 32 bytes', () => {
    const text = toText(emptyRoot());
    expect(hashFromText(text)).toEqual(emptyRoot());
    for (const bad of [
      text.slice(1),
      `${text}=`,
      text.replace(/.=$/u, 'V='),
      text.replace('=', ''),
      7,
      undefined,
      'é'.repeat(44),
    ]) {
      expect(hashFromText(bad)).toBeUndefined();
    }
  });
});

describe('tiles of a log', () => {
  const log = makeLog({ filler: 70_000 });
  const dataOf = (spans: readonly Span[], size: number) =>
    new Map(
      tilesFor(spans, size).map(tile => {
        const number = String(tile.index).padStart(3, '0');
        const path = `tile/8/${tile.level}/${number}${tile.width === 256 ? '' : `.p/${tile.width}`}`;
        return [`${tile.level}/${tile.index}`, log.answer(path) ?? Buffer.alloc(0)];
      }),
    );

  test('give proofs that hold, for any record and any pair of sizes', () => {
    const large = fc.integer({ min: 1, max: log.size });
    fc.assert(
      fc.property(large, large, fc.nat(), (a, b, seed) => {
        const [older, newer] = [log.head(Math.min(a, b)), log.head(Math.max(a, b))];
        const index = seed % older.size;
        const spans = [...inclusionSpans(index, older.size), ...consistencySpans(older.size, newer.size)];
        const hashes = spans.map(span => spanHash(span, dataOf(spans, newer.size)) ?? emptyRoot());
        const inclusion = hashes.slice(0, inclusionSpans(index, older.size).length);
        const record = Buffer.from(
          `example.org/filler v1.0.${index} ${'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM='}\n` +
            `example.org/filler v1.0.${index}/go.mod h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=\n`,
        );
        expect(inclusionHolds({ index, leaf: leafHash(record), head: older, proof: inclusion })).toBe(true);
        expect(checkConsistency({ older, newer, proof: hashes.slice(inclusion.length) })).toBe('holds');
      }),
      { numRuns: 60 },
    );
  });
});

function flip(hash: Buffer, bit: number): Buffer {
  const copy = Buffer.from(hash);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

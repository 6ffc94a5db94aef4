import { describe, expect, test } from 'vitest';
import { spanHash, tilePath, tilesFor } from '../../src/verify/tile.ts';
import { consistencySpans, inclusionSpans, leafHash, nodeHash } from '../../src/verify/tlog.ts';

describe('tile', () => {
  test.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/8/0/000'],
    [{ level: 1, index: 916, width: 12 }, 'tile/8/1/916.p/12'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/8/0/x001/x234/067'],
    [{ level: 0, index: 186_252, width: 256 }, 'tile/8/0/x186/252'],
    [{ level: 3, index: 1_000, width: 1 }, 'tile/8/3/x001/000.p/1'],
  ])('has the path that the database serves: %o', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
  });

  test('needs seven tiles for the inclusion of record 47,680,624 in a tree of 66,327,379, as was measured', () => {
    const size = 66_327_379;
    const tiles = tilesFor(inclusionSpans(47_680_624, size), size);
    expect(inclusionSpans(47_680_624, size)).toHaveLength(26);
    expect(tiles).toHaveLength(7);
  });

  test('is asked for only as wide as the tree has it, and never empty', () => {
    for (const [older, newer] of [
      [66_327_379, 71_769_961],
      [1, 2 ** 48 - 3],
      [65_536, 65_537],
      [255, 256],
    ] as const) {
      for (const tile of tilesFor([...inclusionSpans(older - 1, older), ...consistencySpans(older, newer)], newer)) {
        expect(tile.width).toBeGreaterThan(0);
        expect(tile.index * 256 + tile.width).toBeLessThanOrEqual(Math.floor(newer / 256 ** tile.level));
      }
    }
  });

  test('gives no hash when it is missing or cut', () => {
    const hashes = [0, 1, 2].map(index => leafHash(Buffer.of(index)));
    const [a, b, c] = hashes as [Buffer, Buffer, Buffer];
    expect(spanHash({ from: 0, to: 3 }, new Map([['0/0', Buffer.concat(hashes)]]))).toEqual(nodeHash(nodeHash(a, b), c));
    expect(spanHash({ from: 0, to: 3 }, new Map([['0/0', Buffer.concat([a, b])]]))).toBeUndefined();
    expect(spanHash({ from: 0, to: 3 }, new Map())).toBeUndefined();
  });
});

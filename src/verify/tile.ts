import { HASH_BYTES, nodeHash, type Span } from './tlog.ts';

/**
 * Tiles are how the log serves its hashes: 256 neighbours of one level in one file (golang.org/x/mod/sumdb/tlog, tile
 * height 8). A tile is raw material only: nothing that is read from one is trusted until a proof that was built from
 * it holds against a signed root (CVE-2026-56865 was a check of tiles against tiles that left two of them out).
 */

const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

export interface Tile {
  /** Tile level: level 1 holds the roots of 256 records each. */
  readonly level: number;
  readonly index: number;
  /** Number of hashes, 1 to 256; less than 256 only at the right edge of the tree. */
  readonly width: number;
}

/** A complete subtree of 2^level records, the index-th of its level. */
interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Path below the log's address: `tile/8/0/x234/067`, `tile/8/1/x916.p/12`. */
export function tilePath(tile: Tile): string {
  let number = String(tile.index % 1_000).padStart(3, '0');
  for (let rest = Math.floor(tile.index / 1_000); rest > 0; rest = Math.floor(rest / 1_000)) {
    number = `x${String(rest % 1_000).padStart(3, '0')}/${number}`;
  }
  const partial = tile.width === TILE_WIDTH ? '' : `.p/${tile.width}`;
  return `tile/${TILE_HEIGHT}/${tile.level}/${number}${partial}`;
}

/** What a tile is known by while its tree has one size. */
export function tileKey(tile: Pick<Tile, 'level' | 'index'>): string {
  return `${tile.level}/${tile.index}`;
}

/** Every tile, once, that holds hashes of these spans, as wide as a tree of `treeSize` has it. */
export function tilesFor(spans: readonly Span[], treeSize: number): readonly Tile[] {
  const tiles = new Map<string, Tile>();
  for (const span of spans) {
    for (const subtree of completeSubtrees(span)) {
      const { level, index } = tilePlace(subtree);
      const levelCount = Math.floor(treeSize / TILE_WIDTH ** level);
      const width = Math.min(TILE_WIDTH, levelCount - index * TILE_WIDTH);
      tiles.set(tileKey({ level, index }), { level, index, width });
    }
  }
  return [...tiles.values()];
}

/**
 * Hash of the records of a span, computed from tiles by tileKey. Undefined when a tile is missing or too short. Right
 * only if the tiles are: check what is built from it.
 */
export function spanHash(span: Span, tiles: ReadonlyMap<string, Uint8Array>): Buffer | undefined {
  let hash: Buffer | undefined;
  for (const subtree of [...completeSubtrees(span)].reverse()) {
    const left = subtreeHash(subtree, tiles);
    if (left === undefined) return undefined;
    hash = hash === undefined ? left : nodeHash(left, hash);
  }
  return hash;
}

/** The complete subtrees that a span consists of, from left to right, each smaller than the one before. */
function completeSubtrees(span: Span): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let from = span.from;
  while (from < span.to) {
    let level = 0;
    while (from + 2 ** (level + 1) <= span.to) level += 1;
    subtrees.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return subtrees;
}

/** Where the hashes below a subtree stand: a tile, and `count` places from `first`. */
function tilePlace(subtree: Subtree): Pick<Tile, 'level' | 'index'> & { readonly first: number; readonly count: number } {
  const level = Math.floor(subtree.level / TILE_HEIGHT);
  const count = 2 ** (subtree.level % TILE_HEIGHT);
  const start = subtree.index * count;
  return { level, index: Math.floor(start / TILE_WIDTH), first: start % TILE_WIDTH, count };
}

function subtreeHash(subtree: Subtree, tiles: ReadonlyMap<string, Uint8Array>): Buffer | undefined {
  const place = tilePlace(subtree);
  const data = tiles.get(tileKey(place));
  if (data === undefined || data.length < (place.first + place.count) * HASH_BYTES) return undefined;
  let row: Buffer[] = [];
  for (let at = place.first; at < place.first + place.count; at += 1) {
    row.push(Buffer.from(data.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)));
  }
  while (row.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) {
      above.push(nodeHash(row[at] ?? Buffer.alloc(0), row[at + 1] ?? Buffer.alloc(0)));
    }
    row = above;
  }
  return row[0];
}

import { createHash } from 'node:crypto';

/**
 * Arithmetic of a Merkle tree log (RFC 9162 section 2.1, the same trees as RFC 6962). Pure: it says which hashes a
 * proof consists of, and whether a proof holds. Sizes go up to 2^48, so nothing here uses 32-bit operators.
 */

export const HASH_BYTES = 32;

/** Larger trees are refused wherever a size is read; every sum and product of sizes below stays exact. */
export const MAX_TREE_SIZE = 2 ** 48;

/** A state of the log: that many records have that root. */
export interface TreeHead {
  readonly size: number;
  /** Base64 of the 32 bytes, canonical, so that equal roots are equal texts. */
  readonly root: string;
}

/** The records numbered from `from` up to, but without, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Hash of a record: SHA-256(0x00, record). */
export function leafHash(record: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(record).digest();
}

/** Hash of an inner node: SHA-256(0x01, left, right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}

/** Root of the tree without records (RFC 9162, 2.1.1). */
export function emptyRoot(): Buffer {
  return createHash('sha256').digest();
}

/** The largest power of two that is smaller than n, for n >= 2. */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The subtrees whose hashes prove that record `index` is in a tree of `size`, from the leaf up (RFC 9162, 2.1.3.1). */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  return spans.reverse();
}

/** The subtrees whose hashes prove that a tree of `newer` records begins with that of `older` (RFC 9162, 2.1.4.1). */
export function consistencySpans(older: number, newer: number): readonly Span[] {
  if (older === 0 || older === newer) return [];
  const spans: Span[] = [];
  let from = 0;
  let to = newer;
  while (to !== older) {
    const middle = from + splitPoint(to - from);
    if (older <= middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  // The older tree as a whole is known to the verifier already.
  if (from !== 0) spans.push({ from, to });
  return spans.reverse();
}

/** Whether the proof leads from the record to the root (RFC 9162, 2.1.3.2). */
export function inclusionHolds(claim: {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly head: TreeHead;
  readonly proof: readonly Uint8Array[];
}): boolean {
  if (claim.index < 0 || claim.index >= claim.head.size) return false;
  const walk = startWalk(claim.index, claim.head.size - 1);
  let hash = claim.leaf;
  for (const sibling of claim.proof) {
    if (walk.done()) return false;
    hash = walk.step() === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  return walk.done() && toText(hash) === claim.head.root;
}

/**
 * Whether the proof shows that the newer tree begins with the older one (RFC 9162, 2.1.4.2). `fork`: the proof fits the
 * newer root but leads to another older one, so two different histories were signed. `broken`: it fits neither, so the
 * proof itself is bad. (When the older size is a power of two its root is part of the computation; a fork is `broken` then.)
 */
export function checkConsistency(claim: {
  readonly older: TreeHead;
  readonly newer: TreeHead;
  readonly proof: readonly Uint8Array[];
}): 'holds' | 'fork' | 'broken' {
  const { older, newer } = claim;
  if (older.size > newer.size || older.size < 0) return 'broken';
  if (older.size === newer.size || older.size === 0) {
    const expected = older.size === 0 ? toText(emptyRoot()) : newer.root;
    if (claim.proof.length > 0) return 'broken';
    return older.root === expected ? 'holds' : 'fork';
  }
  const hashes = climbBoth(older, newer.size, claim.proof);
  if (hashes === undefined || toText(hashes.newer) !== newer.root) return 'broken';
  return toText(hashes.older) === older.root ? 'holds' : 'fork';
}

/** The roots that a consistency proof leads to; undefined when it has too many or too few hashes. */
function climbBoth(
  older: TreeHead,
  newerSize: number,
  proof: readonly Uint8Array[],
): { readonly older: Uint8Array; readonly newer: Uint8Array } | undefined {
  const walk = startWalk(older.size - 1, newerSize - 1);
  walk.skipRightEdges();
  const [first, ...rest] = walk.atLeftEdge() ? [Buffer.from(older.root, 'base64'), ...proof] : proof;
  if (first === undefined) return undefined;
  let olderHash = first;
  let newerHash = first;
  for (const sibling of rest) {
    if (walk.done()) return undefined;
    if (walk.step() === 'left') {
      olderHash = nodeHash(sibling, olderHash);
      newerHash = nodeHash(sibling, newerHash);
    } else {
      newerHash = nodeHash(newerHash, sibling);
    }
  }
  return walk.done() ? { older: olderHash, newer: newerHash } : undefined;
}

/** The climb from a node to the root that both verifications share; `fn` and `sn` are the names that RFC 9162 uses. */
function startWalk(index: number, last: number) {
  let fn = index;
  let sn = last;
  const up = () => {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  };
  return {
    done: () => sn === 0,
    atLeftEdge: () => fn === 0,
    /** Climbs while the node is a right child. */
    skipRightEdges() {
      while (fn % 2 === 1) up();
    },
    /** The side on which the next sibling of the proof stands; climbs past it. */
    step(): 'left' | 'right' {
      const side = fn % 2 === 1 || fn === sn ? 'left' : 'right';
      if (side === 'left') while (fn % 2 === 0 && fn !== 0) up();
      up();
      return side;
    },
  };
}

/** A hash as it stands in notes and tree heads. */
export function toText(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}

/** The 32 bytes behind a hash in base64; undefined unless the text is the canonical one. */
export function hashFromText(text: unknown): Buffer | undefined {
  if (typeof text !== 'string' || text.length !== 44) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === HASH_BYTES && bytes.toString('base64') === text ? bytes : undefined;
}

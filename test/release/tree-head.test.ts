import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KnownLog, SUM_GOLANG_ORG } from '../../src/verify/known-log.ts';
import { openTreeHead, parseVerifierKey } from '../../src/verify/note.ts';
import { spanHash, tileKey, tilePath, tilesFor } from '../../src/verify/tile.ts';
import { checkConsistency, consistencySpans, HASH_BYTES, type TreeHead } from '../../src/verify/tlog.ts';
import { type FakeLog, makeLog, makeSigner } from '../fakes/sumdb-log.ts';

interface TreeHeadScript {
  nextTreeHead(question: {
    readonly log: KnownLog;
    fetchPart(path: string): Promise<Buffer>;
    readonly verify: object;
    readonly minGrowth?: number;
  }): Promise<TreeHead | undefined>;
  withHead(text: string, head: TreeHead): string;
}

const ROOT = join(import.meta.dirname, '..', '..');
const { nextTreeHead, withHead } = (await import(join(ROOT, 'scripts', 'tree-head.mjs'))) as TreeHeadScript;
const verify = {
  openTreeHead,
  parseVerifierKey,
  spanHash,
  tileKey,
  tilePath,
  tilesFor,
  checkConsistency,
  consistencySpans,
  HASH_BYTES,
};

/** What the script makes of a log that shows `shown`; `alter` changes what is served. */
function ask(
  known: KnownLog,
  shown: FakeLog,
  options: { minGrowth?: number; alter?: (path: string, bytes: Buffer) => Buffer } = {},
) {
  const { alter = (_: string, bytes: Buffer) => bytes, ...rest } = options;
  const fetchPart = async (path: string): Promise<Buffer> => {
    const bytes = shown.answer(path);
    if (bytes === undefined) throw new Error(`${path}: 404`);
    return alter(path, bytes);
  };
  return nextTreeHead({ log: known, fetchPart, verify, ...rest });
}

describe('the next tree head', () => {
  const log = makeLog({ filler: 700 });

  it.each([1, 255, 256, 300, 699])('is the newest, when it continues the known one of %i records', async size => {
    expect(await ask(log.known(size), log)).toEqual(log.head());
  });

  it('is none when the log has not grown, or not enough', async () => {
    expect(await ask(log.known(), log)).toBeUndefined();
    expect(await ask(log.known(600), log, { minGrowth: 101 })).toBeUndefined();
    expect(await ask(log.known(600), log, { minGrowth: 100 })).toEqual(log.head());
  });

  it('is refused when another history was signed', async () => {
    const fork = makeLog({ signer: log.signer, filler: 200 });
    for (let count = 0; count < 600; count += 1) fork.append(`fork ${count}\n`);
    await expect(ask(log.known(300), fork)).rejects.toThrow();
    await expect(ask(log.known(256), fork)).rejects.toThrow();
    // Of the same size as the known one.
    await expect(ask({ ...log.known(), heads: [{ ...log.head(), root: log.head(5).root }] }, log)).rejects.toThrow();
  });

  it('is refused when it is older than the known one', async () => {
    await expect(ask(log.known(), makeLog({ signer: log.signer, filler: 600 }))).rejects.toThrow();
  });

  it('is refused when another key signed it', async () => {
    const foreign = makeLog({ signer: makeSigner(log.signer.name), filler: 700 });
    await expect(ask(log.known(300), foreign)).rejects.toThrow();
  });

  it('is refused when a tile is altered or cut', async () => {
    const tiles = (change: (bytes: Buffer) => Buffer) => (path: string, bytes: Buffer) =>
      path.startsWith('tile/') ? change(bytes) : bytes;
    await expect(ask(log.known(300), log, { alter: tiles(bytes => Buffer.alloc(bytes.length, 7)) })).rejects.toThrow();
    await expect(ask(log.known(300), log, { alter: tiles(bytes => bytes.subarray(1)) })).rejects.toThrow();
  });
});

describe('known-log.ts', () => {
  it('gets the head before all that it had', () => {
    const text = readFileSync(join(ROOT, 'src', 'verify', 'known-log.ts'), 'utf8');
    const head = { size: 1_234_567_890, root: makeLog({ filler: 1 }).head().root };
    const once = withHead(text, head);
    expect(headsOf(once)).toEqual([head, ...SUM_GOLANG_ORG.heads]);
    expect(headsOf(withHead(once, { ...head, size: 2 }))).toEqual([{ ...head, size: 2 }, head, ...SUM_GOLANG_ORG.heads]);
    expect(withoutHeads(once)).toBe(withoutHeads(text));
  });

  it('that has another form is left alone', () => {
    expect(() => withHead('export const HEADS = [];', { size: 1, root: '' })).toThrow();
  });
});

function headsOf(text: string): readonly TreeHead[] {
  return [...text.matchAll(/\{ size: ([\d_]+), root: '([^']+)' \}/gu)].map(([, size = '', root = '']) => ({
    size: Number(size.replaceAll('_', '')),
    root,
  }));
}

function withoutHeads(text: string): string {
  return text.replace(/heads: \[\s*\{[\s\S]*?\],/u, '');
}

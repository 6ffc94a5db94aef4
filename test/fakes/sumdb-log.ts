import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { KnownLog } from '../../src/verify/known-log.ts';
import { keyHashOf } from '../../src/verify/note.ts';
import { leafHash, nodeHash, type TreeHead } from '../../src/verify/tlog.ts';

/**
 * A checksum database in memory, with a key of its own, built the naive way: it keeps the hash of every complete subtree.
 * Pass `signer` of another log to make one that forks it.
 */
export interface FakeLog {
  readonly signer: Signer;
  readonly size: number;
  /** Adds a record of any text; returns its number. */
  append(text: string): number;
  /** Adds the record of a module with its two lines; returns its number. */
  addModule(moduleName: string, tree?: string): number;
  head(size?: number): TreeHead;
  /** What a client should know that was built when the log had this size. */
  known(size?: number): KnownLog;
  /** Signed note of a head. */
  note(head?: TreeHead): Buffer;
  /** Honest answer to a path below the log's address; undefined is 404. `size`: the head that look-ups come with. */
  answer(path: string, size?: number): Buffer | undefined;
}

export interface Signer {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly verifierKey: string;
  readonly keyHash: Buffer;
}

export function makeSigner(name = 'sum.example.org'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.concat([Buffer.of(1), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)]);
  const keyHash = keyHashOf(name, key);
  return { name, privateKey, keyHash, verifierKey: `${name}+${keyHash.toString('hex')}+${key.toString('base64')}` };
}

export function signNote(text: string, signer: Signer): Buffer {
  const signature = Buffer.concat([signer.keyHash, sign(null, Buffer.from(text), signer.privateKey)]);
  return Buffer.from(`${text}\n\u2014 ${signer.name} ${signature.toString('base64')}\n`);
}

export const SOME_TREE = 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=';
const MOD_TREE = 'h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=';

export function recordText(moduleName: string, tree = SOME_TREE): string {
  const [path, version] = moduleName.split('@');
  return `${path} ${version} ${tree}\n${path} ${version}/go.mod ${MOD_TREE}\n`;
}

export function treeText(head: TreeHead): string {
  return `go.sum database tree\n${head.size}\n${head.root}\n`;
}

export function makeLog(options: { readonly signer?: Signer; readonly filler?: number } = {}): FakeLog {
  const signer = options.signer ?? makeSigner();
  const records: string[] = [];
  const numbers = new Map<string, number>();
  /** levels[k][i]: hash of the i-th complete subtree of 2^k records. */
  const levels: Buffer[][] = [];
  const append = (text: string): number => {
    let hash = leafHash(Buffer.from(text));
    for (let level = 0; ; level += 1) {
      const row = levels[level] ?? [];
      levels[level] = row;
      row.push(hash);
      if (row.length % 2 === 1) break;
      hash = nodeHash(row.at(-2) ?? hash, hash);
    }
    return records.push(text) - 1;
  };
  const rootOf = (from: number, size: number): Buffer => {
    let level = 0;
    while (2 ** (level + 1) <= size) level += 1;
    const left = levels[level]?.[from / 2 ** level] ?? Buffer.alloc(32);
    return 2 ** level === size ? left : nodeHash(left, rootOf(from + 2 ** level, size - 2 ** level));
  };
  const log: FakeLog = {
    signer,
    get size() {
      return records.length;
    },
    append,
    addModule(moduleName, tree) {
      const number = append(recordText(moduleName, tree));
      numbers.set(moduleName, number);
      return number;
    },
    head: (size = records.length) => ({ size, root: rootOf(0, size).toString('base64') }),
    known: size => ({ verifierKey: signer.verifierKey, heads: [log.head(size)] }),
    note: (head = log.head()) => signNote(treeText(head), signer),
    answer(path, size = records.length) {
      if (path === 'latest') return log.note(log.head(size));
      const moduleName = /^lookup\/(.+)$/u.exec(path)?.[1];
      if (moduleName === undefined) return tileAt(path);
      const number = numbers.get(moduleName);
      if (number === undefined) return undefined;
      return Buffer.concat([Buffer.from(`${number}\n${records[number]}\n`), log.note(log.head(size))]);
    },
  };
  const tileAt = (path: string): Buffer | undefined => {
    const match = /^tile\/8\/(\d+)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d+))?$/u.exec(path);
    if (match === null) return undefined;
    const [, level = '', number = '', partial] = match;
    const width = Number(partial ?? 256);
    const start = Number(number.replaceAll(/[x/]/gu, '')) * 256;
    const row = (levels[Number(level) * 8] ?? []).slice(start, start + width);
    return row.length === width && width <= 256 ? Buffer.concat(row) : undefined;
  };
  for (let count = 0; count < (options.filler ?? 0); count += 1) append(recordText(`example.org/filler@v1.0.${count}`));
  return log;
}

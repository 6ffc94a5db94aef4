import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { tarEntry } from '../fakes/archives.ts';

/** One lie about an archive: a file whose content is another, or a file that the release does not have. */
export type Tampering =
  | { readonly kind: 'replace'; readonly name: string; readonly data: string }
  | { readonly kind: 'add'; readonly name: string; readonly data: string };

/** Writes a copy of a tar.gz with one lie in it; an added file comes first. All else stays as it was. */
export async function tamper(change: { readonly from: string; readonly to: string; readonly how: Tampering }): Promise<void> {
  const { from, to, how } = change;
  const tar = await promisify(gunzip)(await readFile(from));
  const parts = [...entries(tar)];
  const target = parts.find(entry => entry.name === how.name);
  if ((target === undefined) !== (how.kind === 'add')) throw new Error(`${how.name} does not fit to "${how.kind}"`);
  const at = target ?? { start: 0, lengthBytes: 0 };
  const entry = tarEntry({ name: how.name, content: how.data });
  const lie = Buffer.concat([tar.subarray(0, at.start), entry, tar.subarray(at.start + at.lengthBytes)]);
  await writeFile(to, await promisify(gzip)(lie, { level: 1 }));
}

interface Entry {
  readonly name: string;
  /** Offset of the header, and length with header and padding. */
  readonly start: number;
  readonly lengthBytes: number;
}

function* entries(tar: Buffer): Generator<Entry> {
  let start = 0;
  while (tar[start] !== 0) {
    const sizeBytes = Number.parseInt(text(tar, start + 124, 12), 8);
    const lengthBytes = 512 + Math.ceil(sizeBytes / 512) * 512;
    const prefix = text(tar, start + 345, 155);
    yield { name: `${prefix === '' ? '' : `${prefix}/`}${text(tar, start, 100)}`, start, lengthBytes };
    start += lengthBytes;
  }
}

function text(tar: Buffer, at: number, length: number): string {
  const end = tar.indexOf(0, at);
  return tar.toString('latin1', at, end === -1 ? at + length : Math.min(at + length, end));
}

import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from './mirror-body.ts';

/** Bytes or text to serve, or a file elsewhere to serve under this name. */
export type ContentSource = Uint8Array | string | { readonly path: string };

export interface Content {
  readonly sizeBytes: number;
  readonly etag: string;
  readonly path: string;
  /** Undefined: read from `path`. */
  readonly bytes: Uint8Array | undefined;
  /** Lower-case hex, of what is served when the byte at `flip` is inverted. */
  sha256(flip: number | undefined): Promise<string>;
}

export interface Contents {
  /** By the whole end of the address, else by its last part. */
  readonly find: (path: string) => Content | undefined;
  /** The flat names, sorted. */
  readonly names: () => readonly string[];
}

/** The directory is looked at again for each request, so a test may add and exchange files. */
export function createContents(directory: string | undefined, files: Readonly<Record<string, ContentSource>>): Contents {
  const hashes: Hashes = new Map();
  const tags: Tags = new WeakMap();
  const open = (name: string): Content | undefined => {
    const own = Object.hasOwn(files, name) ? files[name] : undefined;
    if (typeof own === 'string') return fromBytes(name, Buffer.from(own), { hashes, tags });
    if (own instanceof Uint8Array) return fromBytes(name, own, { hashes, tags });
    const path = own?.path ?? (directory === undefined || !/^[\w.+-]+$/u.test(name) ? undefined : join(directory, name));
    return path === undefined ? undefined : fromFile(path, hashes);
  };
  return {
    find: path => {
      const long = Object.keys(files).find(name => name.includes('/') && path.endsWith(`/${name}`));
      return open(long ?? path.slice(path.lastIndexOf('/') + 1));
    },
    names: () => {
      const onDisk = directory === undefined ? [] : readdirSync(directory);
      return [...new Set([...onDisk, ...Object.keys(files)])].filter(name => !name.includes('/')).sort();
    },
  };
}

/** Of each content and each lie: an archive is hashed once, not for every listing. */
type Hashes = Map<string, Promise<string>>;

/** A whole archive in memory is not hashed for each request. */
type Tags = WeakMap<Uint8Array, string>;

function fromBytes(name: string, bytes: Uint8Array, known: { readonly hashes: Hashes; readonly tags: Tags }): Content {
  const etag = known.tags.get(bytes) ?? `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  known.tags.set(bytes, etag);
  return withHash({ sizeBytes: bytes.length, etag, path: name, bytes }, known.hashes);
}

function fromFile(path: string, hashes: Hashes): Content | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return undefined;
  const etag = `"${Math.trunc(stat.mtimeMs)}-${stat.size}"`;
  return withHash({ sizeBytes: stat.size, etag, path, bytes: undefined }, hashes);
}

function withHash(fields: Omit<Content, 'sha256'>, hashes: Hashes): Content {
  const content: Content = {
    ...fields,
    sha256: flip => {
      const key = `${content.path} ${content.etag} ${flip}`;
      const hash = hashes.get(key) ?? hashOf(content, flip);
      hashes.set(key, hash);
      return hash;
    },
  };
  return content;
}

async function hashOf(content: Content, flip: number | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readContent(content, { start: 0, end: content.sizeBytes, flip })) hash.update(chunk);
  return hash.digest('hex');
}

/** The version list of the download site (`?mode=json&include=all`) for release archives among the names, newest first. */
export async function listingOf(names: readonly string[], find: Contents['find'], flip: number | undefined): Promise<string> {
  const releases = new Map<string, object[]>();
  for (const filename of names) {
    const match = /^(go\d[\da-z.]*?)\.([a-z0-9]+)-([a-z0-9]+)\.(?:tar\.gz|zip)$/u.exec(filename);
    const found = match === null ? undefined : find(`/${filename}`);
    if (match === null || found === undefined) continue;
    const [, version = '', os, arch] = match;
    const file = { filename, os, arch, version, sha256: await found.sha256(flip), size: found.sizeBytes, kind: 'archive' };
    releases.set(version, [...(releases.get(version) ?? []), file]);
  }
  const newestFirst = [...releases].sort(([a], [b]) => b.localeCompare(a, 'en', { numeric: true }));
  const list = newestFirst.map(([version, files]) => ({ version, stable: !/rc|beta/u.test(version), files }));
  return JSON.stringify(list, undefined, 1);
}

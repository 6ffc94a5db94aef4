import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import type { OpenedArchive } from '../domain/archive-bytes.ts';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Files, TreeWriter } from '../ports/machine.ts';
import { IRREGULAR_SHA256, sha256Of } from '../verify/sha256.ts';
import { createTreeHasher } from '../verify/tree-hash.ts';
import type { TreeSink } from './tree-sink.ts';

/** What a module was measured to be. */
export interface ModuleHash {
  /** `h1:…`, as go.sum has it. */
  readonly tree: string;
  /** SHA-256 in hex by path below the module. */
  readonly files: ReadonlyMap<string, string>;
}

/** After so many files other work gets its turn. */
const FILES_PER_TURN = 200;

/** The go.mod alone (golang.org/x/mod/sumdb/dirhash Hash1 over one name). */
export function hashModFile(content: Uint8Array): string {
  return `h1:${createHash('sha256')
    .update(`${sha256Of(content)}  go.mod\n`)
    .digest('base64')}`;
}

/**
 * The zip of a module as the module cache keeps it; `name` is `path@version`. Every file in it is hashed, what stands beside it
 * (.ziphash) is not looked at. Throws ARC.*, FS.*, or the signal's reason.
 */
export async function hashModuleZip(
  zip: { readonly bytes: OpenedArchive; readonly files: Files; readonly name: string; readonly relieve?: () => void },
  signal: AbortSignal,
): Promise<ModuleHash> {
  const { unpack } = await import('./unpack.ts');
  const sink = createHashSink(zip.name);
  // A file of this machine has an end that can be read, so nothing is spooled.
  const options = { bytes: zip.bytes, format: 'zip' as const, sink, files: zip.files, spoolPath: '' };
  await unpack({ ...options, ...(zip.relieve === undefined ? {} : { relieve: zip.relieve }) }, signal);
  return hashOf(zip.name, sink.hashes);
}

/** An unpacked module. Throws FS.*, or the signal's reason. */
export async function hashModuleDirectory(
  directory: { readonly reader: Pick<TreeWriter, 'readDirectory' | 'readFile'>; readonly root: string; readonly name: string },
  signal: AbortSignal,
): Promise<ModuleHash> {
  const hashes = new Map<string, string>();
  for await (const [path, sha256] of hashFiles(directory, signal)) hashes.set(path, sha256);
  return hashOf(directory.name, hashes);
}

/** Every file below a directory and its SHA-256; links and devices have one of zeros. */
export async function* hashFiles(
  { reader, root }: { readonly reader: Pick<TreeWriter, 'readDirectory' | 'readFile'>; readonly root: string },
  signal: AbortSignal,
): AsyncGenerator<readonly [path: string, sha256: string]> {
  const directories = [''];
  let count = 0;
  for (let directory = directories.pop(); directory !== undefined; directory = directories.pop()) {
    for (const { name, kind } of reader.readDirectory(join(root, directory))) {
      const path = `${directory}${name}`;
      if (kind === 'directory') directories.push(`${path}/`);
      else yield [path, kind === 'file' ? sha256Of(reader.readFile(join(root, path))) : IRREGULAR_SHA256];
      count += 1;
      if (count % FILES_PER_TURN !== 0) continue;
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      signal.throwIfAborted();
    }
  }
}

function hashOf(name: string, files: ReadonlyMap<string, string>): ModuleHash {
  const hasher = createTreeHasher(name);
  for (const [path, sha256] of files) hasher.add(path, sha256);
  return { tree: hasher.result(), files };
}

/** Only hashes: every entry must be a file below `path@version/`. */
function createHashSink(name: string): TreeSink & { readonly hashes: ReadonlyMap<string, string> } {
  const hashes = new Map<string, string>();
  let totalBytes = 0;
  let current: { readonly path: string; readonly hash: Hash } | undefined;
  return {
    hashes,
    begin({ path, sizeBytes }) {
      totalBytes += sizeBytes;
      if (totalBytes > LIMITS.unpackedBytes)
        throw failure('ARC.LIMIT', { subject: name, evidence: { limit: LIMITS.unpackedBytes } });
      const own = path.startsWith(`${name}/`) ? path.slice(name.length + 1) : '';
      if (own === '' || hashes.has(own))
        throw failure('ARC.NAME', { subject: name, evidence: { name: JSON.stringify(path.slice(0, 200)) } });
      current = { path: own, hash: createHash('sha256') };
    },
    data: (bytes, from, to) => void current?.hash.update(bytes.subarray(from, to)),
    end() {
      if (current !== undefined) hashes.set(current.path, current.hash.digest('hex'));
      current = undefined;
    },
    // A module zip has none; they would not count in the hash either.
    directory: () => undefined,
    result: () => ({ tree: '', fileCount: hashes.size, sizeBytes: totalBytes, unproven: [], sealed: [], versionFile: '' }),
    dropUnproven: () => undefined,
    abandon: () => undefined,
  };
}

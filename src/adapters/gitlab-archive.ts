import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { failure } from '../domain/failure.ts';
import { OUTSIDE_MODULE } from '../domain/toolchain-module.ts';

/** Measured on Go 1.26: level 1 takes as long and makes 72 MB instead of 69; level 6 takes 1.8 times as long for 65 MB. */
const LEVEL = 3;
const BLOCK_BYTES = 512;
/** Of the tar stream, handed to gzip at once. */
const CHUNK_BYTES = 512 * 1024;

/**
 * Packs a tree as `go/…` into a .tar.gz, and removes every other file of the directory that it is put into. The same tree gives the same
 * bytes. Returns their SHA-256 in hexadecimal digits. Throws Failure FS.IO, and what node:fs throws.
 */
export async function packTree(tree: { readonly root: string; readonly file: string }): Promise<string> {
  const { root, file } = tree;
  const directory = dirname(file);
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory)) await rm(join(directory, name), { recursive: true, force: true });
  const hash = createHash('sha256');
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const unfinished = `${file}.unfinished`;
  const gzip = createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES });
  await pipeline(Readable.from(tarBytes(root)), gzip, counted, createWriteStream(unfinished));
  await rename(unfinished, file);
  return hash.digest('hex');
}

/** SHA-256 in hexadecimal digits. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Reads synchronously: gzip works in another thread meanwhile, and 10,000 small files take half the time. */
function* tarBytes(root: string): Generator<Buffer> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  for (const path of filesBelow(root, '')) {
    const absolute = join(root, path);
    const { mode, mtimeMs } = statSync(absolute);
    const content = readFileSync(absolute);
    const padding = Buffer.alloc((BLOCK_BYTES - (content.length % BLOCK_BYTES)) % BLOCK_BYTES);
    pending.push(
      header({ path: `go/${path}`, isProgram: (mode & 0o100) !== 0, mtimeMs, sizeBytes: content.length }),
      content,
      padding,
    );
    pendingBytes += BLOCK_BYTES + content.length + padding.length;
    if (pendingBytes < CHUNK_BYTES) continue;
    yield Buffer.concat(pending);
    pending = [];
    pendingBytes = 0;
  }
  yield Buffer.concat([...pending, Buffer.alloc(2 * BLOCK_BYTES)]);
}

/** Sorted, with slashes. A proved tree has nothing but files and directories. */
function* filesBelow(root: string, prefix: string): Generator<string> {
  const entries = readdirSync(join(root, prefix), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // The hash of the toolchain module does not cover them, so nobody could prove them again.
    if (prefix === '' && OUTSIDE_MODULE.includes(entry.name)) continue;
    if (entry.isDirectory()) yield* filesBelow(root, `${prefix}${entry.name}/`);
    else if (entry.isFile()) yield `${prefix}${entry.name}`;
  }
}

/** POSIX.1-2017, pax, "ustar Interchange Format". Throws Failure FS.IO for a path that does not fit into it. */
function header(entry: {
  readonly path: string;
  readonly isProgram: boolean;
  readonly mtimeMs: number;
  readonly sizeBytes: number;
}): Buffer {
  const { name, prefix } = splitName(entry.path);
  const block = Buffer.alloc(BLOCK_BYTES);
  const octal = (value: number, at: number, digits: number): void => {
    block.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  };
  block.write(name, 0, 'utf8');
  octal(entry.isProgram ? 0o755 : 0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(entry.sizeBytes, 124, 11);
  octal(Math.max(0, Math.floor(entry.mtimeMs / 1_000)), 136, 11);
  block.write(' '.repeat(8), 148, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.write(prefix, 345, 'utf8');
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  );
  return block;
}

/** 100 bytes of name, and 155 of the directories before it. */
function splitName(path: string): { readonly name: string; readonly prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' };
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return { name, prefix };
  }
  throw failure('FS.IO', { subject: path, message: 'The path is too long for an archive' });
}

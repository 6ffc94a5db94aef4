// The floor: the least that one Node process must do to install Go from one mirror. A yardstick, not an implementation: no errors told,
// no second source, no zip. It is measured in the same alternation as the product, so a bar over it holds on every machine.
//
// One GET; SHA-256 of the archive; inflate in zlib's thread with output pieces of 512 KiB; while it works on the next piece, the last one
// goes through a small tar reader into files with synchronous calls; digest compared; one rename; marker, path and output written.
//
// Environment: ARCHIVE_URL, SHA256, VERSION, RUNNER_TOOL_CACHE, GITHUB_PATH, GITHUB_OUTPUT. HASH_FILES=1 also hashes every file that
// the toolchain module has and prints the tree hash (golang.org/x/mod/sumdb/dirhash, Hash1).
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  futimesSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGunzip } from 'node:zlib';

const { ARCHIVE_URL, SHA256, VERSION, RUNNER_TOOL_CACHE, GITHUB_PATH, GITHUB_OUTPUT, HASH_FILES } = process.env;
const BLOCK = 512;
const PIECE_BYTES = 512 * 1024;
const WAITING_PIECES = 4;
/** A minor collection after so much: else dead pieces pile up. */
const COLLECT_BYTES = 8 * 2 ** 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const target = join(RUNNER_TOOL_CACHE, 'go', VERSION, process.arch);
const stage = `${target}.floor`;

/** A reader of the tar files that Go is published as: ustar with pax paths, files and directories only. */
function createTarReader(hashes) {
  const header = Buffer.alloc(BLOCK);
  let headerBytes = 0;
  let bodyBytes = 0;
  let paddingBytes = 0;
  let file;
  let pax;
  let paxPath;

  const field = (block, start, length) => {
    const end = block.indexOf(0, start);
    return block.latin1Slice(start, end < 0 || end > start + length ? start + length : end);
  };
  const number = (block, start, length) => Number.parseInt(field(block, start, length), 8);

  function open(block) {
    if (block[0] === 0) return;
    let sum = 8 * 32;
    for (let index = 0; index < BLOCK; index += 1) if (index < 148 || index >= 156) sum += block[index];
    if (sum !== number(block, 148, 8)) throw new Error('a header is damaged');
    const prefix = field(block, 345, 155);
    const name = paxPath ?? (prefix === '' ? field(block, 0, 100) : `${prefix}/${field(block, 0, 100)}`);
    paxPath = undefined;
    if (!name.startsWith('go/') || name.includes('/../')) throw new Error(`a name leads elsewhere: ${name}`);
    bodyBytes = number(block, 124, 12);
    paddingBytes = (BLOCK - (bodyBytes % BLOCK)) % BLOCK;
    const type = String.fromCharCode(block[156]);
    if (type === '5') mkdirSync(`${stage}/${name}`);
    else if (type === 'x') pax = [];
    else if (type === '0') {
      const descriptor = openSync(`${stage}/${name}`, 'wx', number(block, 100, 8) & 0o777);
      const key = hashes === undefined ? undefined : moduleFile(name.slice('go/'.length));
      file = { descriptor, seconds: number(block, 136, 12), key, hash: key === undefined ? undefined : createHash('sha256') };
      if (bodyBytes === 0) close();
    } else throw new Error(`an entry has the type ${type}`);
  }

  function close() {
    if (pax !== undefined) {
      paxPath = /^\d+ path=(.*)$/mu.exec(Buffer.concat(pax).toString())?.[1];
      pax = undefined;
      return;
    }
    futimesSync(file.descriptor, file.seconds, file.seconds);
    closeSync(file.descriptor);
    if (file.hash !== undefined) hashes.push([file.key, file.hash.digest('hex')]);
    file = undefined;
  }

  function body(piece, start, end) {
    if (pax !== undefined) pax.push(Buffer.from(piece.subarray(start, end)));
    else {
      for (let at = start; at < end; ) at += writeSync(file.descriptor, piece, at, end - at);
      file.hash?.update(piece.subarray(start, end));
    }
    bodyBytes -= end - start;
    if (bodyBytes === 0) close();
  }

  /** Takes what the next thing is made of from the place on, and says how many bytes that were. */
  function take(piece, at) {
    const left = piece.length - at;
    if (bodyBytes > 0) {
      const count = Math.min(bodyBytes, left);
      body(piece, at, at + count);
      return count;
    }
    if (paddingBytes > 0) {
      const count = Math.min(paddingBytes, left);
      paddingBytes -= count;
      return count;
    }
    if (headerBytes === 0 && left >= BLOCK) {
      open(piece.subarray(at, at + BLOCK));
      return BLOCK;
    }
    const count = piece.copy(header, headerBytes, at, at + Math.min(BLOCK - headerBytes, left));
    headerBytes = (headerBytes + count) % BLOCK;
    if (headerBytes === 0) open(header);
    return count;
  }

  return piece => {
    for (let at = 0; at < piece.length; ) at += take(piece, at);
  };
}

/** The name that a file of the release has in the toolchain module; undefined for what is not in it (cmd/distpack). */
function moduleFile(name) {
  if (/^(?:api|doc|misc|test)\//u.test(name)) return undefined;
  return `golang.org/toolchain@v0.0.1-go${VERSION}.linux-amd64/${name.replace(/(^|\/)go\.mod$/u, '$1_go.mod')}`;
}

function treeHash(hashes) {
  const sum = createHash('sha256');
  for (const [name, hash] of hashes.sort(([a], [b]) => (a < b ? -1 : 1))) sum.update(`${hash}  ${name}\n`);
  return `h1:${sum.digest('base64')}`;
}

/** Resolves when the last piece was read. One piece in each turn of the loop, so that the inflater has the next to work on. */
function readPieces(gunzip, read) {
  const waiting = [];
  let isPlanned = false;
  let hasEnded = false;
  let sinceCollection = 0;
  return new Promise((resolve, reject) => {
    const turn = () => {
      const piece = waiting.shift();
      if (piece !== undefined) {
        read(piece);
        sinceCollection += piece.length;
        if (sinceCollection > COLLECT_BYTES) {
          sinceCollection = 0;
          collect({ type: 'minor' });
        }
      }
      if (gunzip.isPaused() && waiting.length < WAITING_PIECES) gunzip.resume();
      isPlanned = waiting.length > 0;
      if (isPlanned) setImmediate(turn);
      else if (hasEnded) resolve();
    };
    gunzip.on('data', piece => {
      waiting.push(piece);
      if (waiting.length >= WAITING_PIECES) gunzip.pause();
      if (!isPlanned) setImmediate(turn);
      isPlanned = true;
    });
    gunzip.on('error', reject).on('end', () => {
      hasEnded = true;
      if (!isPlanned) resolve();
    });
  });
}

mkdirSync(stage, { recursive: true });
const hashes = HASH_FILES === '1' ? [] : undefined;
const archiveHash = createHash('sha256');
const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
const allRead = readPieces(gunzip, createTarReader(hashes));
get(ARCHIVE_URL, response => {
  response.on('data', bytes => {
    archiveHash.update(bytes);
    if (gunzip.write(bytes)) return;
    response.pause();
    gunzip.once('drain', () => response.resume());
  });
  response.on('end', () => gunzip.end());
});
await allRead;
if (archiveHash.digest('hex') !== SHA256) throw new Error('the archive is another one');
if (hashes !== undefined) console.log(treeHash(hashes));
renameSync(`${stage}/go`, target);
rmdirSync(stage);
writeFileSync(`${target}.complete`, '');
appendFileSync(GITHUB_PATH, `${target}/bin\n`);
appendFileSync(GITHUB_OUTPUT, `go-version=${VERSION}\n`);

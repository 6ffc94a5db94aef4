import { createHash, type Hash } from 'node:crypto';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { ArchiveLayout } from '../domain/source.ts';
import type { TreeWriter } from '../ports/machine.ts';
import { officialMode } from '../verify/official-mode.ts';
import { sha256Of } from '../verify/sha256.ts';
import { createTreeHasher, type TreeHasher } from '../verify/tree-hash.ts';
import { createEntryPlacer, type EntryPlacer } from './entry-place.ts';
import { isSealed } from './seal.ts';
import { createTreeNames, type TreeNames } from './tree-names.ts';

/** What a tree was measured to be. Extends domain/proof.ts Measured, without the archive. */
export interface TreeResult {
  /** `h1:…` over the files under their module names; undefined when they were not hashed. */
  readonly tree: string | undefined;
  /** Files that were hashed. */
  readonly fileCount: number;
  /** Unpacked bytes of all files. */
  readonly sizeBytes: number;
  /** What a seal covers of it (seal.ts): directories, and the files that isSealed names. */
  readonly sealed: readonly string[];
  /** The text of VERSION, its first 4 KiB. */
  readonly versionFile: string;
  /** Top-level names (`api`, `test` …) that were written although the tree hash does not cover them. */
  readonly unproven: readonly string[];
}

/** One regular file, as the archive declares it. */
export interface SinkEntry {
  /** As the archive has it. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Since 1970; undefined leaves the time of writing. */
  readonly mtimeSeconds?: number;
}

/**
 * Where every unpacker writes. One file at a time: begin, data as often as needed, end. Names are checked here, so that
 * no archive format can be a way around. Throws Failure ARC.NAME, ARC.LIMIT, ARC.LAYOUT, ARC.CORRUPT, FS.*.
 */
export interface TreeSink {
  begin(entry: SinkEntry): void;
  /** Bytes from..to (exclusive) of `bytes`; they may be reused afterwards. */
  data(bytes: Uint8Array, from: number, to: number): void;
  end(): void;
  /** A directory entry, without the slash at its end. */
  directory(path: string): void;
  /** After the last file. Throws ARC.LAYOUT when what came is no Go tree. */
  result(): TreeResult;
  /** Removes what `unproven` names. */
  dropUnproven(): void;
  /** Closes a file that is still open; for whoever gives up. Never throws. */
  abandon(): void;
}

export interface TreeSinkOptions {
  readonly writer: Pick<TreeWriter, 'makeDirectory' | 'createFile' | 'write' | 'closeFile' | 'removeTree'>;
  /** An empty directory that becomes GOROOT; undefined: nothing is written, only hashed. */
  readonly directory: string | undefined;
  readonly layout: ArchiveLayout;
  /** Name of the toolchain module (verify/tree-hash.ts). */
  readonly moduleName: string;
  /** Whether files that the tree hash does not cover are written at all; the caller then drops them unless the whole archive is proved. */
  readonly writeUnproven: boolean;
  /** Asked once, at the first file: whether the files are hashed. Where the archive as a whole is proved, that costs time for nothing. Default: yes. */
  readonly wantsTree?: () => boolean;
  /** Hears of every file that is hashed: its path below GOROOT and its SHA-256. */
  readonly onFile?: ((path: string, sha256Hex: string) => void) | undefined;
}

interface OpenFile {
  readonly path: string;
  readonly pathInModule: string | undefined;
  /** Undefined when the file is not written. */
  readonly handle: number | undefined;
  readonly mtimeSeconds: number | undefined;
  /** Whether the tree hash covers the file, and somebody wants it. */
  readonly isHashed: boolean;
  /** Of a file that comes in several pieces. */
  hash: Hash | undefined;
  /** Of a file that came in one. */
  sha256: string | undefined;
  leftBytes: number;
}

interface State {
  readonly options: TreeSinkOptions;
  readonly hasher: TreeHasher;
  readonly placer: EntryPlacer;
  readonly names: TreeNames;
  readonly unproven: Set<string>;
  readonly sealed: string[];
  current: OpenFile | undefined;
  /** Undefined before the first file. */
  isHashed: boolean | undefined;
  totalBytes: number;
  /** What came of VERSION; undefined before it. */
  version: Buffer | undefined;
  hasGo: boolean;
}

/** mtimes outside 1970 to 2106 are no time of a release; they are left out. */
const MAX_MTIME_SECONDS = 2 ** 32;

export function createTreeSink(options: TreeSinkOptions): TreeSink {
  const state: State = {
    options,
    hasher: createTreeHasher(options.moduleName),
    placer: createEntryPlacer(options.layout, options.moduleName),
    names: createTreeNames(),
    unproven: new Set(),
    sealed: [],
    current: undefined,
    isHashed: undefined,
    totalBytes: 0,
    version: undefined,
    hasGo: false,
  };
  return {
    begin: entry => begin(state, entry),
    data: (bytes, from, to) => data(state, bytes, from, to),
    end: () => end(state),
    directory: name => directory(state, name),
    result: () => result(state),
    dropUnproven: () => dropUnproven(state),
    abandon: () => abandon(state),
  };
}

function begin(state: State, entry: SinkEntry): void {
  const { path: name, sizeBytes, mtimeSeconds } = entry;
  if (state.current !== undefined) throw corrupt(name, 'begins inside another file');
  if (sizeBytes > LIMITS.unpackedBytes - state.totalBytes) throw tooLarge(name, sizeBytes);
  state.totalBytes += sizeBytes;
  state.isHashed ??= state.options.wantsTree?.() ?? true;
  const { path, pathInModule } = state.placer.file(name);
  const isProved = pathInModule !== undefined;
  if (path === 'VERSION') state.version = Buffer.alloc(0);
  if (path === 'bin/go' || path === 'bin/go.exe') state.hasGo = true;
  const fresh = state.names.addFile(path);
  const handle = isProved || state.options.writeUnproven ? create(state, { path, fresh, isProved }) : undefined;
  const isTime = mtimeSeconds !== undefined && mtimeSeconds >= 0 && mtimeSeconds < MAX_MTIME_SECONDS;
  state.current = {
    path,
    pathInModule,
    handle,
    mtimeSeconds: isTime ? mtimeSeconds : undefined,
    isHashed: isProved && state.isHashed,
    hash: undefined,
    sha256: undefined,
    leftBytes: sizeBytes,
  };
}

function create(
  state: State,
  file: { readonly path: string; readonly fresh: readonly string[]; readonly isProved: boolean },
): number | undefined {
  const { directory: root, writer } = state.options;
  if (root === undefined) return undefined;
  for (const path of file.fresh) makeDirectory(state, root, path);
  if (isSealed(file.path, 'file')) state.sealed.push(file.path);
  if (!file.isProved) state.unproven.add(topOf(file.path));
  return writer.createFile(`${root}/${file.path}`, officialMode(file.path));
}

function makeDirectory(state: State, root: string, path: string): void {
  state.options.writer.makeDirectory(`${root}/${path}`);
  if (isSealed(path, 'directory')) state.sealed.push(path);
}

function data(state: State, bytes: Uint8Array, from: number, to: number): void {
  const { current } = state;
  if (current === undefined) throw corrupt('data', 'belongs to no file');
  current.leftBytes -= to - from;
  if (current.leftBytes < 0) throw corrupt(current.path, 'longer than declared');
  if (current.handle !== undefined) state.options.writer.write(current.handle, bytes, from, to);
  if (current.path === 'VERSION' && state.version !== undefined && state.version.length < LIMITS.goVersionBytes) {
    const wanted = bytes.subarray(from, Math.min(to, from + LIMITS.goVersionBytes - state.version.length));
    state.version = Buffer.concat([state.version, wanted]);
  }
  if (current.isHashed) hashPiece(current, from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to));
}

/** Nearly every file of Go comes in one piece: a hash that begins and ends with it takes half the time of one that can go on. */
function hashPiece(file: OpenFile, piece: Uint8Array): void {
  if (file.hash === undefined && file.leftBytes === 0) {
    file.sha256 = sha256Of(piece);
    return;
  }
  file.hash ??= createHash('sha256');
  file.hash.update(piece);
}

const EMPTY = new Uint8Array();

function end(state: State): void {
  const file = state.current;
  if (file === undefined) throw corrupt('end', 'belongs to no file');
  if (file.leftBytes > 0) throw corrupt(file.path, 'shorter than declared');
  state.current = undefined;
  if (file.handle !== undefined) state.options.writer.closeFile(file.handle, file.mtimeSeconds);
  if (!file.isHashed || file.pathInModule === undefined) return;
  const sha256 = file.sha256 ?? file.hash?.digest('hex') ?? sha256Of(EMPTY);
  state.hasher.add(file.pathInModule, sha256);
  state.options.onFile?.(file.path, sha256);
}

function directory(state: State, name: string): void {
  const placed = state.placer.directory(name);
  if (placed === undefined) return;
  const fresh = state.names.addDirectory(placed.path);
  const { directory: root, writeUnproven } = state.options;
  if (root === undefined || (!placed.isProved && !writeUnproven)) return;
  for (const path of fresh) makeDirectory(state, root, path);
  if (!placed.isProved) state.unproven.add(topOf(placed.path));
}

function result(state: State): TreeResult {
  if (state.current !== undefined) throw corrupt(state.current.path, 'is not finished');
  const { version, hasGo } = state;
  if (version === undefined || !hasGo) {
    throw failure('ARC.LAYOUT', { subject: 'archive', evidence: { missing: version === undefined ? 'VERSION' : 'bin/go' } });
  }
  return {
    tree: state.isHashed ? state.hasher.result() : undefined,
    fileCount: state.hasher.count,
    sizeBytes: state.totalBytes,
    versionFile: version.toString('utf8'),
    unproven: [...state.unproven].sort(),
    sealed: state.sealed,
  };
}

function dropUnproven({ options, unproven }: State): void {
  const { directory: root, writer } = options;
  if (root !== undefined) for (const name of unproven) writer.removeTree(`${root}/${name}`);
  unproven.clear();
}

function abandon(state: State): void {
  const handle = state.current?.handle;
  state.current = undefined;
  if (handle === undefined) return;
  try {
    state.options.writer.closeFile(handle);
  } catch {
    // The first failure is the one to report; the handle is closed in any case.
  }
}

function topOf(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : path.slice(0, slash);
}

function corrupt(subject: string, problem: string): Error {
  return failure('ARC.CORRUPT', { subject, evidence: { problem } });
}

function tooLarge(subject: string, sizeBytes: number): Error {
  return failure('ARC.LIMIT', { subject, evidence: { bytes: sizeBytes, limit: LIMITS.unpackedBytes } });
}

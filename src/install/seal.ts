import { isJsonObject, parseJsonObject } from '../domain/json-object.ts';
import type { Proof } from '../domain/proof.ts';
import type { FileStatus, Files, TreeWriter } from '../ports/machine.ts';
import type { Place } from './place.ts';

/**
 * What this program leaves beside a tree that it proved, so that the next run need not hash 230 MB again: size and times of what
 * decides how Go behaves (isSealed). The change time is set by the kernel alone, so whatever touches one of these is seen. A seal is
 * no proof: whoever may write the tool cache may write a seal too. It tells that the tree is the one that was proved; the full proof
 * is a matter of asking for it (docs/trust.md).
 */
export interface Seal {
  /** Which release was proved here: the name of its toolchain module. */
  readonly moduleName: string;
  readonly proof: Proof;
  readonly programs: readonly SealedPath[];
  readonly rest: readonly SealedPath[];
}

/** A path below GOROOT ('' is itself), and what the file system says of it. The size of a directory means nothing: 0. */
export type SealedPath = readonly [path: string, kind: FileStatus['kind'], sizeBytes: number, mtimeMs: number, ctimeMs: number];

/** What `go version` and `go env` execute and read, which is enough to run them; and all the rest. */
export type SealedPart = 'programs' | 'rest';

/** What the public roots proved. A pin of one job, or what a source says of itself, is nothing to the next job. */
const SEALING: readonly unknown[] = ['checksum-database', 'release-table', 'openpgp-signature'] satisfies Proof['kind'][];

type Reader = Pick<TreeWriter, 'status'>;

const SCHEMA = 'setup-go-robust/seal@2';
/** The 500 paths of Go 1.26 make 40 kB. */
const MAX_SEAL_BYTES = 4 * 1024 * 1024;

/**
 * Whether a path is sealed: programs, tools, and the settings at the root (VERSION, go.env); and the directories that a build looks
 * into, whose times change when anything in them is added, removed or replaced. Only a file of the library that is rewritten in
 * place escapes: to look at each of 15,000 files would take as long as all the rest of a run.
 */
export function isSealed(path: string, kind: 'file' | 'directory'): boolean {
  if (kind === 'directory') return !NO_BUILD.test(path);
  return !path.includes('/') || path.startsWith('bin/') || path.startsWith('pkg/tool/');
}

/** Nothing that the go command compiles into anybody's program: tests, and the sources of the go command itself, half of all. */
const NO_BUILD = /^(?:api|doc|misc|test|src\/cmd)(?:\/|$)|(?:^|\/)testdata(?:\/|$)/u;

/** Undefined when the proof is of a kind that counts for one run only. Throws Failure FS.*. */
export function makeSeal(
  tree: { readonly moduleName: string; readonly proof: Proof; readonly root: string; readonly paths: readonly string[] },
  reader: Reader,
): Seal | undefined {
  const { moduleName, proof, root, paths } = tree;
  if (!SEALING.includes(proof.kind)) return undefined;
  const status = ['', ...paths].flatMap(path => sealedPath(reader, root, path));
  const programs = status.filter(([path]) => isProgram(path));
  return { moduleName, proof, programs, rest: status.filter(([path]) => !isProgram(path)) };
}

function isProgram(path: string): boolean {
  return !path.includes('/') || path.startsWith('bin/');
}

/** None when it was dropped after unpacking. */
function sealedPath(reader: Reader, root: string, path: string): readonly SealedPath[] {
  const found = reader.status(pathIn(root, path));
  if (found === undefined) return [];
  const { kind, sizeBytes, mtimeMs, ctimeMs } = found;
  return [[path, kind, kind === 'directory' ? 0 : sizeBytes, mtimeMs, ctimeMs]];
}

/** Whether everything that was sealed of one part is still as it was. Throws Failure FS.*. */
export function isUnbroken(
  seal: Seal,
  root: string,
  { reader, part }: { readonly reader: Reader; readonly part: SealedPart },
): boolean {
  return seal[part].every(([path, kind, sizeBytes, mtimeMs, ctimeMs]) => {
    const found = reader.status(pathIn(root, path));
    if (found?.kind !== kind || found.mtimeMs !== mtimeMs || found.ctimeMs !== ctimeMs) return false;
    return kind === 'directory' || found.sizeBytes === sizeBytes;
  });
}

function pathIn(root: string, path: string): string {
  return path === '' ? root : `${root}/${path}`;
}

/** Throws Failure FS.*. */
export async function writeSeal(place: Place, seal: Seal, files: Files): Promise<void> {
  await files.write(place.seal, `${JSON.stringify({ schema: SCHEMA, ...seal })}\n`);
}

/** Undefined for anything but a seal of this release. Throws Failure FS.* only. */
export async function readSeal(place: Place, moduleName: string, files: Files): Promise<Seal | undefined> {
  const stat = await files.stat(place.seal);
  if (stat?.kind !== 'file' || stat.sizeBytes > MAX_SEAL_BYTES) return undefined;
  const seal = parseSeal((await files.read(place.seal, MAX_SEAL_BYTES)).toString('utf8'));
  return seal?.moduleName === moduleName ? seal : undefined;
}

/** Undefined for anything that makeSeal did not make. Never throws. */
export function parseSeal(text: string): Seal | undefined {
  const value = parseJsonObject(text);
  if (value?.['schema'] !== SCHEMA) return undefined;
  const { moduleName, proof, programs, rest } = value;
  if (typeof moduleName !== 'string' || !isProof(proof) || !isSealedPart(programs) || !isSealedPart(rest)) return undefined;
  return { moduleName, proof, programs, rest };
}

function isProof(value: unknown): value is Proof {
  if (!isJsonObject(value) || !SEALING.includes(value['kind'])) return false;
  return ['root', 'value', 'detail'].every(name => typeof value[name] === 'string');
}

function isSealedPart(value: unknown): value is readonly SealedPath[] {
  return Array.isArray(value) && value.length > 0 && value.every(isSealedPath);
}

/** Numbers and names are compared with what stands there, and so need no form of their own. */
function isSealedPath(value: unknown): value is SealedPath {
  return Array.isArray(value) && value.length === 5 && typeof value[0] === 'string';
}

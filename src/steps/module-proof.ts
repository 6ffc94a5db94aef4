import { join } from 'node:path';
import { openLocalArchive } from '../acquire/local-archive.ts';
import { Failure } from '../domain/failure.ts';
import { type Finding, type Fix, finding } from '../domain/finding.ts';
import { escapeModuleName } from '../domain/gosum.ts';
import { LIMITS } from '../domain/limits.ts';
import type { SummedModule } from '../domain/sum-lines.ts';
import { hashModFile, hashModuleDirectory, hashModuleZip, type ModuleHash } from '../install/module-hash.ts';
import type { Machine } from '../ports/machine.ts';
import { isDirectory, isFile } from './project-directory.ts';

/** What became of the parts of one module that go.sum speaks of. */
export interface ModuleProof {
  /** Parts (zip, go.mod, unpacked tree) that are here and are what go.sum says. */
  readonly proved: number;
  /** Parts that are not here. */
  readonly missing: number;
  /** One for each part that differs. */
  readonly findings: readonly Finding[];
  /** SHA-256 by path, of the zip or the tree that is proved; undefined where neither is. */
  readonly files: ReadonlyMap<string, string> | undefined;
}

interface Place {
  readonly machine: Pick<Machine, 'files' | 'relieve'>;
  /** GOMODCACHE. */
  readonly cache: string;
  readonly module: SummedModule;
}

/** So many files that differ are named. */
const NAMED_FILES = 20;

/**
 * Proves what the module cache holds of one version of a module: the zip, the go.mod and the unpacked tree, each hashed anew; a link is what it leads
 * to, as for go. Throws
 * FS.* for what cannot be read, or the signal's reason.
 */
export async function proveModule(place: Place, signal: AbortSignal): Promise<ModuleProof> {
  const { module } = place;
  const mod = module.modHashes.length === 0 ? undefined : await checkMod(place);
  if (module.zipHashes.length === 0) return collect([mod], undefined);
  const zip = await checkZip(place, signal);
  const tree = await checkTree(place, zip.isProved ? zip.hash?.files : undefined, signal);
  const proved = zip.isProved ? zip : tree.isProved ? tree : undefined;
  return collect([mod, zip, tree], proved?.hash?.files);
}

interface Part {
  /** False when it differs; undefined when it is not here. */
  readonly isProved: boolean | undefined;
  readonly hash?: ModuleHash;
  readonly finding?: Finding;
}

function collect(parts: readonly (Part | undefined)[], files: ModuleProof['files']): ModuleProof {
  const asked = parts.filter(part => part !== undefined);
  return {
    proved: asked.filter(part => part.isProved === true).length,
    missing: asked.filter(part => part.isProved === undefined).length,
    findings: asked.flatMap(part => (part.finding === undefined ? [] : [part.finding])),
    files,
  };
}

async function checkMod(place: Place): Promise<Part> {
  const { files } = place.machine;
  const path = `${downloadPath(place)}.mod`;
  if (!(await isFile(files, path))) return { isProved: undefined };
  const got = hashModFile(await files.read(path, LIMITS.versionFileBytes));
  if (place.module.modHashes.includes(got)) return { isProved: true };
  return { isProved: false, finding: altered(place, { part: 'go.mod', path, expected: place.module.modHashes, got }) };
}

async function checkZip(place: Place, signal: AbortSignal): Promise<Part> {
  const { machine, module } = place;
  const path = `${downloadPath(place)}.zip`;
  const { files, relieve } = machine;
  if (!(await isFile(files, path))) return { isProved: undefined };
  try {
    const bytes = await openLocalArchive({ files, path });
    const hash = await hashModuleZip(
      { bytes, files, name: nameOf(module), ...(relieve === undefined ? {} : { relieve }) },
      signal,
    );
    if (module.zipHashes.includes(hash.tree)) return { isProved: true, hash };
    return { isProved: false, hash, finding: altered(place, { part: 'zip', path, expected: module.zipHashes, got: hash.tree }) };
  } catch (error) {
    signal.throwIfAborted();
    // A zip that is cut or damaged differs as well.
    if (!(error instanceof Failure) || !/^(?:ARC|BODY)\./u.test(error.code)) throw error;
    return { isProved: false, finding: altered(place, { part: 'zip', path, expected: module.zipHashes, got: error.code }) };
  }
}

async function checkTree(place: Place, genuine: ModuleProof['files'], signal: AbortSignal): Promise<Part> {
  const { machine, module, cache } = place;
  const root = join(cache, `${escapeModuleName(module.path)}@${escapeModuleName(module.version)}`);
  if (!(await isDirectory(machine.files, root))) return { isProved: undefined };
  const hash = await hashModuleDirectory({ reader: machine.files.tree, root, name: nameOf(module) }, signal);
  if (module.zipHashes.includes(hash.tree)) return { isProved: true, hash };
  const differing = genuine === undefined ? undefined : differingFiles(genuine, hash.files);
  const wrong = { part: 'unpacked tree', path: root, expected: module.zipHashes, got: hash.tree };
  return { isProved: false, hash, finding: altered(place, wrong, differing) };
}

function differingFiles(genuine: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): readonly string[] {
  const changed = [...found]
    .filter(([path, sha256]) => genuine.has(path) && genuine.get(path) !== sha256)
    .map(([path]) => `changed ${path}`);
  const added = [...found.keys()].filter(path => !genuine.has(path)).map(path => `added ${path}`);
  const lost = [...genuine.keys()].filter(path => !found.has(path)).map(path => `lost ${path}`);
  return [...changed, ...added, ...lost].sort();
}

function altered(
  { module, cache }: Place,
  wrong: { readonly part: string; readonly path: string; readonly expected: readonly string[]; readonly got: string },
  differing?: readonly string[],
): Finding {
  const { part, path, expected, got } = wrong;
  const more = (differing?.length ?? 0) - NAMED_FILES;
  const found = finding('MODCACHE.ALTERED', {
    subject: nameOf(module),
    evidence: {
      part,
      at: path.startsWith(cache) ? `GOMODCACHE${path.slice(cache.length)}` : path,
      expected: expected.join(' or '),
      got,
      ...(differing === undefined && part === 'unpacked tree' ? { files: 'they cannot be named without a proved zip' } : {}),
    },
    fixes: removal(module),
    location: { file: module.line.file, line: module.line.line },
  });
  const names = (differing ?? []).slice(0, NAMED_FILES).map(value => ({ name: 'file', value }));
  const rest = more > 0 ? [{ name: 'file', value: `and ${more} more` }] : [];
  return { ...found, evidence: [...found.evidence, ...names, ...rest] };
}

/** The one entry, and nothing else of the cache. */
function removal({ path, version }: SummedModule): readonly Fix[] {
  // Only what a shell takes literally may stand in a command.
  if (!/^[\w.~/+-]+$/u.test(`${path}${version}`)) return [];
  const [directory, name] = [escapeModuleName(path), escapeModuleName(version)];
  const tree = `"$(go env GOMODCACHE)/${directory}@${name}"`;
  const text = `chmod -R u+w ${tree}; rm -rf ${tree} "$(go env GOMODCACHE)/cache/download/${directory}/@v/${name}".*; go mod download ${path}@${version}`;
  return [{ title: 'Remove this module from the cache and download it again', kind: 'command', text, risk: 'none' }];
}

function downloadPath({ cache, module }: Place): string {
  return join(cache, 'cache', 'download', escapeModuleName(module.path), '@v', escapeModuleName(module.version));
}

function nameOf({ path, version }: SummedModule): string {
  return `${path}@${version}`;
}

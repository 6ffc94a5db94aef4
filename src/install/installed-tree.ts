import { createHash } from 'node:crypto';
import type { TreeWriter } from '../ports/machine.ts';
import { IRREGULAR_SHA256 } from '../verify/sha256.ts';
import { createTreeHasher, releasePathInModule } from '../verify/tree-hash.ts';
import { isSealed } from './seal.ts';

/** What an installed GOROOT was measured to be. It can stand in for domain/proof.ts Measured. */
export interface InstalledTree {
  /** `h1:…`; it differs from the published one when a file of the module was changed, added or lost. */
  readonly tree: string;
  /** Files that the tree hash covers. */
  readonly fileCount: number;
  readonly sizeBytes: number;
  /** Files in api, doc, misc and test: no tree hash covers them, so nothing is said of them. */
  readonly uncoveredCount: number;
  /** Links and devices, which no Go has. Each of them makes `tree` differ, also one that was added. */
  readonly irregular: readonly string[];
  /** What a seal covers of it (seal.ts): directories, and the files that isSealed names. */
  readonly sealed: readonly string[];
  /** Content of go.env, which container images edit (GOTOOLCHAIN=local); undefined when there is none. */
  readonly goEnv: Buffer | undefined;
}

export interface InstalledTreeOptions {
  readonly reader: Pick<TreeWriter, 'readDirectory' | 'readFile'>;
  readonly root: string;
  /** Name of the toolchain module (verify/tree-hash.ts). */
  readonly moduleName: string;
  /** Files at the root that are not looked at: `setup.sh` of the archives that setup-go installs. */
  readonly ignore?: readonly string[];
  /** Hears of every file that the tree hash covers. */
  readonly onFile?: (path: string, sha256Hex: string) => void;
}

/** After so many files other work gets its turn: a heartbeat, a signal. */
const FILES_PER_TURN = 500;

interface Walk {
  readonly options: InstalledTreeOptions;
  readonly hasher: ReturnType<typeof createTreeHasher>;
  readonly directories: string[];
  readonly irregular: string[];
  readonly sealed: string[];
  sizeBytes: number;
  uncoveredCount: number;
  goEnv: Buffer | undefined;
}

/**
 * Measures an installed GOROOT as the checksum database would (measured: 0.3 s for Go 1.26). Reads only. Throws Failure
 * FS.*, or the signal's reason.
 */
export async function hashInstalledTree(options: InstalledTreeOptions, signal: AbortSignal): Promise<InstalledTree> {
  const start = { directories: [''], irregular: [], sealed: [], sizeBytes: 0, uncoveredCount: 0, goEnv: undefined };
  const walk: Walk = { options, hasher: createTreeHasher(options.moduleName), ...start };
  let filesAtTurn = 0;
  for (let directory = walk.directories.pop(); directory !== undefined; directory = walk.directories.pop()) {
    visit(walk, directory);
    if (walk.hasher.count - filesAtTurn < FILES_PER_TURN) continue;
    filesAtTurn = walk.hasher.count;
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    signal.throwIfAborted();
  }
  const { hasher, sizeBytes, uncoveredCount, irregular, sealed, goEnv } = walk;
  const tree = hasher.result();
  return { tree, fileCount: hasher.count, sizeBytes, uncoveredCount, irregular: irregular.sort(), sealed, goEnv };
}

/** `directory` is relative, '' or with a slash at its end. */
function visit(walk: Walk, directory: string): void {
  const { reader, root, ignore } = walk.options;
  for (const { name, kind } of reader.readDirectory(`${root}/${directory}`)) {
    const path = `${directory}${name}`;
    if (directory === '' && ignore?.includes(name) === true) continue;
    if (isSealed(path, kind === 'directory' ? 'directory' : 'file')) walk.sealed.push(path);
    if (kind === 'directory') walk.directories.push(`${path}/`);
    else addFile(walk, path, kind === 'file');
  }
}

function addFile(walk: Walk, path: string, isRegular: boolean): void {
  const pathInModule = releasePathInModule(path);
  if (pathInModule === undefined) {
    walk.uncoveredCount++;
    return;
  }
  let sha256 = IRREGULAR_SHA256;
  if (isRegular) {
    const content = walk.options.reader.readFile(`${walk.options.root}/${path}`);
    if (path === 'go.env') walk.goEnv = content;
    walk.sizeBytes += content.length;
    sha256 = createHash('sha256').update(content).digest('hex');
  } else {
    walk.irregular.push(path);
  }
  walk.hasher.add(pathInModule, sha256);
  walk.options.onFile?.(path, sha256);
}

/**
 * The tree hash of files that were hashed before (what `onFile` heard), with the content of some of them replaced.
 */
export function rehashTree(options: {
  readonly moduleName: string;
  readonly hashes: ReadonlyMap<string, string>;
  /** Path below GOROOT to content. */
  readonly changed: Readonly<Record<string, string>>;
}): string {
  const { moduleName, hashes, changed } = options;
  const hasher = createTreeHasher(moduleName);
  for (const [path, sha256] of hashes) {
    const content = changed[path];
    const own = content === undefined ? sha256 : createHash('sha256').update(content).digest('hex');
    hasher.add(releasePathInModule(path) ?? path, own);
  }
  return hasher.result();
}

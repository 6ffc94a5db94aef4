/** One line of a go.sum or go.work.sum (go.dev/ref/mod#go-sum-files). */
export interface SumLine {
  readonly path: string;
  readonly version: string;
  /** Whether the hash is that of the go.mod only. */
  readonly isMod: boolean;
  /** `h1:…` */
  readonly hash: string;
  /** As it was handed in. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * The lines of one file in order. Lines of another form are passed over, as are hashes of kinds that are not known (cmd/go does the
 * same), and paths that no module can have; that a file is in order is judged elsewhere. Linear in its length; never throws.
 */
export function readSumLines(text: string, file: string): readonly SumLine[] {
  const lines: SumLine[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    const match = /^(\S{1,1000}) (v[^\s/]{1,300})(\/go\.mod)? (h1:[A-Za-z0-9+/]{43}=)\s*$/u.exec(line);
    if (match === null || !isPath(`${match[1]}/${match[2]}`)) continue;
    const [, path = '', version = '', mod, hash = ''] = match;
    lines.push({ path, version, isMod: mod !== undefined, hash, file, line: number });
  }
  return lines;
}

/** No path that would lead out of a directory or mean another one on Windows (golang.org/x/mod/module, CheckPath). */
function isPath(text: string): boolean {
  return /^[\w.~+!-]+(?:\/[\w.~+!-]+)*$/u.test(text) && !text.split('/').some(part => part === '.' || part === '..');
}

/** What go.sum files say of one version of a module. More than one hash of a kind: each is accepted, as cmd/go does. */
export interface SummedModule {
  readonly path: string;
  readonly version: string;
  readonly zipHashes: readonly string[];
  readonly modHashes: readonly string[];
  /** The line that names it first. */
  readonly line: SumLine;
}

/** By `path@version`, in the order of the first lines. */
export function groupSums(lines: readonly SumLine[]): ReadonlyMap<string, SummedModule> {
  const modules = new Map<string, SummedModule>();
  for (const line of lines) {
    const name = `${line.path}@${line.version}`;
    const known = modules.get(name) ?? { path: line.path, version: line.version, zipHashes: [], modHashes: [], line };
    const kind = line.isMod ? 'modHashes' : 'zipHashes';
    if (!known[kind].includes(line.hash)) modules.set(name, { ...known, [kind]: [...known[kind], line.hash] });
  }
  return modules;
}

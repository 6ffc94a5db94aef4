import type { GoSumFacts, SumLine } from './project-facts.ts';

/** A line by which a module can be proved, with the file that it stands in. */
export interface ProvingSum extends SumLine {
  readonly file: string;
}

/**
 * The lines of one go.sum that a module can be proved by, in order: hashes of kinds that are not known count for nothing (cmd/go does the
 * same), and so do paths that no module can have, for they would lead out of the module cache.
 */
export function provingSums({ file, lines }: GoSumFacts): readonly ProvingSum[] {
  return lines
    .filter(
      ({ path, version, hash }) => hash.startsWith('h1:') && isPath(path) && /^v[^/]{1,300}$/u.test(version) && isPath(version),
    )
    .map(line => ({ ...line, file }));
}

/** No path that would lead out of a directory or mean another one on Windows (golang.org/x/mod/module, CheckPath). */
function isPath(text: string): boolean {
  return (
    text.length <= 1_000 &&
    /^[\w.~+!-]+(?:\/[\w.~+!-]+)*$/u.test(text) &&
    !text.split('/').some(part => part === '.' || part === '..')
  );
}

/** What go.sum files say of one version of a module. More than one hash of a kind: each is accepted, as cmd/go does. */
export interface SummedModule {
  readonly path: string;
  readonly version: string;
  readonly zipHashes: readonly string[];
  readonly modHashes: readonly string[];
  /** The line that names it first. */
  readonly line: ProvingSum;
}

/** By `path@version`, in the order of the first lines. */
export function groupSums(lines: readonly ProvingSum[]): ReadonlyMap<string, SummedModule> {
  const modules = new Map<string, SummedModule>();
  for (const line of lines) {
    const name = `${line.path}@${line.version}`;
    const known = modules.get(name) ?? { path: line.path, version: line.version, zipHashes: [], modHashes: [], line };
    const kind = line.isGoMod ? 'modHashes' : 'zipHashes';
    if (!known[kind].includes(line.hash)) modules.set(name, { ...known, [kind]: [...known[kind], line.hash] });
  }
  return modules;
}

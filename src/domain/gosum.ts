/** What a go.sum names: modules whose files are needed (`zips`), and those of which only the go.mod is (`mods`), as `path@version`. */
export interface GoSum {
  readonly zips: ReadonlySet<string>;
  readonly mods: ReadonlySet<string>;
}

/**
 * Reads any number of go.sum or go.work.sum texts together: lines `path version h1:…` and `path version/go.mod h1:…`
 * (go.dev/ref/mod#go-sum-files). Other lines are ignored: whether a go.sum is in order is Go's affair.
 */
export function readGoSums(texts: readonly string[]): GoSum {
  const zips = new Set<string>();
  const mods = new Set<string>();
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const match = /^(\S+) (v[^\s/]+)(\/go\.mod)? h1:/u.exec(line);
      if (match === null) continue;
      const [, path = '', version = '', onlyMod] = match;
      (onlyMod === undefined ? zips : mods).add(`${path}@${version}`);
    }
  }
  return { zips, mods };
}

/** The name of a module or version as the module cache writes it: an upper-case letter is `!` and the lower-case one (module.EscapePath). */
export function unescapeModuleName(text: string): string {
  return text.replace(/!([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

/** The reverse: how the module cache writes a path or a version. */
export function escapeModuleName(text: string): string {
  return text.replace(/[A-Z]/gu, letter => `!${letter.toLowerCase()}`);
}

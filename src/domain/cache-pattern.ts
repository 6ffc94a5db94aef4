import { matchesName, type NamePattern, parseNamePattern } from './name-pattern.ts';

/** One line of `cache-dependency-path`. */
export interface CachePattern {
  /** As it was written. */
  readonly text: string;
  /** A leading `!`: what matches is left out. */
  readonly isExclusion: boolean;
  /** One for each name of a path; `any` is `**`. */
  readonly parts: readonly (NamePattern | 'any')[];
  /** Windows. */
  readonly ignoresCase: boolean;
}

export interface PatternPlace {
  /** Absolute, as the platform writes it. */
  readonly workspace: string;
  /** Windows: letter case makes no difference, and `\` separates. */
  readonly isWindows: boolean;
}

/** The longest pattern that is read; a path of most systems is no longer. */
const LONGEST = 1_000;

/**
 * Reads patterns as actions/setup-go does (@actions/glob): one on each line, `#` begins a comment, `!` excludes, `*` `?` and `[…]`
 * stand within one name, `**` for any number of directories, and a directory means everything below it. Relative to the workspace,
 * or absolute and inside it. `outside`: those that lead out of the workspace, and count for nothing.
 */
export function readCachePatterns(
  text: string,
  place: PatternPlace,
): { readonly patterns: readonly CachePattern[]; readonly outside: readonly string[] } {
  const patterns: CachePattern[] = [];
  const outside: string[] = [];
  for (const line of text.split(/\r?\n/u).map(each => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const marks = /^!*/u.exec(line)?.[0].length ?? 0;
    const names = line.length > LONGEST ? undefined : namesInside(line.slice(marks).trim(), place);
    if (names === undefined) outside.push(line.slice(0, 200));
    else {
      const own = place.isWindows ? names.map(name => name.toLowerCase()) : names;
      const parts = own.map(name => (name === '**' ? 'any' : parseNamePattern(name)));
      patterns.push({ text: line, isExclusion: marks % 2 === 1, parts, ignoresCase: place.isWindows });
    }
  }
  return { patterns, outside };
}

/** The names of a path below the workspace; undefined when it is not below. */
function namesInside(path: string, { workspace, isWindows }: PatternPlace): readonly string[] | undefined {
  const slashes = (text: string): string => (isWindows ? text.replaceAll('\\', '/') : text);
  const same = (text: string): string => (isWindows ? text.toLowerCase() : text);
  const root = slashes(workspace).replace(/\/+$/u, '');
  let rest = slashes(path);
  if (rest.startsWith('/') || rest === '~' || rest.startsWith('~/') || (isWindows && /^[a-z]:/iu.test(rest))) {
    if (same(rest) !== same(root) && !same(rest).startsWith(same(`${root}/`))) return undefined;
    rest = rest.slice(root.length);
  }
  const names: string[] = [];
  for (const name of rest.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    // Where `..` leads after a wildcard depends on what that matches.
    else if (names.length === 0 || /[*?[]/u.test(names.pop() ?? '')) return undefined;
  }
  return names;
}

/**
 * How far a pattern gets along a path, name by name. `whole`: the path, or a directory above it, is what the pattern names;
 * `begun`: something below it may be.
 */
export function matchPattern(pattern: CachePattern, names: readonly string[]): 'whole' | 'begun' | 'none' {
  const { parts, ignoresCase } = pattern;
  let states = reach(new Set([0]), parts);
  for (const name of names) {
    if (states.has(parts.length)) return 'whole';
    const next = new Set<number>();
    for (const state of states) {
      const part = parts[state];
      if (part === 'any') next.add(state);
      else if (part !== undefined && matchesName(part, ignoresCase ? name.toLowerCase() : name)) next.add(state + 1);
    }
    states = reach(next, parts);
  }
  if (states.has(parts.length)) return 'whole';
  return states.size > 0 ? 'begun' : 'none';
}

/** `**` also stands for no directory at all. */
function reach(states: Set<number>, parts: CachePattern['parts']): Set<number> {
  for (const state of states) if (parts[state] === 'any') states.add(state + 1);
  return states;
}

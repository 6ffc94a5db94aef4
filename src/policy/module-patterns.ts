import { matchesName, type NamePattern } from '../domain/name-pattern.ts';

/**
 * One pattern of GOPRIVATE, GONOPROXY, GONOSUMDB, GOINSECURE or GOVCS: matched element by element against the beginning of a
 * module path, by the syntax of Go's path.Match.
 */
export interface ModulePattern {
  readonly text: string;
  /** Undefined: malformed, and matches nothing. */
  readonly elements: readonly NamePattern[] | undefined;
}

/** Splits at commas; empty entries are skipped and one slash at the end is dropped, but spaces count (x/mod/module, MatchPrefixPatterns). */
export function parseModulePatterns(list: string): readonly ModulePattern[] {
  return list
    .split(',')
    .map(entry => entry.replace(/\/$/u, ''))
    .filter(text => text !== '')
    .map(text => ({ text, elements: parseElements(text) }));
}

/** The first pattern of the list that matches the module path; undefined when none does (x/mod/module, MatchPrefixPatterns). */
export function findModulePattern(patterns: readonly ModulePattern[], modulePath: string): ModulePattern | undefined {
  const path = modulePath.split('/');
  return patterns.find(
    ({ elements }) =>
      elements !== undefined &&
      elements.length <= path.length &&
      elements.every((element, index) => matchesName(element, path[index] ?? '')),
  );
}

/** Whether some pattern of the list matches the module path. */
export function matchesModulePatterns(list: string, modulePath: string): boolean {
  return findModulePattern(parseModulePatterns(list), modulePath) !== undefined;
}

function parseElements(text: string): readonly NamePattern[] | undefined {
  const elements: NamePattern[] = [];
  for (const element of text.split('/')) {
    const tokens = parseElement(element);
    if (tokens === undefined) return undefined;
    elements.push(tokens);
  }
  return elements;
}

/** path.Match: `*`, `?`, `[a-z]`, `[^a-z]`, `\` before a character that stands for itself. Undefined for ErrBadPattern. */
function parseElement(text: string): NamePattern | undefined {
  const tokens: NamePattern[number][] = [];
  const characters = [...text];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*') tokens.push({ kind: 'many' });
    else if (character === '?') tokens.push({ kind: 'one' });
    else if (character === '[') {
      const set = parseSet(characters, at + 1);
      if (set === undefined) return undefined;
      tokens.push(set.token);
      at = set.end;
    } else if (character === '\\') {
      at += 1;
      const escaped = characters[at];
      if (escaped === undefined) return undefined;
      tokens.push({ kind: 'character', character: escaped });
    } else tokens.push({ kind: 'character', character });
  }
  return tokens;
}

/** `end` is the place of the closing bracket. */
function parseSet(
  characters: readonly string[],
  start: number,
): { readonly token: NamePattern[number]; readonly end: number } | undefined {
  const isNegated = characters[start] === '^';
  const ranges: (readonly [string, string])[] = [];
  let at = isNegated ? start + 1 : start;
  while (characters[at] !== ']' || ranges.length === 0) {
    const low = readSetCharacter(characters, at);
    if (low === undefined) return undefined;
    at = low.next;
    let high = low;
    if (characters[at] === '-') {
      const end = readSetCharacter(characters, at + 1);
      if (end === undefined) return undefined;
      high = end;
      at = end.next;
    }
    ranges.push([low.character, high.character]);
  }
  return { token: { kind: 'set', isNegated, ranges }, end: at };
}

function readSetCharacter(
  characters: readonly string[],
  at: number,
): { readonly character: string; readonly next: number } | undefined {
  const first = characters[at];
  if (first === undefined || first === '-' || first === ']') return undefined;
  if (first !== '\\') return { character: first, next: at + 1 };
  const escaped = characters[at + 1];
  return escaped === undefined ? undefined : { character: escaped, next: at + 2 };
}

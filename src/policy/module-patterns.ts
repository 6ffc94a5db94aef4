/**
 * One pattern of GOPRIVATE, GONOPROXY, GONOSUMDB, GOINSECURE or GOVCS: matched against so many first elements of a module path as it
 * has itself, by the rules of Go's path.Match.
 */
export interface ModulePattern {
  readonly text: string;
  /** Undefined: malformed, and matches nothing. */
  readonly chunks: readonly Chunk[] | undefined;
}

/** What stands between two `*` of a pattern. */
interface Chunk {
  /** A `*` stands in front: any text without a slash. */
  readonly isAfterStar: boolean;
  readonly tokens: readonly Token[];
}

type Token =
  /** `?`: any character but a slash. */
  | { readonly kind: 'one' }
  | { readonly kind: 'character'; readonly character: string }
  /** A slash may be in it. */
  | { readonly kind: 'set'; readonly isNegated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** Splits at commas; empty entries are skipped and one slash at the end is dropped, but spaces count (x/mod/module, MatchPrefixPatterns). */
export function parseModulePatterns(list: string): readonly ModulePattern[] {
  return list
    .split(',')
    .map(entry => entry.replace(/\/$/u, ''))
    .filter(text => text !== '')
    .map(text => ({ text, chunks: parseChunks([...text]) }));
}

/** The first pattern of the list that matches the module path; undefined when none does (x/mod/module, MatchPrefixPatterns). */
export function findModulePattern(patterns: readonly ModulePattern[], modulePath: string): ModulePattern | undefined {
  const elements = modulePath.split('/');
  return patterns.find(({ text, chunks }) => {
    // Slashes are counted as they stand, in a set or behind a backslash too.
    const wanted = text.split('/').length;
    return chunks !== undefined && wanted <= elements.length && matches(chunks, [...elements.slice(0, wanted).join('/')]);
  });
}

/** Whether some pattern of the list matches the module path. */
export function matchesModulePatterns(list: string, modulePath: string): boolean {
  return findModulePattern(parseModulePatterns(list), modulePath) !== undefined;
}

/** As path.Match walks: the first place where a chunk fits is taken, and no earlier star is tried again. */
function matches(chunks: readonly Chunk[], name: readonly string[]): boolean {
  let at = 0;
  for (const [index, { isAfterStar, tokens }] of chunks.entries()) {
    const isLast = index === chunks.length - 1;
    if (isLast && isAfterStar && tokens.length === 0) return !name.slice(at).includes('/');
    const end = findEnd(tokens, { name, from: at, isAfterStar, isLast });
    if (end === undefined) return false;
    at = end;
  }
  return at === name.length;
}

function findEnd(
  tokens: readonly Token[],
  place: { readonly name: readonly string[]; readonly from: number; readonly isAfterStar: boolean; readonly isLast: boolean },
): number | undefined {
  const { name, from, isAfterStar, isLast } = place;
  for (let start = from; ; start += 1) {
    const end = matchChunk(tokens, name, start);
    if (end !== undefined && (!isLast || end === name.length)) return end;
    // A star skips no slash.
    if (!isAfterStar || start >= name.length || name[start] === '/') return undefined;
  }
}

function matchChunk(tokens: readonly Token[], name: readonly string[], start: number): number | undefined {
  if (start + tokens.length > name.length) return undefined;
  return tokens.every((token, index) => matchesCharacter(token, name[start + index] ?? '')) ? start + tokens.length : undefined;
}

function matchesCharacter(token: Token, character: string): boolean {
  if (token.kind === 'one') return character !== '/';
  if (token.kind === 'character') return token.character === character;
  return token.ranges.some(([low, high]) => low <= character && character <= high) !== token.isNegated;
}

/** `*`, `?`, `[a-z]`, `[^a-z]`, and a backslash before a character that stands for itself. Undefined for ErrBadPattern. */
function parseChunks(characters: readonly string[]): readonly Chunk[] | undefined {
  const chunks: { isAfterStar: boolean; tokens: Token[] }[] = [];
  let chunk: { isAfterStar: boolean; tokens: Token[] } = { isAfterStar: false, tokens: [] };
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*') {
      if (chunk.tokens.length > 0) chunks.push(chunk);
      chunk = { isAfterStar: true, tokens: [] };
    } else if (character === '?') chunk.tokens.push({ kind: 'one' });
    else if (character === '[') {
      const set = parseSet(characters, at + 1);
      if (set === undefined) return undefined;
      chunk.tokens.push(set.token);
      at = set.end;
    } else if (character === '\\') {
      at += 1;
      const escaped = characters[at];
      if (escaped === undefined) return undefined;
      chunk.tokens.push({ kind: 'character', character: escaped });
    } else chunk.tokens.push({ kind: 'character', character });
  }
  return [...chunks, chunk];
}

/** `end` is the place of the closing bracket. */
function parseSet(characters: readonly string[], start: number): { readonly token: Token; readonly end: number } | undefined {
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

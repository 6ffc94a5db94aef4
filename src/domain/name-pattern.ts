/** A pattern for one name of a path: `*` any text, `?` one character, `[abc]` `[a-z]` `[!abc]` one of a set. */
export type NamePattern = readonly NameToken[];

type NameToken =
  | { readonly kind: 'many' }
  | { readonly kind: 'one' }
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'set'; readonly isNegated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** A `[` that begins no set stands for itself. */
export function parseNamePattern(text: string): NamePattern {
  const tokens: NameToken[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const set = character === '[' ? /^\[(!?)([^\]]+)\]/u.exec(text.slice(at)) : null;
    if (set !== null) {
      tokens.push({ kind: 'set', isNegated: set[1] === '!', ranges: parseRanges(set[2] ?? '') });
      at += set[0].length - 1;
    } else if (character === '?') tokens.push({ kind: 'one' });
    else if (character !== '*') tokens.push({ kind: 'character', character });
    else if (tokens.at(-1)?.kind !== 'many') tokens.push({ kind: 'many' });
  }
  return tokens;
}

function parseRanges(text: string): readonly (readonly [string, string])[] {
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const first = text[at] ?? '';
    const isRange = text[at + 1] === '-' && at + 2 < text.length;
    ranges.push([first, isRange ? (text[at + 2] ?? first) : first]);
    if (isRange) at += 2;
  }
  return ranges;
}

/**
 * Whether the whole name matches. When it does not, only the last `*` is tried again with more text, which is enough for a match and
 * keeps the time at length times length: as a regular expression, a pattern of many `*` takes minutes.
 */
export function matchesName(pattern: NamePattern, name: string): boolean {
  let token = 0;
  let retry: { readonly token: number; at: number } | undefined;
  for (let at = 0; at < name.length; ) {
    const current = pattern[token];
    if (current?.kind === 'many') {
      retry = { token, at };
      token += 1;
    } else if (current !== undefined && matchesCharacter(current, name[at] ?? '')) {
      at += 1;
      token += 1;
    } else {
      if (retry === undefined) return false;
      retry.at += 1;
      at = retry.at;
      token = retry.token + 1;
    }
  }
  return pattern.slice(token).every(({ kind }) => kind === 'many');
}

function matchesCharacter(token: NameToken, character: string): boolean {
  if (token.kind === 'character') return token.character === character;
  if (token.kind !== 'set') return true;
  return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.isNegated;
}

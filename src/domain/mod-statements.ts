import type { SyntaxProblem } from './project-facts.ts';
import { redactText } from './redact.ts';

/** One line of a go.mod or go.work that says something: `require a v1`, or `a v1` inside `require ( … )`. */
export interface Statement {
  readonly verb: string;
  /** As written: quotes stay. */
  readonly args: readonly string[];
  /** From `//` to the end of the line; empty when there is none. */
  readonly comment: string;
  /** 1-based. */
  readonly line: number;
}

export interface Statements {
  readonly statements: readonly Statement[];
  readonly problems: readonly SyntaxProblem[];
}

/** More problems of one file help nobody. */
export const MOST_PROBLEMS = 20;
const LONGEST_TEXT = 120;

/** A problem of a line, with the line cut and without credentials. */
export function problemAt(place: { readonly line: number; readonly text: string }, what: Complaint): SyntaxProblem {
  return { ...what, line: place.line, text: redactText(place.text.slice(0, LONGEST_TEXT), []).trim() };
}

export type Complaint = Pick<SyntaxProblem, 'kind' | 'reason'>;

/** What `git merge` leaves: seven marks at the beginning of a line. */
export function isMergeMark(line: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/u.test(line);
}

/**
 * The statements of a go.mod or go.work, by the lexer of golang.org/x/mod/modfile (read.go): white space is space, tab and CR; `//`
 * begins a comment also within a word; `verb (` opens a block when the line ends there. Unlike cmd/go it goes on behind a problem, so
 * that each line is named. `blocks` are the verbs that may open a block. Never throws; time is linear.
 */
export function readStatements(text: string, blocks: readonly string[]): Statements {
  const draft: Draft = { statements: [], problems: [], open: undefined };
  const pattern = tokenPattern(text);
  for (const [index, raw] of text.split('\n').entries()) {
    const place = { line: index + 1, text: raw };
    const read = isMergeMark(raw) ? MERGE_MARK : readTokens(raw, pattern);
    if ('reason' in read) complain(draft, place, read);
    else if (draft.open !== undefined) readInBlock(draft, draft.open, { ...read, ...place });
    else readOutside(draft, blocks, { ...read, ...place });
  }
  if (draft.open !== undefined) complain(draft, draft.open, syntax('the block that begins here has no end'));
  return draft;
}

interface Draft {
  readonly statements: Statement[];
  readonly problems: SyntaxProblem[];
  open: OpenBlock | undefined;
}

function complain({ problems }: Draft, place: Place, what: Complaint): void {
  if (problems.length < MOST_PROBLEMS) problems.push(problemAt(place, what));
}

function readInBlock(draft: Draft, block: OpenBlock, read: Tokens & Place): void {
  const { tokens, comment, line } = read;
  if (tokens[0] === ')') {
    draft.open = undefined;
    if (tokens.length > 1) complain(draft, read, syntax('something follows the closing parenthesis'));
  } else if (block.isKnown && tokens.length > 0) draft.statements.push({ verb: block.verb, args: tokens, comment, line });
}

function readOutside(draft: Draft, blocks: readonly string[], read: Tokens & Place): void {
  const { tokens, comment, line, text } = read;
  const block = openedBlock(tokens, { blocks, line, text });
  if (block !== undefined) {
    if (!block.isKnown) complain(draft, read, { kind: 'directive', reason: `no block is named ${block.verb.slice(0, 40)}` });
    if (!block.isEmpty) draft.open = block;
    return;
  }
  const [verb, ...args] = tokens;
  if (verb !== undefined) draft.statements.push({ verb, args, comment, line });
}

interface Place {
  readonly line: number;
  readonly text: string;
}

interface OpenBlock extends Place {
  readonly verb: string;
  /** The lines of a block that does not exist mean nothing. */
  readonly isKnown: boolean;
  readonly isEmpty: boolean;
}

interface Tokens {
  readonly tokens: readonly string[];
  readonly comment: string;
}

/** The complaint about such a line. */
export const MERGE_MARK: Complaint = { kind: 'merge-mark', reason: 'a merge conflict is not resolved' };

export function syntax(reason: string): Complaint {
  return { kind: 'syntax', reason };
}

/** `require (` and `require ( )`: a parenthesis that ends the line. Elsewhere it is a word like others. */
function openedBlock(
  tokens: readonly string[],
  { blocks, ...place }: Place & { readonly blocks: readonly string[] },
): OpenBlock | undefined {
  const isEmpty = tokens.length > 2 && tokens.at(-2) === '(' && tokens.at(-1) === ')';
  const isOpen = tokens.length > 1 && tokens.at(-1) === '(';
  if (!isEmpty && !isOpen) return undefined;
  const verb = tokens.slice(0, isEmpty ? -2 : -1).join(' ');
  return { ...place, verb, isEmpty, isKnown: blocks.includes(verb) };
}

/**
 * A slash that begins a comment ends a word, and so does punctuation that is a token of its own. Otherwise a word has what
 * unicode.IsPrint accepts, without the space. For each text anew: the large pattern takes a millisecond, and most texts are ASCII.
 */
function tokenPattern(text: string): RegExp {
  const printable = /^[\t\n\r -~]*$/u.test(text) ? '[!-~]' : String.raw`[\p{L}\p{M}\p{N}\p{P}\p{S}]`;
  const word = String.raw`(?:(?!\/[/*]|[()[\]{},])${printable})+`;
  const token = String.raw`[()[\]{},]|"(?:[^"\\]|\\.)*"|${'`[^`]*`'}|(?!["${'`'}])${word}`;
  return new RegExp(String.raw`[ \t\r]+|(?<comment>\/\/.*)|(?<token>${token})`, 'suy');
}

function readTokens(line: string, pattern: RegExp): Tokens | Complaint {
  const tokens: string[] = [];
  let comment = '';
  for (let at = 0; at < line.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) return syntax(whyNoToken(line.slice(at, at + 2)));
    const { token } = match.groups ?? {};
    if (token !== undefined) tokens.push(token);
    comment = match.groups?.['comment'] ?? comment;
  }
  return { tokens, comment };
}

function whyNoToken(start: string): string {
  if (start === '/*') return 'comments begin with //, not with /*';
  if (/^["`]/u.test(start)) return 'the quotes are not closed';
  const [character = ''] = start;
  return `the character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} may not stand here`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};
const ESCAPE = /\\(?:([abfnrtv\\"])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|[\s\S]?)/gu;

/**
 * The text that a word stands for: itself, or what is within double quotes (strconv.Unquote). Undefined when it is malformed; raw
 * strings and quotes within a word are reserved (modfile, parseString).
 */
export function unquote(token: string): string | undefined {
  if (!token.startsWith('"')) return /["'`]/u.test(token) ? undefined : token;
  let isMalformed = token.length < 2 || !token.endsWith('"');
  const text = token.slice(1, -1).replace(ESCAPE, (_, simple, hex, short, long, octal) => {
    if (simple !== undefined) return ESCAPES[simple as string] ?? '';
    const digits = (hex ?? short ?? long) as string | undefined;
    const code = digits === undefined ? Number.parseInt((octal as string | undefined) ?? '', 8) : Number.parseInt(digits, 16);
    if (Number.isNaN(code) || code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)) isMalformed = true;
    return isMalformed ? '' : String.fromCodePoint(code);
  });
  return isMalformed ? undefined : text;
}

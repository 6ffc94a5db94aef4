import { isMergeMark, MERGE_MARK, MOST_PROBLEMS, problemAt } from './mod-statements.ts';
import type { GoSumFacts, SumLine, SyntaxProblem, TextFileFacts } from './project-facts.ts';

/** Every line that go writes. Others are looked at more closely. */
const USUAL = /^(\S+) (v[^\s/]+)(\/go\.mod)? (h1:[A-Za-z0-9+/]{43}=)$/u;
/** unicode.IsSpace, to which a byte order mark does not belong. */
const SPACE = /(?:(?!\ufeff)[\s\u0085])+/u;
const H1 = /^h1:[A-Za-z0-9+/]{43}=$/u;
/** Of a go.mod without content. An old Go wrote it for what are no modules; cmd/go skips such lines. */
const EMPTY_GO_MOD = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=';
const GO_MOD_SUFFIX = '/go.mod';

/**
 * Reads a go.sum or go.work.sum as cmd/go does (modfetch.readGoSum): three fields on a line, blank lines are skipped, and hashes of an
 * unknown kind count for nothing. Beyond that a hash that says h1 and is none is a problem, for no module can have it. Never throws;
 * 5,000 lines take some milliseconds.
 */
export function parseGoSum({ text, ...file }: TextFileFacts & { readonly text: string }): GoSumFacts {
  const lines: SumLine[] = [];
  const problems: SyntaxProblem[] = [];
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const raw = text.slice(at, end === -1 ? text.length : end);
    at = end === -1 ? text.length : end + 1;
    line += 1;
    const usual = USUAL.exec(raw);
    const read = usual === null ? readUnusual(raw) : sumLine(usual[1] ?? '', (usual[2] ?? '') + (usual[3] ?? ''), usual[4] ?? '');
    if (read === undefined || ('hash' in read && read.hash === EMPTY_GO_MOD)) continue;
    if ('hash' in read) lines.push({ ...read, line });
    else if (problems.length < MOST_PROBLEMS) problems.push(problemAt({ line, text: raw }, read));
  }
  return { ...file, lines, problems };
}

function readUnusual(raw: string): Omit<SumLine, 'line'> | Pick<SyntaxProblem, 'kind' | 'reason'> | undefined {
  if (isMergeMark(raw)) return MERGE_MARK;
  const fields = raw.split(SPACE).filter(field => field !== '');
  if (fields.length === 0) return undefined;
  const [path = '', version = '', hash = ''] = fields;
  if (fields.length !== 3) return { kind: 'syntax', reason: `a line has 3 fields, this one has ${fields.length}` };
  if (hash.startsWith('h1:') && !H1.test(hash)) return { kind: 'syntax', reason: 'the hash is not h1: and 44 base64 characters' };
  return sumLine(path, version, hash);
}

function sumLine(path: string, field: string, hash: string): Omit<SumLine, 'line'> {
  const isGoMod = field.endsWith(GO_MOD_SUFFIX);
  return { path, version: isGoMod ? field.slice(0, -GO_MOD_SUFFIX.length) : field, isGoMod, hash };
}

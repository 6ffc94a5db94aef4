import { type Complaint, MOST_PROBLEMS, problemAt, readStatements, type Statement, syntax, unquote } from './mod-statements.ts';
import { isCanonicalVersion, majorMismatch } from './module-version.ts';
import type {
  Directive,
  GoModFacts,
  ModuleVersion,
  Replacement,
  Requirement,
  SyntaxProblem,
  TextFileFacts,
} from './project-facts.ts';

/** What is being read; the lists of GoModFacts and WorkFacts while they grow. */
export interface Draft {
  module: Directive | undefined;
  go: Directive | undefined;
  toolchain: Directive | undefined;
  readonly requires: Requirement[];
  readonly excludes: ModuleVersion[];
  readonly replaces: Replacement[];
  readonly tools: Directive[];
  readonly godebugs: Directive[];
  readonly uses: Directive[];
}

/** Reads one statement into the draft, or says what is wrong with it. */
export type Directives = Readonly<Record<string, (statement: Statement, draft: Draft) => Complaint | undefined>>;

/** Directives that go.mod and go.work share. */
export const COMMON_DIRECTIVES = { go: readGo, toolchain: readToolchain, godebug: readGodebug, replace: readReplace } as const;

const DIRECTIVES: Directives = {
  ...COMMON_DIRECTIVES,
  module: readModule,
  require: readRequire,
  exclude: readExclude,
  retract: readRetract,
  tool: (statement, draft) => readText(statement, draft.tools),
  ignore: statement => readText(statement, []),
};
const BLOCKS: readonly string[] = ['module', 'godebug', 'require', 'exclude', 'replace', 'retract', 'tool', 'ignore'];

/**
 * Reads a go.mod as cmd/go reads that of the main module (golang.org/x/mod/modfile, strict), except that it goes on behind a problem
 * and that `problems` names each with its line. A version that is not canonical is a problem: cmd/go asks the network what it means,
 * and then, but in a workspace, refuses to build before go.mod is updated. Never throws.
 */
export function parseGoMod({ text, ...file }: TextFileFacts & { readonly text: string }): GoModFacts {
  const { draft, problems } = readDraft(text, { directives: DIRECTIVES, blocks: BLOCKS });
  const { module, go, toolchain, requires, excludes, replaces, tools, godebugs } = draft;
  return { ...file, module, go, toolchain, requires, excludes, replaces, tools, godebugs, problems };
}

/** Reads all statements by a table of directives. */
export function readDraft(
  text: string,
  grammar: { readonly directives: Directives; readonly blocks: readonly string[] },
): { readonly draft: Draft; readonly problems: readonly SyntaxProblem[] } {
  const draft: Draft = {
    module: undefined,
    go: undefined,
    toolchain: undefined,
    requires: [],
    excludes: [],
    replaces: [],
    tools: [],
    godebugs: [],
    uses: [],
  };
  const { statements, problems } = readStatements(text, grammar.blocks);
  const all = [...problems];
  for (const statement of statements) {
    const { verb, args, line } = statement;
    const read = Object.hasOwn(grammar.directives, verb) ? grammar.directives[verb] : undefined;
    const complaint =
      read === undefined
        ? ({ kind: 'directive', reason: `no directive is named ${verb.slice(0, 40)}` } as const)
        : read(statement, draft);
    if (complaint === undefined || all.length >= MOST_PROBLEMS) continue;
    all.push(problemAt({ line, text: [verb, ...args].join(' ') }, complaint));
  }
  return { draft, problems: all.sort((a, b) => a.line - b.line) };
}

const BAD_QUOTES = syntax('a word is quoted in a way that go.mod does not know');

function readModule({ args, line }: Statement, draft: Draft): Complaint | undefined {
  if (draft.module !== undefined) return syntax('there is a module line already');
  const text = args.length === 1 ? unquote(args[0] ?? '') : undefined;
  draft.module = { text: text ?? args.join(' '), line };
  return text === undefined ? syntax('a module line has one path') : undefined;
}

/** modfile.GoVersionRE. */
const GO_VERSION = /^[1-9]\d*\.(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?(?:[a-z]+\d+)?$/u;

function readGo({ args, line }: Statement, draft: Draft): Complaint | undefined {
  if (draft.go !== undefined) return syntax('there is a go line already');
  const [text = ''] = args;
  if (args.length !== 1 || !GO_VERSION.test(text)) return syntax('a go line has one version of the form 1.26 or 1.26.0');
  draft.go = { text, line };
  return undefined;
}

function readToolchain({ args, line }: Statement, draft: Draft): Complaint | undefined {
  if (draft.toolchain !== undefined) return syntax('there is a toolchain line already');
  const [text = ''] = args;
  if (args.length !== 1 || !/^default$|^go1(?:$|\.)/u.test(text)) {
    return { kind: 'toolchain', reason: 'a toolchain line has one name of the form go1.26.0, or default' };
  }
  draft.toolchain = { text, line };
  return undefined;
}

function readGodebug({ args, line }: Statement, draft: Draft): Complaint | undefined {
  const [text = ''] = args;
  if (args.length !== 1 || /["'`]/u.test(text) || !text.includes('=')) return syntax('a godebug line is key=value');
  draft.godebugs.push({ text, line });
  return undefined;
}

/** A directive with one word: `tool`, `ignore`, `use`. */
export function readText({ verb, args, line }: Statement, into: Directive[]): Complaint | undefined {
  if (args.length !== 1) return syntax(`a line of ${verb} has one word`);
  const text = unquote(args[0] ?? '');
  if (text === undefined) return BAD_QUOTES;
  into.push({ text, line });
  return undefined;
}

function readRequire(statement: Statement, draft: Draft): Complaint | undefined {
  const read = readModuleVersion(statement);
  if ('reason' in read) return read;
  // modfile, isIndirect.
  const [first, ...rest] = statement.comment.slice(2).trim().split(/\s+/u);
  const indirect = rest.length === 0 ? first === 'indirect' : first === 'indirect;';
  draft.requires.push({ ...read, indirect, line: statement.line });
  return undefined;
}

function readExclude(statement: Statement, draft: Draft): Complaint | undefined {
  const read = readModuleVersion(statement);
  if ('reason' in read) return read;
  draft.excludes.push({ ...read, line: statement.line });
  return undefined;
}

function readModuleVersion({ verb, args }: Statement): { readonly path: string; readonly version: string } | Complaint {
  if (args.length !== 2) return syntax(`a line of ${verb} is: module/path v1.2.3`);
  const [path, version] = args.map(unquote);
  if (path === undefined || version === undefined) return BAD_QUOTES;
  return judgeVersion(path, version) ?? { path, version };
}

function judgeVersion(path: string, version: string | undefined): Complaint | undefined {
  if (version !== undefined && !isCanonicalVersion(version))
    return { kind: 'query', reason: 'the version is not of the form v1.2.3' };
  const mismatch = majorMismatch(path, version);
  return mismatch === undefined ? undefined : { kind: 'version', reason: mismatch };
}

/** modfile.IsDirectoryPath: both the spellings of Unix and of Windows. */
function isDirectoryPath(text: string): boolean {
  return /^(?:\.\.?(?:[/\\]|$)|[/\\]|[A-Za-z]:)/u.test(text);
}

function readReplace({ args, line }: Statement, draft: Draft): Complaint | undefined {
  const arrow = args[1] === '=>' ? 1 : 2;
  if (args[arrow] !== '=>' || args.length < arrow + 2 || args.length > arrow + 3) {
    return syntax('a replace line is: module/path [v1.2.3] => other/path v1.2.3, or => ../directory');
  }
  const words = args.map(unquote);
  if (words.includes(undefined)) return BAD_QUOTES;
  const [path = '', version] = words;
  const [newPath = '', newVersion] = words.slice(arrow + 1);
  const oldVersion = arrow === 2 ? version : undefined;
  const complaint = judgeVersion(path, oldVersion);
  if (complaint !== undefined) return complaint;
  if (newVersion === undefined && !isDirectoryPath(newPath)) {
    return syntax('a replacement without a version is a directory, which begins with ./ or ../ or /');
  }
  if (newVersion !== undefined && isDirectoryPath(newPath)) return syntax('a directory has no version');
  if (newVersion !== undefined && !isCanonicalVersion(newVersion)) {
    return { kind: 'query', reason: 'the version of the replacement is not of the form v1.2.3' };
  }
  draft.replaces.push({ path, version: oldVersion, newPath, newVersion, line });
  return undefined;
}

/** `v1.2.3` or `[v1.0.0, v1.2.3]`. What is retracted is the affair of others. */
function readRetract({ args }: Statement): Complaint | undefined {
  const [low, comma, high, end] = args.slice(1);
  const isRange = args.length === 5 && args[0] === '[' && comma === ',' && end === ']';
  const versions = (isRange ? [low, high] : args).map(word => unquote(word ?? ''));
  if (!isRange && args.length !== 1) return syntax('a retract line is a version, or [v1.0.0, v1.2.3]');
  if (versions.every(version => version !== undefined && isCanonicalVersion(version))) return undefined;
  return { kind: 'version', reason: 'a retracted version is not of the form v1.2.3' };
}

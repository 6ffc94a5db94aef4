import { readStatements } from './mod-statements.ts';
import type { Directive } from './project-facts.ts';
import { compareVersions, isComplete, parseGoVersion } from './version.ts';

/** The lines of a go.mod or go.work that name a Go, with their arguments as written. */
export interface GoModDirectives {
  readonly go: Directive | undefined;
  readonly toolchain: Directive | undefined;
}

/**
 * The first `go` and `toolchain` lines of a go.mod or go.work, whatever else is wrong with it. Any white space separates (setup-go
 * wants exactly one space), `//` begins a comment, and lines inside `require ( … )` and other blocks are no directives. Source: the
 * grammar in go.dev/ref/mod#go-mod-file-grammar, and gover.GoModLookup of cmd/go.
 */
export function readGoMod(text: string): GoModDirectives {
  const { statements } = readStatements(text, []);
  const first = (verb: string): Directive | undefined => {
    const found = statements.find(statement => statement.verb === verb && statement.args.length > 0);
    return found && { text: found.args.join(' '), line: found.line };
  };
  return { go: first('go'), toolchain: first('toolchain') };
}

/**
 * `1.25.3` of a toolchain name such as `go1.25.3` or `go1.25.3-custom` (cmd/go, gover.FromToolchain: a suffix is dropped).
 * Undefined when it names none.
 */
export function toolchainVersion(name: string): string | undefined {
  const text = /^go(\d[^\s\\/-]*)(?:[ \t-][^\\/]*)?$/u.exec(name)?.[1];
  return text !== undefined && parseGoVersion(text) !== undefined ? text : undefined;
}

/**
 * Whether the toolchain line is older than the go line, which cmd/go then ignores (toolchain.Select). A go line without a
 * patch is the language, which every toolchain of that line satisfies, prereleases too.
 */
export function isOlderThanGoLine(toolchainText: string, goLine: string): boolean {
  const toolchain = parseGoVersion(toolchainText);
  const language = parseGoVersion(goLine);
  if (toolchain === undefined || language === undefined) return false;
  if (isComplete(goLine)) return compareVersions(toolchain, language) < 0;
  return toolchain.major - language.major < 0 || (toolchain.major === language.major && toolchain.minor < language.minor);
}

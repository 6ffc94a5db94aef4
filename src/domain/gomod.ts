import { compareVersions, isComplete, parseGoVersion } from './version.ts';

/** A directive with its argument and place. */
export interface GoDirective {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

export interface GoModDirectives {
  readonly go: GoDirective | undefined;
  readonly toolchain: GoDirective | undefined;
}

/**
 * The first `go` and `toolchain` lines of a go.mod or go.work. Any white space separates (setup-go wants exactly one space),
 * `//` begins a comment, and lines inside `require ( … )` and other blocks are no directives. Source: the grammar in
 * go.dev/ref/mod#go-mod-file-grammar, and gover.GoModLookup of cmd/go.
 */
export function readGoMod(text: string): GoModDirectives {
  const found: { go: GoDirective | undefined; toolchain: GoDirective | undefined } = { go: undefined, toolchain: undefined };
  let inBlock = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/\/\/.*$/su, '').trim();
    if (inBlock) {
      inBlock = content !== ')';
      continue;
    }
    inBlock = /^\S+\s*\($/u.test(content);
    const match = /^(go|toolchain)\s+(.+)$/u.exec(content);
    if (match === null) continue;
    const name = match[1] === 'go' ? 'go' : 'toolchain';
    found[name] ??= { text: match[2] ?? '', line: index + 1 };
  }
  return found;
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

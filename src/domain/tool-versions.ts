/** A tool's versions in the order in which a file prefers them. */
export interface ToolLine {
  readonly versions: readonly string[];
  /** 1-based. */
  readonly line: number;
}

/** Nobody prefers more; each costs the reading of a range. */
const MOST_VERSIONS = 20;

const GO_NAMES: readonly string[] = ['go', 'golang', 'core:go'];

/** The Go line of an asdf `.tool-versions`: `golang 1.25.3 1.24.9 # why`; mise writes `go`. Undefined when there is none. */
export function readToolVersions(text: string): ToolLine | undefined {
  for (const [index, raw] of text.split('\n').entries()) {
    const [name, ...versions] = raw.replace(/#.*$/su, '').trim().split(/\s+/u);
    if (name === undefined || !GO_NAMES.includes(name)) continue;
    return { versions: versions.slice(0, MOST_VERSIONS).map(plainVersion), line: index + 1 };
  }
  return undefined;
}

/**
 * Go in the `[tools]` table of a mise.toml: `go = "1.26"`, `golang = ["1.26", "1.25"]`, `go = { version = "1.26" }`,
 * `tools.go = "1.26"`, or a `[tools.go]` table with `version`. One line each: a value that spans lines has no versions here.
 */
export function readMiseToml(text: string): ToolLine | undefined {
  return readToml(text, path => {
    const name = path[1] ?? '';
    if (path[0] !== 'tools' || !GO_NAMES.includes(name)) return false;
    return path.length === 2 || (path.length === 3 && path[2] === 'version');
  });
}

/** `go = "1.26"` at the top of a .prototools. */
export function readPrototools(text: string): ToolLine | undefined {
  return readToml(text, path => path.length === 1 && path[0] === 'go');
}

/** The first assignment whose full key is wanted. Only as much TOML as these files use; multi-line strings are skipped. */
function readToml(text: string, isWanted: (path: readonly string[]) => boolean): ToolLine | undefined {
  let table: readonly string[] = [];
  let openString: string | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (openString !== undefined) {
      if (line.includes(openString)) openString = undefined;
      continue;
    }
    const header = /^\[{1,2}([^\]]+)\]{1,2}\s*(?:#.*)?$/u.exec(line);
    if (header !== null) {
      table = keyPath(header[1] ?? '');
      continue;
    }
    const pair = /^((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*(.*)$/u.exec(line);
    if (pair === null) continue;
    const [, key = '', value = ''] = pair;
    if (isWanted([...table, ...keyPath(key)])) return { versions: tomlVersions(value), line: index + 1 };
    openString = openedString(value);
  }
  return undefined;
}

function keyPath(key: string): readonly string[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/gu)].map(match => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The quotes that a value opens and leaves open at the end of its line. */
function openedString(value: string): string | undefined {
  const quotes = /^("""|''')/u.exec(value)?.[1];
  return quotes !== undefined && !value.slice(3).includes(quotes) ? quotes : undefined;
}

/** Far beyond any list of versions; keeps the patterns below from working on megabytes. */
const LONGEST_VALUE = 1_000;

const TOML_STRING = /"([^"\\]*)"|'([^']*)'/gu;

/** A string, an array of strings on one line, or an inline table with `version`. Empty for anything else. */
function tomlVersions(value: string): readonly string[] {
  if (value.length > LONGEST_VALUE) return [];
  const whole = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$/u.exec(value);
  if (whole !== null) return [plainVersion(whole[1] ?? whole[2] ?? '')];
  if (/^\[[^[\]]*\]\s*(?:#.*)?$/u.test(value)) {
    const items = value.slice(1, value.lastIndexOf(']'));
    return [...items.matchAll(TOML_STRING)].map(match => plainVersion(match[1] ?? match[2] ?? ''));
  }
  const inline = /^\{(?:.*[{,\s])?version\s*=\s*(?:"([^"\\]*)"|'([^']*)').*\}\s*(?:#.*)?$/u.exec(value);
  return inline === null ? [] : [plainVersion(inline[1] ?? inline[2] ?? '')];
}

/** asdf's `latest:1.25` and mise's `prefix:1.25` ask for the newest of a line. */
function plainVersion(text: string): string {
  return text.trim().replace(/^(?:latest|prefix):/u, '');
}

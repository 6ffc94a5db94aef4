import validRange from 'semver/ranges/valid.js';
import { type GoVersion, isComplete, parseGoVersion } from './version.ts';

/** What was asked for. `text` is the request as written, trimmed. */
export type VersionSpec =
  /** One release, named completely: `1.26.8`, `go1.25rc1`, `1.25.0-rc.1`. */
  | { readonly kind: 'exact'; readonly text: string; readonly version: GoVersion }
  /** The newest patch of a line (`1.26`), or of a major version (`1`: `minor` is undefined). Never a prerelease. */
  | { readonly kind: 'minor'; readonly text: string; readonly major: number; readonly minor: number | undefined }
  /** An npm range over semver forms; a prerelease matches only where the range names one of the same release (npm's rule). */
  | { readonly kind: 'range'; readonly text: string; readonly range: string }
  | { readonly kind: 'alias'; readonly text: string; readonly alias: VersionAlias };

export type VersionAlias = 'stable' | 'oldstable' | 'latest';

const LINE_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?$/u;

/** npm itself refuses ranges beyond 256 characters; a request is never longer. */
const LONGEST = 256;

/**
 * Reads a version request: an exact version in Go's or semver's spelling, a line, an npm range (Go's spellings are
 * understood inside it too), or an alias. Undefined when it is none of these. Never throws.
 */
export function parseSpec(request: string): VersionSpec | undefined {
  const text = request.trim();
  if (text === '' || text.length > LONGEST) return undefined;
  if (text === 'stable' || text === 'oldstable' || text === 'latest') return { kind: 'alias', text, alias: text };
  const line = LINE_FORM.exec(text);
  if (line !== null) {
    return { kind: 'minor', text, major: Number(line[1]), minor: line[2] === undefined ? undefined : Number(line[2]) };
  }
  const version = parseGoVersion(text);
  if (version !== undefined && isComplete(text)) return { kind: 'exact', text, version };
  const range = validRange(inSemverSpelling(text));
  return range === null ? undefined : { kind: 'range', text, range };
}

/** `>=go1.25rc1` as npm reads it: `>=1.25.0-rc.1`. */
function inSemverSpelling(text: string): string {
  return text
    .replace(/(?<![a-z0-9.-])go(?=\d)/gu, '')
    .replace(
      /(?<![\w.-])(\d+\.\d+)(\.\d+)?(beta|rc)(\d+)(?![\w.-])/gu,
      (_, line: string, patch: string | undefined, kind: string, number: string) => `${line}${patch ?? '.0'}-${kind}.${number}`,
    );
}

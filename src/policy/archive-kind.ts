import type { ArchiveFacts } from '../domain/network-facts.ts';
import { looksLikePage } from './page-text.ts';

/** What was observed of a whole body that should be an archive of Go; hashes are SHA-256 in lower-case hex. */
export interface BodyObservation {
  readonly bytes: number;
  readonly sha256: string;
  /** The first bytes; 512 are enough. */
  readonly head: Uint8Array;
  /** Line feeds in the body, and those behind a carriage return. */
  readonly lineFeeds: { readonly all: number; readonly afterReturn: number };
  readonly format: 'tar.gz' | 'zip';
  /** What inflating it once gave; undefined where it does not begin as gzip does. */
  readonly inflated?: {
    /** `short`: the stream ends too early (Z_BUF_ERROR); `damaged`: any other error of zlib. */
    readonly end: 'complete' | 'short' | 'damaged';
    readonly sha256: string;
    readonly head: Uint8Array;
    /** `linux-amd64` by the header of `go/bin/go` inside; undefined where there is none. */
    readonly platform?: string;
  };
  /** What the archive must be, where that is known. */
  readonly expected?: { readonly sha256?: string; readonly bytes?: number; readonly platform?: string };
  /** Of a copy from elsewhere that is genuine. */
  readonly control?: { readonly innerSha256?: string; readonly beginsWithThis?: boolean };
}

export type ArchiveKind = ArchiveFacts['kind'];

/** In the order of how innocent the explanation is; the first that holds counts. */
const TESTS: readonly (readonly [kind: ArchiveKind, holds: (body: BodyObservation) => boolean])[] = [
  ['genuine', ({ sha256, expected }) => sha256 === expected?.sha256],
  ['empty', ({ bytes }) => bytes === 0],
  ['html', ({ head }) => looksLikePage(head)],
  ['text-mangled', isTextMangled],
  ['truncated', isTruncated],
  [
    'double-gzip',
    ({ inflated, expected }) => isGzip(inflated?.head) || (inflated !== undefined && inflated.sha256 === expected?.sha256),
  ],
  ['bare-tar', ({ head }) => isTar(head)],
  ['recompressed', ({ inflated, control }) => inflated?.end === 'complete' && inflated.sha256 === control?.innerSha256],
  ['wrong-platform', isOtherPlatform],
  ['longer', ({ bytes, expected }) => expected?.bytes !== undefined && bytes > expected.bytes],
  ['damaged', ({ inflated }) => inflated?.end === 'damaged'],
];

/**
 * What a body turned out to be. `other` means that no innocent explanation was found, which may be an attack. Undefined where nothing
 * is wrong and nothing is known that it could be compared with.
 */
export function archiveKind(body: BodyObservation): ArchiveKind | undefined {
  const found = TESTS.find(([, holds]) => holds(body));
  if (found !== undefined) return found[0];
  const { inflated, expected } = body;
  const isKnown = expected?.sha256 !== undefined || expected?.bytes !== undefined;
  return inflated?.end === 'complete' && !isKnown ? undefined : 'other';
}

function isTruncated({ control, inflated, expected, bytes, format }: BodyObservation): boolean {
  if (control?.beginsWithThis === true || inflated?.end === 'short') return true;
  return format === 'zip' && expected?.bytes !== undefined && bytes < expected.bytes;
}

function isOtherPlatform({ inflated, expected }: BodyObservation): boolean {
  return (
    inflated?.end === 'complete' &&
    inflated.platform !== undefined &&
    expected?.platform !== undefined &&
    inflated.platform !== expected.platform
  );
}

export function isGzip(head: Uint8Array | undefined): boolean {
  return head !== undefined && head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * What the first bytes of an answer show, where they alone decide: `inflated` is what they inflate to, as far as that goes. Undefined
 * for what may be an archive.
 */
export function headKind(head: Uint8Array, inflated: Uint8Array | undefined): ArchiveKind | undefined {
  if (isGzip(inflated)) return 'double-gzip';
  if (isTar(head)) return 'bare-tar';
  return isReplaced(head) ? 'text-mangled' : undefined;
}

/** `ustar` in a tar header (POSIX.1-2017, pax, ustar Interchange Format). */
function isTar(head: Uint8Array): boolean {
  return Buffer.from(head).subarray(257, 262).toString('latin1') === 'ustar';
}

/** So many line feeds are no accident. */
const TELLING_LINE_FEEDS = 8;

/**
 * Bytes that went through text: what is no UTF-8 became U+FFFD, so that 1f 8b is 1f ef bf bd; or every line feed got a carriage return,
 * which in compressed bytes stands before one of 256.
 */
function isTextMangled({ head, lineFeeds, inflated }: BodyObservation): boolean {
  if (isReplaced(head)) return true;
  const { all, afterReturn } = lineFeeds;
  return inflated?.end !== 'complete' && all >= TELLING_LINE_FEEDS && afterReturn === all;
}

function isReplaced(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 64)).toString('hex');
  return start.startsWith('1fefbfbd') || (/^(?:504b|1f)/u.test(start) && start.includes('efbfbdefbfbd'));
}

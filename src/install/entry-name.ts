import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';

/** No file system takes a longer part (NAME_MAX; 255 UTF-16 units on NTFS). */
const PART_BYTES = 255;

/** Names that are devices on Windows, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/iu;

/**
 * What a part of a path may hold: the characters that Go allows in a file of a module (golang.org/x/mod/module,
 * CheckFilePath), that is Unicode letters, ASCII digits and this punctuation. It leaves out control characters and
 * everything that is special on Windows: backslash, colon, quotes, wildcards, angle brackets and the bar.
 */
const PART = /^[\p{L}0-9!#$%&()+,\-.=@[\]^_{}~ ]+$/u;

/** Nearly every path: plain parts, none of which begins or ends with a dot; the parts are looked at only when this fails. */
const PLAIN_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)$/u;
const MAYBE_DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)/iu;

/** Why the path of an entry is refused, in a few words; undefined when it may be written. Nothing is ever sanitised. */
export function problemOfPath(path: string): string | undefined {
  if (path.length <= PART_BYTES && PLAIN_PATH.test(path) && !MAYBE_DEVICE.test(path)) return undefined;
  if (path === '') return 'empty';
  if (path.startsWith('/')) return 'absolute';
  if (Buffer.byteLength(path) > LIMITS.pathBytes) return 'too long';
  for (const part of path.split('/')) {
    const problem = problemOfPart(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOfPart(part: string): string | undefined {
  if (part === '') return 'empty part';
  if (part === '.' || part === '..') return 'dot part';
  if (part.includes('\\')) return 'backslash';
  if (part.includes(':')) return 'colon';
  if (part.endsWith('.') || part.endsWith(' ')) return 'trailing dot or space';
  if (Buffer.byteLength(part) > PART_BYTES) return 'part too long';
  if (!PART.test(part)) return 'character that is not allowed';
  return DEVICE.test(part) ? 'device name' : undefined;
}

/**
 * The form in which two paths are the same file on a file system that ignores case (NTFS, APFS) or that decomposes
 * letters (HFS+). It may join more than those do; that only refuses more.
 */
export function foldPath(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is asked for
  if (/^[\x00-\x7f]*$/u.test(path)) return path.toLowerCase();
  return path.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
}

/** The text of a name in an archive. Throws ARC.NAME when the bytes are not UTF-8, for then it depends on who decodes. */
export function decodeName(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD')) throw refusedName(text, 'not UTF-8');
  return text;
}

/** ARC.NAME for one name and what is wrong with it. */
export function refusedName(name: string, problem: string): Error {
  const shown = JSON.stringify(name.slice(0, 200));
  return failure('ARC.NAME', { subject: shown, evidence: { name: shown, problem } });
}

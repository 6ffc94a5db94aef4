/** Which bytes of how many an answer holds; `end` is exclusive. */
export interface ContentRange {
  readonly start: number;
  readonly end: number;
  readonly sizeBytes: number;
}

/** Reads `bytes first-last/size` (RFC 9110, 14.4). Undefined for anything else, also where the size is `*`. */
export function parseContentRange(value: string | undefined): ContentRange | undefined {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/u.exec(value?.trim() ?? '');
  if (match === null) return undefined;
  const [start, last, sizeBytes] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return start <= last && last < sizeBytes ? { start, end: last + 1, sizeBytes } : undefined;
}

/** The validator for If-Range: a strong entity tag only (RFC 9110, 13.1.5). */
export function strongTag(headers: Readonly<Record<string, string>>): string | undefined {
  const tag = headers['etag'];
  return tag !== undefined && /^"[\x21\x23-\x7e]*"$/u.test(tag) ? tag : undefined;
}

/** The announced length of a body; undefined when there is none that can be read. */
export function contentLength(headers: Readonly<Record<string, string>>): number | undefined {
  const value = headers['content-length'];
  return value !== undefined && /^\d{1,15}$/u.test(value) ? Number(value) : undefined;
}

/** The least time between the change of a file and an answer for which the date of the change tells versions apart. */
const STRONG_DATE_AGE_MS = 60_000;

/**
 * What tells whether two answers of one server are of the same file, as it is sent in If-Range: a strong entity tag, or a
 * Last-Modified that is at least 60 s older than the Date of that answer (RFC 9110, 8.8.2.2 and 13.1.5).
 */
export function validatorOf(headers: Readonly<Record<string, string>>): string | undefined {
  const tag = strongTag(headers);
  const modified = headers['last-modified'];
  if (tag !== undefined || modified === undefined || headers['date'] === undefined) return tag;
  const ageMs = Date.parse(headers['date']) - Date.parse(modified);
  return /^[A-Z][a-z]{2}, [\x20-\x7e]{10,40}$/u.test(modified) && ageMs >= STRONG_DATE_AGE_MS ? modified : undefined;
}

/** Whether an answer contradicts a validator of an earlier one. One that has no such header says nothing. */
export function contradicts(headers: Readonly<Record<string, string>>, validator: string): boolean {
  const now = validator.startsWith('"') ? strongTag(headers) : headers['last-modified'];
  return now !== undefined && now !== validator;
}

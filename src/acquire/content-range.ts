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

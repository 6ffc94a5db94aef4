import { parseJsonObject } from '../domain/json-object.ts';
import { LIMITS } from '../domain/limits.ts';

/** Which file a part is of, as it is written beside the part. */
export interface PartOf {
  readonly fileName: string;
  /** Redacted address of the source that sent its first byte. */
  readonly url: string;
  /** Entity tag or date by which that source tells versions of the file apart; undefined where it has none. */
  readonly tag: string | undefined;
  /** Of the whole file. */
  readonly sizeBytes: number;
}

const SCHEMA = 'setup-go-robust/part@1';
/** Far above what is ever written; a larger file is none of ours. */
export const SIDECAR_BYTES = 16 * 1024;
const TEXT_LENGTH = 4_096;

export function sidecarText({ fileName, url, tag, sizeBytes }: PartOf): string {
  return JSON.stringify({ schema: SCHEMA, fileName, url, ...(tag === undefined ? {} : { tag }), sizeBytes });
}

/**
 * Reads what sidecarText wrote; undefined for anything else, such as a file that was cut by a kill. The tag becomes a header field, so
 * nothing but printable ASCII may be in it (RFC 9110, 5.5).
 */
export function parseSidecar(text: string): PartOf | undefined {
  const { schema, fileName, url, tag, sizeBytes } = parseJsonObject(text) ?? {};
  if (schema !== SCHEMA || !isShortText(fileName) || !isShortText(url)) return undefined;
  if (tag !== undefined && !(isShortText(tag) && /^[\x20-\x7e]+$/u.test(tag))) return undefined;
  if (typeof sizeBytes !== 'number' || !Number.isSafeInteger(sizeBytes)) return undefined;
  return sizeBytes > 0 && sizeBytes <= LIMITS.archiveBytes ? { fileName, url, tag, sizeBytes } : undefined;
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_LENGTH;
}

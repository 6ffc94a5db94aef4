import type { Code } from '../domain/catalogue.ts';
import { type Failure, failure } from '../domain/failure.ts';

/** So many bytes tell what a file is. */
export const HEAD_BYTES = 64;

/**
 * The Failure for bytes that are not the archive that was meant: HTTP.HTML for a web page or the XML of a storage
 * service, ARC.TRUNCATED for nothing at all, else `otherwise` with the first bytes as evidence.
 */
export function notAnArchive(head: Uint8Array, otherwise: Code): Failure {
  if (head.length === 0) return failure('ARC.TRUNCATED', { subject: 'archive', evidence: { bytes: 0 } });
  const bytes = Buffer.from(head.subarray(0, HEAD_BYTES));
  const text = bytes.toString('utf8').replace(/^\uFEFF?\s*/u, '');
  if (/^<[!?a-z]/iu.test(text)) {
    const shown = text.replace(/[^\x20-\x7e]+/gu, ' ').trim();
    return failure('HTTP.HTML', { subject: 'archive', evidence: { 'first characters': shown } });
  }
  return failure(otherwise, { subject: 'archive', evidence: { 'first bytes': bytes.subarray(0, 16).toString('hex') } });
}

import { fileURLToPath } from 'node:url';
import { failure } from '../domain/failure.ts';
import { redactUrl } from '../domain/redact.ts';

/** The path that a file URL names. Undefined for another scheme, and for one that names no path here (another host, %2F). */
export function pathOf(url: string): string | undefined {
  if (!/^file:/iu.test(url)) return undefined;
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

/** The same of an address that must name one. Throws FS.NOT_FOUND: on Windows an address without a drive does not. */
export function requiredPathOf(url: string): string {
  const path = pathOf(url);
  if (path !== undefined) return path;
  throw failure('FS.NOT_FOUND', { subject: redactUrl(url), evidence: { problem: 'the address names no path of this machine' } });
}

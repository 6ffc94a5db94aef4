import { type Failure, failure } from '../domain/failure.ts';

/** SIG.MALFORMED: the bundle is not what it says it is, at this place. */
export function malformed(where: string, cause?: unknown): Failure {
  return failure('SIG.MALFORMED', { subject: 'bundle', evidence: { where } }, cause);
}

/** SIG.UNSUPPORTED: the bundle may be right, and has something that is not verified here. */
export function unsupported(what: string): Failure {
  return failure('SIG.UNSUPPORTED', { subject: 'bundle', evidence: { 'it has': what } });
}

import type { Code } from '../domain/catalogue.ts';

/** Faults of this machine or of the run: no other source could help. */
const OWN: readonly Code[] = [
  'FS.NO_SPACE',
  'FS.READ_ONLY',
  'FS.PERMISSION',
  'FS.IO',
  'FS.FD_LIMIT',
  'BUDGET.TOTAL',
  'CFG.TLS_DISABLED',
];

/** Answers by which a source says that it does not have the file, or does not hand it out (a company proxy says 403 to both). */
const REFUSED: readonly Code[] = ['HTTP.NOT_FOUND', 'HTTP.FORBIDDEN', 'FS.NOT_FOUND'];

export function isOwnFault(code: Code): boolean {
  return OWN.includes(code) || code.startsWith('SELF.');
}

export function isRefusal(code: Code): boolean {
  return REFUSED.includes(code);
}

/** Whether an archive came that is not what it should be. */
export function isAltered(code: Code): boolean {
  return /^(?:VER|ARC|MIRROR|PGP)\./u.test(code);
}

/** Whether what came was wrong. Where several sources sent it together, it must still be found out which of them. */
export function isContentFault(code: Code): boolean {
  return isAltered(code) || code === 'HTTP.HTML';
}

/** Answers of a checksum database that somebody made up, the worst first. */
export const FORGED: readonly Code[] = ['SUM.FORK', 'SUM.RECORD', 'SUM.PROOF', 'SUM.NOTE'];

/**
 * Faults of a source beside others that need not be its own: it was held against a length that others had said, or cannot begin in the
 * middle of a file that others had begun.
 */
export function maySuitAlone(code: Code): boolean {
  return code === 'BODY.TOO_LONG' || code === 'BODY.TRUNCATED' || code === 'HTTP.RANGE';
}

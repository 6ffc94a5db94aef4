import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { PRODUCT } from '../domain/product.ts';

/**
 * What is said of whatever a run has thrown. A Failure is data. A file of the bundle that an `import()` does not find is SELF.INCOMPLETE,
 * one that it cannot open because too many are open is FS.FD_LIMIT, each by the file's name. Anything else is a defect of ours,
 * SELF.BUG, and says where it happened.
 */
export function findingsOf(error: unknown): readonly [Finding, ...Finding[]] {
  if (error instanceof Failure) return error.findings;
  const unloaded = unloadedFile(error);
  if (unloaded !== undefined) return [unloaded];
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [finding('SELF.BUG', { subject: PRODUCT.name, evidence: { error: text.split('\n').slice(0, 6).join(' ') } })];
}

/** By what the loader of Node 20 and 24 says: that of a missing file names it as it is asked for, that of any other by its whole path. */
function unloadedFile(error: unknown): Finding | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const { code, message } = error;
  const file = /['/\\]([\w-]+\.cjs)'/u.exec(message)?.[1];
  if (file === undefined) return undefined;
  if (code === 'MODULE_NOT_FOUND') return finding('SELF.INCOMPLETE', { subject: file });
  if (code === 'EMFILE' || code === 'ENFILE') return finding('FS.FD_LIMIT', { subject: file, evidence: { errno: code } });
  return undefined;
}

import type { Code } from '../domain/catalogue.ts';
import { Failure, failure } from '../domain/failure.ts';

/** errno names of a file operation and what they mean for a person (Linux man pages; Windows names as libuv maps them). */
const CODE_OF_ERRNO: Readonly<Record<string, Code>> = {
  ENOSPC: 'FS.NO_SPACE',
  // A quota of the user is used up; df shows free space then.
  EDQUOT: 'FS.NO_SPACE',
  EROFS: 'FS.READ_ONLY',
  EACCES: 'FS.PERMISSION',
  EPERM: 'FS.PERMISSION',
  ENOENT: 'FS.NOT_FOUND',
  ENOTDIR: 'FS.NOT_FOUND',
  EMFILE: 'FS.FD_LIMIT',
  ENFILE: 'FS.FD_LIMIT',
};

/** The code of an errno name; FS.IO for every other and for undefined. */
export function fsErrorCode(errno: string | undefined): Code {
  return errno !== undefined && Object.hasOwn(CODE_OF_ERRNO, errno) ? (CODE_OF_ERRNO[errno] ?? 'FS.IO') : 'FS.IO';
}

/** The errno name that a Node error carries, or undefined. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** An error of a file operation as a Failure FS.*, with errno, operation and path as evidence. A Failure stays as it is. */
export function fsFailure(error: unknown, where: { readonly operation: string; readonly path: string }): Failure {
  if (error instanceof Failure) return error;
  const errno = errnoOf(error);
  const evidence = { errno: errno ?? String(error), operation: where.operation, path: where.path };
  return failure(fsErrorCode(errno), { subject: where.path, evidence }, error);
}

/** Whether a rename would have left its file system. Also said of a directory in a lower layer of an overlay (overlayfs.rst, "redirect_dir"). */
export function isAcrossFileSystems(error: unknown): boolean {
  return error instanceof Failure && errnoOf(error.cause) === 'EXDEV';
}

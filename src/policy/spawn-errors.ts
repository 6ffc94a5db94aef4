import type { Code } from '../domain/catalogue.ts';

/** errno names that speak of the machine and not of the program (Linux man pages fork(2), pipe(2), execve(2)). */
const CODE_OF_ERRNO: Readonly<Record<string, Code>> = {
  EMFILE: 'FS.FD_LIMIT',
  ENFILE: 'FS.FD_LIMIT',
  EAGAIN: 'RUN.NO_PROCESS',
  ENOMEM: 'RUN.NO_PROCESS',
};

/** The code of a program that could not be started; `otherwise` where it is the program's own fault, or nobody knows. */
export function spawnErrorCode(errno: string | undefined, otherwise: Code): Code {
  return errno !== undefined && Object.hasOwn(CODE_OF_ERRNO, errno) ? (CODE_OF_ERRNO[errno] ?? otherwise) : otherwise;
}

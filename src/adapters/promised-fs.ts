import * as fs from 'node:fs';
import { promisify } from 'node:util';

// What runs that need little call of node:fs, as promises. node:fs/promises itself takes 2 ms to load, a twentieth of a warm run.

export const access = promisify(fs.access);
export const chmod = promisify(fs.chmod);
export const lstat = promisify(fs.lstat);
export const mkdir = promisify(fs.mkdir);
export const readdir = promisify(fs.readdir);
export const realpath = promisify(fs.realpath.native);
export const rename = promisify(fs.rename);
export const rm = promisify(fs.rm);
export const rmdir = promisify(fs.rmdir);
export const stat = promisify(fs.stat);
export const statfs = promisify(fs.statfs);
export const symlink = promisify(fs.symlink);
export const utimes = promisify(fs.utimes);
/** node:fs takes a number for a flag too, here and below; its types do not say so. */
export const appendFile: (
  path: string,
  data: string | Uint8Array,
  options?: { readonly flag: string | number },
) => Promise<void> = promisify(fs.appendFile) as never;
export const writeFile: (path: string, data: string | Uint8Array, options: { readonly flag: string | number }) => Promise<void> =
  promisify(fs.writeFile) as never;

/** A pipe in place of a file must not hold the run: opening it fails, or ends, at once. Unknown on Windows, which has no such files. */
const AT_ONCE = fs.constants.O_NONBLOCK ?? 0;

/** Flags of a file that is written anew, and of one that is added to. */
export const WRITE = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_TRUNC | AT_ONCE;
export const APPEND = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_APPEND | AT_ONCE;

/**
 * How a file is opened to be read. A pipe that nobody writes to would hold a thread for ever, and with it the end of the process; so it is
 * empty, as is a link to one. What a shell hands over as a path, such as `/dev/fd/63` or `/dev/stdin`, is waited for.
 */
export function readFlags(path: string): number {
  return /^\/(?:dev|proc)\//u.test(path) ? fs.constants.O_RDONLY : fs.constants.O_RDONLY | AT_ONCE;
}

/** An open file to read from. It must be closed. */
export interface Reading {
  /** Bytes read into the buffer, from where the last reading ended or from a position; 0 at the end. */
  read(buffer: Uint8Array, offset: number, length: number, position: number | null): Promise<{ readonly bytesRead: number }>;
  close(): Promise<void>;
}

export async function openToRead(path: string): Promise<Reading> {
  const descriptor = await open(path, readFlags(path));
  return {
    read: (buffer, offset, length, position) => read(descriptor, buffer, offset, length, position),
    close: () => close(descriptor),
  };
}

const open = promisify(fs.open);
const read = promisify(fs.read);
const close = promisify(fs.close);

import { join } from 'node:path';
import { errnoOf } from '../policy/fs-errors.ts';
import { chmod, lstat, readdir, rm } from './promised-fs.ts';

/**
 * Removes a file or a whole tree; nothing there is no error. Directories that may not be written are made writable first when that
 * is what stops it: the module cache of Go consists of them, and its files are read-only, which is what counts on Windows. The
 * retries are Node's own, for directories that another program still reads (Windows). Throws what node:fs throws.
 */
export async function removeTree(path: string): Promise<void> {
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 5 });
  try {
    await remove();
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== 'EACCES' && errno !== 'EPERM') throw error;
    await makeWritable(path);
    await remove();
  }
}

/** Follows no link. What cannot be changed is left: removing says what is wrong then. */
async function makeWritable(path: string): Promise<void> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat === undefined || stat.isSymbolicLink()) return;
  if (!stat.isDirectory()) {
    if ((stat.mode & 0o200) === 0) await chmod(path, stat.mode | 0o200).catch(() => undefined);
    return;
  }
  await chmod(path, stat.mode | 0o700).catch(() => undefined);
  for (const name of await readdir(path).catch(() => [])) await makeWritable(join(path, name));
}

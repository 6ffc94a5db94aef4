import { basename, dirname, join } from 'node:path';
import type { Context } from './context.ts';

/** Writes a small file under another name first, so that nobody ever finds half of it. Throws FS.*. */
export async function writeWhole({ machine }: Context, path: string, content: string | Uint8Array): Promise<void> {
  const { files } = machine;
  const fresh = join(dirname(path), `.${basename(path)}.${machine.randomName()}`);
  try {
    await files.write(fresh, content);
    await files.rename(fresh, path);
  } catch (error) {
    // What is wrong with the disk is the cause, and not that the rest could not be removed.
    await files.remove(fresh).catch(() => undefined);
    throw error;
  }
}

import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Mount, parseMountTable } from '../domain/mount-table.ts';
import type { Files } from '../ports/machine.ts';

/** What is mounted, as the kernel tells it in a file on Linux; empty elsewhere, and where it cannot be read. */
export async function readMounts(files: Pick<Files, 'read'>, os: string): Promise<readonly Mount[]> {
  if (os !== 'linux') return [];
  try {
    return parseMountTable((await files.read('/proc/self/mountinfo', LIMITS.mountTableBytes)).toString('utf8'));
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

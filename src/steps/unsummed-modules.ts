import { finding } from '../domain/finding.ts';
import { removeUnsummed } from '../install/unsummed-modules.ts';
import type { Context } from './context.ts';

/**
 * Removes from a restored module cache what Go would use without comparing it with go.sum, and says so (MODCACHE.UNSUMMED).
 * Throws FS.*.
 */
export async function dropUnsummed({ machine, emit }: Context, root: string): Promise<void> {
  const removed = await removeUnsummed(machine.files, root);
  if (removed.length === 0) return;
  const evidence = Object.fromEntries(removed.slice(0, NAMED).map((name, index) => [`removed ${index + 1}`, name]));
  emit({ type: 'finding', finding: finding('MODCACHE.UNSUMMED', { subject: 'module cache', evidence }) });
}

const NAMED = 10;

import { dirname, join, relative, sep } from 'node:path';
import { PRODUCT } from '../domain/product.ts';
import type { Repair, Situation } from './repair.ts';

/** What stands beside an entry of the tool cache and speaks for it; see install/place.ts. */
const CLAIMS = ['.complete', '.setup-go-robust.seal', '.setup-go-robust.json'] as const;

/**
 * A Go whose files are what was proved and which does not run all the same: a copy, an archive of a cache or a volume lost the modes of
 * its programs. Every later job would meet it again.
 */
export const toolCacheEntry: Repair = {
  id: 'tool-cache-entry',
  title: 'Replace the one entry of the tool cache that does not run',
  causes: ['GO.NOT_RUNNABLE', 'VERSION.MISMATCH', 'CACHE.PARTIAL'],
  plan(situation) {
    const root = entryOf(situation);
    if (root === undefined) return undefined;
    return {
      steps: [
        { title: 'Set this entry aside, install the version anew, then remove what was set aside', text: root },
        { title: 'By hand, on the runner', text: `rm -rf '${root}' '${root}.complete'` },
      ],
      change: {
        kind: 'entry',
        paths: [...CLAIMS.map(suffix => `${root}${suffix}`), root],
        directory: join(situation.toolCache, PRODUCT.name),
      },
    };
  },
};

/** `<tool cache>/go/<version>/<arch>` of the program that did not run; undefined for any other place. */
function entryOf({ findings, toolCache }: Situation): string | undefined {
  const failed = findings.find(({ code }) => code === 'GO.NOT_RUNNABLE' || code === 'VERSION.MISMATCH');
  if (failed === undefined) return undefined;
  const root = dirname(dirname(failed.subject));
  const parts = relative(toolCache, root).split(sep);
  const isProgram = /^go(?:\.exe)?$/u.test(relative(join(root, 'bin'), failed.subject));
  const isEntry = parts.length === 3 && parts[0] === 'go' && !parts.includes('..') && !root.includes("'");
  return isProgram && isEntry ? root : undefined;
}

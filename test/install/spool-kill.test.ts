import { expect, it } from 'vitest';
import { Killed, killedAt } from '../fakes/killed-files.ts';
import {
  beside,
  CONTENT,
  type Computer,
  createComputer,
  FILE_NAME,
  keptContent,
  nextRun,
  readUpTo,
  sourceOf,
  spoolOf,
} from './spool-support.ts';

const KIB = 1_024;
const fast = (): number => 0;

/** Without an empty directory of a run that was killed before it could say whose it is: that one stays for a day. */
function owned(computer: Computer): readonly string[] {
  return beside(computer).filter(path => computer.files.paths(path).length > 0);
}

it.each([false, true])(
  'a kill at any moment leaves a beginning of the file, or nothing that the next run keeps (half done %s)',
  async halfDone => {
    let isKilled = true;
    let longest = 0;
    for (let at = 0; isKilled; at += 1) {
      const computer = createComputer();
      const { files, count } = killedAt(computer.files, { at, halfDone });
      // Two runs that are killed one after the other, and one that finds what they left.
      try {
        const first = await spoolOf({ ...computer, files });
        await readUpTo(first.through(sourceOf(computer).source, FILE_NAME).stream(), 120 * KIB);
        const second = await nextRun({ ...computer, files });
        const keptBytes = second.kept(FILE_NAME)?.bytes ?? 0;
        await readUpTo(second.through(sourceOf(computer, { keptBytes }).source, FILE_NAME).stream(), keptBytes + 100 * KIB);
        await second.end();
        isKilled = count() > at;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      const last = await nextRun(computer, 900);
      const kept = last.kept(FILE_NAME);
      const content = keptContent(computer);
      expect(content.length).toBe(kept?.bytes ?? 0);
      expect(content.equals(CONTENT.subarray(0, content.length))).toBe(true);
      expect(owned(computer)).toHaveLength(kept === undefined ? 0 : 1);
      longest = Math.max(longest, content.length);
      const { source } = sourceOf(computer, { keptBytes: content.length, pauseMs: fast });
      expect((await readUpTo(last.through(source, FILE_NAME).stream())).equals(CONTENT)).toBe(true);
      await last.end();
      expect(owned(computer)).toEqual([]);
    }
    expect(longest).toBeGreaterThan(200 * KIB);
  },
);

import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';
import {
  beside,
  CONTENT,
  type Computer,
  createComputer,
  FILE_NAME,
  keptContent,
  nextRun,
  readUpTo,
  SLOW_MS,
  type SourceOptions,
  sourceOf,
  spoolOf,
  URL,
} from './spool-support.ts';

const KIB = 1_024;
const fast = (): number => 0;

/** A run that was killed after it had read so much at least; its handles are closed by the kill. */
async function killedAfter(computer: Computer, atLeast: number, options: SourceOptions = {}): Promise<number> {
  const spool = await spoolOf(computer);
  await readUpTo(spool.through(sourceOf(computer, options).source, FILE_NAME).stream(), atLeast);
  return spool.heldBytes;
}

describe('a fast download', () => {
  it.each<readonly [string, SourceOptions]>([
    ['that takes no time', { pauseMs: fast }],
    ['that takes ten seconds', { pauseMs: () => 40 }],
    ['of unknown size', { sizeBytes: undefined }],
    ['that was slow at first', { pauseMs: at => (at < 16 * KIB ? 200 : 20) }],
  ])('%s writes nothing', async (_what, options) => {
    const writes: string[] = [];
    const computer = createComputer({
      fault: (operation, path) => {
        if (operation === 'write') writes.push(path);
        return undefined;
      },
    });
    const spool = await spoolOf(computer);
    const bytes = await readUpTo(spool.through(sourceOf(computer, options).source, FILE_NAME).stream());
    expect(bytes.equals(CONTENT)).toBe(true);
    expect(writes).toEqual([]);
  });

  it('that is read slowly writes nothing: it is the disk that is slow', async () => {
    const computer = createComputer();
    const spool = await spoolOf(computer);
    const { source } = sourceOf(computer, { pauseMs: fast });
    for await (const _ of spool.through(source, FILE_NAME).stream()) await computer.clock.sleep(200);
    expect(computer.clock.monotonic()).toBeGreaterThan(40_000);
    expect(computer.files.paths('/')).toEqual([]);
  });

  it('is judged by 4 MiB at the latest', async () => {
    const computer = createComputer();
    const spool = await spoolOf(computer);
    // 16 MiB/s at first, so that it takes a quarter of a second; what comes afterwards is of no interest.
    const content = new Uint8Array(8 * 1_024 * KIB);
    const pauseMs = (at: number): number => (at < LIMITS.spoolHeldBytes ? 4 : 1_000);
    const { source } = sourceOf(computer, { content, pauseMs, chunkBytes: 64 * KIB });
    await readUpTo(spool.through(source, FILE_NAME).stream());
    expect(computer.files.paths('/')).toEqual([]);
  });
});

describe('a slow download', () => {
  it('is on the disk from its first byte on, but for what came in the last quarter of a second', async () => {
    const computer = createComputer();
    const spool = await spoolOf(computer);
    let readBytes = 0;
    for await (const chunk of spool.through(sourceOf(computer).source, FILE_NAME).stream()) {
      readBytes += chunk.length;
      const kept = keptContent(computer);
      expect(kept.equals(CONTENT.subarray(0, kept.length))).toBe(true);
      const isJudged = computer.clock.monotonic() > LIMITS.spoolJudgeMs + SLOW_MS;
      if (isJudged) expect(readBytes - kept.length).toBeLessThan(40 * KIB * 0.35);
    }
    expect(keptContent(computer).equals(CONTENT)).toBe(true);
    expect(computer.files.openCount()).toBe(0);
    await spool.end();
    expect(beside(computer)).toEqual([]);
  });

  it('tells beside it of which file it is, and stands where a later run sweeps', async () => {
    const computer = createComputer();
    await killedAfter(computer, 200 * KIB);
    const [directory = ''] = beside(computer);
    expect(directory).toMatch(/^\/cache\/go\.stage-/u);
    expect(JSON.parse(computer.files.content(`${directory}archive.json`)?.toString() ?? '')).toEqual({
      schema: 'setup-go-robust/part@1',
      fileName: FILE_NAME,
      url: URL,
      tag: '"one"',
      sizeBytes: CONTENT.length,
    });
    expect(JSON.parse(computer.files.content(`${directory}owner.json`)?.toString() ?? '')).toMatchObject({ pid: 100 });
  });

  it('that becomes fast is kept to its end', async () => {
    const computer = createComputer();
    const spool = await spoolOf(computer);
    const pauseMs = (at: number): number => (at < 200 * KIB ? SLOW_MS : 0);
    const bytes = await readUpTo(spool.through(sourceOf(computer, { pauseMs }).source, FILE_NAME).stream());
    expect(bytes.equals(CONTENT)).toBe(true);
    expect(keptContent(computer).equals(CONTENT)).toBe(true);
  });

  it('of a part of the file is kept up to the end of that part', async () => {
    const computer = createComputer();
    const spool = await spoolOf(computer);
    await readUpTo(spool.through(sourceOf(computer).source, FILE_NAME).stream(900 * KIB));
    expect(keptContent(computer).equals(CONTENT.subarray(0, 900 * KIB))).toBe(true);
  });

  it('that its reader leaves, at once or later, leaves no file open', async () => {
    for (const atLeast of [1, 300 * KIB]) {
      const computer = createComputer();
      const spool = await spoolOf(computer);
      const { source, leftCount } = sourceOf(computer);
      await readUpTo(spool.through(source, FILE_NAME).stream(), atLeast);
      expect({ open: computer.files.openCount(), left: leftCount() }).toEqual({ open: 0, left: 1 });
      await spool.end();
      expect(beside(computer)).toEqual([]);
    }
  });

  it.each<readonly [string, { readonly free: { readonly bytes: number } }]>([
    ['with room for the archive but not for the tree too', { free: { bytes: 3 * CONTENT.length } }],
    ['without any room', { free: { bytes: 0 } }],
  ])('on a disk %s is not kept', async (_what, options) => {
    const computer = createComputer(options);
    const spool = await spoolOf(computer);
    expect((await readUpTo(spool.through(sourceOf(computer).source, FILE_NAME).stream())).equals(CONTENT)).toBe(true);
    expect(beside(computer)).toEqual([]);
  });

  it.each([0, 100, 150 * KIB, 700 * KIB])(
    'on a disk that is full after %d bytes is read all the same, and makes room',
    async bytes => {
      const computer = createComputer({ capacityBytes: bytes });
      const spool = await spoolOf(computer);
      expect((await readUpTo(spool.through(sourceOf(computer).source, FILE_NAME).stream())).equals(CONTENT)).toBe(true);
      expect(beside(computer)).toEqual([]);
      expect({ held: spool.heldBytes, open: computer.files.openCount() }).toEqual({ held: 0, open: 0 });
    },
  );

  it('is not kept where keeping has ended', async () => {
    const computer = createComputer();
    const spool = await spoolOf(computer);
    await spool.end();
    await readUpTo(spool.through(sourceOf(computer).source, FILE_NAME).stream());
    expect(beside(computer)).toEqual([]);
  });
});

describe('what a killed run kept', () => {
  it('comes first, and the source is asked for the rest', async () => {
    const computer = createComputer();
    const heldBytes = await killedAfter(computer, 300 * KIB);
    const spool = await nextRun(computer);
    expect(spool.kept(FILE_NAME)).toEqual({
      bytes: heldBytes,
      fileName: FILE_NAME,
      url: URL,
      tag: '"one"',
      sizeBytes: CONTENT.length,
    });
    const { source, asked, sentBytes } = sourceOf(computer, { keptBytes: heldBytes, pauseMs: fast });
    expect((await readUpTo(spool.through(source, FILE_NAME).stream())).equals(CONTENT)).toBe(true);
    expect(asked).toEqual([[heldBytes, undefined]]);
    expect(sentBytes()).toBe(CONTENT.length - heldBytes);
    await spool.end();
    expect(beside(computer)).toEqual([]);
  });

  it('grows with each run that is killed', async () => {
    const computer = createComputer();
    let heldBytes = await killedAfter(computer, 200 * KIB);
    for (const pid of [200, 300, 400]) {
      const spool = await nextRun(computer, pid);
      const kept = spool.kept(FILE_NAME);
      expect(kept?.bytes).toBe(heldBytes);
      const { source } = sourceOf(computer, { keptBytes: heldBytes });
      await readUpTo(spool.through(source, FILE_NAME).stream(), heldBytes + 100 * KIB);
      expect(spool.heldBytes).toBeGreaterThan(heldBytes + 90 * KIB);
      heldBytes = spool.heldBytes;
    }
    expect(beside(computer)).toHaveLength(1);
    expect(keptContent(computer).equals(CONTENT.subarray(0, heldBytes))).toBe(true);
  });

  it('serves the part before the tail of a zip, and a source that has only the tail to give', async () => {
    const computer = createComputer();
    const heldBytes = await killedAfter(computer, 300 * KIB);
    const spool = await nextRun(computer);
    const { source, asked } = sourceOf(computer, { keptBytes: heldBytes, pauseMs: fast });
    const bytes = spool.through(source, FILE_NAME);
    expect((await bytes.tail(100))?.start).toBe(CONTENT.length - 100);
    expect((await readUpTo(bytes.stream(100 * KIB))).equals(CONTENT.subarray(0, 100 * KIB))).toBe(true);
    expect(asked).toEqual([]);
    expect((await readUpTo(bytes.stream(900 * KIB))).equals(CONTENT.subarray(0, 900 * KIB))).toBe(true);
    expect(asked).toEqual([[heldBytes, 900 * KIB]]);
  });

  it('is never the whole file: a source has the last word', async () => {
    const computer = createComputer();
    await killedAfter(computer, CONTENT.length);
    expect(keptContent(computer)).toHaveLength(CONTENT.length);
    expect((await nextRun(computer)).kept(FILE_NAME)?.bytes).toBe(CONTENT.length - 1);
  });

  it('is left alone by a download that does not use it, however that ends, and gives way to one that is kept itself', async () => {
    const computer = createComputer();
    const heldBytes = await killedAfter(computer, 300 * KIB);
    const spool = await nextRun(computer);
    await readUpTo(spool.through(sourceOf(computer, { content: new Uint8Array(9) }).source, FILE_NAME).stream());
    await spool.discard();
    expect(spool.kept(FILE_NAME)?.bytes).toBe(heldBytes);
    const other = CONTENT.map(byte => byte ^ 1);
    await readUpTo(spool.through(sourceOf(computer, { content: other }).source, 'other').stream(), 200 * KIB);
    expect(spool.kept(FILE_NAME)).toBeUndefined();
    expect(spool.kept('other')?.bytes).toBe(spool.heldBytes);
    expect(keptContent(computer).equals(other.subarray(0, spool.heldBytes))).toBe(true);
    expect(beside(computer)).toHaveLength(1);
  });

  it('goes when what it led to was wrong', async () => {
    const computer = createComputer();
    const keptBytes = await killedAfter(computer, 300 * KIB);
    const spool = await nextRun(computer);
    await readUpTo(spool.through(sourceOf(computer, { keptBytes }).source, FILE_NAME).stream(), 1);
    await spool.discard();
    expect(spool.kept(FILE_NAME)).toBeUndefined();
    expect(beside(computer)).toEqual([]);
    await readUpTo(spool.through(sourceOf(computer).source, FILE_NAME).stream(), 300 * KIB);
    expect(spool.heldBytes).toBeGreaterThan(250 * KIB);
  });

  it.each<readonly [string, (computer: Computer, path: string) => unknown]>([
    ['gone', ({ files }, path) => files.remove(path)],
    ['shorter', ({ files }, path) => files.put(path, 'abc')],
  ])('and is %s when it is read is BODY.CHANGED', async (_what, damage) => {
    const computer = createComputer();
    const keptBytes = await killedAfter(computer, 300 * KIB);
    const spool = await nextRun(computer);
    await damage(computer, computer.files.paths('/cache').find(path => path.endsWith('.part')) ?? '');
    const bytes = spool.through(sourceOf(computer, { keptBytes }).source, FILE_NAME);
    expect(await codeOfAsync(() => readUpTo(bytes.stream()))).toBe('BODY.CHANGED');
    const other = spool.through(sourceOf(computer, { keptBytes: 9 }).source, 'other');
    expect(await codeOfAsync(() => readUpTo(other.stream()))).toBe('BODY.CHANGED');
  });
});

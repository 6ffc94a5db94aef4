import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { type PartOf, parseSidecar, sidecarText } from '../../src/install/spool-sidecar.ts';
import {
  beside,
  CONTENT,
  type Computer,
  createComputer,
  FILE_NAME,
  nextRun,
  readUpTo,
  sourceOf,
  spoolOf,
  URL,
} from './spool-support.ts';

const PART: PartOf = { fileName: FILE_NAME, url: URL, tag: '"one"', sizeBytes: CONTENT.length };

describe('the sidecar', () => {
  const parts = fc.record({
    fileName: fc.string({ minLength: 1 }),
    url: fc.string({ minLength: 1 }),
    tag: fc.option(fc.stringMatching(/^[\x20-\x7e]{1,40}$/u), { nil: undefined }),
    sizeBytes: fc.integer({ min: 1, max: LIMITS.archiveBytes }),
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(parts, part => {
        expect(parseSidecar(sidecarText(part))).toEqual(part);
      }),
    );
  });

  it('that was cut is none', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (part, cut) => {
        const text = sidecarText(part);
        expect(parseSidecar(text.slice(0, cut % text.length))).toBeUndefined();
      }),
    );
  });

  it('of any bytes is none, or one within its limits', () => {
    const damaged = fc.tuple(parts, fc.nat(), fc.uint8Array({ maxLength: 20 })).map(([part, at, bytes]) => {
      const text = Buffer.from(sidecarText(part));
      text.set(bytes.subarray(0, text.length - (at % text.length)), at % text.length);
      return text.toString('utf8');
    });
    const any = fc.oneof(
      damaged,
      fc.string(),
      fc.json(),
      fc.uint8Array().map(bytes => Buffer.from(bytes).toString('utf8')),
    );
    fc.assert(
      fc.property(any, text => {
        const part = parseSidecar(text);
        if (part === undefined) return;
        expect(part.sizeBytes).toBeGreaterThan(0);
        expect(part.sizeBytes).toBeLessThanOrEqual(LIMITS.archiveBytes);
        expect(part.tag ?? '').toMatch(/^[\x20-\x7e]*$/u);
      }),
    );
  });

  it.each([
    { ...PART, tag: '"a"\r\nx-evil: 1' },
    { ...PART, tag: '' },
    { ...PART, fileName: '' },
    { ...PART, url: 'x'.repeat(5_000) },
    { ...PART, sizeBytes: 0 },
    { ...PART, sizeBytes: 1.5 },
    { ...PART, sizeBytes: LIMITS.archiveBytes + 1 },
  ])('that says %j is none', part => {
    expect(parseSidecar(sidecarText(part))).toBeUndefined();
  });
});

/** A part as a run leaves it that was killed a moment ago. */
function plant(
  computer: Computer,
  name: string,
  options: {
    readonly of?: PartOf;
    readonly sidecar?: string | undefined;
    readonly owner?: string;
    readonly pieces?: Readonly<Record<string, Uint8Array | string>>;
  } = {},
): void {
  const directory = `/cache/go.stage-${name}`;
  const { of = PART, owner = '{"pid":9,"hostname":"here"}', pieces = { 'archive-0.part': CONTENT.subarray(0, 5_000) } } = options;
  computer.files.put(`${directory}/owner.json`, owner);
  computer.files.put(`${directory}/archive.json`, options.sidecar ?? sidecarText(of));
  for (const [path, content] of Object.entries(pieces)) computer.files.put(`${directory}/${path}`, content);
}

const keptIn = async (computer: Computer): Promise<number | undefined> => (await nextRun(computer)).kept(FILE_NAME)?.bytes;

describe('a part beside the target', () => {
  it('of a dead run is taken over, and belongs to the run that took it', async () => {
    const computer = createComputer();
    plant(computer, 'a');
    expect(await keptIn(computer)).toBe(5_000);
    expect(computer.files.content('/cache/go.stage-a/owner.json')?.toString()).toBe(
      '{"pid":200,"hostname":"here","run":"run 200"}',
    );
  });

  it.each<readonly [string, Parameters<typeof plant>[2]]>([
    ['another file', { of: { ...PART, fileName: 'go1.26.7.linux-amd64.tar.gz' } }],
    ['a file that is shorter than it', { of: { ...PART, sizeBytes: 4_999 } }],
    ['nothing that can be read', { sidecar: '{' }],
    ['something huge', { sidecar: ' '.repeat(20_000) }],
    ['another schema', { sidecar: sidecarText(PART).replace('part@1', 'part@2') }],
    ['a file whose beginning is missing', { pieces: { 'archive-1.part': 'x' } }],
    ['a file of which nothing came', { pieces: {} }],
    ['a file of which nothing was written', { pieces: { 'archive-0.part': '' } }],
  ])('of %s is removed', async (_what, options) => {
    const computer = createComputer();
    plant(computer, 'a', options);
    expect(await keptIn(computer)).toBeUndefined();
    expect(beside(computer)).toEqual([]);
  });

  it.each([
    ['a living run', '{"pid":7,"hostname":"here"}'],
    ['a run of another machine', '{"pid":9,"hostname":"there"}'],
    ['nobody', ''],
  ])('of %s is left where it is, and not used', async (_what, owner) => {
    const computer = createComputer();
    plant(computer, 'a', { owner });
    const before = computer.files.paths('/cache');
    expect((await spoolOf(computer, { living: 7 })).kept(FILE_NAME)).toBeUndefined();
    expect(computer.files.paths('/cache')).toEqual(before);
  });

  it('that was written more than a day ago is removed, whenever its directory was touched', async () => {
    const computer = createComputer();
    plant(computer, 'a');
    await computer.clock.advance(LIMITS.stagingMaxAgeMs + 1);
    await computer.files.touch('/cache/go.stage-a');
    expect(await keptIn(computer)).toBeUndefined();
    expect(beside(computer)).toEqual([]);
  });

  it('that is the longest is taken, and the others are removed', async () => {
    const computer = createComputer();
    for (const [name, bytes] of [
      ['a', 10],
      ['b', 900],
      ['c', 400],
    ] as const) {
      plant(computer, name, { pieces: { 'archive-0.part': CONTENT.subarray(0, bytes) } });
    }
    expect(await keptIn(computer)).toBe(900);
    expect(beside(computer)).toEqual(['/cache/go.stage-b/']);
  });

  it('is used as far as its pieces follow each other; others go, so that they are not in the way', async () => {
    const computer = createComputer();
    const pieces = {
      'archive-0.part': CONTENT.subarray(0, 1_000),
      'archive-1000.part': CONTENT.subarray(1_000, 3_000),
      'archive-3000.part': '',
      'archive-3500.part': 'x',
    };
    plant(computer, 'a', { pieces });
    const spool = await nextRun(computer);
    expect(spool.kept(FILE_NAME)?.bytes).toBe(3_000);
    const bytes = spool.through(sourceOf(computer, { keptBytes: 3_000 }).source, FILE_NAME);
    expect((await readUpTo(bytes.stream(), 300_000)).length).toBeLessThan(CONTENT.length);
    expect(spool.heldBytes).toBeGreaterThan(250_000);
    expect(computer.files.paths('/cache/go.stage-a')).toEqual(
      ['archive-0.part', 'archive-1000.part', 'archive-3000.part', 'archive.json', 'owner.json'].map(
        name => `/cache/go.stage-a/${name}`,
      ),
    );
  });

  it('that cannot be read or taken is no reason to fail', async () => {
    for (const [operation, name] of [
      ['read', 'archive.json'],
      ['stat', 'archive-0.part'],
      ['rename', 'owner.json'],
    ] as const) {
      const computer = createComputer({
        fault: (asked, path) => (asked === operation && path.endsWith(name) ? 'EIO' : undefined),
      });
      plant(computer, 'a');
      expect((await spoolOf(computer)).kept(FILE_NAME)).toBeUndefined();
    }
  });
});

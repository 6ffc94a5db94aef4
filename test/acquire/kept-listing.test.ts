import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createListingStore, keptListingText, parseKeptListing } from '../../src/acquire/kept-listing.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { parseGoVersion, versionText } from '../../src/domain/version.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFilesOptions } from '../fakes/memory-files.ts';

const DIRECTORY = '/tools/setup-go-robust';
const FILE = `${DIRECTORY}/versions.json`;
const DAY_MS = 24 * 3_600_000;

const releases = (...names: readonly string[]) =>
  names.map(name => {
    const version = parseGoVersion(name);
    if (version === undefined) throw new Error(name);
    return { version, stable: version.prerelease === undefined };
  });

function storeOn(options: Omit<MemoryFilesOptions, 'clock'> & { readonly isWritable?: boolean } = {}) {
  const clock = createFakeClock({ runs: false });
  const files = createMemoryFiles({ clock, ...options });
  let count = 0;
  const randomName = () => `r${++count}`;
  const store = createListingStore({ directory: DIRECTORY, files, clock, randomName, isWritable: options.isWritable ?? true });
  const names = async () => (await store.read())?.releases.map(({ version }) => versionText(version));
  return { clock, files, store, names };
}

describe('a kept version list', () => {
  it('is read as it was kept, newest first, with its age', async () => {
    const { clock, files, store } = storeOn();
    await store.keep(releases('1.26.7', '1.27rc1', '1.26.8', '1.20'));
    await clock.advance(3 * DAY_MS);
    const kept = await store.read();
    expect(kept?.releases.map(({ version, stable }) => `${versionText(version)} ${stable}`)).toEqual([
      '1.27rc1 false',
      '1.26.8 true',
      '1.26.7 true',
      '1.20 true',
    ]);
    expect(kept?.ageMs).toBe(3 * DAY_MS);
    expect(files.paths('/tools')).toEqual([`${DIRECTORY}/`, FILE]);
  });

  it('is replaced by a newer one', async () => {
    const { store, names } = storeOn();
    await store.keep(releases('1.26.7'));
    await store.keep(releases('1.26.8', '1.26.7'));
    expect(await names()).toEqual(['1.26.8', '1.26.7']);
  });

  it('holds no more than the newest releases', async () => {
    const { store } = storeOn();
    const many = Array.from({ length: LIMITS.keptReleaseCount + 50 }, (_, patch) => `1.26.${patch}`);
    await store.keep(releases(...many));
    const kept = await store.read();
    expect(kept?.releases).toHaveLength(LIMITS.keptReleaseCount);
    expect(kept?.releases[0]?.version.patch).toBe(many.length - 1);
  });

  it.each([
    ['29 days', 29 * DAY_MS, true],
    ['31 days', 31 * DAY_MS, false],
  ])('that is %s old is used: %3$s', async (_, ageMs, isUsed) => {
    const { clock, store } = storeOn();
    await store.keep(releases('1.26.8'));
    await clock.advance(ageMs);
    expect((await store.read()) !== undefined).toBe(isUsed);
  });

  it('from the future is not used: a wrong clock would keep it for ever', async () => {
    const { files, clock, names } = storeOn();
    files.put(FILE, keptListingText(releases('1.26.8'), clock.now() + 1));
    expect(await names()).toBeUndefined();
  });

  it('that is not there, or is no file, or too large, is none', async () => {
    const { files, names } = storeOn();
    expect(await names()).toBeUndefined();
    files.put(`${FILE}/x`, '');
    expect(await names()).toBeUndefined();
    const large = storeOn();
    large.files.put(FILE, Buffer.alloc(LIMITS.keptListingBytes + 1, ' '));
    expect(await large.names()).toBeUndefined();
  });

  it('is not made by who may only read, nor of nothing', async () => {
    const reader = storeOn({ isWritable: false });
    await reader.store.keep(releases('1.26.8'));
    await storeOn().store.keep([]);
    expect(reader.files.paths('/')).toEqual([]);
  });
});

describe('a tool cache that', () => {
  it.each(['EROFS', 'EACCES', 'ENOSPC', 'EIO'])('answers %s to writing is no error, and nothing is left', async errno => {
    const { files, store } = storeOn({
      fault: operation => (operation === 'write' || operation === 'rename' ? errno : undefined),
    });
    await store.keep(releases('1.26.8'));
    expect(files.paths(DIRECTORY)).toEqual([]);
  });

  it('is full keeps the older list whole', async () => {
    const { files, store, names } = storeOn({ capacityBytes: 200 });
    await store.keep(releases('1.26.7'));
    await store.keep(releases('1.26.8', '1.26.7', '1.26.6', '1.26.5', '1.26.4'));
    expect(await names()).toEqual(['1.26.7']);
    expect(files.paths(DIRECTORY)).toEqual([FILE]);
  });

  it('cannot be read has no list', async () => {
    const { files, names, clock } = storeOn({ fault: operation => (operation === 'read' ? 'EACCES' : undefined) });
    files.put(FILE, keptListingText(releases('1.26.8'), clock.now()));
    expect(await names()).toBeUndefined();
  });

  it('holds what a killed run left is swept after a day, and other files stay', async () => {
    const { clock, files, store } = storeOn();
    files.put(`${FILE}.killed`, 'x');
    files.put(`${DIRECTORY}/notes.txt`, 'x');
    await store.keep(releases('1.26.8'));
    expect(files.content(`${FILE}.killed`)).toBeDefined();
    await clock.advance(LIMITS.stagingMaxAgeMs + 1);
    await store.keep(releases('1.26.8'));
    expect(files.paths(DIRECTORY)).toEqual([`${DIRECTORY}/notes.txt`, FILE]);
  });
});

describe('the text of a kept list', () => {
  const text = keptListingText(releases('1.26.8', '1.27rc1'), Date.UTC(2026, 0, 1));
  const edited = (change: (list: Record<string, unknown>) => unknown): Buffer =>
    Buffer.from(JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)));

  it('is read', () => {
    expect(parseKeptListing(Buffer.from(text))?.readAtMs).toBe(Date.UTC(2026, 0, 1));
  });

  it.each<[string, Buffer]>([
    ['is empty', Buffer.from('')],
    ['was cut', Buffer.from(text.slice(0, -10))],
    ['is no object', edited(() => [1])],
    ['is null', edited(() => null)],
    ['is of another format', edited(list => ({ ...list, schema: 'setup-go-robust/versions@2' }))],
    ['has no time', edited(({ readAt: _, ...list }) => list)],
    ['has a time in another form', edited(list => ({ ...list, readAt: '1 January 2026' }))],
    ['has a time that cannot be', edited(list => ({ ...list, readAt: '2026-13-41T99:00:00.000Z' }))],
    ['has a name that is no version', edited(list => ({ ...list, stable: ['1.26.8', '../../etc'] }))],
    ['has a number for a name', edited(list => ({ ...list, stable: [1.26] }))],
    ['has no list', edited(list => ({ ...list, unstable: {} }))],
    ['has more than we would keep', edited(list => ({ ...list, stable: Array.from({ length: 301 }, () => '1.26.8') }))],
  ])('that %s is none', (_, bytes) => {
    expect(parseKeptListing(bytes)).toBeUndefined();
  });

  it('that is anything at all is a list of versions or none, and never a crash', () => {
    const mutated = fc
      .tuple(fc.nat(text.length - 1), fc.nat(255))
      .map(([at, byte]) => Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([byte]), Buffer.from(text.slice(at + 1))]));
    const json = fc.json().map(value => Buffer.from(value));
    const shaped = fc
      .record({
        schema: fc.constant('setup-go-robust/versions@1'),
        readAt: fc.string(),
        stable: fc.anything(),
        unstable: fc.anything(),
      })
      .map(value => Buffer.from(JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? 0 : item)) ?? ''));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), mutated, json, shaped), bytes => {
        const kept = parseKeptListing(bytes);
        for (const { version } of kept?.releases ?? []) expect(parseGoVersion(versionText(version))).toEqual(version);
        expect(kept === undefined || Number.isFinite(kept.readAtMs)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

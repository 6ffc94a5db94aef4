import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/domain/event.ts';
import { createNarrator } from '../../src/report/narrator.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { killedAt } from '../fakes/killed-files.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';
import type { Reply, Server, ServerRequest, Servers } from '../fakes/scripted-net.ts';
import { makeLog, makeSigner } from '../fakes/sumdb-log.ts';
import { createTinyGo, type TinyGo } from '../fakes/tiny-go.ts';
import { attemptsOf, codesOf, entryOf, leftovers, type Play, playBeside } from './play.ts';
import { firstOf, serversOf, sumdb, type World } from './world.ts';

const KIB = 1_024;
/** No two pieces of it are the same. */
const FILLER = Array.from({ length: 200 * KIB }, (_, at) => String.fromCharCode(33 + ((at * 31 + (at >>> 7)) % 90))).join('');
/** 200 KiB before the 2 MiB that a zip reader asks for first. */
const GO = createTinyGo({
  version: '1.26.8',
  change: files => ({ 'src/aaa.go': FILLER, ...files, 'src/zzz.go': 'z'.repeat(2 * KIB * KIB) }),
});
/** Small, for an archive without a tail: time stands still while it is inflated. */
const SMALL = createTinyGo({ version: '1.26.8', change: files => ({ ...files, 'src/aaa.go': FILLER.slice(0, 20 * KIB) }) });
const PROXY = 'https://proxy.test';
const ZIP_PATH = `/golang.org/toolchain/@v/${GO.moduleVersion}.zip`;
const TAR_PATH = `/go/${GO.fileName}`;
/** Few pieces, because time stands still while each is inflated: 200 KiB take 20 s, of which the first piece already tells. */
const SLOW = { chunkBytes: 25 * KIB, pauseMs: 2_500 };
const FAST = {};

function worldOf(go: TinyGo): World {
  const log = makeLog({ signer: makeSigner('sum.golang.org'), filler: 300 });
  log.addModule(go.moduleName, go.h1);
  return { releases: [go], log, servers: serversOf([go], log), release: () => go };
}

const ZIP_WORLD = worldOf(GO);
const TAR_WORLD = worldOf(SMALL);

/** A server of the archive that is as fast as `pace` says, and has a tag. The tail of a zip always comes at once. */
function archive(
  path: string,
  body: Uint8Array,
  more: Partial<Exclude<Reply, 'silent' | { readonly failure: unknown }>>,
): Server {
  return (request: ServerRequest) => {
    if (request.path !== path) return undefined;
    const isTail = request.headers['range']?.startsWith('bytes=-') === true;
    return { ...(isTail ? {} : more), headers: { etag: '"one"', ...more.headers }, body };
  };
}

type Pace = Parameters<typeof archive>[2];

const zipServers = (pace: Pace, body: Uint8Array = GO.moduleZip): Servers => ({
  ...ZIP_WORLD.servers,
  'proxy.test': firstOf(archive(ZIP_PATH, body, pace), ZIP_WORLD.servers['proxy.test'] as Server, sumdb('/', ZIP_WORLD.log)),
});
const tarServers = (pace: Pace, body: Uint8Array = SMALL.tarGz): Servers => ({
  ...TAR_WORLD.servers,
  'dl.google.com': archive(TAR_PATH, body, pace),
});

interface Machine {
  readonly clock: FakeClock;
  readonly files: MemoryFiles;
}

function newMachine(options: { readonly capacityBytes?: number } = {}): Machine {
  const clock = createFakeClock();
  return { clock, files: createMemoryFiles({ clock, ...options }) };
}

const zipRun = (machine: Machine, servers: Servers, more: Play = {}): Promise<FakeOutcome> =>
  playBeside(ZIP_WORLD, {
    ...machine,
    servers,
    ...more,
    env: { GOPROXY: PROXY },
    inputs: { sources: 'goproxy', ...more.inputs },
  });
const tarRun = (machine: Machine, servers: Servers, more: Play = {}): Promise<FakeOutcome> =>
  playBeside(TAR_WORLD, {
    ...machine,
    servers,
    ...more,
    env: { GOPROXY: 'off' },
    inputs: { sources: 'official', ...more.inputs },
  });

/** Runs until the process is killed at this time: from then on it does nothing to the disk any more. */
async function kill(
  machine: Machine,
  atMs: number,
  run: (machine: Machine, more: Play) => Promise<FakeOutcome>,
  pid = 9,
): Promise<void> {
  const { clock, files } = machine;
  const startMs = clock.monotonic();
  const killed = killedAt(files, {
    get at() {
      return clock.monotonic() - startMs >= atMs ? 0 : Number.POSITIVE_INFINITY;
    },
    halfDone: false,
  });
  await run({ clock, files: { ...files, ...killed.files } }, { pid });
}

function keptBytes({ files }: Machine): number {
  return files.paths('/tools').reduce((sum, path) => sum + (path.endsWith('.part') ? (files.content(path)?.length ?? 0) : 0), 0);
}

function fetchedBytes({ report }: FakeOutcome): number {
  return report.attempts.reduce((sum, { bytes }) => sum + bytes, 0);
}

function keptEvents({ events }: FakeOutcome): readonly (readonly [use: string, bytes: number])[] {
  return events.flatMap(event => (event.type === 'kept-part' ? [[event.use, event.bytes] as const] : []));
}

function expectInstalled(outcome: FakeOutcome, go: TinyGo): void {
  expect(outcome.report).toMatchObject({ outcome: 'installed', exitCode: 0, proof: { value: go.h1 } });
  expect(outcome.files.content(`${entryOf('1.26.8')}/src/aaa.go`)?.toString()).toBe(go.files['src/aaa.go']);
  expect(leftovers(outcome)).toEqual([]);
}

describe.concurrent('a run after one that was killed', () => {
  it('fetches only the rest of a zip, and says so', async () => {
    const machine = newMachine();
    await kill(machine, 8_000, (killed, more) => zipRun(killed, zipServers(SLOW), more));
    const kept = keptBytes(machine);
    expect(kept).toBeGreaterThan(50 * KIB);
    const outcome = await zipRun(machine, zipServers(FAST));
    expectInstalled(outcome, GO);
    expect(fetchedBytes(outcome) + kept).toBe(GO.moduleZip.length);
    const asked = outcome.net.requests.filter(({ url }) => url === `${PROXY}${ZIP_PATH}`).map(({ headers }) => headers ?? {});
    expect(asked.map(headers => headers['range']?.replace(/\d+$/u, ''))).toEqual(['bytes=-', `bytes=${kept}-`]);
    expect(asked[1]?.['if-range']).toBe('"one"');
    expect(keptEvents(outcome)).toEqual([['resumed', kept]]);
    expect(attemptsOf(outcome)).toEqual(['goproxy won']);
    expect(told(outcome.events)).toContain('KiB kept from an earlier run, only the rest is fetched');
  });

  it('fetches only the rest of a tar.gz', async () => {
    const pace = { chunkBytes: Math.ceil(SMALL.tarGz.length / 8), pauseMs: 2_500 };
    const machine = newMachine();
    await kill(machine, 8_000, (killed, more) => tarRun(killed, tarServers(pace), more));
    const kept = keptBytes(machine);
    expect(kept).toBeGreaterThan(SMALL.tarGz.length / 6);
    const outcome = await tarRun(machine, tarServers(FAST));
    expectInstalled(outcome, SMALL);
    expect(fetchedBytes(outcome)).toBe(SMALL.tarGz.length - kept);
    const asked = outcome.net.requests.filter(({ url }) => url.endsWith(TAR_PATH)).map(({ headers }) => headers?.['range']);
    expect(asked).toEqual([`bytes=${kept}-`]);
  });

  it('takes another source for the rest', async () => {
    const machine = newMachine();
    const pace = { chunkBytes: Math.ceil(SMALL.tarGz.length / 8), pauseMs: 2_500 };
    await kill(machine, 8_000, (killed, more) => tarRun(killed, tarServers(pace), more));
    const kept = keptBytes(machine);
    const servers = { ...tarServers(FAST), 'dl.google.com': { failure: 'TCP.REFUSED' } as const };
    const outcome = await tarRun(machine, servers, { inputs: { sources: 'official,aliyun' } });
    expectInstalled(outcome, SMALL);
    expect(outcome.report.installedFrom).toBe('aliyun');
    expect(fetchedBytes(outcome)).toBe(SMALL.tarGz.length - kept);
    const asked = outcome.net.requests.filter(({ url }) => url.includes('aliyun') && url.endsWith('.gz'));
    expect(asked.map(({ headers }) => headers?.['if-range'])).toEqual([undefined]);
  });

  it.each([0, 700, 2_700, 9_700])('after %d ms, and another one, loses little of what both have fetched', async atMs => {
    const machine = newMachine();
    await kill(machine, atMs, (killed, more) => zipRun(killed, zipServers(SLOW), more));
    const once = keptBytes(machine);
    expect(once).toBe(Math.min(8, Math.floor(atMs / 2_500)) * 25 * KIB);
    // The lock of the dead is believed for some seconds.
    await kill(machine, 13_000, (killed, more) => zipRun(killed, zipServers(SLOW), { ...more, pid: 8 }));
    const twice = keptBytes(machine);
    expect(twice).toBeGreaterThan(once);
    const outcome = await zipRun(machine, zipServers(FAST));
    expectInstalled(outcome, GO);
    expect(fetchedBytes(outcome) + twice).toBe(GO.moduleZip.length);
  });
});

describe.concurrent('a run with the pid of one that was killed', () => {
  it('fetches only the rest too, and leaves nothing of it', async () => {
    const machine = newMachine();
    await kill(machine, 8_000, (killed, more) => zipRun(killed, zipServers(SLOW), more), 100);
    const kept = keptBytes(machine);
    const outcome = await zipRun(machine, zipServers(FAST), { pid: 100 });
    expectInstalled(outcome, GO);
    expect(fetchedBytes(outcome) + kept).toBe(GO.moduleZip.length);
  });
});

describe.concurrent('what was kept and is wrong', () => {
  it('because the file is another one now is dropped, and all is fetched', async () => {
    const machine = newMachine();
    await kill(machine, 8_000, (killed, more) => zipRun(killed, zipServers(SLOW), more));
    const other = createTinyGo({
      version: '1.26.8',
      change: () => Object.fromEntries(Object.entries(GO.files).reverse()),
    }).moduleZip;
    const outcome = await zipRun(machine, zipServers({ headers: { etag: '"two"' } }, other));
    expectInstalled(outcome, GO);
    expect(keptEvents(outcome)).toEqual([]);
    expect(attemptsOf(outcome)).toEqual(['goproxy BODY.CHANGED', 'goproxy won']);
  });

  it('because a byte of it was changed is dropped, all is fetched, and nobody is blamed', async () => {
    const machine = newMachine();
    await kill(machine, 8_000, (killed, more) => zipRun(killed, zipServers(SLOW), more));
    const path = machine.files.paths('/tools').find(each => each.endsWith('.part')) ?? '';
    const content = Buffer.from(machine.files.content(path) ?? '');
    content[30_000] = (content[30_000] ?? 0) ^ 1;
    machine.files.put(path, content);
    const outcome = await zipRun(machine, zipServers(FAST));
    expectInstalled(outcome, GO);
    expect(keptEvents(outcome)).toEqual([
      ['resumed', content.length],
      ['dropped', content.length],
    ]);
    expect(attemptsOf(outcome)).toEqual(['goproxy lost', 'goproxy won']);
    expect(codesOf(outcome)).toEqual([]);
    expect(told(outcome.events)).toContain('are of no use');
  });

  it('and a source that is wrong too: the source is blamed for what it sent itself', async () => {
    const machine = newMachine();
    await kill(machine, 8_000, (killed, more) => zipRun(killed, zipServers(SLOW), more));
    const bad = createTinyGo({ version: '1.26.8', change: () => ({ ...GO.files, 'bin/gofmt': 'evil' }) }).moduleZip;
    const outcome = await zipRun(machine, zipServers({ headers: { etag: '"one"' } }, bad));
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
    expect(leftovers(outcome)).toEqual([]);
  });
});

describe.concurrent('a slow run that ends by itself', () => {
  it('and whose first source is refused does not go on with what that one sent', async () => {
    const bad = createTinyGo({ version: '1.26.8', change: () => ({ ...SMALL.files, 'bin/gofmt': 'evil' }) }).tarGz;
    const pace = { chunkBytes: Math.ceil(bad.length / 8), pauseMs: 2_500 };
    const inputs = { sources: 'official,aliyun', verification: 'source' };
    const outcome = await tarRun(newMachine(), tarServers(pace, bad), { inputs });
    expectInstalled(outcome, SMALL);
    expect(attemptsOf(outcome)).toEqual(['official VER.TAMPERED', 'aliyun won']);
    expect(keptEvents(outcome)).toEqual([]);
  });

  it('leaves nothing when it succeeds', async () => {
    const outcome = await zipRun(newMachine(), zipServers(SLOW));
    expectInstalled(outcome, GO);
    expect(outcome.files.openCount()).toBe(0);
  });

  it.each<[string, Play]>([
    ['its budget is used up', { inputs: { timeout: '6s' } }],
    ['it is interrupted', { interruptMs: 6_000 }],
  ])('leaves nothing when %s', async (_what, more) => {
    const outcome = await zipRun(newMachine(), zipServers(SLOW), more);
    expect(outcome.report.outcome).toBe('failed');
    expect(outcome.files.paths('/tools').filter(path => !path.endsWith('/'))).toEqual([]);
    expect(outcome.files.openCount()).toBe(0);
  });

  it('leaves nothing when its source goes away for good', async () => {
    let count = 0;
    const dying: Server = request => {
      if (request.path !== ZIP_PATH || request.headers['range']?.startsWith('bytes=-') === true) return undefined;
      count += 1;
      return count === 1 ? { ...SLOW, body: GO.moduleZip, fault: { kind: 'reset', atBytes: 100 * KIB } } : { status: 404 };
    };
    const base = zipServers(FAST);
    const servers = { ...base, 'proxy.test': firstOf(dying, base['proxy.test'] as Server) };
    const outcome = await zipRun(newMachine(), servers);
    expect(outcome.report.outcome).toBe('failed');
    expect(leftovers(outcome)).toEqual([]);
  });

  it('makes room for the tree where both do not fit, though the disk did not say so', async () => {
    const treeBytes = Object.values(GO.files).reduce((sum, content) => sum + content.length, 0);
    const outcome = await zipRun(newMachine({ capacityBytes: treeBytes + 120 * KIB }), zipServers(SLOW));
    expectInstalled(outcome, GO);
    expect(attemptsOf(outcome)).toContain('goproxy won');
  });
});

describe.concurrent('a fast run', () => {
  it('writes the tree and nothing beside it', async () => {
    const clock = createFakeClock();
    const written: string[] = [];
    const fault = (operation: string, path: string): undefined => void (operation === 'write' && written.push(path));
    const files = createMemoryFiles({ clock, fault });
    expectInstalled(await zipRun({ clock, files }, zipServers({ chunkBytes: 25 * KIB, pauseMs: 1_000 })), GO);
    expect(written.filter(path => path.includes('archive'))).toEqual([]);
  });
});

function told(events: readonly Event[]): string {
  const narrate = createNarrator();
  return events.map(event => narrate(event)?.text ?? '').join('\n');
}

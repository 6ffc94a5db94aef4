import { describe, expect, test } from 'vitest';
import { lookUp } from '../../src/acquire/checksum-database.ts';
import type { ChecksumServer } from '../../src/acquire/sumdb-server.ts';
import { Failure, failure } from '../../src/domain/failure.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { Clock, Net, NetRequest } from '../../src/ports/machine.ts';
import type { KnownLog } from '../../src/verify/known-log.ts';
import { readReceipt } from '../../src/verify/receipt.ts';
import { tileKey, tilesFor } from '../../src/verify/tile.ts';
import { consistencySpans, inclusionSpans, leafHash } from '../../src/verify/tlog.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { type FakeLog, makeLog, makeSigner, recordText, SOME_TREE, signNote, treeText } from '../fakes/sumdb-log.ts';

const MODULE = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64';
const OTHER = 'golang.org/toolchain@v0.0.1-go1.20.1.linux-amd64';
const EVIL_TREE = SOME_TREE.replace('ZOmG', 'EVIL');
const LOOKUP = `lookup/${MODULE}`;

/** 66,000 records: three levels of tiles. */
const log = makeLog({ filler: 65_000 });
log.addModule(OTHER, SOME_TREE.replace('ZOmG', 'AAAA'));
const number = log.addModule(MODULE);
while (log.size < 66_000) log.append(`example.org/later v1.0.${log.size} x\n`);
const older = log.known(65_700);

type Reply = Buffer | number | Failure | 'silence' | undefined;
/** What a server answers to a path below its address: a body, a status, a failure of the transport, or never anything. */
type Behaviour = (path: string, honest: Buffer | undefined) => Reply;

interface FakeServer extends ChecksumServer {
  readonly behaviour: Behaviour;
  readonly source: FakeLog;
}

const server = (id: string, behaviour: Behaviour = (_, honest) => honest, source: FakeLog = log): FakeServer => ({
  id,
  baseUrl: `https://${id}.example.org/sumdb`,
  behaviour,
  source,
});

interface Rig {
  readonly net: Net;
  readonly requests: NetRequest[];
  readonly askedMs: number[];
  /** Questions that wait for an answer. */
  openCount(): number;
}

function rigOf(servers: readonly FakeServer[], clock: Clock = stillClock()): Rig {
  const requests: NetRequest[] = [];
  const askedMs: number[] = [];
  let openCount = 0;
  const silence = async ({ limits }: NetRequest, signal: AbortSignal): Promise<never> => {
    openCount += 1;
    try {
      await clock.sleep((limits.untilMs ?? Number.POSITIVE_INFINITY) - clock.monotonic(), signal);
      throw failure('HTTP.TTFB_STALL', { subject: 'x' });
    } finally {
      openCount -= 1;
    }
  };
  const request = async (asked: NetRequest, signal: AbortSignal) => {
    requests.push(asked);
    askedMs.push(clock.monotonic());
    await Promise.resolve();
    signal.throwIfAborted();
    const found = servers.find(({ baseUrl }) => asked.url.startsWith(`${baseUrl}/`));
    const path = asked.url.slice((found?.baseUrl.length ?? 0) + 1);
    const reply = found === undefined ? 404 : found.behaviour(path, found.source.answer(path));
    if (reply instanceof Failure) throw reply;
    if (reply === 'silence') return await silence(asked, signal);
    const bytes = Buffer.isBuffer(reply) ? reply : Buffer.from('not found: no such thing');
    const status = Buffer.isBuffer(reply) ? 200 : (reply ?? 404);
    return {
      status,
      headers: { 'content-type': 'text/plain' },
      body: (async function* () {
        yield bytes;
      })(),
      discard: () => undefined,
      facts: { host: 'x', addresses: [], proxyReason: 'test', reused: false },
    };
  };
  return { net: { request }, requests, askedMs, openCount: () => openCount };
}

/** Time stands still. */
function stillClock(): Clock {
  return createFakeClock({ runs: false });
}

function ask(
  servers: readonly FakeServer[],
  options: { readonly known?: KnownLog; readonly rig?: Rig; readonly clock?: Clock } = {},
) {
  const rig = options.rig ?? rigOf(servers);
  const wire = { net: rig.net, clock: options.clock ?? stillClock() };
  const request = { wire, log: options.known ?? older, servers, moduleName: MODULE };
  return lookUp(request, new AbortController().signal);
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Failure) return error;
  throw new Error(`no failure, but ${error}`);
}

const codesOf = (found: Failure) => found.findings.map(({ code }) => code);
const is = (path: string) => path === LOOKUP;
const lookupOf = (record: string, note: Buffer, at = number) => Buffer.concat([Buffer.from(`${at}\n${record}\n`), note]);

describe('checksum database', () => {
  test.each([
    ['older than the known one', (path: string) => log.answer(path, 65_400)],
    ['newer than the known one', (path: string) => log.answer(path, 66_000)],
    ['the known one', (path: string) => log.answer(path, 65_700)],
  ])('proves the tree hash when the head shown is %s', async (_, behaviour) => {
    const result = await ask([server('good', behaviour)]);
    expect(result.expectation).toMatchObject({ kind: 'checksum-database', over: 'tree', value: SOME_TREE });
    expect(result.server).toBe('good');
    expect(result.failures).toEqual([]);
    expect(readReceipt(Buffer.from(result.receipt), { log: older, moduleName: MODULE })).toEqual(result.expectation);
  });

  test('takes one look-up and each tile once, and sends the authorization of each server to it alone', async () => {
    const servers = [
      { ...server('first', () => 403), authorization: 'Bearer one' },
      { ...server('second'), authorization: 'Bearer two' },
    ];
    const rig = rigOf(servers);
    const result = await ask(servers, { rig });
    const urls = rig.requests.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.length).toBe(2 + result.tileCount);
    for (const { url, headers } of rig.requests) {
      expect(headers?.['authorization']).toBe(url.includes('first') ? 'Bearer one' : 'Bearer two');
    }
  });

  test('uses a base address with or without a slash at its end', async () => {
    const good = server('good');
    const rig = rigOf([good]);
    const result = await ask([{ ...good, baseUrl: `${good.baseUrl}/` }], { rig });
    expect(result.expectation.value).toBe(SOME_TREE);
  });

  test('takes the beginning of the full tile where the partial one is gone', async () => {
    const large = makeLog({ filler: 600, signer: log.signer });
    large.addModule(MODULE);
    while (large.size < 700) large.append('example.org/x v1.0.0 x\n');
    const known = large.known(650);
    const head = large.note(large.head(700));
    while (large.size < 1_024) large.append('example.org/y v1.0.0 x\n');
    const behaviour: Behaviour = (path, honest) => {
      if (is(path)) return lookupOf(recordText(MODULE), head, 600);
      return path.includes('.p/') && !path.startsWith('tile/8/1/') ? 404 : honest;
    };
    const result = await ask([server('moved-on', behaviour, large)], { known });
    expect(result.expectation.value).toBe(SOME_TREE);
  });
});

describe('a lying server of the checksum database', () => {
  const stranger = makeSigner(log.signer.name);
  const honestNote = log.note();
  const cases: readonly (readonly [string, Behaviour, string])[] = [
    ['answers with HTML', () => Buffer.from('<!doctype html>\n<title>Log in</title>\n\n'), 'SUM.GARBAGE'],
    ['answers with nothing', () => Buffer.alloc(0), 'SUM.GARBAGE'],
    ['answers tiles with HTML', (path, honest) => (is(path) ? honest : Buffer.from('<html>')), 'SUM.GARBAGE'],
    ['cuts tiles', (path, honest) => (is(path) ? honest : honest?.subarray(0, -32)), 'SUM.GARBAGE'],
    [
      'lengthens tiles',
      (path, honest) => (is(path) ? honest : Buffer.concat([honest ?? Buffer.alloc(0), Buffer.alloc(32)])),
      'SUM.GARBAGE',
    ],
    [
      'signs with a key of its own',
      (path, honest) => (is(path) ? lookupOf(recordText(MODULE), signNote(treeText(log.head()), stranger)) : honest),
      'SUM.NOTE',
    ],
    [
      'leaves the signature out',
      (path, honest) => (is(path) ? lookupOf(recordText(MODULE), Buffer.from(treeText(log.head()))) : honest),
      'SUM.NOTE',
    ],
    [
      'claims another tree size under an honest signature',
      (path, honest) => (is(path) ? Buffer.from((honest ?? '').toString().replace('\n66000\n', '\n66001\n')) : honest),
      'SUM.NOTE',
    ],
    [
      'answers with an empty record (CVE-2026-42501)',
      (path, honest) => (is(path) ? lookupOf('', honestNote) : honest),
      'SUM.RECORD',
    ],
    [
      'answers with the proved record of another module (CVE-2026-42501)',
      (path, honest) => (is(path) ? log.answer(`lookup/${OTHER}`) : honest),
      'SUM.RECORD',
    ],
    [
      'adds lines to the proved record of another module (CVE-2026-56864)',
      (path, honest) =>
        is(path) ? lookupOf(`${recordText(OTHER)}${recordText(MODULE, EVIL_TREE)}`, honestNote, number - 1) : honest,
      'SUM.RECORD',
    ],
    [
      'puts lines of its own behind the proved record of another module (CVE-2026-56864)',
      (path, honest) =>
        is(path)
          ? Buffer.concat([log.answer(`lookup/${OTHER}`) ?? Buffer.alloc(0), Buffer.from(recordText(MODULE, EVIL_TREE))])
          : honest,
      'SUM.NOTE',
    ],
    [
      'puts lines of its own before the record (CVE-2026-56864)',
      (path, honest) =>
        is(path) ? Buffer.concat([Buffer.from(recordText(MODULE, EVIL_TREE)), honest ?? Buffer.alloc(0)]) : honest,
      'SUM.GARBAGE',
    ],
    [
      'claims another hash',
      (path, honest) => (is(path) ? lookupOf(recordText(MODULE, EVIL_TREE), honestNote) : honest),
      'SUM.PROOF',
    ],
    ['claims another place', (path, honest) => (is(path) ? lookupOf(recordText(MODULE), honestNote, 7) : honest), 'SUM.PROOF'],
    [
      'claims a place beyond the tree',
      (path, honest) => (is(path) ? lookupOf(recordText(MODULE), honestNote, 66_000) : honest),
      'SUM.PROOF',
    ],
    [
      'forges the leaf to fit its record',
      (path, honest) => {
        if (is(path)) return lookupOf(recordText(MODULE, EVIL_TREE), honestNote);
        const place = (number % 256) * 32;
        if (honest === undefined || !path.startsWith(`tile/8/0/${Math.floor(number / 256)}`)) return honest;
        const forged = Buffer.from(honest);
        leafHash(Buffer.from(recordText(MODULE, EVIL_TREE))).copy(forged, place);
        return forged;
      },
      'SUM.PROOF',
    ],
    ['fills all tiles with noughts', (path, honest) => (is(path) ? honest : Buffer.alloc(honest?.length ?? 0)), 'SUM.PROOF'],
  ];

  test.each(cases)('that %s is found out, and the next server is asked', async (_, behaviour, code) => {
    const alone = await failureOf(ask([server('liar', behaviour)]));
    expect(alone.findings.find(({ subject }) => subject === 'liar')?.code).toBe(code);
    const result = await ask([server('liar', behaviour), server('good')]);
    expect(result.server).toBe('good');
    expect(result.expectation.value).toBe(SOME_TREE);
    expect(result.failures.map(({ server, failure }) => [server, failure.code])).toEqual([['liar', code]]);
  });

  test.each<[string, Behaviour]>([
    ['of another module', path => (is(path) ? log.answer(`lookup/${OTHER}`) : undefined)],
    ['beyond the tree', path => (is(path) ? lookupOf(recordText(MODULE), honestNote, 66_000) : undefined)],
    [
      'that nobody signed',
      path => (is(path) ? lookupOf(recordText(MODULE), signNote(treeText(log.head()), stranger)) : undefined),
    ],
  ])('is asked for no tile of a record %s', async (_, behaviour) => {
    const servers = [server('liar', behaviour)];
    const rig = rigOf(servers);
    await failureOf(ask(servers, { rig }));
    expect(rig.requests.length).toBe(1);
  });

  test('cannot change any one tile that the proof is built from (CVE-2026-56865)', async () => {
    const spans = [...inclusionSpans(number, 66_000), ...consistencySpans(65_700, 66_000)];
    const tiles = tilesFor(spans, 66_000);
    expect(tiles.length).toBeGreaterThanOrEqual(3);
    for (const tile of tiles) {
      const wanted = `tile/8/${tile.level}/${String(tile.index).padStart(3, '0')}`;
      const forge: Behaviour = (path, honest) => (path.startsWith(wanted) ? Buffer.alloc(honest?.length ?? 0, 1) : honest);
      const found = await failureOf(ask([server('liar', forge)]));
      expect(found.code, tileKey(tile)).toBe('SUM.PROOF');
    }
  });

  test('cannot show a fork of the log, even with the key of the log', async () => {
    const fork = makeLog({ signer: log.signer, filler: 65_000 });
    fork.addModule(OTHER);
    fork.addModule(MODULE, EVIL_TREE);
    while (fork.size < 66_000) fork.append('example.org/fork v1.0.0 x\n');
    const found = await failureOf(ask([server('forker', undefined, fork)]));
    expect(found.code).toBe('SUM.FORK');
    expect(found.findings[0].evidence.map(({ name }) => name)).toEqual(['known tree', 'tree shown']);
    const behind = await failureOf(ask([server('forker', path => fork.answer(path, 65_500), fork)]));
    expect(behind.code).toBe('SUM.PROOF');
  });
});

describe('when no server proves the record', () => {
  const down = () => failure('TCP.REFUSED', { subject: 'x' });
  const forged: Behaviour = (path, honest) => (is(path) ? lookupOf(recordText(MODULE, EVIL_TREE), log.note()) : honest);

  test.each<[string, readonly Behaviour[], readonly string[]]>([
    ['404 everywhere', [() => 404, () => 410], ['SUM.NOT_FOUND', 'HTTP.NOT_FOUND', 'HTTP.NOT_FOUND']],
    ['404 and then nobody', [() => 404, down], ['SUM.NOT_FOUND', 'HTTP.NOT_FOUND', 'TCP.REFUSED']],
    ['403 and then nobody', [() => 403, down], ['SUM.NOT_FOUND', 'HTTP.FORBIDDEN', 'TCP.REFUSED']],
    ['nobody', [down, down], ['SUM.UNREACHABLE', 'TCP.REFUSED', 'TCP.REFUSED']],
    ['no server at all', [], ['SUM.UNREACHABLE']],
    ['credentials are wanted', [() => 401], ['SUM.UNREACHABLE', 'HTTP.FORBIDDEN']],
    ['a broken server', [() => 500, () => 502], ['SUM.UNREACHABLE', 'HTTP.SERVER', 'HTTP.SERVER']],
    ['a login page', [() => Buffer.from('<html>')], ['SUM.UNREACHABLE', 'SUM.GARBAGE']],
    ['a look-up without tiles', [(path, honest) => (is(path) ? honest : 404)], ['SUM.UNREACHABLE', 'HTTP.NOT_FOUND']],
    ['a forged answer after 404', [() => 404, forged], ['SUM.PROOF', 'SUM.NOT_FOUND', 'HTTP.NOT_FOUND']],
  ])('the failure is about: %s', async (_, behaviours, codes) => {
    const servers = behaviours.map((behaviour, index) => server(`s${index}`, behaviour));
    expect(codesOf(await failureOf(ask(servers)))).toEqual(codes);
  });

  test('403 leaves open whether the release exists, 404 does not', async () => {
    const [refused, absent] = [await failureOf(ask([server('a', () => 403)])), await failureOf(ask([server('b', () => 404)]))];
    expect(refused.finding).toMatchObject({ code: 'SUM.NOT_FOUND', confidence: 'possible', subject: MODULE });
    expect(absent.finding).toMatchObject({ code: 'SUM.NOT_FOUND', confidence: 'certain', subject: MODULE });
  });
});

describe('time', () => {
  const until = async (condition: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 10_000 && !condition(); turn += 1) await new Promise(resolve => setImmediate(resolve));
  };
  const dead = () => 'silence' as const;
  const deadTiles: Behaviour = (path, honest) => (is(path) ? honest : 'silence');
  const down = () => failure('TCP.REFUSED', { subject: 'x' });
  /** When each server was asked first. */
  const firstAskedMs = (rig: Rig, servers: readonly FakeServer[]): readonly (number | undefined)[] =>
    servers.map(({ baseUrl }) => rig.askedMs[rig.requests.findIndex(({ url }) => url.startsWith(`${baseUrl}/`))]);
  const playTime = (servers: readonly FakeServer[]) => {
    const clock = createFakeClock();
    const rig = rigOf(servers, clock);
    return { clock, rig, result: ask(servers, { clock, rig }) };
  };

  test.each([
    ['the look-up', dead],
    ['a tile', deadTiles],
  ])('that a server keeps silent on %s costs no more than a second, and is not held against it', async (_, behaviour) => {
    const servers = [server('silent', behaviour), server('good')];
    const { clock, rig, result } = playTime(servers);
    expect(await result).toMatchObject({ server: 'good', failures: [], ms: LIMITS.hedgeFirstMs });
    expect(firstAskedMs(rig, servers)).toEqual([0, LIMITS.hedgeFirstMs]);
    expect(rig.openCount()).toBe(0);
    expect(clock.pendingSleepCount()).toBe(0);
  });

  test('is not spent after a failure: the next is asked at once, also beside one that is silent', async () => {
    const servers = [server('silent', dead), server('down', down), server('good')];
    const { rig, result } = playTime(servers);
    expect(await result).toMatchObject({ server: 'good', ms: LIMITS.hedgeFirstMs });
    expect((await result).failures.map(({ server, failure }) => [server, failure.code])).toEqual([['down', 'TCP.REFUSED']]);
    expect(firstAskedMs(rig, servers)).toEqual([0, LIMITS.hedgeFirstMs, LIMITS.hedgeFirstMs]);
  });

  test('of a slow server is not taken away: whoever proves the record first wins', async () => {
    const servers = [server('slow', deadTiles), server('down', down), server('gone', () => 404)];
    const { clock, result } = playTime(servers);
    const found = await failureOf(result);
    expect(codesOf(found)).toEqual(['SUM.NOT_FOUND', 'SUM.UNREACHABLE', 'TCP.REFUSED', 'HTTP.NOT_FOUND']);
    expect(clock.monotonic()).toBe(LIMITS.sumdbServerMs);
  });

  test('is limited for all servers together where none answers, however many they are', async () => {
    const servers = Array.from({ length: 9 }, (_, index) => server(`s${index}`, dead));
    const { clock, rig, result } = playTime(servers);
    const found = await failureOf(result);
    expect(codesOf(found)).toEqual(['SUM.UNREACHABLE', ...servers.map(() => 'HTTP.TTFB_STALL')]);
    expect(found.finding.evidence.map(({ name }) => name)).toEqual(servers.map(({ id }) => id));
    expect(clock.monotonic()).toBe(LIMITS.sumdbAnswerMs);
    const lastAskedMs = firstAskedMs(rig, servers).at(-1) ?? 0;
    expect(LIMITS.sumdbAnswerMs - lastAskedMs).toBeGreaterThan(LIMITS.answerLeastMs - servers.length);
  });

  test('has no deadline for the tiles but that of the server', async () => {
    const { rig, result } = playTime([server('good')]);
    await result;
    const [lookUp, ...tiles] = rig.requests.map(({ limits }) => limits.untilMs);
    expect([lookUp, new Set(tiles)]).toEqual([LIMITS.sumdbAnswerMs, new Set([undefined])]);
  });

  test('does not hide that an answer was forged', async () => {
    const forged: Behaviour = (path, honest) => (is(path) ? lookupOf(recordText(MODULE, EVIL_TREE), log.note()) : honest);
    const { result } = playTime([server('silent', dead), server('liar', forged)]);
    expect(codesOf(await failureOf(result))).toEqual(['SUM.PROOF', 'HTTP.TTFB_STALL']);
  });

  test('is not spent on the other tiles when one has failed', async () => {
    let tileCount = 0;
    const oneFails: Behaviour = (path, honest) => {
      if (is(path)) return honest;
      tileCount += 1;
      return tileCount === 2 ? 500 : 'silence';
    };
    const { clock, result } = playTime([server('tired', oneFails), server('good')]);
    expect((await result).failures.map(({ failure }) => failure.code)).toEqual(['HTTP.SERVER']);
    expect((await result).ms).toBe(0);
    expect(clock.pendingSleepCount()).toBe(0);
  });

  test.each([
    ['another', [server('silent', () => 'silence'), server('good')]],
    ['the only', [server('silent', () => 'silence')]],
  ])('ends at once when the run is aborted, and %s server is not blamed', async (_, servers) => {
    const stop = new AbortController();
    const rig = rigOf(servers);
    const wire = { net: rig.net, clock: stillClock() };
    const result = lookUp({ wire, log: older, servers, moduleName: MODULE }, stop.signal);
    await until(() => rig.requests.length === 1);
    const reason = failure('SELF.INTERRUPTED', { subject: 'run' });
    stop.abort(reason);
    expect(await failureOf(result)).toBe(reason);
    expect(rig.requests.length).toBe(1);
  });

  test('is not lost in a retry of what is a defect of ours', async () => {
    const broken: Net = {
      request: () => Promise.reject(new TypeError('defect')),
    };
    const wire = { net: broken, clock: stillClock() };
    const servers = [server('a'), server('b')];
    await expect(lookUp({ wire, log: older, servers, moduleName: MODULE }, new AbortController().signal)).rejects.toThrow(
      TypeError,
    );
  });
});

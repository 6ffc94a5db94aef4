import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import type { Reply, Server, Servers } from '../fakes/scripted-net.ts';
import { attemptsOf, codesOf, play } from './play.ts';
import { createWorld, except, firstOf, flat, listing, sumdb, tableOf } from './world.ts';

const world = createWorld();
const { releases, log, servers: WORLD } = world;
const table = tableOf(releases);
const PROMISED_MS = 8_000;
const PUBLIC = { 'go.dev': WORLD['go.dev'], 'golang.google.cn': WORLD['golang.google.cn'] } as Servers;
const DATABASE = { 'sum.golang.org': WORLD['sum.golang.org'] } as Servers;
const OWN_SOURCES = 'https://one.test/go, https://two.test/go, https://three.test/go';
const own = (server: Servers[string]): Servers => ({ 'one.test': server, 'two.test': server, 'three.test': server });

/** A mirror of the user's with a list, whose archives come after so long. */
function slowMirror(afterMs: number, list: Server = listing('/go/', releases)): Server {
  const archives = flat('/go/', releases);
  return firstOf(list, request => {
    const reply = archives(request);
    return typeof reply === 'object' && 'body' in reply ? { ...reply, afterMs } : reply;
  });
}

/** The first of these replies to the first question, and so on; then what the server says. */
function inTurn(replies: readonly Reply[], server: Server): Server {
  const rest = [...replies];
  return request => rest.shift() ?? server(request);
}

const BUSY: Reply = { status: 503, body: 'busy' };

describe('sources that nobody hears of', () => {
  it.each<{ readonly name: string; readonly sources: string; readonly servers: Servers; readonly tookMs: number }>([
    { name: 'all seven', sources: 'auto', servers: everybody('silent'), tookMs: LIMITS.answerMs },
    { name: 'three of the user', sources: OWN_SOURCES, servers: own('silent'), tookMs: 6_500 },
    { name: 'the only one', sources: 'https://one.test/go', servers: own('silent'), tookMs: LIMITS.answerMs },
    {
      name: 'twelve',
      sources: Array.from({ length: 12 }, (_, index) => `https://one.test/${index}`).join(),
      servers: own('silent'),
      tookMs: LIMITS.answerMs,
    },
  ])('$name: an exact version is red after $tookMs ms', async ({ sources, servers, tookMs }) => {
    const outcome = await play(world, { table, servers, inputs: { sources } });
    expect(outcome.report).toMatchObject({ outcome: 'failed', cause: { code: 'HTTP.TTFB_STALL', verdict: 'cause' } });
    expect(outcome.tookMs).toBe(tookMs);
  });

  it.each<{ readonly name: string; readonly sources: string; readonly servers: Servers }>([
    { name: 'all seven', sources: 'auto', servers: everybody('silent') },
    {
      name: 'three of the user, and no public list',
      sources: OWN_SOURCES,
      servers: { ...everybody('silent'), ...own('silent') },
    },
    { name: 'three of the user, where public lists answer', sources: OWN_SOURCES, servers: { ...WORLD, ...own('silent') } },
    { name: 'the only one', sources: 'https://one.test/go', servers: { ...PUBLIC, ...own('silent') } },
  ])('$name: what lists cost counts, so that a range is red in time too', async ({ sources, servers }) => {
    const outcome = await play(world, { version: '1.26', table, servers, inputs: { sources } });
    expect(outcome.report).toMatchObject({ outcome: 'failed', cause: { code: 'HTTP.TTFB_STALL', verdict: 'cause' } });
    expect(outcome.tookMs).toBeLessThan(PROMISED_MS);
    // Each had a fair chance.
    for (const { startMs, endMs = 0 } of outcome.report.attempts)
      expect(endMs - startMs).toBeGreaterThanOrEqual(LIMITS.answerLeastMs);
  });

  it('are asked beside one that refuses without any pause', async () => {
    const servers = { ...own('silent'), 'two.test': { failure: 'TCP.REFUSED' as const } };
    const { report } = await play(world, { table, servers, inputs: { sources: OWN_SOURCES } });
    expect(report.attempts.map(({ source, startMs }) => [source, startMs])).toEqual([
      ['custom', 0],
      ['custom-2', LIMITS.hedgeFirstMs],
      ['custom-3', LIMITS.hedgeFirstMs],
    ]);
  });
});

describe('a source that answers late', () => {
  it('is waited for, where its list has shown that it is alive', async () => {
    const servers = { ...DATABASE, 'one.test': slowMirror(10_000) };
    const outcome = await play(world, { version: '1.26', table, servers, inputs: { sources: 'https://one.test/go' } });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'custom' });
  });

  it('is given up where nothing is known of it', async () => {
    const servers = { ...DATABASE, 'one.test': slowMirror(10_000) };
    const outcome = await play(world, { table, servers, inputs: { sources: 'https://one.test/go' } });
    expect(attemptsOf(outcome)).toEqual(['custom HTTP.TTFB_STALL']);
    expect(outcome.tookMs).toBe(LIMITS.answerMs);
  });

  it('is waited for, where it has shown as a server of the checksum database that it is alive', async () => {
    const proxy = WORLD['proxy.test'] as Server;
    const slow: Server = request => {
      const reply = proxy(request);
      const isArchive = request.path.endsWith('.zip');
      return isArchive && typeof reply === 'object' && 'body' in reply ? { ...reply, afterMs: 40_000 } : reply;
    };
    const outcome = await play(world, { table, servers: { 'proxy.test': slow }, inputs: { sources: 'goproxy' } });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy' });
    const ofProxy = (each: FakeOutcome) => attemptsOf(each).filter(attempt => attempt.startsWith('goproxy '));
    expect(ofProxy(outcome)).toEqual(['goproxy HTTP.TTFB_STALL', 'goproxy won']);
    const silent: Server = request => (request.path.endsWith('.zip') ? 'silent' : proxy(request));
    const dead = await play(world, { table, servers: { 'proxy.test': silent }, inputs: { sources: 'goproxy' } });
    expect(ofProxy(dead)).toEqual(['goproxy HTTP.TTFB_STALL', 'goproxy HTTP.TTFB_STALL']);
  });

  it('has its full time again when it is asked after another has answered', async () => {
    const cut: Server = request => {
      const reply = flat('/go/', releases)(request);
      return typeof reply === 'object' && 'body' in reply
        ? { ...reply, afterMs: 6_000, fault: { kind: 'reset', atBytes: 0 } }
        : reply;
    };
    const servers = { ...DATABASE, 'one.test': cut, 'two.test': slowMirror(6_500) };
    const sources = 'https://one.test/go, https://two.test/go';
    const { report } = await play(world, { table, servers, inputs: { sources, verification: 'source' } });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'custom-2' });
  });
});

describe('a checksum database that cannot be reached', () => {
  const withDatabase = (server: Servers[string]): Servers => ({
    ...WORLD,
    'proxy.test': except(WORLD['proxy.test'], /sumdb/u, BUSY),
    'sum.golang.org': server,
    'sum.golang.google.cn': () => BUSY,
  });

  it('for a moment is asked again, when the sources are', async () => {
    const moment = inTurn([BUSY], sumdb('/', log));
    const outcome = await play(world, { servers: withDatabase(moment), inputs: { sources: 'official,aliyun' } });
    expect(outcome.report).toMatchObject({ outcome: 'installed', proof: { kind: 'checksum-database' } });
    expect(attemptsOf(outcome)).toEqual(['official SUM.UNREACHABLE', 'official won']);
  });

  it('for a moment takes no source away that has the same file', async () => {
    const moment = inTurn([BUSY], sumdb('/', log));
    const official = inTurn(
      [{ status: 302, headers: { location: 'https://dl.google.com/go/go1.26.8.linux-amd64.tar.gz' } }],
      () => {
        return { failure: 'TCP.RESET' };
      },
    );
    const servers = { ...withDatabase(moment), 'go.dev': official };
    const outcome = await play(world, { servers, inputs: { sources: 'official,aliyun' } });
    expect(attemptsOf(outcome)).toEqual(['official SUM.UNREACHABLE', 'official TCP.RESET', 'aliyun won']);
  });

  it('is asked as often as the sources are, and no more', async () => {
    const outcome = await play(world, { servers: withDatabase(() => BUSY), inputs: { sources: 'official' } });
    expect(outcome.report).toMatchObject({ outcome: 'failed', cause: { code: 'SUM.UNREACHABLE' } });
    const lookUps = outcome.net.urls().filter(url => url.startsWith('https://sum.golang.org/lookup/'));
    expect(lookUps).toHaveLength(1 + LIMITS.backoffMs.length);
  });

  it('and refuses is not asked again', async () => {
    const servers = { ...WORLD, ...refused('proxy.test', 'sum.golang.org', 'sum.golang.google.cn') };
    const outcome = await play(world, { servers, inputs: { sources: 'official' } });
    expect([outcome.report.cause?.code, attemptsOf(outcome)]).toEqual(['SUM.UNREACHABLE', ['official SUM.UNREACHABLE']]);
    expect(outcome.tookMs).toBe(0);
  });

  it('is no cause where every source is as dead, and says so itself', async () => {
    const outcome = await play(world, { servers: everybody({ failure: 'PROXY.REFUSED' }), inputs: { sources: 'auto' } });
    expect(outcome.report.cause).toMatchObject({ code: 'PROXY.REFUSED', verdict: 'cause' });
    expect(new Set(outcome.report.attempts.map(({ code }) => code))).toEqual(new Set(['PROXY.REFUSED']));
  });

  it('is the cause where a source does not say anything for long', async () => {
    const servers = { ...refused('proxy.test', 'sum.golang.org', 'sum.golang.google.cn'), 'go.dev': 'silent' as const };
    const outcome = await play(world, { servers, inputs: { sources: 'official' } });
    expect(codesOf(outcome)).toEqual(['SUM.UNREACHABLE']);
    expect(outcome.tookMs).toBe(LIMITS.unprovedGraceMs);
  });

  it('costs nothing when it is silent, and all sources have failed otherwise', async () => {
    const servers = { ...own({ failure: 'TCP.REFUSED' }), 'sum.golang.org': 'silent' as const };
    const outcome = await play(world, { table, servers, inputs: { sources: OWN_SOURCES } });
    expect(outcome.report.cause).toMatchObject({ code: 'TCP.REFUSED' });
    expect(outcome.tookMs).toBe(0);
  });
});

function everybody(server: Servers[string]): Servers {
  return Object.fromEntries(Object.keys(WORLD).map(host => [host, server]));
}

function refused(...hosts: readonly string[]): Servers {
  const code: Code = 'TCP.REFUSED';
  return Object.fromEntries(hosts.map(host => [host, { failure: code }]));
}

describe('two mirrors that pause before they send, and never a part of a file', () => {
  it('do not take the file from each other until the time is up', async () => {
    const pausing =
      (afterMs: number): Server =>
      request => {
        const reply = flat('/golang/', world.releases)(request);
        return typeof reply === 'object' ? { ...reply, afterMs, pauseMs: 900, chunkBytes: 1_000_000, ranges: false } : reply;
      };
    const stalling: Server = request => {
      const reply = flat('/golang/', world.releases)(request);
      return typeof reply === 'object' ? { ...reply, fault: { kind: 'stall', atBytes: 0 } } : reply;
    };
    const { report, tookMs } = await play(world, {
      servers: {
        'sum.golang.org': 'silent',
        'mirrors.aliyun.com': pausing(276),
        'mirrors.nju.edu.cn': stalling,
        'mirrors.hust.edu.cn': pausing(849),
      },
      env: { GOPROXY: 'off' },
      inputs: { sources: 'aliyun,nju,hust,goproxy' },
      table: tableOf(world.releases),
    });
    expect(report).toMatchObject({ outcome: 'installed' });
    expect(tookMs).toBeLessThan(10_000);
  });
});

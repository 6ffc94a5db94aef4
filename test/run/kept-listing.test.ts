import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { TOOL_CACHE } from '../fakes/fake-machine.ts';
import type { Server, Servers } from '../fakes/scripted-net.ts';
import { leftovers, type Play, play } from './play.ts';
import { createWorld, except, tableOf } from './world.ts';

const world = createWorld();
const KEPT = `${TOOL_CACHE}/setup-go-robust/versions.json`;
const LIST = /mode=json|@v\/list$/u;
const DAY_MS = 24 * 3_600_000;
/** The shipped table of a day when 1.26.7 was the newest. */
const table = tableOf(world.releases.filter(({ version }) => version !== '1.26.8'));

/** Archives and proofs as always, and no list. */
const withoutLists = (reply: Parameters<typeof except>[2]): Servers =>
  Object.fromEntries(
    Object.entries(world.servers).map(([host, server]): [string, Server] => [host, except(server, LIST, reply)]),
  );

/** So that nobody is asked for newer patches either. */
const DOWN = withoutLists({ failure: 'TCP.REFUSED' });

/** A run on a machine where another has read every list, some time ago. */
async function later(options: Play, agoMs = 3 * DAY_MS) {
  const { files, clock, report } = await play(world, { command: 'resolve', version: '1.26' });
  expect(report.outcome).toBe('ok');
  await clock.advance(agoMs);
  return play(world, { files, clock, table, version: '1.26', ...options });
}

describe('a complete version list', () => {
  it('is kept in the tool cache, beside what @actions/tool-cache looks at', async () => {
    const { files, report } = await play(world, { version: '1.26' });
    expect(report.outcome).toBe('installed');
    expect(files.content(KEPT)?.toString()).toContain('1.26.8');
    const topLevel = files.paths(TOOL_CACHE).filter(path => /^\/tools\/[^/]+\/$/u.test(path));
    expect(topLevel).toEqual([`${TOOL_CACHE}/go/`, `${TOOL_CACHE}/setup-go-robust/`]);
  });

  it.each<[string, Play]>([
    ['an exact version, which asks for no list', { version: '1.26.8' }],
    ['a destination, for nothing is written but there', { version: '1.26', inputs: { dest: '/opt/go' } }],
    ['a list that may be partial', { version: '1.26', inputs: { sources: 'goproxy' } }],
    ['a run that is red because the version does not exist', { version: '1.26.99' }],
  ])('is not kept by %s', async (_, options) => {
    const { files } = await play(world, options);
    expect(files.content(KEPT)).toBeUndefined();
  });
});

describe('when no list answers', () => {
  it.each<[string, Parameters<typeof except>[2]]>([
    ['503', { status: 503 }],
    ['404', { status: 404 }],
    ['a web page', { body: '<html>' }],
    ['silence', 'silent'],
    ['TCP.REFUSED', { failure: 'TCP.REFUSED' }],
  ])('but %s, the one that was kept says which release is meant, with a warning', async (_, reply) => {
    const outcome = await later({ servers: withoutLists(reply) });
    expect(outcome.report).toMatchObject({
      outcome: 'installed',
      go: { version: '1.26.8' },
      resolved: { learntFrom: ['kept'] },
      proof: { kind: 'checksum-database' },
    });
    const stale = outcome.report.findings.find(({ code }) => code === 'LIST.STALE');
    expect(stale).toMatchObject({ severity: 'warning', subject: 'kept' });
    expect(stale?.evidence).toContainEqual({ name: 'age', value: '3 days' });
    expect(leftovers(outcome)).toEqual([]);
  });

  it('and everything is down, nothing is installed on its word', async () => {
    const { report, files } = await later({ servers: {} });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, resolved: { version: '1.26.8' }, go: null });
    expect(files.paths(`${TOOL_CACHE}/go`)).toEqual([]);
  });

  it('one that is too old counts for nothing', async () => {
    const { report } = await later({ servers: DOWN }, LIMITS.keptListingMs + 1);
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.7' }, resolved: { learntFrom: ['table'] } });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'LIST.UNAVAILABLE', subject: 'table' }));
  });

  it.each(['', '{', '{"schema":"setup-go-robust/versions@1"}', '\0'])('a damaged one is passed over: %j', async text => {
    const { files, clock } = await play(world, { command: 'resolve', version: '1.26' });
    files.put(KEPT, text);
    const { report } = await play(world, { files, clock, table, version: '1.26', servers: DOWN });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.7' } });
  });

  it('a release that it only claims is not installed, and the next older one is', async () => {
    const forged = {
      schema: 'setup-go-robust/versions@1',
      readAt: '2026-01-01T00:00:00.000Z',
      stable: ['1.26.77'],
      unstable: [],
    };
    const { files, clock } = await play(world, { command: 'resolve', version: '1.26' });
    files.put(KEPT, JSON.stringify(forged));
    const { report } = await play(world, { files, clock, table, version: '1.26', servers: DOWN });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.7' } });
  });

  it('but an incomplete one, that one counts', async () => {
    const servers = { ...withoutLists({ status: 503 }), 'proxy.test': world.servers['proxy.test'] ?? 'silent' };
    const { report } = await later({ servers });
    expect(report.resolved?.learntFrom).not.toContain('kept');
    expect(report.findings.filter(({ code }) => code === 'LIST.STALE')).toEqual([]);
  });

  it('serves a source of the user that has no list', async () => {
    const servers = { ...withoutLists({ status: 503 }), 'own.test': world.servers['dl.google.com'] ?? 'silent' };
    const { report } = await later({ servers, inputs: { sources: 'https://own.test/go' } });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' }, installedFrom: 'custom' });
  });
});

describe('a source of the user whose list is late', () => {
  const own = (afterMs: number): Servers => ({
    ...world.servers,
    'own.test': request => {
      const reply = (world.servers['go.dev'] as Server)({ ...request, path: request.path.replace('/go/', '/dl/') });
      const isList = LIST.test(request.path);
      if (isList) return typeof reply === 'object' && 'body' in reply ? { ...reply, afterMs } : reply;
      return (world.servers['dl.google.com'] as Server)(request);
    },
  });
  const inputs = { sources: 'https://own.test/go' };
  const asked = (urls: readonly string[]): readonly string[] => [...new Set(urls.map(url => new URL(url).host))];

  it('is waited for, and what the public lists said meanwhile does not count', async () => {
    const { report, net } = await play(world, { version: '1.26', servers: own(2_500), inputs });
    expect(report).toMatchObject({ outcome: 'installed', resolved: { learntFrom: ['custom'] } });
    expect(asked(net.urls())).toContain('go.dev');
  });

  it('is the only one asked when it answers within a second', async () => {
    const { report, net } = await play(world, { version: '1.26', servers: own(900), inputs });
    expect(report).toMatchObject({ outcome: 'installed', resolved: { learntFrom: ['custom'] } });
    expect(asked(net.urls())).not.toContain('go.dev');
  });

  it('costs three seconds when it never answers, and the public lists are there by then', async () => {
    const { report } = await play(world, { version: '1.26', servers: own(60_000), inputs });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' } });
    expect(report.resolved?.learntFrom).toContain('official');
    expect(report.timings['resolve']).toBeLessThan(3_100);
  });

  it('lets a request below the minimum fail on its own word', async () => {
    const { report } = await play(world, { version: '1.20.x', servers: own(2_500), inputs });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.TOO_OLD' } });
  });
});

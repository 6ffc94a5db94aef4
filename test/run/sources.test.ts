import { describe, expect, it } from 'vitest';
import type { SourceHealth } from '../../src/domain/source-health.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import type { Servers } from '../fakes/scripted-net.ts';
import { type Play, play } from './play.ts';
import { createWorld, except, firstOf, flat, listing, serversOf, tableOf, type World } from './world.ts';

const world = createWorld();

const health = (wanted: World, options: Play = {}): Promise<FakeOutcome> =>
  play(wanted, { command: 'sources', version: '', ...options });

const rowOf = ({ report }: FakeOutcome, id: string): SourceHealth | undefined =>
  report.sources?.sources.find(({ source }) => source === id);

const withServers = (servers: Servers): World => ({ ...world, servers: { ...world.servers, ...servers } });

describe('sources', () => {
  it('are asked for the beginning of the newest release that any list names', async () => {
    const outcome = await health(world);
    const { report, net } = outcome;
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: null, sources: { newest: '1.26.8' } });
    expect(report.sources?.learntFrom).toContain('official');
    expect(report.sources?.sources.map(({ source, state }) => `${source} ${state}`)).toEqual([
      'official usable',
      'goproxy usable',
      'module-origin usable',
      'aliyun usable',
      'nju usable',
      'hust usable',
      'golang-cn usable',
    ]);
    expect(rowOf(outcome, 'aliyun')).toMatchObject({ version: '1.26.8', behind: 0, tries: 3, answers: 3, canRange: true });
    expect(rowOf(outcome, 'official')).toMatchObject({ redirectedTo: 'dl.google.com' });
    const files = net.requests.filter(({ url }) => /\.(?:tar\.gz|zip)$/u.test(url));
    expect(files.every(({ headers }) => headers?.['range'] === 'bytes=0-65535')).toBe(true);
    // Three for each of the seven, and three more behind each of the redirects of go.dev and golang.google.cn.
    expect(files).toHaveLength(27);
  });

  it('that lag behind are asked for the next older release', async () => {
    const old = world.releases.filter(({ version }) => version !== '1.26.8');
    const outcome = await health(withServers({ 'mirrors.nju.edu.cn': flat('/golang/', old) }));
    expect(rowOf(outcome, 'nju')).toMatchObject({ state: 'usable', version: '1.26.7', behind: 1, tries: 3, answers: 2 });
    expect(rowOf(outcome, 'aliyun')).toMatchObject({ version: '1.26.8', behind: 0 });
  });

  it('that have none of the newest cannot be used', async () => {
    const outcome = await health(withServers({ 'mirrors.nju.edu.cn': () => undefined }));
    expect(rowOf(outcome, 'nju')).toMatchObject({ state: 'unusable', code: 'HTTP.NOT_FOUND', tries: 3, answers: 0 });
    expect(outcome.report.exitCode).toBe(0);
  });

  it.each([
    ['a page', { body: '<!DOCTYPE html><title>Log in</title>' }, 'HTTP.HTML'],
    ['other bytes', { body: 'nonsense '.repeat(100) }, 'ARC.NOT_GZIP'],
    ['nothing', { body: '' }, 'ARC.TRUNCATED'],
    ['a refusal', { status: 403 }, 'HTTP.FORBIDDEN'],
    ['a failure', { status: 503 }, 'HTTP.SERVER'],
    ['no host', { failure: 'DNS.NXDOMAIN' as const }, 'DNS.NXDOMAIN'],
  ])('that answer with %s cannot be used', async (_name, reply, code) => {
    const bad = withServers({ 'mirrors.hust.edu.cn': () => reply });
    // Without the size that a list names, so that the bytes decide.
    const outcome = await health(bad, { inputs: { sources: 'hust,aliyun' }, table: tableOf(world.releases) });
    expect(rowOf(outcome, 'hust')).toMatchObject({ state: 'unusable', code, answers: 0 });
    expect(rowOf(outcome, 'aliyun')).toMatchObject({ state: 'usable' });
    expect(outcome.report.exitCode).toBe(0);
  });

  it('that announce another size than a list does cannot be used', async () => {
    const other = except(undefined, /\/go1/u, { body: Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(90_000)]) });
    const outcome = await health(withServers({ 'mirrors.hust.edu.cn': other }));
    expect(rowOf(outcome, 'hust')).toMatchObject({ state: 'unusable', code: 'BODY.TOO_LONG' });
  });

  it('that cannot range are usable, and say so; no more is read than is needed', async () => {
    const { tarGz } = world.release('1.26.8');
    const whole = except(undefined, /\/go1/u, { body: tarGz, ranges: false, headers: { age: '77', via: '1.1 cache' } });
    const outcome = await health(withServers({ 'mirrors.hust.edu.cn': whole }));
    expect(rowOf(outcome, 'hust')).toMatchObject({
      state: 'usable',
      canRange: false,
      cache: { age: '77', via: '1.1 cache' },
    });
    expect(outcome.net.openCount()).toBe(0);
  });

  it('that fail one time in three are usable, and the failure is told', async () => {
    let count = 0;
    const good = flat('/golang/', world.releases);
    const shaky = withServers({
      'mirrors.hust.edu.cn': request => {
        count += 1;
        return count === 2 ? { status: 502 } : good(request);
      },
    });
    const outcome = await health(shaky);
    expect(rowOf(outcome, 'hust')).toMatchObject({ state: 'usable', code: 'HTTP.SERVER', tries: 3, answers: 2 });
  });

  it('that take their time are measured', async () => {
    const { tarGz } = world.release('1.26.8');
    const slow = except(undefined, /\/go1/u, { body: tarGz, afterMs: 700, pauseMs: 10, chunkBytes: 1_024 });
    const outcome = await health(withServers({ 'mirrors.hust.edu.cn': slow }));
    const row = rowOf(outcome, 'hust');
    expect(row?.firstByteMs).toEqual({ p50: 700, p95: 700 });
    expect(row?.bytesPerSecond).toBeGreaterThan(50_000);
    expect(row?.bytesPerSecond).toBeLessThanOrEqual(102_400);
  });
});

describe('a network without any usable source', () => {
  const everybody = (server: Servers[string]): World => ({
    ...world,
    servers: Object.fromEntries(Object.keys(world.servers).map(host => [host, server])) as Servers,
  });

  it.each([
    ['refuses', { failure: 'TCP.REFUSED' as const }, 'TCP.REFUSED', 72],
    ['does not exist', { failure: 'DNS.NXDOMAIN' as const }, 'DNS.NXDOMAIN', 72],
    ['is out of order', () => ({ status: 503 }), 'HTTP.SERVER', 75],
    ['is silent', 'silent' as const, 'HTTP.TTFB_STALL', 72],
  ])('that %s ends red, with a row for each, in less than 25 s', async (_name, server, code, exitCode) => {
    const { report, tookMs } = await health(everybody(server), { table: tableOf(world.releases) });
    expect(report).toMatchObject({ outcome: 'failed', exitCode, cause: { code }, sources: { newest: '1.26.8' } });
    expect(report.sources?.sources).toHaveLength(7);
    expect(report.sources?.sources.every(({ state, code: own }) => state === 'unusable' && own === code)).toBe(true);
    expect(tookMs).toBeLessThan(25_000);
  });

  it('names the gravest of the reasons', async () => {
    const { report } = await health(
      withServers({
        'mirrors.hust.edu.cn': { failure: 'DNS.NXDOMAIN' },
        'mirrors.nju.edu.cn': () => ({ body: 'not gzip at all' }),
      }),
      { inputs: { sources: 'hust,nju' }, table: tableOf(world.releases) },
    );
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'ARC.NOT_GZIP' } });
  });

  it('knows nothing to ask for without a list and without a table', async () => {
    const { report, net } = await health(everybody({ failure: 'TCP.REFUSED' }), { table: undefined });
    expect(report).toMatchObject({ outcome: 'failed', sources: { newest: null }, cause: { code: 'VERSION.NOT_SERVED' } });
    expect(net.urls().filter(url => url.endsWith('.tar.gz'))).toEqual([]);
  });
});

describe('credentials', () => {
  const asked = (servers: Servers, inputs: Readonly<Record<string, string>>, env = {}): Promise<FakeOutcome> =>
    health(withServers(servers), { inputs, env, table: tableOf(world.releases) });

  it('are never sent; a source that wants them is not judged', async () => {
    const guarded: Servers = {
      'private.test': ({ headers }) => (headers['authorization'] === undefined ? { status: 401 } : { status: 500 }),
    };
    const outcome = await asked(guarded, { sources: 'https://me:s3cret@private.test/go', 'source-token': 't0ken' });
    expect(outcome.report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(rowOf(outcome, 'custom')).toMatchObject({ state: 'unknown', code: 'HTTP.FORBIDDEN' });
    expect(outcome.net.requests.every(({ headers }) => headers?.['authorization'] === undefined)).toBe(true);
    expect(JSON.stringify(outcome.report)).not.toMatch(/s3cret|t0ken/u);
  });

  it('of a module proxy are not sent either', async () => {
    const outcome = await asked({}, { sources: 'goproxy' }, { GOPROXY: 'https://me:s3cret@proxy.test' });
    expect(rowOf(outcome, 'goproxy')).toMatchObject({ state: 'usable', version: '1.26.8' });
    expect(outcome.net.requests.every(({ headers }) => headers?.['authorization'] === undefined)).toBe(true);
  });
});

describe('a source of the user', () => {
  it('is asked for the newest release of its own list', async () => {
    const { releases, log } = createWorld(['1.25.3', '1.25.2']);
    const own = { ...serversOf(releases, log), 'own.test': firstOf(listing('/go/', releases), flat('/go/', releases)) };
    const outcome = await health(
      { ...world, servers: { 'own.test': own['own.test'] } },
      { inputs: { sources: 'https://own.test/go' } },
    );
    expect(outcome.report.sources).toMatchObject({ newest: '1.25.3', learntFrom: ['custom'] });
    expect(rowOf(outcome, 'custom')).toMatchObject({ state: 'usable', version: '1.25.3', behind: 0 });
  });

  it('that is a directory is looked into, offline too', async () => {
    const { fileName, tarGz } = world.release('1.26.8');
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    files.put(`/archives/${fileName}`, tarGz);
    const options = { clock, files, inputs: { sources: 'file:///archives,aliyun', offline: 'true' } };
    const outcome = await health(world, options);
    expect(rowOf(outcome, 'file')).toMatchObject({ state: 'usable', version: '1.26.8' });
    expect(rowOf(outcome, 'aliyun')).toMatchObject({ state: 'unusable', code: 'OFFLINE.NOT_FOUND' });
    expect(outcome.report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(outcome.net.requests).toEqual([]);
  });

  it('is needed: without any there is nothing to look at', async () => {
    const { report } = await health(world, { inputs: { sources: 'goproxy' }, env: { GOPROXY: 'off' } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.NO_SOURCE' } });
  });
});

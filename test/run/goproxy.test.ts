import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { createMemoryFiles, type FileOperation } from '../fakes/memory-files.ts';
import type { Servers } from '../fakes/scripted-net.ts';
import { attemptsOf, type Play, play } from './play.ts';
import { createWorld, except, firstOf, moduleProxy, sumdb } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const { 'proxy.test': PROXY = 'silent', 'go.dev': GO_DEV = 'silent', 'sum.golang.org': DATABASE = 'silent' } = world.servers;
const inputs = { sources: 'goproxy' };

function hostsOf({ net }: FakeOutcome): readonly string[] {
  return [...new Set(net.urls().map(url => new URL(url).host))].sort();
}

describe('GOPROXY', () => {
  const two: Servers = { 'one.test': PROXY, 'two.test': PROXY, 'go.dev': GO_DEV };

  it.each(['https://one.test,https://two.test,direct', 'https://one.test|https://two.test', 'one.test'])(
    '%s is asked in its order',
    async value => {
      const { report } = await play(world, { env: { GOPROXY: value }, servers: two, inputs });
      expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy', proof: { value: GO.h1 } });
    },
  );

  it.each([
    ['https://one.test,https://two.test', 500],
    ['https://one.test|https://two.test', 404],
    ['https://one.test,https://two.test', 403],
  ])('%s goes on to the next after %i, whatever separates them', async (value, status) => {
    const servers = { ...two, 'one.test': except(undefined, /./u, { status }) };
    const outcome = await play(world, { env: { GOPROXY: value }, servers, inputs });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy-2' });
    expect(attemptsOf(outcome)).toHaveLength(2);
  });

  it('direct means the origin of the module, and the database itself', async () => {
    const outcome = await play(world, {
      env: { GOPROXY: 'direct' },
      servers: { 'go.dev': GO_DEV, 'sum.golang.org': DATABASE },
      inputs,
    });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'module-origin' });
    expect(hostsOf(outcome)).toEqual(['go.dev', 'sum.golang.org']);
  });

  it('off leaves the other sources', async () => {
    const outcome = await play(world, { env: { GOPROXY: 'off' } });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'official' });
    expect(hostsOf(outcome)).toEqual(['dl.google.com', 'go.dev', 'sum.golang.org']);
  });

  it('off alone, with no other source, is a failure that is explained', async () => {
    const { report } = await play(world, { env: { GOPROXY: 'off' }, inputs });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.NOT_SERVED' }, exitCode: 72 });
  });

  it('that cannot be read stops the run before anybody is asked', async () => {
    const { report, net } = await play(world, { env: { GOPROXY: 'ftp://u:hunter2@one.test' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'CFG.GOPROXY_INVALID' } });
    expect(net.requests).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it('of an installed Go counts when the environment has none', async () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    files.put('/usr/bin/go', 'go version go1.22.2 linux/amd64\nGOPROXY=https://one.test\n', 0o755);
    const env = { GOPROXY: undefined, PATH: '/bin:/usr/bin' };
    const { report, exec } = await play(world, { env, clock, files, servers: two, inputs });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy' });
    expect(exec.ran[0]).toBe('/usr/bin/go env GOPROXY');
  });

  it('of an installed Go that does not run is no reason to fail', async () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    files.put('/usr/bin/go', 'garbage', 0o755);
    const { report } = await play(world, { env: { GOPROXY: undefined, PATH: '/usr/bin' }, clock, files });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'official' });
  });

  describe('of a Go in the tool cache', () => {
    const env = { GOPROXY: undefined };
    const withCached = async (fault?: (operation: FileOperation, path: string) => string | undefined) => {
      const clock = createFakeClock();
      const files = createMemoryFiles({ clock, ...(fault === undefined ? {} : { fault }) });
      await play(world, { version: '1.25.3', clock, files });
      return { clock, files };
    };

    it('is read from its configuration', async () => {
      const { report, exec } = await play(world, { ...(await withCached()), env, servers: { 'proxy.example': PROXY }, inputs });
      expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' }, installedFrom: 'goproxy' });
      expect(exec.ran.filter(text => text.includes('1.25.3'))).toEqual([]);
    });

    it('gives way to what the user has set with go env -w', async () => {
      const machine = await withCached();
      machine.files.put('/home/.config/go/env', 'GOPROXY=https://one.test\n');
      const { report } = await play(world, { ...machine, env, servers: two, inputs });
      expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy' });
    });

    it('that cannot be read is no reason to fail', async () => {
      const machine = await withCached((operation, path) =>
        operation === 'read' && path.endsWith('/go/env') ? 'EACCES' : undefined,
      );
      machine.files.put('/home/.config/go/env', 'GOPROXY=https://one.test\n');
      const { report } = await play(world, { ...machine, env });
      expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' } });
    });
  });
});

describe('credentials in GOPROXY', () => {
  const env = { GOPROXY: 'https://user:hun%40ter2@proxy.test,direct' };
  const basic = `Basic ${Buffer.from('user:hun@ter2').toString('base64')}`;

  it('go to that origin only, for its archives, its list and its checksum database', async () => {
    const servers = {
      ...world.servers,
      'proxy.test': except(PROXY, /\.zip$/u, { status: 302, headers: { location: 'https://store.test/x.zip' } }),
    };
    const { net, report } = await play(world, {
      version: '1.26',
      env,
      servers: { ...servers, 'store.test': () => ({ body: GO.moduleZip }) },
      inputs,
    });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy' });
    for (const { url, headers } of net.requests) {
      expect([url, headers?.['authorization']]).toEqual([url, new URL(url).host === 'proxy.test' ? basic : undefined]);
    }
    expect(net.urls()).toContain('https://store.test/x.zip');
  });

  it.each<[string, Play]>([
    ['a success', {}],
    [
      'a proxy that refuses and echoes them',
      { servers: { 'proxy.test': () => ({ status: 401, headers: { 'content-type': 'text/plain' }, body: `no: ${basic}` }) } },
    ],
    ['a dead proxy', { servers: {} }],
    [
      'a false database',
      { servers: { 'proxy.test': firstOf(moduleProxy('', world.releases), except(sumdb('/', world.log), /./u, { body: 'x' })) } },
    ],
  ])('appear nowhere after %s', async (_, options) => {
    const { report, events } = await play(world, { env, inputs, ...options });
    const text = JSON.stringify([report, events]);
    for (const secret of ['hun%40ter2', 'hun@ter2', basic.slice('Basic '.length)]) expect(text).not.toContain(secret);
  });
});

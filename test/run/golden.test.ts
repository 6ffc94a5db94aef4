import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import type { Server, Servers } from '../fakes/scripted-net.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { entryOf, play } from './play.ts';
import { createWorld, except, serversOf } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');

/** Everybody takes his time, so that the figures of a report differ from each other. */
function late(servers: Servers): Servers {
  const hosts = Object.keys(servers);
  return Object.fromEntries(
    Object.entries(servers).map(([host, server]) => {
      if (typeof server !== 'function') return [host, server];
      const afterMs = 20 + 10 * hosts.indexOf(host);
      const slow: Server = request => {
        const reply = server(request);
        return typeof reply === 'object' && 'body' in reply ? { ...reply, afterMs } : reply;
      };
      return [host, slow];
    }),
  );
}

const altered = createTinyGo({ version: '1.26.8', change: files => ({ ...files, 'bin/gofmt': 'evil' }) });
const alteredServers = { ...serversOf([altered], world.log), 'proxy.test': world.servers['sum.golang.org'] ?? 'silent' };

const SCENARIOS: Readonly<Record<string, () => Promise<FakeOutcome>>> = {
  'range-from-module-file': () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    files.put('/project/go.mod', 'module example.com/m\n\ngo 1.26\n');
    return play(world, { clock, files, version: '', servers: late(world.servers) });
  },
  'third-source-serves': () => {
    const bad = {
      'go.dev': { failure: 'TLS.UNTRUSTED' },
      'proxy.test': except(world.servers['proxy.test'], /zip$/u, { status: 403, body: 'blocked' }),
    } as const;
    return play(world, { servers: late({ ...world.servers, ...bad }), inputs: { sources: 'official,goproxy,aliyun' } });
  },
  'altered-everywhere': () => play(world, { servers: late(alteredServers), inputs: { sources: 'official,aliyun' } }),
  'nobody-can-prove': () => {
    const servers = {
      ...world.servers,
      'sum.golang.org': { failure: 'TCP.RESET' } as const,
      'sum.golang.google.cn': { failure: 'TCP.RESET' } as const,
      'proxy.test': except(world.servers['proxy.test'], /sumdb/u, { failure: 'TCP.RESET' }),
    };
    return play(world, { servers: late(servers), inputs: { sources: 'official,goproxy' } });
  },
  'no-source-alive': () => {
    const servers = {
      'go.dev': 'silent',
      'proxy.test': { failure: 'TCP.REFUSED' },
      'sum.golang.org': world.servers['sum.golang.org'] ?? 'silent',
    } as const;
    return play(world, { servers, inputs: { sources: 'official,goproxy,nju' } });
  },
  'budget-used-up': () => play(world, { servers: { 'go.dev': 'silent', 'proxy.test': 'silent' }, inputs: { timeout: '5s' } }),
  'version-unknown': () =>
    play(world, { version: '1.26.99', servers: late(world.servers), inputs: { sources: 'official,goproxy' } }),
  'repaired-in-place': async () => {
    const { clock, files } = await play(world);
    files.put(`${entryOf('1.26.8')}/bin/gofmt`, 'evil', 0o755);
    return play(world, { clock, files, servers: late(world.servers), inputs: { sources: 'goproxy' } });
  },
  'files-that-differ': async () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    files.put(`/project/${GO.fileName}`, altered.tarGz);
    return play(world, { command: 'verify', version: '', path: GO.fileName, clock, files, servers: late(world.servers) });
  },
};

describe.each(Object.entries(SCENARIOS))('the report of a run: %s', (name, run) => {
  it('is the same to the last byte', async () => {
    const { report } = await run();
    await expect(renderJson(report)).toMatchFileSnapshot(`./${name}.golden.json`);
  });
});

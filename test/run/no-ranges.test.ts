import { describe, expect, it } from 'vitest';
import type { Server } from '../fakes/scripted-net.ts';
import { leftovers, play } from './play.ts';
import { createWorld, firstOf, flat, moduleProxy, sumdb } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const MIRROR = flat('/golang/', [GO]);
const PROXY = firstOf(moduleProxy('', world.releases), sumdb('/sumdb/sum.golang.org/', world.log));

/** Changes how a server sends archives. */
function changed(server: Server, change: object): Server {
  return request => {
    const reply = server(request);
    return /\.(?:zip|tar\.gz)$/u.test(request.path) && typeof reply === 'object' ? { ...reply, ...change } : reply;
  };
}

/** Breaks off each time after so many bytes, or once, and refuses every connection from then on. */
function breaking(server: Server, { atBytes, once }: { readonly atBytes: number; readonly once: boolean }): Server {
  let isDead = false;
  const cut = changed(server, { fault: { kind: 'cut', atBytes } });
  return request => {
    if (isDead) return { failure: 'TCP.REFUSED' };
    isDead = once && /\.(?:zip|tar\.gz)$/u.test(request.path);
    return cut(request);
  };
}

const whole = (server: Server): Server => changed(server, { ranges: false });

// What another has begun it cannot go on with, but it has the whole file.
describe.each([
  ['a byte, each time', 1, false],
  ['a byte, and dies', 1, true],
  ['some bytes, and dies', 400, true],
] as const)('a source that knows no ranges, behind one that breaks off after %s,', (_, atBytes, once) => {
  it('sends the whole tar.gz', async () => {
    const outcome = await play(world, {
      servers: {
        'sum.golang.org': world.servers['sum.golang.org'] as Server,
        'mirrors.aliyun.com': breaking(MIRROR, { atBytes, once }),
        'mirrors.nju.edu.cn': whole(MIRROR),
      },
      inputs: { sources: 'aliyun,nju' },
    });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'nju' });
    expect(leftovers(outcome)).toEqual([]);
  });

  it('sends the whole module zip', async () => {
    const outcome = await play(world, {
      servers: { 'sum.golang.org': 'silent', 'p0.test': breaking(PROXY, { atBytes, once }), 'p1.test': whole(PROXY) },
      env: { GOPROXY: 'https://p0.test,https://p1.test' },
      inputs: { sources: 'goproxy' },
    });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy-2' });
    expect(leftovers(outcome)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Server } from '../fakes/scripted-net.ts';
import { attemptsOf, leftovers, play } from './play.ts';
import { createWorld, flat } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const LONGER = Buffer.concat([GO.tarGz, Buffer.alloc(700, 7)]);
const SHORTER = GO.tarGz.subarray(0, -700);

/** Sends half of a file that is longer or shorter than the right one, and refuses every connection from then on. */
function dying(body: Uint8Array): Server {
  let isDead = false;
  return ({ path }) => {
    if (!path.endsWith('.tar.gz')) return undefined;
    if (isDead) return { failure: 'TCP.REFUSED' };
    isDead = true;
    return { body, fault: { kind: 'reset', atBytes: Math.floor(body.length / 2) } };
  };
}

const mirrors = (first: Server): Parameters<typeof play>[1] => ({
  servers: {
    'sum.golang.org': world.servers['sum.golang.org'] as Server,
    'mirrors.aliyun.com': first,
    'mirrors.nju.edu.cn': flat('/golang/', [GO]),
  },
  inputs: { sources: 'aliyun,nju' },
});

describe('a source that lies about the length of its file and dies in the middle', () => {
  it.each([
    ['longer', LONGER],
    ['shorter', SHORTER],
  ])('(%s) takes nobody with it whose file has the right one', async (_, body) => {
    const outcome = await play(world, mirrors(dying(body)));
    expect(outcome.report).toMatchObject({ outcome: 'installed', exitCode: 0, installedFrom: 'nju', proof: { value: GO.h1 } });
    expect(leftovers(outcome)).toEqual([]);
    expect(attemptsOf(outcome).at(-1)).toBe('nju won');
  });
});

import { describe, expect, it } from 'vitest';
import type { Reply, Server } from '../fakes/scripted-net.ts';
import { attemptsOf, leftovers, play } from './play.ts';
import { createWorld, flat } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const HALF = Math.floor(GO.tarGz.length / 2);
const OTHER = Buffer.from(GO.tarGz).fill(7, HALF);

/** Cuts its first answer in the middle; what it says to a range is of another file, which nothing tells. */
function changing(whole: (count: number) => Reply): Server {
  let count = 0;
  return ({ path, headers }) => {
    if (!path.endsWith('.tar.gz')) return undefined;
    if (headers['range'] !== undefined) return { body: OTHER };
    count += 1;
    return whole(count);
  };
}

const cut: Reply = { body: GO.tarGz, fault: { kind: 'cut', atBytes: HALF } };

const mirrors = (first: Server, sources = 'aliyun'): Parameters<typeof play>[1] => ({
  servers: {
    'sum.golang.org': world.servers['sum.golang.org'] as Server,
    'mirrors.aliyun.com': first,
    'mirrors.nju.edu.cn': flat('/golang/', [GO]),
  },
  inputs: { sources },
});

describe('an archive that was put together of two answers, and is wrong', () => {
  it('is fetched once more from the beginning, where its source is the only one', async () => {
    const outcome = await play(world, mirrors(changing(count => (count === 1 ? cut : { body: GO.tarGz }))));
    expect(outcome.report).toMatchObject({ outcome: 'installed', exitCode: 0, proof: { value: GO.h1 } });
    expect(attemptsOf(outcome)).toEqual(['aliyun BODY.TRUNCATED', 'aliyun ARC.CORRUPT', 'aliyun won']);
    expect(leftovers(outcome)).toEqual([]);
  });

  it('is fetched no third time', async () => {
    const outcome = await play(world, mirrors(changing(() => cut)));
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'ARC.CORRUPT' } });
    expect(outcome.net.requests.filter(({ url }) => url.endsWith('.tar.gz'))).toHaveLength(4);
    expect(leftovers(outcome)).toEqual([]);
  });

  it('is fetched from another source where there is one', async () => {
    // It knows no ranges, so the first source goes on with its own.
    const outcome = await play(world, {
      ...mirrors(
        changing(() => cut),
        'aliyun,nju',
      ),
      servers: {
        ...mirrors(changing(() => cut))?.servers,
        'mirrors.nju.edu.cn': ({ path }) => (path.endsWith('.tar.gz') ? { body: GO.tarGz, ranges: false } : undefined),
      },
    });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'nju' });
    expect(attemptsOf(outcome)).toEqual(['aliyun BODY.TRUNCATED', 'aliyun ARC.CORRUPT', 'nju won']);
  });

  it('of one answer is not fetched again', async () => {
    const outcome = await play(world, mirrors(changing(() => ({ body: OTHER }))));
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73 });
    expect(outcome.net.requests.filter(({ url }) => url.endsWith('.tar.gz'))).toHaveLength(1);
  });
});

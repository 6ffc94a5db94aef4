import { afterEach, expect, test } from 'vitest';
import { openTeam, type Team } from '../../src/acquire/team.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet } from '../../src/adapters/node-net.ts';
import type { EventBody } from '../../src/domain/event.ts';
import type { Candidate } from '../../src/domain/source.ts';
import { type Mirror, type MirrorOptions, startMirror } from '../servers/mirror.ts';
import { attemptsOf, contentOf, MIB, readOut } from './team-support.ts';

const NAME = 'go1.26.8.linux-amd64.tar.gz';
const FILE = contentOf(5 * MIB + 11);

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function mirrorsOf(...options: readonly MirrorOptions[]): Promise<readonly Mirror[]> {
  const mirrors = await Promise.all(options.map(option => startMirror({ files: { [NAME]: FILE }, ...option })));
  cleanups.push(...mirrors.map(mirror => () => mirror.close()));
  return mirrors;
}

function teamOf(mirrors: readonly Mirror[]): { readonly team: Team; readonly events: EventBody[] } {
  const clock = createClock();
  const net = createNet({ env: {}, clock, ca: undefined });
  const events: EventBody[] = [];
  const [first, ...others] = mirrors.map((mirror, index): Candidate => {
    const url = `${mirror.url}/${NAME}`;
    return { sourceId: `m${index}`, url, fileName: NAME, format: 'tar.gz', layout: 'release' };
  });
  if (first === undefined) throw new Error('a team has a member');
  let attempts = 0;
  const nextAttempt = (): number => {
    attempts += 1;
    return attempts;
  };
  const emit = (event: EventBody): void => void events.push(event);
  const candidates = [first, ...others] as const;
  const team = openTeam(
    { wire: { net, clock }, candidates, nextAttempt, emit, random: Math.random },
    new AbortController().signal,
  );
  cleanups.push(() => {
    team.close();
    net.close();
  });
  return { team, events };
}

const CAPPED = { connectionBytesPerSecond: 1_250_000 };

test('four slow mirrors share the work, each over one connection at a time', async () => {
  const mirrors = await mirrorsOf(CAPPED, CAPPED, CAPPED, CAPPED);
  const { team, events } = teamOf(mirrors);
  expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
  team.end('accepted');
  expect(new Set(attemptsOf(events).filter(line => !line.endsWith('started')))).toEqual(
    new Set(['m0 won', 'm1 shared', 'm2 shared', 'm3 shared']),
  );
  expect(Math.max(...mirrors.map(mirror => mirror.stats().openConnectionCount))).toBeLessThanOrEqual(1);
});

test('a fast mirror is read over one connection, whoever else is there', async () => {
  const mirrors = await mirrorsOf({}, {}, {});
  const { team } = teamOf(mirrors);
  expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
  expect(mirrors.map(mirror => mirror.stats().connectionCount)).toEqual([1, 0, 0]);
});

test('a mirror that cuts is taken up without fetching anything twice', async () => {
  const [mirror, ...none] = await mirrorsOf({ fault: { kind: 'cut', afterBytes: 2_400_000 } });
  if (mirror === undefined) throw new Error('no mirror');
  const { team } = teamOf([mirror, ...none]);
  expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
  expect(mirror.requests.map(request => request.headers['range'])).toEqual([
    undefined,
    `bytes=2400000-${FILE.length - 1}`,
    `bytes=4800000-${FILE.length - 1}`,
  ]);
  expect(mirror.stats().sentBytes).toBe(FILE.length);
});

test('a mirror that stalls is left for another one, and no socket stays open', async () => {
  const mirrors = await mirrorsOf({ fault: { kind: 'stall', afterBytes: 2_000_000 } }, {});
  const { team, events } = teamOf(mirrors);
  expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
  expect(attemptsOf(events)).toContain('m0 failed BODY.STALL');
  expect(mirrors[1]?.stats().sentBytes).toBeLessThanOrEqual(FILE.length - 2_000_000);
  team.end('accepted');
  team.close();
  await expect.poll(() => mirrors[0]?.stats().openConnectionCount).toBe(0);
});

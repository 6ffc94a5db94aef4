import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTeam } from '../../src/acquire/team.ts';
import type { EventBody } from '../../src/domain/event.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { Clock } from '../../src/ports/machine.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMembers, type Script } from '../fakes/scripted-members.ts';
import { attemptsOf, contentOf, MIB, readOut } from './team-support.ts';

const FILE = contentOf(8 * MIB);
const PACE = { stallMs: LIMITS.stallMs, minimumRateBytesPerSecond: 16 * 1_024, minimumRateWindowMs: 60_000 };

/** A clock that can lose time: whoever sleeps then wakes too late, as when the process is busy or asleep. What is sent meanwhile comes. */
function losingClock(): { readonly fake: ReturnType<typeof createFakeClock>; readonly clock: Clock; lose(ms: number): void } {
  const fake = createFakeClock();
  let lostMs = 0;
  const clock = { ...fake, monotonic: () => fake.monotonic() + lostMs };
  return {
    fake,
    clock,
    lose: ms => {
      lostMs += ms;
    },
  };
}

async function playLosing(options: {
  readonly scripts: readonly Script[];
  readonly loseMs: number;
  readonly afterMs: readonly number[];
  readonly pace?: typeof PACE;
}) {
  const { fake, clock, lose } = losingClock();
  const { net, candidates, records } = createMembers({ clock: fake, content: FILE, scripts: options.scripts });
  const events: EventBody[] = [];
  let attempts = 0;
  const nextAttempt = (): number => {
    attempts += 1;
    return attempts;
  };
  const emit = (event: EventBody): void => void events.push(event);
  const { pace = PACE } = options;
  const wire = { net, clock };
  const team = openTeam({ wire, candidates, nextAttempt, emit, random: () => 0.5, pace }, new AbortController().signal);
  for (const ms of options.afterMs) void fake.sleep(ms).then(() => lose(options.loseMs));
  const { bytes, code } = await readOut(team.stream());
  team.end('accepted');
  team.close();
  return { isWhole: bytes.equals(FILE), code, attempts: attemptsOf(events), records };
}

describe('a time in which nobody looked', () => {
  const CAPPED: Script = [{ bytesPerMs: 700, chunkBytes: 100_000 }];

  it('is no stall of several sources, whenever it comes', async () => {
    const speed = fc.integer({ min: 300, max: 3_000 }).map((bytesPerMs): Script => [{ bytesPerMs, chunkBytes: 200_000 }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(speed, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 400, max: 3_000 }),
        async (scripts, afterMs) => {
          const { isWhole, attempts } = await playLosing({ scripts, loseMs: 5_000, afterMs: [afterMs] });
          expect(isWhole).toBe(true);
          expect(attempts.filter(line => / failed /u.test(line))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is no stall of the only source', async () => {
    const { isWhole, attempts } = await playLosing({ scripts: [CAPPED], loseMs: 60_000, afterMs: [1_050, 4_060] });
    expect({ isWhole, attempts }).toEqual({ isWhole: true, attempts: ['m0 started', 'm0 won'] });
  });

  it.each([1_000, 1_111, 1_300])('is no slowness of the only source (after %i ms)', async afterMs => {
    const pace = { ...PACE, minimumRateBytesPerSecond: 300_000, minimumRateWindowMs: 2_000 };
    const { isWhole, attempts } = await playLosing({
      scripts: [CAPPED],
      loseMs: 10_000,
      afterMs: [afterMs, afterMs + 3_000],
      pace,
    });
    expect({ isWhole, attempts }).toEqual({ isWhole: true, attempts: ['m0 started', 'm0 won'] });
  });

  it('does not keep a source that is silent before and after it', async () => {
    const stalls: Script = [{ bytesPerMs: 700, fault: { kind: 'stall', afterBytes: 300_000 } }, { isSilent: true }];
    const { isWhole, attempts } = await playLosing({ scripts: [stalls, CAPPED], loseMs: 5_000, afterMs: [1_000] });
    expect(isWhole).toBe(true);
    expect(attempts).toContain('m0 failed BODY.STALL');
  });

  it('is not the end of a source whose bytes lie there unread', async () => {
    const { fake, clock, lose } = losingClock();
    let arrive: () => void = () => undefined;
    const arrival = new Promise<void>(resolve => {
      arrive = resolve;
    });
    // A turn of the event loop is what it takes to read them.
    const sleep: Clock['sleep'] = (ms, signal) => {
      if (ms === 0) arrive();
      return fake.sleep(ms, signal);
    };
    const body = async function* () {
      yield FILE.subarray(0, 100);
      await arrival;
      yield FILE.subarray(100, 200);
    };
    const facts = { host: 'm0.test', addresses: [], proxyReason: 'none', reused: false };
    const response = { status: 200, headers: { 'content-length': '200' }, body: body(), discard: () => arrive(), facts };
    const [candidate] = createMembers({ clock: fake, content: FILE, scripts: [[{}]] }).candidates;
    const wire = { net: { request: async () => response }, clock: { ...clock, sleep } };
    const rest = { nextAttempt: () => 1, emit: () => undefined, random: () => 0.5, pace: { ...PACE, stallMs: 1_000 } };
    const team = openTeam({ wire, candidates: [candidate], ...rest }, new AbortController().signal);
    void fake.sleep(950).then(() => lose(5_000));
    const { bytes, code } = await readOut(team.stream());
    team.close();
    expect({ code, sizeBytes: bytes.length }).toEqual({ code: 'none', sizeBytes: 200 });
  });
});

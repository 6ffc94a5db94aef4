import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Team } from '../../src/acquire/team.ts';
import type { Code } from '../../src/domain/catalogue.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Behaviour, Script } from '../fakes/scripted-members.ts';
import { attemptsOf, contentOf, MIB, type Play, playTeam } from './team-support.ts';

const SIZE = 6 * MIB + 13;
const FILE = contentOf(SIZE);
const OTHER_BYTES = new Uint8Array(SIZE);
const SHORTER = contentOf(SIZE - 5_000);
const BUDGET_MS = 600_000;

interface Source {
  readonly kind: 'good' | 'faulty' | 'liar';
  readonly script: Script;
}

const rate = fc.record({
  afterMs: fc.constantFrom(0, 20, 200, 900, 1_800, 3_000),
  bytesPerMs: fc.constantFrom(250, 1_000, 2_500, 20_000),
  chunkBytes: fc.constantFrom(16_384, 65_536, 262_144),
});
const position = fc.constantFrom(0, 1, 5_000, 65_536, MIB, 2 * MIB + 3, 5 * MIB);
const faults: readonly fc.Arbitrary<Behaviour>[] = [
  fc
    .constantFrom<Code[]>('TCP.REFUSED', 'TCP.RESET', 'DNS.NXDOMAIN', 'TLS.UNTRUSTED', 'HTTP.EMPTY')
    .map(code => ({ failure: code })),
  fc.constantFrom(404, 403, 500, 503, 429, 418).map(status => ({ status, headers: { 'retry-after': '3' } })),
  fc.constant({ isSilent: true }),
  fc
    .record({ kind: fc.constantFrom('cut', 'reset', 'stall' as const), afterBytes: position, pace: rate })
    .map(({ kind, afterBytes, pace }) => ({ ...pace, fault: { kind, afterBytes } })),
  fc.record({ pace: rate, ranges: fc.constant(false) }).map(({ pace, ranges }) => ({ ...pace, ranges })),
  fc.record({ pace: rate, shiftBytes: fc.constantFrom(1, 70_000) }).map(({ pace, shiftBytes }) => ({ ...pace, shiftBytes })),
  fc.constant({ headers: { 'content-encoding': 'br' } }),
  fc.record({ pace: rate, excessBytes: fc.constantFrom(1, 100_000) }).map(({ pace, excessBytes }) => ({ ...pace, excessBytes })),
  fc.record({ pace: rate, etag: fc.constantFrom('"two"', 'W/"x"', '') }).map(({ pace, etag }) => ({ ...pace, etag })),
  fc.constant({ bytesPerMs: 2, chunkBytes: 1_024 }),
];
const lies: readonly fc.Arbitrary<Behaviour>[] = [
  rate.map(pace => ({ ...pace, content: OTHER_BYTES })),
  rate.map(pace => ({ ...pace, content: SHORTER })),
  rate.map(pace => ({ ...pace, saysBytes: SIZE + 9 })),
  rate.map(pace => ({ ...pace, saysBytes: SIZE - 9 })),
];

function scripts(one: fc.Arbitrary<Behaviour>): fc.Arbitrary<Script> {
  return fc.array(one, { minLength: 1, maxLength: 4 }).map(([first = {}, ...rest]) => [first, ...rest]);
}

/** Long silences between pieces, but not as long as a stall, and fast enough on the whole. */
const bursts = fc.constantFrom(
  { afterMs: 2_500, bytesPerMs: 60, chunkBytes: 262_144 },
  { afterMs: 14_000, bytesPerMs: 80, chunkBytes: 1_048_576 },
);
const good: fc.Arbitrary<Source> = fc
  .oneof({ weight: 6, arbitrary: rate }, { weight: 1, arbitrary: bursts })
  .map(pace => ({ kind: 'good', script: [pace] }));
const faulty: fc.Arbitrary<Source> = scripts(fc.oneof(...faults, rate)).map(script => ({ kind: 'faulty', script }));
const liar: fc.Arbitrary<Source> = scripts(fc.oneof(...lies, ...faults)).map(script => ({ kind: 'liar', script }));
const sources = fc.array(
  fc.oneof({ weight: 5, arbitrary: good }, { weight: 6, arbitrary: faulty }, { weight: 1, arbitrary: liar }),
  { minLength: 1, maxLength: 5 },
);

/** What the reader is: a tar from the start, a zip from its end, or a run that goes on with what an earlier one kept. */
const uses = fc.constantFrom('stream', 'stream', 'zip', 'kept' as const);
type Use = 'stream' | 'zip' | 'kept';
const TAIL_BYTES = 300_000;
const KEPT_BYTES = 2 * MIB + 1;
const KEPT = { bytes: KEPT_BYTES, sizeBytes: SIZE, url: 'https://m0.test/go.tar.gz', tag: '"one"' };

interface Outcome {
  readonly isWhole: boolean;
  /** Everything that came stands where it stands in the file. */
  readonly isGenuine: boolean;
  readonly error: unknown;
}

/** Reads to the end; every piece is a view of the buffer of whoever sent it, so nothing needs to be compared byte by byte. */
async function read(team: Team, use: Use): Promise<Outcome> {
  let at = use === 'kept' ? KEPT_BYTES : 0;
  let isGenuine = true;
  try {
    const tail = use === 'zip' ? await team.tail(TAIL_BYTES) : undefined;
    for await (const chunk of team.stream(tail?.start, at)) {
      isGenuine &&= chunk.buffer === FILE.buffer && chunk.byteOffset === at;
      at += chunk.length;
    }
    const tailIsGenuine = tail === undefined || Buffer.compare(tail.data, FILE.subarray(tail.start)) === 0;
    const isWhole = at + (tail?.data.length ?? 0) === SIZE;
    return { isWhole, isGenuine: isGenuine && tailIsGenuine, error: undefined };
  } catch (error) {
    return { isWhole: false, isGenuine, error };
  }
}

function expectTidy({ clock, records, events }: Play): void {
  expect(clock.pendingSleepCount()).toBe(0);
  expect(records.map(record => record.openCount)).toEqual(records.map(() => 0));
  expect(Math.max(...records.map(record => record.mostOpenCount))).toBeLessThanOrEqual(1);
  const attempts = attemptsOf(events);
  const started = attempts.filter(line => line.endsWith(' started')).length;
  expect(attempts).toHaveLength(2 * started);
}

it('whatever the sources do, a team ends, hands over the right bytes in order, and succeeds when one source is good', async () => {
  const outcomes = { whole: 0, failed: 0 };
  await fc.assert(
    fc.asyncProperty(sources, uses, fc.constantFrom(BUDGET_MS, BUDGET_MS, BUDGET_MS, 3_000), async (given, use, budgetMs) => {
      const scripted = given.map(source => source.script);
      const play = playTeam(FILE, scripted, use === 'kept' ? { kept: KEPT } : {});
      const { team, clock, records, controller } = play;
      const over = new AbortController();
      clock.sleep(budgetMs, over.signal).then(
        () => controller.abort(new Error('budget')),
        () => undefined,
      );
      const { isWhole, isGenuine, error } = await read(team, use);
      over.abort();
      if (isWhole) team.end('accepted');
      team.close();
      expect(clock.monotonic()).toBeLessThanOrEqual(budgetMs);
      expectTidy(play);
      outcomes[isWhole ? 'whole' : 'failed'] += 1;
      const isOver = clock.monotonic() === budgetMs;
      if (error !== undefined && !isOver) expect(error).toBeInstanceOf(Failure);
      const kinds = given.map(source => source.kind);
      if (kinds.includes('liar')) return;
      expect(isGenuine).toBe(true);
      // Of a kept part that is of another file: then the caller begins anew.
      const isStale = use === 'kept' && error instanceof Failure && error.code === 'BODY.CHANGED';
      if (kinds.includes('good') && budgetMs === BUDGET_MS && !isStale) expect(isWhole).toBe(true);
      if (kinds.includes('faulty')) return;
      const fetched = records.reduce((sum, record) => sum + record.sentBytes, 0);
      expect(fetched).toBeLessThanOrEqual(SIZE * 1.05 + 2 * 262_144);
    }),
    { numRuns: 2_000 },
  );
  // Both ends must be common, or the property says little.
  expect(Math.min(outcomes.whole, outcomes.failed)).toBeGreaterThan(200);
}, 180_000);

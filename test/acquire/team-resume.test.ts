import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../fakes/scripted-members.ts';
import { attemptsOf, contentOf, MIB, playTeam, readOut } from './team-support.ts';

const SIZE = 2 * MIB;
const FILE = contentOf(SIZE);
const cutAt = (afterBytes: number): Behaviour => ({ fault: { kind: 'cut', afterBytes } });

describe('a cut connection', () => {
  it('is taken up by the same source at the same byte, under the condition that the file is the same', async () => {
    const { team, records, events } = playTeam(FILE, [[cutAt(900_000), {}], [{}]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(records[0]?.questions.map(({ range, ifRange }) => [range, ifRange])).toEqual([
      [undefined, undefined],
      [`bytes=900000-${SIZE - 1}`, '"one"'],
    ]);
    expect(records[1]?.questions).toEqual([]);
    expect(records[0]?.sentBytes).toBe(SIZE);
    team.end('accepted');
    expect(attemptsOf(events)).toEqual(['m0 started', 'm0 failed BODY.TRUNCATED', 'm0 started', 'm0 won']);
  });

  it.each([
    ['without a tag nor a date', {}, undefined],
    [
      'with a weak tag and a date',
      { date: 'Tue, 06 Jan 2026 10:00:00 GMT', 'last-modified': 'Tue, 06 Jan 2026 09:00:00 GMT' },
      'date',
    ],
    [
      'with a date that is too young',
      { date: 'Tue, 06 Jan 2026 10:00:00 GMT', 'last-modified': 'Tue, 06 Jan 2026 09:59:30 GMT' },
      undefined,
    ],
  ])('of an answer %s', async (_what, headers, validator) => {
    const weak: Behaviour = { etag: 'W/"a"', headers };
    const { team, records } = playTeam(FILE, [[{ ...weak, ...cutAt(900_000) }, weak]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    const sent = records[0]?.questions[1]?.ifRange;
    expect(sent).toBe(validator === undefined ? undefined : 'Tue, 06 Jan 2026 09:00:00 GMT');
  });

  it('that brought nothing leads on to the next source', async () => {
    const { team, records } = playTeam(FILE, [[cutAt(0)], [{}]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(records.map(record => record.questions.length)).toEqual([1, 1]);
  });

  it('after every piece is taken up as often as it takes', async () => {
    const { team, records } = playTeam(FILE, [[cutAt(100_000)]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(records[0]?.questions).toHaveLength(21);
    expect(records[0]?.sentBytes).toBe(SIZE);
  });

  it('of a server without ranges is taken up by reading the beginning again, when nobody else is there', async () => {
    const whole: Behaviour = { ranges: false };
    const alone = playTeam(FILE, [[{ ...whole, ...cutAt(900_000) }, whole]]);
    expect((await readOut(alone.team.stream())).bytes.equals(FILE)).toBe(true);
    const helped = playTeam(FILE, [[{ ...whole, ...cutAt(900_000) }, whole], [{}]]);
    expect((await readOut(helped.team.stream())).bytes.equals(FILE)).toBe(true);
    expect(helped.records[1]?.questions.map(question => question.range)).toEqual([`bytes=900000-${SIZE - 1}`]);
  });

  it('without a known size is taken up, and the answer tells the size', async () => {
    const { team, records } = playTeam(FILE, [[{ hasLength: false, fault: { kind: 'reset', afterBytes: 700_000 } }, {}]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(records[0]?.questions[1]?.range).toBe('bytes=700000-');
    expect(team.sizeBytes).toBe(SIZE);
  });

  it('is answered with 416: the source is dropped, or read from the beginning when it is the only one', async () => {
    const refused: Behaviour = { status: 416 };
    const { team, events, records } = playTeam(FILE, [[cutAt(900_000), refused, {}], [{}]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(attemptsOf(events)).toContain('m0 failed HTTP.RANGE');
    expect(records[1]?.questions).toHaveLength(1);
    const alone = playTeam(FILE, [[cutAt(900_000), refused, {}]]);
    expect((await readOut(alone.team.stream())).bytes.equals(FILE)).toBe(true);
    expect(alone.records[0]?.questions[2]?.range).toBeUndefined();
  });
});

describe('a file that changed meanwhile', () => {
  it.each<readonly [string, Behaviour]>([
    ['tag', { etag: '"two"' }],
    ['size', { content: contentOf(SIZE + 1), etag: '"two"' }],
    ['size under the same tag', { content: contentOf(SIZE - 1) }],
  ])('(another %s) is BODY.CHANGED when nobody else can go on', async (_what, change) => {
    const { team } = playTeam(FILE, [[cutAt(900_000), change]]);
    const { bytes, code } = await readOut(team.stream());
    expect(code).toBe('BODY.CHANGED');
    expect(bytes.equals(FILE.subarray(0, 900_000))).toBe(true);
  });

  it('is left to the proof when another source goes on', async () => {
    const { team, events } = playTeam(FILE, [[cutAt(900_000), { etag: '"two"' }], [{}]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(attemptsOf(events)).toContain('m0 failed BODY.CHANGED');
  });
});

describe('silence', () => {
  it('of a second and a half is enough where another source could go on', async () => {
    const stalls: Behaviour = { fault: { kind: 'stall', afterBytes: 900_000 } };
    const { team, records, clock, events } = playTeam(FILE, [[stalls], [{}]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(clock.monotonic()).toBeLessThan(5_000);
    expect(records[1]?.questions.map(question => question.range)).toEqual([`bytes=900000-${SIZE - 1}`]);
    expect(attemptsOf(events)).toContain('m0 failed BODY.STALL');
  });

  it('is borne for the whole budget by a source that is the only one', async () => {
    const stalls: Behaviour = { fault: { kind: 'stall', afterBytes: 900_000 } };
    const { team, clock } = playTeam(FILE, [[stalls, {}]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(clock.monotonic()).toBeGreaterThan(20_000);
    expect(clock.monotonic()).toBeLessThan(25_000);
  });

  it('of good sources that pause for long does not end them', async () => {
    const pauses: Behaviour = { bytesPerMs: 100, chunkBytes: 262_144 };
    const { team } = playTeam(FILE, [[pauses], [pauses]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
  });

  it('of a source that joined costs the others nothing', async () => {
    const file = contentOf(24 * MIB);
    const capped: Behaviour = { bytesPerMs: 2_500 };
    const stalls: Behaviour = { ...capped, fault: { kind: 'stall', afterBytes: 300_000 } };
    const { team, clock, events } = playTeam(file, [[capped], [stalls], [capped], [capped]]);
    expect((await readOut(team.stream())).bytes.equals(file)).toBe(true);
    expect(clock.monotonic()).toBeLessThan((file.length / 7_500) * 1.25);
    expect(attemptsOf(events)).toContain('m1 failed BODY.STALL');
  });

  it('below the minimum rate is BODY.SLOW', async () => {
    const { team, events } = playTeam(FILE, [[{ bytesPerMs: 4, chunkBytes: 2_048 }]]);
    expect((await readOut(team.stream())).code).toBe('BODY.SLOW');
    expect(attemptsOf(events)[1]).toBe('m0 failed BODY.SLOW');
  });
});

describe('when all are down in the middle', () => {
  it('they are asked again after a pause, and Retry-After is kept', async () => {
    const busy: Behaviour = { status: 503, headers: { 'retry-after': '7' } };
    const { team, records } = playTeam(FILE, [[cutAt(900_000), busy, {}], [busy]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    const [, second, third] = records[0]?.questions.map(question => question.atMs) ?? [];
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(7_000);
    expect((third ?? 0) - (second ?? 0)).toBeLessThan(7_500);
  });

  it('they are given up after the last round, with a finding for each', async () => {
    const reset: Behaviour = { failure: 'BODY.RESET' };
    const { team, records, clock } = playTeam(FILE, [[cutAt(900_000), reset], [{ failure: 'TCP.REFUSED' }]]);
    const { code, bytes } = await readOut(team.stream());
    expect(code).toBe('BODY.RESET');
    expect(bytes).toHaveLength(900_000);
    expect(clock.monotonic()).toBeLessThan(6_000);
    expect(records[0]?.questions.length).toBeLessThan(9);
    expect(clock.pendingSleepCount()).toBe(0);
  });

  it('but nothing was handed over, the caller hears of it at once', async () => {
    const { team, clock } = playTeam(FILE, [[cutAt(0), { status: 503 }]]);
    expect((await readOut(team.stream())).code).toBe('HTTP.SERVER');
    expect(clock.monotonic()).toBeLessThan(100);
  });

  it('a source that was down is tried again while others go on', async () => {
    const file = contentOf(24 * MIB);
    const capped: Behaviour = { bytesPerMs: 2_500 };
    const { team, records } = playTeam(file, [[capped], [{ status: 503 }, capped]]);
    expect((await readOut(team.stream())).bytes.equals(file)).toBe(true);
    expect((records[1]?.questions[1]?.atMs ?? 0) - (records[1]?.questions[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect(records[1]?.sentBytes).toBeGreaterThan(MIB);
  });
});

describe('a part that an earlier run kept', () => {
  const kept = { bytes: 500_000, sizeBytes: SIZE, url: 'https://m1.test/go.tar.gz', tag: '"one"' };

  it('is not fetched again, and its validator goes to where it came from only', async () => {
    const { team, records } = playTeam(FILE, [[{ failure: 'TCP.REFUSED' }], [{}]], { kept });
    await team.start('stream');
    expect((await readOut(team.stream(undefined, 500_000))).bytes.equals(FILE.subarray(500_000))).toBe(true);
    expect(records.map(record => record.questions.map(({ range, ifRange }) => [range, ifRange]))).toEqual([
      [['bytes=500000-', undefined]],
      [['bytes=500000-', '"one"']],
    ]);
  });

  it('is of use with a server without ranges too', async () => {
    const { team } = playTeam(FILE, [[{ ranges: false }]], { kept });
    expect((await readOut(team.stream(undefined, 500_000))).bytes.equals(FILE.subarray(500_000))).toBe(true);
  });

  it.each<readonly [string, Behaviour]>([
    ['another size', { content: contentOf(SIZE + 7) }],
    ['a size below what is kept', { content: contentOf(400_000) }],
    ['another tag', { etag: '"two"' }],
  ])('of a file that now has %s is BODY.CHANGED before any byte', async (_what, change) => {
    const { team, events } = playTeam(FILE, [[change], [change]], { kept: { ...kept, url: 'https://m0.test/go.tar.gz' } });
    const { code, bytes } = await readOut(team.stream(undefined, 500_000));
    expect(code).toBe('BODY.CHANGED');
    expect(bytes).toHaveLength(0);
    expect(attemptsOf(events)).toEqual(['m0 started', 'm0 failed BODY.CHANGED']);
  });

  it('is of no use with a source that has failed first and then has another file', async () => {
    const mine = { ...kept, url: 'https://m0.test/go.tar.gz' };
    const { team } = playTeam(FILE, [[{ failure: 'TCP.RESET' }, { etag: '"two"' }], [cutAt(0)]], { kept: mine });
    const { code, bytes } = await readOut(team.stream(undefined, 500_000));
    expect(code).toBe('BODY.CHANGED');
    expect(bytes).toHaveLength(0);
  });

  it('that is the whole file is asked for nowhere', async () => {
    const { team, records } = playTeam(FILE, [[{}]], { kept: { ...kept, bytes: SIZE } });
    await team.start('stream');
    expect((await readOut(team.stream(undefined, SIZE))).bytes).toHaveLength(0);
    expect(records[0]?.questions).toEqual([]);
  });
});

describe('the tail of a zip', () => {
  it('is the first question, and is taken up where it is cut', async () => {
    const { team, records } = playTeam(FILE, [[cutAt(40_000), {}], [{}]]);
    await team.start({ tailBytes: 100_000 });
    const tail = await team.tail(100_000);
    expect(tail).toMatchObject({ start: SIZE - 100_000, sizeBytes: SIZE });
    expect(Buffer.compare(tail?.data ?? Buffer.alloc(0), FILE.subarray(SIZE - 100_000))).toBe(0);
    expect((await readOut(team.stream(SIZE - 100_000))).bytes.equals(FILE.subarray(0, SIZE - 100_000))).toBe(true);
    expect(records[0]?.questions.map(question => question.range)).toEqual([
      'bytes=-100000',
      `bytes=${SIZE - 60_000}-${SIZE - 1}`,
      `bytes=0-${SIZE - 100_001}`,
    ]);
  });

  it('comes from another source where the first is late', async () => {
    const { team, clock } = playTeam(FILE, [[{ isSilent: true }], [{}]]);
    expect((await team.tail(1_000))?.start).toBe(SIZE - 1_000);
    expect(clock.monotonic()).toBeLessThan(1_100);
    team.close();
  });
});

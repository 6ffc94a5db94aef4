import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { finding } from '../../src/domain/finding.ts';
import type { Behaviour } from '../fakes/scripted-members.ts';
import { attemptsOf, contentOf, MIB, playTeam, readOut } from './team-support.ts';

const SMALL = contentOf(300_000);
const FILE = contentOf(24 * MIB + 77);
/** 20 Mbit/s for each connection. */
const CAPPED: Behaviour = { bytesPerMs: 2_500 };

function codesOf(error: unknown): readonly string[] {
  return error instanceof Failure ? error.findings.map(found => `${found.subject} ${found.code}`) : [];
}

describe('one fast source', () => {
  it('is asked once, without a range, and nobody else is', async () => {
    const { team, records, events, clock } = playTeam(SMALL, [[{}], [{}], [{}]]);
    await team.start('stream');
    expect(team.sizeBytes).toBe(300_000);
    expect(team.contributors()).toEqual([]);
    expect(team.validator()).toBeUndefined();
    const { bytes, code } = await readOut(team.stream());
    expect(code).toBe('none');
    expect(bytes.equals(SMALL)).toBe(true);
    expect(records.map(record => record.questions)).toEqual([[{ atMs: 0, range: undefined, ifRange: undefined }], [], []]);
    team.end('accepted');
    team.close();
    expect(attemptsOf(events)).toEqual(['m0 started', 'm0 won']);
    expect(team.contributors().map(candidate => candidate.sourceId)).toEqual(['m0']);
    expect(team.validator()).toEqual({ url: 'https://m0.test/go.tar.gz', tag: '"one"', sizeBytes: 300_000 });
    expect(clock.pendingSleepCount()).toBe(0);
  });

  it('tells of its answer, its progress and its end with the bytes that came', async () => {
    const { team, events } = playTeam(FILE, [[{ bytesPerMs: 10_000 }]]);
    await readOut(team.stream());
    team.end('accepted');
    const [answered] = events.filter(event => event.type === 'attempt-answered');
    expect(answered).toMatchObject({ attempt: 1, sizeBytes: FILE.length, facts: { host: 'm0.test' } });
    const told = events.flatMap(event => (event.type === 'attempt-progress' ? [event.bytes] : []));
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(events.at(-1)).toMatchObject({ type: 'attempt-ended', attempt: 1, end: 'won', bytes: FILE.length });
  });

  it('that is refused by the proof has failed with that finding', async () => {
    const { team, events } = playTeam(SMALL, [[{}]]);
    await readOut(team.stream());
    team.end(finding('VER.TAMPERED', { subject: 'm0' }));
    team.close();
    expect(attemptsOf(events)).toEqual(['m0 started', 'm0 failed VER.TAMPERED']);
  });

  it('is not joined by others while the reader is what takes the time', async () => {
    const { team, records, clock } = playTeam(FILE, [[CAPPED], [CAPPED]]);
    for await (const chunk of team.stream()) await clock.sleep((chunk.length / 2_500) * 3);
    expect(records[1]?.questions).toEqual([]);
  });

  it('is not joined when less than a second and a half is left', async () => {
    const { team, records } = playTeam(contentOf(4 * MIB), [[CAPPED], [CAPPED]]);
    expect((await readOut(team.stream())).code).toBe('none');
    expect(records[1]?.questions).toEqual([]);
  });
});

describe('the first answer', () => {
  it('is waited for: the second source is asked after one second, further ones every half second; losers are aborted', async () => {
    const late: Behaviour = { afterMs: 5_000 };
    const { team, records, events, clock } = playTeam(SMALL, [[late], [late], [late], [{ afterMs: 200 }], [{}]]);
    await team.start('stream');
    expect(clock.monotonic()).toBe(2_200);
    expect(records.map(record => record.questions.map(question => question.atMs))).toEqual([[0], [1_000], [1_500], [2_000], []]);
    expect(records.map(record => record.openCount)).toEqual([0, 0, 0, 1, 0]);
    expect((await readOut(team.stream())).bytes.equals(SMALL)).toBe(true);
    team.end('accepted');
    expect(attemptsOf(events).slice(4)).toEqual(['m0 lost', 'm1 lost', 'm2 lost', 'm3 won']);
  });

  it('of a source that refuses or cannot be reached leads on to the next at once', async () => {
    const { team, events, clock } = playTeam(SMALL, [[{ status: 404 }], [{ failure: 'TCP.REFUSED' }], [{ status: 503 }], [{}]]);
    await team.start('stream');
    expect(clock.monotonic()).toBe(80);
    expect(attemptsOf(events).filter(line => line.includes('failed'))).toEqual([
      'm0 failed HTTP.NOT_FOUND',
      'm1 failed TCP.REFUSED',
      'm2 failed HTTP.SERVER',
    ]);
    team.close();
  });

  it('of nobody is a failure with a finding for each, at once and without asking again', async () => {
    const { team, records, events, clock } = playTeam(SMALL, [
      [{ status: 503 }],
      [{ failure: 'TCP.REFUSED' }],
      [{ status: 403 }],
    ]);
    const error = await team.start('stream').catch((reason: unknown) => reason);
    expect(codesOf(error)).toEqual(['m0 HTTP.SERVER', 'm1 TCP.REFUSED', 'm2 HTTP.FORBIDDEN']);
    expect(records.map(record => record.questions.length)).toEqual([1, 1, 1]);
    expect(clock.monotonic()).toBe(60);
    team.close();
    expect(attemptsOf(events)).toHaveLength(6);
    expect((await readOut(team.stream())).code).toBe('HTTP.SERVER');
  });

  it('of silent sources comes late, and one that is good is found among them', async () => {
    const silent: Behaviour = { isSilent: true };
    const { team, clock } = playTeam(SMALL, [[silent], [silent], [silent], [silent], [{}]]);
    expect((await readOut(team.stream())).bytes.equals(SMALL)).toBe(true);
    expect(clock.monotonic()).toBeLessThan(3_000);
    team.close();
  });
});

describe('a slow source', () => {
  it('is joined by all others, each with one connection, and nothing is fetched twice', async () => {
    const { team, records, events, clock } = playTeam(FILE, [[CAPPED], [CAPPED], [CAPPED], [CAPPED]]);
    const { bytes } = await readOut(team.stream());
    expect(bytes.equals(FILE)).toBe(true);
    // 0.4 s alone, then four times as fast; each question costs 20 ms.
    expect(clock.monotonic()).toBeLessThan((FILE.length / 2_500 / 4) * 1.25);
    expect(records.map(record => record.mostOpenCount)).toEqual([1, 1, 1, 1]);
    const fetched = records.reduce((sum, record) => sum + record.sentBytes, 0);
    expect(fetched).toBeLessThanOrEqual(FILE.length * 1.01);
    team.end('accepted');
    team.close();
    const ends = attemptsOf(events).filter(line => !line.endsWith('started'));
    expect([...ends].sort()).toEqual(['m0 won', 'm1 shared', 'm2 shared', 'm3 shared']);
    expect(team.contributors()).toHaveLength(4);
    expect(clock.pendingSleepCount()).toBe(0);
  });

  it('gets no If-Range that came from another source', async () => {
    const { team, records } = playTeam(FILE, [[{ ...CAPPED, etag: '"first"' }], [{ ...CAPPED, etag: '"second"' }]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    const sent = records.map(record => new Set(record.questions.map(question => question.ifRange)));
    expect(sent).toEqual([new Set([undefined, '"first"']), new Set([undefined, '"second"'])]);
  });

  it('does not make the others fetch further ahead than the window', async () => {
    const { team, records, clock } = playTeam(contentOf(40 * MIB), [
      [CAPPED],
      [{ bytesPerMs: 50_000 }],
      [{ bytesPerMs: 50_000 }],
    ]);
    let readBytes = 0;
    let aheadBytes = 0;
    for await (const chunk of team.stream()) {
      readBytes += chunk.length;
      const sent = records.reduce((sum, record) => sum + record.sentBytes, 0);
      aheadBytes = Math.max(aheadBytes, sent - readBytes);
      // Half as fast as they are together, once they have joined.
      if (readBytes > 2 * MIB) await clock.sleep(chunk.length / 20_000);
    }
    expect(readBytes).toBe(40 * MIB);
    expect(aheadBytes).toBeGreaterThan(8 * MIB);
    expect(aheadBytes).toBeLessThanOrEqual(18 * MIB);
  });

  it('loses what it has begun to a source that is much faster, from the byte where it stands', async () => {
    const { team, records, clock } = playTeam(FILE, [[{ bytesPerMs: 100, chunkBytes: 16_384 }], [{ bytesPerMs: 10_000 }]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(clock.monotonic()).toBeLessThan(6_000);
    const fetched = records.reduce((sum, record) => sum + record.sentBytes, 0);
    expect(fetched).toBeLessThanOrEqual(FILE.length * 1.02);
  });

  it('among several is no hindrance', async () => {
    const { team, clock } = playTeam(FILE, [[{ bytesPerMs: 250, chunkBytes: 16_384 }], [CAPPED], [CAPPED], [CAPPED]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(clock.monotonic()).toBeLessThan((FILE.length / 7_500) * 1.35);
  });
});

describe('a source that joins and does not fit', () => {
  const misfits: readonly (readonly [string, Behaviour, string])[] = [
    ['ignores ranges', { ranges: false }, 'HTTP.RANGE'],
    ['answers another part', { shiftBytes: 5 }, 'HTTP.RANGE'],
    ['has a longer file', { content: contentOf(FILE.length + 1) }, 'BODY.TOO_LONG'],
    ['has a shorter file', { content: contentOf(FILE.length - 1) }, 'BODY.TRUNCATED'],
    ['sends more than it said', { excessBytes: 3 }, 'BODY.TOO_LONG'],
    ['compresses', { headers: { 'content-encoding': 'br' } }, 'HTTP.ENCODED'],
    ['refuses', { status: 403 }, 'HTTP.FORBIDDEN'],
    ['is too large', { saysBytes: 600 * MIB }, 'HTTP.TOO_LARGE'],
  ];

  it.each(misfits)('because it %s is dropped for the rest', async (_how, behaviour, code) => {
    const { team, records, events } = playTeam(FILE, [[CAPPED], [{ ...CAPPED, ...behaviour }], [CAPPED]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    team.end('accepted');
    team.close();
    expect(attemptsOf(events)).toContain(`m1 failed ${code}`);
    expect(records[1]?.questions).toHaveLength(1);
  });

  it('because its file changed between two segments is dropped', async () => {
    const { team, events } = playTeam(FILE, [[CAPPED], [CAPPED, { ...CAPPED, etag: '"two"' }], [CAPPED]]);
    expect((await readOut(team.stream())).bytes.equals(FILE)).toBe(true);
    expect(attemptsOf(events)).toContain('m1 failed BODY.CHANGED');
  });
});

describe('closing', () => {
  it.each([50, 450, 900, 1_300])('after %d ms ends connections, timers and the read that waits', async atMs => {
    const { team, records, events, clock } = playTeam(FILE, [[CAPPED], [CAPPED], [CAPPED]]);
    const reading = readOut(team.stream());
    await clock.sleep(atMs);
    team.close();
    team.close();
    expect((await reading).code).toBe('BODY.RESET');
    expect(clock.pendingSleepCount()).toBe(0);
    expect(records.map(record => record.openCount)).toEqual([0, 0, 0]);
    const attempts = attemptsOf(events);
    expect(attempts.filter(line => line.endsWith('lost'))).toHaveLength(attempts.length / 2);
    expect((await readOut(team.stream())).code).toBe('BODY.RESET');
  });

  it('before an answer ends the start', async () => {
    const { team, clock, records } = playTeam(FILE, [[{ isSilent: true }], [{ isSilent: true }]]);
    const start = readOut(team.stream());
    await clock.sleep(1_200);
    team.close();
    expect((await start).code).toBe('BODY.RESET');
    expect(clock.pendingSleepCount()).toBe(0);
    expect(records.map(record => record.openCount)).toEqual([0, 0]);
  });

  it('by the signal ends everything with its reason', async () => {
    const { team, clock, controller } = playTeam(FILE, [[CAPPED], [CAPPED]]);
    const reading = readOut(team.stream());
    await clock.sleep(800);
    const reason = new Error('enough');
    controller.abort(reason);
    expect((await reading).error).toBe(reason);
    expect(clock.pendingSleepCount()).toBe(0);
    const late = playTeam(FILE, [[{}]]);
    late.controller.abort(reason);
    expect((await readOut(late.team.stream())).error).toBe(reason);
    expect(late.records[0]?.questions).toEqual([]);
  });

  it('is what a reader does that leaves early', async () => {
    const { team, clock, records } = playTeam(FILE, [[CAPPED], [CAPPED]]);
    for await (const chunk of team.stream()) {
      expect(chunk.length).toBeGreaterThan(0);
      if (clock.monotonic() > 900) break;
    }
    expect(clock.pendingSleepCount()).toBe(0);
    expect(records.map(record => record.openCount)).toEqual([0, 0]);
  });
});

describe('a time by which the first answer must have come', () => {
  it('ends the questions that go on then', async () => {
    const { team, events, clock } = playTeam(SMALL, [[{ isSilent: true }], [{ isSilent: true }]]);
    const error = await team.start('stream', 3_000).catch((reason: unknown) => reason);
    expect(codesOf(error)).toEqual(['m0 HTTP.TTFB_STALL', 'm1 HTTP.TTFB_STALL']);
    expect(clock.monotonic()).toBe(3_000);
    team.close();
    expect(attemptsOf(events)).toEqual(['m0 started', 'm1 started', 'm0 failed HTTP.TTFB_STALL', 'm1 failed HTTP.TTFB_STALL']);
  });

  it('leaves the questions that follow an answer their full time', async () => {
    const cut: Behaviour = { fault: { kind: 'cut', afterBytes: 200_000 } };
    const { team, clock } = playTeam(SMALL, [[cut, { afterMs: 5_000 }]]);
    await team.start('stream', 3_000);
    const { bytes } = await readOut(team.stream());
    expect(bytes.equals(SMALL)).toBe(true);
    expect(clock.monotonic()).toBeGreaterThan(5_000);
  });
});

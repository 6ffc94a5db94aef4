import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import { Failure } from '../../src/domain/failure.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { type LockOptions, withLock } from '../../src/install/lock.ts';
import type { Clock } from '../../src/ports/machine.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';

const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
};

/** Time passes only while somebody sleeps, then at once and for at least a second; `onSleep` sees the time after every sleep. */
function createJumpingClock(onSleep: (nowMs: number) => void = () => undefined): Clock {
  let passedMs = 0;
  const startMs = Date.now();
  return {
    now: () => startMs + passedMs,
    monotonic: () => passedMs,
    async sleep(ms, signal) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      signal?.throwIfAborted();
      passedMs += Math.max(ms, 1_000);
      onSleep(startMs + passedMs);
    },
  };
}

const never = new AbortController().signal;
const done = async () => 'done';
let directory = '';
let path = '';
let names = 0;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(directory, 'x64.lock');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function options(clock: Clock, changes: Partial<LockOptions> = {}): LockOptions {
  return {
    path,
    clock,
    files: createFiles({ os: process.platform, clock }),
    process: { pid: 100, hostname: 'here', run: 'this', isAlive: () => true },
    randomName: () => `token${names++}`,
    waitMs: 10_000,
    ...changes,
  };
}

function plant(owner: { pid: number; hostname: string; token: string }, ageMs = 0): void {
  writeFileSync(path, JSON.stringify(owner));
  const seconds = (Date.now() - ageMs) / 1_000;
  utimesSync(path, seconds, seconds);
}

describe('a lock that is free', () => {
  test('is held while the body runs, says by whom, and is gone afterwards', async () => {
    const result = await withLock(
      options(realClock),
      async () => {
        expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: 100, hostname: 'here' });
        return 7;
      },
      never,
    );
    expect(result).toBe(7);
    expect(readdirSync(directory)).toEqual([]);
  });

  test('is released when the body fails, and its failure passes', async () => {
    const problem = new Error('body');
    await expect(withLock(options(realClock), () => Promise.reject(problem), never)).rejects.toBe(problem);
    expect(readdirSync(directory)).toEqual([]);
  });

  test('is touched while it is held', async () => {
    let beats = 0;
    const clock = createJumpingClock(() => beats++);
    await withLock(
      options(clock),
      async () => {
        while (beats < 3) await delay(1);
        await delay(5);
        expect(statSync(path).mtimeMs).toBeGreaterThan(Date.now() + LIMITS.lockHeartbeatMs);
      },
      never,
    );
    expect(existsSync(path)).toBe(false);
  });
});

describe('two runs', () => {
  test('hold the lock one after the other, and the second says for whom it waits', async () => {
    const log: string[] = [];
    let waits: () => void = () => undefined;
    const isWaitedFor = new Promise<void>(resolve => {
      waits = resolve;
    });
    const body =
      (name: string, begins: () => void = () => undefined) =>
      async () => {
        log.push(`${name} begins`);
        begins();
        await isWaitedFor;
        log.push(`${name} ends`);
      };
    let first: Promise<void> | undefined;
    await new Promise<void>(begins => {
      first = withLock(options(realClock), body('first', begins), never);
    });
    const process = { pid: 200, hostname: 'here', run: 'this', isAlive: () => true };
    const onWaiting = (holder: string): void => {
      log.push(`waits for ${holder}`);
      waits();
    };
    const second = withLock(options(realClock, { process, onWaiting }), body('second'), never);
    await Promise.all([first, second]);
    expect(log).toEqual(['first begins', 'waits for process 100 on here', 'first ends', 'second begins', 'second ends']);
  });

  test('and many more never hold it together, also when a lock that nobody holds is in the way', async () => {
    plant({ pid: 9, hostname: 'here', token: 'dead' }, LIMITS.lockDeadOwnerMs + 1_000);
    let holders = 0;
    let most = 0;
    let total = 0;
    const body = async () => {
      holders++;
      most = Math.max(most, holders);
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      holders--;
      total++;
    };
    const clock: Clock = { ...realClock, sleep: (ms, signal) => realClock.sleep(Math.min(ms, 3), signal) };
    const process = { pid: 100, hostname: 'here', run: 'this', isAlive: (pid: number) => pid !== 9 };
    await Promise.all(Array.from({ length: 8 }, () => withLock(options(clock, { process }), body, never)));
    expect([most, total]).toEqual([1, 8]);
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('a lock of another holder', () => {
  const dead = { pid: 100, hostname: 'here', run: 'this', isAlive: () => false };

  test('that is alive is waited for until the time is up, and the file is named', async () => {
    plant({ pid: 9, hostname: 'there', token: 'other' });
    const touch = (nowMs: number) => utimesSync(path, nowMs / 1_000, nowMs / 1_000);
    const clock = createJumpingClock(touch);
    const work = withLock(options(clock, { waitMs: 2 * LIMITS.lockStaleMs }), done, never);
    await expect(work).rejects.toBeInstanceOf(Failure);
    const failure = await work.catch((error: unknown) => error as Failure);
    expect(failure).toMatchObject({ code: 'FS.LOCK_TIMEOUT', finding: { subject: path } });
    expect(existsSync(path)).toBe(true);
  });

  test('that died on this host is taken over as soon as its heartbeat is missing', async () => {
    plant({ pid: 9, hostname: 'here', token: 'other' }, LIMITS.lockDeadOwnerMs + 1);
    const clock = createJumpingClock();
    expect(await withLock(options(clock, { process: dead, waitMs: 0 }), done, never)).toBe('done');
    expect(readdirSync(directory)).toEqual([]);
  });

  test('that died and had the pid that is now ours, as in containers of one job, is taken over as soon', async () => {
    plant({ pid: 100, hostname: 'here', token: 'other' }, LIMITS.lockDeadOwnerMs + 1);
    expect(await withLock(options(createJumpingClock(), { waitMs: 0 }), done, never)).toBe('done');
    expect(readdirSync(directory)).toEqual([]);
  });

  test('with a dead pid but a beating heart is in another container, and is not taken', async () => {
    plant({ pid: 9, hostname: 'here', token: 'other' });
    expect(await codeOfAsync(() => withLock(options(createJumpingClock(), { process: dead, waitMs: 1_000 }), done, never))).toBe(
      'FS.LOCK_TIMEOUT',
    );
  });

  test.each([
    ['on another host', { pid: 9, hostname: 'there', token: 'other' }, 0],
    ['whose clock is ahead', { pid: 9, hostname: 'there', token: 'other' }, -3_600_000],
    ['of a pid that is used again', { pid: 9, hostname: 'here', token: 'other' }, 0],
  ])('%s is taken over when it was not touched for long', async (_name, owner, ageMs) => {
    plant(owner, ageMs);
    const clock = createJumpingClock();
    const before = clock.monotonic();
    expect(await withLock(options(clock, { waitMs: 2 * LIMITS.lockStaleMs }), done, never)).toBe('done');
    expect(clock.monotonic() - before).toBeGreaterThanOrEqual(LIMITS.lockStaleMs);
  });

  test('that is long past is taken over as soon as it is seen not to move', async () => {
    plant({ pid: 9, hostname: 'there', token: 'other' }, 3_600_000);
    const clock = createJumpingClock();
    const before = clock.monotonic();
    expect(await withLock(options(clock, { waitMs: LIMITS.lockStaleMs }), done, never)).toBe('done');
    expect(clock.monotonic() - before).toBeLessThan(LIMITS.lockStaleMs / 2);
  });

  test.each(['', 'garbage', '{"pid":-1}'])('whose content is %j was left by a kill when it does not move', async content => {
    writeFileSync(path, content);
    const clock = createJumpingClock();
    expect(await codeOfAsync(() => withLock(options(clock, { waitMs: 1_000 }), done, never))).toBe('FS.LOCK_TIMEOUT');
    const before = clock.monotonic();
    expect(await withLock(options(clock, { waitMs: 2 * LIMITS.lockStaleMs }), done, never)).toBe('done');
    expect(clock.monotonic() - before).toBeGreaterThanOrEqual(LIMITS.lockDeadOwnerMs);
    expect(clock.monotonic() - before).toBeLessThan(LIMITS.lockStaleMs / 2);
  });

  test('whose content cannot be read but that is touched belongs to somebody', async () => {
    writeFileSync(path, '');
    const clock = createJumpingClock(nowMs => utimesSync(path, nowMs / 1_000, nowMs / 1_000));
    expect(await codeOfAsync(() => withLock(options(clock, { waitMs: 20_000 }), done, never))).toBe('FS.LOCK_TIMEOUT');
  });

  test('that one waiter is breaking is left to that waiter, unless it was killed over it', async () => {
    const seconds = (Date.now() - 3_600_000) / 1_000;
    plant({ pid: 9, hostname: 'here', token: 'other' }, 3_600_000);
    writeFileSync(`${path}.break-other`, '');
    await expect(waitBriefly()).rejects.toBe('stopped');
    expect(existsSync(path)).toBe(true);
    utimesSync(`${path}.break-other`, seconds, seconds);
    expect(await withLock(options(createJumpingClock(), { process: dead }), done, never)).toBe('done');
    expect(readdirSync(directory)).toEqual([]);
  });

  test('that another one is breaking is not waited for by who cannot wait', async () => {
    plant({ pid: 9, hostname: 'here', token: 'other' }, 3_600_000);
    writeFileSync(`${path}.break-other`, '');
    expect(await codeOfAsync(() => withLock(options(createJumpingClock(), { process: dead, waitMs: 0 }), done, never))).toBe(
      'FS.LOCK_TIMEOUT',
    );
    expect(existsSync(path)).toBe(true);
  });

  /** Looks at the lock some twenty times and then gives up. */
  function waitBriefly(): Promise<unknown> {
    const controller = new AbortController();
    let sleeps = 0;
    const clock = createJumpingClock(() => {
      sleeps++;
      if (sleeps > 20) controller.abort('stopped');
    });
    return withLock(options(clock, { process: dead, waitMs: 2 * LIMITS.lockStaleMs }), done, controller.signal);
  }

  test('is not released by a run that has lost it', async () => {
    await withLock(
      options(realClock),
      async () => {
        plant({ pid: 9, hostname: 'there', token: 'thief' });
      },
      never,
    );
    expect(readFileSync(path, 'utf8')).toContain('thief');
  });

  test('is no longer waited for when the signal comes', async () => {
    plant({ pid: 9, hostname: 'there', token: 'other' });
    const reason = new Error('stop');
    const controller = new AbortController();
    setImmediate(() => controller.abort(reason));
    await expect(withLock(options(createJumpingClock()), done, controller.signal)).rejects.toBe(reason);
    expect(readFileSync(path, 'utf8')).toContain('other');
  });
});

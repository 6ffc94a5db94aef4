import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { alternateFamilies, connectFirst, lookUp, peerName, shareAnswers } from '../../src/adapters/net-dial.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import { LIMITS, METADATA_PHASES } from '../../src/domain/limits.ts';
import type { Clock } from '../../src/ports/machine.ts';
import { startFullQueue } from '../servers/full-queue.ts';
import { closedPort, type Origin, startOrigin } from '../servers/origin.ts';
import { evidenceOf, findingOf, PATIENT } from './net-support.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function origin(host: string): Promise<Origin> {
  const started = await startOrigin(() => undefined, { host });
  cleanups.push(() => started.close());
  return started;
}

/** Waits of this length never end; others take their time. */
function clockThatNeverReaches(ms: number): Clock {
  const real = createClock();
  return { ...real, sleep: (wait, signal) => (wait === ms ? new Promise(() => undefined) : real.sleep(wait, signal)) };
}

async function connect(addresses: readonly string[], port: number, clock = createClock()) {
  const peer = { host: 'name.test', port, viaProxy: false };
  const socket = await connectFirst({ clock, addresses, peer, limits: PATIENT }, new AbortController().signal);
  cleanups.push(() => void socket.destroy());
  return socket;
}

/** Whether this machine has IPv6 on loopback. */
const hasIpv6 = await startOrigin(() => undefined, { host: '::1' }).then(
  async server => {
    await server.close();
    return true;
  },
  () => false,
);

describe('connecting to a name of many addresses', () => {
  test('goes on to the next address at once when one refuses', async () => {
    const server = await origin('127.0.0.1');
    // 127.0.0.2 refuses: the server listens on 127.0.0.1 only. Without the stagger only a failure starts the next.
    const socket = await connect(['127.0.0.2', '127.0.0.1'], server.port, clockThatNeverReaches(250));
    expect(socket.remoteAddress).toBe('127.0.0.1');
  });

  test.runIf(hasIpv6)('goes on to the other family', async () => {
    const v4 = await origin('127.0.0.1');
    expect((await connect(['::1', '127.0.0.1'], v4.port, clockThatNeverReaches(250))).remoteAddress).toBe('127.0.0.1');
    const v6 = await origin('::1');
    expect((await connect(['127.0.0.1', '::1'], v6.port, clockThatNeverReaches(250))).remoteAddress).toBe('::1');
  });

  test('names every address when all fail, and the error that tells most', async () => {
    const port = await closedPort();
    const finding = await findingOf(connect(['127.0.0.1', '127.0.0.2'], port));
    expect(finding.code).toBe('TCP.REFUSED');
    expect(evidenceOf(finding, 'addresses')).toBe('127.0.0.1 ECONNREFUSED, 127.0.0.2 ECONNREFUSED');
  });

  test.runIf(process.platform === 'linux')('does not wait for an address that is silent', async () => {
    const server = await origin('127.0.0.1');
    const silent = await startFullQueue(server.port);
    cleanups.push(() => silent.close());
    const before = performance.now();
    const socket = await connect(['127.0.0.2', '127.0.0.1'], server.port);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    // The first address keeps its full time, and is only joined by the second.
    expect(performance.now() - before).toBeGreaterThan(200);
    const limits = { ...PATIENT, connectMs: 60 };
    const peer = { host: 'name.test', port: server.port, viaProxy: false };
    const options = { clock: createClock(), addresses: ['127.0.0.2'], peer, limits };
    const finding = await findingOf(connectFirst(options, new AbortController().signal));
    expect(finding.code).toBe('TCP.TIMEOUT');
    expect(evidenceOf(finding, 'addresses')).toBe('127.0.0.2 ETIMEDOUT');
    const untilMs = createClock().monotonic() + 60;
    const hurried = { ...options, limits: { ...PATIENT, untilMs } };
    expect((await findingOf(connectFirst(hurried, new AbortController().signal))).code).toBe('TCP.TIMEOUT');
    // Timers count whole milliseconds of the event loop, and may fire up to one early.
    expect(createClock().monotonic()).toBeGreaterThanOrEqual(untilMs - 1);
  });

  test('ends with the reason of the signal', async () => {
    const reason = new Error('enough');
    const peer = { host: 'name.test', port: 9, viaProxy: false };
    const options = { clock: createClock(), addresses: ['127.0.0.1'], peer, limits: PATIENT };
    await expect(connectFirst(options, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('the order of addresses', () => {
  test('alternates families, beginning with that of the first', () => {
    expect(alternateFamilies(['::1', '::2', '127.0.0.1', '::3', '127.0.0.2'])).toEqual([
      '::1',
      '127.0.0.1',
      '::2',
      '127.0.0.2',
      '::3',
    ]);
    expect(alternateFamilies([])).toEqual([]);
  });

  test('keeps every address once, up to the limit', () => {
    const addresses = fc.uniqueArray(fc.oneof(fc.ipV4(), fc.ipV6()), { maxLength: 8 });
    fc.assert(
      fc.property(addresses, list => {
        expect([...alternateFamilies(list)].sort()).toEqual([...list].sort());
      }),
    );
  });
});

test('a peer is written as in a URL', () => {
  expect(peerName({ host: '::1', port: 443, viaProxy: false })).toBe('[::1]:443');
  expect(peerName({ host: 'go.dev', port: 443, viaProxy: false })).toBe('go.dev:443');
});

describe('a look-up whose first question is lost', () => {
  /** Time stands still except for the pause before the second question. */
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    sleep: (ms, signal) =>
      ms === LIMITS.lookupAgainMs
        ? Promise.resolve()
        : new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
          }),
  };
  const peer = { host: 'go.test', port: 443, viaProxy: false };
  const lost = new Promise<readonly string[]>(() => undefined);

  test('is answered by the second question', async () => {
    let asked = 0;
    const resolve = (): Promise<readonly string[]> => {
      asked += 1;
      return asked === 1 ? lost : Promise.resolve(['192.0.2.7']);
    };
    const options = { clock, resolve: shareAnswers(resolve, clock), peer, limits: METADATA_PHASES };
    expect(await lookUp(options, new AbortController().signal)).toEqual(['192.0.2.7']);
    expect(asked).toBe(2);
  });

  test('still waits for the first one when the second fails', async () => {
    let answer: (addresses: readonly string[]) => void = () => undefined;
    let asked = 0;
    const resolve = (): Promise<readonly string[]> => {
      asked += 1;
      if (asked > 1) {
        setImmediate(() => answer(['192.0.2.8']));
        return Promise.reject(Object.assign(new Error('busy'), { code: 'EAI_AGAIN' }));
      }
      return new Promise(settle => {
        answer = settle;
      });
    };
    const options = { clock, resolve: shareAnswers(resolve, clock), peer, limits: METADATA_PHASES };
    expect(await lookUp(options, new AbortController().signal)).toEqual(['192.0.2.8']);
  });
});

describe('a name that many connections need', () => {
  const at = { nowMs: 0 };
  const clock: Clock = {
    now: () => at.nowMs,
    monotonic: () => at.nowMs,
    sleep: (_ms, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };

  test('is looked up once while they wait and a moment later, and then anew', async () => {
    at.nowMs = 0;
    const asked: string[] = [];
    const resolve = shareAnswers(async host => {
      asked.push(host);
      return [`192.0.2.${asked.length}`];
    }, clock);
    const all = await Promise.all(['go.test', 'go.test', 'other.test', 'go.test'].map(resolve));
    expect(all).toEqual([['192.0.2.1'], ['192.0.2.1'], ['192.0.2.2'], ['192.0.2.1']]);
    at.nowMs = LIMITS.nameKeptMs - 1;
    expect(await resolve('go.test')).toEqual(['192.0.2.1']);
    at.nowMs = LIMITS.nameKeptMs;
    expect(await resolve('go.test')).toEqual(['192.0.2.3']);
    expect(asked).toEqual(['go.test', 'other.test', 'go.test']);
  });

  test('is asked for anew after a failure', async () => {
    let asked = 0;
    const resolve = shareAnswers(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('busy')) : Promise.resolve(['192.0.2.1']);
    }, clock);
    await expect(resolve('go.test')).rejects.toThrow('busy');
    expect(await resolve('go.test')).toEqual(['192.0.2.1']);
  });
});

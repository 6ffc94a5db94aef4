import { afterEach, describe, expect, test } from 'vitest';
import type { TeamRequest } from '../../src/acquire/team.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import type { Code } from '../../src/domain/catalogue.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { codeOf, readAll } from '../adapters/net-support.ts';
import { type Behaviour, respond } from '../servers/origin.ts';
import { createSockets } from './team-sockets.ts';

const sockets = createSockets();
const { origin, open } = sockets;
afterEach(() => sockets.close());

describe('a body', () => {
  const pace = { stallMs: 40, minimumRateBytesPerSecond: 0, minimumRateWindowMs: 60_000 };
  const write =
    (head: string): Behaviour =>
    socket =>
      void socket.write(`HTTP/1.1 200 OK\r\n${head}`);
  const faults: readonly (readonly [string, Behaviour, Code])[] = [
    ['is cut before its first byte', socket => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n'), 'BODY.TRUNCATED'],
    ['never begins', write('Content-Length: 9\r\n\r\n'), 'BODY.STALL'],
    ['is announced too large', write(`Content-Length: ${LIMITS.archiveBytes + 1}\r\n\r\nabc`), 'HTTP.TOO_LARGE'],
  ];

  test.each(faults)('that %s fails', async (_how, behaviour, code) => {
    const server = await origin(behaviour);
    expect(await codeOf(readAll(open(server.url, { pace }).stream()))).toBe(code);
  });

  test.each([
    ['is cut', (socket: Parameters<Behaviour>[0]) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc')],
    ['stops', write('Content-Length: 9\r\n\r\nabc')],
  ] as const)('that %s is taken up where it ended', async (_how, first) => {
    let count = 0;
    const server = await origin((socket, request) => {
      count += 1;
      if (count === 1) return first(socket, request);
      respond(socket, { status: 206, headers: { 'content-range': 'bytes 3-8/9' }, body: 'defghi' });
    });
    expect((await readAll(open(server.url, { pace }).stream())).toString()).toBe('abcdefghi');
    expect(server.requests[1]?.headers['range']).toBe('bytes=3-8');
  });

  test('that trickles below the minimum rate is BODY.SLOW', async () => {
    const server = await origin((socket, request) => {
      if (request.headers['range'] !== undefined) return respond(socket, { status: 404 });
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n');
      const timer = setInterval(() => socket.write('x'), 5);
      socket.once('close', () => clearInterval(timer));
    });
    const slow = { stallMs: 5_000, minimumRateBytesPerSecond: 16_384, minimumRateWindowMs: 50 };
    const ends: (string | undefined)[] = [];
    const emit: TeamRequest['emit'] = event => void (event.type === 'attempt-ended' && ends.push(event.finding?.code));
    expect(await codeOf(readAll(open(server.url, { pace: slow, emit }).stream()))).toBe('HTTP.NOT_FOUND');
    expect(ends).toEqual(['BODY.SLOW', 'HTTP.NOT_FOUND']);
  });

  test('does not stall while the consumer is what takes the time', async () => {
    const body = Buffer.alloc(3 * 1_048_576, 7);
    const server = await origin(socket => respond(socket, { body }));
    const quick = { stallMs: 30, minimumRateBytesPerSecond: 0, minimumRateWindowMs: 60_000 };
    let count = 0;
    let bytes = 0;
    for await (const chunk of open(server.url, { pace: quick }).stream()) {
      count += 1;
      bytes += chunk.length;
      if (count === 2) await new Promise(resolve => setTimeout(resolve, 120));
    }
    expect(bytes).toBe(body.length);
    expect(server.requests).toHaveLength(1);
  });

  test('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const server = await origin(socket => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
      setTimeout(() => controller.abort(reason), 20);
    });
    await expect(readAll(open(server.url, {}, controller.signal).stream())).rejects.toBe(reason);
  });

  test('that is left early, or closed, ends its connection', async () => {
    let closedCount = 0;
    const server = await origin(socket => {
      socket.once('close', () => {
        closedCount += 1;
      });
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc');
    });
    for await (const chunk of open(server.url).stream()) {
      expect(chunk).toHaveLength(3);
      break;
    }
    await expect.poll(() => closedCount).toBe(1);
    const unread = open(server.url);
    expect(await unread.tail(5)).toBeUndefined();
    unread.close();
    unread.close();
    await expect.poll(() => closedCount).toBe(2);
  });

  test('longer than was announced is BODY.TOO_LONG whatever the transport says', async () => {
    const net = fakeNet({ 'content-length': '4' }, [Buffer.from('abc'), Buffer.from('def')]);
    const team = open('https://fake.test/', { wire: { net, clock: createClock() } });
    expect(await codeOf(readAll(team.stream()))).toBe('BODY.TOO_LONG');
  });

  test('without an end is HTTP.TOO_LARGE', async () => {
    const chunk = Buffer.alloc(50 * 1_048_576);
    const net = fakeNet(
      {},
      Array.from({ length: 11 }, () => chunk),
    );
    const team = open('https://fake.test/', { wire: { net, clock: createClock() } });
    const drain = async () => {
      for await (const part of team.stream()) expect(part.length).toBeGreaterThan(0);
    };
    expect(await codeOf(drain())).toBe('HTTP.TOO_LARGE');
  });
});

/** A port whose body comes in memory, to test what no loopback server can be made to do in time. */
function fakeNet(headers: Readonly<Record<string, string>>, chunks: readonly Uint8Array[]): TeamRequest['wire']['net'] {
  const facts = { host: 'fake', addresses: [], proxyReason: '', reused: false };
  const body = async function* () {
    yield* chunks;
  };
  return { request: () => Promise.resolve({ status: 200, headers, facts, body: body(), discard: () => undefined }) };
}

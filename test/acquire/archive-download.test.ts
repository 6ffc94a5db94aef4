import { afterEach, describe, expect, test } from 'vitest';
import { type ArchiveRequest, type OpenedArchive, openArchive } from '../../src/acquire/archive-download.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet } from '../../src/adapters/node-net.ts';
import type { Code } from '../../src/domain/catalogue.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { Clock, Net } from '../../src/ports/machine.ts';
import { codeOf, PATIENT, readAll } from '../adapters/net-support.ts';
import { type Behaviour, type Origin, respond, startOrigin } from '../servers/origin.ts';

const FILE = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));
const never = new AbortController().signal;

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function origin(behaviour: Behaviour): Promise<Origin> {
  const server = await startOrigin(behaviour);
  cleanups.push(() => server.close());
  return server;
}

async function open(url: string, more: Partial<ArchiveRequest> = {}, signal = never): Promise<OpenedArchive> {
  const clock = createClock();
  const net = createNet({ env: {}, clock, ca: undefined });
  const candidate = { sourceId: 'test', url, fileName: 'go.zip', format: 'zip', layout: 'release' } as const;
  const archive = await openArchive({ wire: { net, clock }, candidate, phases: PATIENT, ...more }, signal);
  cleanups.push(() => net.close());
  return archive;
}

/** Serves FILE with ranges; `change` may alter the answer to the second request. */
function ranged(options: { readonly second?: Parameters<typeof respond>[1]; readonly etag?: string } = {}): Behaviour {
  let count = 0;
  return (socket, request) => {
    count += 1;
    if (count === 2 && options.second !== undefined) return respond(socket, options.second);
    const match = /^bytes=(\d*)-(\d*)$/u.exec(request.headers['range'] ?? '');
    if (match === null) return respond(socket, { body: FILE });
    const [, from = '', to = ''] = match;
    const start = from === '' ? Math.max(0, FILE.length - Number(to)) : Number(from);
    const end = from === '' ? FILE.length : Number(to) + 1;
    const headers = { 'content-range': `bytes ${start}-${end - 1}/${FILE.length}`, etag: options.etag ?? '"one"' };
    respond(socket, { status: 206, headers, body: FILE.subarray(start, end) });
  };
}

describe('streaming', () => {
  test('is one request without a range, sent when it begins', async () => {
    const server = await origin(ranged());
    const answers: unknown[] = [];
    const counts: number[] = [];
    const archive = await open(server.url, {
      onAnswer: answer => answers.push(answer.sizeBytes),
      onBytes: bytes => counts.push(bytes),
    });
    expect(server.requests).toHaveLength(0);
    expect(archive.sizeBytes).toBeUndefined();
    expect(await readAll(archive.stream())).toEqual(FILE);
    expect(archive.sizeBytes).toBe(1_000);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers).not.toHaveProperty('range');
    expect(answers).toEqual([1_000]);
    expect(counts.at(-1)).toBe(1_000);
  });

  test('up to an end takes only the bytes before it', async () => {
    const server = await origin(ranged());
    expect(await readAll((await open(server.url)).stream(10))).toEqual(FILE.subarray(0, 10));
    expect(await readAll((await open(server.url)).stream(0))).toHaveLength(0);
    expect(await readAll((await open(server.url)).stream(1_000))).toEqual(FILE);
    expect(await codeOf(readAll((await open(server.url)).stream(1_001)))).toBe('BODY.TRUNCATED');
  });

  test('sends the authorization of the candidate', async () => {
    const server = await origin(ranged());
    const candidate = {
      sourceId: 'c',
      url: server.url,
      fileName: 'f',
      format: 'zip',
      layout: 'release',
      authorization: 'Bearer x',
    } as const;
    await readAll((await open(server.url, { candidate })).stream());
    expect(server.requests[0]?.headers['authorization']).toBe('Bearer x');
  });
});

describe('the tail', () => {
  test('is a range, and the rest is asked for up to where it begins', async () => {
    const server = await origin(ranged());
    const counts: number[] = [];
    const archive = await open(server.url, { onBytes: bytes => counts.push(bytes) });
    const tail = await archive.tail(100);
    expect(tail).toMatchObject({ start: 900, sizeBytes: 1_000 });
    expect(Buffer.from(tail?.data ?? [])).toEqual(FILE.subarray(900));
    expect(await readAll(archive.stream(900))).toEqual(FILE.subarray(0, 900));
    expect(server.requests.map(request => request.headers['range'])).toEqual(['bytes=-100', 'bytes=0-899']);
    expect(server.requests[1]?.headers['if-range']).toBe('"one"');
    expect(counts.at(-1)).toBe(1_000);
    expect(server.connectionCount()).toBe(1);
  });

  test('of a file that is shorter is the whole file', async () => {
    const server = await origin(ranged());
    expect(await (await open(server.url)).tail(5_000)).toMatchObject({ start: 0, sizeBytes: 1_000 });
  });

  test('that is answered with the whole file is none, and the answer is streamed', async () => {
    const server = await origin(socket => respond(socket, { body: FILE }));
    const archive = await open(server.url);
    expect(await archive.tail(100)).toBeUndefined();
    expect(archive.sizeBytes).toBe(1_000);
    expect(await readAll(archive.stream(950))).toEqual(FILE.subarray(0, 950));
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['416', { status: 416, headers: { 'content-range': 'bytes */1000' } }],
    ['a wrong range', { status: 206, headers: { 'content-range': 'bytes 0-99/1000' }, body: FILE.subarray(0, 100) }],
    ['an unknown size', { status: 206, headers: { 'content-range': 'bytes 900-999/*' }, body: FILE.subarray(900) }],
    ['no Content-Range', { status: 206, body: FILE.subarray(900) }],
  ])('that is answered with %s is none, and streaming starts over', async (_what, answer) => {
    const server = await origin((socket, request) =>
      respond(socket, request.headers['range'] === undefined ? { body: FILE } : answer),
    );
    const archive = await open(server.url);
    expect(await archive.tail(100)).toBeUndefined();
    expect(await readAll(archive.stream())).toEqual(FILE);
  });

  test('sends no weak tag as If-Range', async () => {
    const server = await origin(ranged({ etag: 'W/"one"' }));
    const archive = await open(server.url);
    await archive.tail(100);
    await readAll(archive.stream(900));
    expect(server.requests[1]?.headers).not.toHaveProperty('if-range');
  });

  test('that refuses is the failure of the server', async () => {
    const server = await origin(socket => respond(socket, { status: 403 }));
    expect(await codeOf((await open(server.url)).tail(100))).toBe('HTTP.FORBIDDEN');
  });
});

describe('a second answer', () => {
  const streamAfterTail = async (second: Parameters<typeof respond>[1]) => {
    const server = await origin(ranged({ second }));
    const archive = await open(server.url);
    await archive.tail(100);
    return { server, read: readAll(archive.stream(900)) };
  };

  test('with the whole file serves as well', async () => {
    const { server, read } = await streamAfterTail({ body: FILE, headers: { etag: '"two"' } });
    expect(await read).toEqual(FILE.subarray(0, 900));
    expect(server.requests).toHaveLength(2);
  });

  test('with another range is asked for again without one', async () => {
    const headers = { 'content-range': 'bytes 0-9/1000' };
    const { server, read } = await streamAfterTail({ status: 206, headers, body: FILE.subarray(0, 10) });
    expect(await read).toEqual(FILE.subarray(0, 900));
    expect(server.requests).toHaveLength(3);
  });

  test.each([
    ['longer', 'BODY.TOO_LONG', { body: Buffer.alloc(1_001) }],
    ['shorter', 'BODY.TRUNCATED', { body: Buffer.alloc(999) }],
    [
      'longer in its range',
      'BODY.TOO_LONG',
      { status: 206, headers: { 'content-range': 'bytes 0-899/1001' }, body: Buffer.alloc(900) },
    ],
  ] as const)('of a %s file is %s', async (_what, code, second) => {
    const { read } = await streamAfterTail(second);
    expect(await codeOf(read)).toBe(code);
  });

  test('that ends with the connection is held against the size that is known', async () => {
    const short = await streamAfterTail({
      headers: { 'transfer-encoding': 'chunked' },
      body: '3\r\nabc\r\n0\r\n\r\n',
    });
    expect(await codeOf(short.read)).toBe('BODY.TRUNCATED');
  });
});

describe('a body', () => {
  const pace = { stallMs: 40, minimumRateBytesPerSecond: 0, minimumRateWindowMs: 60_000 };

  const write =
    (head: string): Behaviour =>
    socket =>
      void socket.write(`HTTP/1.1 200 OK\r\n${head}`);
  const faults: readonly (readonly [string, Behaviour, Code])[] = [
    ['is cut', socket => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'), 'BODY.TRUNCATED'],
    ['stops', write('Content-Length: 9\r\n\r\nabc'), 'BODY.STALL'],
    ['never begins', write('Content-Length: 9\r\n\r\n'), 'BODY.STALL'],
    ['is announced too large', write(`Content-Length: ${LIMITS.archiveBytes + 1}\r\n\r\nabc`), 'HTTP.TOO_LARGE'],
  ];

  test.each(faults)('that %s fails', async (_how, behaviour, code) => {
    const server = await origin(behaviour);
    expect(await codeOf(readAll((await open(server.url, { pace })).stream()))).toBe(code);
  });

  test('that trickles below the minimum rate is BODY.SLOW', async () => {
    const server = await origin(socket => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n');
      const timer = setInterval(() => socket.write('x'), 5);
      socket.once('close', () => clearInterval(timer));
    });
    const slow = { stallMs: 5_000, minimumRateBytesPerSecond: 16_384, minimumRateWindowMs: 50 };
    expect(await codeOf(readAll((await open(server.url, { pace: slow })).stream()))).toBe('BODY.SLOW');
  });

  test('does not stall while the consumer is what takes the time', async () => {
    const body = Buffer.alloc(3 * 1_048_576, 7);
    const server = await origin(socket => respond(socket, { body }));
    const quick = { stallMs: 30, minimumRateBytesPerSecond: 0, minimumRateWindowMs: 60_000 };
    let count = 0;
    let bytes = 0;
    for await (const chunk of (await open(server.url, { pace: quick })).stream()) {
      count += 1;
      bytes += chunk.length;
      if (count === 2) await new Promise(resolve => setTimeout(resolve, 120));
    }
    expect(bytes).toBe(body.length);
  });

  test('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const server = await origin(socket => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
      setTimeout(() => controller.abort(reason), 20);
    });
    await expect(readAll((await open(server.url, {}, controller.signal)).stream())).rejects.toBe(reason);
  });

  test('that is left early, or closed, ends its connection', async () => {
    let closedCount = 0;
    const server = await origin(socket => {
      socket.once('close', () => {
        closedCount += 1;
      });
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc');
    });
    for await (const chunk of (await open(server.url)).stream()) {
      expect(chunk).toHaveLength(3);
      break;
    }
    await expect.poll(() => closedCount).toBe(1);
    const unread = await open(server.url);
    expect(await unread.tail(5)).toBeUndefined();
    unread.close();
    unread.close();
    await expect.poll(() => closedCount).toBe(2);
  });
});

/** A port whose body comes in memory, to test what no loopback server can be made to do in time. */
function fakeNet(headers: Readonly<Record<string, string>>, chunks: readonly Uint8Array[]): Net {
  const facts = { host: 'fake', addresses: [], proxyReason: '', reused: false };
  const body = async function* () {
    yield* chunks;
  };
  return { request: () => Promise.resolve({ status: 200, headers, facts, body: body(), discard: () => undefined }) };
}

const quietClock: Clock = {
  now: () => 0,
  monotonic: () => 0,
  sleep: (_ms, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
};

test('more bytes than were announced are BODY.TOO_LONG whatever the transport says', async () => {
  const net = fakeNet({ 'content-length': '4' }, [Buffer.from('abc'), Buffer.from('def')]);
  expect(await codeOf(readAll((await open('https://fake.test/', { wire: { net, clock: quietClock } })).stream()))).toBe(
    'BODY.TOO_LONG',
  );
});

test('an endless body is HTTP.TOO_LARGE', async () => {
  const chunk = Buffer.alloc(50 * 1_048_576);
  const net = fakeNet(
    {},
    Array.from({ length: 11 }, () => chunk),
  );
  const archive = await open('https://fake.test/', { wire: { net, clock: quietClock } });
  const drain = async () => {
    for await (const part of archive.stream()) expect(part.length).toBe(chunk.length);
  };
  expect(await codeOf(drain())).toBe('HTTP.TOO_LARGE');
});

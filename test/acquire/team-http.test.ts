import { afterEach, describe, expect, test } from 'vitest';
import { codeOf, readAll } from '../adapters/net-support.ts';
import { type Behaviour, respond } from '../servers/origin.ts';
import { createSockets } from './team-sockets.ts';

const FILE = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));

const sockets = createSockets();
const { origin, open } = sockets;
afterEach(() => sockets.close());

/** Serves FILE with ranges; `second` is the answer to the second request. */
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
    const team = open(server.url);
    expect(team.sizeBytes).toBeUndefined();
    expect(server.requests).toHaveLength(0);
    expect(await readAll(team.stream())).toEqual(FILE);
    expect(team.sizeBytes).toBe(1_000);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers).not.toHaveProperty('range');
  });

  test('up to an end takes only the bytes before it', async () => {
    const server = await origin(ranged());
    expect(await readAll(open(server.url).stream(10))).toEqual(FILE.subarray(0, 10));
    expect(await readAll(open(server.url).stream(0))).toHaveLength(0);
    expect(await readAll(open(server.url).stream(1_000))).toEqual(FILE);
    expect(await codeOf(readAll(open(server.url).stream(1_001)))).toBe('BODY.TRUNCATED');
    expect(await readAll(open(server.url).stream(700, 300))).toEqual(FILE.subarray(300, 700));
  });

  test('sends the authorization of the candidate', async () => {
    const server = await origin(ranged());
    await readAll(open(server.url, { authorization: 'Bearer x' }).stream());
    expect(server.requests[0]?.headers['authorization']).toBe('Bearer x');
  });
});

describe('the tail', () => {
  test('is a range, and the rest is asked for up to where it begins, over the same connection', async () => {
    const server = await origin(ranged());
    const team = open(server.url);
    const tail = await team.tail(100);
    expect(tail).toMatchObject({ start: 900, sizeBytes: 1_000 });
    expect(Buffer.from(tail?.data ?? [])).toEqual(FILE.subarray(900));
    expect(await readAll(team.stream(900))).toEqual(FILE.subarray(0, 900));
    expect(server.requests.map(request => request.headers['range'])).toEqual(['bytes=-100', 'bytes=0-899']);
    expect(server.requests[1]?.headers['if-range']).toBe('"one"');
    expect(server.connectionCount()).toBe(1);
  });

  test('of a file that is shorter is the whole file', async () => {
    const server = await origin(ranged());
    expect(await open(server.url).tail(5_000)).toMatchObject({ start: 0, sizeBytes: 1_000 });
  });

  test('that was too short is asked for again, larger', async () => {
    const server = await origin(ranged());
    const team = open(server.url);
    await team.tail(100);
    expect(await team.tail(400)).toMatchObject({ start: 600, data: FILE.subarray(600) });
  });

  test('that is answered with the whole file is none, and the answer is streamed', async () => {
    const server = await origin(socket => respond(socket, { body: FILE }));
    const team = open(server.url);
    await team.start({ tailBytes: 100 });
    expect(await team.tail(100)).toBeUndefined();
    expect(team.sizeBytes).toBe(1_000);
    expect(await readAll(team.stream(950))).toEqual(FILE.subarray(0, 950));
    expect(server.requests).toHaveLength(1);
  });

  test('after a start with the stream is none, and the stream goes on', async () => {
    const server = await origin(ranged());
    const team = open(server.url);
    await team.start('stream');
    expect(await team.tail(100)).toBeUndefined();
    expect(await readAll(team.stream())).toEqual(FILE);
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
    const team = open(server.url);
    expect(await team.tail(100)).toBeUndefined();
    expect(await readAll(team.stream())).toEqual(FILE);
  });

  test('sends no weak tag as If-Range', async () => {
    const server = await origin(ranged({ etag: 'W/"one"' }));
    const team = open(server.url);
    await team.tail(100);
    await readAll(team.stream(900));
    expect(server.requests[1]?.headers).not.toHaveProperty('if-range');
  });

  test('that is refused is the failure of the server', async () => {
    const server = await origin(socket => respond(socket, { status: 403 }));
    expect(await codeOf(open(server.url).tail(100))).toBe('HTTP.FORBIDDEN');
  });
});

describe('the answer after a tail', () => {
  const streamAfterTail = async (second: Parameters<typeof respond>[1]) => {
    const server = await origin(ranged({ second }));
    const team = open(server.url);
    await team.tail(100);
    return { server, read: readAll(team.stream(900)) };
  };

  // Servers behind one name give different tags for the same file; the proof decides.
  test('with the whole file serves as well, also under another tag', async () => {
    const { server, read } = await streamAfterTail({ body: FILE, headers: { etag: '"two"' } });
    expect(await read).toEqual(FILE.subarray(0, 900));
    expect(server.requests).toHaveLength(2);
  });

  test('with another range is asked for again without one', async () => {
    const headers = { 'content-range': 'bytes 0-9/1000' };
    const { server, read } = await streamAfterTail({ status: 206, headers, body: FILE.subarray(0, 10) });
    expect(await read).toEqual(FILE.subarray(0, 900));
    expect(server.requests).toHaveLength(3);
    expect(server.requests[2]?.headers).not.toHaveProperty('range');
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

  test('that ends early with the connection is held against the size that is known, and the rest asked for under its own tag', async () => {
    const { server, read } = await streamAfterTail({
      headers: { 'transfer-encoding': 'chunked', etag: '"two"' },
      body: '14\r\n'.concat('\0\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13', '\r\n0\r\n\r\n'),
    });
    expect(await codeOf(read)).toBe('BODY.CHANGED');
    expect(server.requests[2]?.headers['range']).toBe('bytes=20-899');
  });
});

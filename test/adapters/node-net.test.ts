import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet, createOfflineNet } from '../../src/adapters/node-net.ts';
import type { PhaseLimits } from '../../src/domain/limits.ts';
import type { Clock, NetResponse } from '../../src/ports/machine.ts';
import { type Behaviour, closedPort, type Origin, type OriginOptions, respond, startOrigin } from '../servers/origin.ts';
import { startSilent } from '../servers/silent.ts';
import { codeOf, evidenceOf, findingOf, PATIENT, readAll, readText } from './net-support.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function net(options: Partial<Parameters<typeof createNet>[0]> = {}): ReturnType<typeof createNet> {
  const made = createNet({ env: {}, clock: createClock(), ca: undefined, ...options });
  cleanups.push(() => made.close());
  return made;
}

async function origin(behaviour: Behaviour, options?: OriginOptions): Promise<Origin> {
  const started = await startOrigin(behaviour, options);
  cleanups.push(() => started.close());
  return started;
}

function get(url: string, limits: Partial<PhaseLimits> = {}, signal = new AbortController().signal): Promise<NetResponse> {
  return net().request({ url, limits: { ...PATIENT, ...limits } }, signal);
}

/** A server that writes these bytes after a request and then ends, resets or waits. */
async function raw(bytes: string, then: 'end' | 'reset' | 'wait'): Promise<string> {
  const server = await origin(socket => {
    socket.write(bytes, () => {
      if (then === 'end') socket.end();
      // Not at once: a reset may overtake what was written.
      if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 30);
    });
  });
  return server.url;
}

describe('an answer', () => {
  test('has status, joined headers, body and the facts of its connection', async () => {
    const server = await origin(socket =>
      socket.write('HTTP/1.1 201 Made\r\nX-A: 1\r\nX-A: 2\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nContent-Length: 5\r\n\r\nhello'),
    );
    const response = await get(`${server.url}/path?q=1#fragment`);
    expect(await readText(response)).toBe('hello');
    expect(response.status).toBe(201);
    expect(response.headers).toMatchObject({ 'x-a': '1, 2', 'set-cookie': 'a, b' });
    expect(response.facts).toMatchObject({
      address: '127.0.0.1',
      addresses: ['127.0.0.1'],
      reused: false,
      host: `127.0.0.1:${server.port}`,
    });
    expect(response.facts.proxy).toBeUndefined();
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      target: '/path?q=1',
      headers: { host: `127.0.0.1:${server.port}` },
    });
  });

  test('is read in full when it is chunked or ends with the connection', async () => {
    const chunked = await raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n', 'wait');
    expect(await readText(await get(chunked))).toBe('abcde');
    const delimited = await raw('HTTP/1.1 200 OK\r\n\r\nabcdef', 'end');
    expect(await readText(await get(delimited))).toBe('abcdef');
  });

  test('to HEAD has no body', async () => {
    const server = await origin(socket => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n'));
    const response = await net().request({ method: 'HEAD', url: server.url, limits: PATIENT }, new AbortController().signal);
    expect(await readText(response)).toBe('');
    expect(server.requests[0]?.method).toBe('HEAD');
  });

  test('of four megabytes arrives unchanged through a slow consumer', async () => {
    const body = Buffer.alloc(4 * 1_048_576, 'go');
    const server = await origin(socket => respond(socket, { body }));
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await get(server.url)).body) {
      if (chunks.length < 5) await new Promise(resolve => setTimeout(resolve, 5));
      chunks.push(chunk);
    }
    expect(Buffer.concat(chunks).equals(body)).toBe(true);
  });
});

describe('a connection that cannot be made', () => {
  test.each([
    ['ENOTFOUND', 'DNS.NXDOMAIN'],
    ['EAI_AGAIN', 'DNS.SERVER'],
  ] as const)('for %s is %s', async (errno, code) => {
    const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: errno }));
    const request = { url: 'http://name.test/', limits: PATIENT };
    expect(await codeOf(net({ resolve }).request(request, new AbortController().signal))).toBe(code);
  });

  test('ends when the resolver is silent', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const request = { url: 'http://name.test/', limits: { ...PATIENT, lookupMs: 20 } };
    expect(await codeOf(net({ resolve }).request(request, new AbortController().signal))).toBe('DNS.TIMEOUT');
  });

  test('for a closed port is TCP.REFUSED and names the address', async () => {
    const finding = await findingOf(get(`http://127.0.0.1:${await closedPort()}/`));
    expect(finding.code).toBe('TCP.REFUSED');
    expect(evidenceOf(finding, 'addresses')).toBe('127.0.0.1 ECONNREFUSED');
  });
});

describe('a connection that ends before the answer', () => {
  test('with RST is TCP.RESET', async () => {
    const server = await origin(socket => socket.resetAndDestroy());
    expect(await codeOf(get(server.url))).toBe('TCP.RESET');
  });

  test('with RST right after accept is TCP.RESET or HTTP.EMPTY', async () => {
    const server = await origin(() => undefined, { onConnection: socket => socket.resetAndDestroy() });
    expect(['TCP.RESET', 'HTTP.EMPTY']).toContain(await codeOf(get(server.url)));
  });

  test('with FIN is HTTP.EMPTY', async () => {
    const server = await origin(socket => socket.end());
    expect(await codeOf(get(server.url))).toBe('HTTP.EMPTY');
  });

  test('within the headers is HTTP.EMPTY and tells that bytes came', async () => {
    const finding = await findingOf(get(await raw('HTTP/1.1 200 OK\r\nContent-Le', 'end')));
    expect(finding.code).toBe('HTTP.EMPTY');
    expect(evidenceOf(finding, 'received bytes')).toBe('27');
  });

  test('in silence is HTTP.TTFB_STALL', async () => {
    const server = await startSilent();
    cleanups.push(() => server.close());
    expect(await codeOf(get(server.url, { firstByteMs: 30 }))).toBe('HTTP.TTFB_STALL');
  });

  test('in silence to the time when all must be over is HTTP.TTFB_STALL', async () => {
    const real = createClock();
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>(resolve => {
      isAsked = resolve;
    });
    const server = await origin(() => isAsked());
    // Once the server has the request, no wait takes its time.
    const clock: Clock = { ...real, sleep: (ms, signal) => Promise.race([real.sleep(ms, signal), asked]) };
    const limits = { ...PATIENT, untilMs: real.monotonic() + 5_000 };
    const finding = await findingOf(net({ clock }).request({ url: server.url, limits }, new AbortController().signal));
    expect(finding.code).toBe('HTTP.TTFB_STALL');
    expect(Number(evidenceOf(finding, 'budget ms'))).toBeLessThanOrEqual(5_000);
  });

  test('after half of the headers, in silence, is HTTP.TTFB_STALL', async () => {
    expect(await codeOf(get(await raw('HTTP/1.1 200 OK\r\nX: ', 'wait'), { firstByteMs: 30 }))).toBe('HTTP.TTFB_STALL');
  });

  test('that speaks another protocol is HTTP.NOT_HTTP and shows its first bytes', async () => {
    const finding = await findingOf(get(await raw('SSH-2.0-OpenSSH_9.2\r\n', 'wait')));
    expect(finding.code).toBe('HTTP.NOT_HTTP');
    expect(evidenceOf(finding, 'first bytes')).toBe('SSH-2.0-OpenSSH_9.2');
  });

  test('that sends endless headers is HTTP.NOT_HTTP', async () => {
    expect(await codeOf(get(await raw(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`, 'wait')))).toBe('HTTP.NOT_HTTP');
  });

  test('that frames its body twice is HTTP.NOT_HTTP', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await codeOf(get(await raw(head, 'wait')))).toBe('HTTP.NOT_HTTP');
  });
});

describe('a body', () => {
  const read = async (bytes: string, then: 'end' | 'reset' | 'wait') => codeOf(get(await raw(bytes, then)).then(readText));

  test.each([
    ['Content-Length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'],
    ['chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab'],
    ['chunks without the last', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n'],
  ])('with %s that is cut is BODY.TRUNCATED', async (_framing, bytes) => {
    expect(await read(bytes, 'end')).toBe('BODY.TRUNCATED');
  });

  test.each([
    ['Content-Length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'],
    ['the end of the connection', 'HTTP/1.1 200 OK\r\n\r\nabc'],
  ])('with %s that is reset is BODY.RESET', async (_framing, bytes) => {
    expect(await read(bytes, 'reset')).toBe('BODY.RESET');
  });

  test.each(['', 'Connection: close\r\n'])('longer than announced is BODY.TOO_LONG (%j)', async header => {
    expect(await read(`HTTP/1.1 200 OK\r\n${header}Content-Length: 3\r\n\r\nabcdefgh`, 'wait')).toBe('BODY.TOO_LONG');
  });

  test('that fails before it is read still fails', async () => {
    const response = await get(await raw('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', 'reset'));
    await new Promise(resolve => setTimeout(resolve, 80));
    expect(['BODY.RESET', 'BODY.TRUNCATED']).toContain(await codeOf(readText(response)));
  });

  test('that is left early closes the connection', async () => {
    let closed: (() => void) | undefined;
    const gone = new Promise<void>(resolve => {
      closed = resolve;
    });
    const server = await origin(socket => {
      socket.once('close', () => closed?.());
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n${'a'.repeat(100)}`);
    });
    for await (const chunk of (await get(server.url)).body) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    await gone;
  });
});

describe('the signal', () => {
  test.each(['connect', 'answer'])('ends the wait for the %s with its reason', async what => {
    const server = await startSilent();
    cleanups.push(() => server.close());
    const resolve = what === 'answer' ? undefined : () => new Promise<never>(() => undefined);
    const reason = new Error('enough');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    const made = net(resolve === undefined ? {} : { resolve });
    const url = what === 'answer' ? server.url : 'http://name.test/';
    await expect(made.request({ url, limits: PATIENT }, controller.signal)).rejects.toBe(reason);
  });

  test('ends the reading of a body with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const response = await get(await raw('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', 'wait'), {}, controller.signal);
    setTimeout(() => controller.abort(reason), 20);
    await expect(readText(response)).rejects.toBe(reason);
  });

  test('that is aborted already sends nothing', async () => {
    const server = await origin(socket => respond(socket, {}));
    await expect(get(server.url, {}, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(server.connectionCount()).toBe(0);
  });
});

describe('connections', () => {
  const request = (url: string) => ({ url, limits: PATIENT });
  const never = new AbortController().signal;

  test('are used again after an answer was read', async () => {
    const server = await origin(socket => respond(socket, { body: 'x' }));
    const made = net();
    await readText(await made.request(request(server.url), never));
    const second = await made.request(request(`${server.url}/2`), never);
    expect(await readText(second)).toBe('x');
    expect(second.facts.reused).toBe(true);
    expect(server.connectionCount()).toBe(1);
  });

  test('that the server says to close are not used again', async () => {
    const server = await origin(socket => respond(socket, { body: 'x', headers: { connection: 'close' } }));
    const made = net();
    await readText(await made.request(request(server.url), never));
    await readText(await made.request(request(server.url), never));
    expect(server.connectionCount()).toBe(2);
  });

  test('that die while the second request is written are replaced once', async () => {
    const seen = new Set<Socket>();
    const server = await origin(socket => {
      if (seen.has(socket)) {
        socket.resetAndDestroy();
      } else {
        seen.add(socket);
        respond(socket, { body: 'x' });
      }
    });
    const made = net();
    await readText(await made.request(request(server.url), never));
    const second = await made.request(request(server.url), never);
    expect(second.facts.reused).toBe(false);
    expect(await readText(second)).toBe('x');
    expect(server.connectionCount()).toBe(2);
  });

  test('on which bytes come unasked are not used again', async () => {
    let first: Socket | undefined;
    const server = await origin(socket => {
      respond(socket, { body: 'x' });
      first ??= socket;
    });
    const made = net();
    await readText(await made.request(request(server.url), never));
    first?.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil');
    await expect.poll(() => first?.destroyed).toBe(true);
    const second = await made.request(request(server.url), never);
    expect(await readText(second)).toBe('x');
    expect(server.connectionCount()).toBe(2);
  });

  test('given back are not touched by the answer that had them', async () => {
    const server = await origin(socket => setTimeout(() => respond(socket, { body: 'x' }), 20));
    const made = net();
    const controller = new AbortController();
    const first = await made.request(request(server.url), controller.signal);
    await readText(first);
    const second = made.request(request(server.url), never);
    first.discard();
    controller.abort();
    expect(await readText(await second)).toBe('x');
    expect(server.connectionCount()).toBe(1);
  });

  test('leave nothing behind after close', async () => {
    const watched = ['TCPSocketWrap', 'TLSWrap', 'Timeout', 'GetAddrInfoReqWrap'];
    const count = () => process.getActiveResourcesInfo().filter(name => watched.includes(name)).length;
    const server = await origin((socket, { target }) => {
      if (target === '/ok') respond(socket, { body: 'x' });
      if (target === '/half') socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc');
    });
    const before = count();
    const made = net();
    await readText(await made.request(request(`${server.url}/ok`), never));
    await made.request(request(`${server.url}/half`), never);
    await codeOf(made.request({ url: `${server.url}/silent`, limits: { ...PATIENT, firstByteMs: 20 } }, never));
    const controller = new AbortController();
    const aborted = made.request(request(`${server.url}/silent`), controller.signal);
    controller.abort();
    await expect(aborted).rejects.toBe(controller.signal.reason);
    made.close();
    await server.close();
    await expect.poll(count).toBeLessThanOrEqual(before);
  });
});

describe('misuse', () => {
  test('offline sends nothing', async () => {
    const server = await origin(socket => respond(socket, {}));
    const request = createOfflineNet().request({ url: server.url, limits: PATIENT }, new AbortController().signal);
    expect(await codeOf(request)).toBe('OFFLINE.NOT_FOUND');
    expect(server.connectionCount()).toBe(0);
  });

  test('userinfo in the address is refused, and not shown', async () => {
    const refused = get('http://user:hunter2@127.0.0.1:9/');
    await expect(refused).rejects.toThrow(TypeError);
    await expect(refused).rejects.not.toThrow(/hunter2/u);
  });

  test('https is refused while verification is switched off by the environment', async () => {
    const off = net({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    const signal = new AbortController().signal;
    expect(await codeOf(off.request({ url: 'https://127.0.0.1:9/', limits: PATIENT }, signal))).toBe('CFG.TLS_DISABLED');
    const server = await origin(socket => respond(socket, { body: 'plain' }));
    expect((await readAll((await off.request({ url: server.url, limits: PATIENT }, signal)).body)).toString()).toBe('plain');
  });
});

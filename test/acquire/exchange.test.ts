import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ExchangeRequest, exchange, fetchBytes, type Wire } from '../../src/acquire/exchange.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet } from '../../src/adapters/node-net.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { PRODUCT } from '../../src/domain/product.ts';
import type { Clock } from '../../src/ports/machine.ts';
import { codeOf, evidenceOf, findingOf, PATIENT, readText } from '../adapters/net-support.ts';
import { type Certificate, makeCertificate } from '../servers/certificates.ts';
import { type Behaviour, type Origin, type OriginOptions, respond, startOrigin } from '../servers/origin.ts';

const never = new AbortController().signal;
let ca: Certificate;
let tls: Certificate;
beforeAll(() => {
  ca = makeCertificate({ name: 'Test Root' });
  tls = makeCertificate({ name: 'server', issuer: ca, names: ['127.0.0.1', 'a.test', 'b.test'] });
});

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function origin(behaviour: Behaviour, options?: OriginOptions): Promise<Origin> {
  const server = await startOrigin(behaviour, options);
  cleanups.push(() => server.close());
  return server;
}

function wire(): Wire {
  const net = createNet({ env: {}, clock: createClock(), ca: [ca.cert], resolve: () => Promise.resolve(['127.0.0.1']) });
  cleanups.push(() => net.close());
  // The wait for an error page is shortened.
  const clock = createClock();
  const sleep: Clock['sleep'] = (ms, signal) => clock.sleep(ms === LIMITS.errorBodyMs ? 50 : ms, signal);
  return { net, clock: { ...clock, sleep } };
}

const ask = (url: string, more: Partial<ExchangeRequest> = {}) => exchange(wire(), { url, phases: PATIENT, ...more }, never);
const fetchAll = (url: string, more: { maxBytes?: number; totalMs?: number } = {}) =>
  fetchBytes(wire(), { url, phases: PATIENT, maxBytes: 1_000, totalMs: 10_000, ...more }, never);

/** Every path answers with the redirect that is named in the query; `/end` with 200. */
const redirector: Behaviour = (socket, request) => {
  const query = new URLSearchParams(request.target.split('?')[1] ?? '');
  const to = query.get('to');
  if (to === null) respond(socket, { body: `end of ${request.target}` });
  else respond(socket, { status: Number(query.get('status') ?? 302), headers: { location: to } });
};
const via = (to: string, status = 302) => `/go?status=${status}&to=${encodeURIComponent(to)}`;

describe('a request', () => {
  test('names the product and declines compression', async () => {
    const server = await origin(socket => respond(socket, {}));
    (await ask(server.url, { headers: { 'X-Mine': '1', 'Accept-Encoding': 'br' } })).discard();
    const expected = { 'user-agent': `setup-go-robust/${PRODUCT.version}`, 'accept-encoding': 'identity', 'x-mine': '1' };
    expect(server.requests[0]?.headers).toMatchObject(expected);
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(manifest).toMatchObject({ name: PRODUCT.name, version: PRODUCT.version });
  });

  test('turns userinfo into authorization', async () => {
    const server = await origin(socket => respond(socket, { status: 404 }));
    const finding = await findingOf(ask(server.url.replace('//', '//me:hunter2@')));
    expect(server.requests[0]?.headers['authorization']).toBe(`Basic ${Buffer.from('me:hunter2').toString('base64')}`);
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is followed, also where it is relative', async status => {
    const server = await origin(redirector);
    const answer = await ask(server.url + via('/go?to=end%3Fx', status));
    expect(await readText(answer)).toBe('end of /end?x');
    expect(answer.url).toBe(`${server.url}/end?x`);
    expect(server.requests.map(request => request.method)).toEqual(['GET', 'GET', 'GET']);
  });

  test('keep the authorization within the origin', async () => {
    const server = await origin(redirector);
    (await ask(server.url + via('/end'), { authorization: 'Bearer hunter2' })).discard();
    expect(server.requests.map(request => request.headers['authorization'])).toEqual(['Bearer hunter2', 'Bearer hunter2']);
  });

  test.each([
    ['another port', () => undefined],
    ['another host', (port: number) => `https://b.test:${port}/end`],
  ])('drop authorization and cookies at %s', async (_what, elsewhere) => {
    const second = await origin(redirector, { tls });
    const first = await origin(redirector, { tls });
    const start = elsewhere(second.port) === undefined ? first.url : `https://a.test:${first.port}`;
    const to = elsewhere(second.port) ?? `${second.url}/end`;
    const headers = { cookie: 'hunter2', range: 'bytes=0-' };
    expect(await readText(await ask(start + via(to), { authorization: 'Bearer hunter2', headers }))).toBe('end of /end');
    expect(first.requests[0]?.headers).toMatchObject({ authorization: 'Bearer hunter2', cookie: 'hunter2' });
    expect(JSON.stringify(second.requests)).not.toContain('hunter2');
    expect(second.requests[0]?.headers['range']).toBe('bytes=0-');
  });

  test('do not bring the authorization back', async () => {
    const first = await origin(redirector, { tls });
    const second = await origin(redirector, { tls });
    (await ask(first.url + via(second.url + via(`${first.url}/end`)), { authorization: 'Bearer hunter2' })).discard();
    expect(first.requests.map(request => request.headers['authorization'])).toEqual(['Bearer hunter2', undefined]);
  });

  test('from https to http are HTTP.DOWNGRADE, and nothing is sent', async () => {
    const plain = await origin(redirector);
    const server = await origin(redirector, { tls });
    expect(await codeOf(ask(server.url + via(`${plain.url}/end`)))).toBe('HTTP.DOWNGRADE');
    expect(plain.connectionCount()).toBe(0);
  });

  test('without end are HTTP.LOOP after ten', async () => {
    const server = await origin(socket => respond(socket, { status: 302, headers: { location: '/again' } }));
    expect(await codeOf(ask(server.url))).toBe('HTTP.LOOP');
    expect(server.requests).toHaveLength(11);
  });

  test('that lead nowhere are HTTP.BAD_REDIRECT', async () => {
    const server = await origin((socket, { target }) => respond(socket, target === '/none' ? { status: 302 } : { status: 304 }));
    expect(await codeOf(ask(`${server.url}/none`))).toBe('HTTP.BAD_REDIRECT');
    expect(await codeOf(ask(`${server.url}/not-modified`))).toBe('HTTP.STATUS');
  });
});

describe('an answer that is not the file', () => {
  test.each([
    [401, 'HTTP.FORBIDDEN'],
    [403, 'HTTP.FORBIDDEN'],
    [451, 'HTTP.FORBIDDEN'],
    [404, 'HTTP.NOT_FOUND'],
    [410, 'HTTP.NOT_FOUND'],
    [407, 'PROXY.AUTH'],
    [429, 'HTTP.RATE_LIMIT'],
    [500, 'HTTP.SERVER'],
    [511, 'HTTP.SERVER'],
    [400, 'HTTP.STATUS'],
    [416, 'HTTP.STATUS'],
    [206, 'HTTP.STATUS'],
  ] as const)('with status %i is %s', async (status, code) => {
    const server = await origin(socket => respond(socket, { status, headers: { server: 'nginx' } }));
    const finding = await findingOf(ask(`${server.url}/file?token=hunter2`));
    expect(finding.code).toBe(code);
    expect(evidenceOf(finding, 'status')).toBe(String(status));
    expect(evidenceOf(finding, 'server')).toBe('nginx');
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });

  test('206 is an answer to a range', async () => {
    const server = await origin(socket => respond(socket, { status: 206 }));
    const answer = await ask(server.url, { headers: { Range: 'bytes=0-' } });
    expect(answer.status).toBe(206);
    answer.discard();
  });

  test('shows the beginning of its page on one line, without secrets', async () => {
    const page = `<html>\r\n::error::Bearer hunter2\0blocked ${'x'.repeat(9_000)}`;
    const headers = { 'content-type': 'text/html' };
    const server = await origin(socket => respond(socket, { status: 403, headers, body: page }));
    const finding = await findingOf(ask(server.url, { authorization: 'Bearer hunter2' }));
    expect(evidenceOf(finding, 'body')).toMatch(/^<html> ::error::\*\*\* blocked x{50,200}$/u);
    expect(evidenceOf(finding, 'body')?.length).toBe(200);
  });

  test('shows no Basic credentials that its page has decoded', async () => {
    const body = 'hello mirror-user:pass\u00fcword, is pass\u00fcword right?';
    const server = await origin(socket => respond(socket, { status: 403, headers: { 'content-type': 'text/plain' }, body }));
    const authorization = `Basic ${Buffer.from('mirror-user:pass\u00fcword').toString('base64')}`;
    const finding = await findingOf(ask(server.url, { authorization }));
    expect(evidenceOf(finding, 'body')).toBe('hello ***, is *** right?');
  });

  test.each([
    ['stops', (socket: Parameters<Behaviour>[0]) => void socket.write('HTTP/1.1 403 No\r\nContent-Length: 99\r\n\r\nblocked')],
    ['is cut', (socket: Parameters<Behaviour>[0]) => void socket.end('HTTP/1.1 403 No\r\nContent-Length: 99\r\n\r\nblocked')],
  ])('is still told when its page %s', async (_how, behaviour) => {
    const server = await origin(behaviour);
    expect(await codeOf(ask(server.url))).toBe('HTTP.FORBIDDEN');
  });

  test('429 tells the seconds to wait', async () => {
    const server = await origin(socket => respond(socket, { status: 429, headers: { 'retry-after': '120' } }));
    expect(evidenceOf(await findingOf(ask(server.url)), 'retry after seconds')).toBe('120');
  });
});

describe('a compressed answer', () => {
  test.each([
    ['/file.json', 'gzip'],
    ['/file.tar.gz', 'br'],
    ['/file.tar.gz', 'gzip, br'],
    ['/file.zip', 'deflate'],
  ])('to %s with %s is HTTP.ENCODED', async (path, encoding) => {
    const server = await origin(socket => respond(socket, { headers: { 'content-encoding': encoding } }));
    expect(await codeOf(ask(server.url + path))).toBe('HTTP.ENCODED');
  });

  test.each([
    ['/file.json', 'identity'],
    ['/go1.26.8.linux-amd64.tar.gz', 'gzip'],
    ['/file.tgz', 'X-Gzip'],
  ])('to %s with %s is taken as it is', async (path, encoding) => {
    const body = Buffer.from([0x1f, 0x8b, 0, 255]);
    const server = await origin(socket => respond(socket, { headers: { 'content-encoding': encoding }, body }));
    expect((await fetchAll(server.url + path)).bytes).toEqual(body);
  });
});

describe('a small answer', () => {
  test('comes as a whole, with the address that gave it', async () => {
    const server = await origin(redirector);
    const { bytes, url, response } = await fetchAll(server.url + via('/end'));
    expect(bytes.toString()).toBe('end of /end');
    expect(url).toBe(`${server.url}/end`);
    expect(response).toMatchObject({ status: 200, headers: { 'content-length': '11' }, facts: { address: '127.0.0.1' } });
  });

  test('of exactly the limit is accepted, of one byte more HTTP.TOO_LARGE', async () => {
    const server = await origin((socket, { target }) =>
      respond(socket, { body: 'x'.repeat(target === '/1000' ? 1_000 : 1_001) }),
    );
    expect((await fetchAll(`${server.url}/1000`)).bytes).toHaveLength(1_000);
    expect(await codeOf(fetchAll(`${server.url}/1001`))).toBe('HTTP.TOO_LARGE');
  });

  test('that does not announce its size is cut off at the limit', async () => {
    const server = await origin(socket => socket.write(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1_001)}`));
    expect(await codeOf(fetchAll(server.url))).toBe('HTTP.TOO_LARGE');
  });

  test('that stops is BODY.STALL, also while it still trickles', async () => {
    const server = await origin((socket, { target }) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc');
      if (target !== '/trickle') return;
      const timer = setInterval(() => socket.write('x'), 10);
      socket.once('close', () => clearInterval(timer));
    });
    const finding = await findingOf(fetchAll(server.url, { totalMs: 40 }));
    expect(finding.code).toBe('BODY.STALL');
    expect(evidenceOf(finding, 'received bytes')).toBe('3');
    expect(await codeOf(fetchAll(`${server.url}/trickle`, { totalMs: 60 }))).toBe('BODY.STALL');
  });

  test('that is cut is BODY.TRUNCATED', async () => {
    const server = await origin(socket => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc'));
    expect(await codeOf(fetchAll(server.url))).toBe('BODY.TRUNCATED');
  });

  test('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const server = await origin(socket => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc');
      setTimeout(() => controller.abort(reason), 20);
    });
    const request = { url: server.url, phases: PATIENT, maxBytes: 1_000, totalMs: 10_000 };
    await expect(fetchBytes(wire(), request, controller.signal)).rejects.toBe(reason);
  });

  test('settles even when the body of the port never does', async () => {
    let discarded = 0;
    const body = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
    const facts = { host: 'fake', addresses: [], proxyReason: '', reused: false };
    const net = { request: () => Promise.resolve({ status: 200, headers: {}, body, facts, discard: () => void discarded++ }) };
    const request = { url: 'https://fake.test/', phases: PATIENT, maxBytes: 9, totalMs: 20 };
    expect(await codeOf(fetchBytes({ net, clock: createClock() }, request, never))).toBe('BODY.STALL');
    expect(discarded).toBe(1);
  });
});

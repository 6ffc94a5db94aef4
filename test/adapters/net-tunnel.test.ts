import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet, type NetOptions } from '../../src/adapters/node-net.ts';
import type { PhaseLimits } from '../../src/domain/limits.ts';
import { type Certificate, makeCertificate } from '../servers/certificates.ts';
import { closedPort, type Origin, respond, startOrigin } from '../servers/origin.ts';
import { type ProxyOptions, startProxy } from '../servers/proxy.ts';
import { codeOf, evidenceOf, findingOf, PATIENT, readText } from './net-support.ts';

let ca: Certificate;
let server: Certificate;
beforeAll(() => {
  ca = makeCertificate({ name: 'Test Root' });
  server = makeCertificate({ name: 'server', issuer: ca, names: ['origin.test', '127.0.0.1'] });
});

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function proxy(options: ProxyOptions = {}): Promise<Origin> {
  const started = await startProxy(options);
  cleanups.push(() => started.close());
  return started;
}

async function origin(tls?: Certificate): Promise<Origin> {
  const started = await startOrigin(socket => respond(socket, { body: 'from origin' }), tls === undefined ? {} : { tls });
  cleanups.push(() => started.close());
  return started;
}

function get(url: string, env: NetOptions['env'], limits: Partial<PhaseLimits> = {}) {
  const resolve = (host: string) => Promise.reject(Object.assign(new Error(`looked up ${host}`), { code: 'ENOTFOUND' }));
  const net = createNet({ env, clock: createClock(), ca: [ca.cert], resolve });
  cleanups.push(() => net.close());
  return net.request({ url, limits: { ...PATIENT, ...limits } }, new AbortController().signal);
}

const TARGET = 'https://origin.test/file';

describe('through a proxy', () => {
  test('https goes over CONNECT, and the name is not looked up here', async () => {
    const target = await origin(server);
    const through = await proxy({ tunnelPort: target.port });
    const response = await get(TARGET, { HTTPS_PROXY: through.url });
    expect(await readText(response)).toBe('from origin');
    expect(through.requests).toHaveLength(1);
    expect(through.requests[0]).toMatchObject({
      method: 'CONNECT',
      target: 'origin.test:443',
      headers: { host: 'origin.test:443' },
    });
    expect(response.facts).toMatchObject({ proxy: `127.0.0.1:${through.port}`, proxyReason: 'HTTPS_PROXY', host: 'origin.test' });
    expect(response.facts.tls?.subject).toBe('server');
  });

  test('http goes in absolute form', async () => {
    const through = await proxy();
    const response = await get('http://origin.test:81/file?q=1', { http_proxy: `127.0.0.1:${through.port}` });
    expect(await readText(response)).toBe('via proxy: http://origin.test:81/file?q=1');
    expect(through.requests[0]?.headers['host']).toBe('origin.test:81');
  });

  test('its credentials go to the proxy and never to the origin', async () => {
    const target = await origin(server);
    const through = await proxy({ tunnelPort: target.port });
    const env = {
      HTTPS_PROXY: `http://me:p%40ss@127.0.0.1:${through.port}`,
      HTTP_PROXY: `http://me:p%40ss@127.0.0.1:${through.port}`,
    };
    await readText(await get(TARGET, env));
    await readText(await get('http://origin.test/', env));
    const expected = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(through.requests.map(request => request.headers['proxy-authorization'])).toEqual([expected, expected]);
    expect(target.requests).toHaveLength(1);
    expect(target.requests[0]?.headers['proxy-authorization']).toBeUndefined();
  });

  test('a proxy may itself be spoken to over TLS', async () => {
    const target = await origin(server);
    const through = await proxy({ tunnelPort: target.port, tls: server });
    expect(await readText(await get(TARGET, { HTTPS_PROXY: through.url }))).toBe('from origin');
    expect(through.requests[0]?.method).toBe('CONNECT');
  });

  test('loopback goes direct', async () => {
    const target = await origin();
    const response = await get(target.url, { HTTP_PROXY: `127.0.0.1:${await closedPort()}` });
    expect(await readText(response)).toBe('from origin');
    expect(response.facts.proxy).toBeUndefined();
  });
});

describe('a proxy that does not open the way', () => {
  test.each([
    [407, 'PROXY.AUTH'],
    [403, 'PROXY.DENIED'],
    [405, 'PROXY.DENIED'],
    [502, 'PROXY.UPSTREAM'],
    [503, 'PROXY.UPSTREAM'],
  ] as const)('with status %i is %s', async (status, code) => {
    const headers = { 'proxy-authenticate': 'Basic realm="x"', 'x-squid-error': 'ERR_ACCESS_DENIED 0' };
    const through = await proxy({ onConnect: socket => respond(socket, { status, headers, body: '<html>blocked</html>' }) });
    const finding = await findingOf(get(TARGET, { HTTPS_PROXY: through.url }));
    expect(finding.code).toBe(code);
    expect(finding.subject).toBe(`127.0.0.1:${through.port}`);
    expect(evidenceOf(finding, 'status')).toBe(String(status));
    expect(evidenceOf(finding, 'schemes')).toBe('Basic');
    expect(evidenceOf(finding, 'x-squid-error')).toBe('ERR_ACCESS_DENIED 0');
    expect(through.requests).toHaveLength(1);
  });

  test.each(['end', 'reset'])('but closes (%s) is PROXY.CLOSED, and is asked once', async how => {
    const through = await proxy({ onConnect: socket => (how === 'end' ? void socket.end() : void socket.resetAndDestroy()) });
    expect(await codeOf(get(TARGET, { HTTPS_PROXY: through.url }))).toBe('PROXY.CLOSED');
    expect(through.requests).toHaveLength(1);
  });

  test('but talks something else is PROXY.NOT_HTTP', async () => {
    const through = await proxy({ onConnect: socket => void socket.write('\x05\xffgarbage\r\n') });
    expect(await codeOf(get(TARGET, { HTTPS_PROXY: through.url }))).toBe('PROXY.NOT_HTTP');
  });

  test('but answers 200 and speaks itself is PROXY.NOT_HTTP and shows what came', async () => {
    const through = await proxy({ onConnect: socket => void socket.write('HTTP/1.1 200 OK\r\n\r\n<html>login</html>') });
    const finding = await findingOf(get(TARGET, { HTTPS_PROXY: through.url }));
    expect(finding.code).toBe('PROXY.NOT_HTTP');
    expect(evidenceOf(finding, 'first bytes')).toBe('<html>login</html>');
  });

  test('but is silent is PROXY.STALL', async () => {
    const through = await proxy({ onConnect: () => undefined });
    expect(await codeOf(get(TARGET, { HTTPS_PROXY: through.url }, { proxyMs: 30 }))).toBe('PROXY.STALL');
    const untilMs = createClock().monotonic() + 1_000;
    expect(await codeOf(get(TARGET, { HTTPS_PROXY: through.url }, { untilMs }))).toBe('PROXY.STALL');
  });

  test('because nothing listens is PROXY.REFUSED', async () => {
    expect(await codeOf(get(TARGET, { HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` }))).toBe('PROXY.REFUSED');
  });

  test('because its name is unknown is PROXY.DNS', async () => {
    const finding = await findingOf(get(TARGET, { HTTPS_PROXY: 'http://proxy.test:3128' }));
    expect(finding.code).toBe('PROXY.DNS');
    expect(finding.subject).toBe('proxy.test');
  });

  test('because it is addressed over TLS and is plain is TLS.PLAIN_HTTP of the proxy', async () => {
    const through = await startOrigin(() => undefined, {
      onConnection: socket => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    });
    cleanups.push(() => through.close());
    const finding = await findingOf(get(TARGET, { HTTPS_PROXY: `https://127.0.0.1:${through.port}` }));
    expect(finding.code).toBe('TLS.PLAIN_HTTP');
    expect(finding.subject).toBe(`127.0.0.1:${through.port}`);
  });

  test('opened, but to somebody else, is a TLS failure of the origin', async () => {
    const wrong = await origin(makeCertificate({ name: 'wrong', issuer: ca, names: ['wrong.test'] }));
    const through = await proxy({ tunnelPort: wrong.port });
    expect(await codeOf(get(TARGET, { HTTPS_PROXY: through.url }))).toBe('TLS.NAME');
  });

  test('407 in absolute form is an answer like any other', async () => {
    const through = await startOrigin(socket => respond(socket, { status: 407 }));
    cleanups.push(() => through.close());
    const response = await get('http://origin.test/', { HTTP_PROXY: through.url });
    expect(response.status).toBe(407);
    response.discard();
  });
});

import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createProbeNet, type ProbeNetOptions } from '../../src/adapters/probe-net.ts';
import type { ConnectFacts, TunnelFacts } from '../../src/domain/network-facts.ts';
import type { Exchange, ProbeNet } from '../../src/ports/probe-net.ts';
import { startHttpFault } from '../servers/http-faults.ts';
import { listenOn } from '../servers/listening.ts';
import { closedPort } from '../servers/origin.ts';
import { startProxy } from '../servers/proxy.ts';
import { PROXY_FAULTS } from '../servers/proxy-faults.ts';
import { startTlsFault } from '../servers/tls-faults.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const never = new AbortController().signal;

function probes(options: Partial<ProbeNetOptions> = {}): ProbeNet {
  return createProbeNet({ clock: createClock(), env: { SSL_CERT_FILE: '' }, ca: undefined, ...options });
}

function connectTo(port: number, address = '127.0.0.1'): Promise<ConnectFacts> {
  return probes().connect({ address, port, ms: 5_000, silenceMs: 100 }, never);
}

describe('a connection', () => {
  test('that stays open while nobody speaks', async () => {
    const origin = await startHttpFault('healthy');
    cleanups.push(origin.close);
    expect(await connectTo(origin.port)).toMatchObject({ ok: true, silence: 'open', address: '127.0.0.1', family: 4 });
    expect(origin.requests).toEqual([]);
  });

  test('T01 is refused', async () => {
    expect(await connectTo(await closedPort())).toMatchObject({ ok: false, code: 'ECONNREFUSED', syscall: 'connect' });
  });

  test.each([
    ['T10', 'reset'],
    ['T11', 'fin'],
    ['banner', 'spoke'],
  ] as const)('%s: what comes unasked is %s', async (id, silence) => {
    const server = createServer(socket => {
      if (id === 'T10') socket.resetAndDestroy();
      else if (id === 'banner') socket.end('SSH-2.0');
      else socket.end();
    });
    const { port, close } = await listenOn(server);
    cleanups.push(close);
    const facts = await connectTo(port);
    expect(facts).toMatchObject({ ok: true, silence });
    expect(facts.spokeHex).toBe(id === 'banner' ? Buffer.from('SSH-2.0').toString('hex') : undefined);
  });
});

describe('CONNECT', () => {
  async function tunnel(id: string, target = 'go.fault.test:443', ms = 3_000): Promise<TunnelFacts> {
    const onConnect = PROXY_FAULTS[id];
    const proxy = await startProxy({ ...(onConnect === undefined ? {} : { onConnect }) });
    cleanups.push(proxy.close);
    const way = { address: '127.0.0.1', port: proxy.port, proxy: { host: 'proxy.fault.test', secure: false, tunnelTo: target } };
    const facts = await probes().tunnel({ way, target, ms, silenceMs: 50 }, never);
    expect(proxy.requests.map(one => [one.method, one.target, one.headers['proxy-authorization']])).toEqual([
      ['CONNECT', target, undefined],
    ]);
    expect(facts.proxy).toBe(`proxy.fault.test:${proxy.port}`);
    return facts;
  }

  test.each([
    ['P04', { ok: false, status: 407, schemes: ['NTLM', 'Basic'], squidError: 'ERR_CACHE_ACCESS_DENIED 0' }],
    ['P05', { ok: false, status: 403, server: 'squid/5.7', page: expect.stringContaining('Access Denied.') }],
    ['P07', { ok: false, status: 503, squidError: 'ERR_CONNECT_FAIL 101', via: expect.stringContaining('squid') }],
    ['P08', { ok: false, code: 'ECONNRESET', ended: 'fin' }],
    ['P09', { ok: true, status: 200, headHex: Buffer.from('<html>blocked</html>').toString('hex') }],
    ['P10', { ok: false, code: 'ECONNRESET', ended: 'reset' }],
    ['P11', { ok: false, code: 'HPE_INVALID_CONSTANT', headHex: expect.stringMatching(/^5353482d/u) }],
  ])('%s', async (id, expected) => {
    const facts = await tunnel(id);
    expect(facts).toMatchObject(expected);
    expect(JSON.stringify(facts)).not.toContain('secret');
  });

  test('P03 ends at its deadline', async () => {
    expect(await tunnel('P03', 'go.fault.test:443', 200)).toMatchObject({ ok: false, ended: 'deadline' });
  });

  test('P06 is refused for one port only', async () => {
    expect(await tunnel('P06', 'go.fault.test:8443')).toMatchObject({ status: 403 });
    expect(await tunnel('P06')).toMatchObject({ ok: true, status: 200 });
  });

  test('P01: the address that refuses is that of the proxy', async () => {
    const port = await closedPort();
    const way = { address: '127.0.0.1', port, proxy: { host: '127.0.0.1', secure: false } };
    const facts = await probes().tunnel({ way, target: 'go.fault.test:443', ms: 3_000, silenceMs: 50 }, never);
    expect(facts).toMatchObject({ ok: false, code: 'ECONNREFUSED', proxy: `127.0.0.1:${port}` });
  });

  test('E04: a plain proxy that is spoken to over TLS', async () => {
    const proxy = await startProxy();
    cleanups.push(proxy.close);
    const way = { address: '127.0.0.1', port: proxy.port, proxy: { host: 'localhost', secure: true } };
    const facts = await probes().tunnel({ way, target: 'go.fault.test:443', ms: 1_000, silenceMs: 50 }, never);
    expect(facts.ok).toBe(false);
    expect(facts.status).toBeUndefined();
  });

  test('leads to a handshake and an exchange', async () => {
    const server = await startTlsFault('healthy');
    const proxy = await startProxy({ tunnelPort: server.port });
    cleanups.push(server.close, proxy.close);
    const net = probes({ ca: [server.root.cert] });
    const proxyWay = { host: '127.0.0.1', secure: false, tunnelTo: 'go.fault.test:443' };
    const way = { address: '127.0.0.1', port: proxy.port, proxy: proxyWay };
    expect(await net.handshake({ way, name: 'go.fault.test', variant: 'usual', ms: 5_000 }, never)).toMatchObject({ ok: true });
    const { facts } = await exchangeWith(net, { url: 'https://go.fault.test/', way });
    expect(facts).toMatchObject({ ok: true, status: 200 });
  });
});

function exchangeWith(
  net: ProbeNet,
  ask: Pick<Parameters<ProbeNet['exchange']>[0], 'url' | 'way'> & { readonly firstByteMs?: number; readonly bodyMs?: number },
): Promise<Exchange> {
  return net.exchange({ roots: 'usual', openMs: 5_000, firstByteMs: 3_000, bodyMs: 3_000, ...ask }, never);
}

describe('an exchange', () => {
  async function exchange(
    id: string,
    limits: { readonly firstByteMs?: number; readonly bodyMs?: number } = {},
  ): Promise<Exchange> {
    const origin = await startHttpFault(id);
    cleanups.push(origin.close);
    const way = { address: '127.0.0.1', port: origin.port };
    const result = await exchangeWith(probes(), { url: `${origin.url}/go.tar.gz?sig=secret-query`, way, ...limits });
    expect(origin.requests[0]?.headers).toMatchObject({ range: 'bytes=0-511', 'accept-encoding': 'identity' });
    expect(origin.requests[0]?.headers['authorization']).toBeUndefined();
    expect(JSON.stringify(result.facts)).not.toContain('secret');
    return result;
  }

  test('of the first bytes', async () => {
    const { facts, served, head } = await exchange('healthy');
    expect(facts).toMatchObject({ ok: true, status: 206, ranged: 'honoured', isComplete: true, redirects: [] });
    expect(facts.firstHex).toMatch(/^1f8b08/u);
    expect(head.length).toBe(facts.receivedBytes);
    expect(Math.abs((served?.dateMs ?? 0) - (served?.atMs ?? 0))).toBeLessThan(5_000);
  });

  test.each([
    ['H03', { status: 302, headers: { location: 'http://sso.login.invalid/start?…', 'content-length': '0' } }],
    ['H04', { status: 200, title: 'Welcome to Guest WiFi', headers: expect.objectContaining({ 'set-cookie': 'present' }) }],
    ['H05', { status: 403, title: 'Web Page Blocked', excerpt: expect.stringContaining('Category: Information Technology') }],
    ['H06', { status: 401, headers: expect.objectContaining({ 'www-authenticate': 'Bearer' }) }],
    ['H07', { status: 403, headers: expect.objectContaining({ 'content-type': 'text/plain' }) }],
    ['H10', { status: 429, headers: expect.objectContaining({ 'retry-after': '17' }) }],
    ['H11', { status: 451, title: 'Unavailable' }],
    ['H12', { status: 503, headers: expect.objectContaining({ 'retry-after': expect.stringContaining('GMT') }) }],
    ['H19', { status: 200, isComplete: true, receivedBytes: 5 }],
    ['H25', { headers: expect.objectContaining({ age: '86400', 'x-cache': 'HIT' }) }],
    ['H26', { status: 200, ranged: 'ignored' }],
    ['H27', { status: 416, ranged: 'refused' }],
  ])('%s is answered: the answer is the fact', async (id, expected) => {
    expect((await exchange(id)).facts).toMatchObject({ ok: true, ...expected });
  });

  test('H23: labelled bytes are kept as they came', async () => {
    const { facts } = await exchange('H23');
    expect(facts.headers['content-encoding']).toBe('gzip');
    expect(facts.ok).toBe(true);
  });

  test.each([
    ['H16', { status: 200, code: 'ECONNRESET', ended: 'fin', isComplete: false, announcedBytes: 5000, receivedBytes: 5 }],
    ['H17', { status: 200, code: 'ECONNRESET', ended: 'reset', isComplete: false }],
    ['H18', { status: 200, ended: 'fin', isComplete: false }],
    ['H20', { status: 200, code: expect.stringMatching(/^HPE_/u) }],
    ['H21', { code: 'HPE_INVALID_CONSTANT', firstHex: expect.stringMatching(/^5353482d/u) }],
    ['H22', { code: 'HPE_HEADER_OVERFLOW' }],
    ['H28', { code: 'ECONNRESET', ended: 'fin', receivedBytes: 0 }],
    ['H29', { ended: 'fin', receivedBytes: 27 }],
    ['H31', { code: expect.stringMatching(/^HPE_/u) }],
  ])('%s is broken', async (id, expected) => {
    expect((await exchange(id)).facts).toMatchObject({ ok: false, ...expected });
  });

  test('H13: no header comes', async () => {
    const { facts } = await exchange('H13', { firstByteMs: 200 });
    expect(facts).toMatchObject({ ok: false, ended: 'deadline', receivedBytes: 0 });
    expect(facts.status).toBeUndefined();
  });

  test('H14: a body stops, and its samples are flat', async () => {
    const { facts } = await exchange('H14', { bodyMs: 400 });
    expect(facts).toMatchObject({ ok: false, ended: 'deadline', status: 200, announcedBytes: 100_000, receivedBytes: 20 });
    expect(facts.progress).toHaveLength(1);
  });

  test('H15: a body drips, and its samples rise', async () => {
    const { facts } = await exchange('H15', { bodyMs: 1_000 });
    expect(facts).toMatchObject({ ok: false, ended: 'deadline', status: 200 });
    const bytes = facts.progress?.map(([, count]) => count) ?? [];
    expect(bytes.length).toBeGreaterThan(2);
    expect([...bytes].sort((a, b) => a - b)).toEqual(bytes);
  });

  test('asks a server that is not verified for its Date, and nothing else', async () => {
    const server = await startTlsFault('S01');
    cleanups.push(server.close);
    const way = { address: '127.0.0.1', port: server.port };
    const served = await probes().date({ way, url: 'https://go.fault.test/secret-path', ms: 3_000 }, never);
    expect(Math.abs((served?.dateMs ?? 0) - Date.now())).toBeLessThan(10_000);
    const { facts } = await exchangeWith(probes(), { url: 'https://go.fault.test/', way });
    expect(facts).toMatchObject({ ok: false, code: 'CERT_HAS_EXPIRED', headers: {} });
    expect(server.requestCount()).toBe(1);
  });
});

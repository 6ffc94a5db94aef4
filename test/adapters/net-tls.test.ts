import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet, type NetOptions } from '../../src/adapters/node-net.ts';
import type { PhaseLimits } from '../../src/domain/limits.ts';
import { certificatesIn } from '../../src/domain/pem-certificates.ts';
import { type Certificate, makeCertificate } from '../servers/certificates.ts';
import { type Origin, type OriginOptions, respond, startOrigin } from '../servers/origin.ts';
import { startBigHelloBox } from '../servers/tls-faults.ts';
import { codeOf, evidenceOf, findingOf, PATIENT, readText } from './net-support.ts';

let ca: Certificate;
let good: Certificate;
beforeAll(() => {
  ca = makeCertificate({ name: 'Test Root' });
  good = makeCertificate({ name: 'server', issuer: ca, names: ['localhost', '127.0.0.1'] });
});

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function origin(tls: Certificate | undefined, options: OriginOptions = {}): Promise<Origin> {
  const server = await startOrigin(socket => respond(socket, { body: 'secret' }), {
    ...options,
    ...(tls === undefined ? {} : { tls }),
  });
  cleanups.push(() => server.close());
  return server;
}

function get(url: string, options: Partial<NetOptions> & { readonly limits?: Partial<PhaseLimits> } = {}) {
  // The roots of this machine must not decide a test.
  const net = createNet({ env: { SSL_CERT_FILE: '' }, clock: createClock(), ca: [ca.cert], ...options });
  cleanups.push(() => net.close());
  return net.request({ url, limits: { ...PATIENT, ...options.limits } }, new AbortController().signal);
}

async function pemFile(text: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'net-tls-'));
  cleanups.push(() => rm(directory, { recursive: true }));
  const path = join(directory, 'ca.pem');
  await writeFile(path, text);
  return path;
}

describe('a certificate', () => {
  test('of a root that was given is accepted, for a name and for an address', async () => {
    const server = await origin(good);
    const response = await get(server.url);
    expect(await readText(response)).toBe('secret');
    expect(response.facts.tls).toMatchObject({ subject: 'server', issuer: 'Test Root' });
    expect(response.facts.tls?.protocol).toMatch(/^TLSv1\.[23]$/u);
    const byName = await get(`https://localhost:${server.port}/`, { resolve: () => Promise.resolve(['127.0.0.1']) });
    expect(await readText(byName)).toBe('secret');
  });

  test('of an unknown root is TLS.UNTRUSTED, and its issuer is evidence', async () => {
    const server = await origin(good);
    const finding = await findingOf(get(server.url, { ca: undefined }));
    expect(finding.code).toBe('TLS.UNTRUSTED');
    expect(evidenceOf(finding, 'issuer')).toBe('Test Root');
    expect(evidenceOf(finding, 'subject')).toBe('server');
  });

  test('that signs itself is TLS.UNTRUSTED', async () => {
    const server = await origin(makeCertificate({ name: 'self', names: ['127.0.0.1'] }));
    expect(await codeOf(get(server.url))).toBe('TLS.UNTRUSTED');
  });

  test.each([
    ['TLS.EXPIRED', [-30, -1]],
    ['TLS.NOT_YET', [1, 30]],
  ] as const)('outside of its time is %s', async (code, validDays) => {
    const server = await origin(makeCertificate({ name: 'late', issuer: ca, names: ['127.0.0.1'], validDays }));
    expect(await codeOf(get(server.url))).toBe(code);
  });

  test('for another name is TLS.NAME, and its names are evidence', async () => {
    const server = await origin(makeCertificate({ name: 'other', issuer: ca, names: ['other.test'] }));
    const finding = await findingOf(get(server.url));
    expect(finding.code).toBe('TLS.NAME');
    expect(evidenceOf(finding, 'names')).toBe('DNS:other.test');
  });

  test('is verified even where the environment asks for no verification of plain http', async () => {
    const server = await origin(good);
    expect(await codeOf(get(server.url, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }))).toBe('CFG.TLS_DISABLED');
    expect(server.connectionCount()).toBe(0);
  });
});

describe('roots', () => {
  test('of the operating system are tried when the issuer is unknown, and first from then on', async () => {
    const server = await origin(good);
    const env = { SSL_CERT_FILE: await pemFile(ca.cert) };
    const net = createNet({ env, clock: createClock(), ca: undefined });
    cleanups.push(() => net.close());
    const request = { url: server.url, limits: PATIENT };
    const signal = new AbortController().signal;
    expect(await readText(await net.request(request, signal))).toBe('secret');
    expect(server.connectionCount()).toBe(2);
    const second = await net.request(request, signal);
    second.discard();
    const third = await net.request(request, signal);
    expect(await readText(third)).toBe('secret');
    expect(server.connectionCount()).toBe(3);
  });

  test('of NODE_EXTRA_CA_CERTS are kept when a ca-file is given', async () => {
    const server = await origin(good);
    const other = makeCertificate({ name: 'Other Root' });
    const env = { SSL_CERT_FILE: await pemFile(other.cert), NODE_EXTRA_CA_CERTS: await pemFile(ca.cert) };
    expect(await readText(await get(server.url, { env, ca: [other.cert] }))).toBe('secret');
    expect(server.connectionCount()).toBe(1);
  });

  test.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'ca-file'])(
    'of %s are found behind one that was cut, and where they are indented',
    async name => {
      const server = await origin(good);
      const bundle = `${ca.cert.slice(0, 300)}\n  ${ca.cert.replaceAll('\n', '\n  ')}`;
      const env = { SSL_CERT_FILE: await pemFile(makeCertificate({ name: 'Other Root' }).cert) };
      const options =
        name === 'ca-file' ? { ca: certificatesIn(bundle) } : { ca: undefined, env: { ...env, [name]: await pemFile(bundle) } };
      expect(await readText(await get(server.url, options))).toBe('secret');
    },
  );

  test('that cannot be read are skipped', async () => {
    const server = await origin(good);
    const env = { SSL_CERT_FILE: await pemFile('nothing here'), NODE_EXTRA_CA_CERTS: join(tmpdir(), 'net-tls-absent.pem') };
    expect(await codeOf(get(server.url, { env, ca: undefined }))).toBe('TLS.UNTRUSTED');
  });
});

describe('a handshake', () => {
  test('with a plain HTTP server is TLS.PLAIN_HTTP', async () => {
    const server = await startOrigin(() => undefined, {
      onConnection: socket => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    });
    cleanups.push(() => server.close());
    expect(await codeOf(get(`https://127.0.0.1:${server.port}/`))).toBe('TLS.PLAIN_HTTP');
  });

  test('that is not answered is TLS.HANDSHAKE_STALL', async () => {
    const server = await origin(undefined);
    expect(await codeOf(get(`https://127.0.0.1:${server.port}/`, { limits: { tlsMs: 30 } }))).toBe('TLS.HANDSHAKE_STALL');
    const untilMs = createClock().monotonic() + 1_000;
    expect(await codeOf(get(`https://127.0.0.1:${server.port}/`, { limits: { untilMs } }))).toBe('TLS.HANDSHAKE_STALL');
  });

  test.each(['end', 'reset'])('that is cut by %s is TLS.CLOSED', async how => {
    const server = await startOrigin(() => undefined, {
      onConnection: socket => socket.once('data', () => (how === 'end' ? socket.end() : socket.resetAndDestroy())),
    });
    cleanups.push(() => server.close());
    expect(await codeOf(get(`https://127.0.0.1:${server.port}/`))).toBe('TLS.CLOSED');
  });

  test('that is answered with an alert is TLS.ALERT with its number', async () => {
    const unrecognizedName = Buffer.from([0x15, 3, 3, 0, 2, 2, 112]);
    const server = await startOrigin(() => undefined, {
      onConnection: socket => socket.once('data', () => socket.end(unrecognizedName)),
    });
    cleanups.push(() => server.close());
    const finding = await findingOf(get(`https://127.0.0.1:${server.port}/`));
    expect(finding.code).toBe('TLS.ALERT');
    expect(evidenceOf(finding, 'alert')).toBe('112');
  });
});

describe('connections that a repair has changed', () => {
  test('offer a hello that fits into one packet, and are verified as before', async () => {
    const server = await origin(good);
    const box = await startBigHelloBox(server.port);
    cleanups.push(() => box.close());
    const url = `https://127.0.0.1:${box.port}/`;
    expect(await readText(await get(url, { network: { classicalGroups: true } }))).toBe('secret');
    expect(await codeOf(get(url, { network: { classicalGroups: true }, ca: undefined }))).toBe('TLS.UNTRUSTED');
    expect(await codeOf(get(url, { network: { classicalGroups: true }, ca: [makeCertificate({ name: 'other' }).cert] }))).toBe(
      'TLS.UNTRUSTED',
    );
  });

  test('begin with every store of the machine, and are verified by it', async () => {
    const server = await origin(good);
    const env = { SSL_CERT_FILE: await pemFile(ca.cert) };
    const wide = { env, ca: undefined, network: { everyStore: true } } as const;
    expect(await readText(await get(server.url, wide))).toBe('secret');
    expect(server.connectionCount()).toBe(1);
    const other = await pemFile(makeCertificate({ name: 'other' }).cert);
    expect(await codeOf(get(server.url, { ...wide, env: { SSL_CERT_FILE: other } }))).toBe('TLS.UNTRUSTED');
  });
});

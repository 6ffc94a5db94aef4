import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createProbeNet } from '../../src/adapters/probe-net.ts';
import type { HandshakeFacts, HandshakeVariant } from '../../src/domain/handshake-facts.ts';
import { startOrigin } from '../servers/origin.ts';
import { startTlsFault, withIssuerUrl } from '../servers/tls-faults.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const never = new AbortController().signal;
/** Node 24 offers a post-quantum group, which makes its first message four times as long, and refuses weak keys. */
const isModern = Number(process.versions.node.split('.')[0]) >= 24;

interface Options {
  readonly variant?: HandshakeVariant;
  /** Whether the server's root is in `ca-file`. */
  readonly trusted?: boolean;
  readonly name?: string;
  readonly ms?: number;
}

async function handshake(id: string, options: Options = {}): Promise<HandshakeFacts> {
  const server = await startTlsFault(id);
  cleanups.push(() => server.close());
  const ca = options.trusted === false ? undefined : [server.root.cert];
  const net = createProbeNet({ clock: createClock(), env: { SSL_CERT_FILE: '' }, ca });
  const way = { address: '127.0.0.1', port: server.port };
  const { name = 'go.fault.test', variant = 'usual', ms = 5_000 } = options;
  return net.handshake({ way, name, variant, ms }, never);
}

describe('a sound handshake', () => {
  test('says what was negotiated and what each store holds of the chain', async () => {
    const facts = await handshake('healthy');
    expect(facts).toMatchObject({ ok: true, variant: 'usual', protocol: 'TLSv1.3', hasStaple: false, hasSct: false });
    expect(facts.verified).toMatchObject({ bundled: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', extra: 'ok' });
    expect(facts.chain).toHaveLength(1);
    expect(facts.chain?.[0]).toMatchObject({
      subject: 'CN=go.fault.test',
      issuer: 'CN=Fault Root',
      names: ['localhost', '127.0.0.1', 'go.fault.test'],
      keyBits: 256,
      signature: 'ecdsaWithSHA256',
      isSelfIssued: false,
    });
    expect(facts.chain?.[0]?.notAfterMs).toBeGreaterThan(Date.now());
    expect(facts.firstHex).toMatch(/^1603/u);
  });

  test('is one for an address too', async () => {
    expect(await handshake('healthy', { name: '127.0.0.1' })).toMatchObject({ ok: true, verified: { extra: 'ok' } });
    expect(await handshake('healthy', { name: '127.0.0.2' })).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  test('offers what its variant says', async () => {
    const size = async (variant: HandshakeVariant) => (await handshake('healthy', { variant })).sentBytes ?? 0;
    const [usual, classical] = await Promise.all([size('usual'), size('classical')]);
    expect(usual > 1_000).toBe(isModern);
    expect(classical).toBeLessThan(1_000);
    expect(await handshake('healthy', { variant: 'tls12' })).toMatchObject({ ok: true, protocol: 'TLSv1.2' });
    expect(await handshake('healthy', { variant: 'neutral-name', trusted: false })).toMatchObject({ ok: true });
    expect((await handshake('healthy', { variant: 'no-alpn' })).alpn).toBeUndefined();
  });

  test('is made once, and nothing is sent over it', async () => {
    const server = await startTlsFault('healthy');
    cleanups.push(() => server.close());
    const net = createProbeNet({ clock: createClock(), env: {}, ca: [server.root.cert] });
    await net.handshake(
      { way: { address: '127.0.0.1', port: server.port }, name: 'localhost', variant: 'usual', ms: 5_000 },
      never,
    );
    expect(server.requestCount()).toBe(0);
    expect(server.connectionCount()).toBe(1);
  });
});

describe('an issuer that the server did not send', () => {
  async function completed(trusted: boolean): Promise<HandshakeFacts> {
    const { root, issuer, tls } = withIssuerUrl('http://ca.fault.test/issuer.crt');
    const origin = await startOrigin(() => undefined, { tls });
    cleanups.push(origin.close);
    const net = createProbeNet({ clock: createClock(), env: {}, ca: trusted ? [root.cert] : undefined });
    const way = { address: '127.0.0.1', port: origin.port };
    const first = await net.handshake({ way, name: 'localhost', variant: 'usual', ms: 5_000 }, never);
    expect(first).toMatchObject({ ok: false, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(first.chain?.[0]?.issuerUrls).toEqual(['http://ca.fault.test/issuer.crt']);
    return net.handshake({ way, name: 'localhost', variant: 'usual', ms: 5_000, issuer: Buffer.from(issuer.cert) }, never);
  }

  test('completes the chain to a root that is trusted, and is no root itself', async () => {
    expect(await completed(true)).toMatchObject({ ok: true });
    expect(await completed(false)).toMatchObject({ ok: false, code: expect.stringMatching(/ISSUER|VERIFY/u) });
  });

  test('that cannot be read is an outcome', async () => {
    const server = await startTlsFault('healthy');
    cleanups.push(() => server.close());
    const net = createProbeNet({ clock: createClock(), env: {}, ca: undefined });
    const way = { address: '127.0.0.1', port: server.port };
    const asked = net.handshake({ way, name: 'localhost', variant: 'usual', ms: 5_000, issuer: Buffer.from('<html>') }, never);
    expect(await asked).toMatchObject({ ok: false });
  });
});

describe('a fault of the certificate', () => {
  test.each([
    ['S01', 'CERT_HAS_EXPIRED', 'CERT_HAS_EXPIRED', true],
    ['S02', 'CERT_NOT_YET_VALID', 'CERT_NOT_YET_VALID', true],
    ['S04', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_CERT_ALTNAME_INVALID', true],
    ['S05', 'SELF_SIGNED_CERT_IN_CHAIN', undefined, false],
    ['S06', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', undefined, false],
    ['S07', 'DEPTH_ZERO_SELF_SIGNED_CERT', undefined, false],
    ['S08', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, false],
    ['S09', 'SELF_SIGNED_CERT_IN_CHAIN', undefined, false],
    ['S10', 'CERT_HAS_EXPIRED', 'CERT_HAS_EXPIRED', true],
    ['S24', 'INVALID_PURPOSE', 'INVALID_PURPOSE', true],
  ])('%s is %s, and the chain is kept', async (id, code, extra, trusted) => {
    const facts = await handshake(id, { trusted });
    expect(facts).toMatchObject({ ok: false, code });
    expect(facts.verified?.extra).toBe(extra);
    // What OpenSSL said of the usual roots is what our own walk says of the same certificates.
    if (!trusted) expect(facts.verified?.bundled).toBe(code);
    expect(facts.chain?.[0]?.subject).toMatch(/^CN=/u);
    expect(facts.ended).toBeUndefined();
  });

  test('S09 names its issuer', async () => {
    expect((await handshake('S09', { trusted: false })).chain?.[1]?.issuer).toBe('O=Zscaler Inc., CN=Zscaler Root CA');
  });

  test('S10 shows which certificate is old', async () => {
    const chain = (await handshake('S10')).chain ?? [];
    expect(chain.map(one => one.notAfterMs > Date.now())).toEqual([true, false]);
  });

  test('S22: a short key is refused by Node 24, and shown by both', async () => {
    const facts = await handshake('S22');
    expect(facts.ok).toBe(!isModern);
    expect(facts.chain?.[0]?.keyBits).toBe(1024);
    if (isModern) expect(facts).toMatchObject({ code: 'UNSPECIFIED', message: expect.stringContaining('too weak') });
  });

  test('S23: a signature over SHA-1 is refused, and shown', async () => {
    const facts = await handshake('S23');
    expect(facts).toMatchObject({ ok: false, code: 'UNSPECIFIED' });
    expect(facts.chain?.[0]?.signature).toBe('ecdsaWithSHA1');
  });
});

describe('a handshake that is not completed', () => {
  test.each([
    ['S11', { alert: 70 }],
    ['S12', { alert: 40, receivedBytes: 7 }],
    ['S13', { alert: 116, protocol: 'TLSv1.3' }],
    ['S14', { alert: 40 }],
    ['S15', { alert: 112, receivedBytes: 7 }],
    ['S16', { code: 'ERR_SSL_WRONG_VERSION_NUMBER', firstHex: expect.stringMatching(/^485454502f/u) }],
    ['S17', { code: 'ECONNRESET', ended: 'reset', receivedBytes: 0 }],
    ['S18', { code: 'ECONNRESET', ended: 'fin', receivedBytes: 0 }],
    ['S20', { code: 'ECONNRESET', ended: 'fin', receivedBytes: 19 }],
    ['S21', { alert: 120 }],
  ])('%s', async (id, expected) => {
    const facts = await handshake(id);
    expect(facts).toMatchObject({ ok: false, ...expected });
    expect(facts.sentBytes).toBeGreaterThan(300);
  });

  test('S14 differs from S12 by what came before the alert', async () => {
    expect((await handshake('S14')).receivedBytes).toBeGreaterThan(100);
  });

  test('S19 ends at its deadline', async () => {
    expect(await handshake('S19', { ms: 200 })).toMatchObject({ ok: false, ended: 'deadline', receivedBytes: 0 });
  });

  test('S28: a long first message is reset, a classical one is not', async () => {
    expect((await handshake('S28')).ok).toBe(!isModern);
    expect(await handshake('S28', { variant: 'classical' })).toMatchObject({ ok: true });
  });

  test('rejects only with the reason of the signal', async () => {
    const server = await startTlsFault('S19');
    cleanups.push(() => server.close());
    const stop = new AbortController();
    const net = createProbeNet({ clock: createClock(), env: {}, ca: undefined });
    const way = { address: '127.0.0.1', port: server.port };
    const asked = net.handshake({ way, name: 'localhost', variant: 'usual', ms: 20_000 }, stop.signal);
    setTimeout(() => stop.abort('stopped'), 50);
    await expect(asked).rejects.toBe('stopped');
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { HandshakeFacts } from '../../src/domain/handshake-facts.ts';
import type { Facts } from '../../src/domain/network-facts.ts';
import { PROBE_LIMITS } from '../../src/domain/probe-limits.ts';
import { type GatherParts, gatherFacts } from '../../src/probes/gather.ts';
import type { WantedTarget } from '../../src/probes/pass.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createFakeProbeNet, type FakeHost, type FakeProbeNet } from '../fakes/fake-probe-net.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { makeSigner, SOME_TREE, signNote, treeText } from '../fakes/sumdb-log.ts';
import { goArchive, goTar } from '../faults/lab/archives.ts';

const PUBLIC = '203.0.113.7';
const signer = makeSigner('sum.golang.org');

interface Gathered {
  readonly facts: Facts;
  readonly net: FakeProbeNet;
  readonly clock: FakeClock;
  readonly tookMs: number;
}

function given(...urls: readonly string[]): readonly WantedTarget[] {
  return urls.map(url => ({ url, role: 'given' }));
}

async function gather(
  hosts: Readonly<Record<string, FakeHost>>,
  parts: Partial<GatherParts> & { readonly isOffline?: boolean },
  signal = new AbortController().signal,
): Promise<Gathered> {
  const clock = createFakeClock();
  const net = createFakeProbeNet(clock, hosts);
  const files = createMemoryFiles({ clock });
  const startMs = clock.monotonic();
  const facts = await gatherFacts(
    {
      net: parts.isOffline === true ? undefined : net,
      clock,
      files,
      env: {},
      os: 'linux',
      randomName: () => 'x',
      allowDirect: false,
      runtime: { node: '20.0.0', openssl: '3.0.0', os: 'linux', arch: 'x64' },
      builtOn: '2025-01-02',
      targets: [],
      goproxy: undefined,
      database: { name: 'sum.golang.org', verifierKey: signer.verifierKey, paths: [] },
      disks: [],
      archives: [],
      environment: undefined,
      seen: [],
      ...parts,
    },
    signal,
  );
  return { facts, net, clock, tookMs: clock.monotonic() - startMs };
}

describe('a target', () => {
  it('is walked once: every address, one handshake, one exchange', async () => {
    const { facts, net } = await gather(
      { 'go.dev': { addresses: [PUBLIC, '2001:db8::7'] } },
      { targets: given('https://go.dev/a.tar.gz') },
    );
    expect(facts.targets).toMatchObject([
      { url: 'https://go.dev/a.tar.gz', host: 'go.dev', port: 443, resolve: { lookup: { ok: true }, servers: ['192.0.2.53'] } },
    ]);
    expect(net.steps.filter(step => !step.startsWith('lookup'))).toEqual([
      `connect ${PUBLIC}:443`,
      'connect 2001:db8::7:443',
      `handshake go.dev usual ${PUBLIC}`,
      'GET https://go.dev/a.tar.gz',
    ]);
  });

  it('shares its way with others of the host, and of many URLs few are asked', async () => {
    const urls = Array.from({ length: 6 }, (_, index) => `https://go.dev/${index}`);
    const { facts, net } = await gather({ 'go.dev': { addresses: [PUBLIC] } }, { targets: given(...urls) });
    expect(net.steps.filter(step => step.startsWith('GET'))).toHaveLength(PROBE_LIMITS.hostRequestCount);
    expect(net.steps.filter(step => step.startsWith('handshake'))).toHaveLength(1);
    expect(facts.targets.map(({ url }) => url)).toEqual(urls);
    expect(facts.targets.every(({ handshakes }) => handshakes.length === 1)).toBe(true);
  });

  it('never gets a credential, and shows none', async () => {
    const { facts, net } = await gather(
      { 'go.dev': { addresses: [PUBLIC] }, 'proxy.test': { addresses: ['10.0.0.3'] } },
      {
        env: { HTTPS_PROXY: 'http://user:s3cret@proxy.test:3128' },
        targets: [{ url: 'https://user:s3cret@go.dev/a?sig=s3cret', role: 'source', withheld: true }],
      },
    );
    expect(net.steps.join('\n')).not.toContain('user');
    expect(JSON.stringify(facts)).not.toContain('s3cret');
    expect(facts.targets[0]).toMatchObject({ withheld: true, tunnel: { withheld: true } });
    expect(facts.proxies[0]).toMatchObject({ withheld: true });
  });

  it('that is not resolved stops there', async () => {
    const { facts, net } = await gather({}, { targets: given('https://go.dev/') });
    expect(facts.targets[0]).toMatchObject({ resolve: { lookup: { code: 'ENOTFOUND' } }, connects: [], handshakes: [] });
    expect(net.steps.every(step => step.startsWith('lookup'))).toBe(true);
  });
});

describe('a failed handshake', () => {
  const variants = (facts: Facts): readonly string[] => (facts.targets[0]?.handshakes ?? []).map(({ variant }) => variant);
  const failing = (fails: (variant: string, address: string) => Partial<HandshakeFacts> | undefined): FakeHost => ({
    addresses: [PUBLIC],
    handshake: ({ variant, way }) => fails(variant, way.address) ?? {},
  });

  it('that was cut is compared with others that differ in one variable', async () => {
    const host = failing(variant => (variant === 'usual' ? { ok: false, code: 'ECONNRESET', ended: 'reset' } : undefined));
    const { facts, net } = await gather({ 'go.dev': host }, { targets: given('https://go.dev/') });
    expect(variants(facts)).toEqual(['usual', 'classical', 'tls12', 'neutral-name']);
    expect(net.steps.some(step => step.startsWith('GET'))).toBe(false);
  });

  it('is tried at another address of the host', async () => {
    const host = failing((_variant, address) => (address === PUBLIC ? { ok: false, ended: 'fin' } : undefined));
    const { facts } = await gather(
      { 'go.dev': { ...host, addresses: [PUBLIC, '203.0.113.8'] } },
      { targets: given('https://go.dev/') },
    );
    expect(facts.targets[0]?.handshakes.at(-1)).toMatchObject({ variant: 'usual', address: '203.0.113.8', ok: true });
    expect(facts.targets[0]?.http).toMatchObject({ ok: true });
  });

  it('of an unknown issuer is tried with the roots of the system, which then serve', async () => {
    const chain: HandshakeFacts['chain'] = [];
    const host = failing(variant =>
      variant === 'usual' ? { ok: false, code: 'SELF_SIGNED_CERT_IN_CHAIN', chain } : { ok: true, chain },
    );
    const { facts } = await gather({ 'go.dev': host }, { targets: given('https://go.dev/') });
    expect(variants(facts)).toEqual(['usual', 'system-roots']);
    expect(facts.targets[0]?.http).toMatchObject({ ok: true });
  });

  it('of a certificate that came alone is repeated with the one that it names as its issuer', async () => {
    const { issuerUrls, ...rest } = { issuerUrls: ['http://ca.test/issuer.crt'] };
    const chain = [{ ...rest, issuerUrls }] as unknown as HandshakeFacts['chain'] & object;
    const alone = { ok: false, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain };
    const host: FakeHost = { addresses: [PUBLIC], handshake: ({ issuer }) => (issuer === undefined ? alone : { ok: true }) };
    const authority: FakeHost = { addresses: ['203.0.113.9'], answer: () => ({ body: 'certificate' }) };
    const hosts = { 'go.dev': host, 'ca.test': authority };
    const { facts } = await gather(hosts, { targets: given('https://go.dev/') });
    expect(facts.targets[0]?.handshakes[0]).toMatchObject({ ok: false, completed: 'ok' });
    expect(facts.targets[0]?.http).toBeUndefined();
    const inward = await gather(
      { ...hosts, 'ca.test': { ...authority, addresses: ['10.0.0.1'] } },
      { targets: given('https://go.dev/') },
    );
    expect(inward.facts.targets[0]?.handshakes[0]?.completed).toBeUndefined();
    expect(inward.net.steps.some(step => step.startsWith('GET'))).toBe(false);
  });

  it('that nobody answers is followed by a line of plain text, which a live server answers somehow', async () => {
    const host: FakeHost = { addresses: [PUBLIC], handshake: 'silent', answer: () => ({ ok: false, ended: 'fin' }) };
    const { facts } = await gather({ 'go.dev': host }, { targets: given('https://go.dev/') });
    expect(facts.targets[0]?.mtu).toEqual({ smallPasses: true, largePasses: false });
    const dead = await gather({ 'go.dev': { ...host, answer: 'silent' } }, { targets: given('https://go.dev/') });
    expect(dead.facts.targets[0]?.mtu).toEqual({ smallPasses: false, largePasses: false });
  });

  it('of an old certificate asks for nothing but the Date, which tells a wrong clock', async () => {
    const old: Partial<HandshakeFacts> = { ok: false, code: 'CERT_HAS_EXPIRED', chain: [] };
    const host = { ...failing(() => old), clockOffsetMs: -3_600_000 };
    const { facts, net } = await gather(
      { 'go.dev': host, 'a.test': { ...host, addresses: ['203.0.113.8'] } },
      { targets: given('https://go.dev/', 'https://a.test/') },
    );
    expect(facts.clock).toMatchObject({
      builtMs: Date.UTC(2025, 0, 2),
      offsets: [
        { host: 'go.dev', offsetMs: 3_600_000 },
        { host: 'a.test', offsetMs: 3_600_000 },
      ],
    });
    expect(net.steps.some(step => step.startsWith('GET'))).toBe(false);
  });
});

describe('an answer that should be an archive', () => {
  const wanted: readonly WantedTarget[] = [
    { url: 'https://go.dev/a.tar.gz', role: 'source', sourceId: 'official', expects: 'archive' },
  ];
  const kindOf = async (body: Uint8Array, status = 206): Promise<string | undefined> => {
    const host: FakeHost = { addresses: [PUBLIC], answer: () => ({ status, body }) };
    return (await gather({ 'go.dev': host }, { targets: wanted })).facts.archives[0]?.kind;
  };

  it('is known by its first bytes, where they decide', async () => {
    const archive = goArchive('linux-amd64');
    expect(await kindOf(archive.subarray(0, 512))).toBeUndefined();
    expect(await kindOf(gzipSync(archive).subarray(0, 512))).toBe('double-gzip');
    expect(await kindOf(goTar('linux-amd64').subarray(0, 512))).toBe('bare-tar');
    expect(await kindOf(Buffer.from(archive.subarray(0, 400).toString('utf8')))).toBe('text-mangled');
    expect(await kindOf(goTar('linux-amd64').subarray(0, 512), 404)).toBeUndefined();
  });
});

describe('a redirect', () => {
  const leading = (location: string): FakeHost => ({ addresses: [PUBLIC], answer: () => ({ status: 302, location }) });

  it.each([
    ['http://go.dev/plain', 'DOWNGRADE'],
    ['https://[bad', 'BAD_LOCATION'],
    ['ftp://go.dev/', 'BAD_LOCATION'],
    ['https://go.dev/again', 'TOO_MANY_REDIRECTS'],
    ['https://169.254.169.254/latest/meta-data', 'INWARD_REDIRECT'],
    ['https://inner.test/', 'INWARD_REDIRECT'],
  ])('to %s ends as %s', async (location, code) => {
    const { facts, net } = await gather(
      { 'go.dev': leading(location), 'inner.test': { addresses: ['10.0.0.1'] } },
      { targets: given('https://go.dev/') },
    );
    expect(facts.targets[0]?.http).toMatchObject({ ok: false, code, status: 302 });
    expect(net.steps.some(step => /^connect (?:10|169)\./u.test(step))).toBe(false);
  });

  it('to another host is walked to, and its failure is the end', async () => {
    const { facts } = await gather(
      { 'go.dev': leading('https://login.test/?token=s3cret') },
      { targets: given('https://go.dev/') },
    );
    expect(facts.targets[0]?.http).toMatchObject({ ok: false, code: 'ENOTFOUND', redirects: [{ to: 'https://login.test/?…' }] });
    expect(JSON.stringify(facts)).not.toContain('s3cret');
  });

  it('to another host is followed', async () => {
    const { facts } = await gather(
      { 'go.dev': leading('https://user:s3cret@dl.test/file'), 'dl.test': { addresses: ['203.0.113.9'] } },
      { targets: given('https://go.dev/') },
    );
    expect(facts.targets[0]?.http).toMatchObject({ ok: true, status: 200, redirects: [{ status: 302 }] });
    expect(JSON.stringify(facts)).not.toContain('s3cret');
  });
});

describe('a proxy', () => {
  const env = { HTTPS_PROXY: 'http://proxy.test:3128' };
  const proxy: FakeHost = { addresses: ['10.0.0.3'] };

  it('resolves names itself: nobody asks for the target', async () => {
    const { facts, net } = await gather({ 'proxy.test': proxy }, { env, targets: given('https://go.dev/') });
    expect(facts.targets[0]).toMatchObject({ connects: [], tunnel: { ok: true }, http: { ok: true } });
    expect(facts.targets[0]?.resolve).toBeUndefined();
    expect(net.steps.filter(step => step.includes('go.dev') && step.startsWith('lookup'))).toEqual([]);
  });

  it('is gone past only where that is allowed', async () => {
    const hosts = { 'proxy.test': proxy, 'go.dev': { addresses: [PUBLIC] } };
    const parts = { env, targets: given('https://go.dev/') };
    expect((await gather(hosts, parts)).facts.targets[0]?.direct).toBeUndefined();
    const { facts } = await gather(hosts, { ...parts, allowDirect: true });
    expect(facts.targets[0]?.direct).toMatchObject({ connects: [{ ok: true }], handshake: { ok: true }, http: { ok: true } });
  });

  it('that refuses ends the way', async () => {
    const { facts, net } = await gather(
      { 'proxy.test': { ...proxy, tunnel: { ok: false, status: 403 } } },
      { env, targets: given('https://go.dev:8443/') },
    );
    expect(facts.targets[0]?.tunnel).toMatchObject({ status: 403, onPort443: 403 });
    expect(net.steps.filter(step => step.startsWith('CONNECT'))).toEqual(['CONNECT go.dev:8443', 'CONNECT go.dev:443']);
    expect(net.steps.some(step => step.startsWith('handshake'))).toBe(false);
  });

  it('of HTTP_PROXY alone is tried where the direct way of https is closed', async () => {
    const { facts } = await gather(
      { 'proxy.test': proxy, 'go.dev': { addresses: [PUBLIC], connect: { ok: false, code: 'ENETUNREACH' } } },
      { env: { HTTP_PROXY: 'http://proxy.test:3128' }, targets: given('https://go.dev/') },
    );
    expect(facts.targets[0]).toMatchObject({ connects: [{ ok: false }], offRoute: { ok: true, status: 200 } });
  });
});

describe('GOPROXY and the checksum database', () => {
  const note = signNote(treeText({ size: 5, root: SOME_TREE.slice(3) }), signer);
  const member = (
    paths: Readonly<Record<string, { status?: number; body?: string | Uint8Array; title?: string }>>,
  ): FakeHost => ({
    addresses: [PUBLIC],
    answer: path => paths[path] ?? { status: 404 },
  });
  const entry = (host: string) => ({ kind: 'proxy', url: `https://${host}`, next: 'not-found' }) as const;

  it('are asked for small files, and what they sent is judged', async () => {
    const { facts } = await gather(
      {
        'good.test': member({
          '/golang.org/toolchain/@v/list': { body: 'v0.0.1-go1.26.8.linux-amd64\n' },
          '/sumdb/sum.golang.org/supported': {},
          '/sumdb/sum.golang.org/latest': { body: note },
        }),
        // An answer without a byte has no first bytes either.
        'empty.test': member({
          '/golang.org/toolchain/@v/list': { body: 'v0.0.1-go1.26.8.linux-amd64\n' },
          '/sumdb/sum.golang.org/supported': { status: 416 },
          '/sumdb/sum.golang.org/latest': { body: note },
        }),
        'page.test': { addresses: [PUBLIC], answer: () => ({ body: '<html>', title: 'Sign in' }) },
        'sum.golang.org': member({ '/latest': { body: 'not a note' } }),
      },
      {
        goproxy: [entry('good.test'), entry('empty.test'), entry('page.test'), entry('gone.test'), { kind: 'direct' }],
        database: {
          name: 'sum.golang.org',
          verifierKey: signer.verifierKey,
          paths: [{ through: 'direct', url: 'https://sum.golang.org', withheld: false }],
        },
      },
    );
    expect(facts.goproxy).toMatchObject([
      { entry: 'https://good.test/', outcome: { ok: true }, status: 200, hasToolchains: true, servesChecksums: true },
      { entry: 'https://empty.test/', outcome: { ok: true }, status: 200, hasToolchains: true, servesChecksums: true },
      { entry: 'https://page.test/', outcome: { ok: true }, status: 200, hasToolchains: false, servesChecksums: false },
      { entry: 'https://gone.test/', outcome: { ok: false, code: 'ENOTFOUND' } },
      { entry: 'direct', next: 'end', outcome: { ok: true } },
    ]);
    expect(facts.checksumDatabase).toMatchObject([
      { through: 'direct', status: 200, isSigned: false },
      { through: 'https://good.test/', status: 200, isSigned: true },
      { through: 'https://empty.test/', status: 200, isSigned: true },
    ]);
    expect(facts.targets.map(({ role, host }) => `${role} ${host}`)).toEqual([
      'goproxy good.test',
      'goproxy empty.test',
      'goproxy page.test',
      'goproxy gone.test',
      'checksum-database sum.golang.org',
    ]);
  });
});

describe('a pass', () => {
  const silentHost: FakeHost = { addresses: [PUBLIC], handshake: 'silent' };

  it('offline sends nothing, and says what is configured', async () => {
    const { facts, net } = await gather(
      {},
      {
        isOffline: true,
        env: { HTTPS_PROXY: 'http://proxy.test:3128' },
        targets: given('https://go.dev/'),
        goproxy: [{ kind: 'off' }],
        seen: [{ code: 'OFFLINE.NOT_FOUND', subject: '1.26', evidence: {} }],
      },
    );
    expect(net.steps).toEqual([]);
    expect(facts.targets).toMatchObject([
      { host: 'go.dev', connects: [], handshakes: [], route: { go: { via: 'proxy.test:3128' } } },
    ]);
    expect(facts).toMatchObject({ proxies: [{ address: 'proxy.test:3128' }], goproxy: [{ entry: 'off' }], seen: [{}] });
    expect(facts.clock).toBeUndefined();
  });

  it('ends in time however silent everybody is, and what it saw is there', async () => {
    const hosts = {
      'a.test': silentHost,
      'b.test': { addresses: [PUBLIC], answer: 'silent' },
      'c.test': { addresses: [PUBLIC], answer: path => (path === '/' ? { status: 302, location: 'https://a.test/' } : {}) },
      'proxy.test': { addresses: ['10.0.0.3'], connect: 'silent' },
    } satisfies Record<string, FakeHost>;
    const { facts, tookMs } = await gather(hosts, {
      env: { HTTP_PROXY: 'http://proxy.test:1' },
      targets: given('https://a.test/', 'https://b.test/', 'https://c.test/', 'http://d.test/'),
    });
    expect(tookMs).toBeLessThanOrEqual(PROBE_LIMITS.passMs);
    expect(facts.targets.map(({ handshakes, http }) => http?.ended ?? handshakes[0]?.ended ?? 'open')).toEqual([
      'deadline',
      'deadline',
      'deadline',
      'open',
    ]);
    expect(facts.proxies[0]?.connects[0]?.ended).toBe('deadline');
  });

  it('throws only the reason of its signal', async () => {
    const stop = new AbortController();
    stop.abort('stopped');
    await expect(gather({ 'a.test': silentHost }, { targets: given('https://a.test/') }, stop.signal)).rejects.toBe('stopped');
  });

  it('looks at the disks', async () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    for (const path of ['/tools/go/1.26.8/x64.complete', '/tools/go/1.26.8/x64/VERSION', '/tools/go/1.25.1/x64/VERSION']) {
      await files.makeDirectory(path.slice(0, path.lastIndexOf('/')));
      await files.write(path, 'x');
    }
    const before = files.paths('/');
    const disks = [
      { role: 'tool-cache', path: '/tools', neededBytes: 5 },
      { role: 'temp', path: '/not/there' },
    ] as const;
    const { facts } = await gather({}, { files, disks });
    expect(facts.disks).toMatchObject([
      { role: 'tool-cache', exists: true, writable: true, neededBytes: 5, partialEntries: ['go/1.25.1/x64'] },
      { role: 'temp', exists: false, writable: true },
    ]);
    expect(files.paths('/')).toEqual(before);
  });
});

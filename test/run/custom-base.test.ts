import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { TOOL_CACHE } from '../fakes/fake-machine.ts';
import type { Server, Servers } from '../fakes/scripted-net.ts';
import { createTinyGo, type TinyGo } from '../fakes/tiny-go.ts';
import { type Play, play } from './play.ts';
import { createWorld, firstOf, flat, listing, tableOf } from './world.ts';

const world = createWorld();
const BASE = 'https://mirror.test/dl';
const GO = world.release('1.26.8');
const OLD = world.release('1.25.3');

/** Only the user's mirror and what is named. */
function mirrored(mirror: Server, options: Play & { readonly others?: Servers } = {}) {
  const { others = {}, inputs, ...rest } = options;
  const database = { 'sum.golang.org': world.servers['sum.golang.org'] ?? 'silent' } as const;
  return play(world, {
    version: '',
    ...rest,
    servers: { 'mirror.test': mirror, ...database, ...others },
    inputs: { 'go-download-base-url': BASE, ...inputs },
  });
}

const goDev = (): Servers => ({ 'go.dev': world.servers['go.dev'] ?? 'silent' });
const installedFrom = (version: string) => ({ outcome: 'installed', installedFrom: 'custom', go: { version } });

describe('a mirror with a list', () => {
  const server = firstOf(listing('/dl/', [OLD, GO, world.release('1.26.7')]), flat('/dl/', world.releases));

  it.each([
    ['1.26', '1.26.8'],
    ['^1.25', '1.26.8'],
    ['1.25.x', '1.25.3'],
    ['stable', '1.26.8'],
    ['oldstable', '1.25.3'],
    ['latest', '1.26.8'],
  ])('resolves %s to %s by its own list, and nobody else is asked for one', async (spec, version) => {
    const { report, net } = await mirrored(server, { inputs: { 'go-version': spec }, others: goDev() });
    expect(report).toMatchObject({ ...installedFrom(version), resolved: { learntFrom: ['custom'] } });
    expect(net.urls().filter(url => url.includes('go.dev'))).toEqual([]);
  });

  it('keeps a public release under the tool go, for it is proved', async () => {
    const { files } = await mirrored(server, { inputs: { 'go-version': '1.26.8' } });
    expect(files.isDirectory(`${TOOL_CACHE}/go/1.26.8/x64`)).toBe(true);
  });

  it('is asked with its slashes stripped', async () => {
    const inputs = { 'go-version': '1.26', 'go-download-base-url': `${BASE}///` };
    const { report, net } = await mirrored(server, { inputs });
    expect(report).toMatchObject(installedFrom('1.26.8'));
    expect(net.urls().filter(url => url.startsWith('https://mirror.test/'))).toEqual([
      `${BASE}/?mode=json&include=all`,
      `${BASE}/${GO.fileName}`,
    ]);
  });

  it('of the input beats the one of the variable, which works alone too', async () => {
    const env = { GO_DOWNLOAD_BASE_URL: 'https://other.test/dl' };
    const both = await mirrored(server, { env, inputs: { 'go-version': '1.26' } });
    expect(both.report).toMatchObject(installedFrom('1.26.8'));
    expect(both.net.urls().filter(url => url.includes('other.test'))).toEqual([]);
    const alone = await mirrored(server, {
      env: { GO_DOWNLOAD_BASE_URL: `${BASE}/` },
      inputs: { 'go-version': '1.26', 'go-download-base-url': '' },
    });
    expect(alone.report).toMatchObject(installedFrom('1.26.8'));
  });
});

describe('a mirror without a list', () => {
  const server = flat('/dl/', world.releases);

  it.each([
    ['1.26', '1.26.8'],
    ['~1.25.1', '1.25.3'],
    ['stable', '1.26.8'],
    ['oldstable', '1.25.3'],
  ])('gets %s resolved to %s by the public lists, and serves the bytes', async (spec, version) => {
    const { report, net } = await mirrored(server, { inputs: { 'go-version': spec }, others: goDev() });
    expect(report).toMatchObject(installedFrom(version));
    expect(report.resolved?.learntFrom).toContain('official');
    expect(net.urls().filter(url => /go\.dev.*\.tar\.gz/u.test(url))).toEqual([]);
  });

  it('gets a range resolved by the shipped table where no list can be reached', async () => {
    const { report } = await mirrored(server, { inputs: { 'go-version': '^1.25' }, table: tableOf(world.releases) });
    expect(report).toMatchObject({ ...installedFrom('1.26.8'), resolved: { learntFrom: ['table'] } });
  });

  it('says that a range needs a list where there is neither', async () => {
    const { report } = await mirrored(server, { inputs: { 'go-version': '^1.25' }, table: undefined });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'VERSION.NO_SOURCE' } });
  });

  it('needs none for an exact version', async () => {
    const { report, net } = await mirrored(server, { inputs: { 'go-version': '1.26.8' } });
    expect(report).toMatchObject(installedFrom('1.26.8'));
    expect(net.urls().filter(url => url.startsWith(BASE))).toEqual([`${BASE}/${GO.fileName}`]);
  });

  it('that lacks the release is named, with the address', async () => {
    const { report } = await mirrored(() => undefined, { inputs: { 'go-version': '1.26.8' } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.NOT_SERVED' } });
    expect(report.attempts).toEqual([expect.objectContaining({ url: `${BASE}/${GO.fileName}`, code: 'HTTP.NOT_FOUND' })]);
  });
});

/** A build that the Go project never published, under the name of the address that serves it. */
function build(version: string): TinyGo {
  return createTinyGo({ version, change: files => ({ ...files, 'src/own.go': 'package own\n' }) });
}

function serving(prefix: string, names: Readonly<Record<string, TinyGo>>): Server {
  return ({ path }) => {
    for (const [name, { tarGz, sha256 }] of Object.entries(names)) {
      if (path === `${prefix}${name}`) return { body: tarGz };
      if (path === `${prefix}${name}.sha256`) return { body: `${sha256}  ${name}\n` };
    }
    return undefined;
  };
}

const toolOf = (base: string): string => `go-${createHash('sha256').update(base).digest('hex').slice(0, 8)}`;

describe('the address of floating builds', () => {
  const AKA = 'https://aka.ms/golang/release/latest';
  const BUILD = build('1.25.4-1');
  const servers = {
    'aka.ms': serving('/golang/release/latest/', {
      'go1.25.linux-amd64.tar.gz': BUILD,
      'go1.25.4-1.linux-amd64.tar.gz': BUILD,
    }),
  };
  const aka = (options: Play = {}) =>
    play(world, {
      version: '1.25',
      servers,
      ...options,
      inputs: { 'go-download-base-url': AKA, verification: 'source', ...options.inputs },
    });
  const ENTRY = `${TOOL_CACHE}/${toolOf(AKA)}/1.25.4-1/x64`;

  it('is asked for the version as it is written, and never for a list', async () => {
    const { report, net, files } = await aka();
    expect(report).toMatchObject({
      outcome: 'installed',
      go: { version: '1.25.4-1', root: ENTRY },
      proof: { kind: 'source-listing' },
    });
    expect([...net.urls()].sort()).toEqual([`${AKA}/go1.25.linux-amd64.tar.gz`, `${AKA}/go1.25.linux-amd64.tar.gz.sha256`]);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'VER.NO_PROOF', severity: 'warning' }));
    expect(files.paths(TOOL_CACHE).filter(path => !path.startsWith(`${TOOL_CACHE}/${toolOf(AKA)}/`))).toEqual([]);
    expect(files.content(`${ENTRY}.complete`)).toBeDefined();
  });

  it.each(['1.25', '1.25.4-1'])('is not asked for %s when that build is in the tool cache', async version => {
    const { files, clock } = await aka();
    const { report, net } = await aka({ files, clock, version, servers: {} });
    expect(report).toMatchObject({ outcome: 'cached', go: { version: '1.25.4-1' } });
    expect(net.requests).toEqual([]);
  });

  it('is asked for an exact version, which no other build of it is', async () => {
    const { files, clock } = await aka();
    const { report, net } = await aka({ files, clock, version: '1.25.4' });
    expect(report.outcome).toBe('failed');
    expect(net.urls()).toContain(`${AKA}/go1.25.4.linux-amd64.tar.gz`);
  });

  it('is asked again when the build in the tool cache was damaged', async () => {
    const { files, clock } = await aka();
    files.put(`${ENTRY}/src/own.go`, 'package evil\n');
    const { report } = await aka({ files, clock });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.25.4-1' } });
    expect(report.findings.map(({ code }) => code)).toContain('VER.CACHE_DAMAGED');
    expect(files.content(`${ENTRY}/src/own.go`)?.toString()).toBe('package own\n');
  });

  it('is refused before the first packet without verification: source or a checksum, in one line', async () => {
    const { report, net } = await aka({ inputs: { verification: 'strict' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.NO_PROOF' } });
    const [cause] = report.findings;
    expect(cause?.message).toContain('verification: source');
    expect(cause?.message).toContain('checksum');
    expect(cause?.message).not.toContain('\n');
    expect(net.requests).toEqual([]);
  });

  it('is believed by a checksum under strict verification', async () => {
    const good = await aka({ inputs: { verification: 'strict', checksum: `sha256:${BUILD.sha256}` } });
    expect(good.report).toMatchObject({ outcome: 'installed', proof: { kind: 'pinned-checksum' } });
    const bad = await aka({ inputs: { verification: 'strict', checksum: `sha256:${'0'.repeat(64)}` } });
    expect(bad.report).toMatchObject({ outcome: 'failed', cause: { code: 'VER.CHECKSUM_PIN' } });
    expect(bad.files.paths(TOOL_CACHE)).toEqual([]);
  });

  it('is not believed when it lists no checksum', async () => {
    const server: Server = ({ path }) => (path.endsWith('.tar.gz') ? { body: BUILD.tarGz } : undefined);
    const { report, files } = await aka({ servers: { 'aka.ms': server } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'VER.NO_PROOF' } });
    expect(files.paths(TOOL_CACHE)).toEqual([]);
  });

  it.each(['^1.25.0', '~1.25', '>=1.25.0', '<1.26.0', '1.25.x', '1.x', 'stable', 'oldstable'])(
    'says that %s needs a list, and asks for nothing',
    async version => {
      const { report, net } = await aka({ version });
      expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.NO_SOURCE' } });
      expect(net.requests).toEqual([]);
    },
  );

  it('names the address of what it does not have', async () => {
    const { report } = await aka({ version: '1.24' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'HTTP.NOT_FOUND' } });
    expect(report.attempts.map(({ url }) => url)).toEqual([`${AKA}/go1.24.linux-amd64.tar.gz`]);
  });

  it('holds nothing that is older than the minimum', async () => {
    const { report } = await aka({ version: '1.20' });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.TOO_OLD' } });
  });

  it('is not asked offline', async () => {
    const { report, net } = await aka({ inputs: { offline: 'true' } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(net.requests).toEqual([]);
  });
});

describe('a build of a mirror of the user', () => {
  const OWN = build('1.26.9');
  const server = serving('/dl/', { [OWN.fileName]: OWN });
  const inputs = { 'go-version': '1.26.9', verification: 'source' };

  it('that nobody else knows is kept apart from proved releases', async () => {
    const first = await mirrored(server, { inputs });
    const root = `${TOOL_CACHE}/${toolOf(BASE)}/1.26.9/x64`;
    expect(first.report).toMatchObject({ ...installedFrom('1.26.9'), go: { root }, proof: { kind: 'source-listing' } });
    const { files, clock } = first;
    const second = await mirrored(server, { inputs, files, clock });
    expect(second.report).toMatchObject({ outcome: 'cached', go: { root } });
    const strict = await mirrored(server, { inputs: { ...inputs, verification: 'strict' }, files, clock });
    expect(strict.report).toMatchObject({ outcome: 'failed' });
  });

  it('is refused under strict verification, with both ways out', async () => {
    const { report, files } = await mirrored(server, { inputs: { 'go-version': '1.26.9' } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'SUM.NOT_FOUND' } });
    const texts = report.findings.flatMap(({ fixes }) => fixes.map(({ text }) => text));
    expect(texts).toContain('verification: source');
    expect(texts.some(text => text.startsWith('checksum: sha256:'))).toBe(true);
    expect(files.paths(TOOL_CACHE)).toEqual([]);
  });

  it('stands under go when it is a public release after all', async () => {
    const { report, files } = await mirrored(flat('/dl/', [GO]), { inputs: { ...inputs, 'go-version': '1.26.8' } });
    expect(report).toMatchObject({ ...installedFrom('1.26.8'), proof: { kind: 'checksum-database' } });
    expect(files.paths(TOOL_CACHE).filter(path => path.startsWith(`${TOOL_CACHE}/go-`))).toEqual([]);
  });
});

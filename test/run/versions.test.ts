import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import type { Servers } from '../fakes/scripted-net.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { attemptsOf, codesOf, entryOf, play } from './play.ts';
import { createWorld, except, listingText, serversOf, tableOf, VERSIONS } from './world.ts';

const world = createWorld();

describe('a request', () => {
  it.each([
    ['1.26.8', '1.26.8'],
    ['go1.26.7', '1.26.7'],
    ['1.27rc1', '1.27rc1'],
    ['1.27.0-rc.1', '1.27rc1'],
    ['1.26', '1.26.8'],
    ['1.26.x', '1.26.8'],
    ['^1.25', '1.26.8'],
    ['~1.25.0', '1.25.3'],
    ['>=1.25 <1.26.8', '1.26.7'],
    ['>=1.27.0-rc.1', '1.27rc1'],
    ['stable', '1.26.8'],
    ['latest', '1.26.8'],
    ['oldstable', '1.25.3'],
  ])('of %s installs %s', async (version, installed) => {
    const { report, files } = await play(world, { version });
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0, go: { version: installed }, request: { spec: version } });
    expect(files.content(`${report.go?.root}/VERSION`)?.toString()).toContain(`go${installed}\n`);
  });

  it('comes from the nearest module file when there is none in the inputs', async () => {
    const outcome = await runWithFile('/project/go.mod', 'module m\n\ngo 1.25.0\n\ntoolchain go1.26.7\n');
    expect(outcome.report).toMatchObject({
      go: { version: '1.26.7' },
      request: { origin: 'default', file: 'go.mod', line: 5 },
    });
  });

  it('of a go line below the minimum is served with a warning', async () => {
    const outcome = await runWithFile('/project/go.mod', 'module m\n\ngo 1.20\n');
    expect(outcome.report).toMatchObject({ outcome: 'installed', go: { version: '1.20' } });
    expect(outcome.report.findings).toMatchObject([{ code: 'VERSION.TOO_OLD', severity: 'warning' }]);
  });

  it('below the minimum by input is an error before any archive is asked for', async () => {
    const { report, net } = await play(world, { version: '1.20' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'VERSION.TOO_OLD' }, attempts: [] });
    expect(net.urls().filter(url => /\.(?:zip|tar\.gz)$/u.test(url))).toEqual([]);
  });
});

function runWithFile(path: string, text: string): Promise<FakeOutcome> {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put(path, text);
  return play(world, { version: '', clock, files });
}

describe('the union of version lists', () => {
  const older = createWorld(VERSIONS.filter(version => version !== '1.26.8'));

  it('takes the newest from whichever list has it', async () => {
    const servers = { ...world.servers, 'go.dev': older.servers['go.dev'] as Servers[string] };
    const { report } = await play(world, { version: '1.26', servers });
    expect(report.resolved).toMatchObject({ version: '1.26.8', learntFrom: ['golang-cn', 'goproxy'] });
  });

  const LIST = /mode=json/u;
  it.each([
    ['down', 'TCP.REFUSED', { failure: 'TCP.REFUSED' }],
    ['failing', 'HTTP.SERVER', { status: 503 }],
    ['cut in the middle', 'BODY.TRUNCATED', { body: listingText(world.releases), fault: { kind: 'cut', atBytes: 300 } }],
    [
      'cut where no length tells',
      'LIST.MALFORMED',
      { body: listingText(world.releases), length: false, fault: { kind: 'cut', atBytes: 300 } },
    ],
    ['a web page', 'LIST.MALFORMED', { body: '<!doctype html><title>Sign in</title>', headers: { 'content-type': 'text/html' } }],
    ['empty', 'LIST.UNAVAILABLE', { body: '[]' }],
    ['silent', 'LIST.UNAVAILABLE', 'silent'],
    ['stalled in its body', 'LIST.UNAVAILABLE', { body: listingText(world.releases), fault: { kind: 'stall', atBytes: 300 } }],
  ] as const)('does without one that is %s', async (_, code, reply) => {
    const servers = { ...world.servers, 'go.dev': except(world.servers['go.dev'], LIST, reply) };
    const { report, tookMs } = await play(world, { version: '1.26', servers });
    expect(report).toMatchObject({
      outcome: 'installed',
      go: { version: '1.26.8' },
      resolved: { learntFrom: ['golang-cn', 'goproxy', 'module-origin'] },
    });
    expect(report.listings.find(({ source }) => source === 'official')).toMatchObject({ code });
    // The others get two seconds after the first answer; nobody waits for the deadline of a dead one.
    expect(tookMs).toBeLessThan(2_100);
  });

  it('asks those whose list could not be read after the others', async () => {
    const servers = { ...world.servers, 'go.dev': 'silent' } as const;
    const { report } = await play(world, { version: '1.26', servers });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy' });
  });

  it('falls back to the shipped table, and says so', async () => {
    const servers = {
      'mirrors.aliyun.com': world.servers['mirrors.aliyun.com'] as Servers[string],
      'sum.golang.org': world.servers['sum.golang.org'] as Servers[string],
    };
    const outcome = await play(world, { version: '1.26', servers, table: tableOf(world.releases) });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'aliyun', resolved: { learntFrom: ['table'] } });
    expect(outcome.report.findings).toContainEqual(
      expect.objectContaining({ code: 'LIST.UNAVAILABLE', severity: 'warning', subject: 'table' }),
    );
  });

  it('without any list and table is VERSION.NO_SOURCE with what each list did', async () => {
    const outcome = await play(world, { version: '1.26', servers: { 'go.dev': 'silent' } });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'VERSION.NO_SOURCE' } });
    expect(codesOf(outcome)).toEqual(expect.arrayContaining(['HTTP.TTFB_STALL', 'DNS.NXDOMAIN']));
  });

  it.each([
    ['1.26', '1.26.8'],
    ['stable', '1.26.8'],
    ['oldstable', '1.25.3'],
  ])('of %s takes %s also where one list says that it is not stable', async (version, installed) => {
    const rows = JSON.parse(listingText(world.releases)) as readonly { readonly version: string }[];
    const body = JSON.stringify(rows.map(row => ({ ...row, stable: row.version === 'go1.20' })));
    const servers = { ...world.servers, 'golang.google.cn': except(world.servers['golang.google.cn'], LIST, { body }) };
    const { report } = await play(world, { version, servers });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: installed } });
  });

  it('asks for a newer patch than an incomplete list names', async () => {
    const newest = createTinyGo({ version: '1.26.10' });
    const filtered = createWorld([...VERSIONS, '1.26.10']);
    const all = serversOf(filtered.releases, filtered.log);
    const list = world.releases.map(({ moduleVersion }) => `${moduleVersion}\n`).join('');
    const servers = { 'proxy.test': except(all['proxy.test'], /@v\/list$/u, { body: list }) };
    const { report } = await play(filtered, { version: '1.26', servers, env: { GOPROXY: 'https://proxy.test' } });
    expect(report).toMatchObject({ outcome: 'installed', resolved: { version: newest.version, learntFrom: ['goproxy'] } });
  });
});

describe('a release that no source hands out', () => {
  const refused = (version: string, status: number): Servers =>
    Object.fromEntries(
      Object.entries(world.servers).map(([host, server]) => [
        host,
        except(server, new RegExp(`go${version}\\.linux.*(?:zip|gz)$`, 'u'), { status }),
      ]),
    );

  it.each([403, 404])('with %i gives way to the next older of a range, with a warning', async status => {
    const { report } = await play(world, { version: '1.26', servers: refused('1.26.8', status) });
    expect(report).toMatchObject({
      outcome: 'installed',
      go: { version: '1.26.7' },
      proof: { value: world.release('1.26.7').h1 },
    });
    expect(report.findings[0]).toMatchObject({ severity: 'info' });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'VERSION.NOT_SERVED', severity: 'warning', subject: 'go1.26.8 linux/amd64' }),
    );
  });

  it('is never replaced when it was named exactly', async () => {
    const outcome = await play(world, { version: '1.26.8', servers: refused('1.26.8', 403) });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'VERSION.NOT_SERVED' }, go: null });
    expect(attemptsOf(outcome)).toHaveLength(7);
    expect(outcome.files.paths('/tools')).toEqual([]);
  });

  it.each([
    ['1.26', '1.26.8'],
    ['stable', '1.26.8'],
    ['oldstable', '1.25.3'],
    ['^1.25', '1.26.8'],
  ])('since one list made it up, with others, gives way to what the other lists say of %s', async (version, installed) => {
    const rows = JSON.parse(listingText([world.release('1.26.8')])) as readonly unknown[];
    const madeUp = ['1.99.1', '1.99.0', '1.98.0', '1.26.999', '1.26.998', '1.26.997', '1.26.996'];
    const more = madeUp.map(text => JSON.parse(JSON.stringify(rows[0]).replaceAll('1.26.8', text)) as unknown);
    const lying = except(world.servers['golang.google.cn'], /mode=json/u, { body: JSON.stringify([...more, ...rows]) });
    const { report } = await play(world, { version, servers: { ...world.servers, 'golang.google.cn': lying } });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: installed } });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'VERSION.NOT_SERVED', severity: 'warning' }));
  });

  it('does not lead to an older one when the newest was altered', async () => {
    const bad = createTinyGo({ version: '1.26.8', change: files => ({ ...files, 'bin/go': `${files['bin/go']}#` }) });
    const servers = {
      ...serversOf(
        world.releases.map(release => (release.version === '1.26.8' ? bad : release)),
        world.log,
      ),
    };
    const { report } = await play(world, { version: '1.26', servers });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
  });
});

describe('a version that does not exist', () => {
  it('is VERSION.UNKNOWN with the nearest ones', async () => {
    const { report } = await play(world, { version: '1.26.99' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'VERSION.UNKNOWN' } });
    const [unknown] = report.findings;
    expect(unknown?.evidence).toContainEqual({ name: 'nearest', value: '1.26.8, 1.26.7' });
  });

  it('is VERSION.UNKNOWN too where the checksum database is faster than every source', async () => {
    const late = { status: 404, afterMs: 500 };
    const ARCHIVE = /\.(?:zip|tar\.gz)$/u;
    const slow = Object.entries(world.servers).map(([host, server]) => [host, except(server, ARCHIVE, late)]);
    const { report } = await play(world, { version: '1.26.99', servers: Object.fromEntries(slow) });
    expect(report.attempts.map(({ code }) => code)).toContain('SUM.NOT_FOUND');
    expect(report.attempts.map(({ code }) => code)).not.toContain('HTTP.NOT_FOUND');
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'VERSION.UNKNOWN' } });
  });

  it('is told for a range without asking for an archive', async () => {
    const { report } = await play(world, { version: '^3' });
    expect(report).toMatchObject({ exitCode: 71, cause: { code: 'VERSION.UNKNOWN' }, attempts: [] });
  });

  it('for this platform is VERSION.NO_PLATFORM with those that exist', async () => {
    const { report } = await play(world, { version: '1.26.8', hostPlatform: { os: 'linux', arch: 'loong64', endianness: 'LE' } });
    expect(report).toMatchObject({ exitCode: 71, cause: { code: 'VERSION.NO_PLATFORM' } });
    expect(report.findings[0]?.evidence).toContainEqual({ name: 'platforms that exist', value: 'linux/amd64' });
  });
});

describe('the command resolve', () => {
  it('names the version and who knows it, and downloads nothing', async () => {
    const { report, net, files } = await play(world, { command: 'resolve', version: '1.26' });
    expect(report).toMatchObject({
      outcome: 'ok',
      exitCode: 0,
      resolved: { version: '1.26.8', platform: 'linux/amd64' },
      go: null,
    });
    expect(net.urls().filter(url => /\.(?:zip|tar\.gz)$/u.test(url))).toEqual([]);
    expect(files.paths(entryOf('1.26.8'))).toEqual([]);
  });
});

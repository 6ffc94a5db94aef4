import { describe, expect, it } from 'vitest';
import type { Server, Servers } from '../fakes/scripted-net.ts';
import type { TinyGo } from '../fakes/tiny-go.ts';
import { alteredGo } from './altered-go.ts';
import { entryOf, leftovers, play } from './play.ts';
import { createWorld, firstOf, flat, sumdb, tableOf } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const { 'sum.golang.org': DATABASE, 'mirrors.aliyun.com': ALIYUN } = world.servers;
const tampered = (how: string): TinyGo => alteredGo(how, { genuine: GO, other: world.release('1.26.7') });
const BEYOND_TREE = ['api/', 'api/go1.txt', 'test/', 'test/a.go'].map(path => `${entryOf('1.26.8')}/${path}`);
const RECEIPT = `${entryOf('1.26.8')}.setup-go-robust.json`;

/** Only these hosts exist. */
function only(servers: Readonly<Record<string, Servers[string] | undefined>>): Servers {
  return Object.fromEntries(Object.entries(servers).flatMap(([host, server]) => (server === undefined ? [] : [[host, server]])));
}

describe('the checksum database proves', () => {
  it('the zip of a module proxy, through that proxy alone', async () => {
    const { report, files, net } = await play(world, {
      servers: only({ 'proxy.test': world.servers['proxy.test'] }),
      inputs: { sources: 'goproxy' },
    });
    expect(report).toMatchObject({
      outcome: 'installed',
      installedFrom: 'goproxy',
      proof: { kind: 'checksum-database', root: 'sum.golang.org', value: GO.h1 },
    });
    expect(files.content(RECEIPT)).toBeDefined();
    expect(files.content(`${entryOf('1.26.8')}/src/go.mod`)?.toString()).toBe('module std\n');
    expect(new Set(net.urls().map(url => new URL(url).host))).toEqual(new Set(['proxy.test']));
  });

  it('the ordinary archive of a mirror, without what the tree hash does not cover', async () => {
    const { report, files } = await play(world, { servers: only({ 'mirrors.aliyun.com': ALIYUN, 'sum.golang.org': DATABASE }) });
    expect(report).toMatchObject({
      outcome: 'installed',
      installedFrom: 'aliyun',
      proof: { kind: 'checksum-database', value: GO.h1 },
    });
    expect(files.paths(entryOf('1.26.8')).filter(path => BEYOND_TREE.includes(path))).toEqual([]);
  });

  it('that archive together with the table, and then everything in it is kept', async () => {
    const { report, files } = await play(world, { table: tableOf(world.releases) });
    expect(report.proof).toMatchObject({ kind: 'checksum-database', value: GO.h1 });
    expect(report.proof?.detail).toContain('also matches release table');
    expect(files.paths(entryOf('1.26.8'))).toEqual(expect.arrayContaining(BEYOND_TREE));
  });

  it('an archive that was packed anew, and drops what only the table could have proved', async () => {
    const repacked: TinyGo = { ...GO, tarGz: GO.repacked };
    const servers = { ...world.servers, 'dl.google.com': flat('/go/', [repacked]) };
    const { report, files } = await play(world, { servers, table: tableOf(world.releases) });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'official', proof: { kind: 'checksum-database' } });
    expect(report.proof?.detail).toContain('packed anew');
    expect(files.paths(entryOf('1.26.8')).filter(path => BEYOND_TREE.includes(path))).toEqual([]);
  });

  it('also with an older head than the known one, and when the log has grown since', async () => {
    for (const known of [world.log.known(280), world.log.known(305)]) {
      const old = sumdb('/', { ...world.log, answer: path => world.log.answer(path, 302) });
      const { report } = await play(world, {
        servers: { ...world.servers, 'proxy.test': 'silent', 'sum.golang.org': old },
        log: known,
      });
      expect(report.proof).toMatchObject({ kind: 'checksum-database', value: GO.h1 });
    }
  });
});

describe('the shipped table proves', () => {
  const table = tableOf(world.releases);

  it('an archive while the database is out of reach, and keeps all of it', async () => {
    const { report, files } = await play(world, { table, servers: only({ 'mirrors.aliyun.com': ALIYUN }) });
    expect(report).toMatchObject({
      outcome: 'installed',
      proof: { kind: 'release-table', root: 'release table of 2026-01-01', value: `sha256:${GO.sha256}` },
    });
    expect(files.paths(entryOf('1.26.8'))).toEqual(expect.arrayContaining(BEYOND_TREE));
    expect(files.content(RECEIPT)).toBeUndefined();
  });

  it('without waiting longer than a second for a database that is silent', async () => {
    const servers = only({ 'mirrors.aliyun.com': ALIYUN, 'proxy.test': 'silent', 'sum.golang.org': 'silent' });
    const { report, tookMs } = await play(world, { table, servers, inputs: { sources: 'aliyun' } });
    expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'release-table' } });
    expect(tookMs).toBe(1_000);
  });

  it('nothing when only one list vouches for the hash', async () => {
    const servers = only({ 'mirrors.aliyun.com': ALIYUN });
    const { report } = await play(world, { table: tableOf(world.releases, 1), servers, inputs: { sources: 'aliyun' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'SUM.UNREACHABLE' } });
  });

  it('nothing of an archive that differs, when the database is out of reach', async () => {
    const servers = only({ 'mirrors.aliyun.com': flat('/golang/', [{ ...GO, tarGz: GO.repacked }]) });
    const outcome = await play(world, { table, servers, inputs: { sources: 'aliyun' } });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
    expect(leftovers(outcome)).toEqual([]);
  });

  it('is not needed: a damaged one is a warning', async () => {
    const outcome = await play(world, { table: Buffer.from('{"schema":') });
    expect(outcome.report).toMatchObject({ outcome: 'installed', findings: [{ code: 'LIST.MALFORMED', severity: 'warning' }] });
  });
});

describe("the user's pin", () => {
  const mirror = only({ 'mirrors.aliyun.com': ALIYUN });
  it.each([
    ['sha256', `sha256:${GO.sha256}`],
    ['h1', GO.h1],
  ])('%s alone proves an archive', async (_, checksum) => {
    const { report, net } = await play(world, { servers: mirror, inputs: { sources: 'aliyun', checksum } });
    expect(report).toMatchObject({
      outcome: 'installed',
      proof: { kind: 'pinned-checksum', root: 'checksum input', value: checksum },
    });
    expect(net.urls().filter(url => url.includes('lookup'))).toEqual([]);
  });

  it.each([`sha256:${'0'.repeat(64)}`, world.release('1.26.7').h1])(
    '%s refuses what the database would accept',
    async checksum => {
      const outcome = await play(world, { inputs: { checksum } });
      expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.CHECKSUM_PIN' } });
      expect(leftovers(outcome)).toEqual([]);
      expect(outcome.files.paths(entryOf('1.26.8'))).toEqual([]);
    },
  );
});

describe('verification: source', () => {
  const beside = (text: string): Server =>
    firstOf(flat('/golang/', [GO]), ({ path }) => (path.endsWith('.sha256') ? { body: text } : undefined));
  const inputs = { sources: 'aliyun', verification: 'source' };

  it('accepts what the source lists itself, aloud', async () => {
    const { report } = await play(world, { inputs, servers: { 'mirrors.aliyun.com': beside(`${GO.sha256}  ${GO.fileName}\n`) } });
    expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'source-listing' } });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'VER.NO_PROOF', severity: 'warning', subject: 'aliyun' }),
    );
  });

  it.each(['http://127.mirror.test', 'http://127.0.0.1.mirror.test', 'http://localhost.mirror.test', 'http://localhost'])(
    'does not count a list that came over plain http from another machine (%s)',
    async origin => {
      const elsewhere = { status: 302, headers: { location: `http://mirror.test/golang/${GO.fileName}.sha256` } };
      const leading = firstOf(flat('/golang/', [GO]), ({ path }) => (path.endsWith('.sha256') ? elsewhere : undefined));
      const { host, hostname } = new URL(origin);
      const servers = {
        'mirror.test': beside(`${GO.sha256}\n`),
        [host]: hostname === 'localhost' ? leading : beside(`${GO.sha256}\n`),
      };
      const { report } = await play(world, { inputs: { ...inputs, sources: `${origin}/golang` }, servers });
      expect(report).toMatchObject({ outcome: 'failed', go: null });
    },
  );

  it('does not count a web page as a list', async () => {
    const { report } = await play(world, { inputs, servers: { 'mirrors.aliyun.com': beside('<!doctype html>') } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'SUM.UNREACHABLE' } });
  });

  it('does not weaken what the database says', async () => {
    const bad = tampered('one byte');
    const text = `${bad.sha256}  ${bad.fileName}\n`;
    const mirror = firstOf(flat('/golang/', [bad]), ({ path }) => (path.endsWith('.sha256') ? { body: text } : undefined));
    const { report } = await play(world, { inputs, servers: only({ 'mirrors.aliyun.com': mirror, 'sum.golang.org': DATABASE }) });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
  });

  it('is refused by default, however well the lie fits', async () => {
    const mirror = beside(`${GO.sha256}\n`);
    const { report } = await play(world, { inputs: { sources: 'aliyun' }, servers: { 'mirrors.aliyun.com': mirror } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'SUM.UNREACHABLE' } });
  });
});

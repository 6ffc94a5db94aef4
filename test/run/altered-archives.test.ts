import { describe, expect, it } from 'vitest';
import type { Reply, Server } from '../fakes/scripted-net.ts';
import type { TinyGo } from '../fakes/tiny-go.ts';
import { alteredGo } from './altered-go.ts';
import { attemptsOf, leftovers, play } from './play.ts';
import { createWorld, flat, serversOf, sumdb, tableOf } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const tampered = (how: string): TinyGo => alteredGo(how, { genuine: GO, other: world.release('1.26.7') });

describe('an archive with', () => {
  const servedBy =
    (reply: Reply): Server =>
    ({ path }) =>
      path.endsWith('.tar.gz') ? reply : undefined;

  it.each([
    ['one byte', 'VER.TAMPERED'],
    ['one file added', 'VER.TAMPERED'],
    ['one file missing', 'VER.TAMPERED'],
    ['two files swapped', 'VER.TAMPERED'],
    ['another version under this name', 'VER.TAMPERED'],
    ['a name that leads outside', 'ARC.NAME'],
    ['a symbolic link', 'ARC.TYPE'],
  ])('%s is refused with %s, and the next source is asked', async (how, code) => {
    const servers = { ...world.servers, 'dl.google.com': flat('/go/', [tampered(how)]) };
    const outcome = await play(world, { servers, table: tableOf(world.releases) });
    expect(outcome.report).toMatchObject({
      outcome: 'installed',
      exitCode: 0,
      installedFrom: 'goproxy',
      proof: { value: GO.h1 },
    });
    expect(attemptsOf(outcome)).toEqual([`official ${code}`, 'goproxy won']);
    expect(leftovers(outcome)).toEqual([]);
  });

  it.each([
    ['one byte', 'VER.TAMPERED'],
    ['one file added', 'VER.TAMPERED'],
    ['another version under this name', 'VER.TAMPERED'],
    ['a name that leads outside', 'ARC.NAME'],
  ])('%s everywhere ends the run with 73 and leaves no trace', async (how, code) => {
    const servers = {
      ...serversOf([tampered(how)], world.log),
      'proxy.test': sumdb('/sumdb/sum.golang.org/', world.log),
      'go.dev': flat('/dl/', [tampered(how)]),
    };
    const outcome = await play(world, { servers, table: tableOf(world.releases) });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code }, go: null, proof: null });
    expect(outcome.files.paths('/tools')).toEqual([]);
    expect(outcome.host.changes).toEqual([]);
  });

  it('one byte is told with how much of it had come, however fast it came', async () => {
    const bad = tampered('one byte');
    const outcome = await play(world, { servers: { ...world.servers, 'dl.google.com': flat('/go/', [bad]) } });
    expect(outcome.report.attempts.map(({ bytes }) => bytes)).toEqual([bad.tarGz.length, GO.moduleZip.length]);
  });

  it('a file beyond the tree hash is accepted by its tree, without that file', async () => {
    const servers = { ...world.servers, 'dl.google.com': flat('/go/', [tampered('a file outside the tree hash')]) };
    const { report, files } = await play(world, { servers, table: tableOf(world.releases) });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'official', proof: { value: GO.h1 } });
    expect(files.paths('/').filter(path => path.includes('evil'))).toEqual([]);
  });

  it.each<[string, Reply, readonly string[]]>([
    [
      'a cut',
      { body: GO.tarGz, fault: { kind: 'cut', atBytes: 3_000 } },
      [...Array<string>(3).fill('official BODY.TRUNCATED'), 'official won'],
    ],
    [
      'a reset',
      { body: GO.tarGz, fault: { kind: 'reset', atBytes: 3_000 } },
      [...Array<string>(3).fill('official BODY.RESET'), 'official won'],
    ],
    ['a stall', { body: GO.tarGz, fault: { kind: 'stall', atBytes: 3_000 } }, ['official BODY.STALL', 'aliyun won']],
    ['silence', 'silent', ['official lost', 'goproxy won']],
  ])('%s in the middle costs nothing of what has come', async (_, reply, attempts) => {
    const servers = { ...world.servers, 'dl.google.com': servedBy(reply) };
    const outcome = await play(world, { servers });
    expect(outcome.report).toMatchObject({ outcome: 'installed', proof: { value: GO.h1 } });
    expect(attemptsOf(outcome)).toEqual(attempts);
    const fetchedBytes = outcome.report.attempts.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(fetchedBytes).toBeLessThanOrEqual(Math.max(GO.tarGz.length, GO.moduleZip.length));
    expect(leftovers(outcome)).toEqual([]);
  });

  it.each<[string, string, Reply]>([
    [
      'a cut where no length tells of it',
      'ARC.TRUNCATED',
      { body: GO.tarGz, length: false, fault: { kind: 'cut', atBytes: 3_000 } },
    ],
    ['bytes that do not end', 'ARC.CORRUPT', { body: Buffer.concat([GO.tarGz, Buffer.alloc(5_000, 1)]) }],
    [
      'a web page in its place',
      'HTTP.HTML',
      { body: `<!doctype html>${' '.repeat(600)}`, headers: { 'content-type': 'text/html' } },
    ],
    ['nothing in it', 'ARC.TRUNCATED', { body: '' }],
    ['random bytes in it', 'ARC.NOT_GZIP', { body: Buffer.alloc(2_000, 7) }],
    ['a server error', 'HTTP.SERVER', { status: 500 }],
    ['a rate limit', 'HTTP.RATE_LIMIT', { status: 429 }],
  ])('%s is %s, and the next source is asked', async (_, code, reply) => {
    const servers = { ...world.servers, 'dl.google.com': servedBy(reply) };
    const outcome = await play(world, { servers });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy' });
    expect(attemptsOf(outcome)).toEqual([`official ${code}`, 'goproxy won']);
    expect(leftovers(outcome)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { asc, makePair, makeTestSigner } from '../fakes/openpgp.ts';
import type { Reply, Server, Servers } from '../fakes/scripted-net.ts';
import type { TinyGo } from '../fakes/tiny-go.ts';
import { alteredGo } from './altered-go.ts';
import { attemptsOf, codesOf, entryOf, leftovers, type Play, play } from './play.ts';
import { createWorld, except, firstOf, flat, tableOf } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const SIGNER = makeTestSigner();
const signer = { fingerprint: SIGNER.primary.fingerprint, readBlock: async () => SIGNER.block };
const GOOD = asc(SIGNER.subkey, GO.tarGz);
const STRANGERS = asc(makePair('2024-01-01'), GO.tarGz);

/** A mirror with this archive, and beside it what is said to the question for its signature. */
function mirror(prefix: string, go: TinyGo, signature: Reply | Uint8Array | undefined): Server {
  const reply: Reply | undefined = signature instanceof Uint8Array ? { body: signature } : signature;
  return firstOf(({ path }) => (path.endsWith('.tar.gz.asc') ? reply : undefined), flat(prefix, [go]));
}

/** No checksum database anywhere, and a table that does not know the release. */
function signed(servers: Servers, options: Play = {}): ReturnType<typeof play> {
  return play(world, { signer, servers, inputs: { sources: Object.keys(servers).map(idOf).join(',') }, ...options });
}

function idOf(host: string): string {
  return host.split('.')[1] ?? '';
}

const ALIYUN = 'mirrors.aliyun.com';
const NJU = 'mirrors.nju.edu.cn';

describe('an OpenPGP signature proves an archive that no other root knows', () => {
  it('from the mirror itself', async () => {
    const { report, files } = await signed({ [ALIYUN]: mirror('/golang/', GO, GOOD) });
    expect(report).toMatchObject({
      outcome: 'installed',
      installedFrom: 'aliyun',
      proof: { kind: 'openpgp-signature', root: `OpenPGP key ${SIGNER.primary.fingerprint}`, value: `sha256:${GO.sha256}` },
    });
    expect(report.proof?.detail).toContain(SIGNER.subkey.fingerprint);
    expect(files.content(`${entryOf('1.26.8')}/VERSION`)?.toString()).toContain('go1.26.8');
  });

  it.each(['sha256', 'sha384', 'sha512'] as const)('with %s', async hash => {
    const signature = asc(SIGNER.subkey, GO.tarGz, { hash });
    const { report } = await signed({ [ALIYUN]: mirror('/golang/', GO, signature) });
    expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'openpgp-signature' } });
  });

  it('from another mirror, where the one that serves the archive has none, or a web page, or a wrong one', async () => {
    const other = asc(SIGNER.subkey, world.release('1.26.7').tarGz);
    for (const own of [undefined, { body: '<!doctype html>' }, asc(makePair('2024-01-01'), GO.tarGz), 'silent'] as const) {
      const { report } = await signed({ [ALIYUN]: mirror('/golang/', GO, own), [NJU]: mirror('/golang/', GO, GOOD) });
      expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'aliyun', proof: { kind: 'openpgp-signature' } });
    }
    // One that is right for another archive speaks against the mirror that has it, and against nobody else.
    const outcome = await signed({ [ALIYUN]: mirror('/golang/', GO, other), [NJU]: mirror('/golang/', GO, GOOD) });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'nju', proof: { kind: 'openpgp-signature' } });
    expect(attemptsOf(outcome)).toContain('aliyun PGP.BAD_SIGNATURE');
  });

  it('and what it proved is sealed, so that the next run is quick', async () => {
    const first = await signed({ [ALIYUN]: mirror('/golang/', GO, GOOD) });
    const { files, clock } = first;
    const { report, net } = await signed({}, { files, clock, inputs: {} });
    expect(report).toMatchObject({ outcome: 'cached', proof: { kind: 'openpgp-signature' } });
    expect(net.urls()).toEqual([]);
  });

  it('also of a file of this machine, offline', async () => {
    const { files, clock } = await signed({});
    await files.makeDirectory('/kept');
    await files.write(`/kept/${GO.fileName}`, GO.tarGz);
    await files.write(`/kept/${GO.fileName}.asc`, GOOD);
    const inputs = { sources: 'file:///kept/', offline: 'true' };
    const { report } = await signed({}, { files, clock, inputs });
    expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'openpgp-signature' } });
    const verified = await signed({}, { files, clock, command: 'verify', path: `/kept/${GO.fileName}`, version: '', inputs });
    expect(verified.report).toMatchObject({ outcome: 'ok', proof: { kind: 'openpgp-signature' } });
  });

  it.each(['/kept/50%41 off', '/kept/100%', '/kept/a#b?c', '/kept/ü'])('also beside an archive in %s', async directory => {
    const { files, clock } = await signed({});
    await files.makeDirectory(directory);
    await files.write(`${directory}/${GO.fileName}`, GO.tarGz);
    await files.write(`${directory}/${GO.fileName}.asc`, GOOD);
    const inputs = { offline: 'true', sources: 'aliyun' };
    const { report } = await signed(
      {},
      { files, clock, command: 'verify', path: `${directory}/${GO.fileName}`, version: '', inputs },
    );
    expect(report).toMatchObject({ outcome: 'ok', proof: { kind: 'openpgp-signature' } });
  });
});

describe('a signature is not asked for', () => {
  const asked = (outcome: Awaited<ReturnType<typeof play>>): readonly string[] =>
    outcome.net.urls().filter(url => url.endsWith('.asc'));

  it('where the database, the table or a pin has a word', async () => {
    const servers = { ...world.servers, [ALIYUN]: mirror('/golang/', GO, STRANGERS) };
    const inputs = { sources: 'aliyun' };
    expect(asked(await play(world, { signer, servers, inputs }))).toEqual([]);
    const alone = { [ALIYUN]: mirror('/golang/', GO, STRANGERS) };
    expect(asked(await signed(alone, { table: tableOf(world.releases) }))).toEqual([]);
    expect(asked(await signed(alone, { inputs: { ...inputs, checksum: `sha256:${GO.sha256}` } }))).toEqual([]);
  });

  it('where the database says something that is forged', async () => {
    const forged = except(world.servers['sum.golang.org'], /lookup/u, { body: '1\nforged\n\nnote\n' });
    const servers = { [ALIYUN]: mirror('/golang/', GO, GOOD), 'sum.golang.org': forged };
    const outcome = await signed(servers, { inputs: { sources: 'aliyun' } });
    expect(outcome.report.outcome).toBe('failed');
    expect(outcome.report.cause?.code).toMatch(/^SUM\.(?:NOTE|RECORD)$/u);
    expect(asked(outcome)).toEqual([]);
  });

  it('for the zip of a module', async () => {
    const servers = { 'proxy.test': except(world.servers['proxy.test'], /sumdb/u, { status: 404 }) };
    const outcome = await signed(servers, { inputs: { sources: 'goproxy' } });
    expect(outcome.report.outcome).toBe('failed');
    expect(asked(outcome)).toEqual([]);
  });
});

describe('a signature refuses', () => {
  const tampered = alteredGo('one byte', { genuine: GO, other: world.release('1.26.7') });

  it('an archive that was not signed, with 73, and leaves nothing', async () => {
    const outcome = await signed({ [ALIYUN]: mirror('/golang/', tampered, GOOD) });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'PGP.BAD_SIGNATURE' } });
    expect(leftovers(outcome)).toEqual([]);
    expect(outcome.files.paths(entryOf('1.26.8'))).toEqual([]);
  });

  it('a mirror with such an archive, and goes on to the next', async () => {
    const outcome = await signed({ [ALIYUN]: mirror('/golang/', tampered, GOOD), [NJU]: mirror('/golang/', GO, GOOD) });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'nju' });
    expect(attemptsOf(outcome)).toContain('aliyun PGP.BAD_SIGNATURE');
  });

  it.each([
    ['that somebody else made under the name of the subkey', 'PGP.BAD_SIGNATURE', () => forge()],
    ['that is older than the release', 'PGP.OLD_SIGNATURE', () => asc(SIGNER.subkey, GO.tarGz, { made: '2025-12-01' })],
    ['that was made when its key had expired', 'PGP.EXPIRED_SUBKEY', () => asc(SIGNER.subkey, GO.tarGz, { made: '2027-06-01' })],
  ])('one %s, with 73', async (_, code, make) => {
    const outcome = await signed({ [ALIYUN]: mirror('/golang/', GO, make()) });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code } });
    expect(leftovers(outcome)).toEqual([]);
  });

  it('an older release under the new name, though it is rightly signed', async () => {
    const old = world.release('1.26.7');
    const served: TinyGo = { ...GO, tarGz: old.tarGz };
    const outcome = await signed({ [ALIYUN]: mirror('/golang/', served, asc(SIGNER.subkey, old.tarGz)) });
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'PGP.WRONG_RELEASE' } });
    expect(outcome.files.paths(entryOf('1.26.8'))).toEqual([]);
  });

  it('a release that the table would know if it were so old', async () => {
    const { report } = await signed(
      { [ALIYUN]: mirror('/golang/', GO, asc(SIGNER.subkey, GO.tarGz, { made: '2026-03-01' })) },
      { table: knowing('2026-11-21') },
    );
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'PGP.OLD_SIGNATURE' } });
  });
});

/** A table of that day which knows the release before. */
function knowing(date: string): Uint8Array {
  const table = Buffer.from(tableOf([world.release('1.26.7')])).toString('utf8');
  return Buffer.from(table.replace('2026-01-01', date));
}

function forge(): Uint8Array {
  return asc({ ...makePair('2024-01-01'), fingerprint: SIGNER.subkey.fingerprint }, GO.tarGz);
}

describe('a signature of a key that is not known here', () => {
  it('is no proof and no attack: the key block is outdated, and the database is what is missing', async () => {
    const outcome = await signed({ [ALIYUN]: mirror('/golang/', GO, STRANGERS) });
    const { report } = outcome;
    expect(report).toMatchObject({ outcome: 'failed', proof: null, cause: { code: 'SUM.UNREACHABLE' } });
    const unknown = report.findings.find(({ code }) => code === 'PGP.UNKNOWN_SUBKEY');
    expect(unknown).toMatchObject({ severity: 'warning', subject: 'aliyun' });
    expect(unknown?.message).toContain('key block is outdated');
    expect(leftovers(outcome)).toEqual([]);
  });

  it('does not hinder the others', async () => {
    const { report } = await signed({ [ALIYUN]: mirror('/golang/', GO, STRANGERS), [NJU]: mirror('/golang/', GO, GOOD) });
    expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'openpgp-signature' } });
  });

  it('is what a damaged key block comes to', async () => {
    const damaged = { ...signer, readBlock: async () => SIGNER.block.subarray(0, 400) };
    const outcome = await signed({ [ALIYUN]: mirror('/golang/', GO, GOOD) }, { signer: damaged });
    expect(outcome.report).toMatchObject({ outcome: 'failed', cause: { code: 'SUM.UNREACHABLE' } });
    expect(codesOf(outcome)).toContain('PGP.MALFORMED');
  });
});

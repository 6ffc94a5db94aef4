import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import type { MemoryFiles } from '../fakes/memory-files.ts';
import { asc, makePair, makeTestSigner } from '../fakes/openpgp.ts';
import type { Servers } from '../fakes/scripted-net.ts';
import { makeLog, makeSigner } from '../fakes/sumdb-log.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { codesOf, type Play, play } from './play.ts';
import { createWorld, except, firstOf, flat, tableOf } from './world.ts';

const world = createWorld();
const DIR = '/mnt/go';
const GO = world.release('1.26.8');
const OLD = world.release('1.25.3');
const RECEIPT = `${GO.moduleVersion}.receipt.json`;

const exporting = (options: Play = {}): Promise<FakeOutcome> =>
  play(world, { version: '', command: 'mirror', operands: ['export', DIR], options: { versions: '1.26.8' }, ...options });

/** Another export of the same directory. */
const again = ({ files, clock }: FakeOutcome, options: Play = {}): Promise<FakeOutcome> =>
  exporting({ files, clock, ...options });

const names = (files: MemoryFiles): readonly string[] => files.paths(DIR).map(path => path.slice(DIR.length + 1));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const howOf = ({ report }: FakeOutcome): Readonly<Record<string, string>> =>
  Object.fromEntries((report.exported?.files ?? []).map(({ name, how }) => [name, how]));

/** What `sha256sum -c` would say: files that differ, or are missing. */
function wrongSums(files: MemoryFiles): readonly string[] {
  const lines = (files.content(`${DIR}/SHA256SUMS`)?.toString() ?? '').split('\n').filter(line => line !== '');
  expect(lines.length).toBeGreaterThan(0);
  return lines.filter(line => {
    const bytes = files.content(`${DIR}/${line.slice(66)}`);
    return bytes === undefined || sha256(bytes) !== line.slice(0, 64);
  });
}

function flip(files: MemoryFiles, name: string, at?: number): void {
  const bytes = Buffer.from(files.content(`${DIR}/${name}`) ?? '');
  const index = at ?? Math.floor(bytes.length / 2);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  files.put(`${DIR}/${name}`, bytes);
}

describe('mirror export', () => {
  it('writes the archive as it is served, its receipt, the lists, and nothing else', async () => {
    const outcome = await exporting();
    const { report, files } = outcome;
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, proof: { kind: 'checksum-database', value: GO.h1 } });
    expect(names(files)).toEqual(
      ['README.txt', 'SHA256SUMS', GO.fileName, 'index.json', 'releases.json', 'tree-head.txt', RECEIPT].sort(),
    );
    expect(files.content(`${DIR}/${GO.fileName}`)?.equals(GO.tarGz)).toBe(true);
    expect(wrongSums(files)).toEqual([]);
    expect(howOf(outcome)).toEqual({ [GO.fileName]: 'added' });
    expect(files.content(`${DIR}/tree-head.txt`)?.toString()).toBe(world.log.note().toString());
  });

  it('takes what a module proxy has where nobody serves the release archive', async () => {
    const { report, files } = await exporting({ inputs: { sources: 'goproxy' } });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(files.content(`${DIR}/${GO.moduleVersion}.zip`)?.equals(GO.moduleZip)).toBe(true);
    expect(wrongSums(files)).toEqual([]);
  });

  it('keeps what an earlier export proved, without asking anybody for it, and adds', async () => {
    const first = await exporting();
    const second = await again(first, { options: { versions: '1.25.3' } });
    expect(second.report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(howOf(second)).toEqual({ [GO.fileName]: 'kept', [OLD.fileName]: 'added' });
    expect(second.net.urls().filter(url => url.includes('1.26.8'))).toEqual([]);
    const index = JSON.parse(files(second, 'index.json')) as readonly { readonly version: string }[];
    expect(index.map(({ version }) => version)).toEqual(['go1.26.8', 'go1.25.3']);
    expect(wrongSums(second.files)).toEqual([]);
  });

  it.each([
    ['the archive', GO.fileName, undefined],
    ['the time in the header of its gzip, which no proof covers', GO.fileName, 4],
    ['the receipt', RECEIPT, undefined],
    ['the index', 'index.json', undefined],
    ['the table', 'releases.json', undefined],
    ['the tree head', 'tree-head.txt', undefined],
    ['the sums', 'SHA256SUMS', 10],
  ])('names and replaces %s, when one bit of it was changed', async (_, name, at) => {
    const first = await exporting();
    const before = files(first, name);
    flip(first.files, name, at);
    const second = await again(first);
    expect(second.report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    const warned = second.report.findings.filter(({ severity }) => severity === 'warning');
    expect(warned).not.toEqual([]);
    expect(files(second, name)).toBe(before);
    expect(wrongSums(second.files)).toEqual([]);
  });

  it('resolves ranges, and exports for other platforms', async () => {
    const windows = createTinyGo({ version: '1.26.8', goos: 'windows' });
    const own = createWorld();
    own.log.addModule(windows.moduleName, windows.h1);
    const served = {
      ...own.servers,
      'proxy.test': except(own.servers['proxy.test'], /windows-amd64\.zip$/u, { body: windows.moduleZip }),
    };
    const { report, files } = await play(own, {
      version: '',
      command: 'mirror',
      operands: ['export', DIR],
      options: { versions: '1.26', platforms: 'linux/amd64,windows/amd64' },
      servers: served,
      inputs: { sources: 'goproxy' },
    });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(names(files).filter(name => name.endsWith('.zip'))).toEqual([
      `${GO.moduleVersion}.zip`,
      'v0.0.1-go1.26.8.windows-amd64.zip',
    ]);
  });

  it('exports the others when one cannot be had, and ends with its cause', async () => {
    const outcome = await exporting({ options: { versions: '1.26.8,1.24.77' } });
    expect(outcome.report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.UNKNOWN' } });
    expect(howOf(outcome)).toEqual({ [GO.fileName]: 'added' });
    expect(wrongSums(outcome.files)).toEqual([]);
  });

  it('leaves no archive that nobody could prove, and nothing unfinished', async () => {
    const evil = createTinyGo({ version: '1.26.8', change: tree => ({ ...tree, 'bin/go': 'evil' }) });
    const { report, files } = await exporting({
      inputs: { sources: 'https://evil.test/dl' },
      servers: { ...world.servers, 'evil.test': flat('/dl/', [evil]) },
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
    expect(names(files).filter(name => /go1\.|stage|lock|^\./u.test(name))).toEqual([]);
  });

  it.each([
    [{ operands: ['import', DIR] }, 'INPUT.INVALID'],
    [{ options: {} }, 'INPUT.VERSION'],
    [{ options: { versions: '1.26,nonsense' } }, 'INPUT.VERSION'],
    [{ options: { versions: '1.26', platforms: 'linux' } }, 'INPUT.PLATFORM'],
    [{ inputs: { checksum: GO.h1 } }, 'INPUT.INVALID'],
  ])('refuses %j before the first packet', async (options, code) => {
    const { report, net } = await exporting(options);
    expect(report).toMatchObject({ outcome: 'failed', cause: { code } });
    expect(net.requests).toEqual([]);
  });
});

describe('mirror export and the signature of the Go project', () => {
  const SIGNER = makeTestSigner();
  const signer = { fingerprint: SIGNER.primary.fingerprint, readBlock: async () => SIGNER.block };
  const GOOD = asc(SIGNER.subkey, GO.tarGz);
  const ASC = `${GO.fileName}.asc`;
  const NEWLINE = Buffer.from('\n');
  const HOST = 'mirrors.aliyun.com';
  const served = (signature: Uint8Array | undefined): Servers => ({
    ...world.servers,
    [HOST]: firstOf(
      ({ path }) => (path.endsWith('.asc') && signature !== undefined ? { body: signature } : undefined),
      flat('/golang/', [GO]),
    ),
  });
  const signedExport = (signature: Uint8Array | undefined, options: Play = {}): Promise<FakeOutcome> =>
    exporting({ signer, servers: served(signature), inputs: { sources: 'aliyun' }, ...options });
  const signatureOf = ({ report }: FakeOutcome) => report.exported?.files.map(({ signature }) => signature);

  it('copies it beside the archive, where it is right, so that the other side can prove by it alone', async () => {
    const outcome = await signedExport(GOOD);
    expect(outcome.report).toMatchObject({ outcome: 'ok', proof: { kind: 'checksum-database' } });
    expect(signatureOf(outcome)).toEqual([ASC]);
    expect(outcome.files.content(`${DIR}/${ASC}`)?.equals(GOOD)).toBe(true);
    expect(wrongSums(outcome.files)).toEqual([]);
    expect(files(outcome, 'SHA256SUMS')).toContain(ASC);
    await outcome.files.remove(`${DIR}/${RECEIPT}`);
    const inputs = { sources: `file://${DIR}`, offline: 'true' };
    const other = await play(world, { files: outcome.files, clock: outcome.clock, signer, servers: {}, inputs });
    expect(other.report).toMatchObject({ outcome: 'installed', proof: { kind: 'openpgp-signature' } });
  });

  it.each<[string, Uint8Array | undefined, readonly string[]]>([
    ['there is none', undefined, []],
    ['it is of another archive', asc(SIGNER.subkey, OLD.tarGz), ['PGP.BAD_SIGNATURE']],
    ['nobody here knows who signed', asc(makePair('2024-01-01'), GO.tarGz), ['PGP.UNKNOWN_SUBKEY']],
    ['a page stands in its place', Buffer.from('<!doctype html>'), ['PGP.MALFORMED']],
  ])('exports without it where %s', async (_, signature, codes) => {
    const outcome = await signedExport(signature);
    expect(outcome.report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(signatureOf(outcome)).toEqual([undefined]);
    expect(names(outcome.files).filter(name => name.endsWith('.asc'))).toEqual([]);
    expect(codesOf(outcome).filter(code => code.startsWith('PGP.'))).toEqual(codes);
    expect(wrongSums(outcome.files)).toEqual([]);
  });

  it('keeps it with the archive, and asks nobody', async () => {
    const first = await signedExport(GOOD);
    const second = await signedExport(GOOD, { files: first.files, clock: first.clock });
    expect([howOf(second), signatureOf(second)]).toEqual([{ [GO.fileName]: 'kept' }, [ASC]]);
    expect(second.net.urls().filter(url => url.endsWith('.asc'))).toEqual([]);
    const without = await signedExport(undefined);
    const later = await signedExport(GOOD, { files: without.files, clock: without.clock });
    expect(later.net.urls().filter(url => url.endsWith('.asc'))).toEqual([]);
  });

  it('tells of one that was changed, and replaces it, or removes it where nobody has it', async () => {
    for (const [signature, left] of [
      [GOOD, [ASC]],
      [undefined, []],
    ] as const) {
      const first = await signedExport(GOOD);
      first.files.put(`${DIR}/${ASC}`, asc(SIGNER.subkey, OLD.tarGz));
      const second = await signedExport(signature, { files: first.files, clock: first.clock });
      expect(second.report).toMatchObject({ outcome: 'ok', exitCode: 0 });
      expect(codesOf(second)).toContain('MIRROR.CHANGED');
      expect(names(second.files).filter(name => name.endsWith('.asc'))).toEqual(left);
      expect(wrongSums(second.files)).toEqual([]);
    }
  });

  it.each<[string, (files: MemoryFiles) => unknown, readonly string[]]>([
    [
      'was changed in a byte that means nothing',
      files => files.put(`${DIR}/${ASC}`, Buffer.concat([GOOD, NEWLINE])),
      ['MIRROR.CHANGED'],
    ],
    ['was lost', files => files.remove(`${DIR}/${ASC}`), []],
    [
      'a killed export had not come to',
      async files => {
        for (const name of [ASC, 'SHA256SUMS', 'index.json']) await files.remove(`${DIR}/${name}`);
      },
      [],
    ],
  ])('brings back one that %s', async (_, harm, codes) => {
    const first = await signedExport(GOOD);
    await harm(first.files);
    const second = await signedExport(GOOD, { files: first.files, clock: first.clock });
    expect([howOf(second), signatureOf(second)]).toEqual([{ [GO.fileName]: 'kept' }, [ASC]]);
    expect(second.files.content(`${DIR}/${ASC}`)?.equals(GOOD)).toBe(true);
    expect(codesOf(second)).toEqual(codes);
    expect(wrongSums(second.files)).toEqual([]);
  });

  it('does not ask for that of a module zip, which nobody signs', async () => {
    const outcome = await signedExport(GOOD, { inputs: { sources: 'goproxy' } });
    expect(outcome.report).toMatchObject({ outcome: 'ok', exitCode: 0 });
    expect(outcome.net.urls().filter(url => url.endsWith('.asc'))).toEqual([]);
  });
});

const files = (outcome: FakeOutcome, name: string): string => outcome.files.content(`${DIR}/${name}`)?.toString('latin1') ?? '';

/** A machine without a network that has the directory, and nothing that the exporting one had. */
const onTheOtherSide = async (from: FakeOutcome, options: Play = {}): Promise<FakeOutcome> => {
  const { files, clock } = from;
  const outcome = await play(world, {
    version: '1.26',
    files,
    clock,
    table: tableOf([]),
    ...options,
    inputs: { sources: `file://${DIR}`, offline: 'true', ...options.inputs },
  });
  expect(outcome.net.requests).toEqual([]);
  return outcome;
};

describe('an exported directory', () => {
  const both = { options: { versions: '1.26.8,1.25.3' } };

  it.each([
    ['goproxy', '1.26', '1.26.8'],
    ['goproxy', '1.25.3', '1.25.3'],
    ['official', 'stable', '1.26.8'],
    ['official', '~1.25.0', '1.25.3'],
  ])('from %s serves %s offline, proved by its receipt', async (source, version, expected) => {
    const outcome = await onTheOtherSide(await exporting({ ...both, inputs: { sources: source } }), { version });
    expect(outcome.report).toMatchObject({
      outcome: 'installed',
      installedFrom: 'file',
      go: { version: expected },
      proof: { kind: 'checksum-database', root: 'sum.golang.org' },
    });
  });

  it('leaves a receipt beside the Go, which proves it once more without the directory', async () => {
    const first = await onTheOtherSide(await exporting());
    await first.files.remove(DIR);
    await first.files.remove(`/tools/go/1.26.8/x64.setup-go-robust.seal`);
    const { report } = await onTheOtherSide(first, { inputs: { sources: '' } });
    expect(report).toMatchObject({ outcome: 'cached', proof: { kind: 'checksum-database' } });
  });

  it.each([
    ['the archive', GO.fileName, undefined],
    ['the time in the header of its gzip', GO.fileName, 4],
    ['the receipt', RECEIPT, undefined],
    ['the last byte of the receipt', RECEIPT, -1],
    ['the index', 'index.json', undefined],
    ['a digit of the version in the index', 'index.json', 20],
  ])('of which %s was changed is refused by the name of the file', async (_, name, at) => {
    const exported = await exporting();
    const size = exported.files.content(`${DIR}/${name}`)?.length ?? 0;
    flip(exported.files, name, at === -1 ? size - 1 : at);
    const outcome = await onTheOtherSide(exported);
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 73, go: null });
    expect(JSON.stringify(outcome.report.findings[0])).toContain(name);
    expect(outcome.files.paths('/tools').filter(path => path.includes('/go/'))).toEqual([]);
  });

  it('of which the receipt was changed is refused although the shipped table knows the archive', async () => {
    const exported = await exporting();
    flip(exported.files, RECEIPT);
    const { report } = await onTheOtherSide(exported, { table: tableOf(world.releases) });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'MIRROR.CHANGED' } });
  });

  it('without receipts serves what the shipped table knows', async () => {
    const exported = await exporting();
    await exported.files.remove(`${DIR}/${RECEIPT}`);
    const { report } = await onTheOtherSide(exported, { table: tableOf(world.releases) });
    expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'release-table' } });
  });

  it('whose receipt was forged together with its sum is refused, for it authenticates itself', async () => {
    const exported = await exporting();
    const evil = createTinyGo({ version: '1.26.8', change: tree => ({ ...tree, 'bin/go': 'evil' }) });
    const receipt = Buffer.from(files(exported, RECEIPT).replace(GO.h1, evil.h1), 'latin1');
    exported.files.put(`${DIR}/${RECEIPT}`, receipt);
    exported.files.put(`${DIR}/${GO.fileName}`, evil.tarGz);
    const sums = files(exported, 'SHA256SUMS')
      .replace(/^.*receipt\.json$/mu, `${sha256(receipt)}  ${RECEIPT}`)
      .replace(new RegExp(`^.*  ${GO.fileName}$`, 'mu'), `${sha256(evil.tarGz)}  ${GO.fileName}`);
    exported.files.put(`${DIR}/SHA256SUMS`, sums);
    const { report } = await onTheOtherSide(exported);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'SUM.PROOF' } });
  });

  it('of which the archive was exchanged together with its sum is refused', async () => {
    const exported = await exporting();
    const evil = createTinyGo({ version: '1.26.8', change: tree => ({ ...tree, 'bin/go': 'evil' }) });
    exported.files.put(`${DIR}/${GO.fileName}`, evil.tarGz);
    const sum = `${sha256(evil.tarGz)}  ${GO.fileName}`;
    exported.files.put(`${DIR}/SHA256SUMS`, files(exported, 'SHA256SUMS').replace(new RegExp(`^.*  ${GO.fileName}$`, 'mu'), sum));
    const { report } = await onTheOtherSide(exported);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
  });

  it('with receipts that another key signed is refused', async () => {
    const { report } = await onTheOtherSide(await exporting(), {
      log: makeLog({ signer: makeSigner('sum.golang.org'), filler: 9 }).known(),
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'SUM.NOTE' } });
  });

  it('with receipts that rest on a head which this program does not know says so', async () => {
    const outcome = await onTheOtherSide(await exporting(), { log: world.log.known(200) });
    expect(outcome.report).toMatchObject({ outcome: 'failed', cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(codesOf(outcome)).toContain('VER.NO_PROOF');
  });

  it('that lacks the release says what it holds', async () => {
    const { report } = await onTheOtherSide(await exporting({ inputs: { sources: 'goproxy' } }), { version: '1.25.3' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(JSON.stringify(report.findings[0]?.evidence)).toContain('1.26.8');
  });

  it('is passed over when it was changed and another source is left', async () => {
    const exported = await exporting();
    flip(exported.files, 'index.json');
    const { report } = await play(world, { ...exported, version: '1.26', inputs: { sources: `file://${DIR},official` } });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'official' });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'MIRROR.CHANGED', severity: 'warning' }));
  });
});

describe('an exported directory behind a web server', () => {
  const serving = (exported: FakeOutcome) => ({
    'inside.test': ({ path }: { readonly path: string }) => {
      const body = exported.files.content(`${DIR}/${path.replace('/go/', '')}`);
      return body && { body };
    },
  });
  const inside = (exported: FakeOutcome, options: Play = {}): Promise<FakeOutcome> =>
    play(world, {
      env: { GOPROXY: 'off' },
      version: '1.26',
      servers: serving(exported),
      ...options,
      inputs: { sources: 'https://inside.test/go/index.json', ...options.inputs },
    });

  it.each([
    ['official', '1.26'],
    ['goproxy', '1.26'],
    ['goproxy', '1.26.8'],
  ])('serves what came from %s for %s, and nobody else is asked', async (source, version) => {
    const { report, net } = await inside(await exporting({ inputs: { sources: source } }), { version });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'custom', proof: { kind: 'checksum-database' } });
    expect(net.urls().filter(url => !url.startsWith('https://inside.test/'))).toEqual([]);
  });

  it.each([GO.fileName, RECEIPT, 'index.json'])('of which %s was changed is refused by that name', async name => {
    const exported = await exporting();
    flip(exported.files, name);
    const { report, files } = await inside(exported);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73 });
    expect(JSON.stringify(report.findings[0])).toContain(name);
    expect(files.paths('/tools').filter(path => path.includes('/go/'))).toEqual([]);
  });

  it('that does not answer is named', async () => {
    const { report } = await inside(await exporting(), { servers: { 'inside.test': () => ({ status: 503 }) } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'HTTP.SERVER' } });
  });
});

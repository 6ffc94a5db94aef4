import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { SUM_GOLANG_ORG } from '../../src/verify/known-log.ts';
import { GOOGLE_LINUX_PACKAGES } from '../../src/verify/known-signer.ts';
import { asc, makeTestSigner } from '../fakes/openpgp.ts';
import { type FakeLog, makeLog, makeSigner } from '../fakes/sumdb-log.ts';
import { tableOf } from '../run/world.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { makeFakeGo } from './fake-go.ts';
import { copyBundle, type ProcessOptions, type Runner, runCli, withRunner } from './harness.ts';
import { GO, HOST_PLATFORM, isPosix, parseReport, sealedEnv, startBorder, VERSION } from './install-runs.ts';
import { COMPLETE, FILES, rootIn } from './install-scene.ts';
import { namespaceRefusal, nodeWithoutRoute } from './no-route.ts';

/** Large enough to be killed in the middle. */
const LARGE = makeFakeGo({ version: '1.26.7', platform: HOST_PLATFORM, sourceFileCount: 60, sourceFileBytes: 40_000 });
const RECEIPT = `${GO.moduleName.replace('golang.org/toolchain@', '')}.receipt.json`;

const SIGNER = makeTestSigner();

let log: FakeLog;
let mirror: Mirror;
let border: Origin;

beforeAll(async () => {
  border = await startBorder();
  log = makeLog({ signer: makeSigner('sum.golang.org'), filler: 300 });
  for (const { moduleName, h1 } of [GO, LARGE]) log.addModule(moduleName, h1);
  const elsewhere = async (path: string): Promise<Uint8Array | undefined> => {
    const [, asked] = path.split('/sumdb/sum.golang.org/');
    return asked === undefined ? undefined : log.answer(asked);
  };
  const files = {
    ...FILES,
    [LARGE.tarGz.fileName]: LARGE.tarGz.bytes,
    [`golang.org/toolchain/@v/${GO.moduleZip.fileName}`]: GO.moduleZip.bytes,
    'golang.org/toolchain/@v/list': `${GO.moduleZip.fileName.replace(/\.zip$/u, '')}\n`,
  };
  mirror = await startMirror({ files, elsewhere });
});

afterAll(async () => {
  await Promise.all([mirror.close(), border.close()]);
});

interface Site {
  readonly runner: Runner;
  readonly directory: string;
  /** The exporting side, which has the mirror and its checksum database. */
  exports(
    words: readonly string[],
    options?: ProcessOptions,
  ): Promise<{ readonly exitCode: number | undefined; readonly report: Report }>;
  /** The other side: a machine without any route. */
  installs(
    words: readonly string[],
  ): Promise<{ readonly exitCode: number | undefined; readonly report: Report; readonly toolCache: readonly string[] }>;
}

/** The committed bundle, but for the log and the signer that it believes: nobody has the keys of the real ones. */
async function bundleFor(known: FakeLog, directory: string): Promise<string> {
  const bundle = await copyBundle(directory);
  const [head] = SUM_GOLANG_ORG.heads;
  const { size, root } = known.head(250);
  const swaps = [
    [SUM_GOLANG_ORG.verifierKey, known.signer.verifierKey],
    [`size: ${head.size}`, `size: ${size}`],
    [head.root, root],
    [GOOGLE_LINUX_PACKAGES, SIGNER.primary.fingerprint],
  ] as const;
  let text = await readFile(bundle, 'utf8');
  for (const [old, other] of swaps) {
    expect(text.split(old)).toHaveLength(2);
    text = text.replace(old, other);
  }
  await writeFile(bundle, text);
  await writeFile(join(dirname(bundle), 'google-linux-packages-key.asc'), SIGNER.block);
  return bundle;
}

function onSite(body: (site: Site) => Promise<void>): () => Promise<void> {
  return () =>
    withRunner(async runner => {
      const directory = join(runner.root, 'exported');
      const bundle = await bundleFor(log, join(runner.root, 'bundle'));
      const node = await nodeWithoutRoute(runner);
      const env = { ...sealedEnv(border), GOPROXY: mirror.url };
      await body({
        runner,
        directory,
        exports: async (words, options) => {
          const args = ['mirror', 'export', directory, '--json', ...words];
          const result = await runCli(args, { runner, bundle, env, ...options });
          return {
            exitCode: result.exitCode,
            report: options?.signal === undefined ? parseReport(result.stdout) : ({} as Report),
          };
        },
        installs: async words => {
          const sources = words.some(word => word.startsWith('--sources')) ? [] : [`--sources=file://${directory}`];
          const result = await runCli(['install', '--json', ...sources, ...words], { runner, bundle, node });
          return { ...result, report: parseReport(result.stdout) };
        },
      });
    });
}

beforeEach(context => {
  const reason = namespaceRefusal();
  if (reason !== undefined) context.skip(reason);
});

async function flip(path: string, at: 'middle' | 'end'): Promise<void> {
  const bytes = await readFile(path);
  const index = at === 'middle' ? Math.floor(bytes.length / 2) : bytes.length - 2;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

describe.runIf(isPosix)('what is exported', { concurrent: true }, () => {
  it.each([
    ['a mirror', () => mirror.url, GO.tarGz.fileName],
    ['a module proxy', () => 'goproxy', GO.moduleZip.fileName],
  ])('from %s is installed by a machine without any route', (_, source, name) =>
    onSite(async ({ exports, installs, runner, directory }) => {
      const exported = await exports(['--versions', VERSION, '--sources', source()]);
      expect(exported).toMatchObject({ exitCode: 0, report: { outcome: 'ok', exported: { files: [{ name, how: 'added' }] } } });
      expect((await readdir(directory)).filter(entry => entry.startsWith('.'))).toEqual([]);
      const result = await installs(['1.26', '--offline']);
      expect(result.exitCode).toBe(0);
      expect(result.toolCache).toEqual(expect.arrayContaining([...COMPLETE]));
      expect(result.report).toMatchObject({
        outcome: 'installed',
        installedFrom: 'file',
        go: { version: VERSION, root: rootIn(runner) },
        proof: { kind: 'checksum-database', value: GO.h1 },
      });
    })(),
  );

  it(
    'with the signature of the Go project is proved by that alone, where its receipt was lost',
    onSite(async ({ exports, installs, runner, directory }) => {
      const { fileName, bytes } = GO.tarGz;
      const signed = await startMirror({ files: { [fileName]: bytes, [`${fileName}.asc`]: asc(SIGNER.subkey, bytes) } });
      const exported = await exports(['--versions', VERSION, '--sources', signed.url]);
      await signed.close();
      const files = [{ name: fileName, signature: `${fileName}.asc` }];
      expect(exported).toMatchObject({ exitCode: 0, report: { exported: { files }, proof: { kind: 'checksum-database' } } });
      await rm(join(directory, RECEIPT));
      // The shipped table knows a genuine release of this name.
      await writeFile(join(runner.root, 'bundle', 'releases.json'), tableOf([]));
      const result = await installs([VERSION, '--offline']);
      expect(result).toMatchObject({ exitCode: 0, report: { outcome: 'installed', proof: { kind: 'openpgp-signature' } } });
    }),
  );

  it(
    'needs no word that the machine is offline',
    onSite(async ({ exports, installs }) => {
      await exports(['--versions', VERSION, '--sources', mirror.url]);
      expect(await installs([VERSION])).toMatchObject({ exitCode: 0, report: { outcome: 'installed', installedFrom: 'file' } });
    }),
  );

  it.each([
    ['archive', GO.tarGz.fileName, 'middle'],
    ['archive, behind all of its content', GO.tarGz.fileName, 'end'],
    ['receipt', RECEIPT, 'middle'],
    ['receipt, in a byte that means nothing', RECEIPT, 'end'],
    ['index', 'index.json', 'middle'],
  ] as const)('and changed by one bit of the %s is refused by name, and repaired by another export', (_, name, at) =>
    onSite(async ({ exports, installs, directory }) => {
      await exports(['--versions', VERSION, '--sources', mirror.url]);
      const genuine = await readFile(join(directory, name));
      await flip(join(directory, name), at);
      const refused = await installs(['1.26', '--offline']);
      expect(refused).toMatchObject({ exitCode: 73, toolCache: [], report: { outcome: 'failed', go: null } });
      expect(JSON.stringify(refused.report.findings[0])).toContain(name);
      const repaired = await exports(['--versions', VERSION, '--sources', mirror.url]);
      expect(repaired).toMatchObject({ exitCode: 0, report: { outcome: 'ok' } });
      expect(JSON.stringify(repaired.report.findings)).toContain(name);
      expect((await readFile(join(directory, name))).equals(genuine)).toBe(true);
      expect(await installs(['1.26', '--offline'])).toMatchObject({ exitCode: 0 });
    })(),
  );

  it(
    'before it was killed is whole, and another export goes on',
    onSite(async ({ exports, installs, directory }) => {
      await exports(['--versions', VERSION, '--sources', mirror.url]);
      const slow = await startMirror({
        files: { [LARGE.tarGz.fileName]: LARGE.tarGz.bytes },
        totalBytesPerSecond: Math.ceil(LARGE.tarGz.bytes.length / 4),
      });
      const stop = new AbortController();
      const killing = exports(['--versions', LARGE.version, '--sources', slow.url], { signal: stop.signal });
      const deadline = performance.now() + 20_000;
      while (slow.stats().sentBytes < LARGE.tarGz.bytes.length / 8 && performance.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      stop.abort();
      expect((await killing).exitCode).toBeUndefined();
      await slow.close();
      expect(await readdir(directory)).not.toContain(LARGE.tarGz.fileName);
      expect(await installs([VERSION, '--offline'])).toMatchObject({ exitCode: 0 });
      const again = await exports(['--versions', `${VERSION},${LARGE.version}`, '--sources', mirror.url]);
      expect(again.report.exported?.files.map(({ name, how }) => [name, how])).toEqual([
        [GO.tarGz.fileName, 'kept'],
        [LARGE.tarGz.fileName, 'added'],
      ]);
      expect((await readdir(directory)).filter(entry => entry.startsWith('.'))).toEqual([]);
    }),
  );

  it(
    'is a directory that may be copied anywhere',
    onSite(async ({ exports, installs, runner, directory }) => {
      await exports(['--versions', VERSION, '--sources', mirror.url]);
      const copy = join(runner.root, 'another place');
      await cp(directory, copy, { recursive: true });
      const result = await installs(['stable', '--offline', `--sources=file://${encodeURI(copy)}`]);
      expect(result).toMatchObject({ exitCode: 0, report: { outcome: 'installed' } });
    }),
  );
});

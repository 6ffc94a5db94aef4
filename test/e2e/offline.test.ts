import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { startMirror } from '../servers/mirror.ts';
import { type FakeArchive, makeFakeGo } from './fake-go.ts';
import { type Runner, withRunner } from './harness.ts';
import {
  ENTRY,
  FACES,
  type Face,
  GO,
  HOST_PLATFORM,
  type InstallResult,
  install,
  isPosix,
  sealedEnv,
  startBorder,
  VERSION,
} from './install-runs.ts';
import { COMPLETE, rootIn } from './install-scene.ts';

/** Of a year when the shipped table was long forgotten. */
const NEWER = makeFakeGo({ version: '1.98.1', platform: HOST_PLATFORM, sourceFileCount: 1 });

const RECEIPT = `${GO.moduleName.replace('golang.org/toolchain@', '')}.receipt.json`;

interface Local {
  readonly runner: Runner;
  /** `sources` for a directory that holds this archive. */
  directory(archive: FakeArchive): Promise<string>;
  /** Without a network by choice; nothing leaves. */
  run(face: Face, inputs: Readonly<Record<string, string>>): Promise<InstallResult>;
}

/** A machine whose every way out leads to a border that counts. */
async function locally(body: (local: Local) => Promise<void>): Promise<void> {
  const border = await startBorder();
  try {
    await withRunner(async runner => {
      const directory = async ({ fileName, bytes }: FakeArchive): Promise<string> => {
        const path = join(runner.root, 'archives');
        await mkdir(path, { recursive: true });
        await writeFile(join(path, fileName), bytes);
        return `file://${path}`;
      };
      const run: Local['run'] = (face, inputs) =>
        install(face, { runner, inputs: { offline: 'true', timeout: '30s', ...inputs }, env: sealedEnv(border) });
      await body({ runner, directory, run });
    });
    expect(border.connectionCount()).toBe(0);
  } finally {
    await border.close();
  }
}

/** As it is written, and what else is needed for it. */
const REQUESTS: readonly { readonly name: string; readonly inputs: Readonly<Record<string, string>> }[] = [
  { name: 'an exact version', inputs: { 'go-version': VERSION } },
  { name: 'a line', inputs: { 'go-version': '1.26' } },
  { name: 'a range', inputs: { 'go-version': '>=1.26.0 <1.27' } },
  { name: 'an alias', inputs: { 'go-version': 'stable' } },
  { name: 'a go.mod', inputs: { 'go-version-file': 'go.mod' } },
];

const cases = FACES.flatMap(face => REQUESTS.map(request => ({ ...request, face })));
const goMod = (runner: Runner): Promise<void> =>
  writeFile(join(runner.workspace, 'go.mod'), 'module m\n\ngo 1.26.0\n\ntoolchain go1.26.8\n');

describe.runIf(isPosix)('offline', { concurrent: true }, () => {
  it.each(cases)('a directory of archives serves $name on the $face', ({ face, inputs }) =>
    locally(async ({ runner, directory, run }) => {
      await goMod(runner);
      const sources = await directory(GO.tarGz);
      const { exitCode, report, toolCache } = await run(face, { ...inputs, sources, checksum: `sha256:${GO.tarGz.sha256}` });
      expect({ exitCode, outcome: report.outcome, from: report.installedFrom }).toEqual({
        exitCode: 0,
        outcome: 'installed',
        from: 'file',
      });
      expect(report.go?.version).toBe(VERSION);
      expect(toolCache).toEqual(COMPLETE);
    }),
  );

  it.each([
    ['archive', GO.tarGz.fileName],
    ['index', 'index.json'],
    ['receipt', RECEIPT],
  ])('a directory whose %s is a link to a pipe holds no run', (_, name) =>
    locally(async ({ runner, directory, run }) => {
      const sources = await directory(GO.tarGz);
      const at = (file: string): string => join(runner.root, 'archives', file);
      if (name === RECEIPT) await writeFile(at('index.json'), '[]\n');
      await rm(at(name), { force: true });
      execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', at('pipe')]);
      await symlink('pipe', at(name));
      const { timedOut, report, toolCache } = await run('command line', { 'go-version': VERSION, sources, timeout: '5s' });
      expect({ timedOut, outcome: report.outcome, toolCache }).toEqual({ timedOut: false, outcome: 'failed', toolCache: [] });
      expect(report.cause?.code).not.toBe('BUDGET.TOTAL');
    }),
  );

  it('the tool cache serves every kind of request', () =>
    locally(async ({ runner, run }) => {
      await goMod(runner);
      const mirror = await startMirror({ files: { [GO.tarGz.fileName]: GO.tarGz.bytes } });
      const filled = await run('command line', { 'go-version': VERSION, sources: mirror.url, checksum: GO.h1, offline: 'false' });
      await mirror.close();
      expect(filled.exitCode).toBe(0);
      for (const { inputs } of REQUESTS) {
        const { exitCode, report } = await run('command line', { ...inputs, checksum: GO.h1 });
        expect({ exitCode, outcome: report.outcome, root: report.go?.root }).toEqual({
          exitCode: 0,
          outcome: 'cached',
          root: rootIn(runner),
        });
      }
    }));

  it('a kept version list tells which releases there are, and is no proof', () =>
    locally(async ({ runner, directory, run }) => {
      const kept = join(runner.toolCache, 'setup-go-robust');
      await mkdir(kept);
      const readAt = new Date(Date.now() - 5 * 3_600_000).toISOString();
      const list = { schema: 'setup-go-robust/versions@1', readAt, stable: [NEWER.version], unstable: [] };
      await writeFile(join(kept, 'versions.json'), JSON.stringify(list));
      // A template has no directory to list.
      const sources = `${await directory(NEWER.tarGz)}/{file}`;
      const unproved = await run('command line', { 'go-version': '1.98', sources });
      expect(unproved).toMatchObject({ exitCode: 71, report: { outcome: 'failed', cause: { code: 'OFFLINE.NOT_FOUND' } } });
      const pinned = await run('command line', { 'go-version': '1.98', sources, checksum: `sha256:${NEWER.tarGz.sha256}` });
      expect(pinned).toMatchObject({ exitCode: 0, report: { outcome: 'installed', go: { version: NEWER.version } } });
      expect(pinned.report.resolved?.learntFrom).toEqual(['kept']);
    }));

  it.each(FACES)('with nothing that serves ends the %s red, with what was looked for and the repair', face =>
    locally(async ({ runner, directory, run }) => {
      const sources = await directory(NEWER.tarGz);
      const { exitCode, report, everything, toolCache } = await run(face, { 'go-version': VERSION, sources });
      expect({ exitCode, cause: report.cause?.code, go: report.go }).toEqual({
        exitCode: 71,
        cause: 'OFFLINE.NOT_FOUND',
        go: null,
      });
      expect(toolCache).toEqual([]);
      const missing = join(runner.root, 'archives', GO.tarGz.fileName);
      expect(evidence(report)).toMatchObject({
        'looked in the tool cache': runner.toolCache,
        [`versions there for ${ENTRY.split('/').at(-1)}`]: 'none',
        'looked in file': expect.stringContaining(missing),
        'kept version list': 'none',
      });
      expect(evidence(report)['looked in file']).toContain(NEWER.version);
      expect(report.findings[0]?.fixes[0]?.text).toBe(`curl -fL -o ${missing} https://go.dev/dl/${GO.tarGz.fileName}`);
      expect(everything).toContain(missing);
    }),
  );
});

function evidence(report: Report): Readonly<Record<string, string>> {
  const found = report.findings.find(({ code }) => code === 'OFFLINE.NOT_FOUND');
  return Object.fromEntries((found?.evidence ?? []).map(({ name, value }) => [name, value]));
}

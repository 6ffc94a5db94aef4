import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { BUNDLE, createRunner, type ProcessResult, type Runner, runCli, withRunner } from '../e2e/harness.ts';
import { type MirrorOptions, startMirror } from '../servers/mirror.ts';
import { expectGoVersion, expectWorkingGo, goRoot, leftovers, reportOf } from './installed-go.ts';
import { loopbackEnv, networkEnv, scratchDirectory, whyNoNetwork } from './network.ts';
import { OFFICIAL, officialArchive, whyNoOfficialArchive } from './official-archive.ts';
import { tamper } from './tampered-archive.ts';

const scratch = scratchDirectory();
let genuine = '';
let made: Runner | undefined;
const reason = whyNoOfficialArchive() ?? whyNoNetwork();

/** Directory for archives with lies in them. */
function lies(name: string): string {
  return join(made?.temp ?? scratch, name);
}

beforeAll(async () => {
  if (reason !== undefined) return;
  genuine = await officialArchive();
  made = await createRunner(scratch);
  const source = '// Nobody reviewed this.\npackage fmt\n';
  await tamper({ from: genuine, to: lies('swapped'), how: { kind: 'replace', name: 'go/src/fmt/doc.go', data: source } });
  await tamper({ from: genuine, to: lies('added'), how: { kind: 'add', name: 'go/src/fmt/zzz.go', data: source } });
  await tamper({ from: genuine, to: lies('outside'), how: { kind: 'add', name: 'go/test/zzz.go', data: source } });
});

afterAll(() => made?.dispose());

beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

/** Installs from one mirror, and then from what `fallback` names. */
async function installFrom(
  mirrorOptions: MirrorOptions,
  how: {
    readonly runner: Runner;
    readonly env: Record<string, string | undefined>;
    readonly fallback?: 'goproxy';
    readonly bundle?: string;
    readonly version?: string;
  },
): Promise<{ readonly result: ProcessResult; readonly report: Report }> {
  const mirror = await startMirror(mirrorOptions);
  try {
    const sources = [mirror.url, how.fallback].filter(source => source !== undefined).join(',');
    const args = ['install', how.version ?? OFFICIAL.version, '--json', '--sources', sources];
    const { runner, env, bundle } = how;
    const result = await runCli(args, { runner, env, ...(bundle === undefined ? {} : { bundle }) });
    return { result, report: reportOf(result) };
  } finally {
    await mirror.close();
  }
}

/** The bundle without its table of releases, so that only the checksum database can vouch. */
async function bundleWithoutTable(runner: Runner): Promise<string> {
  const copy = join(runner.root, 'dist');
  await cp(dirname(BUNDLE), copy, { recursive: true });
  await rm(join(copy, 'releases.json'), { force: true });
  return join(copy, 'main.cjs');
}

describe('a genuine archive from a mirror', () => {
  const files = (): MirrorOptions => ({ files: { [OFFICIAL.fileName]: { path: genuine } } });

  it('is accepted by its tree alone, without the files that the tree does not cover', () =>
    withRunner(async runner => {
      const bundle = await bundleWithoutTable(runner);
      const { result, report } = await installFrom(files(), { runner, bundle, env: networkEnv() });
      expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'checksum-database' }, exitCode: 0 });
      expect(leftovers(result.toolCache)).toEqual([]);
      expect(existsSync(join(goRoot(runner, OFFICIAL.version), 'test'))).toBe(false);
      await expectWorkingGo(runner, OFFICIAL.version);
    }, scratch));

  it('is accepted whole by the shipped table when the database is out of reach', () =>
    withRunner(async runner => {
      const { report } = await installFrom(files(), { runner, env: loopbackEnv() });
      const proof = { kind: 'release-table', value: `sha256:${OFFICIAL.sha256}` };
      expect(report).toMatchObject({ outcome: 'installed', proof, exitCode: 0 });
      expect(existsSync(join(goRoot(runner, OFFICIAL.version), 'test', 'fixedbugs'))).toBe(true);
      await expectWorkingGo(runner, OFFICIAL.version);
    }, scratch));

  it('is refused when nobody can vouch for it', () =>
    withRunner(async runner => {
      const bundle = await bundleWithoutTable(runner);
      const { result, report } = await installFrom({ ...files(), sidecars: true }, { runner, bundle, env: loopbackEnv() });
      expect(report.outcome).toBe('failed');
      expect(report.attempts.filter(attempt => attempt.end === 'won')).toEqual([]);
      expect(report.cause?.code).toMatch(/^(?:SUM\.|VER\.NO_PROOF$|PROXY\.|TCP\.)/u);
      expect(result.exitCode).not.toBe(0);
      expect(result.toolCache).toEqual([]);
    }, scratch));
});

describe('a lie under a good name', () => {
  const { fileName } = OFFICIAL;
  /** The mirror vouches for its own lie everywhere: listing and sidecar have the hash of what it serves. */
  const LIES: readonly { name: string; options: () => MirrorOptions; codes: readonly string[]; version?: string }[] = [
    {
      name: 'one flipped byte',
      options: () => ({ files: { [fileName]: { path: genuine } }, fault: { kind: 'flip', atByte: 40_000_000 } }),
      // Most bytes of a deflate stream break it; a few only change the content.
      codes: ['ARC.CORRUPT', 'ARC.TRUNCATED', 'VER.TAMPERED'],
    },
    { name: 'one swapped file', options: () => ({ files: { [fileName]: { path: lies('swapped') } } }), codes: ['VER.TAMPERED'] },
    { name: 'one added file', options: () => ({ files: { [fileName]: { path: lies('added') } } }), codes: ['VER.TAMPERED'] },
    {
      name: 'another version',
      options: () => ({ files: { 'go1.26.7.linux-amd64.tar.gz': { path: genuine } } }),
      codes: ['VER.TAMPERED', 'VERSION.MISMATCH'],
      version: '1.26.7',
    },
    {
      name: 'a login page',
      options: () => ({ files: { [fileName]: { path: genuine } }, fault: { kind: 'html' } }),
      codes: ['HTTP.HTML', 'HTTP.PORTAL'],
    },
  ];

  it.each(LIES)('$name: the next source is used', ({ options, codes, version = OFFICIAL.version }) =>
    withRunner(async runner => {
      const mirrorOptions = { ...options(), sidecars: true };
      const { result, report } = await installFrom(mirrorOptions, { runner, env: networkEnv(), fallback: 'goproxy', version });
      expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'checksum-database' }, exitCode: 0 });
      const [first, last] = report.attempts;
      expect(first).toMatchObject({ end: 'failed', code: expect.toBeOneOf([...codes]) });
      expect(last).toMatchObject({ end: 'won' });
      expect(leftovers(result.toolCache)).toEqual([]);
      await expectGoVersion(runner, version);
    }, scratch),
  );

  it.each(LIES)('$name: alone it fails and leaves no trace', ({ name, options, codes, version = OFFICIAL.version }) =>
    withRunner(async runner => {
      const mirrorOptions = { ...options(), sidecars: true };
      const { result, report } = await installFrom(mirrorOptions, { runner, env: networkEnv(), version });
      expect(report).toMatchObject({ outcome: 'failed', proof: null, cause: { code: expect.toBeOneOf([...codes]) } });
      expect(result).toMatchObject({ exitCode: name === 'a login page' ? report.exitCode : 73, toolCache: [] });
      expect(result.exitCode).not.toBe(0);
    }, scratch),
  );

  it('outside the proved tree does not get onto the disk', () =>
    withRunner(async runner => {
      const options = { files: { [fileName]: { path: lies('outside') } }, sidecars: true };
      const { report } = await installFrom(options, { runner, env: networkEnv() });
      // The tree is genuine, so it may be installed; what nobody vouches for may not.
      expect(report).toMatchObject({ outcome: 'installed', proof: { kind: 'checksum-database' } });
      expect(existsSync(join(goRoot(runner, OFFICIAL.version), 'test'))).toBe(false);
    }, scratch));
});

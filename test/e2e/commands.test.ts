import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { makeFakeGo } from './fake-go.ts';
import { type ProcessResult, type Runner, runCli, withRunner } from './harness.ts';
import { ENTRY, GO, HOST_PLATFORM, isPosix, parseReport, sealedEnv, startBorder, VERSION } from './install-runs.ts';

const NEWER = makeFakeGo({ version: '1.98.1', platform: HOST_PLATFORM, sourceFileCount: 1 }).tarGz;
const OLDER = makeFakeGo({ version: '1.97.4', platform: HOST_PLATFORM, sourceFileCount: 1 }).tarGz;

let border: Origin;
/** It lists two releases from the future, so that the shipped table cannot know better. */
let mirror: Mirror;
beforeAll(async () => {
  border = await startBorder();
  mirror = await startMirror({
    files: { [NEWER.fileName]: NEWER.bytes, [OLDER.fileName]: OLDER.bytes, [GO.tarGz.fileName]: GO.tarGz.bytes },
  });
});
afterAll(async () => {
  await Promise.all([border.close(), mirror.close()]);
});

async function command(
  runner: Runner,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessResult & { readonly report: Report }> {
  const result = await runCli([...words, '--timeout', '30s', '--json'], { runner, env: { ...sealedEnv(border), ...env } });
  return { ...result, report: parseReport(result.stdout) };
}

describe('install', () => {
  it('names the platforms of a release that has none for this one', () =>
    withRunner(async runner => {
      const words = ['install', '1.16.15', '--architecture', 'riscv64', '--min-go-version', '1.16', '--sources', mirror.url];
      const { exitCode, report, toolCache } = await command(runner, words);
      expect({ exitCode, cause: report.cause?.code, toolCache }).toEqual({
        exitCode: 71,
        cause: 'VERSION.NO_PLATFORM',
        toolCache: [],
      });
      expect(report.findings[0]?.evidence.at(-1)?.value).toContain('linux/amd64');
    }));
});

describe('resolve', { concurrent: true }, () => {
  it.each([
    { spec: 'stable', version: '1.98.1' },
    { spec: 'oldstable', version: '1.97.4' },
    { spec: '1.97', version: '1.97.4' },
    { spec: '>=1.97 <1.98', version: '1.97.4' },
    { spec: 'go1.97.4', version: '1.97.4' },
  ])('says that $spec is $version, and downloads nothing', ({ spec, version }) =>
    withRunner(async runner => {
      const own = await startMirror({ files: { [NEWER.fileName]: NEWER.bytes, [OLDER.fileName]: OLDER.bytes } });
      const { exitCode, report, toolCache } = await command(runner, ['resolve', spec, '--sources', own.url]);
      expect({ exitCode, outcome: report.outcome, toolCache }).toEqual({ exitCode: 0, outcome: 'ok', toolCache: [] });
      expect(report.resolved).toMatchObject({ version, learntFrom: ['custom'] });
      expect(own.requests.map(({ path }) => path)).toEqual(['/dl/?mode=json&include=all']);
      await own.close();
    }),
  );

  it.each(['1.98.77', '1.99', '>=1.99'])('names the nearest releases when there is no %s', spec =>
    withRunner(async runner => {
      const { exitCode, report } = await command(runner, ['resolve', spec, '--sources', mirror.url]);
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 71, cause: 'VERSION.UNKNOWN' });
      expect(report.findings[0]?.evidence.find(({ name }) => name === 'nearest')?.value).toContain('1.98.1');
    }),
  );

  it.each([
    { listing: 'cut' as const, code: 'BODY.TRUNCATED' },
    { listing: { text: '<!DOCTYPE html><title>Log in</title>' }, code: 'LIST.MALFORMED' },
    { listing: { text: '[{"version": 7}]' }, code: 'LIST.MALFORMED' },
  ])('is not green by a list that is $code', ({ listing, code }) =>
    withRunner(async runner => {
      const broken = await startMirror({ listing });
      const { exitCode, report } = await command(runner, ['resolve', '1.98', '--sources', broken.url]);
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 72, cause: 'VERSION.NO_SOURCE' });
      expect(report.listings.find(({ source }) => source === 'custom')?.code).toBe(code);
      await broken.close();
    }),
  );

  it('is not hindered by one broken list among several', () =>
    withRunner(async runner => {
      const broken = await startMirror({ listing: 'cut' });
      const { exitCode, report } = await command(runner, ['resolve', 'stable', '--sources', `${broken.url},${mirror.url}`]);
      expect({ exitCode, version: report.resolved?.version }).toEqual({ exitCode: 0, version: '1.98.1' });
      expect(report.listings.map(({ source, code }) => [source, code]).sort()).toEqual([
        ['custom', 'BODY.TRUNCATED'],
        ['custom-2', undefined],
      ]);
      await broken.close();
    }));
});

describe('verify', { concurrent: true }, () => {
  const { fileName, bytes, sha256 } = GO.tarGz;

  it.each([
    { name: 'archive by its hash', pin: `sha256:${sha256}`, file: fileName, content: bytes },
    { name: 'archive by its tree', pin: GO.h1, file: fileName, content: bytes },
    { name: 'zip by its tree', pin: GO.h1, file: GO.zip.fileName, content: GO.zip.bytes },
    { name: 'module zip by its tree', pin: GO.h1, file: GO.moduleZip.fileName, content: GO.moduleZip.bytes },
  ])('proves an $name', ({ pin, file, content }) =>
    withRunner(async runner => {
      await writeFile(join(runner.workspace, file), content);
      const { exitCode, report } = await command(runner, ['verify', file, '--checksum', pin]);
      expect({ exitCode, proof: report.proof?.value }).toEqual({ exitCode: 0, proof: pin });
    }),
  );

  it.each([
    {
      name: 'one byte changed that gzip does not check',
      content: flipped(bytes, 5),
      pin: `sha256:${sha256}`,
      code: 'VER.CHECKSUM_PIN',
    },
    { name: 'one byte of its content changed', content: flipped(bytes, bytes.length / 2), pin: GO.h1, code: 'ARC.CORRUPT' },
    { name: 'its end cut', content: bytes.subarray(0, -100), pin: GO.h1, code: 'ARC.TRUNCATED' },
    { name: 'another version inside', content: OLDER.bytes, pin: GO.h1, code: 'VER.CHECKSUM_PIN' },
    { name: 'nothing in it', content: Buffer.alloc(0), pin: GO.h1, code: 'ARC.TRUNCATED' },
  ])('refuses an archive with $name', ({ content, pin, code }) =>
    withRunner(async runner => {
      await writeFile(join(runner.workspace, fileName), content);
      const { exitCode, report } = await command(runner, ['verify', fileName, '--checksum', pin]);
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 73, cause: code });
    }),
  );

  it('refuses an archive that nobody can vouch for now', () =>
    withRunner(async runner => {
      await writeFile(join(runner.workspace, NEWER.fileName), NEWER.bytes);
      const { exitCode, report } = await command(runner, ['verify', NEWER.fileName]);
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 72, cause: 'SUM.UNREACHABLE' });
    }));

  it('refuses an archive that is not the one of the shipped table', () =>
    withRunner(async runner => {
      await writeFile(join(runner.workspace, fileName), bytes);
      const { exitCode, report } = await command(runner, ['verify', fileName]);
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 73, cause: 'VER.TAMPERED' });
    }));

  it.runIf(isPosix)('names every file of an installation that differs', () =>
    withRunner(async runner => {
      const source = ['--sources', mirror.url, '--checksum', GO.h1];
      const root = join(runner.workspace, 'go');
      expect((await command(runner, ['install', VERSION, '--dest', 'go', ...source])).exitCode).toBe(0);
      expect((await command(runner, ['verify', 'go', ...source])).report).toMatchObject({ exitCode: 0, proof: { value: GO.h1 } });
      await appendFile(join(root, 'src', 'p00', 'file0.go'), '// changed\n');
      await rm(join(root, 'src', 'make.bash'));
      await writeFile(join(root, 'src', 'added.go'), 'package src\n');
      const { exitCode, report } = await command(runner, ['verify', 'go', ...source]);
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 73, cause: 'VER.CHECKSUM_PIN' });
      const evidence = report.findings[0]?.evidence.map(({ name, value }) => `${name} ${value}`);
      expect(evidence).toEqual(
        expect.arrayContaining(['added src/added.go', 'changed src/p00/file0.go', 'missing src/make.bash']),
      );
    }),
  );

  it('says when there is nothing, or no Go', () =>
    withRunner(async runner => {
      await mkdir(join(runner.workspace, 'directory'));
      const missing = await command(runner, ['verify', 'nowhere.tar.gz']);
      expect(missing.report).toMatchObject({ exitCode: 74, cause: { code: 'FS.NOT_FOUND' } });
      const empty = await command(runner, ['verify', 'directory']);
      expect(empty.report).toMatchObject({ exitCode: 71, cause: { code: 'GO.NOT_INSTALLED' } });
    }));
});

describe.runIf(isPosix)('env', { concurrent: true }, () => {
  const pinned = ['--go-version', VERSION, '--checksum', GO.h1];

  async function installed(body: (runner: Runner, root: string) => Promise<void>): Promise<void> {
    await withRunner(async runner => {
      const words = ['install', '--sources', mirror.url, ...pinned];
      expect((await command(runner, words)).exitCode).toBe(0);
      await body(runner, join(runner.toolCache, ...ENTRY.split('/')));
    });
  }

  it('prints lines that set up a shell, quoted for whatever stands in them', () =>
    installed(async (runner, root) => {
      const env = { ...sealedEnv(border), GOPATH: join(runner.home, "go path's $(touch pwned)") };
      const { exitCode, stdout } = await runCli(['env', ...pinned], { runner, env });
      expect(exitCode).toBe(0);
      const script = `set -eu\n${stdout}\ncommand -v go\ngo version\nprintf '%s\\n' "$GOTOOLCHAIN" "$PATH"`;
      const shell = { encoding: 'utf8', cwd: runner.workspace, env: { PATH: '/usr/bin:/bin', HOME: runner.home } } as const;
      const [go, version, toolchain, path] = execFileSync('/bin/sh', ['-c', script], shell).split('\n');
      expect({ go, toolchain }).toEqual({ go: join(root, 'bin', 'go'), toolchain: 'local' });
      expect(version).toContain(`go${VERSION}`);
      expect(path).toBe(`${join(env.GOPATH, 'bin')}:${join(root, 'bin')}:/usr/bin:/bin`);
    }));

  it.each([
    { shell: 'fish', line: (root: string) => `set -gx PATH '${root}/bin' $PATH` },
    { shell: 'pwsh', line: () => "$env:GOTOOLCHAIN = 'local'" },
    { shell: 'sh', line: () => "export GOTOOLCHAIN='local'" },
  ])('speaks $shell', ({ shell, line }) =>
    installed(async (runner, root) => {
      const { exitCode, stdout } = await runCli(['env', ...pinned, '--shell', shell], { runner, env: sealedEnv(border) });
      expect(exitCode).toBe(0);
      expect(stdout.split('\n')).toContain(line(root));
    }),
  );

  it('prints nothing to evaluate when there is no such Go', () =>
    withRunner(async runner => {
      const { exitCode, stdout, stderr } = await runCli(['env', '--go-version', VERSION], { runner, env: sealedEnv(border) });
      expect({ exitCode, stdout }).toEqual({ exitCode: 71, stdout: '' });
      expect(stderr).toContain('GO.NOT_INSTALLED');
    }));

  it('does not vouch for an entry that was changed', () =>
    installed(async (runner, root) => {
      await appendFile(join(root, 'src', 'p00', 'file0.go'), '// changed\n');
      const { exitCode, stdout } = await runCli(['env', ...pinned], { runner, env: sealedEnv(border) });
      expect({ exitCode, stdout }).toEqual({ exitCode: 71, stdout: '' });
    }));
});

function flipped(content: Buffer, position: number): Buffer {
  const copy = Buffer.from(content);
  const at = Math.floor(position);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

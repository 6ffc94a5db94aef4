import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { type FakeGo, makeFakeGo } from './fake-go.ts';
import { type ActionResult, createRunner, type Runner, runAction, withRunner } from './harness.ts';
import { ENTRY, GO, HOST_PLATFORM, install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';

const OTHER_VERSION = '1.25.3';
const OTHER: FakeGo = makeFakeGo({ version: OTHER_VERSION, platform: HOST_PLATFORM, sourceFileCount: 20 });

let border: Origin;
let mirror: Mirror;
beforeAll(async () => {
  border = await startBorder();
  const files = Object.fromEntries([GO, OTHER].map(({ tarGz }) => [tarGz.fileName, tarGz.bytes]));
  mirror = await startMirror({ files });
});
afterAll(async () => {
  await Promise.all([border.close(), mirror.close()]);
});

const inputsFor = (go: FakeGo) => ({ 'go-version': go.version, 'go-download-base-url': mirror.url, checksum: go.h1 });

/** One job: what a step exports, the next one sees, as the runner does it. */
async function job(runner: Runner, steps: readonly Readonly<Record<string, string>>[]): Promise<readonly ActionResult[]> {
  const results: ActionResult[] = [];
  let env: Readonly<Record<string, string>> = sealedEnv(border);
  let path: readonly string[] = [];
  for (const inputs of steps) {
    const result = await runAction({ runner, inputs, env, path });
    results.push(result);
    env = { ...env, ...result.env };
    path = [...[...result.path].reverse(), ...path];
  }
  return results;
}

async function putGo(directory: string, go: FakeGo): Promise<void> {
  await withRunner(async runner => {
    const { report } = await install('command line', {
      runner,
      inputs: { ...inputsFor(go), dest: directory },
      env: sealedEnv(border),
    });
    expect(report.outcome).toBe('installed');
  });
}

describe.runIf(isPosix)('in place of setup-go, the action', { concurrent: true }, () => {
  it('registers its problem matchers once Go is there', () =>
    withRunner(async runner => {
      const result = await runAction({ runner, inputs: inputsFor(GO), env: sealedEnv(border) });
      expect(result.exitCode).toBe(0);
      const files = result.commands.filter(({ name }) => name === 'add-matcher').map(({ message }) => message);
      expect(files).toHaveLength(1);
      const { problemMatcher } = JSON.parse(await readFile(files[0] ?? '', 'utf8'));
      expect(problemMatcher[0].owner).toBe('go');
    }));

  it('registers none when that is switched off, or when it failed', () =>
    withRunner(async runner => {
      const off = await runAction({ runner, inputs: { ...inputsFor(GO), 'problem-matcher': 'false' }, env: sealedEnv(border) });
      const failed = await runAction({ runner, inputs: { 'go-version': 'one.two' }, env: sealedEnv(border) });
      expect([off.exitCode, failed.exitCode]).toEqual([0, 64]);
      expect([...off.commands, ...failed.commands].filter(({ name }) => name === 'add-matcher')).toEqual([]);
    }));

  it('folds its log into groups, and does not print the whole environment of Go', () =>
    withRunner(async runner => {
      const env = { ...sealedEnv(border), GOFLAGS: '-mod=mod', GONOSUMDB: 'secret.example/private' };
      const { commands, stdout } = await runAction({ runner, inputs: inputsFor(GO), env });
      const groups = commands.filter(({ name }) => name === 'group' || name === 'endgroup').map(({ name }) => name);
      expect(groups.length).toBeGreaterThan(4);
      expect(groups).toEqual(groups.map((_, at) => (at % 2 === 0 ? 'group' : 'endgroup')));
      expect(stdout).not.toContain('secret.example');
      expect(stdout).not.toContain('GOFLAGS');
    }));

  it('gives the same Go to the same step twice, from the toolchain line of go.mod', () =>
    withRunner(async runner => {
      await writeFile(join(runner.workspace, 'go.mod'), `module m\n\ngo ${OTHER_VERSION}\n\ntoolchain go${VERSION}\n`);
      const step = { 'go-version-file': 'go.mod', 'go-download-base-url': mirror.url, checksum: GO.h1 };
      const [first, second] = await job(runner, [step, step]);
      expect(first?.env).toEqual({ GOTOOLCHAIN: 'local', SETUP_GO_ROBUST_GOTOOLCHAIN: 'local' });
      expect([first, second].map(result => result?.outputs['go-version'])).toEqual([VERSION, VERSION]);
      expect(second).toMatchObject({ exitCode: 0, env: first?.env, path: first?.path });
      expect(second?.outputs['installed-from']).toBe('tool-cache');
    }));

  it('leaves the last of two versions on PATH', () =>
    withRunner(async runner => {
      const results = await job(runner, [inputsFor(GO), inputsFor(OTHER), inputsFor(GO)]);
      expect(results.map(({ outputs }) => outputs['go-version'])).toEqual([VERSION, OTHER_VERSION, VERSION]);
      expect(results.map(({ path }) => path[0])).toEqual(
        [ENTRY, ENTRY.replace(VERSION, OTHER_VERSION), ENTRY].map(entry => join(runner.toolCache, entry, 'bin')),
      );
      expect(results.at(-1)?.outputs['installed-from']).toBe('tool-cache');
    }));

  it('takes GO_DOWNLOAD_BASE_URL, with slashes at its end, for the input', () =>
    withRunner(async runner => {
      const inputs = { 'go-version': VERSION, checksum: GO.h1 };
      const env = { ...sealedEnv(border), GO_DOWNLOAD_BASE_URL: `${mirror.url}//` };
      const { exitCode, outputs } = await runAction({ runner, inputs, env });
      expect({ exitCode, source: outputs['source'] }).toEqual({ exitCode: 0, source: 'custom' });
    }));

  it('uses the Go on PATH when nothing is asked for, once it is proved, and says so', () =>
    withRunner(async runner => {
      const directory = join(runner.root, 'image', 'go');
      await mkdir(dirname(directory));
      await putGo(directory, GO);
      const options = { runner, env: sealedEnv(border), path: [join(directory, 'bin')] };
      const good = await runAction({ ...options, inputs: { checksum: GO.h1 } });
      expect(good).toMatchObject({ exitCode: 0, toolCache: [] });
      expect(good.outputs).toMatchObject({ 'go-version': VERSION, goroot: directory, 'installed-from': 'path' });
      expect(good.commands.filter(({ name }) => name === 'warning')).toHaveLength(1);
      await chmod(join(directory, 'go.env'), 0o644);
      await writeFile(join(directory, 'go.env'), 'GOSUMDB=off\n');
      const bad = await runAction({ ...options, inputs: { checksum: GO.h1 } });
      expect(bad).toMatchObject({ exitCode: 73, outputs: { cause: 'GO.UNPROVED' } });
    }));

  it.each(['yes', 'on', '1', 'TRUE!', 'nein'])('names %s, which is no boolean, with the accepted form', value =>
    withRunner(async runner => {
      const { exitCode, report } = await install('action', {
        runner,
        inputs: { ...inputsFor(GO), 'check-latest': value },
        env: sealedEnv(border),
      });
      expect({ exitCode, code: report.cause?.code }).toEqual({ exitCode: 64, code: 'INPUT.INVALID' });
      expect(JSON.stringify(report.findings)).toContain('true or false');
    }),
  );
});

describe.runIf(isPosix)('the version files of setup-go', { concurrent: true }, () => {
  it.each([
    ['go.mod', `module m\n\ngo ${VERSION}\n`],
    ['go.mod', `module m\n\ngo 1.25\ntoolchain\tgo${VERSION} // why\n`],
    ['go.mod', `module m\n\ngo\t${VERSION}\r\n`],
    ['go.work', `go ${VERSION}\n\nuse ./a\n`],
    ['.go-version', `${VERSION}\n`],
    ['.go-version', `# why\ngo${VERSION}\n`],
    ['.tool-versions', `nodejs 20\ngolang ${VERSION}\n`],
    ['.tool-versions', `go ${VERSION} 1.22.0\n`],
    ['mise.toml', `[tools]\ngo = "${VERSION}"\n`],
    ['.prototools', `go = "${VERSION}"\n`],
    ['ci/go.txt', `${VERSION}\n`],
  ])('%s with %j installs what it names', async (file, text) => {
    const runner = await createRunner();
    try {
      await mkdir(dirname(join(runner.workspace, file)), { recursive: true });
      await writeFile(join(runner.workspace, file), text);
      const inputs = { 'go-version-file': file, 'go-download-base-url': mirror.url, checksum: GO.h1 };
      const { exitCode, outputs } = await runAction({ runner, inputs, env: sealedEnv(border) });
      expect({ exitCode, version: outputs['go-version'] }).toEqual({ exitCode: 0, version: VERSION });
    } finally {
      await runner.dispose();
    }
  });

  it.each([
    ['go.mod', 'module m\n'],
    ['go.work', 'use ./a\n'],
    ['.tool-versions', 'nodejs 20\n'],
    ['.go-version', '\n'],
  ])('%s with %j, which names none, is red and names the file', (file, text) =>
    withRunner(async runner => {
      await writeFile(join(runner.workspace, file), text);
      const { exitCode, report } = await install('action', {
        runner,
        inputs: { 'go-version-file': file },
        env: sealedEnv(border),
      });
      expect({ exitCode, code: report.cause?.code }).toEqual({ exitCode: 71, code: 'INPUT.VERSION_FILE' });
      expect(report.findings[0]?.location?.file).toBe(file);
    }),
  );
});

import { execFile } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../run/world.ts';
import { BUNDLE, copyBundle, PROJECT, type Runner, runCli, withRunner } from './harness.ts';
import { FACES, GO, HOST_PLATFORM, install, isPosix } from './install-runs.ts';
import { withScene } from './install-scene.ts';

const DIST = dirname(BUNDLE);
const NODE = process.env['E2E_NODE'] ?? process.execPath;
const execute = promisify(execFile);

async function filesOfBundle(): Promise<readonly string[]> {
  return (await readdir(DIST)).filter(name => name.endsWith('.cjs'));
}

async function sizeOf(name: string): Promise<number> {
  return (await stat(join(DIST, name))).size;
}

/** A hook for `--require` that writes down which files of the bundle a process loads. */
async function recorder(runner: Runner): Promise<{ readonly option: string; loaded(): Promise<readonly string[]> }> {
  const hook = join(runner.root, 'record.cjs');
  const log = join(runner.root, 'loaded.log');
  await writeFile(
    hook,
    `const { _extensions } = require('node:module');
const load = _extensions['.js'];
_extensions['.cjs'] = (module, path) => {
  require('node:fs').appendFileSync(${JSON.stringify(log)}, require('node:path').basename(path) + '\\n');
  load(module, path);
};
`,
  );
  await writeFile(log, '');
  const lines = async (): Promise<readonly string[]> => (await readFile(log, 'utf8')).split('\n').filter(name => name !== '');
  return { option: `--require=${hook}`, loaded: lines };
}

/**
 * A Node with a low limit of open files (for the command line: a shell drops variables with the names of inputs), and a hook for `--require` that
 * uses it up while this file of the bundle is loaded.
 */
async function crowd(runner: Runner, name: string): Promise<{ readonly node: string; readonly option: string }> {
  const node = join(runner.root, 'crowded-node');
  await writeFile(node, `#!/bin/sh\nulimit -n 200\nexec '${NODE}' "$@"\n`, { mode: 0o755 });
  const hook = join(runner.root, 'crowd.cjs');
  await writeFile(
    hook,
    `const { _extensions } = require('node:module');
const { closeSync, openSync } = require('node:fs');
const load = _extensions['.js'];
function openAll(held) {
  try {
    for (;;) held.push(openSync('/dev/null'));
  } catch {
    return held;
  }
}
_extensions['.cjs'] = (module, path) => {
  const held = path.endsWith(${JSON.stringify(name)}) ? openAll([]) : [];
  try {
    load(module, path);
  } finally {
    for (const file of held) closeSync(file);
  }
};
`,
  );
  return { node, option: `--require=${hook}` };
}

/** A bundle whose shipped table knows the Go of these tests, so that a run can seal it. */
async function knowingBundle(runner: Runner): Promise<string> {
  const bundle = await copyBundle(join(runner.root, 'knowing'));
  const platform = `${HOST_PLATFORM.goos}/${HOST_PLATFORM.goarch}`;
  const { version, tarGz } = GO;
  await writeFile(join(dirname(bundle), 'releases.json'), tableOf([{ version, platform, sha256: tarGz.sha256 }]));
  return bundle;
}

describe('the bundle', { concurrent: true }, () => {
  it('carries no second HTTP client that could go its own way', async () => {
    for (const name of await filesOfBundle()) {
      // undici announces itself in its user agent and in its error codes; @actions/http-client loads it for its proxies.
      expect(await readFile(join(DIST, name), 'utf8')).not.toMatch(/UND_ERR_|node_modules\/undici/u);
    }
  });

  it('starts under the Node of this run and needs no module from outside', () =>
    withRunner(async runner => {
      const { exitCode, stdout, stderr } = await runCli(['--version'], { runner, env: { NODE_PATH: '', NODE_OPTIONS: '' } });
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      const { version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
      expect(stdout).toContain(version);
    }));

  it('says nothing of its maker’s machine', async () => {
    for (const name of await filesOfBundle()) {
      const text = await readFile(join(DIST, name), 'utf8');
      expect(text).not.toContain(PROJECT);
      expect(text).not.toMatch(/\/(?:home|root|Users)\/\w+\/|sourceMappingURL/u);
    }
  });

  it('is loaded by main and post of the action alike', async () => {
    const action = await readFile(join(PROJECT, 'action.yml'), 'utf8');
    expect([...action.matchAll(/^ {2}(main|post|pre): (\S+)$/gmu)].map(match => match.slice(1))).toEqual([
      ['main', 'dist/main.cjs'],
      ['post', 'dist/main.cjs'],
    ]);
  });

  it('is small where every run reads it', async () => {
    expect(await sizeOf('main.cjs')).toBeLessThan(200_000);
    expect((await sizeOf('main.cjs')) + (await sizeOf('install.cjs'))).toBeLessThan(500_000);
  });

  it('is files that find each other by name, and none loads another at once but main.cjs, which is there already', async () => {
    const files = await filesOfBundle();
    for (const name of files) {
      const text = await readFile(join(DIST, name), 'utf8');
      const wanted = [...text.matchAll(/\brequire\("\.\/([^"]*)"\)/gu)].map(([, file]) => file);
      expect(wanted.filter(file => !files.includes(file ?? ''))).toEqual([]);
      const atOnce = [...text.matchAll(/^(?:const|let|var) \w+ = require\("\.\/([^"]*)"\)/gmu)].map(([, file]) => file);
      expect({ name, atOnce: atOnce.filter(file => file !== 'main.cjs') }).toEqual({ name, atOnce: [] });
    }
  });

  it('can load each of its files beside main.cjs', async () => {
    for (const name of await filesOfBundle()) {
      const script = `require(${JSON.stringify(BUNDLE)}); require(${JSON.stringify(join(DIST, name))});`;
      const { stderr } = await execute(NODE, ['-e', script, 'main.cjs', '--version'], {
        env: { PATH: process.env['PATH'] ?? '' },
      });
      expect({ name, stderr }).toEqual({ name, stderr: '' });
    }
  });
});

describe.runIf(isPosix)('the files of the bundle', { concurrent: true }, () => {
  it.each(FACES)('are all but main.cjs left alone by a warm run: %s', face =>
    withScene(async ({ runner, inputs, env }) => {
      const bundle = await knowingBundle(runner);
      const run = { runner, inputs: { ...inputs, checksum: '' }, bundle };
      const first = await recorder(runner);
      const cold = await install(face, { ...run, env: { ...env, NODE_OPTIONS: first.option } });
      expect(cold).toMatchObject({ exitCode: 0, report: { outcome: 'installed', proof: { kind: 'release-table' } } });
      expect(await first.loaded()).toEqual(expect.arrayContaining(['main.cjs', 'install.cjs']));
      // Else the files that the first run left would be written anew, so that they tell of this one.
      await rm(join(runner.temp, 'setup-go-robust-report'), { recursive: true, force: true });
      const second = await recorder(runner);
      const warm = await install(face, { ...run, env: { ...env, NODE_OPTIONS: second.option } });
      expect(warm).toMatchObject({ exitCode: 0, report: { outcome: 'cached', proof: { kind: 'release-table' } } });
      expect(await second.loaded()).toEqual(face === 'command line' ? ['main.cjs', 'faces.cjs'] : ['main.cjs']);
    })(),
  );

  it.each(FACES)('end a run red, with a code that says so, where one is missing: %s', face =>
    withScene(async ({ runner, inputs, env }) => {
      const bundle = await copyBundle(join(runner.root, 'copy'), ['install.cjs']);
      const { exitCode, report, everything, toolCache } = await install(face, { runner, inputs, env, bundle });
      expect({ exitCode, cause: report.cause?.code, go: report.go }).toEqual({
        exitCode: 70,
        cause: 'SELF.INCOMPLETE',
        go: null,
      });
      expect(report.findings.map(({ subject }) => subject)).toContain('install.cjs');
      expect(everything).not.toMatch(/Require stack|\n\s+at /u);
      expect(toolCache).toEqual([]);
    })(),
  );

  it(
    'end a run red, with the limit as its cause, where one cannot be opened for too many are',
    withScene(async ({ runner, inputs, env }) => {
      const { node, option } = await crowd(runner, 'install.cjs');
      const run = { runner, inputs, node, env: { ...env, NODE_OPTIONS: option } };
      const { exitCode, report, everything } = await install('command line', run);
      expect({ exitCode, cause: report.cause?.code, go: report.go }).toEqual({ exitCode: 74, cause: 'FS.FD_LIMIT', go: null });
      expect(report.findings.find(({ code }) => code === 'FS.FD_LIMIT')?.subject).toBe('install.cjs');
      expect(everything).not.toMatch(/SELF\.BUG|\n\s+at /u);
    }),
  );

  it.each(['failure.cjs', 'faces.cjs', 'project.cjs'])(
    'end a run red and in time where not even the words for it are there: %s',
    name =>
      withRunner(async runner => {
        const bundle = await copyBundle(join(runner.root, 'copy'), [name]);
        await writeFile(join(runner.workspace, 'go.mod'), 'module example.com/m\n\ngo 1.26\n');
        const args = ['install', '--go-version-file', 'go.mod', '--sources', 'http://127.0.0.1:9'];
        const { exitCode, stderr } = await runCli(args, { runner, bundle, timeoutMs: 20_000 });
        expect({ exitCode, isNamed: stderr.includes(name), hasStack: /\n\s+at /u.test(stderr) }).toEqual({
          exitCode: 70,
          isNamed: true,
          hasStack: false,
        });
      }),
  );

  it('are what the sources build, and a change of them is noticed', () =>
    withRunner(async runner => {
      const copy = join(runner.root, 'copy');
      await copyBundle(copy);
      const check = (): Promise<string> =>
        execute(NODE, [join(PROJECT, 'scripts', 'build.mjs'), '--check', copy]).then(
          () => '',
          (error: { readonly stderr: string }) => error.stderr,
        );
      expect(await check()).toBe('');
      await writeFile(join(copy, 'old.cjs'), '');
      await writeFile(join(copy, 'install.cjs'), '// empty\n');
      const complaints = await check();
      for (const name of ['install.cjs', 'old.cjs']) expect(complaints).toContain(`dist/${name}`);
      expect(complaints).not.toContain('dist/main.cjs');
    }));
});

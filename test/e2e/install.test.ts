import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type MirrorFault, startMirror } from '../servers/mirror.ts';
import { PROJECT, runAction, runCli } from './harness.ts';
import { GO, install, isPosix, parseReport, VERSION } from './install-runs.ts';
import { COMPLETE, FILES, rootIn, withScene } from './install-scene.ts';

const FILE_PIN = `sha256:${GO.tarGz.sha256}`;

/** What Go reads; notes to a later run of this action are its own affair. */
function goVariables(env: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('SETUP_GO_ROBUST_')));
}

describe.runIf(isPosix)('an installation by the action', { concurrent: true }, () => {
  it(
    'says everything that later steps need',
    withScene(async ({ runner, inputs, env }) => {
      const { exitCode, report, action, toolCache } = await install('action', {
        runner,
        inputs: { ...inputs, checksum: FILE_PIN },
        env,
      });
      const root = rootIn(runner);
      const gopath = join(runner.home, 'go');
      expect(exitCode).toBe(0);
      expect(toolCache).toEqual(COMPLETE);
      expect(action?.outputs).toMatchObject({
        'go-version': VERSION,
        'cache-hit': 'false',
        goroot: root,
        gopath,
        'go-bin': join(root, 'bin'),
        source: 'custom',
        proof: 'pinned-checksum',
        'installed-from': 'custom',
        cause: '',
        'report-dir': join(runner.temp, 'setup-go-robust-report'),
        'duration-ms': expect.stringMatching(/^\d+$/u),
      });
      expect(action?.path).toEqual([join(root, 'bin'), join(gopath, 'bin')]);
      expect(goVariables(action?.env)).toEqual({ GOTOOLCHAIN: 'local' });
      expect(action?.summary).toContain(VERSION);
      expect(action?.commands.filter(({ name }) => ['error', 'warning'].includes(name))).toEqual([]);
      expect(report).toMatchObject({ outcome: 'installed', exitCode: 0, cause: null, go: { version: VERSION, root } });
      expect(report.proof).toMatchObject({ kind: 'pinned-checksum', value: FILE_PIN });
    }),
  );

  it(
    'sets exactly the outputs that action.yml promises',
    withScene(async ({ runner, inputs, env }) => {
      const { outputs } = await runAction({ runner, inputs, env });
      const [, promised = ''] = (await readFile(join(PROJECT, 'action.yml'), 'utf8')).split(/^outputs:$/mu);
      const names = [
        ...promised
          .split(/^\S/mu, 1)
          .join('')
          .matchAll(/^ {2}([\w-]+):/gmu),
      ].map(match => match[1]);
      expect(Object.keys(outputs).sort()).toEqual(names.sort());
    }),
  );

  it(
    'is used again without any network when the pin is over the tree',
    withScene(async ({ runner, inputs, mirror, border: own, env }) => {
      const first = await install('action', { runner, inputs, env });
      expect(first.action?.outputs).toMatchObject({ 'installed-from': 'custom', proof: 'pinned-checksum' });
      const requestCount = mirror.stats().requestCount;
      const second = await install('action', { runner, inputs, env });
      expect(second).toMatchObject({ exitCode: 0, report: { outcome: 'cached', attempts: [] }, toolCache: COMPLETE });
      expect(second.action?.outputs).toMatchObject({
        'go-version': VERSION,
        'installed-from': 'tool-cache',
        source: '',
        proof: 'pinned-checksum',
        'cache-hit': 'false',
      });
      expect(second.action?.path).toEqual(first.action?.path);
      expect(mirror.stats().requestCount).toBe(requestCount);
      expect(own.connectionCount()).toBe(0);
    }),
  );

  it(
    'is made again when the pin is over the archive, for nothing proves the tree that stands there',
    withScene(async ({ runner, inputs, mirror, env }) => {
      for (const count of [1, 2]) {
        const pinned = { ...inputs, checksum: FILE_PIN };
        const { exitCode, report, toolCache } = await install('action', { runner, inputs: pinned, env });
        expect({ exitCode, outcome: report.outcome }).toEqual({ exitCode: 0, outcome: 'installed' });
        expect(mirror.stats().requestCount).toBe(count);
        expect(toolCache).toEqual(COMPLETE);
      }
    }),
  );

  it(
    'corrects a GOROOT that leads to another Go, and keeps a GOTOOLCHAIN of the user',
    withScene(async ({ runner, inputs, env }) => {
      const { action } = await install('action', {
        runner,
        inputs,
        env: { ...env, GOROOT: '/opt/another-go', GOTOOLCHAIN: 'auto' },
      });
      expect(action?.exitCode).toBe(0);
      expect(goVariables(action?.env)).toEqual({ GOROOT: rootIn(runner) });
      expect(action?.outputs['goroot']).toBe(rootIn(runner));
    }),
  );

  it(
    'obeys gotoolchain, summary and report-dir',
    withScene(async ({ runner, inputs, env }) => {
      const reportDir = join(runner.workspace, 'reports');
      const action = await runAction({
        runner,
        inputs: { ...inputs, gotoolchain: 'auto', summary: 'never', 'report-dir': reportDir },
        env: { ...env, GOTOOLCHAIN: 'go1.20' },
      });
      expect(action.exitCode).toBe(0);
      expect(goVariables(action.env)).toEqual({ GOTOOLCHAIN: 'auto' });
      expect(action.summary).toBe('');
      expect(action.outputs['report-dir']).toBe(reportDir);
      expect(parseReport(await readFile(join(reportDir, 'report.json'), 'utf8')).outcome).toBe('installed');
    }),
  );

  it(
    'reads the version from go.mod and says from where',
    withScene(async ({ runner, inputs: { 'go-version': _version, ...inputs }, env }) => {
      await writeFile(join(runner.workspace, 'go.mod'), `module example.com/hello\n\ngo 1.26.0\n\ntoolchain go${VERSION}\n`);
      const { exitCode, report } = await install('action', { runner, inputs, env });
      expect(exitCode).toBe(0);
      expect(report.request).toEqual({ spec: VERSION, origin: 'default', file: 'go.mod', line: 5 });
    }),
  );

  it(
    'is done by a source that failed for a moment, when there is no other',
    withScene(async ({ runner, inputs, env }) => {
      let count = 0;
      const fault = (): MirrorFault | undefined => {
        count += 1;
        return count === 1 ? { kind: 'status', status: 503 } : undefined;
      };
      const tired = await startMirror({ files: FILES, fault });
      const { exitCode, report } = await install('action', { runner, inputs: { ...inputs, sources: tired.url }, env });
      expect(exitCode).toBe(0);
      expect(report.attempts.map(({ end, code }) => [end, code])).toEqual([
        ['failed', 'HTTP.SERVER'],
        ['won', undefined],
      ]);
      await tired.close();
    }),
  );

  it(
    'does nothing after the job',
    withScene(async ({ runner, inputs, mirror, env }) => {
      const { exitCode, outputs, toolCache } = await runAction({ runner, inputs, env, state: { isPost: 'true' } });
      expect({ exitCode, outputs, toolCache }).toEqual({ exitCode: 0, outputs: {}, toolCache: [] });
      expect(mirror.stats().requestCount).toBe(0);
    }),
  );
});

describe.runIf(isPosix)('an installation by the command line', { concurrent: true }, () => {
  it(
    'installs beside other things, and the Go runs from there',
    withScene(async ({ runner, mirror, env }) => {
      const words = ['install', VERSION, '--dest', 'sdk/go', '--sources', mirror.url, '--checksum', FILE_PIN];
      const { exitCode, stdout, toolCache } = await runCli(words, { runner, env });
      const root = join(runner.workspace, 'sdk', 'go');
      expect(exitCode).toBe(0);
      expect(stdout).toContain(root);
      expect(toolCache).toEqual([]);
      expect(execFileSync(join(root, 'bin', 'go'), ['version'], { encoding: 'utf8' })).toContain(`go${VERSION}`);
    }),
  );

  it(
    'installs where a link leads, and keeps the link',
    withScene(async ({ runner, mirror, env }) => {
      const disk = join(runner.workspace, 'disk');
      const link = join(runner.workspace, 'go');
      await mkdir(disk);
      await symlink(disk, link);
      const words = ['install', VERSION, '--dest', 'go', '--sources', mirror.url, '--checksum', FILE_PIN, '--json'];
      const { stdout } = await runCli(words, { runner, env });
      expect(parseReport(stdout)).toMatchObject({ outcome: 'installed', go: { root: disk } });
      expect(await readlink(link)).toBe(disk);
      expect(execFileSync(join(link, 'bin', 'go'), ['version'], { encoding: 'utf8' })).toContain(`go${VERSION}`);
    }),
  );

  it(
    'prints one report on standard output with --json, and tells people on standard error',
    withScene(async ({ runner, inputs, env }) => {
      const { stdout, stderr } = await install('command line', { runner, inputs, env });
      expect(parseReport(stdout)).toMatchObject({ schema: 'setup-go-robust/report@1', outcome: 'installed', exitCode: 0 });
      expect(stderr).toContain(VERSION);
    }),
  );

  it(
    'takes an archive from a local directory, offline',
    withScene(async ({ runner, mirror, border: own, env }) => {
      const directory = join(runner.root, 'archives');
      await mkdir(directory);
      await writeFile(join(directory, GO.tarGz.fileName), GO.tarGz.bytes);
      const inputs = { 'go-version': '1.26', sources: `file://${directory}`, checksum: FILE_PIN, offline: 'true' };
      const { exitCode, report } = await install('command line', { runner, inputs, env });
      expect({ exitCode, version: report.go?.version, from: report.installedFrom }).toEqual({
        exitCode: 0,
        version: VERSION,
        from: 'file',
      });
      expect(mirror.stats().requestCount + own.connectionCount()).toBe(0);
    }),
  );

  it(
    'resolves a line by the listing of the source',
    withScene(async ({ runner, inputs, env }) => {
      // A listing outranks nothing: the shipped table may know a newer patch, which this source lacks.
      const asked = { ...inputs, 'go-version': `<=${VERSION} >=1.26.0` };
      const { exitCode, report } = await install('command line', { runner, inputs: asked, env });
      expect({ exitCode, version: report.go?.version }).toEqual({ exitCode: 0, version: VERSION });
      expect(report.resolved?.learntFrom).toContain('custom');
    }),
  );
});

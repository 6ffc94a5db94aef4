import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { runAction, runCli, withRunner } from '../e2e/harness.ts';
import { expectWorkingGo, goRoot, helloModule, leftovers, reportOf, runGo } from './installed-go.ts';
import { networkEnv, scratchDirectory, whyNoNetwork } from './network.ts';

const scratch = scratchDirectory();
const env = networkEnv();
const source = ['--sources', 'goproxy'];

beforeEach(context => {
  const reason = whyNoNetwork();
  if (reason !== undefined) context.skip(reason);
});

describe('an installation from the real module proxy', () => {
  it('is proved by the checksum database and builds, vets and tests', () =>
    withRunner(async runner => {
      const result = await runCli(['install', '1.26.8', '--json', ...source], { runner, env });
      const report = reportOf(result);
      expect(result).toMatchObject({ exitCode: 0 });
      expect(report).toMatchObject({
        outcome: 'installed',
        exitCode: 0,
        cause: null,
        request: { spec: '1.26.8', origin: 'input' },
        proof: { kind: 'checksum-database', root: 'sum.golang.org' },
      });
      // Another source may have been asked to help, and have failed.
      expect(report.attempts.filter(({ end }) => end === 'won')).toHaveLength(1);
      expect(result.toolCache).toContain(`go/1.26.8/${process.arch}.complete`);
      expect(leftovers(result.toolCache)).toEqual([]);
      await expectWorkingGo(runner, '1.26.8');
      const root = goRoot(runner, '1.26.8');
      const cwd = await helloModule(runner, '1.26');
      await runGo({ runner, root, args: ['build', 'std'], cwd });
      await runGo({ runner, root, args: ['vet', './...'], cwd });
      expect(await runGo({ runner, root, args: ['test', './...'], cwd })).toContain('ok');
      // The work of Go must not have changed the tree; a second run finds and proves it.
      expect(await runCli(['verify', root, '--json'], { runner, env })).toMatchObject({ exitCode: 0 });
      const again = await runCli(['install', '1.26.8', '--json', ...source], { runner, env });
      expect(reportOf(again)).toMatchObject({ outcome: 'cached', installedFrom: 'tool-cache', attempts: [] });
    }, scratch));

  it.each([
    ['1.27', /^1\.27\.\d+$/u],
    ['1.24.13', /^1\.24\.13$/u],
    ['1.21.0', /^1\.21\.0$/u],
    ['1.20.14', /^1\.20\.14$/u],
  ])('of %s works', (spec, expected) =>
    withRunner(async runner => {
      const result = await runCli(['install', spec, '--json', '--min-go-version', '1.20', ...source], { runner, env });
      const { go, proof, exitCode } = reportOf(result);
      expect({ exitCode, proof: proof?.kind }).toEqual({ exitCode: 0, proof: 'checksum-database' });
      expect(go?.version).toMatch(expected);
      await expectWorkingGo(runner, go?.version ?? '');
    }, scratch),
  );

  it('goes where --dest says and leaves the tool cache alone', () =>
    withRunner(async runner => {
      const dest = join(runner.root, 'some where', 'go');
      const result = await runCli(['install', '1.26.8', '--json', '--dest', dest, ...source], { runner, env });
      expect(result).toMatchObject({ exitCode: 0, toolCache: [] });
      expect(await runGo({ runner, root: dest, args: ['version'] })).toContain('go1.26.8 ');
    }, scratch));

  it('by the action leaves a Go on the PATH of the next step', () =>
    withRunner(async runner => {
      const result = await runAction({ runner, env, inputs: { 'go-version': '1.26.8', cache: 'false', sources: 'goproxy' } });
      expect(result).toMatchObject({
        exitCode: 0,
        outputs: { 'go-version': '1.26.8', 'cache-hit': 'false', goroot: goRoot(runner, '1.26.8') },
      });
      expect(result.path).toContain(join(goRoot(runner, '1.26.8'), 'bin'));
      expect(result.commands.filter(command => command.name === 'error')).toEqual([]);
      expect(result.summary).toContain('1.26.8');
      const PATH = [...result.path].reverse().concat('/usr/bin', '/bin').join(':');
      const next = { env: { ...result.env, PATH, HOME: runner.home }, encoding: 'utf8' } as const;
      expect((await promisify(execFile)('go', ['version'], next)).stdout).toContain('go1.26.8 ');
      expect(existsSync(join(runner.temp, 'setup-go-robust-report'))).toBe(true);
    }, scratch));

  it('of a version that never existed fails by its name and leaves nothing', () =>
    withRunner(async runner => {
      const result = await runCli(['install', '1.26.999', '--json', ...source], { runner, env });
      const { cause, outcome, exitCode } = reportOf(result);
      expect(outcome).toBe('failed');
      expect(cause?.code).toMatch(/^(?:VERSION\.|SUM\.NOT_FOUND|HTTP\.NOT_FOUND)/u);
      expect(result).toMatchObject({ exitCode, toolCache: [] });
    }, scratch));
});

import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, withRunner } from '../e2e/harness.ts';
import { namespaceRefusal, nodeWithoutRoute } from '../e2e/no-route.ts';
import { goRoot, helloModule, leftovers, reportOf } from './installed-go.ts';
import { networkEnv, scratchDirectory, whyNoNetwork } from './network.ts';

const VERSION = '1.26.8';
const ZIP = `v0.0.1-go${VERSION}.linux-amd64.zip`;
const env = networkEnv();

beforeEach(context => {
  const reason = whyNoNetwork() ?? namespaceRefusal();
  if (reason !== undefined) context.skip(reason);
});

describe('a Go exported from the real module proxy', () => {
  it('is installed, and builds, where there is no route at all', () =>
    withRunner(async runner => {
      const directory = join(runner.root, 'exported');
      const words = ['--versions', VERSION, '--platforms', 'linux/amd64', '--sources', 'goproxy', '--json'];
      const exporting = () => runCli(['mirror', 'export', directory, ...words], { runner, env });
      const exported = reportOf(await exporting());
      expect(exported).toMatchObject({
        exitCode: 0,
        proof: { kind: 'checksum-database', root: 'sum.golang.org' },
        exported: { files: [{ name: ZIP, how: 'added' }] },
      });
      expect((await readdir(directory)).filter(name => name.startsWith('.'))).toEqual([]);
      await promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: directory });
      expect(reportOf(await exporting())).toMatchObject({ exitCode: 0, exported: { files: [{ name: ZIP, how: 'kept' }] } });

      const node = await nodeWithoutRoute(runner);
      const install = () =>
        runCli(['install', '1.26', '--offline', '--sources', `file://${directory}`, '--json'], { runner, node });
      const result = await install();
      expect(reportOf(result)).toMatchObject({
        outcome: 'installed',
        installedFrom: 'file',
        go: { version: VERSION },
        proof: { kind: 'checksum-database', root: 'sum.golang.org' },
      });
      expect(leftovers(result.toolCache)).toEqual([]);
      expect(reportOf(await install())).toMatchObject({ outcome: 'cached', attempts: [] });

      const cwd = await helloModule(runner, '1.26');
      const go = join(goRoot(runner, VERSION), 'bin', 'go');
      const alone = {
        PATH: '/usr/bin:/bin',
        HOME: runner.home,
        GOTOOLCHAIN: 'local',
        GOPROXY: 'off',
        GOFLAGS: '-buildvcs=false',
      };
      await promisify(execFile)('unshare', ['-n', go, 'build', '-o', 'hello', '.'], { cwd, env: alone });
      expect((await promisify(execFile)(join(cwd, 'hello'))).stdout.trim()).toBe(`hello go${VERSION}`);
    }, scratchDirectory()));

  it('of which one bit was changed is not installed', () =>
    withRunner(async runner => {
      const directory = join(runner.root, 'exported');
      await runCli(['mirror', 'export', directory, '--versions', VERSION, '--sources', 'goproxy'], { runner, env });
      const [zip = ''] = (await readdir(directory)).filter(name => name.endsWith('.zip'));
      const bytes = await readFile(join(directory, zip));
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(join(directory, zip), bytes);
      const node = await nodeWithoutRoute(runner);
      const words = ['install', VERSION, '--offline', '--sources', `file://${directory}`, '--json'];
      const result = await runCli(words, { runner, node });
      expect(result).toMatchObject({ exitCode: 73, toolCache: [] });
      expect(JSON.stringify(reportOf(result).findings[0])).toContain(zip);
    }, scratchDirectory()));
});

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAction, runCli } from './harness.ts';
import { isPosix, VERSION } from './install-runs.ts';
import { withScene } from './install-scene.ts';

const KEPT = ['report.json', 'summary.md'];
const ALL = [...KEPT, 'junit.xml', 'metrics.txt', 'report.html', 'sbom.cdx.json', 'sbom.spdx.json'].sort();

async function textsIn(directory: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(directory);
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(directory, name), 'utf8')] as const)),
  );
}

describe.runIf(isPosix)('report files', { concurrent: true }, () => {
  it(
    'are all written by a run that downloads, and only the small ones by a run that finds Go installed',
    withScene(async ({ runner, inputs, env }) => {
      const cold = await runAction({ runner, inputs, env });
      const directory = cold.outputs['report-dir'] ?? '';
      const texts = await textsIn(directory);
      expect(Object.keys(texts).sort()).toEqual(ALL);
      expect(texts['metrics.txt']).toContain('setup_go_robust_attempts_total{source="custom",stage="done",end="won"} 1');
      expect(texts['sbom.cdx.json']).toContain(`"version": "${VERSION}"`);
      expect(texts['report.html']).toMatch(/<html lang="en">[\s\S]*<\/html>\n$/u);
      await rm(directory, { recursive: true });
      const warm = await runAction({ runner, inputs, env });
      expect((await readdir(warm.outputs['report-dir'] ?? '')).sort()).toEqual(KEPT);
    }),
  );

  it(
    'are all written where report-dir is named, by the command line too',
    withScene(async ({ runner, inputs, env }) => {
      await runAction({ runner, inputs, env });
      const named = join(runner.workspace, 'named');
      await runAction({ runner, inputs: { ...inputs, 'report-dir': named }, env });
      expect((await readdir(named)).sort()).toEqual(ALL);
      const words = Object.entries({ ...inputs, 'report-dir': join(runner.workspace, 'cli') }).map(
        ([name, value]) => `--${name}=${value}`,
      );
      expect((await runCli(['install', ...words], { runner, env })).exitCode).toBe(0);
      expect((await readdir(join(runner.workspace, 'cli'))).sort()).toEqual(ALL);
    }),
  );

  it(
    'tell of a failed run, and hold none of its secrets',
    withScene(async ({ runner, inputs, env }) => {
      const secret = 'hunter2-hunter2';
      const sources = `http://user:${secret}@127.0.0.1:1/go,http://127.0.0.1:1/{file}?key=${secret}`;
      const { exitCode, outputs } = await runAction({ runner, inputs: { ...inputs, sources, 'source-token': secret }, env });
      expect(exitCode).toBe(72);
      const texts = await textsIn(outputs['report-dir'] ?? '');
      expect(Object.keys(texts).sort()).toEqual(ALL);
      expect(texts['junit.xml']).toContain(`<failure type="${outputs['cause'] ?? 'none'}"`);
      for (const [name, text] of Object.entries(texts))
        expect({ name, leaks: text.includes(secret) }).toEqual({ name, leaks: false });
    }),
  );

  it(
    'cost a warning and not the result where they cannot be written',
    withScene(async ({ runner, inputs, env }) => {
      const file = join(runner.workspace, 'a-file');
      await mkdir(runner.workspace, { recursive: true });
      await writeFile(file, '');
      const { exitCode, outputs, commands } = await runAction({
        runner,
        inputs: { ...inputs, 'report-dir': join(file, 'reports') },
        env,
      });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ 'go-version': VERSION, 'report-dir': '' });
      expect(commands.filter(({ name }) => name === 'warning')).toHaveLength(1);
    }),
  );
});

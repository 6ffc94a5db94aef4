import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLE, PROJECT, runCli, withRunner } from './harness.ts';

describe('the bundle', { concurrent: true }, () => {
  it('carries no second HTTP client that could go its own way', async () => {
    const text = await readFile(BUNDLE, 'utf8');
    // undici announces itself in its user agent and in its error codes; @actions/http-client loads it for its proxies.
    expect(text).not.toMatch(/UND_ERR_|node_modules\/undici/u);
  });

  it('starts under the Node of this run and needs no module from outside', () =>
    withRunner(async runner => {
      const { exitCode, stdout, stderr } = await runCli(['--version'], { runner, env: { NODE_PATH: '', NODE_OPTIONS: '' } });
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      const { version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
      expect(stdout).toContain(version);
    }));

  it('says nothing of its maker’s machine', async () => {
    const text = await readFile(BUNDLE, 'utf8');
    expect(text).not.toContain(PROJECT);
    expect(text).not.toMatch(/\/(?:home|root|Users)\/\w+\/|sourceMappingURL/u);
  });

  it('is loaded by main and post of the action alike', async () => {
    const action = await readFile(join(PROJECT, 'action.yml'), 'utf8');
    expect([...action.matchAll(/^ {2}(main|post|pre): (\S+)$/gmu)].map(match => match.slice(1))).toEqual([
      ['main', 'dist/main.cjs'],
      ['post', 'dist/main.cjs'],
    ]);
  });
});

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { FACES, install } from '../e2e/install-runs.ts';
import { withScene } from '../e2e/install-scene.ts';
import { toolsDirectory } from './official-archive.ts';

/** The official syft takes the command line that the input sbom-tool gives it, and what it writes is kept. */

const execute = promisify(execFile);
const SYFT = process.env['SYFT'] ?? join(toolsDirectory(), 'bin', 'syft');
const why = existsSync(SYFT) ? undefined : 'syft is not installed (go install github.com/anchore/syft/cmd/syft; SYFT names one)';

describe.skipIf(why !== undefined)(`syft${why === undefined ? '' : `: ${why}`}`, () => {
  it.each(FACES)('describes a Go project, and nothing of the tool cache: %s', face =>
    withScene(async ({ runner, inputs, env }) => {
      const { workspace } = runner;
      await mkdir(workspace, { recursive: true });
      await writeFile(join(workspace, 'go.mod'), 'module example.com/m\n\ngo 1.21\n\nrequire golang.org/x/text v0.3.7\n');
      const directory = join(runner.root, 'reports');
      const wishes = { ...inputs, 'report-dir': directory, 'sbom-tool': SYFT, preflight: 'off' };
      const { exitCode, report } = await install(face, {
        runner,
        inputs: wishes,
        env,
      });
      expect({ exitCode, warnings: report.findings.filter(({ code }) => code.startsWith('SBOM.')) }).toEqual({
        exitCode: 0,
        warnings: [],
      });
      const text = await readFile(join(directory, 'sbom-workspace.cdx.json'), 'utf8');
      const { bomFormat, components } = JSON.parse(text) as {
        bomFormat: string;
        components: readonly { name: string; type: string }[];
      };
      expect(bomFormat).toBe('CycloneDX');
      expect(components).toHaveLength(report.workspaceSbom?.components ?? -1);
      const libraries = components.filter(({ type }) => type === 'library').map(({ name }) => name);
      expect(libraries).toContain('golang.org/x/text');
      expect(libraries.filter(name => name === 'stdlib')).toEqual([]);
    })(),
  );

  it('has the options that are used', async () => {
    const { stdout } = await execute(SYFT, ['scan', '--help']);
    for (const option of ['--exclude', '--output', 'cyclonedx-json']) expect(stdout).toContain(option);
  });
});

import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyNot } from './gitlab-job.ts';
import { withGitlab } from './gitlab-scene.ts';
import type { Runner } from './harness.ts';
import { FACES, type Face, install, isPosix } from './install-runs.ts';
import { withScene } from './install-scene.ts';

const SBOM = 'sbom-workspace.cdx.json';
/** Where the command line of syft says that the file goes, and that it is that of syft. */
const FILE = `for word; do last=$word; done
[ "$1 $2" = "scan dir:." ] || exit 9
file=\${last#cyclonedx-json=}
`;
const GOOD = `printf '{"bomFormat": "CycloneDX", "components": [{"name": "%s"}]}' "$(ls | tr '\\n' ' ')" > "$file"`;

async function program(path: string, body: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${FILE}${body}\n`);
  await chmod(path, 0o755);
  return path;
}

/** One installation with a tool, and what is left of it. */
async function withTool(
  face: Face,
  body: string,
  given: {
    readonly runner: Runner;
    readonly inputs: Readonly<Record<string, string>>;
    readonly env: Readonly<Record<string, string>>;
  },
) {
  const { runner, inputs, env } = given;
  const directory = join(runner.root, 'reports');
  const tool = await program(join(runner.root, 'bin', 'own-syft'), body);
  await mkdir(runner.workspace, { recursive: true });
  await writeFile(join(runner.workspace, 'marker'), '');
  const result = await install(face, { runner, inputs: { ...inputs, 'report-dir': directory, 'sbom-tool': tool }, env });
  const names = await readdir(directory);
  const codes = result.report.findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  return { ...result, codes, directory, left: names.filter(name => name.startsWith('sbom-workspace')) };
}

describe.runIf(isPosix)('the tool of the input sbom-tool', { concurrent: true }, () => {
  it.each(FACES)('describes the workspace, and gets no secret: %s', face =>
    withScene(async ({ runner, inputs, env }) => {
      const leak = `case "$(env)" in *hunter22*) exit 8 ;; esac\n${GOOD}`;
      const secret = { ...inputs, 'source-token': 'hunter22hunter22' };
      const { exitCode, report, codes, left, directory } = await withTool(face, leak, { runner, inputs: secret, env });
      expect({ exitCode, codes, left }).toEqual({ exitCode: 0, codes: [], left: [SBOM] });
      expect(report.workspaceSbom).toMatchObject({ file: SBOM, components: 1 });
      expect(await readFile(join(directory, SBOM), 'utf8')).toContain('marker');
      expect(await readFile(join(directory, 'summary.md'), 'utf8')).toContain(SBOM);
    })(),
  );

  it.each<[string, string, string]>([
    ['fails', 'echo "{" > "$file"; echo no luck >&2; exit 1', 'SBOM.TOOL'],
    ['writes garbage', 'echo "<html>" > "$file"', 'SBOM.OUTPUT'],
    ['writes nothing', 'true', 'SBOM.OUTPUT'],
    ['makes a pipe, which nobody writes to', 'mkfifo "$file"', 'SBOM.OUTPUT'],
    ['kills itself', 'kill -9 $$', 'SBOM.TOOL'],
  ])('that %s is a warning, and Go is installed', (_, body, code) =>
    withScene(async ({ runner, inputs, env }) => {
      const { exitCode, report, codes, left } = await withTool('action', body, { runner, inputs, env });
      expect({ exitCode, outcome: report.outcome, codes, left }).toEqual({
        exitCode: 0,
        outcome: 'installed',
        codes: [code],
        left: [],
      });
    })(),
  );

  it(
    'that hangs costs its deadline, which the budget of the run shortens',
    withScene(async ({ runner, inputs, env }) => {
      const hanging = { ...inputs, timeout: '9s' };
      const { exitCode, codes, report } = await withTool('action', 'exec sleep 60', { runner, inputs: hanging, env });
      expect({ exitCode, codes }).toEqual({ exitCode: 0, codes: ['SBOM.TOOL'] });
      expect(report.timings['total']).toBeLessThan(9_000);
    }),
  );
});

const reason = whyNot('dash', ['curl']);

describe.skipIf(reason !== undefined)('in a GitLab job, the tool of the input sbom-tool', () => {
  it('is found on PATH, and is kept from what stands in .sgr', () =>
    withGitlab(async ({ run, runner }) => {
      const said = join(runner.root, 'said');
      await program(join(runner.root, 'bin', 'syft'), `echo "$@" > '${said}'\n${GOOD}`);
      const { exitCode, log } = await run({ inputs: { 'sbom-tool': 'syft' }, path: [join(runner.root, 'bin')] });
      expect(exitCode, log).toBe(0);
      expect(await readFile(said, 'utf8')).toContain('--exclude ./.sgr/**');
      const text = await readFile(join(runner.workspace, 'setup-go-robust-report', SBOM), 'utf8');
      expect(JSON.parse(text)).toMatchObject({ bomFormat: 'CycloneDX' });
    })());
});

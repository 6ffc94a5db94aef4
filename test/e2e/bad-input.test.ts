import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import type { Report } from '../../src/domain/report.ts';
import { makeCertificate } from '../servers/certificates.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { copyBundle, type Runner, runAction, runCli, withRunner } from './harness.ts';
import { FACES, GO, install, isPosix, parseReport, sealedEnv, startBorder, VERSION } from './install-runs.ts';

let border: Origin;
let mirror: Mirror;
beforeAll(async () => {
  border = await startBorder();
  mirror = await startMirror({ files: { [GO.tarGz.fileName]: GO.tarGz.bytes } });
});
afterAll(async () => {
  await Promise.all([border.close(), mirror.close()]);
});

/** Code and subject of everything that ended the run. */
function problems(report: Report): readonly string[] {
  return report.findings.filter(({ severity }) => severity === 'error').map(({ code, subject }) => `${code} ${subject}`);
}

/** What is in the directories that a run may write to, but for the report. */
async function traces(runner: Runner): Promise<readonly string[]> {
  const lists = [runner.toolCache, runner.home, runner.workspace].map(directory => readdir(directory));
  const temporary = (await readdir(runner.temp)).filter(name => name !== 'setup-go-robust-report');
  return [...(await Promise.all(lists)).flat(), ...temporary].sort();
}

interface BadInput {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly code: Code;
  readonly exitCode: 64 | 71;
  /** Named as evidence or fix. */
  readonly names?: string;
}

const CASES: readonly BadInput[] = [
  {
    name: 'a version in no known form',
    inputs: { 'go-version': 'one.two' },
    code: 'INPUT.VERSION',
    exitCode: 64,
    names: 'oldstable',
  },
  {
    name: 'a version that was never released',
    inputs: { 'go-version': '1.26.99', checksum: GO.h1 },
    code: 'VERSION.UNKNOWN',
    exitCode: 71,
    names: '1.26.',
  },
  {
    name: 'a range that nothing is in',
    inputs: { 'go-version': '>=1.26.90 <1.26.99' },
    code: 'VERSION.UNKNOWN',
    exitCode: 71,
    names: '1.26.',
  },
  {
    name: 'a version below the minimum',
    inputs: { 'go-version': '1.20.14' },
    code: 'VERSION.TOO_OLD',
    exitCode: 71,
    names: '1.21',
  },
  {
    name: 'a minimum that is no version',
    inputs: { 'min-go-version': 'new' },
    code: 'INPUT.INVALID',
    exitCode: 64,
    names: '1.21',
  },
  {
    name: 'a missing version file',
    inputs: { 'go-version': '', 'go-version-file': 'nowhere/go.mod' },
    code: 'INPUT.VERSION_FILE',
    exitCode: 71,
  },
  {
    name: 'an empty version file',
    inputs: { 'go-version': '', 'go-version-file': 'empty' },
    code: 'INPUT.VERSION_FILE',
    exitCode: 71,
  },
  {
    name: 'a version file that is a directory',
    inputs: { 'go-version': '', 'go-version-file': 'directory' },
    code: 'INPUT.VERSION_FILE',
    exitCode: 71,
  },
  { name: 'an unknown source', inputs: { sources: 'aliyn' }, code: 'INPUT.SOURCE', exitCode: 64, names: 'aliyun' },
  { name: 'a malformed address', inputs: { sources: 'http://[::1/dl' }, code: 'INPUT.SOURCE', exitCode: 64 },
  {
    name: 'a template without a version',
    inputs: { sources: 'https://mirror.example/{os}' },
    code: 'INPUT.SOURCE',
    exitCode: 64,
    names: '{file}',
  },
  {
    name: 'a template with an unknown place',
    inputs: { sources: 'https://mirror.example/{file}?{x}' },
    code: 'INPUT.SOURCE',
    exitCode: 64,
    names: '{version}',
  },
  {
    name: 'a checksum of a wrong length',
    inputs: { checksum: 'sha256:abc' },
    code: 'INPUT.CHECKSUM',
    exitCode: 64,
    names: 'sha256:',
  },
  {
    name: 'a checksum of an unknown kind',
    inputs: { checksum: 'md5:d41d8cd98f00b204e9800998ecf8427e' },
    code: 'INPUT.CHECKSUM',
    exitCode: 64,
  },
  { name: 'an unsupported platform', inputs: { architecture: 'vax' }, code: 'INPUT.PLATFORM', exitCode: 71, names: 'amd64' },
  { name: 'a budget of zero', inputs: { timeout: '0' }, code: 'INPUT.TIMEOUT', exitCode: 64, names: '10m' },
  { name: 'a budget in no known form', inputs: { timeout: 'soon' }, code: 'INPUT.TIMEOUT', exitCode: 64 },
  { name: 'an unknown choice', inputs: { verification: 'off' }, code: 'INPUT.INVALID', exitCode: 64, names: 'strict' },
  { name: 'a flag that is neither', inputs: { offline: 'yes' }, code: 'INPUT.INVALID', exitCode: 64, names: 'true' },
  { name: 'a missing CA file', inputs: { 'ca-file': 'nowhere.pem' }, code: 'INPUT.CA_FILE', exitCode: 71 },
  { name: 'a CA file without a certificate', inputs: { 'ca-file': 'empty' }, code: 'INPUT.CA_FILE', exitCode: 71 },
  {
    name: 'a CA file with a certificate that was cut',
    inputs: { 'ca-file': 'cut' },
    code: 'INPUT.CA_FILE',
    exitCode: 71,
    names: 'certificate 2 of 3',
  },
];

async function withFiles(body: (runner: Runner) => Promise<void>): Promise<void> {
  await withRunner(async runner => {
    await writeFile(join(runner.workspace, 'empty'), '');
    const { cert } = makeCertificate({ name: 'root' });
    await writeFile(join(runner.workspace, 'cut'), `${cert}${cert.slice(0, 300)}\n${cert}`);
    await mkdir(join(runner.workspace, 'directory'));
    await body(runner);
  });
}

/** Root may write everywhere, and a container often runs as root. */
async function unprivilegedBundle(runner: Runner): Promise<string> {
  // A copy: the checkout may be readable for its owner alone.
  const copy = await copyBundle(join(runner.root, 'copy'));
  const path = join(runner.root, 'unprivileged.cjs');
  await writeFile(path, `if (process.getuid() === 0) process.setuid(65534);\nrequire(${JSON.stringify(copy)});\n`);
  return path;
}

describe('bad input', { concurrent: true }, () => {
  const cases = FACES.flatMap(face => CASES.map(item => ({ ...item, face })));
  it.each(cases)('$name is named by the $face, and nothing is written', ({ face, inputs, code, exitCode, names = '' }) =>
    withFiles(async runner => {
      const given = { 'go-version': VERSION, sources: mirror.url, timeout: '30s', ...inputs };
      const result = await install(face, { runner, inputs: given, env: sealedEnv(border) });
      expect({ cause: result.report.cause?.code, exitCode: result.exitCode }).toEqual({ cause: code, exitCode });
      expect(JSON.stringify(result.report.findings)).toContain(names);
      expect(await traces(runner)).toEqual(['cut', 'directory', 'empty']);
      expect(result.action?.outputs['cause'] ?? code).toBe(code);
    }),
  );

  it.each(FACES)('is named all at once by the %s', face =>
    withFiles(async runner => {
      const inputs = {
        'go-version': 'one.two',
        'go-version-file': 'nowhere/go.mod',
        sources: 'aliyn, http://[::1/dl, https://mirror.example/{os}',
        checksum: 'sha256:abc',
        architecture: 'vax',
        timeout: '0',
        verification: 'off',
        'ca-file': 'nowhere.pem',
        ...(face === 'action' ? { summary: 'sometimes' } : { dest: 'empty/go' }),
      };
      const { report, exitCode } = await install(face, { runner, inputs, env: sealedEnv(border) });
      expect(exitCode).toBe(64);
      expect([...problems(report)].sort()).toEqual(
        [
          'INPUT.CA_FILE ca-file',
          'INPUT.CHECKSUM checksum',
          'INPUT.INVALID verification',
          'INPUT.PLATFORM architecture',
          'INPUT.SOURCE sources',
          'INPUT.SOURCE sources',
          'INPUT.SOURCE sources',
          'INPUT.TIMEOUT timeout',
          'INPUT.VERSION go-version',
          face === 'action' ? 'INPUT.INVALID summary' : 'INPUT.DESTINATION dest',
        ].sort(),
      );
      expect(await traces(runner)).toEqual(['cut', 'directory', 'empty']);
    }),
  );

  it.each(FACES)('that is none at all is red on the %s: there is no version, and no Go to fall back on', face =>
    withFiles(async runner => {
      const { report, exitCode } = await install(face, { runner, inputs: { sources: mirror.url }, env: sealedEnv(border) });
      expect([64, 71]).toContain(exitCode);
      expect(JSON.stringify(report.findings)).toContain('go-version');
      expect(await traces(runner)).toEqual(['cut', 'directory', 'empty']);
    }),
  );

  it.each(FACES)('of a version file is named together with the rest by the %s', face =>
    withFiles(async runner => {
      const inputs = { 'go-version-file': 'empty', checksum: 'sha256:abc' };
      const { report, exitCode } = await install(face, { runner, inputs, env: sealedEnv(border) });
      expect(problems(report)).toEqual(['INPUT.CHECKSUM checksum', 'INPUT.VERSION_FILE empty']);
      expect([64, 71]).toContain(exitCode);
    }),
  );

  it.runIf(isPosix)('of a destination that cannot be written ends before the first packet', () =>
    withRunner(async runner => {
      await chmod(runner.root, 0o755);
      await mkdir(join(runner.workspace, 'locked'), { mode: 0o555 });
      const before = mirror.stats().requestCount;
      const words = [
        'install',
        VERSION,
        '--dest',
        'locked/sdk/go',
        '--sources',
        mirror.url,
        '--checksum',
        'sha256:abc',
        '--json',
      ];
      const bundle = await unprivilegedBundle(runner);
      const { exitCode, stdout } = await runCli(words, { runner, bundle, env: sealedEnv(border) });
      expect(exitCode).toBe(64);
      expect(problems(parseReport(stdout))).toEqual(['INPUT.CHECKSUM checksum', 'INPUT.DESTINATION dest']);
      expect(mirror.stats().requestCount).toBe(before);
      expect(await readdir(join(runner.workspace, 'locked'))).toEqual([]);
    }),
  );

  it.runIf(isPosix)('of a destination that holds something else is not overwritten', () =>
    withRunner(async runner => {
      await mkdir(join(runner.workspace, 'mine'));
      await writeFile(join(runner.workspace, 'mine', 'work.txt'), 'precious');
      const words = ['install', VERSION, '--dest', 'mine', '--sources', mirror.url, '--checksum', GO.h1, '--json'];
      const { exitCode, stdout } = await runCli(words, { runner, env: sealedEnv(border) });
      expect({ exitCode, cause: parseReport(stdout).cause?.code }).toEqual({ exitCode: 71, cause: 'INPUT.DESTINATION' });
      expect(await readdir(join(runner.workspace, 'mine'))).toEqual(['work.txt']);
      expect(await readdir(runner.workspace)).toEqual(['mine']);
    }),
  );

  it.runIf(isPosix).each(['a:b', 'a\nb'])('of a directory that PATH cannot hold ends before the first packet: %j', name =>
    withRunner(async runner => {
      const before = mirror.stats().requestCount;
      const env = { ...sealedEnv(border), RUNNER_TOOL_CACHE: join(runner.root, name) };
      const words = ['install', VERSION, '--sources', mirror.url, '--checksum', GO.h1, '--json'];
      const { exitCode, stdout } = await runCli(words, { runner, env });
      expect({ exitCode, cause: parseReport(stdout).cause?.code }).toEqual({ exitCode: 71, cause: 'INPUT.DESTINATION' });
      expect(mirror.stats().requestCount).toBe(before);
    }),
  );

  it('reaches the annotations of the action, one for each', () =>
    withRunner(async runner => {
      const { commands, summary } = await runAction({ runner, inputs: { 'go-version': 'one.two', checksum: 'x', timeout: '0' } });
      expect(commands.filter(({ name }) => name === 'error')).toHaveLength(3);
      expect(summary).toContain('INPUT.TIMEOUT');
    }));
});

describe('the command line', { concurrent: true }, () => {
  it.each([
    { words: ['--help'] },
    { words: ['install', '--help'] },
    { words: ['-h'] },
    { words: ['verify', '--help'] },
    { words: ['--version'] },
  ])('answers $words on standard output', async ({ words }) => {
    const { exitCode, stdout, stderr } = await runCli(words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/setup-go-robust/u);
  });

  it.each([
    { words: ['instal'], code: 'INPUT.INVALID' },
    { words: [], code: 'INPUT.INVALID' },
    { words: ['install', VERSION, '--sorces', 'official'], code: 'INPUT.UNKNOWN_OPTION' },
    { words: ['install', VERSION, 'more'], code: 'INPUT.INVALID' },
    { words: ['install', VERSION, '--go-version', VERSION], code: 'INPUT.INVALID' },
    { words: ['verify'], code: 'INPUT.INVALID' },
    { words: ['env', '--shell', 'csh'], code: 'INPUT.INVALID' },
  ])('refuses $words', ({ words, code }) =>
    withRunner(async runner => {
      const asJson = await runCli([...words, '--json'], { runner });
      expect(asJson.exitCode).toBe(64);
      expect(parseReport(asJson.stdout)).toMatchObject({ outcome: 'failed', exitCode: 64, cause: { code } });
      const asText = await runCli(words, { runner });
      expect(asText).toMatchObject({ exitCode: 64, stdout: '' });
      expect(asText.stderr).toContain(code);
      expect(await traces(runner)).toEqual([]);
    }),
  );

  it('writes no colours where nobody sees them, and none with NO_COLOR', async () => {
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
      const { stdout, stderr } = await runCli(['install', 'one.two'], { env });
      expect(stdout + stderr).not.toContain('\u001B');
    }
  });
});

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zip } from '../fakes/archives.ts';
import { whyNot } from './gitlab-job.ts';
import { withGitlab } from './gitlab-scene.ts';
import type { Runner } from './harness.ts';

const reason = whyNot('dash', ['curl', 'chmod']);
const TOOLS = ['node', 'curl', 'chmod'];
const NAME = 'example.com/m@v1.0.0';
const FILES = { 'go.mod': 'module example.com/m\n', 'm.go': 'package m\n' };
const ZIP = '.sgr/gomod/cache/download/example.com/m/@v/v1.0.0.zip';
const TREE = `.sgr/gomod/${NAME}`;
const BUILD = '.sgr/gobuild/00/a-result';
const SECTION = /section_(start|end):\d+:sgr_modules/gu;

/** As golang.org/x/mod/sumdb/dirhash does it. */
function h1(files: Readonly<Record<string, string>>): string {
  const lines = Object.entries(files).map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

const under = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${NAME}/${name}`, text]));
const packed = (files: Readonly<Record<string, string>>): Buffer =>
  zip(Object.entries(under(files)).map(([name, content]) => ({ name, content })));

async function put({ workspace }: Runner, path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), content);
}

/** A checkout with a go.sum in `directory`, and what the cache has brought: one module, whole, and a build result. */
async function restore(runner: Runner, directory = '.'): Promise<void> {
  await put(runner, `${directory}/go.mod`, 'module example.com/app\n\ngo 1.26\n\nrequire example.com/m v1.0.0\n');
  const sums = [`example.com/m v1.0.0 ${h1(under(FILES))}`, `example.com/m v1.0.0/go.mod ${h1({ 'go.mod': FILES['go.mod'] })}`];
  await put(runner, `${directory}/go.sum`, `${sums.join('\n')}\n`);
  await put(runner, ZIP, packed(FILES));
  await put(runner, ZIP.replace(/zip$/u, 'ziphash'), h1(under(FILES)));
  await put(runner, ZIP.replace(/zip$/u, 'mod'), FILES['go.mod']);
  for (const [name, text] of Object.entries(FILES)) await put(runner, `${TREE}/${name}`, text);
  await put(runner, BUILD, 'x');
}

const isThere = ({ workspace }: Runner, path: string): boolean => existsSync(join(workspace, path));
const kept = (runner: Runner): readonly boolean[] => [ZIP, `${TREE}/m.go`, BUILD].map(path => isThere(runner, path));

interface Restored {
  readonly name: string;
  readonly spoil?: (runner: Runner) => Promise<void>;
  readonly directory?: string;
  /** Of the zip, the tree and the build results. */
  readonly kept: readonly [boolean, boolean, boolean];
  readonly code: string;
}

const GONE = [false, false, false] as const;
const CASES: readonly Restored[] = [
  { name: 'good modules', kept: [true, true, true], code: 'MODCACHE.PROVED' },
  { name: 'good modules of a project in a directory', directory: 'a service', kept: [true, true, true], code: 'MODCACHE.PROVED' },
  {
    name: 'a part of them',
    spoil: ({ workspace }) => rename(join(workspace, TREE), join(workspace, 'elsewhere')),
    kept: [true, false, true],
    code: 'MODCACHE.PROVED',
  },
  {
    name: 'a zip that was cut off, beside a good tree',
    spoil: runner => put(runner, ZIP, packed(FILES).subarray(0, 100)),
    kept: [false, true, true],
    code: 'MODCACHE.ALTERED',
  },
  {
    name: 'a zip that was altered, beside a hash that says otherwise',
    spoil: runner => put(runner, ZIP, packed({ ...FILES, 'm.go': 'package n\n' })),
    kept: GONE,
    code: 'MODCACHE.ALTERED',
  },
  { name: 'an altered tree', spoil: runner => put(runner, `${TREE}/m.go`, 'package n\n'), kept: GONE, code: 'MODCACHE.ALTERED' },
  {
    name: 'a file that was added to a tree nobody may write to',
    spoil: async runner => {
      await put(runner, `${TREE}/evil.go`, 'package m\n');
      await chmod(join(runner.workspace, TREE), 0o555);
    },
    kept: GONE,
    code: 'MODCACHE.ALTERED',
  },
  {
    name: 'an altered go.mod',
    spoil: runner => put(runner, ZIP.replace(/zip$/u, 'mod'), 'module example.com/n\n'),
    kept: GONE,
    code: 'MODCACHE.ALTERED',
  },
  {
    name: 'an altered tree of a project in a directory',
    directory: 'a service',
    spoil: runner => put(runner, `${TREE}/m.go`, ''),
    kept: GONE,
    code: 'MODCACHE.ALTERED',
  },
];

function tryOne({ spoil, directory, kept: expected, code }: Restored): Promise<void> {
  return withGitlab(async ({ run, runner }) => {
    await restore(runner, directory);
    await spoil?.(runner);
    const inputs = directory === undefined ? {} : { 'working-directory': directory };
    const { exitCode, log } = await run({ tools: TOOLS, inputs });
    expect(exitCode, log).toBe(0);
    expect(kept(runner), log).toEqual(expected);
    expect([...log.matchAll(SECTION)].map(([, kind]) => kind)).toEqual(['start', 'end']);
    expect(log).toContain(code);
    expect(log.includes('exit 73')).toBe(!expected[2]);
  })();
}

describe.skipIf(reason !== undefined)('modules that the cache has brought', { concurrent: true }, () => {
  it.each(CASES.filter(({ kept: [, , builds] }) => builds))('are kept: $name', restored => tryOne(restored));
  it.each(CASES.filter(({ kept: [, , builds] }) => !builds))('are removed, with the build results: $name', restored =>
    tryOne(restored),
  );

  it.each(['with a go.sum', 'without one'])('are rid of the toolchains that no go.sum can name (%s)', scene =>
    withGitlab(async ({ run, runner }) => {
      await restore(runner);
      if (scene === 'without one') await rename(join(runner.workspace, 'go.sum'), join(runner.root, 'go.sum'));
      const name = '.sgr/gomod/golang.org/toolchain@v0.0.1-go1.27.0.linux-amd64';
      await put(runner, `${name}/bin/go`, 'evil');
      for (const path of [`${name}/bin`, name]) await chmod(join(runner.workspace, path), 0o555);
      const download = '.sgr/gomod/cache/download/golang.org/toolchain';
      await put(runner, `${download}/@v/v0.0.1-go1.27.0.linux-amd64.ziphash`, 'h1:evil');
      const { exitCode, log } = await run({ tools: TOOLS, inputs: { preflight: 'warn' } });
      expect(exitCode, log).toBe(0);
      expect([name, download].map(path => isThere(runner, path))).toEqual([false, false]);
      expect(kept(runner)).toEqual([true, true, true]);
    })(),
  );

  it('are not looked at where the cache was empty', () =>
    withGitlab(async ({ run, runner }) => {
      await restore(runner);
      await rename(join(runner.workspace, '.sgr', 'gomod'), join(runner.root, 'elsewhere'));
      const { exitCode, log } = await run({ tools: TOOLS });
      expect(exitCode, log).toBe(0);
      expect(log).not.toMatch(SECTION);
      expect(isThere(runner, BUILD)).toBe(true);
    })());

  it.each(['go.mod', 'go.sum'])('are left alone where there is no %s to compare them with', missing =>
    withGitlab(async ({ run, runner }) => {
      await restore(runner);
      await rename(join(runner.workspace, missing), join(runner.root, missing));
      const { exitCode, log } = await run({ tools: TOOLS, inputs: { preflight: 'warn' } });
      expect(exitCode, log).toBe(0);
      expect(kept(runner)).toEqual([true, true, true]);
    })(),
  );

  it('are kept where only a vendored file differs, which is the checkout of the user', () =>
    withGitlab(async ({ run, runner }) => {
      await restore(runner);
      await put(runner, 'vendor/modules.txt', '# example.com/m v1.0.0\n## explicit\nexample.com/m\n');
      await put(runner, 'vendor/example.com/m/m.go', 'package edited\n');
      const { exitCode, log } = await run({ tools: TOOLS });
      expect(exitCode, log).toBe(0);
      expect(log).toContain('MODCACHE.VENDOR');
      expect(kept(runner)).toEqual([true, true, true]);
    })());

  it('are removed where the comparison itself fails', () =>
    withGitlab(async ({ run, runner }) => {
      await restore(runner);
      const { exitCode, log } = await run({ tools: TOOLS, edit: script => script.replace('--timeout 30s', '--timeout never') });
      expect(exitCode, log).toBe(0);
      expect(log).toContain('exit 64');
      expect(kept(runner)).toEqual(GONE);
    })());

  it('are removed as the link that they came as, and nothing behind it', () =>
    withGitlab(async ({ run, runner }) => {
      await restore(runner);
      await put(runner, `${TREE}/m.go`, 'package n\n');
      const [modules, behind] = [join(runner.workspace, '.sgr', 'gomod'), join(runner.root, 'behind')];
      await rename(modules, behind);
      await symlink(behind, modules);
      const { exitCode, log } = await run({ tools: TOOLS });
      expect(exitCode, log).toBe(0);
      expect(isThere(runner, '.sgr/gomod')).toBe(false);
      expect(existsSync(join(behind, NAME, 'm.go'))).toBe(true);
    })());
});

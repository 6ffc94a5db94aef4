import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { zip } from '../fakes/archives.ts';
import { runBundle } from './log-runs.ts';

const NAME = 'example.com/big@v1.0.0';
const FILE_COUNT = 3_000;
const FILES = Array.from(
  { length: FILE_COUNT },
  (_, index) => [`p${index}/f.go`, `package p${index}\n${'x'.repeat(index)}\n`] as const,
);

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'verify-modules-'));
  const lines = FILES.map(([name, text]) => [`${NAME}/${name}`, createHash('sha256').update(text).digest('hex')] as const);
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, hash]) => `${hash}  ${name}\n`);
  const h1 = `h1:${createHash('sha256').update(sorted.join('')).digest('base64')}`;
  await put('work/go.mod', 'module example.com/app\n');
  await put('work/go.sum', `example.com/big v1.0.0 ${h1}\n`);
  await put(
    'cache/cache/download/example.com/big/@v/v1.0.0.zip',
    zip(FILES.map(([name, content]) => ({ name: `${NAME}/${name}`, content }))),
  );
  for (const [name, text] of FILES) await put(`cache/example.com/big@v1.0.0/${name}`, text);
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

async function verify(args: readonly string[] = []) {
  const env = { GOMODCACHE: join(root, 'cache') };
  const options = { env, cwd: join(root, 'work'), nodeArgs: ['--max-old-space-size=64'] };
  const result = await runBundle(['verify', '--modules', '--json', ...args], options);
  return { ...result, report: JSON.parse(result.stdout.text) as Report };
}

describe('verify --modules', () => {
  it('proves a module of thousands of files, then names the one that was altered', async () => {
    const good = await verify();
    expect([good.exitCode, good.report.findings[0]?.code]).toEqual([0, 'MODCACHE.PROVED']);
    if (process.platform === 'linux') expect(good.peakMib ?? 0).toBeLessThan(200);
    await put('cache/example.com/big@v1.0.0/p7/f.go', 'package evil\n');
    const bad = await verify(['.']);
    expect([bad.exitCode, bad.report.cause?.code]).toEqual([73, 'MODCACHE.ALTERED']);
    expect(bad.report.findings[0]?.evidence.filter(({ name }) => name === 'file')).toEqual([
      { name: 'file', value: 'changed p7/f.go' },
    ]);
  });

  it.skipIf(process.platform === 'win32')('looks behind links, as go does', async () => {
    const good = Buffer.from('module example.com/small\n');
    const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
    const h1 = (lines: string): string => `h1:${createHash('sha256').update(lines).digest('base64')}`;
    const [mod, tree] = ['go.mod', 'example.com/small@v1.0.0/go.mod'].map(name => h1(`${sha256(good)}  ${name}\n`));
    await put('linked/go.mod', 'module example.com/app\n');
    await put('linked/go.sum', `example.com/small v1.0.0 ${tree}\nexample.com/small v1.0.0/go.mod ${mod}\n`);
    const places = { mod: 'cache/download/example.com/small/@v/v1.0.0.mod', tree: 'example.com/small@v1.0.0' };
    await mkdir(join(root, 'links/cache/download/example.com/small/@v'), { recursive: true });
    await mkdir(join(root, 'links/example.com'), { recursive: true });
    await symlink(join(root, 'behind/go.mod'), join(root, 'links', places.mod));
    await symlink(join(root, 'behind'), join(root, 'links', places.tree));
    const options = { env: { GOMODCACHE: join(root, 'links') }, cwd: join(root, 'linked') };
    const check = async (content: string | Buffer) => {
      await put('behind/go.mod', content);
      const { exitCode, stdout } = await runBundle(['verify', '--modules', '--json'], options);
      const { findings } = JSON.parse(stdout.text) as Report;
      return [exitCode, ...findings.flatMap(({ evidence }) => evidence.filter(({ name }) => /^(?:proved|part)$/u.test(name)))];
    };
    expect(await check(good)).toEqual([0, { name: 'proved', value: '2' }]);
    expect(await check('module evil\n')).toEqual([
      73,
      { name: 'part', value: 'go.mod' },
      { name: 'part', value: 'unpacked tree' },
    ]);
  });

  it('needs a PATH only without --modules, and a module', async () => {
    expect((await runBundle(['verify'], {})).exitCode).toBe(64);
    expect((await verify([root])).exitCode).toBe(71);
  });
});

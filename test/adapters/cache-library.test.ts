import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exec, splitCommandLine } from '../../src/adapters/cache-library-exec.ts';
import { create } from '../../src/adapters/cache-library-glob.ts';
import { cacheSession } from '../../src/adapters/cache-session.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cache-library-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const env = { PATH: process.env['PATH'] };

describe('splitCommandLine', () => {
  it.each([
    ['"/usr/bin/tar" -xf cache.tgz -P', ['/usr/bin/tar', '-xf', 'cache.tgz', '-P']],
    ['"C:\\Program Files\\Git\\usr\\bin\\tar.exe" -z', ['C:\\Program Files\\Git\\usr\\bin\\tar.exe', '-z']],
    ['tar --use-compress-program "zstd -d"  x', ['tar', '--use-compress-program', 'zstd -d', 'x']],
    ['say "a \\"b\\" c"', ['say', 'a "b" c']],
  ])('%s', (line, words) => expect(splitCommandLine(line)).toEqual(words));
});

describe.runIf(process.platform !== 'win32')('exec', () => {
  it('gives the exit code, and rejects one that is not 0 with what was printed', async () => {
    expect(await exec('sh -c "exit 0"', undefined, { env })).toBe(0);
    expect(await exec('sh', ['-c', 'exit 3'], { env, ignoreReturnCode: true })).toBe(3);
    await expect(exec('sh', ['-c', 'echo the reason >&2; exit 2'], { env })).rejects.toThrow('the reason');
    await expect(exec('no-such-program-at-all', [], { env })).rejects.toThrow('ENOENT');
  });

  it('hands output to listeners, in the directory that is given', async () => {
    const printed: string[] = [];
    const listeners = { stdout: (data: Buffer) => void printed.push(data.toString()) };
    await exec('pwd', [], { cwd: root, listeners });
    expect(
      printed
        .join('')
        .trim()
        .endsWith(root.split('/').at(-1) ?? ''),
    ).toBe(true);
  });

  it('kills the program when the call is aborted', async () => {
    const stop = new AbortController();
    const session = { signal: stop.signal, hear: () => undefined, mask: () => undefined };
    const running = cacheSession.run(session, () => exec('sleep', ['30'], { env }));
    setImmediate(() => stop.abort(new Error('enough')));
    await expect(running).rejects.toThrow();
    await expect(cacheSession.run(session, () => exec('sleep', ['30'], { env }))).rejects.toThrow('enough');
  });

  it('lets tar leave alone what stands already, with the options that the user has', async () => {
    const at = (name: string): string => join(root, name);
    await mkdir(at('d'));
    await writeFile(at('d/old'), 'packed');
    await writeFile(at('d/new'), 'packed');
    await exec(`tar -cf cache.tar d`, [], { cwd: root, env });
    await rm(at('d/new'));
    await writeFile(at('d/old'), 'stood');
    await exec(`tar -xf cache.tar`, [], { cwd: root, env: { ...env, TAR_OPTIONS: '--no-same-owner' } });
    expect([await readFile(at('d/old'), 'utf8'), await readFile(at('d/new'), 'utf8')]).toEqual(['stood', 'packed']);
  });
});

describe('create', () => {
  it('yields the paths that exist, whatever characters they hold', async () => {
    const odd = join(root, 'a[b]*');
    await mkdir(odd);
    const found: string[] = [];
    for await (const path of (await create(`${odd}\n${join(root, 'none')}`)).globGenerator()) found.push(path);
    expect(found).toEqual([odd]);
  });
});

import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeTree } from '../../src/adapters/remove-tree.ts';

const SOURCE = join(import.meta.dirname, '../../src/adapters/remove-tree.ts');
const NOBODY = 65_534;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'remove-tree-'));
});
afterEach(async () => {
  spawnSync('chmod', ['-R', 'u+w', root]);
  await rm(root, { recursive: true, force: true });
});

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

describe('removeTree', () => {
  it('removes a tree of read-only directories and files, as the module cache is made', async () => {
    const module = join(root, 'example.com', 'a@v1.0.0');
    await mkdir(join(module, 'internal'), { recursive: true });
    for (const name of ['a.go', 'internal/b.go']) await writeFile(join(module, name), 'x', { mode: 0o444 });
    await chmod(join(module, 'internal'), 0o555);
    await chmod(module, 0o555);
    await removeTree(module);
    expect(await exists(module)).toBe(false);
    expect(await exists(join(root, 'example.com'))).toBe(true);
  });

  it('is content when there is nothing', async () => {
    await expect(removeTree(join(root, 'nothing'))).resolves.toBeUndefined();
  });

  // The superuser may write everywhere, so a process of another user must try it.
  it.runIf(process.getuid?.() === 0)('does so as a user who owns it and is not the superuser', async () => {
    const module = join(root, 'a@v1.0.0');
    await mkdir(module);
    await writeFile(join(module, 'a.go'), 'x');
    const program = join(root, 'remove.cjs');
    await build({ input: SOURCE, platform: 'node', output: { format: 'cjs', file: program } });
    for (const path of [root, program, module, join(module, 'a.go')]) await chown(path, NOBODY, NOBODY);
    await chmod(module, 0o555);
    const asNobody = (file: string, args: readonly string[]): number | null =>
      // From a directory that this user may read: the checkout may belong to another one alone.
      spawnSync(file, [...args], { uid: NOBODY, gid: NOBODY, cwd: root }).status;
    expect(asNobody('rm', ['-rf', module])).not.toBe(0);
    expect(asNobody(process.execPath, ['-e', `require(${JSON.stringify(program)}).removeTree(${JSON.stringify(module)})`])).toBe(
      0,
    );
    expect(await exists(module)).toBe(false);
  });
});

import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runner } from './harness.ts';

const UNSHARE = 'unshare -m --propagation private';

/** Why this process may not mount anything; undefined when it may. */
export function mountRefusal(): string | undefined {
  if (process.platform !== 'linux') return 'mount namespaces are of Linux';
  try {
    execFileSync('sh', ['-c', `${UNSHARE} mount -t tmpfs tmpfs /mnt`], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `unshare -m: ${String((error as { stderr?: Buffer }).stderr ?? error).trim() || 'not permitted'}`;
  }
}

export interface DiskOptions {
  /** Of mount(8), for a tmpfs: `size=20m,nr_inodes=500,noexec`. */
  readonly options: string;
  /** Lines of a shell after the mount, such as a remount; `$disk` is where it is mounted. */
  readonly after?: string;
}

/**
 * A node whose tool cache is a file system of its own, which nobody else sees and which is gone afterwards. `left` says what was on it
 * when the run had ended, as paths below it; undefined before.
 */
export async function nodeOnDisk(
  runner: Runner,
  { options, after = '' }: DiskOptions,
): Promise<{ readonly node: string; left(): Promise<readonly string[] | undefined> }> {
  const directory = await mkdtemp(join(runner.root, 'disk-'));
  const [outer, inner, list] = ['node', 'inner', 'left'].map(name => join(directory, name)) as [string, string, string];
  const node = process.env['E2E_NODE'] ?? process.execPath;
  await writeFile(outer, `#!/bin/sh\nexec ${UNSHARE} sh '${inner}' "$@"\n`);
  await chmod(outer, 0o755);
  const lines = [
    `disk='${runner.toolCache}'`,
    `mount -t tmpfs -o ${options} tmpfs "$disk" || exit 99`,
    after,
    `'${node}' "$@"`,
    'code=$?',
    `(cd "$disk" && find . -mindepth 1) > '${list}'`,
    'exit $code',
  ];
  await writeFile(inner, `${lines.join('\n')}\n`);
  const left = async (): Promise<readonly string[] | undefined> => {
    const text = await readFile(list, 'utf8').catch(() => undefined);
    return text?.split('\n').filter(line => line !== '');
  };
  return { node: outer, left };
}

import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runner } from './harness.ts';

/** Why this process may not make a network namespace; undefined when it may. */
export function namespaceRefusal(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  try {
    execFileSync('sh', ['-c', 'unshare -n true'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `unshare -n: ${String((error as { stderr?: Buffer }).stderr ?? error).trim() || 'not permitted'}`;
  }
}

/** A node in a network namespace of its own, whose only interface is a loopback that is down: no packet can leave, or come. */
export async function nodeWithoutRoute(runner: Runner): Promise<string> {
  const path = join(runner.root, 'node-without-route');
  await writeFile(path, `#!/bin/sh\nexec unshare -n '${process.env['E2E_NODE'] ?? process.execPath}' "$@"\n`);
  await chmod(path, 0o755);
  return path;
}

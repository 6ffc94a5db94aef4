import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE, type Runner } from './harness.ts';

/**
 * A node with a small heap, and a bundle that tells the most memory it ever held (VmHWM, proc_pid_status(5)). Not ru_maxrss: that one
 * counts what the test process held when it forked.
 */
export async function measured(
  runner: Runner,
  heapMib: number,
): Promise<{ readonly node: string; readonly bundle: string; peakMib(): Promise<number> }> {
  const [node, bundle, status] = ['small-node', 'measured.cjs', 'status'].map(name => join(runner.root, name)) as [
    string,
    string,
    string,
  ];
  const real = process.env['E2E_NODE'] ?? process.execPath;
  await writeFile(node, `#!/bin/sh\nexec '${real}' --max-old-space-size=${heapMib} "$@"\n`);
  await chmod(node, 0o755);
  const tell = `const fs = require('node:fs');
    process.on('exit', () => fs.writeFileSync(${JSON.stringify(status)}, fs.readFileSync('/proc/self/status')));`;
  await writeFile(bundle, `${tell}\nrequire(${JSON.stringify(BUNDLE)});\n`);
  const peakMib = async (): Promise<number> => {
    const [, kib = ''] = /^VmHWM:\s*(\d+) kB$/mu.exec(await readFile(status, 'utf8')) ?? [];
    return Number(kib) / 1_024;
  };
  return { node, bundle, peakMib };
}

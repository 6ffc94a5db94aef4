import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServePlan } from './serve.ts';

/** A network of one machine, made for one run. */
export interface Namespace {
  readonly serve: ServePlan;
  /** Content of /etc/resolv.conf and /etc/hosts. */
  readonly resolv?: string;
  readonly hosts?: string;
  /** Lines of a shell, before the servers start: addresses, routes. */
  readonly before?: readonly string[];
  /** The same, after they have started: filters. */
  readonly after?: readonly string[];
  /** Programs that the lines need. */
  readonly needs?: readonly string[];
}

export const LOCAL_RESOLV = 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n';

const UNSHARE = 'unshare -n -m --propagation private';

/** Why this machine can make no such network; undefined when it can. */
export function namespaceRefusal(needs: readonly string[]): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  const lines = ['ip link set lo up', ...needs.map(name => `${name} -L -n`)].join(' && ');
  try {
    execFileSync('sh', ['-c', `${UNSHARE} sh -c '${lines}'`], { stdio: 'pipe', timeout: 10_000 });
    return undefined;
  } catch (error) {
    return `unshare -n: ${String((error as { stderr?: Buffer }).stderr ?? error).trim() || 'not permitted'}`;
  }
}

/** A program that behaves as the given Node, inside the network. */
export async function nodeInside(directory: string, node: string, space: Namespace): Promise<string> {
  const at = (name: string): string => join(directory, name);
  const [outer, inner] = [at('node-inside'), at('inside.sh')];
  await writeFile(at('plan.json'), JSON.stringify({ ...space.serve, readyFile: at('ready') }));
  const mounts: string[] = [];
  for (const [name, text] of [
    ['resolv.conf', space.resolv],
    ['hosts', space.hosts],
  ] as const) {
    if (text === undefined) continue;
    await writeFile(at(name), text);
    mounts.push(`mount --bind '${at(name)}' /etc/${name} || exit 99`);
  }
  const serve = fileURLToPath(new URL('./serve.mjs', import.meta.url));
  const lines = [
    'PATH="$PATH:/usr/sbin:/sbin"',
    'ip link set lo up || exit 99',
    ...mounts,
    ...(space.before ?? []).map(line => `${line} || exit 99`),
    // Not ours: their end is waited for with every open stream of ours.
    `'${process.execPath}' '${serve}' '${at('plan.json')}' > '${at('serve.log')}' 2>&1 &`,
    'servers=$!',
    'trap "kill $servers" EXIT',
    `for i in $(seq 100); do [ -e '${at('ready')}' ] && break; sleep 0.1; done`,
    `[ -e '${at('ready')}' ] || exit 98`,
    ...(space.after ?? []).map(line => `${line} || exit 97`),
    `'${node}' "$@"`,
  ];
  await writeFile(inner, `${lines.join('\n')}\n`);
  await writeFile(outer, `#!/bin/sh\nexec ${UNSHARE} sh '${inner}' "$@"\n`);
  await chmod(outer, 0o755);
  return outer;
}

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Origin } from '../servers/origin.ts';

/** One way to make a tool fail, and the code that its output must be given. */
export interface LogScene {
  /** Name of the fixture: `go-proxy-off`. */
  readonly id: string;
  readonly code: string;
  readonly run: (lab: LogLab) => Promise<string>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the module in which the command runs; a go.mod that needs example.com/lib and a main.go by default. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface LogLab {
  readonly root: string;
  /** Starts a server that is closed with the lab. */
  serve(server: Promise<Origin>): Promise<Origin>;
  /** Runs a shell command in a module of its own; the output of both streams, in order, and nothing of this machine in it. */
  sh(command: string, options?: RunOptions): Promise<string>;
}

export const MAIN = 'package main\n\nimport "example.com/lib"\n\nfunc main() { println(lib.Answer) }\n';
export const MODULE = 'module example.com/app\n\ngo 1.20\n\nrequire example.com/lib v1.0.0\n';
/** A module that needs nothing. */
export const ALONE = {
  'go.mod': 'module example.com/app\n\ngo 1.20\n',
  'main.go': 'package main\n\nfunc main() {}\n',
} as const;
const LIMIT_MS = 90_000;

export async function withLogLab<T>(body: (lab: LogLab) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'log-lab-'));
  const servers: Origin[] = [];
  const work = join(root, 'app');
  const lab: LogLab = {
    root,
    serve: async server => {
      const origin = await server;
      servers.push(origin);
      return origin;
    },
    sh: async (command, { env = {}, files = {} } = {}) => {
      for (const [name, content] of Object.entries({ 'go.mod': MODULE, 'main.go': MAIN, ...files })) {
        await mkdir(dirname(join(work, name)), { recursive: true });
        if (content !== '') await writeFile(join(work, name), content);
        else await rm(join(work, name), { force: true });
      }
      return scrub(await run(command, { cwd: work, env: { ...baseEnv(root), ...env } }), root);
    },
  };
  try {
    return await body(lab);
  } finally {
    for (const server of servers) await server.close();
    await run('chmod -R u+w .', { cwd: root, env: baseEnv(root) });
    // Go's telemetry process may still write below HOME.
    await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function baseEnv(root: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(root, 'home'),
    GOPATH: join(root, 'gopath'),
    GOCACHE: join(tmpdir(), 'log-lab-gocache'),
    GOTOOLCHAIN: 'local',
    GOSUMDB: 'off',
    GOPROXY: 'off',
    GOFLAGS: '-mod=mod -buildvcs=false',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LANG: 'C.UTF-8',
  };
}

function run(command: string, options: { readonly cwd: string; readonly env: Record<string, string> }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', `exec 2>&1\n${command}`], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).toString());
    });
  });
}

/** Paths, ports, times and object names of this machine become the same everywhere. */
function scrub(output: string, root: string): string {
  return output
    .replaceAll(root, '/lab')
    .replace(/(127\.0\.0\.1|localhost):\d{4,5}/gu, '$1:8443')
    .replace(/\/(?:usr\/local\/go|tmp\/go-build\d+)/gu, match => (match.includes('build') ? '/tmp/go-build1' : '/goroot'))
    .replace(/ on [\d.]+:53\b/gu, ' on 192.0.2.53:53')
    .replace(/vcs\/[0-9a-f]{64}/gu, 'vcs/0123abcd')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)/gu, '2030-01-02T03:04:05Z');
}

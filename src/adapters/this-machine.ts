import { arch, endianness, homedir, hostname, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { certificatesIn } from '../domain/pem-certificates.ts';
import type { HostPlatform } from '../domain/platform.ts';
import { PRODUCT } from '../domain/product.ts';
import type { Env, Machine, MachineSettings } from '../ports/machine.ts';
import { createLazyNet } from './lazy-net.ts';
import { createLazyProbeNet } from './lazy-probe-net.ts';
import { allowDirect } from './net-direct.ts';
import type { Terminal } from './node-commands.ts';
import { createExec } from './node-exec.ts';
import { createRelief } from './node-memory.ts';
import { createToolCache } from './tool-cache.ts';

/** Everything of this machine that a run may touch, each part loaded when it is used. `toolCachePath` is absolute. */
export function openMachine(
  process: NodeJS.Process,
  parts: MachineSettings & Pick<Machine, 'files' | 'clock'> & { readonly toolCachePath: string },
): Machine & { close(): void } {
  const { caPem, offline, files, clock, toolCachePath } = parts;
  const env = Object.freeze({ ...process.env });
  // @actions/tool-cache reads it when it is asked, and throws where a runner has not set it.
  process.env['RUNNER_TOOL_CACHE'] = toolCachePath;
  const ca = caPem === undefined ? undefined : certificatesIn(caPem);
  const net = createLazyNet(async () => {
    const { createNet, createOfflineNet } = await import('./node-net.ts');
    if (offline) return createOfflineNet();
    const { network } = parts;
    const usual = createNet({ env, clock, ca, network });
    if (!parts.allowDirect) return usual;
    return allowDirect({ proxied: usual, direct: createNet({ env: withoutProxy(env), clock, ca, network }), clock });
  });
  const probeNet = createLazyProbeNet(async () => (await import('./probe-net.ts')).createProbeNet({ env, clock, ca }));
  const { node, openssl } = process.versions;
  return {
    clock,
    files,
    env,
    net,
    probeNet: offline ? undefined : probeNet,
    runtime: { node, openssl: openssl ?? '', os: platform(), arch: arch() },
    exec: createExec({ env, os: platform(), clock }),
    commands: {
      passThrough: async (...given) =>
        (await import('./node-commands.ts')).createCommands({ terminal: terminalOf(process), clock }).passThrough(...given),
    },
    toolCache: createToolCache(toolCachePath),
    platform: hostPlatform(),
    process: { pid: process.pid, hostname: hostname(), run: randomName(), isAlive: pid => isAlive(process, pid) },
    randomName,
    relieve: createRelief(),
    close: () => net.close(),
  };
}

/** Nothing of it is touched before a command runs: to open standard input is to take it from the child. */
function terminalOf(process: NodeJS.Process): Terminal {
  return {
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    get signalsReachChild() {
      return isatty(0);
    },
    on: (event, listener) => process.on(event, listener),
    removeListener: (event, listener) => process.removeListener(event, listener),
  };
}

function withoutProxy(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:https?|all)_proxy$/iu.test(name)));
}

export function hostPlatform(): HostPlatform {
  return { os: platform(), arch: arch(), endianness: endianness() };
}

/** Has to be unique, and not secret: without node:crypto, which takes 3 ms before the first packet. */
function randomName(): string {
  return Array.from('1234', () =>
    Math.floor(Math.random() * 0x10000)
      .toString(16)
      .padStart(4, '0'),
  ).join('');
}

function isAlive(process: NodeJS.Process, pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The runner's, else one of our own under the user's cache directory (XDG Base Directory Specification). */
export function toolCacheDirectory(env: Env): string {
  const runner = env['RUNNER_TOOL_CACHE'] || env['AGENT_TOOLSDIRECTORY'];
  if (runner) return resolve(runner);
  const local = platform() === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'];
  return join(local || join(home(), '.cache'), PRODUCT.name, 'tool-cache');
}

/** `/` for a user that the system does not know, as login and Docker have it, where HOME is not set either: Node throws there. */
function home(): string {
  try {
    return homedir();
  } catch {
    return '/';
  }
}

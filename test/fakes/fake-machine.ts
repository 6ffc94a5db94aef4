import { join } from 'node:path';
import { createOfflineNet } from '../../src/adapters/node-net.ts';
// What the product loads when it needs it is loaded before: the fake clock does not stand still while a file is read.
import '../../src/steps/explain.ts';
import '../../src/steps/run-command.ts';
import '../../src/steps/verify-modules.ts';
import type { CommandName } from '../../src/domain/command-names.ts';
import { parseDurationMs } from '../../src/domain/duration.ts';
import type { Event } from '../../src/domain/event.ts';
import { failure } from '../../src/domain/failure.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { HostPlatform } from '../../src/domain/platform.ts';
import type { Report } from '../../src/domain/report.ts';
import type { HostCache } from '../../src/ports/cache.ts';
import type { Env, Machine, MachineSettings, NetworkSettings, ToolCache } from '../../src/ports/machine.ts';
import type { ProbeNet } from '../../src/ports/probe-net.ts';
import { run } from '../../src/run.ts';
import type { KnownLog } from '../../src/verify/known-log.ts';
import type { KnownSigner } from '../../src/verify/known-signer.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeCommands, type FakeCommands, type ScriptedCommand } from './fake-commands.ts';
import { createFakeExec, type FakeExec, type FakeProgram } from './fake-exec.ts';
import { createFakeHost, type FakeHost } from './fake-host.ts';
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts';
import { createScriptedNet, type ScriptedNet, type Servers } from './scripted-net.ts';

export const TOOL_CACHE = '/tools';
export const WORKSPACE = '/project';

const NO_SIGNER: KnownSigner = {
  fingerprint: '',
  readBlock: async () => {
    throw failure('FS.NOT_FOUND', { subject: 'key block' });
  },
};

/** One run of the product on fakes. What is left out is a fresh Linux machine without any network. */
export interface FakeRun {
  readonly command?: CommandName;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** In place of `path`. */
  readonly operands?: readonly string[];
  readonly options?: Readonly<Record<string, string>>;
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** What a command of the user's does. */
  readonly scripted?: ScriptedCommand;
  /** Other programs than Go. */
  readonly programs?: Readonly<Record<string, FakeProgram>>;
  /** Where report files go; default: nowhere. */
  readonly reportDirectory?: string;
  /** Over `HOME=/home`. */
  readonly env?: Env;
  readonly servers?: Servers;
  /** What a run meets whose connections a repair has changed; default: the same as before. */
  readonly serversAfter?: (network: NetworkSettings) => Servers;
  /** What probes meet, where they may ask; default: nothing can be probed. */
  readonly probeNet?: (clock: FakeClock) => ProbeNet;
  readonly log: KnownLog;
  /** Whose signatures are believed; default: nobody's. */
  readonly signer?: KnownSigner;
  /** The shipped trusted root of Sigstore; default: there is none. */
  readonly trustedRoot?: Uint8Array;
  /** The shipped release table; undefined: there is none. */
  readonly table?: Uint8Array | undefined;
  /** Files and time that several runs share. */
  readonly files?: MemoryFiles;
  readonly clock?: FakeClock;
  readonly hostPlatform?: HostPlatform;
  /** Default: TOOL_CACHE. */
  readonly toolCache?: string;
  readonly secrets?: readonly string[];
  readonly usage?: readonly [Finding, ...Finding[]];
  /** Default: the host has no cache. */
  readonly cache?: HostCache;
  /** Directory of archives that an earlier job kept; default: the host has none. */
  readonly archives?: string;
  /** Module cache that the platform restored; default: none. */
  readonly restoredModules?: string;
  /** Default: 100. */
  readonly pid?: number;
  /** Aborts the run after so long, as a signal from outside. */
  readonly interruptMs?: number;
}

export interface FakeOutcome {
  readonly report: Report;
  readonly events: readonly Event[];
  readonly host: FakeHost;
  readonly net: ScriptedNet;
  readonly exec: FakeExec;
  readonly commands: FakeCommands;
  readonly files: MemoryFiles;
  readonly clock: FakeClock;
  /** What openMachine was called with; empty when the run ended before. */
  readonly opened: readonly MachineSettings[];
  /** How long the run took on its clock. */
  readonly tookMs: number;
}

/** Runs a job under its budget, as main.ts does, with time that passes only while everybody sleeps. */
export async function runOnFakes(options: FakeRun): Promise<FakeOutcome> {
  const clock = options.clock ?? createFakeClock();
  const files = options.files ?? createMemoryFiles({ clock });
  // Go needs a directory for temporary files; this one stands on every machine.
  const env: Env = Object.freeze({ HOME: '/home', TMPDIR: '/project', ...options.env });
  const exec = createFakeExec({ files, env, ...(options.programs && { programs: options.programs }) });
  const commands = createFakeCommands(options.scripted);
  const scripted = createScriptedNet({ clock, servers: options.servers ?? {} });
  const host = createFakeHost(({ type }) => {
    // Whatever was inflated for an attempt or a phase has been by then.
    if (type.endsWith('-ended')) for (const owner of [scripted, files]) clock.threadsAreDone(owner);
  });
  const events: Event[] = [];
  const opened: MachineSettings[] = [];
  const { standardInput } = options;
  const hostPlatform = options.hostPlatform ?? { os: 'linux', arch: 'x64', endianness: 'LE' };
  const pid = options.pid ?? 100;
  runCount += 1;
  const runNumber = runCount;
  const parts = {
    clock,
    files,
    env,
    exec,
    platform: hostPlatform,
    toolCache: toolCacheOf(files, options.toolCache ?? TOOL_CACHE),
  };
  const machine: Omit<Machine, 'net' | 'probeNet'> = {
    ...parts,
    commands,
    process: { pid, hostname: 'runner', run: `run ${runNumber}`, isAlive: other => other >= 100 },
    randomName: namer(pid, runNumber),
    runtime: { node: '20.0.0', openssl: '3.0.0', os: hostPlatform.os, arch: hostPlatform.arch },
  };
  const stop = new AbortController();
  const over = new AbortController();
  const abortAfter = (ms: number, reason: unknown): void =>
    void clock.sleep(ms, over.signal).then(
      () => stop.abort(reason),
      () => undefined,
    );
  const timeoutMs = parseDurationMs(options.inputs?.['timeout'] ?? '') ?? LIMITS.totalMs;
  abortAfter(timeoutMs, failure('BUDGET.TOTAL', { subject: 'timeout', evidence: { 'budget ms': timeoutMs } }));
  if (options.interruptMs !== undefined) abortAfter(options.interruptMs, failure('SELF.INTERRUPTED', { subject: 'SIGTERM' }));
  const startMs = clock.monotonic();
  const report = await run(
    {
      command: options.command ?? 'install',
      // What a run knows by itself is tested here; what probes add to it, in diagnose-run.test.ts.
      rawInputs: { diagnose: 'off', ...options.inputs },
      operands: options.operands ?? (options.path === undefined ? [] : [options.path]),
      options: options.options ?? {},
      ...(standardInput === undefined ? {} : { openStandardInput: () => standardInput }),
      env,
      files,
      clock,
      host: {
        ...host,
        ...(options.cache === undefined ? {} : { cache: options.cache }),
        reportDirectory: () => options.reportDirectory,
        ...(options.archives === undefined ? {} : { archives: options.archives }),
        ...(options.restoredModules === undefined ? {} : { restoredModules: options.restoredModules }),
      },
      hostPlatform,
      workspace: WORKSPACE,
      log: options.log,
      signer: options.signer ?? NO_SIGNER,
      events,
      secrets: options.secrets ?? [],
      ...(options.usage === undefined ? {} : { usage: options.usage }),
      readTrustedRoot: async () => {
        if (options.trustedRoot === undefined) throw failure('FS.NOT_FOUND', { subject: 'trusted root' });
        return options.trustedRoot;
      },
      readTable: async () => {
        if (options.table === undefined) throw failure('FS.NOT_FOUND', { subject: 'releases.json' });
        return options.table;
      },
      openMachine: settings => {
        opened.push(settings);
        const { network } = settings;
        const after = network === undefined ? undefined : options.serversAfter?.(network);
        const net = after === undefined ? scripted : createScriptedNet({ clock, servers: after });
        const probeNet = settings.offline ? undefined : options.probeNet?.(clock);
        return { ...machine, net: settings.offline ? createOfflineNet() : net, probeNet };
      },
    },
    stop.signal,
  );
  const tookMs = clock.monotonic() - startMs;
  over.abort();
  return { report, events, host, net: scripted, exec, commands, files, clock, opened, tookMs };
}

/** As @actions/tool-cache reads it: directories with their marker beside them. */
function toolCacheOf(files: MemoryFiles, directory: string): ToolCache {
  return {
    directory,
    versions(tool, arch) {
      const top = join(directory, tool);
      const versions = new Set(files.paths(top).map(path => path.slice(top.length + 1).split('/')[0] ?? ''));
      const isComplete = (version: string): boolean => {
        const entry = join(top, version, arch);
        return files.content(`${entry}.complete`) !== undefined && files.isDirectory(entry);
      };
      return [...versions].filter(isComplete).sort();
    },
  };
}

let runCount = 0;

/** Names that are unique among runs. */
function namer(pid: number, run: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${pid.toString(16).padStart(8, '0')}${run.toString(16).padStart(4, '0')}${count.toString(16).padStart(4, '0')}`;
  };
}

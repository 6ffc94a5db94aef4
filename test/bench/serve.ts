import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { type Mirror, type MirrorOptions, startMirror } from '../servers/mirror.ts';
import type { ContentSource } from '../servers/mirror-content.ts';
import { closedPort, type Origin } from '../servers/origin.ts';
import { startSilent } from '../servers/silent.ts';
import type { FaultPlan, ServerPlan } from './scenario.ts';

/** What the server process is told; JSON. */
export interface ServePlan {
  readonly servers: Readonly<Record<string, ServerPlan>>;
  readonly archive: { readonly fileName: string; readonly path: string };
  /** For `module-proxy`: files by the end of their address, and the module proxy that the checksum database is asked through. */
  readonly module: { readonly files: Readonly<Record<string, string>>; readonly upstream: string } | undefined;
}

export interface Serving {
  /** By the names of the plan. */
  readonly urls: Readonly<Record<string, string>>;
  /** `/reset` begins a run; `/stats` is a `Stats`. Its connections are counted nowhere. */
  readonly controlUrl: string;
  close(): Promise<void>;
}

/** Since the last reset, of all servers together. */
export interface Stats {
  readonly connectionCount: number;
  readonly requestCount: number;
  readonly sentBytes: number;
  /** CLOCK_MONOTONIC in nanoseconds, which all processes of a machine share; null when nobody came. */
  readonly firstConnectionNs: string | null;
}

type Counts = Omit<Stats, 'firstConnectionNs'>;

interface Started {
  readonly url: string;
  readonly counts: () => Counts;
  readonly close: () => Promise<void>;
}

/** Mutable: what happened in the run that goes on. */
interface Run {
  firstConnectionNs: bigint | undefined;
  readonly restarts: (() => void)[];
}

/** Starts every server of the plan, and the one that counts. */
export async function serve(plan: ServePlan): Promise<Serving> {
  const run: Run = { firstConnectionNs: undefined, restarts: [] };
  // From memory: reading files would cost the two processors more than sending them.
  const bytes = readFileSync(plan.archive.path);
  const all: Record<string, Started> = {};
  for (const [name, server] of Object.entries(plan.servers)) all[name] = await start(server, { plan, run, bytes });
  const servers = Object.values(all);
  const control = await startControl(run, servers);
  const urls = Object.fromEntries(Object.entries(all).map(([name, { url }]) => [name, url]));
  const close = async () => void (await Promise.all([...servers, control].map(server => server.close())));
  return { urls, controlUrl: control.url, close };
}

async function start(
  server: ServerPlan,
  given: { readonly plan: ServePlan; readonly run: Run; readonly bytes: Uint8Array },
): Promise<Started> {
  const { plan, run, bytes } = given;
  const onConnection = (): void => {
    run.firstConnectionNs ??= process.hrtime.bigint();
  };
  switch (server.kind) {
    case 'refused':
      return { url: `http://127.0.0.1:${await closedPort()}/dl`, counts: () => NOTHING, close: async () => undefined };
    case 'silent':
      return silent(await startSilent());
    case 'module-proxy':
      return mirror(await startMirror({ ...moduleProxy(plan.module), onConnection }));
    case 'mirror': {
      const files = { [plan.archive.fileName]: bytes };
      const limit = server.connectionMbit === undefined ? {} : { connectionBytesPerSecond: (server.connectionMbit * 1e6) / 8 };
      const latency = server.latencyMs === undefined ? {} : { latencyMs: server.latencyMs };
      const fault = faultOf(server.fault, { run, archiveBytes: bytes.length, sentBytes: () => started.stats().sentBytes });
      const started = await startMirror({ files, ...limit, ...latency, ...fault, onConnection });
      // The first listing hashes the archive; that is no side's work.
      await (await fetch(`${started.url}/?mode=json`)).arrayBuffer();
      return mirror(started);
    }
  }
}

const NOTHING: Counts = { connectionCount: 0, requestCount: 0, sentBytes: 0 };

function mirror(started: Mirror): Started {
  return { url: started.url, counts: () => started.stats(), close: () => started.close() };
}

function silent(origin: Origin): Started {
  const counts = () => ({ ...NOTHING, connectionCount: origin.connectionCount(), requestCount: origin.requests.length });
  return { url: `${origin.url}/dl`, counts, close: () => origin.close() };
}

function faultOf(
  plan: FaultPlan | undefined,
  server: { readonly run: Run; readonly archiveBytes: number; readonly sentBytes: () => number },
): Pick<MirrorOptions, 'fault'> {
  switch (plan?.kind) {
    case undefined:
      return {};
    case 'status':
      return { fault: plan };
    case 'reset':
      return { fault: { kind: 'reset', afterBytes: plan.everyBytes } };
    case 'cut-first': {
      let isFirst = true;
      server.run.restarts.push(() => {
        isFirst = true;
      });
      const afterBytes = Math.round(plan.share * server.archiveBytes);
      return {
        fault: () => {
          const fault = isFirst ? ({ kind: 'cut', afterBytes } as const) : undefined;
          isFirst = false;
          return fault;
        },
      };
    }
    case 'stall': {
      let before = 0;
      server.run.restarts.push(() => {
        before = server.sentBytes();
      });
      const allowed = Math.round(plan.share * server.archiveBytes);
      return { fault: () => ({ kind: 'stall', afterBytes: Math.max(0, allowed - (server.sentBytes() - before)) }) };
    }
  }
}

/** Answers of the checksum database are kept, so that all runs see the same log at the same speed. */
function moduleProxy(module: ServePlan['module']): MirrorOptions {
  if (module === undefined) throw new Error('there is no module to serve');
  const files: Record<string, ContentSource> = {};
  for (const [name, path] of Object.entries(module.files)) files[name] = readFileSync(path);
  const answers = new Map<string, Promise<Uint8Array | undefined>>();
  const elsewhere = async (path: string): Promise<Uint8Array | undefined> => {
    const at = path.indexOf('/sumdb/');
    if (at < 0) return undefined;
    const address = `${module.upstream}${path.slice(at)}`;
    const answer = answers.get(address) ?? download(address);
    answers.set(address, answer);
    return answer;
  };
  return { files, elsewhere };
}

/** With curl, which knows the proxies and certificates of this machine. Undefined for any failure. */
async function download(address: string): Promise<Uint8Array | undefined> {
  const args = ['-fsS', '--max-time', '30', address];
  const maxBuffer = 16 * 2 ** 20;
  return promisify(execFile)('curl', args, { encoding: 'buffer', maxBuffer }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

async function startControl(run: Run, servers: readonly Started[]): Promise<Pick<Started, 'url' | 'close'>> {
  const total = (): Counts => {
    const all = servers.map(server => server.counts());
    const sum = (name: keyof Counts) => all.reduce((count, each) => count + each[name], 0);
    return { connectionCount: sum('connectionCount'), requestCount: sum('requestCount'), sentBytes: sum('sentBytes') };
  };
  let before = total();
  const server = createServer((request, answer) => {
    const now = total();
    if (request.url === '/reset') {
      before = now;
      run.firstConnectionNs = undefined;
      for (const restart of run.restarts) restart();
    }
    const stats: Stats = {
      connectionCount: now.connectionCount - before.connectionCount,
      requestCount: now.requestCount - before.requestCount,
      sentBytes: now.sentBytes - before.sentBytes,
      firstConnectionNs: run.firstConnectionNs?.toString() ?? null,
    };
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(stats));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

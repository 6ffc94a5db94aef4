import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './figures.ts';
import { type Material, RELEASE } from './material.ts';
import type { Scenario } from './scenario.ts';
import type { ServePlan, Serving } from './serve.ts';
import { type Command, commandOf, missingSides } from './sides.ts';

export interface Measured {
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Sides that were not measured, with the reason. */
  readonly missing: Readonly<Record<string, string>>;
}

interface PairPlan {
  readonly controlUrl: string;
  readonly work: string;
  readonly runs: number;
  readonly warmups: number;
  readonly keepCache: boolean;
  readonly expect: string;
  readonly timeoutSeconds: number;
  readonly sides: readonly Command[];
}

/**
 * Measures every side that can be, in alternation. `memory` and `disk` are directories to work in; what is made there is removed. Runs
 * go over the same servers, in a process of their own.
 */
export async function measure(
  scenario: Scenario,
  given: { readonly material: Material; readonly memory: string; readonly disk: string; readonly runs: number },
): Promise<Measured> {
  const { material, runs } = given;
  const missing = missingSides(scenario, material);
  const { archive, module } = material;
  if ('missing' in archive || Object.keys(scenario.sides).every(name => name in missing)) return { rows: {}, missing };
  const servers = startServers(material, {
    servers: scenario.servers,
    archive: { fileName: RELEASE.fileName, path: archive.value.path },
    module: 'value' in module ? module.value : undefined,
  });
  const work = mkdtempSync(join(scenario.mode === 'disk' ? given.disk : given.memory, 'setup-go-robust-bench-'));
  try {
    const { urls, controlUrl } = await servers.started;
    const sides = Object.entries(scenario.sides).flatMap(([name, plan]) => {
      const found = commandOf({ name, plan, urls, material });
      return 'value' in found ? [found.value] : [];
    });
    // Where few runs are enough, the servers' limits make their time: a warm-up would change nothing.
    const counts = { runs, warmups: scenario.runs < 5 ? 0 : 1 };
    const keepCache = scenario.mode === 'warm';
    const rows = await pair(material, {
      ...counts,
      controlUrl,
      work,
      keepCache,
      expect: RELEASE.version,
      timeoutSeconds: 300,
      sides,
    });
    const sized = Object.entries(rows).map(([name, each]) => [
      name,
      each.map(row => ({ ...row, archiveBytes: sizeFor(scenario, name, material) })),
    ]);
    return { rows: Object.fromEntries(sized) as Measured['rows'], missing };
  } finally {
    servers.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

function sizeFor(scenario: Scenario, side: string, { archive, module }: Material): number {
  const plan = scenario.sides[side];
  const isZip = plan?.kind === 'go-mod-download' || (plan?.kind === 'ours' && plan.sources === 'goproxy');
  if (isZip) return 'value' in module ? module.value.zipBytes : 0;
  return 'value' in archive ? archive.value.bytes : 0;
}

function startServers({ project }: Material, plan: ServePlan): { readonly started: Promise<Serving>; readonly stop: () => void } {
  const child = fork(join(project, 'test', 'bench', 'serve.mjs'), [JSON.stringify(plan)]);
  const started = new Promise<Serving>((resolve, reject) => {
    child.once('message', message => resolve(message as Serving));
    child.once('exit', code => reject(new Error(`the servers ended with ${code}`)));
  });
  return { started, stop: () => child.connected && child.disconnect() };
}

/** Asynchronous, because the servers' channel must stay alive meanwhile. */
function pair({ project }: Material, plan: PairPlan): Promise<Readonly<Record<string, readonly Row[]>>> {
  const script = join(project, 'test', 'bench', 'pair.py');
  const python = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  python.stdin.end(JSON.stringify(plan));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    python.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    python.once('error', reject);
    python.once('close', code => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, Row[]>);
      else reject(new Error(`pair.py ended with ${code}`));
    });
  });
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from '../../src/domain/network-facts.ts';
import { type Runner, runCli, withRunner } from '../e2e/harness.ts';
import type { Fault, Lab, Refusal, Scene } from './fault.ts';
import { namespaceRefusal, nodeInside } from './lab/namespace.ts';

/** One run of one case under one Node. */
export interface FaultRun {
  readonly facts: Facts;
  /** What the run named; undefined where this bundle judges nothing. */
  readonly named: Named | undefined;
  readonly ms: number;
}

export interface Named {
  /** Codes of causes, the first one on top. */
  readonly causes: readonly string[];
  readonly warnings: readonly string[];
}

/** Where nobody listens: with a source that is named, nobody else is asked for comparison. */
const NOBODY = 'http://127.0.0.1:9/';
/** The diagnosis ends in 25 s; starting and ending it takes the rest. */
const RUN_MS = 40_000;

/** Nodes under which the cases run: FAULT_NODES, paths separated by colons, else the Node of the test. */
export function faultNodes(): readonly { readonly path: string; readonly major: number }[] {
  const paths = (process.env['FAULT_NODES'] ?? process.execPath).split(':').filter(path => path !== '');
  return paths.map(path => {
    const version = execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8', timeout: 10_000 });
    return { path, major: Number(version.split('.')[0]) };
  });
}

/** Makes the fault, runs the bundle, and reads what it has gathered and named. A reason where it cannot be made here. */
export function runFault(fault: Fault, node: string): Promise<FaultRun | { readonly refused: string }> {
  return withRunner(async runner => {
    const open: (() => Promise<void>)[] = [];
    const lab: Lab = {
      directory: await mkdtemp(join(runner.root, 'lab-')),
      keep(server) {
        open.push(() => server.close());
        return server;
      },
      urlOf: ({ port }, scheme = 'http') => `${scheme}://127.0.0.1:${port}/files/tool.tar.gz`,
    };
    try {
      const scene = await fault.start(lab);
      const refused = refusalOf(scene);
      return refused === undefined ? await runScene({ runner, lab, scene, node }) : { refused };
    } finally {
      for (const close of open.reverse()) await close();
    }
  });
}

function refusalOf({ inside, needs = [] }: Scene): Refusal {
  const missing = needs.find(path => !existsSync(path));
  if (missing !== undefined) return `there is no ${missing}`;
  return inside === undefined ? undefined : namespaceRefusal(inside.needs ?? []);
}

async function runScene(run: {
  readonly runner: Runner;
  readonly lab: Lab;
  readonly scene: Scene;
  readonly node: string;
}): Promise<FaultRun> {
  const { runner, lab, scene, node } = run;
  const file = join(lab.directory, 'facts.json');
  const caFile = join(lab.directory, 'ca.pem');
  if (scene.ca !== undefined) await writeFile(caFile, scene.ca);
  const args = [
    ...['doctor', '--json', '--gather', file, '--sources', scene.source ?? NOBODY],
    ...(scene.ca === undefined ? [] : ['--ca-file', caFile]),
    ...scene.urls,
  ];
  const env = { GOPROXY: 'off', GOSUMDB: 'off', GOENV: 'off', SSL_CERT_FILE: '', ...scene.env };
  const program = scene.inside === undefined ? node : await nodeInside(lab.directory, node, scene.inside);
  const result = await runCli(args, { runner, env, node: program, timeoutMs: RUN_MS });
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`nothing was gathered (exit ${result.exitCode}):\n${result.stderr}\n${result.stdout}`);
  return { facts: JSON.parse(text) as Facts, named: namedBy(result.stdout), ms: Math.round(result.ms) };
}

/** A report without a diagnosis is one of a bundle that judges nothing. */
function namedBy(stdout: string): Named | undefined {
  const { diagnosis } = JSON.parse(stdout) as {
    readonly diagnosis?: {
      readonly causes: readonly { readonly code: string }[];
      readonly warnings: readonly { readonly code: string }[];
    };
  };
  if (diagnosis === undefined) return undefined;
  const codes = (list: readonly { readonly code: string }[]): readonly string[] => list.map(({ code }) => code);
  return { causes: codes(diagnosis.causes), warnings: codes(diagnosis.warnings) };
}

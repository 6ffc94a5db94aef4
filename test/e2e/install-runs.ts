import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/domain/report.ts';
import { type Origin, respond } from '../servers/origin.ts';
import { startProxy } from '../servers/proxy.ts';
import { type FakeGo, makeFakeGo } from './fake-go.ts';
import { type ActionResult, type ProcessOptions, type ProcessResult, type Runner, runAction, runCli } from './harness.ts';

/** A fake Go is a shell script. */
export const isPosix = process.platform !== 'win32';

export const FACES = ['action', 'command line'] as const;
export type Face = (typeof FACES)[number];

export const VERSION = '1.26.8';
export const HOST_PLATFORM = {
  goos: process.platform === 'win32' ? 'windows' : process.platform,
  goarch: process.arch === 'x64' ? 'amd64' : process.arch,
};
/** What @actions/tool-cache calls this architecture. */
export const ENTRY = `go/${VERSION}/${process.arch}`;

/** For the platform of the test, small: what is tested here is the way, not the amount. */
export const GO: FakeGo = makeFakeGo({ version: VERSION, platform: HOST_PLATFORM, sourceFileCount: 40 });

/** The only way out of a sealed run. It refuses everybody and remembers whom. */
export function startBorder(): Promise<Origin> {
  return startProxy({ onConnect: socket => respond(socket, { status: 403 }) });
}

/** Whatever is not on loopback goes to the border, so that no test asks the real world, wherever it runs. */
export function sealedEnv(border: Pick<Origin, 'url'>): Readonly<Record<string, string>> {
  return { GOPROXY: 'off', HTTPS_PROXY: border.url, HTTP_PROXY: border.url };
}

export interface InstallResult extends ProcessResult {
  /** From report.json of the action, from standard output of the command line. */
  readonly report: Report;
  /** Undefined on the command line. */
  readonly action: ActionResult | undefined;
  /** Everything that anybody can see afterwards, in one text. */
  readonly everything: string;
}

/** One `install` on one face; inputs are the same on both. */
export async function install(
  face: Face,
  options: ProcessOptions & { readonly runner: Runner; readonly inputs: Readonly<Record<string, string>> },
): Promise<InstallResult> {
  const { inputs, ...rest } = options;
  if (face === 'command line') {
    const words = Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
    const result = await runCli(['install', ...words, '--json'], rest);
    return { ...result, report: parseReport(result.stdout), action: undefined, everything: result.stdout + result.stderr };
  }
  const action = await runAction({ ...rest, inputs });
  const file = join(action.outputs['report-dir'] || join(options.runner.temp, 'setup-go-robust-report'), 'report.json');
  const text = await readFile(file, 'utf8');
  const { stdout, stderr, summary, outputs, env, path, state } = action;
  const everything = [stdout, stderr, summary, text, ...[outputs, env, path, state].map(part => JSON.stringify(part))].join('\n');
  return { ...action, report: parseReport(text), action, everything };
}

/** Throws when it is not exactly one document. */
export function parseReport(text: string): Report {
  return JSON.parse(text) as Report;
}

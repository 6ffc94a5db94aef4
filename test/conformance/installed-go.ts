import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { ProcessResult, Runner } from '../e2e/harness.ts';

/** The one report on standard output of `--json`. */
export function reportOf(result: ProcessResult): Report {
  try {
    return JSON.parse(result.stdout) as Report;
  } catch {
    throw new Error(`no report (exit ${result.exitCode}):\n${result.stdout}\n${result.stderr}`);
  }
}

/** Where a version lies in the tool cache; the name of the architecture is Node's. */
export function goRoot(runner: Runner, version: string): string {
  return join(runner.toolCache, 'go', version, process.arch);
}

/** Entries of the tool cache that are not the result of a finished installation. */
export function leftovers(toolCache: readonly string[]): readonly string[] {
  const own =
    /^(?:go\/[\w.-]+\/[a-z0-9]+(?:\/|\.complete|\.setup-go-robust\.(?:json|seal))|setup-go-robust\/(?:versions\.json)?)$/u;
  return toolCache.filter(name => !own.test(name));
}

/** Runs the installed go without network in a clean environment; rejects when it fails. */
export async function runGo(go: {
  readonly runner: Runner;
  readonly root: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}): Promise<string> {
  const { runner, root, args, cwd = runner.workspace } = go;
  const env = {
    PATH: `${join(root, 'bin')}:/usr/bin:/bin`,
    HOME: runner.home,
    GOTOOLCHAIN: 'local',
    GOPROXY: 'off',
    GOFLAGS: '-buildvcs=false',
    GOTELEMETRY: 'off',
    TMPDIR: runner.temp,
  };
  const { stdout } = await promisify(execFile)(join(root, 'bin', 'go'), [...args], { cwd, env, maxBuffer: 16 * 2 ** 20 });
  return stdout;
}

/** Writes a small module with a program, a package and its test; returns its directory. */
export async function helloModule(runner: Runner, goLine: string): Promise<string> {
  const directory = join(runner.workspace, 'hello');
  await mkdir(join(directory, 'greet'), { recursive: true });
  const files = {
    'go.mod': `module example.com/hello\n\ngo ${goLine}\n`,
    'main.go':
      'package main\n\nimport (\n\t"fmt"\n\t"runtime"\n\n\t"example.com/hello/greet"\n)\n\nfunc main() { fmt.Println(greet.Text(), runtime.Version()) }\n',
    'greet/greet.go': 'package greet\n\n// Text is what the program says.\nfunc Text() string { return "hello" }\n',
    'greet/greet_test.go':
      'package greet\n\nimport "testing"\n\nfunc TestText(t *testing.T) {\n\tif Text() != "hello" {\n\t\tt.Fatal(Text())\n\t}\n}\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return directory;
}

/** The installed Go says that it is the version. */
export async function expectGoVersion(runner: Runner, version: string): Promise<void> {
  expect(await runGo({ runner, root: goRoot(runner, version), args: ['version'] })).toContain(`go version go${version} `);
}

/** It also builds and runs a program that says the same; takes some seconds, for the standard library is compiled. */
export async function expectWorkingGo(runner: Runner, version: string): Promise<void> {
  await expectGoVersion(runner, version);
  const cwd = await helloModule(runner, version.split('.').slice(0, 2).join('.'));
  expect((await runGo({ runner, root: goRoot(runner, version), args: ['run', '.'], cwd })).trim()).toBe(`hello go${version}`);
}

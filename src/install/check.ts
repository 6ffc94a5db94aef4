import { join } from 'node:path';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Platform, platformText } from '../domain/platform.ts';
import { type GoVersion, versionText } from '../domain/version.ts';
import type { Env, Exec, ExecResult } from '../ports/machine.ts';

export interface CheckOptions {
  readonly exec: Pick<Exec, 'run'>;
  /** GOROOT, proved. */
  readonly root: string;
  readonly version: GoVersion;
  readonly platform: Platform;
  /** The environment of the job. */
  readonly env: Env;
  /** A build that may add a suffix to its version (`go1.25.3-1`), and name experiments behind it. */
  readonly isPrivate?: boolean;
}

/** What the installed Go says of itself. */
export interface CheckedToolchain {
  /** Path of the go program. */
  readonly bin: string;
  /** First entry of GOPATH; undefined when Go cannot tell, as without a home directory. */
  readonly gopath: string | undefined;
  /** GOROOT of the user's `go env -w`, when it leads to another Go; undefined when it does not. */
  readonly foreignGoroot: string | undefined;
}

/**
 * Runs the installed Go from where it is installed. Throws VERSION.MISMATCH when it is not the version and platform that
 * was asked for, GO.NOT_RUNNABLE when it does not run, GO.ENV when it is sound and GOPATH lets no go command run, or the signal's reason.
 */
export async function checkToolchain(options: CheckOptions, signal: AbortSignal): Promise<CheckedToolchain> {
  const { root, version, platform, env } = options;
  const bin = join(root, 'bin', platform.goos === 'windows' ? 'go.exe' : 'go');
  const expected = `go version go${versionText(version)} ${platformText(platform)}`;
  const settings = await runGo(options, { bin, args: ['env', ...NAMES], env: withoutGoroot(env) }, signal);
  const lines = settings.exitCode === 0 ? settings.stdout.split(/\r?\n/u) : [];
  const [goversion, goos, goarch, goroot = '', gopath = ''] = lines;
  // Without its answer (the user's settings may be broken, which is no fault of the installation) `go version` decides.
  const answer =
    `go version ${goversion} ${goos}/${goarch}` === expected ? expected : await askVersion({ ...options, bin }, signal);
  const told = options.isPrivate === true ? withoutSuffix(answer) : answer;
  if (told !== expected) throw failure('VERSION.MISMATCH', { subject: bin, evidence: { expected, got: answer.slice(0, 200) } });
  refuseGopath(settings);
  const own = isSamePath(goroot, root) ? goroot : await ownGoroot(options, bin, signal);
  return {
    bin,
    gopath: firstOfList(gopath, platform.goos),
    foreignGoroot: goroot === '' || isSamePath(goroot, own) ? undefined : goroot,
  };
}

/** Names only, in one call: the full `go env` runs the C compiler on a fresh machine, which takes 70 ms, and each call takes 5. */
const NAMES = ['GOVERSION', 'GOHOSTOS', 'GOHOSTARCH', 'GOROOT', 'GOPATH'] as const;

async function askVersion(options: CheckOptions & { readonly bin: string }, signal: AbortSignal): Promise<string> {
  const { bin, env } = options;
  return succeeded(bin, await runGo(options, { bin, args: ['version'], env: isolated(env) }, signal)).trim();
}

/** The one setting of the user's that every go command checks, and ends by (cmd/go, main): relative, or with a `~` that no shell has read. */
function refuseGopath({ exitCode, stderr }: ExecResult): void {
  const refusal = exitCode === 0 ? undefined : /^go: GOPATH entry .*$/mu.exec(stderr)?.[0];
  if (refusal === undefined) return;
  throw failure('GO.ENV', {
    subject: 'GOPATH',
    message: 'Every go command refuses GOPATH',
    evidence: { 'standard error': refusal.slice(0, 300) },
    fixes: [{ title: 'Make it an absolute path, or remove it', kind: 'setting', text: 'GOPATH=/absolute/path', risk: 'none' }],
  });
}

/** `go version go1.25.3-1 X:boringcrypto linux/amd64` without the suffix and the experiments. */
function withoutSuffix(answer: string): string {
  return answer.replace(/^(go version go[^\s-]+)(?:-\S+)?(?: X:\S+)?(?= \S+$)/u, '$1');
}

/** Without the user's settings: with links in the path, Go names the same directory otherwise than we do. */
async function ownGoroot(options: CheckOptions, bin: string, signal: AbortSignal): Promise<string> {
  const told = await runGo(options, { bin, args: ['env', 'GOROOT'], env: isolated(options.env) }, signal);
  return succeeded(bin, told).trim();
}

/** In its own root, so that no go.mod or go.work of the job takes part. */
function runGo(
  { exec, root }: CheckOptions,
  command: { readonly bin: string; readonly args: readonly string[]; readonly env: Env },
  signal: AbortSignal,
): Promise<ExecResult> {
  const { bin, args, env } = command;
  return exec.run({ file: bin, args, env, cwd: root, timeoutMs: LIMITS.execMs }, signal);
}

function succeeded(bin: string, { exitCode, stdout, stderr }: ExecResult): string {
  if (exitCode === 0) return stdout;
  throw failure('GO.NOT_RUNNABLE', { subject: bin, evidence: { 'exit code': exitCode, 'standard error': stderr.slice(0, 300) } });
}

/** GOROOT would make it use another tree; GOTOOLCHAIN could make it run, or even download, another Go. */
function withoutGoroot(env: Env): Env {
  return { ...env, GOROOT: undefined, GOTOOLCHAIN: 'local' };
}

/** Nothing of the user's Go settings: a broken GOFLAGS, GOPATH or go env file is no fault of the installation. */
function isolated(env: Env): Env {
  return { ...withoutGoroot(env), GOFLAGS: undefined, GOPATH: undefined, GOENV: 'off' };
}

/** GOPATH is a list; what `go install` makes goes into the first. */
function firstOfList(text: string, goos: string): string | undefined {
  const first = text.split(goos === 'windows' ? ';' : ':')[0];
  return first === undefined || first === '' ? undefined : first;
}

/** By spelling: separators, a separator at the end, and on Windows also letter case, make no difference. */
export function isSamePath(a: string, b: string): boolean {
  return normalised(a) === normalised(b);
}

function normalised(path: string): string {
  const isWindows = /^(?:[a-z]:|\\\\)/iu.test(path);
  const plain = (isWindows ? path.replaceAll('\\', '/').toLowerCase() : path).replace(/\/+/gu, '/');
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

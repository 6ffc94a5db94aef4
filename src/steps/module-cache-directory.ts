import { delimiter, join } from 'node:path';
import { Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Context } from './context.ts';

/**
 * Where the module cache is: GOMODCACHE, else what the Go on PATH says (which knows the file of `go env -w`), else below GOPATH or the
 * home directory, as Go's defaults are. Throws GO.ENV where nothing tells, or the signal's reason.
 */
export async function moduleCacheDirectory({ machine }: Pick<Context, 'machine'>, signal: AbortSignal): Promise<string> {
  const { env } = machine;
  const named = env['GOMODCACHE'] || (await askGo(machine, signal));
  if (named) return named;
  const gopath = env['GOPATH']?.split(delimiter)[0];
  const home = env['HOME'] ?? env['USERPROFILE'];
  const base = gopath || (home && join(home, 'go'));
  if (!base)
    throw failure('GO.ENV', { subject: 'GOMODCACHE', evidence: { reason: 'neither GOMODCACHE nor GOPATH nor HOME is set' } });
  return join(base, 'pkg', 'mod');
}

/** In the root directory, so that no go.mod of the job takes part. A Go that gives no answer is no reason to fail. */
async function askGo({ exec, env }: Context['machine'], signal: AbortSignal): Promise<string | undefined> {
  const file = await exec.find('go');
  if (file === undefined) return undefined;
  try {
    const command = { file, args: ['env', 'GOMODCACHE'], env: { ...env, GOTOOLCHAIN: 'local' }, timeoutMs: LIMITS.goEnvMs };
    const answer = await exec.run(command, signal);
    return answer.exitCode === 0 ? answer.stdout.trim() : undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Context } from './context.ts';

/**
 * What the Go on PATH says a setting is (`go env NAME`), without switching to another toolchain. It is a convenience only: undefined
 * when there is no Go on PATH, or when it fails or takes too long. Throws the signal's reason.
 */
export async function askGoOnPath(
  { exec, env }: Pick<Context['machine'], 'exec' | 'env'>,
  name: 'GOPROXY' | 'GOMODCACHE',
  signal: AbortSignal,
): Promise<string | undefined> {
  const file = await exec.find('go');
  if (file === undefined) return undefined;
  const command = { file, args: ['env', name], env: { ...env, GOTOOLCHAIN: 'local' }, timeoutMs: LIMITS.goEnvMs };
  try {
    const answer = await exec.run(command, signal);
    return answer.exitCode === 0 ? answer.stdout.trim() : undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

import { Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { goDirectories } from '../policy/go-directories.ts';
import { readGoSettings } from '../policy/go-settings.ts';
import { readSettingsFiles } from '../probes/go-settings-files.ts';
import type { Context } from './context.ts';

/**
 * Where the module cache is: GOMODCACHE, else what the Go on PATH says, else what one would say: the file of `go env -w` counts, and
 * Go's defaults below GOPATH or the home directory. Throws GO.ENV where nothing tells, or the signal's reason.
 */
export async function moduleCacheDirectory({ machine }: Pick<Context, 'machine'>, signal: AbortSignal): Promise<string> {
  const { env, files, platform } = machine;
  const { os } = platform;
  const told = env['GOMODCACHE'] || (await askGo(machine, signal));
  if (told) return told;
  const settings = readGoSettings({ env, ...(await readSettingsFiles(files, { env, os, root: undefined })) });
  const directory = goDirectories({ env, os, settings }).find(({ name }) => name === 'GOMODCACHE');
  if (directory !== undefined) return directory.value;
  throw failure('GO.ENV', { subject: 'GOMODCACHE', evidence: { reason: 'neither GOMODCACHE nor GOPATH nor HOME is set' } });
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

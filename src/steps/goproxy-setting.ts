import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { readGoEnvFile } from '../domain/goenv.ts';
import { LIMITS } from '../domain/limits.ts';
import { installedRoots } from '../install/tool-store.ts';
import type { Files } from '../ports/machine.ts';
import type { Context } from './context.ts';

/**
 * The text of GOPROXY: from the environment, else what the Go on PATH says, else what the newest Go of the tool cache would say.
 * The latter is read from its configuration, not asked: nothing of the tool cache is executed before it is proved. Undefined when
 * nobody has set it. A file or a Go that gives no answer is no reason to fail.
 */
export async function goproxySetting(context: Context, signal: AbortSignal): Promise<string | undefined> {
  const { env } = context.machine;
  return env['GOPROXY']?.trim() || (await askGoOnPath(context, signal)) || (await readConfiguration(context));
}

async function askGoOnPath({ machine }: Context, signal: AbortSignal): Promise<string | undefined> {
  const { exec, env } = machine;
  const file = await exec.find('go');
  if (file === undefined) return undefined;
  const command = { file, args: ['env', 'GOPROXY'], env: { ...env, GOTOOLCHAIN: 'local' }, timeoutMs: LIMITS.goEnvMs };
  try {
    const answer = await exec.run(command, signal);
    return answer.exitCode === 0 ? answer.stdout.trim() : undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** As `go env` reads it: the user's file first, then go.env of the installation. */
async function readConfiguration(context: Context): Promise<string | undefined> {
  const { machine, platform } = context;
  const [newest] = installedRoots(machine.toolCache, platform);
  if (newest === undefined) return undefined;
  for (const path of [userFile(context), join(newest, 'go.env')]) {
    const value = path === undefined ? undefined : await readVariable(machine.files, path);
    if (value) return value;
  }
  return undefined;
}

async function readVariable(files: Files, path: string): Promise<string | undefined> {
  try {
    if ((await files.stat(path))?.kind !== 'file') return undefined;
    return readGoEnvFile((await files.read(path, LIMITS.versionFileBytes)).toString('utf8'), 'GOPROXY')?.trim();
  } catch (error) {
    // Another user's file, say: Go itself would only complain when it is started.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** GOENV, else the file of `go env -w` (os.UserConfigDir in the Go source). */
function userFile({ machine }: Context): string | undefined {
  const { env, platform } = machine;
  if (env['GOENV']) return env['GOENV'] === 'off' ? undefined : env['GOENV'];
  const home = env['HOME'];
  if (platform.os === 'win32') return env['APPDATA'] && join(env['APPDATA'], 'go', 'env');
  if (platform.os === 'darwin') return home && join(home, 'Library', 'Application Support', 'go', 'env');
  const config = env['XDG_CONFIG_HOME'] || (home && join(home, '.config'));
  return config && join(config, 'go', 'env');
}

import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { installedRoots } from '../install/tool-store.ts';
import { readGoSetting } from '../policy/go-settings.ts';
import { readSettingsFiles } from '../probes/go-settings-files.ts';
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
async function readConfiguration({ machine, platform }: Context): Promise<string | undefined> {
  const { env, files } = machine;
  const [newest] = installedRoots(machine.toolCache, platform);
  if (newest === undefined) return undefined;
  const { user, root } = await readSettingsFiles(files, { env, os: machine.platform.os, root: newest });
  return readGoSetting('GOPROXY', { env: {}, user, root })?.value.trim();
}

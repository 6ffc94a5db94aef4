import { installedRoots } from '../install/tool-store.ts';
import { readGoSetting } from '../policy/go-settings.ts';
import { readSettingsFiles } from '../probes/go-settings-files.ts';
import { askGoOnPath } from './ask-go.ts';
import type { Context } from './context.ts';

/**
 * The text of GOPROXY: from the environment, else what the Go on PATH says, else what the newest Go of the tool cache would say.
 * The latter is read from its configuration, not asked: nothing of the tool cache is executed before it is proved. Undefined when
 * nobody has set it. A file or a Go that gives no answer is no reason to fail.
 */
export async function goproxySetting(context: Context, signal: AbortSignal): Promise<string | undefined> {
  const { env } = context.machine;
  return env['GOPROXY']?.trim() || (await askGoOnPath(context.machine, 'GOPROXY', signal)) || (await readConfiguration(context));
}

/** As `go env` reads it: the user's file first, then go.env of the installation. */
async function readConfiguration({ machine, platform }: Context): Promise<string | undefined> {
  const { env, files } = machine;
  const [newest] = installedRoots(machine.toolCache, platform);
  if (newest === undefined) return undefined;
  const { user, root } = await readSettingsFiles(files, { env, os: machine.platform.os, root: newest });
  return readGoSetting('GOPROXY', { env: {}, user, root })?.value.trim();
}

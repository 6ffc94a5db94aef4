import { failure } from '../domain/failure.ts';
import { goDirectories } from '../policy/go-directories.ts';
import { readGoSettings } from '../policy/go-settings.ts';
import { readSettingsFiles } from '../probes/go-settings-files.ts';
import { askGoOnPath } from './ask-go.ts';
import type { Context } from './context.ts';

/**
 * Where the module cache is: GOMODCACHE, else what the Go on PATH says, else what one would say: the file of `go env -w` counts, and
 * Go's defaults below GOPATH or the home directory. Throws GO.ENV where nothing tells, or the signal's reason.
 */
export async function moduleCacheDirectory({ machine }: Pick<Context, 'machine'>, signal: AbortSignal): Promise<string> {
  const { env, files, platform } = machine;
  const { os } = platform;
  const told = env['GOMODCACHE'] || (await askGoOnPath(machine, 'GOMODCACHE', signal));
  if (told) return told;
  const settings = readGoSettings({ env, ...(await readSettingsFiles(files, { env, os, root: undefined })) });
  const directory = goDirectories({ env, os, settings }).find(({ name }) => name === 'GOMODCACHE');
  if (directory !== undefined) return directory.value;
  throw failure('GO.ENV', { subject: 'GOMODCACHE', evidence: { reason: 'neither GOMODCACHE nor GOPATH nor HOME is set' } });
}

import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { type SettingSources, type SettingsFile, userSettingsFile } from '../policy/go-settings.ts';
import type { Env, Files } from '../ports/machine.ts';

/** The file of `go env -w` and go.env below a GOROOT, as far as they can be read; cmd/go ignores what it cannot read, too. */
export async function readSettingsFiles(
  files: Pick<Files, 'read'>,
  place: { readonly env: Env; readonly os: string; readonly root: string | undefined },
): Promise<Pick<SettingSources, 'user' | 'root'>> {
  const { env, os } = place;
  const goroot = env['GOROOT'] || place.root;
  const [user, root] = await Promise.all([
    readSettings(files, userSettingsFile(env, os)),
    readSettings(files, goroot === undefined ? undefined : `${goroot}/go.env`),
  ]);
  return { user, root };
}

async function readSettings(files: Pick<Files, 'read'>, file: string | undefined): Promise<SettingsFile | undefined> {
  if (file === undefined) return undefined;
  try {
    return { file, text: (await files.read(file, LIMITS.versionFileBytes)).toString('utf8') };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

import { resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { EnvironmentFacts, GoSetting } from '../domain/project-facts.ts';
import { flagValue, readGoFlags } from '../policy/go-flags.ts';
import type { Files } from '../ports/machine.ts';

/** The file that -modfile in GOFLAGS names, as one row; none without the flag. Relative to the directory that is looked at. */
export async function observeModfile(
  files: Pick<Files, 'stat' | 'realPath'>,
  place: { readonly settings: Readonly<Record<string, GoSetting>>; readonly directory: string },
): Promise<EnvironmentFacts['files']> {
  const file = flagValue(readGoFlags(place.settings['GOFLAGS']?.value ?? ''), 'modfile');
  if (file === undefined || file === '') return [];
  const row = { name: '-modfile', file, sizeBytes: 0 };
  try {
    const real = await files.realPath(resolve(place.directory, file));
    const stat = real === undefined ? undefined : await files.stat(real);
    return stat?.kind === 'file' ? [{ ...row, sizeBytes: stat.sizeBytes }] : [{ ...row, problem: 'unreadable' }];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ ...row, problem: 'unreadable' }];
  }
}

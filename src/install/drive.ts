import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Env, Files } from '../ports/machine.ts';
import type { Place } from './place.ts';

/** How the machine is known to be a hosted one: the rule of setup-go v7 (utils.ts, isSelfHosted). */
function isHosted(env: Env): boolean {
  if (env['RUNNER_ENVIRONMENT'] !== undefined) return env['RUNNER_ENVIRONMENT'] === 'github-hosted';
  return env['AGENT_ISSELFHOSTED'] === '0';
}

/**
 * Where a tree is really put. Hosted Windows runners have their tool cache on the slow system drive and a fast empty drive beside
 * it, so there the tree goes to `D:`, and a link stands at the place (setup-go does the same: installing took 1 to 3 minutes,
 * actions/setup-go #55, #240). The place itself everywhere else, and where a real directory stands: that one is an image's own.
 */
export async function homeOf(
  place: Place,
  machine: { readonly files: Files; readonly env: Env; readonly os: string },
): Promise<Place> {
  const { files, env, os } = machine;
  if (os !== 'win32' || files.link === undefined || !isHosted(env) || !/^c:/iu.test(place.root)) return place;
  for (const drive of ['C:\\', 'D:\\']) if ((await files.stat(drive)) === undefined) return place;
  if ((await files.stat(place.root))?.kind === 'directory') return place;
  const move = (path: string): string => path.replace(/^c:/iu, 'D:');
  return {
    ...place,
    root: move(place.root),
    parent: move(place.parent),
    marker: move(place.marker),
    lock: move(place.lock),
    receipt: move(place.receipt),
    seal: move(place.seal),
    ownParents: place.ownParents.map(move),
  };
}

/**
 * Makes the links that lead from a place to its home: a junction for the tree, a link for the marker, and a copy of the receipt.
 * Links that stand there already are no failure (setup-go ends with EEXIST, #550). Throws FS.*.
 */
export async function linkHome(place: Place, home: Place, files: Files): Promise<void> {
  await files.makeDirectory(place.parent);
  await putLink(files, { target: home.root, path: place.root, kind: 'directory' });
  if ((await files.stat(home.receipt)) !== undefined)
    await files.write(place.receipt, await files.read(home.receipt, LIMITS.receiptBytes));
  try {
    await putLink(files, { target: home.marker, path: place.marker, kind: 'file' });
  } catch (error) {
    // Only some users may make links to files on Windows; whoever looks for the marker only asks whether it is there.
    if (!(error instanceof Failure)) throw error;
    await files.write(place.marker, '');
  }
}

async function putLink(files: Files, link: Parameters<NonNullable<Files['link']>>[0]): Promise<void> {
  if ((await files.link?.(link)) !== false) return;
  // What stands there leads elsewhere, or nowhere.
  await files.remove(link.path);
  await files.link?.(link);
}

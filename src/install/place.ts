import { basename, dirname, join } from 'node:path';
import type { Platform } from '../domain/platform.ts';
import { type GoVersion, versionSemver } from '../domain/version.ts';

/**
 * Where one Go lives, and what stands beside it. Everything is in one directory, so on one file system: publishing is
 * one rename.
 */
export interface Place {
  /** GOROOT. */
  readonly root: string;
  /** The directory that holds all of these. */
  readonly parent: string;
  /** Empty file that says "complete": the convention of @actions/tool-cache. It proves nothing. */
  readonly marker: string;
  readonly lock: string;
  /** What proves the tree without asking anybody again. */
  readonly receipt: string;
  /** What tells that the tree is still the one that was proved (seal.ts). */
  readonly seal: string;
  /** Names of unfinished and of discarded trees begin so. */
  readonly stagePrefix: string;
  readonly trashPrefix: string;
  /** Of files by which it is tried whether one may write here, and of those that say who takes over a lock. */
  readonly probePrefix: string;
  readonly claimPrefix: string;
  /** Directories above `parent` that may have been made for it, innermost first, and may go when they are empty. */
  readonly ownParents: readonly string[];
}

/** `<toolCache>/go/<semver>/<arch>`: interchangeable with setup-go and the runner images. */
export function toolCachePlace(options: {
  readonly toolCache: string;
  readonly version: GoVersion;
  readonly platform: Pick<Platform, 'cacheArch'>;
}): Place {
  return toolPlace({ ...options, tool: 'go', name: versionSemver(options.version) });
}

/** `<toolCache>/<tool>/<name>/<arch>`, for builds that are not those of the Go project. */
export function toolPlace(options: {
  readonly toolCache: string;
  readonly tool: string;
  readonly name: string;
  readonly platform: Pick<Platform, 'cacheArch'>;
}): Place {
  const tool = join(options.toolCache, options.tool);
  const version = join(tool, options.name);
  return placeAt(join(version, options.platform.cacheArch), [version, tool]);
}

/** A directory that the user named. What belongs to it stands beside it, under its name. */
export function destinationPlace(directory: string): Place {
  return placeAt(directory, []);
}

function placeAt(path: string, ownParents: readonly string[]): Place {
  // Without a separator at its end: `/opt/go/` would put its neighbours inside.
  const root = join(dirname(path), basename(path));
  return {
    root,
    parent: dirname(root),
    marker: `${root}.complete`,
    lock: `${root}.lock`,
    receipt: `${root}.setup-go-robust.json`,
    seal: `${root}.setup-go-robust.seal`,
    stagePrefix: `${basename(root)}.stage-`,
    trashPrefix: `${basename(root)}.trash-`,
    probePrefix: `${basename(root)}.probe-`,
    claimPrefix: `${basename(root)}.lock.break-`,
    ownParents,
  };
}

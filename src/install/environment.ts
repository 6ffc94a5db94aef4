import { join } from 'node:path';
import { GOTOOLCHAIN_MARKER, userGotoolchain } from '../domain/gotoolchain.ts';
import type { Inputs } from '../domain/inputs.ts';
import { compareVersions, type GoVersion } from '../domain/version.ts';
import type { EnvChange } from '../ports/host.ts';
import type { Env } from '../ports/machine.ts';
import { isSamePath } from './check.ts';

/** Since 1.9 the go command finds its own root (Go 1.9 release notes, "The go tool: Automatic GOROOT"); setup-go has the same rule. */
const FINDS_ITS_ROOT: GoVersion = { major: 1, minor: 9, patch: 0 };

export interface EnvironmentOptions {
  readonly root: string;
  /** First entry of GOPATH; undefined when there is none. */
  readonly gopath: string | undefined;
  readonly version: GoVersion;
  /** The environment of the job. */
  readonly env: Env;
  readonly gotoolchain: Inputs['gotoolchain'];
  /** See check.ts. */
  readonly foreignGoroot?: string | undefined;
}

/**
 * What the steps after us must get, in the order in which it is applied. PATH as setup-go leaves it: `<gopath>/bin` in
 * front of `<root>/bin`. GOROOT only when it is needed: for a Go that cannot find itself, or when a GOROOT that leads to
 * another Go is set, for then the compiler and the standard library of two versions would meet (actions/setup-go #107,
 * #235, #252). GOTOOLCHAIN: `keep` leaves a value of the user, else `local`, so that the Go that was proved is the one
 * that runs; what we set is marked as ours for the next step of this action (domain/gotoolchain.ts).
 */
export function environmentFor(options: EnvironmentOptions): readonly EnvChange[] {
  const { root, gopath, env, gotoolchain } = options;
  const changes: EnvChange[] = [];
  if (needsGoroot(options)) changes.push({ kind: 'set', name: 'GOROOT', value: root });
  if (gotoolchain !== 'keep' || userGotoolchain(env) === undefined) {
    const value = gotoolchain === 'keep' ? 'local' : gotoolchain;
    changes.push({ kind: 'set', name: 'GOTOOLCHAIN', value }, { kind: 'set', name: GOTOOLCHAIN_MARKER, value });
  }
  changes.push({ kind: 'prepend-path', value: join(root, 'bin') });
  if (gopath !== undefined) changes.push({ kind: 'prepend-path', value: join(gopath, 'bin') });
  return changes;
}

function needsGoroot({ root, version, env, foreignGoroot }: EnvironmentOptions): boolean {
  if (compareVersions(version, FINDS_ITS_ROOT) < 0 || foreignGoroot !== undefined) return true;
  const current = env['GOROOT'] ?? '';
  return current !== '' && !isSamePath(current, root);
}

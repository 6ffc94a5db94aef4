import type { Finding } from '../domain/finding.ts';
import { type Platform, platformOfRelease } from '../domain/platform.ts';
import type { GoVersion } from '../domain/version.ts';
import type { CheckedToolchain } from '../install/check.ts';
import { destinationPlace, type Place, toolCachePlace } from '../install/place.ts';
import type { Context } from './context.ts';

/** A proved Go at its place. */
export interface Provided {
  readonly version: GoVersion;
  readonly root: string;
  readonly from: 'tool-cache' | 'download' | 'path';
  /** What it is, where that differs from what the context says: Rosetta, a Go on PATH. */
  readonly platform?: Platform;
  /** Where the tree lies, if not where placeFor says. */
  readonly place?: Place;
  /** Version with the suffix of a private build, such as `1.25.3-1`. */
  readonly name?: string;
  /** Its first run, where that has begun already. */
  readonly checked?: Promise<CheckedToolchain>;
}

/** No source had it. `exists`: somebody who is believed knows this release. */
export interface NotProvided {
  readonly findings: readonly Finding[];
  readonly exists: boolean;
}

export function placeFor(context: Context, version: GoVersion): Place {
  const { destination, machine, platform } = context;
  if (destination !== undefined) return destinationPlace(destination);
  return toolCachePlace({ toolCache: machine.toolCache.directory, version, platform: platformOfRelease(platform, version) });
}

/** The context of one release: an old one may be for another architecture than the machine (domain/platform.ts). */
export function forRelease(context: Context, version: GoVersion): Context {
  return { ...context, platform: platformOfRelease(context.platform, version) };
}

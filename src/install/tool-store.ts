import { join } from 'node:path';
import { LIMITS } from '../domain/limits.ts';
import type { Platform } from '../domain/platform.ts';
import { compareVersions, parseGoVersion } from '../domain/version.ts';
import type { Files, ToolCache } from '../ports/machine.ts';
import { type Place, toolCachePlace } from './place.ts';

/** A Go that stands at its place. Nothing of it is proved: hash it before it is used. */
export interface StoredEntry {
  readonly root: string;
  /** Whether the marker of the tool cache is there. */
  readonly isMarked: boolean;
  /** Whether the go program is there: a marked entry without it is what a killed copy leaves. */
  readonly hasGo: boolean;
  /** First line of VERSION, such as `go1.26.8`; undefined without one. */
  readonly versionLine: string | undefined;
  /** Undefined when there is none. */
  readonly receipt: Buffer | undefined;
}

/** What stands at the place; undefined when there is nothing, or nothing but an empty directory. Throws FS.*. */
export async function findEntry(place: Place, files: Files): Promise<StoredEntry | undefined> {
  const stat = await files.stat(place.root);
  // A link too: hosted Windows runners keep the tree on another drive and a junction here.
  if (stat === undefined || (stat.kind !== 'directory' && stat.kind !== 'symlink')) return undefined;
  const names = await files.list(place.root);
  if (names.length === 0) return undefined;
  const programs = await files.list(join(place.root, 'bin'));
  const version = names.includes('VERSION')
    ? await readSmall(join(place.root, 'VERSION'), LIMITS.goVersionBytes, files)
    : undefined;
  return {
    root: place.root,
    isMarked: (await files.stat(place.marker)) !== undefined,
    hasGo: programs.includes('go') || programs.includes('go.exe'),
    versionLine: version?.toString('utf8').split(/\r?\n/u, 1)[0],
    receipt: await readSmall(place.receipt, LIMITS.receiptBytes, files),
  };
}

/** GOROOT of every entry of the tool cache that is marked complete for the platform, newest first. None of them is proved. */
export function installedRoots(toolCache: ToolCache, platform: Pick<Platform, 'cacheArch'>): readonly string[] {
  return toolCache
    .versions('go', platform.cacheArch)
    .flatMap(name => parseGoVersion(name) ?? [])
    .sort((a, b) => compareVersions(b, a))
    .map(version => toolCachePlace({ toolCache: toolCache.directory, version, platform }).root);
}

/** Undefined when it is missing or larger than its kind can be. */
async function readSmall(path: string, maxBytes: number, files: Files): Promise<Buffer | undefined> {
  const stat = await files.stat(path);
  return stat?.kind === 'file' && stat.sizeBytes <= maxBytes ? files.read(path, maxBytes) : undefined;
}

/** Marks an entry whose tree was proved, and keeps what proved it. The marker comes last. Throws FS.*. */
export async function markComplete(place: Place, receipt: string | undefined, files: Files): Promise<void> {
  if (receipt !== undefined) await files.write(place.receipt, receipt);
  await files.write(place.marker, '');
}

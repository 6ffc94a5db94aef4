import type { GoSum } from '../domain/gosum.ts';

/** Go writes the time of use of an entry only when the known one is older than that (cmd/go/internal/cache, mtimeInterval). */
const USE_RECORDED_AFTER_MS = 60 * 60 * 1_000;

/**
 * Whether an entry of the build cache was used, or made, since the cache was restored. Go sets the time of an entry that it uses
 * when that time is more than an hour old; a younger one tells nothing and counts as used.
 */
export function isBuildEntryUsed(mtimeMs: number, restoredAtMs: number): boolean {
  return mtimeMs >= restoredAtMs - USE_RECORDED_AFTER_MS;
}

/** One removable part of the module cache: an unpacked module, its zip, or its go.mod and info. */
export interface ModulePart {
  /** `path@version`, unescaped. */
  readonly module: string;
  readonly kind: 'tree' | 'zip' | 'mod';
  /** Absolute. */
  readonly path: string;
}

/**
 * Whether a part of the module cache is still wanted: a go.sum of the project names it, or this job brought it (a tool of
 * `go install`), for what a job downloads it needs.
 */
export function isModuleWanted(part: ModulePart & { readonly mtimeMs: number }, sum: GoSum, restoredAtMs: number): boolean {
  if (part.mtimeMs >= restoredAtMs || sum.zips.has(part.module)) return true;
  return part.kind === 'mod' && sum.mods.has(part.module);
}

import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { parseJsonObject } from '../domain/json-object.ts';
import { LIMITS } from '../domain/limits.ts';
import type { ListedRelease } from '../domain/source.ts';
import { type GoVersion, parseGoVersion, versionText } from '../domain/version.ts';
import { newestFirst } from '../policy/select-version.ts';
import type { Clock, Files } from '../ports/machine.ts';

/** What a complete list said some time ago: that these releases exist, and nothing about their content. */
export interface KeptListing {
  /** Newest first; without files. */
  readonly releases: readonly ListedRelease[];
  /** Milliseconds since 1970. */
  readonly readAtMs: number;
  /** Since then; at most LIMITS.keptListingMs. */
  readonly ageMs: number;
}

/** The last complete version list, kept for runs that can read none (stale-if-error, RFC 5861, 4). */
export interface ListingStore {
  /** Undefined when there is none that can be used: missing, damaged, from the future, or too old. Throws nothing of the disk. */
  read(): Promise<KeptListing | undefined>;
  /** Replaces what is kept, atomically. A directory that cannot be written is no error: then nothing is kept. */
  keep(releases: readonly Pick<ListedRelease, 'version' | 'stable'>[]): Promise<void>;
}

export interface ListingStoreOptions {
  /** Its own: other things in it are left alone. Made when it is needed. */
  readonly directory: string;
  readonly files: Pick<Files, 'stat' | 'read' | 'write' | 'rename' | 'remove' | 'list' | 'makeDirectory'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly randomName: () => string;
  /** False: `keep` does nothing. */
  readonly isWritable: boolean;
}

const FILE = 'versions.json';
/** Name of the format of that file. */
const SCHEMA = 'setup-go-robust/versions@1';

export function createListingStore(options: ListingStoreOptions): ListingStore {
  return {
    read: () => forgiving(() => read(options), undefined),
    keep: async releases => {
      if (options.isWritable && releases.length > 0) await forgiving(() => keep(options, releases), undefined);
    },
  };
}

/** A tool cache may be read-only, full, or another user's: the list is a convenience, and no run fails for it. */
async function forgiving<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) return otherwise;
    throw error;
  }
}

async function read({ directory, files, clock }: ListingStoreOptions): Promise<KeptListing | undefined> {
  const path = join(directory, FILE);
  const stat = await files.stat(path);
  if (stat?.kind !== 'file' || stat.sizeBytes > LIMITS.keptListingBytes) return undefined;
  const kept = parseKeptListing(await files.read(path, LIMITS.keptListingBytes));
  if (kept === undefined) return undefined;
  const ageMs = clock.now() - kept.readAtMs;
  return ageMs < 0 || ageMs > LIMITS.keptListingMs ? undefined : { ...kept, ageMs };
}

async function keep(options: ListingStoreOptions, releases: Parameters<ListingStore['keep']>[0]): Promise<void> {
  const { directory, files, clock } = options;
  await files.makeDirectory(directory);
  const fresh = join(directory, `${FILE}.${options.randomName()}`);
  try {
    await files.write(fresh, keptListingText(releases, clock.now()), { exclusive: true });
    await files.rename(fresh, join(directory, FILE));
  } catch (error) {
    // The disk is full, say: what was written of it goes, and the older list stays.
    await files.remove(fresh).catch(() => undefined);
    throw error;
  }
  await sweep(options);
}

/** What a run left that was killed between the write and the rename. */
async function sweep({ directory, files, clock }: ListingStoreOptions): Promise<void> {
  for (const name of await files.list(directory)) {
    if (!name.startsWith(`${FILE}.`)) continue;
    const stat = await files.stat(join(directory, name));
    if (stat !== undefined && clock.now() - stat.mtimeMs > LIMITS.stagingMaxAgeMs) await files.remove(join(directory, name));
  }
}

/** The newest LIMITS.keptReleaseCount releases as JSON text with a final line feed. */
export function keptListingText(releases: Parameters<ListingStore['keep']>[0], nowMs: number): string {
  const newest = newestFirst(releases).slice(0, LIMITS.keptReleaseCount);
  const names = (isStable: boolean): readonly string[] =>
    newest.filter(({ stable }) => stable === isStable).map(({ version }) => versionText(version));
  const listing = { schema: SCHEMA, readAt: new Date(nowMs).toISOString(), stable: names(true), unstable: names(false) };
  return `${JSON.stringify(listing)}\n`;
}

/** Strictly: anything that we would not have written is undefined, whatever its bytes are. Never throws. */
export function parseKeptListing(bytes: Uint8Array): Omit<KeptListing, 'ageMs'> | undefined {
  if (bytes.length > LIMITS.keptListingBytes) return undefined;
  const { schema, readAt, stable, unstable } = parseJsonObject(Buffer.from(bytes).toString('utf8')) ?? {};
  if (schema !== SCHEMA || typeof readAt !== 'string') return undefined;
  const readAtMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(readAt) ? Date.parse(readAt) : Number.NaN;
  const known = versionsOf(stable);
  const early = versionsOf(unstable);
  if (Number.isNaN(readAtMs) || known === undefined || early === undefined) return undefined;
  const releases = [
    ...known.map(version => ({ version, stable: true, files: [] })),
    ...early.map(version => ({ version, stable: false, files: [] })),
  ];
  return releases.length > LIMITS.keptReleaseCount ? undefined : { releases: newestFirst(releases), readAtMs };
}

/** Undefined when one of the names is no version. */
function versionsOf(names: unknown): readonly GoVersion[] | undefined {
  if (!Array.isArray(names)) return undefined;
  const versions = names.map((name: unknown) => (typeof name === 'string' ? parseGoVersion(name) : undefined));
  return versions.every(version => version !== undefined) ? versions : undefined;
}

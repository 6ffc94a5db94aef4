import { failure } from '../domain/failure.ts';
import type { Expectation } from '../domain/proof.ts';
import type { ListedFile } from '../domain/source.ts';
import { compareVersions, type GoVersion, parseGoVersion } from '../domain/version.ts';

/** Name of the format of data/releases.json, which scripts/update-releases.mjs writes. */
const TABLE_SCHEMA = 'setup-go-robust/releases@1';
const MAX_TABLE_BYTES = 4 * 1_024 * 1_024;
/**
 * A hash vouches for a file only when so many public lists agree on it: hand-kept lists hold copying errors (eight in one
 * of them), so that a single one may neither prove nor accuse.
 */
const CONFIRMING_LISTS = 2;

/** One archive of a release as the table knows it. */
export interface TableFile extends ListedFile {
  readonly sha256: string;
  /** How many public lists carry this hash. */
  readonly listCount: number;
}

/** Hashes of released archives that were shipped with this program. Works without a network; ends at our release day. */
export interface ReleaseTable {
  /** Day of the facts, `2026-11-21`. */
  readonly date: string;
  /** Newest first. */
  readonly knownVersions: readonly GoVersion[];
  /** Archives of a release; empty when it is not known. */
  files(version: GoVersion): readonly TableFile[];
  /** What an archive of this name must hash to; undefined when it is unknown, or only one list has it. */
  expectation(fileName: string): Expectation | undefined;
}

/** `linux-amd64 <sha256> <lists>` and the size where it is known. */
const ROW_PATTERN = '([a-z0-9]{1,20})-([a-z0-9]{1,20}) ([0-9a-f]{64}) ([1-9]\\d?)(?: ([1-9]\\d{0,9}))?';
const ROW = new RegExp(`^${ROW_PATTERN}$`, 'u');
const ROWS = new RegExp(`^${ROW_PATTERN}(?:;${ROW_PATTERN})*$`, 'u');

/**
 * Reads the shipped table, strictly: it is data, and a cut or edited file must not shrink what is checked. The rows of a release are
 * taken apart when they are asked for: a run needs one of thousands. Throws LIST.MALFORMED, `files` and `expectation` too where one
 * release names an archive twice.
 */
export function parseReleaseTable(bytes: Uint8Array): ReleaseTable {
  const table = parseTable(bytes);
  const releases = new Map<string, { readonly name: string; readonly rows: string }>();
  const versions: GoVersion[] = [];
  for (const [name, rows] of Object.entries(table.releases)) {
    const version = name.startsWith('go') ? parseGoVersion(name) : undefined;
    if (version === undefined || typeof rows !== 'string' || !ROWS.test(rows)) throw malformed(name);
    if (releases.has(versionKey(version))) throw malformed(name);
    releases.set(versionKey(version), { name, rows });
    versions.push(version);
  }
  const files = (version: GoVersion): readonly TableFile[] => {
    const release = releases.get(versionKey(version));
    return release === undefined ? [] : parseRows(release.name, release.rows);
  };
  return {
    date: table.date,
    knownVersions: versions.sort((a, b) => compareVersions(b, a)),
    files,
    expectation: fileName => {
      const version = parseGoVersion(/^go\d+(?:\.\d+)*(?:[a-z]+\d+)?(?=\.)/u.exec(fileName)?.[0] ?? '');
      const file = version === undefined ? undefined : files(version).find(each => each.fileName === fileName);
      return expectationOf(file, table.date);
    },
  };
}

function expectationOf(file: TableFile | undefined, date: string): Expectation | undefined {
  if (file === undefined || file.listCount < CONFIRMING_LISTS) return undefined;
  return {
    kind: 'release-table',
    over: 'file',
    fileName: file.fileName,
    value: file.sha256,
    root: `release table of ${date}`,
    detail: `${file.listCount} public lists agree`,
  };
}

function versionKey({ major, minor, patch, prerelease }: GoVersion): string {
  return [major, minor, patch, prerelease?.kind, prerelease?.number].join('.');
}

function parseRows(release: string, rows: string): readonly TableFile[] {
  const files = rows.split(';').map(row => parseRow(release, row));
  if (new Set(files.map(({ fileName }) => fileName)).size < files.length) throw malformed(release);
  return files;
}

function parseRow(release: string, row: string): TableFile {
  const match = ROW.exec(row);
  const [, goos = '', arch = '', sha256 = '', lists = '', size] = match ?? [];
  if (match === null) throw malformed(`${release}: ${row.slice(0, 100)}`);
  return {
    fileName: `${release}.${goos}-${arch}.${goos === 'windows' ? 'zip' : 'tar.gz'}`,
    goos,
    // File names at go.dev spell 32-bit ARM on Linux so; Go's own name is arm.
    goarch: arch === 'armv6l' ? 'arm' : arch,
    sha256,
    listCount: Number(lists),
    ...(size === undefined ? {} : { sizeBytes: Number(size) }),
  };
}

function parseTable(bytes: Uint8Array): { readonly date: string; readonly releases: object } {
  if (bytes.length > MAX_TABLE_BYTES) throw malformed(`${bytes.length} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw malformed('JSON', error);
  }
  const table = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const { schema, date, releases } = table;
  const isTable = schema === TABLE_SCHEMA && typeof date === 'string' && /^\d{4}-\d\d-\d\d$/u.test(date);
  if (!isTable || typeof releases !== 'object' || releases === null || Array.isArray(releases)) throw malformed('shape');
  return { date, releases };
}

function malformed(where: string, cause?: unknown): Error {
  return failure('LIST.MALFORMED', { subject: 'release table', evidence: { where } }, cause);
}

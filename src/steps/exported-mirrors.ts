import { fetchBytes } from '../acquire/exchange.ts';
import { joinAddress, splitUserinfo } from '../domain/address.ts';
import { Failure, failure } from '../domain/failure.ts';
import { aboutSource, type Finding } from '../domain/finding.ts';
import { LIMITS, LISTING_PHASES } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { withoutEcho } from '../policy/echo.ts';
import { EXPORT_FILES, type ExportedIndex, parseSums, type Sums } from '../sources/exported.ts';
import { parseGoListing } from '../sources/go-listing.ts';
import { sha256Of } from '../verify/sha256.ts';
import type { Context } from './context.ts';
import { pathOf } from './local-path.ts';

/** A directory that `mirror export` wrote, as `sources` names it. */
export interface ExportedMirror {
  /** As it is written in `sources`. */
  readonly spec: string;
  /** Address of the directory itself. */
  readonly base: string;
  readonly authorization?: string;
  readonly index: ExportedIndex;
}

/** What was opened, and what is wrong with others: nothing of those may be used. */
export interface ExportedMirrors {
  readonly mirrors: readonly ExportedMirror[];
  readonly refused: readonly { readonly spec: string; readonly finding: Finding }[];
}

const INDEX_NAME = /\/index\.json$/u;

/**
 * Looks which of the sources are exported directories: a directory of this machine that holds index.json, and an address over http that
 * names it (`https://host/go/index.json`), so that no other server is asked for a file that it does not have. An index that differs from
 * its own sum (MIRROR.CHANGED), or that cannot be understood (LIST.MALFORMED), refuses the directory. Throws FS.*.
 */
export async function openExportedMirrors(context: Context, signal: AbortSignal): Promise<ExportedMirrors> {
  const mirrors: ExportedMirror[] = [];
  const refused: { readonly spec: string; readonly finding: Finding }[] = [];
  for (const spec of context.inputs.sources) {
    if (spec.kind !== 'base') continue;
    try {
      const mirror = await openOne(context, spec.url, signal);
      if (mirror !== undefined) mirrors.push(mirror);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure) || error.code.startsWith('FS.')) throw error;
      refused.push({ spec: spec.url, finding: aboutSource(error.finding, redactUrl(spec.url)) });
    }
  }
  return { mirrors, refused };
}

async function openOne(context: Context, spec: string, signal: AbortSignal): Promise<ExportedMirror | undefined> {
  const isFile = /^file:/iu.test(spec);
  if (!isFile && (!INDEX_NAME.test(spec) || context.inputs.offline)) return undefined;
  const token = context.inputs.sourceToken;
  const bearer = isFile || token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { url, ...authorization } = { ...splitUserinfo(spec.replace(INDEX_NAME, '')), ...bearer };
  const place = { base: url, ...authorization };
  try {
    return await openAt(context, { spec, place }, signal);
  } catch (error) {
    throw error instanceof Failure ? withoutEcho(error, { url, ...authorization }) : error;
  }
}

async function openAt(
  context: Context,
  { spec, place }: { readonly spec: string; readonly place: Pick<ExportedMirror, 'base' | 'authorization'> },
  signal: AbortSignal,
): Promise<ExportedMirror | undefined> {
  const index = await readExported(context, { place, name: EXPORT_FILES.index, maxBytes: LIMITS.listingBytes }, signal);
  if (index === undefined) return undefined;
  const written = await readExported(context, { place, name: EXPORT_FILES.sums, maxBytes: LIMITS.listingBytes }, signal);
  const sums: Sums = written === undefined ? new Map() : parseSums(written, EXPORT_FILES.sums);
  checkSum(sums, EXPORT_FILES.index, index);
  return { spec, ...place, index: { releases: parseGoListing(index, EXPORT_FILES.index), sums } };
}

/**
 * A small file of an exported directory; undefined when there is none. Throws FS.*, and the codes of an exchange for one behind a
 * server.
 */
export async function readExported(
  { machine }: Context,
  file: { readonly place: Pick<ExportedMirror, 'base' | 'authorization'>; readonly name: string; readonly maxBytes: number },
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const { base, ...authorization } = file.place;
  const url = joinAddress(base, file.name);
  const path = pathOf(url);
  if (path !== undefined) {
    return (await machine.files.stat(path)) === undefined ? undefined : machine.files.read(path, file.maxBytes);
  }
  if (/^file:/iu.test(url)) return undefined;
  const limits = { phases: LISTING_PHASES, maxBytes: file.maxBytes, totalMs: LIMITS.metadataBodyMs };
  try {
    return (await fetchBytes(machine, { url, ...authorization, ...limits }, signal)).bytes;
  } catch (error) {
    if (error instanceof Failure && error.code === 'HTTP.NOT_FOUND') return undefined;
    throw error;
  }
}

/** Throws MIRROR.CHANGED when the sums know the file with another content. */
export function checkSum(sums: Sums, name: string, bytes: Uint8Array): void {
  const got = sha256Of(bytes);
  const expected = sums.get(name);
  if (expected !== undefined && expected !== got) throw changed(name, { expected, got });
}

export function changed(name: string, { expected, got }: { readonly expected: string; readonly got: string }): Failure {
  return failure('MIRROR.CHANGED', {
    subject: name,
    evidence: { file: name, [`expected by ${EXPORT_FILES.sums}`]: expected, got },
  });
}

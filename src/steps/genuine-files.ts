import { Failure } from '../domain/failure.ts';
import type { Evidence } from '../domain/finding.ts';
import type { Candidate } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';
import { createTreeSink } from '../install/tree-sink.ts';
import { orderCandidates } from '../policy/order-sources.ts';
import { judge } from '../verify/judge.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import type { Proofs } from './proofs.ts';
import type { Sources } from './sources.ts';
import { openSilently } from './teams.ts';

/** Path below GOROOT to the SHA-256 of the file. */
export type FileHashes = Map<string, string>;

/** A report names so many files, and counts the rest. */
const NAMED_FILE_COUNT = 200;

/**
 * Which files differ from what was published: the genuine archive is streamed from a source, proved, and compared file by file;
 * nothing of it is written. One piece of evidence for each file; a last one says why, when no genuine archive could be had.
 */
export async function differences(
  context: Context,
  work: { readonly version: GoVersion; readonly sources: Sources; readonly proofs: Proofs; readonly files: FileHashes },
  signal: AbortSignal,
): Promise<readonly Evidence[]> {
  const { sources, version, files } = work;
  const candidates = orderCandidates({ sources: sources.archives, version, platform: context.platform, silent: new Set() });
  const reasons: string[] = [];
  for (const candidate of candidates.filter(({ url }) => !url.startsWith('file:'))) {
    try {
      return compare(files, await readGenuine(context, { ...work, candidate }, signal));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      reasons.push(`${candidate.sourceId}: ${error.code}`);
    }
  }
  return [{ name: 'differing files', value: `not known, for no genuine archive could be read (${reasons.join(', ')})` }];
}

async function readGenuine(
  context: Context,
  work: { readonly version: GoVersion; readonly proofs: Proofs; readonly candidate: Candidate },
  signal: AbortSignal,
): Promise<FileHashes> {
  const { files } = context.machine;
  const { candidate, proofs, version } = work;
  const hashes: FileHashes = new Map();
  const sink = createTreeSink({
    writer: files.tree,
    directory: undefined,
    layout: candidate.layout,
    moduleName: moduleName(version, context.platform),
    writeUnproven: false,
    onFile: (path, sha256) => void hashes.set(path, sha256),
  });
  const spoolPath = `${context.workspace}/.setup-go-robust-${context.machine.randomName()}`;
  const { measuredArchive, unpack } = await import('../install/unpack.ts');
  const bytes = openSilently(context, candidate, signal);
  try {
    const signatureHashes = () => proofs.signatureHashes?.(candidate) ?? [];
    const unpacked = await unpack({ bytes, format: candidate.format, sink, files, spoolPath, signatureHashes }, signal);
    const verdict = judge(measuredArchive(unpacked), await proofs.ofArchive(candidate));
    if (verdict.refused !== undefined) throw new Failure([verdict.refused]);
    return hashes;
  } finally {
    bytes.close();
  }
}

function compare(got: FileHashes, genuine: FileHashes): readonly Evidence[] {
  const all: Evidence[] = [];
  for (const path of [...new Set([...got.keys(), ...genuine.keys()])].sort()) {
    const name = !genuine.has(path) ? 'added' : got.has(path) ? 'changed' : 'missing';
    if (got.get(path) !== genuine.get(path)) all.push({ name, value: path });
  }
  const rest = all.length - NAMED_FILE_COUNT;
  return rest > 0 ? [...all.slice(0, NAMED_FILE_COUNT), { name: 'and more files', value: String(rest) }] : all;
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openLocalArchive } from '../acquire/local-archive.ts';
import { Failure } from '../domain/failure.ts';
import { aboutSource, type Finding } from '../domain/finding.ts';
import type { Proof } from '../domain/proof.ts';
import type { Candidate } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';
import { createTreeSink } from '../install/tree-sink.ts';
import type { Unpacked } from '../install/unpack.ts';
import { isContentFault } from '../policy/fault.ts';
import { moduleFileName } from '../sources/exported.ts';
import { archiveFileName, archiveFormat } from '../sources/file-name.ts';
import { judge } from '../verify/judge.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import { changed } from './exported-mirrors.ts';
import type { Proofs } from './proofs.ts';

/** An archive in the directory of an export, proved in this run. */
export interface StandingArchive {
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly proof: Proof;
}

interface Place {
  readonly directory: string;
  readonly version: GoVersion;
  readonly proofs: Proofs;
  /** What the last export wrote down of the file. */
  readonly sums: ReadonlyMap<string, string>;
}

/** Both names that the archive of a release may have here. */
function archiveNames({ platform }: Context, version: GoVersion): readonly [release: string, module: string] {
  return [archiveFileName(version, platform), moduleFileName(version, platform)];
}

/**
 * Proves the archive of a release that an earlier export left, by all its bytes. One that is not what was published, or not what was
 * exported, is told and removed. Undefined when none stands there that can be proved now. Throws FS.*, or the signal's reason.
 */
export async function proveStandingArchive(
  context: Context,
  place: Place,
  signal: AbortSignal,
): Promise<{ readonly archive: StandingArchive | undefined; readonly isReplaced: boolean }> {
  const { files } = context.machine;
  const [releaseName, moduleArchive] = archiveNames(context, place.version);
  let isReplaced = false;
  for (const fileName of [releaseName, moduleArchive]) {
    const path = join(place.directory, fileName);
    if ((await files.stat(path))?.kind !== 'file') continue;
    const layout = fileName === moduleArchive ? 'module' : 'release';
    const format = layout === 'module' ? 'zip' : archiveFormat(context.platform);
    const candidate: Candidate = { sourceId: fileName, url: pathToFileURL(path).href, fileName, format, layout };
    const judged = await judgeArchive(context, { ...place, path, candidate }, signal);
    if ('archive' in judged) return { archive: judged.archive, isReplaced };
    // Nobody vouches for it now, which says nothing about the file.
    if (!isContentFault(judged.finding.code)) continue;
    isReplaced = true;
    context.emit({ type: 'finding', finding: { ...aboutSource(judged.finding, fileName), severity: 'warning' } });
    await files.remove(path);
  }
  return { archive: undefined, isReplaced };
}

async function judgeArchive(
  context: Context,
  work: Place & { readonly path: string; readonly candidate: Candidate },
  signal: AbortSignal,
): Promise<{ readonly archive: StandingArchive } | { readonly finding: Finding }> {
  const { candidate, sums, proofs } = work;
  const { fileName } = candidate;
  try {
    const { tree, sha256, fileCount, archiveBytes } = await measure(context, work, signal);
    const expected = sums.get(fileName);
    if (expected !== undefined && expected !== sha256) throw changed(fileName, { expected, got: sha256 });
    const verdict = judge({ tree, sha256, fileCount, sizeBytes: archiveBytes }, await proofs.ofArchive(candidate));
    if (verdict.accepted === undefined) return { finding: verdict.refused };
    return { archive: { fileName, sha256, sizeBytes: archiveBytes, proof: verdict.accepted } };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure) || error.code.startsWith('FS.')) throw error;
    return { finding: error.finding };
  }
}

async function measure(
  context: Context,
  { path, candidate, version }: { readonly path: string; readonly candidate: Candidate; readonly version: GoVersion },
  signal: AbortSignal,
): Promise<Unpacked> {
  const { files, relieve = () => undefined } = context.machine;
  const { layout, format } = candidate;
  const name = moduleName(version, context.platform);
  const sink = createTreeSink({ writer: files.tree, directory: undefined, layout, moduleName: name, writeUnproven: false });
  const { unpack } = await import('../install/unpack.ts');
  const bytes = await openLocalArchive({ files, path });
  return unpack({ bytes, format, sink, files, spoolPath: `${path}.spool`, relieve }, signal);
}

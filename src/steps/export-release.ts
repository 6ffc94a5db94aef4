import { join } from 'node:path';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { GoVersion } from '../domain/version.ts';
import type { Place } from '../install/place.ts';
import { removeOwned } from '../install/staging.ts';
import { isRefusal } from '../policy/fault.ts';
import { orderCandidates } from '../policy/order-sources.ts';
import { type ExportedArchive, receiptFileName, type Sums } from '../sources/exported.ts';
import { sha256OfStream } from '../verify/sha256.ts';
import { acquire } from './acquire.ts';
import { discardUnpublished, type Staged } from './attempt.ts';
import type { Context } from './context.ts';
import { exhausted, notServed } from './exhausted.ts';
import { exportSignature } from './export-signature.ts';
import { openProofs, type Proofs } from './proofs.ts';
import { forRelease, type NotProvided } from './provided.ts';
import type { Request } from './request.ts';
import type { Sources } from './sources.ts';
import { proveStandingArchive } from './standing-archive.ts';
import type { Heard } from './version-lists.ts';
import { withSpool } from './with-spool.ts';
import { writeWhole } from './write-whole.ts';

/** The directory of an export, under its lock, and who is asked. */
export interface ExportWork {
  readonly directory: string;
  /** For the lock, and for what is unfinished. */
  readonly place: Place;
  /** Of the last export. */
  readonly sums: Sums;
  readonly sources: Sources;
  readonly nextAttempt: () => number;
}

export interface ExportedRelease extends ExportedArchive {
  readonly how: 'added' | 'kept' | 'replaced';
  /** Undefined where the checksum database did not vouch for it. */
  readonly receipt: string | undefined;
  /** `<file>.asc`; undefined where there is none that is right. */
  readonly signature: Uint8Array | undefined;
}

/**
 * Puts the archive of a release and its receipt into the directory, or proves what stands there. When no source hands out the newest
 * match of a range, the next older one is taken, with a warning, as install does. Throws what install throws.
 */
export async function exportRelease(
  context: Context,
  work: ExportWork & Heard & { readonly request: Request; readonly versions: readonly GoVersion[] },
  signal: AbortSignal,
): Promise<ExportedRelease> {
  const { request, sources } = work;
  const failed: NotProvided[] = [];
  for (const version of work.versions.slice(0, LIMITS.fallbackVersionCount)) {
    const outcome = await exportVersion(forRelease(context, version), { ...work, version }, signal);
    if ('fileName' in outcome) return outcome;
    failed.push(outcome);
    const isServedNowhere = outcome.findings.some(({ code }) => isRefusal(code));
    if (!isServedNowhere || outcome.findings.some(({ code }) => code === 'VER.TAMPERED')) break;
    if (request.spec.kind !== 'exact') context.emit({ type: 'finding', finding: notServed(context, version, 'warning') });
  }
  throw await exhausted(context, { request, sources, failed }, signal);
}

async function exportVersion(
  context: Context,
  work: ExportWork & Heard & { readonly version: GoVersion },
  signal: AbortSignal,
): Promise<ExportedRelease | NotProvided> {
  const { version, directory } = work;
  const proofs = openProofs(context, work, signal);
  const standing = await proveStandingArchive(context, { ...work, proofs }, signal);
  const archive = standing.archive ?? (await fetchArchive(context, { ...work, proofs }, signal));
  if ('findings' in archive) return archive;
  context.emit({ type: 'proved', proof: archive.proof });
  const receipt = await proofs.receipt();
  const { fileName, sha256, sizeBytes } = archive;
  if (receipt !== undefined) {
    await writeWhole(context, join(directory, receiptFileName(version, context.platform)), receipt);
  }
  const how = standing.archive !== undefined ? 'kept' : standing.isReplaced ? 'replaced' : 'added';
  const candidate = candidatesFor(context, work).find(each => each.fileName === fileName);
  const beside = { directory, fileName, isKept: how === 'kept', sums: work.sums, candidate, release: work };
  const signature = await exportSignature(context, beside, signal);
  return { version, platform: context.platform, fileName, sha256, sizeBytes, how, receipt, signature };
}

function candidatesFor(
  { platform }: Context,
  work: ExportWork & Heard & { readonly version: GoVersion },
): ReturnType<typeof orderCandidates> {
  return orderCandidates({ ...work, sources: work.sources.archives, platform });
}

type Fetched = Omit<Required<Staged>['archive'], 'path'> & Pick<Staged, 'proof'>;

async function fetchArchive(
  context: Context,
  work: ExportWork & Heard & { readonly version: GoVersion; readonly proofs: Proofs },
  signal: AbortSignal,
): Promise<Fetched | NotProvided> {
  const { place, proofs } = work;
  const candidates = candidatesFor(context, work);
  return withSpool(context, {
    place,
    candidates,
    work: async spool => {
      const outcome = await acquire(context, { ...work, candidates, spool, keep: 'archive' }, signal);
      if ('findings' in outcome) {
        const isDecided = outcome.findings.length > 0 && !outcome.findings.some(({ code }) => isRefusal(code));
        return { findings: outcome.findings, exists: !isDecided && (await proofs.receipt()) !== undefined };
      }
      return discardUnpublished(context, outcome, publishArchive(context, { ...work, staged: outcome }));
    },
  });
}

/** One rename, of a file that was read back. Throws FS.IO where the disk holds something else than was written. */
async function publishArchive(
  context: Context,
  { directory, staged }: { readonly directory: string; readonly staged: Staged },
): Promise<Fetched> {
  const { files } = context.machine;
  const { archive, stage, proof } = staged;
  if (archive === undefined) throw new Error('an archive was to be kept, and was not');
  const { path, ...kept } = archive;
  // What is on the disk is what was proved, or the disk lies.
  const got = await sha256OfStream(files.stream(path));
  if (got !== kept.sha256)
    throw failure('FS.IO', { subject: kept.fileName, evidence: { written: kept.sha256, 'read back': got } });
  await files.rename(path, join(directory, kept.fileName));
  await removeOwned(stage.directory, files);
  return { ...kept, proof };
}

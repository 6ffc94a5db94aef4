import { Failure } from '../domain/failure.ts';
import type { Measured, Proof, SignatureHash } from '../domain/proof.ts';
import type { Candidate } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';
import { keepArchive } from '../install/keep-archive.ts';
import type { Place } from '../install/place.ts';
import type { Spool } from '../install/spool.ts';
import { createStage, removeOwned, type Stage } from '../install/staging.ts';
import { createTreeSink, type TreeSink } from '../install/tree-sink.ts';
import { isContentFault } from '../policy/fault.ts';
import { judge } from '../verify/judge.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import { changed } from './exported-mirrors.ts';
import type { Proofs } from './proofs.ts';
import type { Crowd } from './teams.ts';

/** One proved tree that waits to be published. */
export interface Staged {
  readonly stage: Stage;
  readonly proof: Proof;
  /** Paths in it that a seal covers (install/seal.ts). */
  readonly sealed: readonly string[];
  /** `h1:…` of what is staged; undefined where the archive as a whole was proved and nobody could vouch for the tree. */
  readonly tree: string | undefined;
  /** The archive itself, in the stage, where it was asked for. */
  readonly archive?: StagedArchive;
}

export interface StagedArchive {
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Removes a tree that could not be published. Why it could not is thrown, even where removing fails too. */
export async function discardUnpublished<T>({ machine }: Context, { stage }: Staged, publishing: Promise<T>): Promise<T> {
  try {
    return await publishing;
  } catch (error) {
    await removeOwned(stage.directory, machine.files).catch(() => undefined);
    throw error;
  }
}

export interface Target {
  readonly version: GoVersion;
  readonly place: Place;
  readonly proofs: Proofs;
  readonly spool: Spool;
  /** `archive`: the archive is kept in the stage, and its tree is only measured. Default: the tree. */
  readonly keep?: 'tree' | 'archive';
}

/** Sources that have answered, and one of them for what they have in common: file name, format and layout. */
interface Answered {
  readonly crowd: Crowd;
  readonly candidate: Candidate;
}

/**
 * Downloads, unpacks and proves one file in one pass. The proof is asked for meanwhile, and the download stops as soon as nobody
 * vouches for the file. Where the part that an earlier run kept on the disk may be what is wrong, or takes the room, all is done
 * once more without it, and no source is blamed. When it throws, no tree is left on the disk.
 */
export async function attempt(context: Context, work: Target & Answered, signal: AbortSignal): Promise<Staged> {
  const { crowd, spool } = work;
  const { keptBytes } = crowd;
  if (keptBytes > 0) context.emit({ type: 'kept-part', use: 'resumed', bytes: keptBytes });
  try {
    return await passOnce(context, work, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    const { code } = error;
    const isSuspect = code === 'BODY.CHANGED' || isContentFault(code);
    const isInTheWay = code === 'FS.NO_SPACE' && spool.heldBytes > 0;
    if (isSuspect) await spool.discard();
    if (isInTheWay) await spool.end();
    if (!isInTheWay && !(isSuspect && keptBytes > 0)) throw error;
    if (keptBytes > 0) context.emit({ type: 'kept-part', use: 'dropped', bytes: keptBytes, code });
    await crowd.restart();
    return passOnce(context, work, signal);
  }
}

async function passOnce(context: Context, work: Target & Answered, signal: AbortSignal): Promise<Staged> {
  const { machine } = context;
  const { candidate, crowd, place, proofs } = work;
  const unprovable = new AbortController();
  const proofsFound = proofs.ofArchive(candidate);
  proofsFound.catch((error: unknown) => unprovable.abort(error));
  const file = await proofs.ofFile(candidate);
  const stage = await createStage(place, machine);
  try {
    const sink = createTreeSink({
      writer: machine.files.tree,
      directory: work.keep === 'archive' ? undefined : stage.root,
      layout: candidate.layout,
      moduleName: moduleName(work.version, context.platform),
      writeUnproven: file !== undefined,
      wantsTree: () => proofs.wantsTree(file),
    });
    const signatureHashes = () => (file === undefined ? (proofs.signatureHashes?.(candidate) ?? []) : []);
    const passing = { ...work, sink, stage, signatureHashes };
    const { measured, sealed, archive } = await download(context, passing, AbortSignal.any([signal, unprovable.signal]));
    checkExported(candidate, measured);
    const verdict = judge(measured, await proofsFound);
    if (verdict.accepted === undefined) throw new Failure([verdict.refused]);
    if (!verdict.keepUnprovenFiles) sink.dropUnproven();
    crowd.end('accepted');
    return { stage, proof: verdict.accepted, tree: measured.tree, sealed, ...(archive && { archive }) };
  } catch (error) {
    await removeOwned(stage.directory, machine.files);
    throw naming(candidate, error);
  }
}

/** Adds the file name to a finding about wrong content of an exported directory. */
function naming({ exportedSha256, fileName }: Candidate, error: unknown): unknown {
  if (exportedSha256 === undefined || !(error instanceof Failure) || !isContentFault(error.code)) return error;
  const [first, ...rest] = error.findings;
  const evidence = [{ name: 'file', value: fileName }, ...first.evidence.filter(({ name }) => name !== 'file')];
  return new Failure([{ ...first, evidence }, ...rest], error);
}

/** A byte that no proof covers may differ too (the header of a gzip, the directory test); an exported file is refused for it. */
function checkExported({ fileName, exportedSha256 }: Candidate, { sha256 = '' }: Measured): void {
  if (exportedSha256 !== undefined && exportedSha256 !== sha256)
    throw changed(fileName, { expected: exportedSha256, got: sha256 });
}

async function download(
  { machine }: Context,
  work: Answered &
    Pick<Target, 'spool' | 'keep'> & {
      readonly stage: Stage;
      readonly sink: TreeSink;
      readonly signatureHashes: () => readonly SignatureHash[];
    },
  signal: AbortSignal,
): Promise<{ readonly measured: Measured } & Pick<Staged, 'sealed' | 'archive'>> {
  // Loaded while the answer comes: node:zlib takes milliseconds.
  const { measuredArchive, unpack } = await import('../install/unpack.ts');
  const { crowd, candidate, sink, stage, spool, signatureHashes } = work;
  const { files } = machine;
  const relieve = (): void => machine.relieve?.();
  const bytes = spool.through(crowd, candidate.fileName);
  const options = { format: candidate.format, sink, files, spoolPath: stage.spoolPath, signatureHashes, relieve };
  if (work.keep !== 'archive') {
    const unpacked = await unpack({ ...options, bytes }, signal);
    return { measured: measuredArchive(unpacked), sealed: unpacked.sealed };
  }
  const path = `${stage.spoolPath}.kept`;
  const kept = keepArchive(bytes, { path, writer: files.tree });
  try {
    const unpacked = await unpack({ ...options, bytes: kept }, signal);
    kept.finish();
    const { sha256, archiveBytes: sizeBytes, sealed } = unpacked;
    return { measured: measuredArchive(unpacked), sealed, archive: { path, fileName: candidate.fileName, sha256, sizeBytes } };
  } finally {
    kept.abandon();
  }
}

import { fileURLToPath } from 'node:url';
import { type OpenedArchive, openArchive } from '../acquire/archive-download.ts';
import { openLocalArchive } from '../acquire/local-archive.ts';
import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Measured, Proof } from '../domain/proof.ts';
import type { Candidate } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';
import type { Place } from '../install/place.ts';
import { createStage, type Stage } from '../install/staging.ts';
import { createTreeSink } from '../install/tree-sink.ts';
import { type Unpacked, unpack } from '../install/unpack.ts';
import { judge } from '../verify/judge.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import type { Proofs } from './proofs.ts';

/** One proved tree that waits to be published. */
export interface Staged {
  readonly stage: Stage;
  readonly proof: Proof;
  readonly archiveBytes: number;
  /** `h1:…` of what is staged. */
  readonly tree: string;
}

/** One candidate, its number, and who hears of all bytes that came of it so far. */
interface Attempt {
  readonly candidate: Candidate;
  readonly attempt: number;
  readonly onBytes: (receivedBytes: number) => void;
}

export interface Target {
  readonly version: GoVersion;
  readonly place: Place;
  readonly proofs: Proofs;
}

/**
 * Downloads, unpacks and proves one candidate in one pass. The proof is asked for meanwhile, and when nobody vouches for the
 * candidate the download stops at once. Throws the reason of its end; then nothing is left on the disk.
 */
export async function attemptCandidate(context: Context, work: Target & Attempt, signal: AbortSignal): Promise<Staged> {
  const { machine } = context;
  const { candidate, place, proofs } = work;
  const unprovable = new AbortController();
  const proofsFound = proofs.ofArchive(candidate);
  proofsFound.catch((error: unknown) => unprovable.abort(error));
  const writeUnproven = (await proofs.ofFile(candidate)) !== undefined;
  const stage = await createStage(place, machine);
  try {
    const name = moduleName(work.version, context.platform);
    const sink = createTreeSink({
      writer: machine.files.tree,
      directory: stage.root,
      layout: candidate.layout,
      moduleName: name,
      writeUnproven,
    });
    const measured = await download(context, { ...work, sink, stage }, AbortSignal.any([signal, unprovable.signal]));
    const verdict = judge(measuredArchive(measured), await proofsFound);
    if (verdict.accepted === undefined) throw new Failure([verdict.refused]);
    if (!verdict.keepUnprovenFiles) sink.dropUnproven();
    return { stage, proof: verdict.accepted, archiveBytes: measured.archiveBytes, tree: measured.tree };
  } catch (error) {
    await machine.files.remove(stage.directory);
    throw error;
  }
}

async function download(
  context: Context,
  work: Attempt & { readonly stage: Stage; readonly sink: Parameters<typeof unpack>[0]['sink'] },
  signal: AbortSignal,
): Promise<Unpacked> {
  const { files } = context.machine;
  const archive = await open(context, work, signal);
  try {
    const { format } = work.candidate;
    return await unpack({ bytes: archive, format, sink: work.sink, files, spoolPath: work.stage.spoolPath }, signal);
  } finally {
    archive.close();
  }
}

async function open(context: Context, { candidate, attempt, onBytes }: Attempt, signal: AbortSignal): Promise<OpenedArchive> {
  const { emit, machine } = context;
  if (candidate.url.startsWith('file:')) return openLocalArchive({ files: machine.files, path: fileURLToPath(candidate.url) });
  let size: number | undefined;
  let lastMs = machine.clock.monotonic();
  return openArchive(
    {
      wire: machine,
      candidate,
      onAnswer: ({ sizeBytes, facts }) => {
        size ??= sizeBytes;
        emit({ type: 'attempt-answered', attempt, facts, ...(size === undefined ? {} : { sizeBytes: size }) });
      },
      onBytes: bytes => {
        onBytes(bytes);
        const nowMs = machine.clock.monotonic();
        if (nowMs - lastMs < LIMITS.progressMs) return;
        lastMs = nowMs;
        emit({ type: 'attempt-progress', attempt, bytes, ...(size === undefined ? {} : { sizeBytes: size }) });
      },
    },
    signal,
  );
}

function measuredArchive(unpacked: Unpacked): Measured {
  const { tree, sha256, fileCount, archiveBytes } = unpacked;
  return { tree, sha256, fileCount, sizeBytes: archiveBytes };
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, failure } from '../domain/failure.ts';
import type { SignedExpectation } from '../domain/proof.ts';
import type { Candidate } from '../domain/source.ts';
import type { Sums } from '../sources/exported.ts';
import { sha256OfStream } from '../verify/sha256.ts';
import { signedHash } from '../verify/signed-hash.ts';
import type { Context } from './context.ts';
import { changed } from './exported-mirrors.ts';
import type { Release } from './proofs.ts';
import { openSignatures, type Signatures } from './signatures.ts';
import { writeWhole } from './write-whole.ts';

/** An archive that was proved and stands in the directory of an export. */
export interface Beside {
  readonly directory: string;
  readonly fileName: string;
  /** It was there before this run. */
  readonly isKept: boolean;
  /** What the last export wrote down. */
  readonly sums: Sums;
  /** Where it could be fetched. */
  readonly candidate: Candidate | undefined;
  readonly release: Release;
}

/**
 * Puts the signature of the Go project beside an archive (`<file>.asc`), so that the other side can prove by it too. It is written only when
 * it is right for these bytes; a wrong one, or one of an unknown key, is a warning, and none stands there then. That of an archive which was
 * there is kept, and nobody is asked, nor where the last export found none; one that was changed since, or lost, is asked for anew.
 * Returns its bytes; undefined where no source has one, which is no fault. Throws FS.*, or the signal's reason.
 */
export async function exportSignature(context: Context, beside: Beside, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const { files } = context.machine;
  const { directory, fileName, release } = beside;
  if (!fileName.endsWith('.tar.gz')) return undefined;
  const path = join(directory, fileName);
  const isThere = (await files.stat(`${path}.asc`))?.kind === 'file';
  const asked = await places(context, { ...beside, path, isThere });
  const signatures = openSignatures(context, release, signal);
  for (const each of asked) {
    const asc = await rightSignature(context, { path, fileName, signatures, candidate: each }, signal);
    if (asc === undefined) continue;
    await writeWhole(context, `${path}.asc`, asc);
    return asc;
  }
  if (isThere) await files.remove(`${path}.asc`);
  return undefined;
}

/** Who is asked, in order. */
async function places(
  { machine, emit }: Context,
  { fileName, isKept, sums, candidate, path, isThere }: Beside & { readonly path: string; readonly isThere: boolean },
): Promise<readonly Candidate[]> {
  const name = `${fileName}.asc`;
  const sources = candidate === undefined ? [] : [candidate];
  if (!isKept) return sources;
  // An export that was killed knows of neither.
  if (!isThere) return sums.has(name) || !sums.has(fileName) ? sources : [];
  const here = standing(path, fileName);
  const expected = sums.get(name);
  const got = await sha256OfStream(machine.files.stream(`${path}.asc`));
  if (expected === undefined || expected === got) return [here, ...sources];
  emit({ type: 'finding', finding: { ...changed(name, { expected, got }).finding, severity: 'warning' } });
  return [...sources, here];
}

/** What is wrong with a signature says nothing about the archive, which was proved before. */
async function rightSignature(
  context: Context,
  work: Pick<Candidate, 'fileName'> & { readonly path: string; readonly signatures: Signatures; readonly candidate: Candidate },
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const { path, fileName, signatures, candidate } = work;
  try {
    const found = await signatures.of(candidate);
    if (found.expectation === undefined) return undefined;
    await compare(context, path, found.expectation);
    return found.asc;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure) || !error.code.startsWith('PGP.')) throw error;
    context.emit({ type: 'finding', finding: { ...error.finding, subject: `${fileName}.asc`, severity: 'warning' } });
    return undefined;
  }
}

function standing(path: string, fileName: string): Candidate {
  return { sourceId: 'this directory', url: pathToFileURL(path).href, fileName, format: 'tar.gz', layout: 'release' };
}

/** Throws PGP.BAD_SIGNATURE where it is of other bytes. */
async function compare({ machine }: Context, path: string, expected: SignedExpectation): Promise<void> {
  const got = await signedHash(machine.files.stream(path), expected);
  if (got === expected.value) return;
  throw failure('PGP.BAD_SIGNATURE', { subject: expected.fileName, evidence: { expected: expected.value, got } });
}

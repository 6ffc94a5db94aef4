import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, failure } from '../domain/failure.ts';
import type { SignedExpectation } from '../domain/proof.ts';
import type { Candidate } from '../domain/source.ts';
import { signedHash } from '../verify/signed-hash.ts';
import type { Context } from './context.ts';
import type { Release } from './proofs.ts';
import { openSignatures, type Signatures } from './signatures.ts';
import { writeWhole } from './write-whole.ts';

/** An archive that was proved and stands in the directory of an export. */
export interface Beside {
  readonly directory: string;
  readonly fileName: string;
  /** It was there before this run: then a source is asked only where the signature that stands there is wrong. */
  readonly isKept: boolean;
  /** Where it could be fetched. */
  readonly candidate: Candidate | undefined;
  readonly release: Release;
}

/**
 * Puts the signature of the Go project beside an archive (`<file>.asc`), so that the other side can prove by it too. It is written only when
 * it is right for these bytes; a wrong one, or one of an unknown key, is a warning, and none stands there then. Returns its bytes; undefined
 * where no source has one, which is no fault. Throws FS.*, or the signal's reason.
 */
export async function exportSignature(context: Context, beside: Beside, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const { files } = context.machine;
  const { directory, fileName, isKept, candidate, release } = beside;
  if (!fileName.endsWith('.tar.gz')) return undefined;
  const path = join(directory, fileName);
  const isThere = (await files.stat(`${path}.asc`))?.kind === 'file';
  const sources = candidate === undefined ? [] : [candidate];
  const asked = !isKept ? sources : isThere ? [standing(path, fileName), ...sources] : [];
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

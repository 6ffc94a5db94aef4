import { basename, resolve } from 'node:path';
import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { judge } from '../verify/judge.ts';
import { parseBundle, readSigned, readSigningKey } from '../verify/sigstore-bundle.ts';
import { type Context, inPhase } from './context.ts';
import { pinned } from './proofs.ts';
import { readSignatureWishes } from './signature-wishes.ts';

/** A file that is read once, and then proved. */
export interface SignedFile {
  update(chunk: Uint8Array): void;
  /** Throws SIG.*. */
  prove(): SignedBy;
}

export interface SignedBy {
  /** Of the file, lower-case hex. */
  readonly sha256: string;
  /** Who vouches, as a proof names it. */
  readonly root: string;
  readonly detail: string;
}

/**
 * `verify PATH --signature FILE`: proves a file of the user's own, such as a private build of Go, by the Sigstore bundle that
 * `cosign sign-blob --bundle FILE` wrote, with `--key` and the public key alone, or by who signed it (keyless-file.ts). No packet leaves.
 * Throws INPUT.INVALID, SIG.*, FS.*, ARC.LIMIT, VER.CHECKSUM_PIN.
 */
export async function verifySignature(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { files } = context.machine;
  const wishes = readSignatureWishes(context);
  const at = (name: string): string => resolve(context.workspace, name);
  const path = at(context.operands[0] ?? '.');
  const fileName = basename(path);
  const bundle = await files.read(at(wishes.signature), LIMITS.signatureBundleBytes);
  const file =
    wishes.key === undefined
      ? await (await import('./keyless-file.ts')).openKeyless(context, { ...wishes, bundle, fileName })
      : openKeyed({
          bundle,
          fileName,
          key: await files.read(at(wishes.key), LIMITS.publicKeyBytes),
          keyName: basename(wishes.key),
        });
  const sizeBytes = await readThrough(context, { path, file }, signal);
  const { sha256, root, detail } = file.prove();
  comparePin(context, { sha256, sizeBytes, fileName });
  context.emit({ type: 'proved', proof: { kind: 'sigstore-bundle', root, value: `sha256:${sha256}`, detail } });
  return 'ok';
}

interface Keyed {
  readonly bundle: Uint8Array;
  readonly fileName: string;
  readonly key: Uint8Array;
  readonly keyName: string;
}

function openKeyed({ bundle, fileName, key, keyName }: Keyed): SignedFile {
  const parsed = parseBundle(bundle);
  const signing = readSigningKey(key);
  const reading = readSigned(signing, fileName);
  const detail = `${signing.algorithm} signature by the key sha256:${signing.fingerprint}`;
  return { update: reading.update, prove: () => ({ sha256: reading.prove(parsed), root: `key ${keyName}`, detail }) };
}

/** Returns the size in bytes. */
async function readThrough(
  context: Context,
  { path, file }: { readonly path: string; readonly file: SignedFile },
  signal: AbortSignal,
): Promise<number> {
  const { files } = context.machine;
  const stat = await files.stat((await files.realPath(path)) ?? path);
  if (stat?.kind !== 'file') throw failure('FS.NOT_FOUND', { subject: path, evidence: { problem: 'a signature covers a file' } });
  if (stat.sizeBytes > LIMITS.archiveBytes) {
    throw failure('ARC.LIMIT', { subject: basename(path), evidence: { bytes: stat.sizeBytes, limit: LIMITS.archiveBytes } });
  }
  let sizeBytes = 0;
  await inPhase(context, 'check', async () => {
    for await (const chunk of files.stream(path)) {
      signal.throwIfAborted();
      file.update(chunk);
      sizeBytes += chunk.length;
    }
  });
  return sizeBytes;
}

/** What the user pins is compared whatever else proves the file. */
function comparePin(
  { inputs }: Context,
  file: { readonly sha256: string; readonly sizeBytes: number; readonly fileName: string },
): void {
  if (inputs.checksum === undefined) return;
  const { sha256, sizeBytes, fileName } = file;
  const verdict = judge({ tree: undefined, sha256, sizeBytes, fileCount: 1 }, [pinned(inputs.checksum, fileName)]);
  if (verdict.refused !== undefined) throw new Failure([verdict.refused]);
}

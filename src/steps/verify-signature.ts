import { basename, resolve } from 'node:path';
import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { judge } from '../verify/judge.ts';
import { parseBundle, readSigned, readSigningKey } from '../verify/sigstore-bundle.ts';
import { type Context, inPhase } from './context.ts';
import { pinned } from './proofs.ts';

/**
 * `verify PATH --signature FILE --key FILE`: proves a file of the user's own, such as a private build of Go, by the Sigstore bundle
 * that `cosign sign-blob --key … --bundle FILE` wrote, and the public key alone. No packet leaves. Throws INPUT.INVALID, SIG.*, FS.*,
 * ARC.LIMIT, VER.CHECKSUM_PIN.
 */
export async function verifySignature(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { files } = context.machine;
  const at = (name: string): string => resolve(context.workspace, name);
  const path = at(context.operands[0] ?? '.');
  const bundle = parseBundle(await files.read(at(optionOf(context, 'signature')), LIMITS.signatureBundleBytes));
  const keyName = optionOf(context, 'key');
  const key = readSigningKey(await files.read(at(keyName), LIMITS.publicKeyBytes));
  const stat = await files.stat(path);
  if (stat?.kind !== 'file') throw failure('FS.NOT_FOUND', { subject: path, evidence: { problem: 'a signature covers a file' } });
  if (stat.sizeBytes > LIMITS.archiveBytes) {
    throw failure('ARC.LIMIT', { subject: basename(path), evidence: { bytes: stat.sizeBytes, limit: LIMITS.archiveBytes } });
  }
  const reading = readSigned(key, basename(path));
  let sizeBytes = 0;
  await inPhase(context, 'check', async () => {
    for await (const chunk of files.stream(path)) {
      signal.throwIfAborted();
      reading.update(chunk);
      sizeBytes += chunk.length;
    }
  });
  const sha256 = reading.prove(bundle);
  comparePin(context, { sha256, sizeBytes, fileName: basename(path) });
  const root = `key ${basename(keyName)}`;
  const detail = `${key.algorithm} signature by the key sha256:${key.fingerprint}`;
  context.emit({ type: 'proved', proof: { kind: 'sigstore-bundle', root, value: `sha256:${sha256}`, detail } });
  return 'ok';
}

function optionOf({ options }: Context, name: 'signature' | 'key'): string {
  const value = options[name];
  if (value) return value;
  const message = 'A signature is verified with its bundle and the public key';
  throw failure('INPUT.INVALID', {
    subject: `--${name}`,
    message,
    evidence: { form: 'verify PATH --signature FILE --key FILE' },
  });
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

import { basename, resolve } from 'node:path';
import { instantText } from '../domain/calendar.ts';
import { LIMITS } from '../domain/limits.ts';
import { parseKeyless } from '../verify/keyless-bundle.ts';
import { type ExpectedSigner, readKeyless } from '../verify/keyless-proof.ts';
import { readTrustedRoot, type Trusted } from '../verify/trusted-root.ts';
import type { Context } from './context.ts';
import type { SignedFile } from './verify-signature.ts';

/** A file with the bundle of a keyless signature, and who must have made it. */
export interface Keyless {
  readonly bundle: Uint8Array;
  readonly fileName: string;
  readonly expected: ExpectedSigner;
  /** As it was named; undefined: the one that is shipped, of the public Sigstore. */
  readonly trustedRoot: string | undefined;
}

/** Throws SIG.MALFORMED, SIG.UNSUPPORTED, SIG.TRUSTED_ROOT, FS.*. */
export async function openKeyless(context: Context, { bundle, fileName, expected, trustedRoot }: Keyless): Promise<SignedFile> {
  const parsed = parseKeyless(bundle);
  const trusted = await openRoot(context, trustedRoot);
  const reading = readKeyless(parsed, fileName);
  return {
    update: reading.update,
    prove() {
      const { sha256, identity, signedAtMs } = reading.prove(trusted, expected);
      const time = instantText(Math.floor(signedAtMs / 1_000));
      const what = parsed.hash === undefined ? 'provenance signed' : 'signed';
      const detail = `${what} at ${time}, vouched for by ${expected.issuer}, trusted root: ${trusted.name}`;
      return { sha256, root: identity, detail };
    },
  };
}

async function openRoot(context: Context, name: string | undefined): Promise<Trusted> {
  if (name === undefined) return readTrustedRoot(await context.readTrustedRoot(), 'shipped');
  const bytes = await context.machine.files.read(resolve(context.workspace, name), LIMITS.trustedRootBytes);
  return readTrustedRoot(bytes, basename(name));
}

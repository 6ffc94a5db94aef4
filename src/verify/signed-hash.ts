import { createHash } from 'node:crypto';
import type { SignedExpectation } from '../domain/proof.ts';

/** The hash of a file and what its signer added, as a signature covers it: lower-case hex, to compare with the expectation's value. */
export async function signedHash(
  chunks: AsyncIterable<Uint8Array>,
  { hash, trailer }: Pick<SignedExpectation, 'hash' | 'trailer'>,
): Promise<string> {
  const digest = createHash(hash);
  for await (const chunk of chunks) digest.update(chunk);
  return digest.update(trailer).digest('hex');
}

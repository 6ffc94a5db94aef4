import { createHash, type Hash } from 'node:crypto';
import type { SignatureHash } from '../domain/proof.ts';

/** Hashes of one archive while it passes by. */
export interface ArchiveDigests {
  update(chunk: Uint8Array): void;
  /** Lower-case hex; nothing may be added afterwards. */
  sha256(): string;
  /** Lower-case hex over the archive and these bytes (domain/proof.ts Measured); undefined for a hash that did not run. */
  signed(hash: SignatureHash, trailer: Uint8Array): string | undefined;
}

/** SHA-256 always runs. `others` is asked at the first chunk for what else may be needed: each costs as much again. */
export function createArchiveDigests(others: () => readonly SignatureHash[]): ArchiveDigests {
  let running: ReadonlyMap<SignatureHash, Hash> | undefined;
  const start = (): ReadonlyMap<SignatureHash, Hash> =>
    new Map([...new Set<SignatureHash>(['sha256', ...others()])].map(name => [name, createHash(name)] as const));
  const digest = (name: SignatureHash, trailer: Uint8Array): string | undefined => {
    running ??= start();
    return running.get(name)?.copy().update(trailer).digest('hex');
  };
  return {
    update(chunk) {
      running ??= start();
      for (const hash of running.values()) hash.update(chunk);
    },
    sha256: () => digest('sha256', new Uint8Array()) ?? '',
    signed: digest,
  };
}

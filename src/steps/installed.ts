import type { Proof } from '../domain/proof.ts';
import type { GoVersion } from '../domain/version.ts';
import type { Place } from '../install/place.ts';
import { isUnbroken, readSeal } from '../install/seal.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import type { Proofs } from './proofs.ts';

/** A release, where it should stand, and who may vouch for it. */
export interface StandingTarget {
  readonly place: Place;
  readonly version: GoVersion;
  readonly proofs: () => Promise<Proofs>;
  /** Called when the seal says that the go program and what it reads are as they were proved, before the rest is compared. */
  readonly onRunnable?: () => void;
}

export type StandingToolchain =
  | { readonly state: 'proved'; readonly proof: Proof }
  /** Something stands there that is not this release: it must be replaced. */
  | { readonly state: 'damaged' }
  /** Nobody can vouch for it now, and it may not be used. */
  | { readonly state: 'unproved' }
  | { readonly state: 'absent' };

/**
 * Proves the Go that stands at a place: by its seal, which takes milliseconds; else by the hash of every file, which its receipt
 * proves without a network, else by the checksum database. The proof is an event; a tree that differs from what was published is a
 * finding. Throws FS.*, or the signal's reason.
 */
export async function proveStanding(context: Context, target: StandingTarget, signal: AbortSignal): Promise<StandingToolchain> {
  const { version } = target;
  const proof = await sealedProof(context, { ...target, name: moduleName(version, context.platform) });
  if (proof === undefined) {
    const { proveTree } = await import('./standing-tree.ts');
    return proveTree(context, target, signal);
  }
  context.emit({ type: 'proved', proof });
  return { state: 'proved', proof };
}

/**
 * The proof that an earlier run sealed, if nothing of the tree was touched since. A pin is compared with the content itself, and so
 * is everything when the full proof is asked for.
 */
async function sealedProof(
  { machine, inputs }: Context,
  { place, name, onRunnable }: Pick<StandingTarget, 'place' | 'onRunnable'> & { readonly name: string },
): Promise<Proof | undefined> {
  if (inputs.checksum !== undefined || inputs.toolCacheProof === 'full') return undefined;
  const reader = machine.files.tree;
  const kept = await readSeal(place, name, machine.files);
  if (kept === undefined || !isUnbroken(kept, place.root, { reader, part: 'programs' })) return undefined;
  onRunnable?.();
  // While this is awaited, what onRunnable has started begins.
  const isMarked = (await machine.files.stat(place.marker)) !== undefined;
  if (!isMarked || !isUnbroken(kept, place.root, { reader, part: 'rest' })) return undefined;
  return { ...kept.proof, detail: `${kept.proof.detail}; sealed since` };
}

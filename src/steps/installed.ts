import { Failure } from '../domain/failure.ts';
import { finding } from '../domain/finding.ts';
import type { Expectation, Proof } from '../domain/proof.ts';
import type { GoVersion } from '../domain/version.ts';
import { versionText } from '../domain/version.ts';
import { hashInstalledTree } from '../install/installed-tree.ts';
import type { Place } from '../install/place.ts';
import { isUnbroken, makeSeal, readSeal, writeSeal } from '../install/seal.ts';
import { findEntry, markComplete, type StoredEntry } from '../install/tool-store.ts';
import { archiveFileName } from '../sources/file-name.ts';
import { judge } from '../verify/judge.ts';
import { readReceipt } from '../verify/receipt.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import type { Proofs } from './proofs.ts';

/** actions/go-versions adds this file to the archives that runner images and setup-go install. */
const FOREIGN_FILES = ['setup.sh'] as const;

export type StandingToolchain =
  | { readonly state: 'proved'; readonly proof: Proof }
  /** Something stands there that is not this release: it must be replaced. */
  | { readonly state: 'damaged' }
  /** Nobody can vouch for it now, and it may not be used. */
  | { readonly state: 'unproved' }
  | { readonly state: 'absent' };

/**
 * Proves the Go that stands at a place: by its seal, which takes milliseconds; else by the hash of every file, which its receipt proves without a network, else by the checksum database. The proof is an event; a
 * tree that differs from what was published is a finding. Throws FS.*, or the signal's reason.
 */
export async function proveStanding(
  context: Context,
  target: { readonly place: Place; readonly version: GoVersion; readonly proofs: () => Promise<Proofs> },
  signal: AbortSignal,
): Promise<StandingToolchain> {
  const { machine, platform, emit } = context;
  const { place, version } = target;
  const name = moduleName(version, platform);
  const sealed = await sealedProof(context, { place, name });
  if (sealed !== undefined) {
    emit({ type: 'proved', proof: sealed });
    return { state: 'proved', proof: sealed };
  }
  const entry = await findEntry(place, machine.files);
  if (entry === undefined) return { state: 'absent' };
  if (!(await pinIsPublished(context, version))) return { state: 'unproved' };
  const kept = keptExpectation(context, entry, name);
  const expectations = kept === undefined ? await askedExpectations(target, signal) : [kept];
  if (expectations === undefined) return { state: 'unproved' };
  const reader = machine.files.tree;
  const tree = await hashInstalledTree({ reader, root: entry.root, moduleName: name, ignore: FOREIGN_FILES }, signal);
  const verdict = judge(tree, expectations);
  if (verdict.accepted === undefined) {
    const evidence = Object.fromEntries(verdict.refused.evidence.map(({ name, value }) => [name, value]));
    emit({ type: 'finding', finding: finding('VER.CACHE_DAMAGED', { subject: versionText(version), evidence }) });
    return { state: 'damaged' };
  }
  const detail = kept === undefined ? verdict.accepted.detail : `${verdict.accepted.detail}; by the receipt kept beside it`;
  const proof = { ...verdict.accepted, detail };
  if (kept === undefined || !entry.isMarked) await adopt(context, target, kept === undefined);
  await seal(context, { place, version, proof: verdict.accepted, paths: tree.sealed });
  emit({ type: 'proved', proof });
  return { state: 'proved', proof };
}

/**
 * Whether a `sha256:` pin is that of the published archive of this release. A tree has no archive to compare a pin with; a pin that
 * the shipped table does not know means: download again, and compare.
 */
async function pinIsPublished(context: Context, version: GoVersion): Promise<boolean> {
  const pin = context.inputs.checksum;
  if (pin?.kind !== 'sha256') return true;
  const published = (await context.releaseTable())?.expectation(archiveFileName(version, context.platform));
  return published?.value === pin.hex;
}

/**
 * The proof that an earlier run sealed, if nothing of the tree was touched since. A pin is compared with the content itself, and so
 * is everything when the full proof is asked for.
 */
async function sealedProof(
  { machine, inputs }: Context,
  { place, name }: { readonly place: Place; readonly name: string },
): Promise<Proof | undefined> {
  if (inputs.checksum !== undefined || inputs.toolCacheProof === 'full') return undefined;
  const kept = await readSeal(place, name, machine.files);
  const isMarked = kept !== undefined && (await machine.files.stat(place.marker)) !== undefined;
  if (!isMarked || !isUnbroken(kept, place.root, machine.files.tree)) return undefined;
  return { ...kept.proof, detail: `${kept.proof.detail}; sealed since` };
}

/** Lets the next run know that this tree was proved. A tool cache that may only be read is used as it is. */
export async function seal(
  { machine, platform }: Context,
  proved: { readonly place: Place; readonly version: GoVersion; readonly proof: Proof; readonly paths: readonly string[] },
): Promise<void> {
  const { place, version, proof, paths } = proved;
  const made = makeSeal({ moduleName: moduleName(version, platform), proof, root: place.root, paths }, machine.files.tree);
  if (made !== undefined) await unlessReadOnly(() => writeSeal(place, made, machine.files));
}

/** Undefined when nobody vouches for this release now; that is an event of its own. */
async function askedExpectations(
  target: { readonly proofs: () => Promise<Proofs> },
  signal: AbortSignal,
): Promise<readonly Expectation[] | undefined> {
  try {
    return await (await target.proofs()).ofInstalled();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure && error.code.startsWith('SUM.')) return undefined;
    throw error;
  }
}

/** What the receipt proves by the key of the database alone; undefined when there is none or it is worth nothing. */
export function keptExpectation({ log, inputs }: Context, entry: StoredEntry, name: string): Expectation | undefined {
  if (entry.receipt === undefined || inputs.checksum?.kind === 'h1') return undefined;
  try {
    return readReceipt(entry.receipt, { log, moduleName: name });
  } catch (error) {
    // A receipt has no authority: without it the database is asked.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Marks a proved tree as complete. A tool cache that may only be read is used as it is. */
async function adopt(
  { machine }: Context,
  { place, proofs }: { readonly place: Place; readonly proofs: () => Promise<Proofs> },
  withReceipt: boolean,
): Promise<void> {
  const receipt = withReceipt ? await (await proofs()).receipt() : undefined;
  await unlessReadOnly(() => markComplete(place, receipt, machine.files));
}

async function unlessReadOnly(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Failure) || (error.code !== 'FS.READ_ONLY' && error.code !== 'FS.PERMISSION')) throw error;
  }
}

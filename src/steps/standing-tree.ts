import { Failure } from '../domain/failure.ts';
import { finding } from '../domain/finding.ts';
import type { Expectation, Proof } from '../domain/proof.ts';
import type { GoVersion } from '../domain/version.ts';
import { versionText } from '../domain/version.ts';
import { hashInstalledTree } from '../install/installed-tree.ts';
import type { Place } from '../install/place.ts';
import { makeSeal, writeSeal } from '../install/seal.ts';
import { findEntry, markComplete, type StoredEntry } from '../install/tool-store.ts';
import { archiveFileName } from '../sources/file-name.ts';
import { judge } from '../verify/judge.ts';
import { readReceipt } from '../verify/receipt.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import type { StandingTarget, StandingToolchain } from './installed.ts';

/** actions/go-versions adds this file to the archives that runner images and setup-go install. */
const FOREIGN_FILES = ['setup.sh'] as const;

/** Proves a tree that has no seal that holds, by the hash of every file, and seals it. See proveStanding. */
export async function proveTree(context: Context, target: StandingTarget, signal: AbortSignal): Promise<StandingToolchain> {
  const { machine, platform, emit } = context;
  const { place, version } = target;
  const name = moduleName(version, platform);
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
  target: Pick<StandingTarget, 'proofs'>,
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
async function adopt({ machine }: Context, { place, proofs }: StandingTarget, withReceipt: boolean): Promise<void> {
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

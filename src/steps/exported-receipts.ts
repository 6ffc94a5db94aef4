import type { LookUpResult } from '../acquire/checksum-database.ts';
import { Failure } from '../domain/failure.ts';
import { aboutSource, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { GoVersion } from '../domain/version.ts';
import { receiptFileName } from '../sources/exported.ts';
import { readReceipt } from '../verify/receipt.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import { checkSum, type ExportedMirror, readExported } from './exported-mirrors.ts';

/** An exported directory that is a source of this run, under this id. */
export interface ReceiptPlace extends Pick<ExportedMirror, 'base' | 'authorization' | 'index'> {
  readonly id: string;
}

/**
 * Looks for the exported proof of one release. A receipt authenticates itself (verify/receipt.ts), so the directory need not be
 * trusted. `refused`: receipts that are there and worth nothing (SUM.*, VER.NO_PROOF, MIRROR.CHANGED), or could not be read, each about
 * its source. Throws only the signal's reason, or a defect.
 */
export async function findReceipt(
  context: Context,
  { places, version }: { readonly places: readonly ReceiptPlace[]; readonly version: GoVersion },
  signal: AbortSignal,
): Promise<{ readonly found: LookUpResult | undefined; readonly refused: readonly Finding[] }> {
  const startMs = context.machine.clock.monotonic();
  const refused: Finding[] = [];
  for (const place of places) {
    try {
      const read = await readOne(context, { place, version }, signal);
      if (read === undefined) continue;
      const ms = context.machine.clock.monotonic() - startMs;
      return { found: { ...read, server: `the receipt in ${place.id}`, tileCount: 0, ms, failures: [] }, refused };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      refused.push(aboutSource(error.finding, place.id));
    }
  }
  return { found: undefined, refused };
}

async function readOne(
  context: Context,
  { place, version }: { readonly place: ReceiptPlace; readonly version: GoVersion },
  signal: AbortSignal,
): Promise<Pick<LookUpResult, 'expectation' | 'receipt'> | undefined> {
  const name = receiptFileName(version, context.platform);
  const { base, index, authorization } = place;
  const at = authorization === undefined ? { base } : { base, authorization };
  const bytes = await readExported(context, { place: at, name, maxBytes: LIMITS.receiptBytes }, signal);
  if (bytes === undefined) return undefined;
  checkSum(index.sums, name, bytes);
  const question = { log: context.log, moduleName: moduleName(version, context.platform) };
  return { expectation: readReceipt(bytes, question), receipt: bytes.toString('utf8') };
}

import { failure } from '../domain/failure.ts';
import { isJsonObject, parseJsonObject } from '../domain/json-object.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Expectation } from '../domain/proof.ts';
import { openTreeHead, parseVerifierKey } from './note.ts';
import { checkRecordProof, type RecordProof, type RecordQuestion } from './record-proof.ts';
import { hashFromText, MAX_TREE_SIZE, type TreeHead, toText } from './tlog.ts';

/**
 * A receipt is a proof to keep beside an installed tree. It has no authority of its own: whoever reads it checks the
 * signature, the inclusion and the consistency again, so a forged one, or one of another release, is worth nothing.
 * With it the tree hash of an installed Go is proved without any network.
 */
const RECEIPT_SCHEMA = 'setup-go-robust/receipt@1';

/** A tree of 2^48 has 48 levels; a consistency proof has at most one hash more. */
const MAX_PROOF_HASHES = 64;

/** The receipt as JSON text with a final line feed; the same proof always gives the same text. */
export function makeReceipt(proof: RecordProof, moduleName: string): string {
  const receipt = {
    schema: RECEIPT_SCHEMA,
    module: moduleName,
    recordNumber: proof.recordNumber,
    record: Buffer.from(proof.record).toString('utf8'),
    note: Buffer.from(proof.note).toString('utf8'),
    inclusion: proof.inclusion.map(toText),
    knownHead: { size: proof.knownHead.size, root: proof.knownHead.root },
    consistency: proof.consistency.map(toText),
  };
  return `${JSON.stringify(receipt, undefined, 1)}\n`;
}

/**
 * What a receipt proves about this module, all checked anew. Throws VER.NO_PROOF for what is no receipt, one of another
 * module, or one that rests on a head which this release does not know; SUM.* for one whose proof does not hold.
 */
export function readReceipt(bytes: Uint8Array, question: RecordQuestion): Expectation {
  const fields = bytes.length > LIMITS.receiptBytes ? undefined : parseJsonObject(Buffer.from(bytes).toString('utf8'));
  const proof = fields === undefined ? undefined : proofOf(fields);
  if (fields === undefined || proof === undefined || fields['schema'] !== RECEIPT_SCHEMA)
    throw noReceipt('not a receipt', question);
  if (fields['module'] !== question.moduleName) throw noReceipt('receipt of another release', question);
  return checkRecordProof(proof, question);
}

/** The signed tree head that a receipt of this log carries, and its size. Throws SUM.NOTE, and VER.NO_PROOF for what is no receipt. */
export function signedHead(
  receipt: string,
  { log, moduleName }: RecordQuestion,
): { readonly note: string; readonly size: number } {
  const proof = proofOf(parseJsonObject(receipt) ?? {});
  if (proof === undefined) throw noReceipt('not a receipt', { log, moduleName });
  const { size } = openTreeHead(proof.note, parseVerifierKey(log.verifierKey));
  return { note: Buffer.from(proof.note).toString('utf8'), size };
}

function noReceipt(reason: string, question: RecordQuestion): Error {
  return failure('VER.NO_PROOF', {
    subject: question.moduleName,
    message: 'The stored receipt proves nothing',
    evidence: { reason },
  });
}

function proofOf(fields: Readonly<Record<string, unknown>>): RecordProof | undefined {
  const { recordNumber, record, note } = fields;
  const inclusion = hashesOf(fields['inclusion']);
  const consistency = hashesOf(fields['consistency']);
  const knownHead = headOf(fields['knownHead']);
  if (!isCount(recordNumber) || typeof record !== 'string' || typeof note !== 'string') return undefined;
  if (inclusion === undefined || consistency === undefined || knownHead === undefined) return undefined;
  return { recordNumber, record: Buffer.from(record), note: Buffer.from(note), inclusion, knownHead, consistency };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_TREE_SIZE;
}

function hashesOf(value: unknown): readonly Buffer[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_PROOF_HASHES) return undefined;
  const hashes = value.map(hashFromText);
  return hashes.every(hash => hash !== undefined) ? hashes : undefined;
}

function headOf(value: unknown): TreeHead | undefined {
  if (!isJsonObject(value)) return undefined;
  const { size, root } = value;
  return isCount(size) && typeof root === 'string' && hashFromText(root) !== undefined ? { size, root } : undefined;
}

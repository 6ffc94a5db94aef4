import { failure } from '../domain/failure.ts';
import type { Expectation } from '../domain/proof.ts';
import type { KnownLog } from './known-log.ts';
import { openTreeHead, parseVerifierKey, type VerifierKey } from './note.ts';
import { readRecord } from './sumdb-record.ts';
import { checkConsistency, inclusionHolds, leafHash, type TreeHead } from './tlog.ts';

/** All that is needed to believe one record of a log, with nothing but the log's key and a known head. */
export interface RecordProof {
  readonly recordNumber: number;
  /** Exactly the bytes that the log hashed. */
  readonly record: Uint8Array;
  /** Signed note with the head of the tree that the record is in. */
  readonly note: Uint8Array;
  readonly inclusion: readonly Uint8Array[];
  /** One of the known heads of the log … */
  readonly knownHead: TreeHead;
  /** … and the proof that it and the signed head are states of one history, whichever is older. */
  readonly consistency: readonly Uint8Array[];
}

/** For which module, and by whose word. */
export interface RecordQuestion {
  readonly log: KnownLog;
  readonly moduleName: string;
}

/**
 * Believes a record only when all of it holds: the signature, the inclusion proof, the content (readRecord), and the
 * consistency with a head that this program was built with. The tree hash is read from the very bytes whose hash was
 * proved. Throws SUM.NOTE, SUM.PROOF, SUM.RECORD, SUM.FORK, or VER.NO_PROOF when the known head is none of ours.
 */
export function checkRecordProof(proof: RecordProof, question: RecordQuestion): Expectation {
  const key = parseVerifierKey(question.log.verifierKey);
  const head = openTreeHead(proof.note, key);
  const value = readRecord(proof.record, question.moduleName);
  const leaf = leafHash(proof.record);
  if (!inclusionHolds({ index: proof.recordNumber, leaf, head, proof: proof.inclusion })) {
    const evidence = { record: proof.recordNumber, 'tree size': head.size, root: head.root };
    throw failure('SUM.PROOF', { subject: question.moduleName, evidence });
  }
  checkHistory(proof, { key, head, log: question.log });
  return {
    kind: 'checksum-database',
    over: 'tree',
    value,
    root: key.name,
    detail: `record ${proof.recordNumber} in the signed tree of ${head.size}, consistent with the known tree of ${proof.knownHead.size}`,
  };
}

function checkHistory(
  proof: RecordProof,
  signed: { readonly key: VerifierKey; readonly head: TreeHead; readonly log: KnownLog },
): void {
  const { head, log, key } = signed;
  const known = proof.knownHead;
  if (!log.heads.some(ours => ours.size === known.size && ours.root === known.root)) {
    const evidence = { expected: log.heads[0].size, got: known.size };
    throw failure('VER.NO_PROOF', {
      subject: key.name,
      message: 'The proof rests on a tree head that is unknown here',
      evidence,
    });
  }
  const [older, newer] = head.size < known.size ? [head, known] : [known, head];
  const verdict = checkConsistency({ older, newer, proof: proof.consistency });
  if (verdict === 'holds') return;
  throw failure(verdict === 'fork' ? 'SUM.FORK' : 'SUM.PROOF', {
    subject: key.name,
    // Bad tiles and a log that was rewritten look the same when they fit neither head.
    ...(verdict === 'fork' ? {} : { message: 'The tree shown could not be proved consistent with the known one' }),
    evidence: { 'known tree': `${known.size} ${known.root}`, 'tree shown': `${head.size} ${head.root}` },
  });
}

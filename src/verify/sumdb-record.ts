import { failure } from '../domain/failure.ts';
import { parseCount } from './note.ts';
import { isTreeHash } from './tree-hash.ts';

/** Look-up answers are about 400 bytes; a record and a note cannot be this large. */
const MAX_LOOKUP_BYTES = 64 * 1_024;

/** A look-up answer in its parts; nothing of it is proved yet. */
export interface LookupAnswer {
  readonly recordNumber: number;
  /** Exactly the bytes that the log hashed. */
  readonly record: Buffer;
  readonly note: Buffer;
}

/**
 * Splits the answer to `lookup/<module>@<version>`: record number, record text, empty line, signed note
 * (golang.org/x/mod/sumdb/tlog ParseRecord). Throws SUM.GARBAGE, with the first bytes as evidence.
 */
export function parseLookup(answer: Uint8Array): LookupAnswer {
  const bytes = Buffer.from(answer);
  const numberEnd = bytes.indexOf('\n');
  const recordEnd = bytes.indexOf('\n\n');
  const recordNumber = parseCount(bytes.subarray(0, Math.max(numberEnd, 0)).toString('latin1'));
  if (bytes.length > MAX_LOOKUP_BYTES || recordNumber === undefined || recordEnd < numberEnd) {
    const start = JSON.stringify(bytes.subarray(0, 80).toString('latin1'));
    throw failure('SUM.GARBAGE', { subject: 'lookup', evidence: { 'first bytes': start, bytes: bytes.length } });
  }
  // An empty record leaves numberEnd === recordEnd; readRecord refuses it.
  const record = bytes.subarray(numberEnd + 1, recordEnd + 1);
  return { recordNumber, record, note: bytes.subarray(recordEnd + 2) };
}

/**
 * The tree hash that a record gives a module. It must be the record of exactly this module: one line for
 * `module version`, one for `module version/go.mod`, nothing else, since an empty record or that of another module
 * vouches for nothing (CVE-2026-42501). Give it the bytes that were hashed for the proof, never others
 * (CVE-2026-56864). Throws SUM.RECORD.
 */
export function readRecord(record: Uint8Array, moduleName: string): string {
  return readRecordHashes(record, moduleName).tree;
}

/** Both hashes of a record, as go.sum has them: of the module and of its go.mod alone. As readRecord in all else. */
export function readRecordHashes(record: Uint8Array, moduleName: string): { readonly tree: string; readonly mod: string } {
  const [path, version] = moduleName.split('@');
  const text = Buffer.from(record).toString('latin1');
  const lines = text.split('\n');
  const afterLast = lines.pop();
  const hashes = new Map<string, string>();
  for (const line of lines) {
    const [linePath, lineVersion = '', hash = '', ...rest] = line.split(' ');
    if (linePath !== path || rest.length > 0 || !isTreeHash(hash)) throw badRecord(moduleName, text);
    hashes.set(lineVersion, hash);
  }
  const tree = hashes.get(version ?? '');
  const mod = hashes.get(`${version}/go.mod`);
  if (tree === undefined || mod === undefined) throw badRecord(moduleName, text);
  if (lines.length !== 2 || afterLast !== '') throw badRecord(moduleName, text);
  return { tree, mod };
}

function badRecord(moduleName: string, text: string): Error {
  return failure('SUM.RECORD', {
    subject: moduleName,
    evidence: { expected: moduleName, got: JSON.stringify(text.slice(0, 300)) },
  });
}

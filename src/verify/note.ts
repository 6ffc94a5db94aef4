import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { failure } from '../domain/failure.ts';
import { hashFromText, MAX_TREE_SIZE, type TreeHead } from './tlog.ts';

/** Ed25519 in the one-byte algorithm field of a verifier key. */
const ALGORITHM_ED25519 = 1;
/** DER of SubjectPublicKeyInfo before the 32 bytes of an Ed25519 key (RFC 8410 section 4). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
/** golang.org/x/mod/sumdb/note reads no more, so that a note cannot keep the verifier busy. */
const MAX_SIGNATURE_COUNT = 100;
const MAX_NOTE_BYTES = 1_000_000;
const KEY_HASH_BYTES = 4;

export interface VerifierKey {
  /** Name of the log, as it stands in signature lines. */
  readonly name: string;
  /** First four bytes of SHA-256(name, line feed, key). */
  readonly keyHash: Buffer;
  readonly publicKey: KeyObject;
}

/**
 * Reads verifier key text: name, `+`, key hash in hex, `+`, base64 of the algorithm byte and the key. The hash must be
 * that of the key. Throws SUM.NOTE.
 */
export function parseVerifierKey(text: string): VerifierKey {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text);
  const [, name = '', hash = '', base64 = ''] = match ?? [];
  const key = Buffer.from(base64, 'base64');
  const keyHash = keyHashOf(name, key);
  if (key.length !== 33 || key[0] !== ALGORITHM_ED25519 || keyHash.toString('hex') !== hash) {
    throw failure('SUM.NOTE', { subject: 'verifier key', message: 'The verifier key text is malformed' });
  }
  const publicKey = createPublicKey({ key: Buffer.concat([ED25519_SPKI, key.subarray(1)]), format: 'der', type: 'spki' });
  return { name, keyHash, publicKey };
}

/** Hash by which signature lines name their key; `key` includes the algorithm byte. */
export function keyHashOf(name: string, key: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, KEY_HASH_BYTES);
}

/**
 * Text of a signed note, if the key signed it: the text, an empty line, signature lines. Signatures of other keys are
 * passed over, as in golang.org/x/mod/sumdb/note; one under this key that is wrong condemns the note. Throws SUM.NOTE.
 */
export function openNote(note: Uint8Array, key: VerifierKey): string {
  const bytes = Buffer.from(note);
  const all = noteText(bytes);
  const split = bytes.lastIndexOf('\n\n');
  if (all === undefined || split < 0 || !all.endsWith('\n')) {
    throw badNote(key, 'not a signed note');
  }
  const text = bytes.subarray(0, split + 1);
  const lines = bytes
    .subarray(split + 2, -1)
    .toString('utf8')
    .split('\n');
  if (lines.length > MAX_SIGNATURE_COUNT) throw badNote(key, 'too many signatures');
  let signed = false;
  for (const line of lines) {
    const signature = signatureOf(line, key);
    if (signature === 'foreign') continue;
    if (signature === undefined) throw badNote(key, 'malformed signature line');
    if (!verify(null, text, key.publicKey, signature)) throw badNote(key, 'wrong signature');
    signed = true;
  }
  if (!signed) throw badNote(key, 'no signature of this key');
  return text.toString('utf8');
}

/** UTF-8 without control characters other than line feed; undefined otherwise. */
function noteText(bytes: Buffer): string | undefined {
  if (bytes.length > MAX_NOTE_BYTES) return undefined;
  const text = bytes.toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\x00-\x09\x0b-\x1f]/u.test(text)) return undefined;
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}

/** The signature bytes of a line under this key; undefined when the line is malformed. */
function signatureOf(line: string, key: VerifierKey): Buffer | 'foreign' | undefined {
  const match = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
  const [, name = '', base64 = ''] = match ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length <= KEY_HASH_BYTES || bytes.toString('base64') !== base64) return undefined;
  const isOurs = name === key.name && bytes.subarray(0, KEY_HASH_BYTES).equals(key.keyHash);
  return isOurs ? bytes.subarray(KEY_HASH_BYTES) : 'foreign';
}

/**
 * Reads the tree text of a checksum database: `go.sum database tree`, the size, the root. Further lines are left to
 * future versions (golang.org/x/mod/sumdb/tlog ParseTree). Throws SUM.NOTE.
 */
export function parseTreeHead(text: string): TreeHead {
  const [title, sizeText = '', root = '', ...rest] = text.split('\n');
  const size = parseCount(sizeText);
  if (title !== 'go.sum database tree' || size === undefined || hashFromText(root) === undefined || rest.length === 0) {
    throw failure('SUM.NOTE', { subject: 'tree head', evidence: { reason: 'malformed tree text', got: text.slice(0, 200) } });
  }
  return { size, root };
}

/** A decimal number without sign or leading zero, up to the largest tree; undefined otherwise. */
export function parseCount(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,15})$/u.test(text)) return undefined;
  const count = Number(text);
  return count <= MAX_TREE_SIZE ? count : undefined;
}

/** The tree head in a signed note. Throws SUM.NOTE. */
export function openTreeHead(note: Uint8Array, key: VerifierKey): TreeHead {
  return parseTreeHead(openNote(note, key));
}

function badNote(key: VerifierKey, reason: string): Error {
  return failure('SUM.NOTE', { subject: key.name, evidence: { reason, key: `${key.name}+${key.keyHash.toString('hex')}` } });
}

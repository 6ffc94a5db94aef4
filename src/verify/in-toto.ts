import { isJsonObject, parseJsonObject } from '../domain/json-object.ts';
import type { SignatureHash } from '../domain/proof.ts';
import { malformed, unsupported } from './bundle-problem.ts';

/** The digests by which a statement names one file: lower-case hex by hash. */
export type FileDigests = ReadonlyMap<SignatureHash, string>;

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT = /^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/u;
const PROVENANCE = /^https:\/\/slsa\.dev\/provenance\/v\d/u;
const HEX_LENGTHS: readonly (readonly [SignatureHash, number])[] = [
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
];

/**
 * The files that an attestation says were built: subjects of an in-toto statement (versions 0.1 and 1) with SLSA provenance. Any other
 * statement, such as the result of a scan, says something about a file and vouches for nothing. Throws SIG.MALFORMED, SIG.UNSUPPORTED.
 */
export function builtFiles(payloadType: string, payload: Uint8Array): readonly [FileDigests, ...FileDigests[]] {
  if (payloadType !== PAYLOAD_TYPE) throw unsupported(`an attestation of the type ${payloadType.slice(0, 100)}`);
  const statement = parseJsonObject(Buffer.from(payload).toString('utf8'));
  if (statement === undefined || !isText(statement['_type'], STATEMENT)) throw malformed('statement');
  const { predicateType } = statement;
  if (!isText(predicateType, PROVENANCE)) throw unsupported(`an attestation about ${String(predicateType).slice(0, 100)}`);
  const subjects: readonly unknown[] = Array.isArray(statement['subject']) ? statement['subject'] : [];
  const [first, ...others] = subjects.map(digestsOf);
  if (first === undefined) throw malformed('subject');
  return [first, ...others];
}

function digestsOf(subject: unknown): FileDigests {
  const digest = isJsonObject(subject) ? subject['digest'] : undefined;
  if (!isJsonObject(digest)) throw malformed('digest');
  return new Map(
    HEX_LENGTHS.flatMap(([hash, length]) => {
      const value = digest[hash];
      if (value === undefined) return [];
      if (typeof value !== 'string' || value.length !== length || !/^[0-9a-f]+$/u.test(value)) throw malformed(hash);
      return [[hash, value] as const];
    }),
  );
}

/** Whether a file has one of these digests at least, and no other than these. */
export function isThisFile(named: FileDigests, got: FileDigests): boolean {
  return named.size > 0 && [...named].every(([hash, value]) => got.get(hash) === value);
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}

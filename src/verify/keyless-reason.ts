import { type SignedEntity, type TrustMaterial, VerificationError } from '@sigstore/verify';
import { type Failure, failure } from '../domain/failure.ts';
import { malformed } from './bundle-problem.ts';

/** What was verified, and against what. */
export interface Question {
  readonly entity: SignedEntity;
  readonly material: TrustMaterial;
  readonly fileName: string;
  /** Of the trusted root. */
  readonly rootName: string;
}

/**
 * Why @sigstore/verify did not accept a bundle, as a code of ours. Who signed, logged or dated it may be somebody whom the trusted root does
 * not name: then it is SIG.ROOT_OUTDATED, which is no proof and no sign of an attack. What is not an error of that library was thrown by one
 * of its parsers over bytes of the bundle, so it is SIG.MALFORMED.
 */
export function keylessFailure(error: unknown, question: Question): Failure {
  const { fileName: subject } = question;
  const reason = reasonOf(error);
  if (!(error instanceof VerificationError)) return malformed(reason, error);
  const [code, unknown] = judged(error, question);
  if (unknown.length === 0) return failure(code, { subject, evidence: { reason } }, error);
  const evidence = { 'not in it': unknown.join(', '), 'trusted root': question.rootName, reason };
  return failure('SIG.ROOT_OUTDATED', { subject, evidence }, error);
}

/** The code, and who of those that are concerned is not known. */
function judged({ code }: VerificationError, { entity, material }: Question): readonly [Failure['code'], readonly string[]] {
  switch (code) {
    case 'CERTIFICATE_ERROR':
    case 'PUBLIC_KEY_ERROR':
      return ['SIG.CERTIFICATE', unknownCertifiers(entity, material)];
    case 'TIMESTAMP_ERROR':
      return ['SIG.TIMESTAMP', unknownClocks(entity, material)];
    case 'SIGNATURE_ERROR':
      return ['SIG.BAD_SIGNATURE', []];
    case 'NOT_IMPLEMENTED_ERROR':
      return ['SIG.UNSUPPORTED', []];
    default:
      return ['SIG.LOG', unknownLogs(entity, material)];
  }
}

/** Where the chain is right, the certificate log is what was not believed; where it is not, its receipt says nothing. */
function unknownCertifiers({ key }: SignedEntity, { certificateAuthorities, ctlogs }: TrustMaterial): readonly string[] {
  if (key.$case !== 'certificate') return [];
  const { certificate } = key;
  const issuers = certificateAuthorities.flatMap(({ certChain }) =>
    certChain.filter(({ subject }) => subject.equals(certificate.issuer)),
  );
  if (issuers.length === 0) return ['the certificate authority'];
  if (!issuers.some(issuer => certificate.verify(issuer))) return [];
  return (certificate.extSCT?.signedCertificateTimestamps ?? [])
    .filter(({ logID }) => !ctlogs.some(log => log.logID.equals(logID)))
    .map(({ logID }) => `the certificate log ${logID.toString('hex')}`);
}

function unknownLogs({ tlogEntries }: SignedEntity, { tlogs }: TrustMaterial): readonly string[] {
  return tlogEntries
    .map(({ logId }) => logId.keyId)
    .filter(keyId => !tlogs.some(({ logID }) => logID.equals(keyId)))
    .map(keyId => `the log ${keyId.toString('hex')}`);
}

function unknownClocks({ timestamps }: SignedEntity, { timestampAuthorities }: TrustMaterial): readonly string[] {
  const isKnown = (issuer: Buffer): boolean =>
    timestampAuthorities.some(({ certChain }) => certChain.some(({ subject }) => subject.equals(issuer)));
  return timestamps.flatMap(each =>
    each.$case === 'timestamp-authority' && !isKnown(each.timestamp.signerIssuer) ? ['the timestamp authority'] : [],
  );
}

/** What the library says, and why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 200);
  const why = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${why}`.slice(0, 300);
}

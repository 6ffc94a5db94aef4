import type { Outcome } from './probe-outcome.ts';

/** What a handshake differs in from the usual one. */
export type HandshakeVariant = 'usual' | 'classical' | 'tls12' | 'neutral-name' | 'system-roots' | 'no-alpn';

export interface HandshakeFacts extends Outcome {
  readonly variant: HandshakeVariant;
  readonly address: string;
  readonly protocol?: string;
  readonly cipher?: string;
  readonly alpn?: string;
  /** `/SSL alert number (\d+)/`, or of the raw record. */
  readonly alert?: number;
  /** Raw bytes that came, and the first of them as hex. */
  readonly receivedBytes: number;
  readonly firstHex?: string;
  readonly sentBytes?: number;
  /** Verification by each store: `ok`, or OpenSSL's code (`CERT_HAS_EXPIRED`); absent when no chain came. */
  readonly verified?: { readonly bundled: string; readonly system: string; readonly extra?: string };
  /** As the server sent it, leaf first. */
  readonly chain?: readonly CertificateFacts[];
  /** Verification once more with the issuer's certificate that AIA or a list of public intermediates names: `ok`, or a code. */
  readonly completed?: string;
  readonly hasStaple?: boolean;
  readonly hasSct?: boolean;
}

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly names: readonly string[];
  readonly sha256: string;
  readonly isSelfIssued: boolean;
  readonly keyBits?: number;
  readonly signature?: string;
  readonly usages?: readonly string[];
  /** Addresses of the issuer's certificate (AIA caIssuers). */
  readonly issuerUrls: readonly string[];
}

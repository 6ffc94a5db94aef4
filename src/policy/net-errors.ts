import type { Code } from '../domain/catalogue.ts';

/** Where in an exchange an error was seen. */
export type NetPhase = 'lookup' | 'connect' | 'tunnel' | 'tls' | 'request' | 'body';

/** What is told of an error; all that Node gives, none of it trusted to be there. */
export interface NetErrorDetail {
  readonly phase: NetPhase;
  /** `error.code`: an errno name, an OpenSSL or llhttp name, or Node's own. */
  readonly code: string | undefined;
  readonly message: string;
  /** `read` or `connect` tells an error of the kernel from one that Node made up for a FIN. */
  readonly syscall: string | undefined;
  /** The peer is the proxy, not the origin. */
  readonly viaProxy: boolean;
}

type Row = Readonly<Record<string, Code>>;

/** getaddrinfo answers; EAI_AGAIN covers SERVFAIL, REFUSED and no answer alike (measured, same on Node 20 and 24). */
const LOOKUP: Row = {
  ENOTFOUND: 'DNS.NXDOMAIN',
  ENODATA: 'DNS.NXDOMAIN',
  EAI_NODATA: 'DNS.NXDOMAIN',
  EAI_NONAME: 'DNS.NXDOMAIN',
  ETIMEOUT: 'DNS.TIMEOUT',
};

/** connect(2). EPERM and EACCES come from a local firewall or sandbox; EADDRNOTAVAIL from a host without that family. */
const CONNECT: Row = {
  ECONNREFUSED: 'TCP.REFUSED',
  ETIMEDOUT: 'TCP.TIMEOUT',
  ENETUNREACH: 'TCP.NET_UNREACH',
  ENETDOWN: 'TCP.NET_UNREACH',
  EADDRNOTAVAIL: 'TCP.NET_UNREACH',
  EAFNOSUPPORT: 'TCP.NET_UNREACH',
  EHOSTUNREACH: 'TCP.HOST_UNREACH',
  EHOSTDOWN: 'TCP.HOST_UNREACH',
  EPERM: 'TCP.HOST_UNREACH',
  EACCES: 'TCP.HOST_UNREACH',
  ECONNRESET: 'TCP.RESET',
  ECONNABORTED: 'TCP.RESET',
  EMFILE: 'FS.FD_LIMIT',
  ENFILE: 'FS.FD_LIMIT',
};

/** Verification results of OpenSSL as Node names them (X509_V_ERR_*), and Node's own check of the name. */
const CERTIFICATE: Row = {
  CERT_HAS_EXPIRED: 'TLS.EXPIRED',
  CERT_NOT_YET_VALID: 'TLS.NOT_YET',
  ERR_TLS_CERT_ALTNAME_INVALID: 'TLS.NAME',
  HOSTNAME_MISMATCH: 'TLS.NAME',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS.UNTRUSTED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS.UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT: 'TLS.UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'TLS.UNTRUSTED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS.UNTRUSTED',
  CERT_UNTRUSTED: 'TLS.UNTRUSTED',
  CERT_REJECTED: 'TLS.UNTRUSTED',
  CERT_REVOKED: 'TLS.UNTRUSTED',
  CERT_CHAIN_TOO_LONG: 'TLS.UNTRUSTED',
  CERT_SIGNATURE_FAILURE: 'TLS.UNTRUSTED',
  INVALID_CA: 'TLS.UNTRUSTED',
  INVALID_PURPOSE: 'TLS.UNTRUSTED',
  PATH_LENGTH_EXCEEDED: 'TLS.UNTRUSTED',
  // Node 24 says this for weak keys and digests, with the reason in the message.
  UNSPECIFIED: 'TLS.UNTRUSTED',
};

/** A connection that ended: RST while reading or writing, or a FIN that Node reports as ECONNRESET without a syscall. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']);

/** Codes of a certificate whose issuer is not known: only these may be cured by more roots. */
const UNKNOWN_ISSUER = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** `constructor` and its like are no rows. */
function rowOf(row: Row, code: string): Code | undefined {
  return Object.hasOwn(row, code) ? row[code] : undefined;
}

/** Whether a failed verification may succeed with the roots of the operating system. */
export function isUnknownIssuer(errorCode: string | undefined): boolean {
  return errorCode !== undefined && UNKNOWN_ISSUER.has(errorCode);
}

/** Number of the TLS alert that an OpenSSL message quotes; the words around it differ between Node 20 and 24. */
export function tlsAlertOf(message: string): number | undefined {
  const match = /SSL alert number (\d{1,3})/u.exec(message);
  return match === null ? undefined : Number(match[1]);
}

/** The one table from what Node reports to a code of the catalogue. Total: every error has a code. */
export function codeOfNetError(error: NetErrorDetail): Code {
  const { code = '', phase } = error;
  switch (phase) {
    case 'lookup':
      return error.viaProxy ? 'PROXY.DNS' : (rowOf(LOOKUP, code) ?? 'DNS.SERVER');
    case 'connect':
      return error.viaProxy && code === 'ECONNREFUSED' ? 'PROXY.REFUSED' : (rowOf(CONNECT, code) ?? 'TCP.HOST_UNREACH');
    case 'tunnel':
      return CUT.has(code) ? 'PROXY.CLOSED' : 'PROXY.NOT_HTTP';
    case 'tls':
      return codeOfTlsError(error);
    case 'request':
      return codeOfRequestError(error);
    case 'body':
      return codeOfBodyError(error);
  }
}

function codeOfTlsError({ code = '', message }: NetErrorDetail): Code {
  const certificate = rowOf(CERTIFICATE, code);
  if (certificate !== undefined) return certificate;
  if (tlsAlertOf(message) !== undefined || /ALERT/u.test(code)) return 'TLS.ALERT';
  // OpenSSL meets ASCII where a record header should be; the texts are the same on OpenSSL 3.0 to 3.5.
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/u.test(code)) return 'TLS.PLAIN_HTTP';
  if (/wrong version number|packet length too long|http request/u.test(message)) return 'TLS.PLAIN_HTTP';
  return CUT.has(code) ? 'TLS.CLOSED' : 'TLS.PROTOCOL';
}

function codeOfRequestError(error: NetErrorDetail): Code {
  const { code = '', syscall } = error;
  // "socket hang up": the peer closed in order. With a syscall the kernel reported a reset.
  if (CUT.has(code)) return syscall === undefined && code === 'ECONNRESET' ? 'HTTP.EMPTY' : 'TCP.RESET';
  // TLS 1.3 refuses a client only after the handshake, so its alerts arrive here.
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return codeOfTlsError(error);
  // llhttp met its end inside the header section.
  return code === 'HPE_INVALID_EOF_STATE' ? 'HTTP.EMPTY' : 'HTTP.NOT_HTTP';
}

function codeOfBodyError({ code = '', syscall }: NetErrorDetail): Code {
  if (code === 'HPE_INVALID_EOF_STATE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return 'BODY.TRUNCATED';
  // More bytes than Content-Length are read as the head of another answer, which they are not.
  if (code.startsWith('HPE_')) return code === 'HPE_INVALID_CHUNK_SIZE' ? 'BODY.TRUNCATED' : 'BODY.TOO_LONG';
  return code === 'ECONNRESET' && syscall === undefined ? 'BODY.TRUNCATED' : 'BODY.RESET';
}

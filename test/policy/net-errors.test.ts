import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODES, type Code } from '../../src/domain/catalogue.ts';
import { codeOfNetError, isUnknownIssuer, type NetErrorDetail, type NetPhase, tlsAlertOf } from '../../src/policy/net-errors.ts';

const PHASES: readonly NetPhase[] = ['lookup', 'connect', 'tunnel', 'tls', 'request', 'body'];

function codeOf(phase: NetPhase, code: string | undefined, more: Partial<NetErrorDetail> = {}): Code {
  return codeOfNetError({ phase, code, message: '', syscall: undefined, viaProxy: false, ...more });
}

// Errors as Node 20 and 24 were seen to report them.
test.each([
  ['lookup', 'ENOTFOUND', 'DNS.NXDOMAIN'],
  ['lookup', 'EAI_AGAIN', 'DNS.SERVER'],
  ['lookup', undefined, 'DNS.SERVER'],
  ['connect', 'ECONNREFUSED', 'TCP.REFUSED'],
  ['connect', 'ETIMEDOUT', 'TCP.TIMEOUT'],
  ['connect', 'ENETUNREACH', 'TCP.NET_UNREACH'],
  ['connect', 'EADDRNOTAVAIL', 'TCP.NET_UNREACH'],
  ['connect', 'EHOSTUNREACH', 'TCP.HOST_UNREACH'],
  ['connect', 'EPERM', 'TCP.HOST_UNREACH'],
  ['connect', 'ECONNRESET', 'TCP.RESET'],
  ['connect', 'EMFILE', 'FS.FD_LIMIT'],
  ['tunnel', 'ECONNRESET', 'PROXY.CLOSED'],
  ['tunnel', 'HPE_INVALID_CONSTANT', 'PROXY.NOT_HTTP'],
  ['tls', 'CERT_HAS_EXPIRED', 'TLS.EXPIRED'],
  ['tls', 'CERT_NOT_YET_VALID', 'TLS.NOT_YET'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'TLS.NAME'],
  ['tls', 'SELF_SIGNED_CERT_IN_CHAIN', 'TLS.UNTRUSTED'],
  ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'TLS.UNTRUSTED'],
  ['tls', 'INVALID_PURPOSE', 'TLS.UNTRUSTED'],
  ['tls', 'UNSPECIFIED', 'TLS.UNTRUSTED'],
  ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'TLS.PLAIN_HTTP'],
  ['tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'TLS.ALERT'],
  ['tls', 'ECONNRESET', 'TLS.CLOSED'],
  ['tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'TLS.PROTOCOL'],
  ['request', 'ECONNRESET', 'HTTP.EMPTY'],
  ['request', 'EPIPE', 'TCP.RESET'],
  ['request', 'HPE_INVALID_CONSTANT', 'HTTP.NOT_HTTP'],
  ['request', 'HPE_HEADER_OVERFLOW', 'HTTP.NOT_HTTP'],
  ['request', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'TLS.ALERT'],
  ['body', 'ECONNRESET', 'BODY.TRUNCATED'],
  ['body', 'HPE_CLOSED_CONNECTION', 'BODY.TOO_LONG'],
  ['body', 'HPE_INVALID_CONSTANT', 'BODY.TOO_LONG'],
  ['body', 'ETIMEDOUT', 'BODY.RESET'],
] as const)('%s: %s is %s', (phase, code, expected) => {
  expect(codeOf(phase, code)).toBe(expected);
});

test('a reset by the kernel is told from a FIN by its syscall', () => {
  expect(codeOf('request', 'ECONNRESET', { syscall: 'read' })).toBe('TCP.RESET');
  expect(codeOf('body', 'ECONNRESET', { syscall: 'read' })).toBe('BODY.RESET');
});

test('trouble with the proxy itself has codes of its own', () => {
  expect(codeOf('connect', 'ECONNREFUSED', { viaProxy: true })).toBe('PROXY.REFUSED');
  expect(codeOf('lookup', 'EAI_AGAIN', { viaProxy: true })).toBe('PROXY.DNS');
});

describe('an alert', () => {
  // Node 20 and Node 24 word it differently.
  test.each([
    '0:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:../ssl/record/rec_layer_s3.c:1599:SSL alert number 40',
    '0:error:0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:../ssl/record/rec_layer_s3.c:918:SSL alert number 40',
  ])('is found in the text', message => {
    expect(tlsAlertOf(message)).toBe(40);
    expect(codeOf('tls', 'EPROTO', { message })).toBe('TLS.ALERT');
    expect(codeOf('request', 'EPROTO', { message })).toBe('TLS.ALERT');
  });

  test('is absent otherwise', () => {
    expect(tlsAlertOf('wrong version number')).toBeUndefined();
    expect(codeOf('tls', 'EPROTO', { message: 'ssl3_get_record:wrong version number' })).toBe('TLS.PLAIN_HTTP');
  });
});

test('only an unknown issuer may be cured by more roots', () => {
  expect(isUnknownIssuer('UNABLE_TO_VERIFY_LEAF_SIGNATURE')).toBe(true);
  for (const other of ['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_REVOKED', undefined])
    expect(isUnknownIssuer(other)).toBe(false);
});

test('every error has a code of the catalogue', () => {
  const detail = fc.record({
    phase: fc.constantFrom(...PHASES),
    code: fc.option(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString', 'ECONNRESET')), {
      nil: undefined,
    }),
    message: fc.string(),
    syscall: fc.option(fc.constantFrom('read', 'connect'), { nil: undefined }),
    viaProxy: fc.boolean(),
  });
  fc.assert(fc.property(detail, error => CODES.includes(codeOfNetError(error))));
});

import type { HandshakeFacts } from '../../../src/domain/handshake-facts.ts';
import {
  about,
  broken,
  type Case,
  certificate,
  facts,
  intermediate,
  open,
  shaken,
  stuck,
  target,
  unserved,
  unverified,
} from './base.ts';
import type { Setting } from './setting.ts';

const DAY = 86_400_000;

const handshake = (id: string, code: string, make: (s: Setting) => HandshakeFacts | readonly HandshakeFacts[]): Case =>
  about(id, code, s => stuck(s, { handshakes: [make(s)].flat() }));

const alert = (s: Setting, number: number, change: Partial<HandshakeFacts> = {}): HandshakeFacts =>
  broken(s, {
    code: 'EPROTO',
    message: `ssl/tls alert: SSL alert number ${number}`,
    receivedBytes: 7,
    firstHex: `1503030002022${number.toString(16)}`.slice(0, 14),
    alert: number,
    ...change,
  });

const privateChain = (s: Setting) => [
  certificate(s, { issuer: s.privateIssuer }),
  certificate(s, { subject: s.privateIssuer, issuer: s.privateIssuer, isSelfIssued: true, notAfterMs: s.nowMs + 3_000 * DAY }),
];

export const TLS_CASES: readonly Case[] = [
  handshake('S01', 'TLS.EXPIRED', s =>
    unverified(s, 'CERT_HAS_EXPIRED', { chain: [certificate(s, { notAfterMs: s.nowMs - 3 * DAY }), intermediate(s)] }),
  ),
  handshake('S02', 'TLS.NOT_YET', s =>
    unverified(s, 'CERT_NOT_YET_VALID', {
      chain: [certificate(s, { notBeforeMs: s.nowMs + 3 * DAY, notAfterMs: s.nowMs + 90 * DAY }), intermediate(s)],
    }),
  ),
  {
    id: 'S03',
    code: 'CLOCK.SKEW',
    make: s => {
      const off = 5_000 * DAY;
      const handshakes = [unverified(s, 'CERT_HAS_EXPIRED')];
      const offsets = [
        { host: 'a.example', offsetMs: off },
        { host: 'b.example', offsetMs: off + 900 },
      ];
      return facts(
        { ...s, others: 0 },
        { targets: [stuck(s, { handshakes })], clock: { nowMs: s.nowMs + off, builtMs: s.nowMs - 40 * DAY, offsets } },
      );
    },
  },
  {
    id: 'S03b',
    code: 'CLOCK.SKEW',
    make: s =>
      facts(
        { ...s, others: 0 },
        {
          targets: [stuck(s, { handshakes: [unverified(s, 'CERT_NOT_YET_VALID')] })],
          clock: {
            nowMs: s.nowMs - 2_000 * DAY,
            builtMs: s.nowMs - 40 * DAY,
            offsets: [{ host: 'a.example', offsetMs: -2_000 * DAY }],
          },
        },
      ),
  },
  handshake('S04', 'TLS.NAME', s =>
    unverified(s, 'ERR_TLS_CERT_ALTNAME_INVALID', { chain: [certificate(s, { names: ['other.example'] }), intermediate(s)] }),
  ),
  handshake('S05', 'TLS.UNTRUSTED', s => unverified(s, 'SELF_SIGNED_CERT_IN_CHAIN', { chain: privateChain(s) })),
  handshake('S06', 'TLS.UNTRUSTED', s =>
    unverified(s, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', {
      chain: [certificate(s, { issuer: 'CN=Issuing 1' }), certificate(s, { subject: 'CN=Issuing 1', issuer: s.privateIssuer })],
    }),
  ),
  handshake('S07', 'TLS.SELF_SIGNED', s =>
    unverified(s, 'DEPTH_ZERO_SELF_SIGNED_CERT', { chain: [certificate(s, { issuer: `CN=${s.host}`, isSelfIssued: true })] }),
  ),
  handshake('S08', 'TLS.MISSING_INTERMEDIATE', s =>
    unverified(s, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', {
      chain: [certificate(s, { issuerUrls: ['http://i.example.com/wr3.crt'] })],
      completed: 'ok',
    }),
  ),
  handshake('S09', 'TLS.INTERCEPTED', s =>
    unverified(s, 'SELF_SIGNED_CERT_IN_CHAIN', { chain: [certificate(s, { issuer: s.vendorIssuer })], hasSct: false }),
  ),
  {
    id: 'S09b',
    code: 'TLS.INTERCEPTED',
    make: s => {
      const other = { ...s, host: 'archive.example.org', port: 443, address: '203.0.114.99' };
      const chain = (q: Setting) => [
        certificate(q, { issuer: s.privateIssuer }),
        certificate(q, { subject: s.privateIssuer, issuer: s.privateIssuer, isSelfIssued: true }),
      ];
      const cut = (q: Setting) =>
        stuck(q, { handshakes: [unverified(q, 'SELF_SIGNED_CERT_IN_CHAIN', { chain: chain(q) })], sourceId: q.host });
      return facts({ ...s, others: 0 }, { targets: [cut(s), cut(other)] });
    },
  },
  about('S09c', 'TLS.INTERCEPTED', s => {
    const known = { ...s, host: 'go.dev' };
    return stuck(known, { handshakes: [unverified(known, 'SELF_SIGNED_CERT_IN_CHAIN', { chain: privateChain(known) })] });
  }),
  handshake('S10', 'TLS.EXPIRED_INTERMEDIATE', s =>
    unverified(s, 'CERT_HAS_EXPIRED', { chain: [certificate(s), intermediate(s, { notAfterMs: s.nowMs - DAY })] }),
  ),
  handshake('S11', 'TLS.OLD_VERSION', s => alert(s, 70)),
  handshake('S12', 'TLS.NO_CIPHER', s => alert(s, 40, { firstHex: '15030300020228' })),
  about('S13', 'TLS.CLIENT_CERT', s =>
    target(s, { http: unserved({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', message: 'SSL alert number 116' }) }),
  ),
  handshake('S14', 'TLS.CLIENT_CERT', s => alert(s, 40, { firstHex: '160303007a0200', receivedBytes: 2_400 })),
  handshake('S15', 'TLS.SNI_UNKNOWN', s => alert(s, 112)),
  handshake('S16', 'TLS.PLAIN_HTTP', s =>
    broken(s, { code: 'ERR_SSL_WRONG_VERSION_NUMBER', receivedBytes: 120, firstHex: '485454502f312e3120343030' }),
  ),
  handshake('S17', 'TLS.RESET_ON_HELLO', s => [
    broken(s, { code: 'ECONNRESET', syscall: 'read', ended: 'reset' }),
    broken(s, { variant: 'classical', code: 'ECONNRESET', syscall: 'read', ended: 'reset' }),
  ]),
  handshake('S18', 'TLS.CLOSED_ON_HELLO', s => [
    broken(s, { code: 'ECONNRESET', ended: 'fin' }),
    broken(s, { variant: 'classical', ended: 'fin' }),
    shaken(s, { variant: 'neutral-name', chain: [] }),
  ]),
  handshake('S19', 'TLS.HANDSHAKE_STALL', s => [
    broken(s, { ended: 'deadline', ms: 8_000 }),
    broken(s, { variant: 'classical', ended: 'deadline', ms: 8_000 }),
    broken(s, { variant: 'tls12', ended: 'deadline', ms: 8_000 }),
  ]),
  handshake('S20', 'TLS.CUT', s =>
    broken(s, { code: 'ECONNRESET', ended: 'fin', receivedBytes: 40, firstHex: '160303007a0200' }),
  ),
  handshake('S21', 'TLS.ALPN', s => alert(s, 120)),
  handshake('S22', 'TLS.WEAK_KEY', s =>
    unverified(s, 'UNSPECIFIED', { message: 'EE certificate key too weak', chain: [certificate(s, { keyBits: 1_024 })] }),
  ),
  handshake('S23', 'TLS.WEAK_SIG', s =>
    unverified(s, 'UNSPECIFIED', {
      message: 'CA signature digest algorithm too weak',
      chain: [certificate(s, { signature: 'sha1WithRSAEncryption' })],
    }),
  ),
  handshake('S24', 'TLS.EKU', s => unverified(s, 'INVALID_PURPOSE', { chain: [certificate(s, { usages: ['clientAuth'] })] })),
  about('S27', 'TLS.UNTRUSTED_GIT', s =>
    target(s, {
      clients: [
        { client: 'git', ok: false, code: '128', message: 'server certificate verification failed. CAfile: none CRLfile: none' },
      ],
    }),
  ),
  handshake('S28', 'TLS.PQ_INTOLERANT', s => [
    broken(s, { code: 'ECONNRESET', syscall: 'read', ended: 'reset' }),
    shaken(s, { variant: 'classical', sentBytes: 379 }),
  ]),
  handshake('S28b', 'TLS.PQ_INTOLERANT', s => [
    broken(s, { ended: 'deadline', ms: 8_000 }),
    shaken(s, { variant: 'classical', sentBytes: 379 }),
    shaken(s, { variant: 'tls12' }),
  ]),
  about('S29', 'TLS.MLDSA_INTOLERANT', s =>
    target(s, {
      clients: [
        { client: 'go', version: '1.27.0', ok: false, message: 'read tcp: connection reset by peer' },
        { client: 'go', version: '1.26.8', ok: true },
      ],
    }),
  ),
  handshake('S31', 'TLS.ALERT', s => alert(s, 80)),
  handshake('S32', 'TLS.PROTOCOL', s =>
    broken(s, { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', receivedBytes: 900, firstHex: '160303' }),
  ),
  {
    id: 'S17c',
    code: 'TLS.RESET_ON_HELLO',
    isAmbiguous: true,
    make: s =>
      facts(
        { ...s, others: 0 },
        { targets: [stuck(s, { connects: [open(s)], handshakes: [broken(s, { code: 'ECONNRESET', syscall: 'read' })] })] },
      ),
  },
  {
    id: 'S05c',
    code: 'TLS.UNTRUSTED',
    isAmbiguous: true,
    make: s =>
      facts(s, {
        targets: [
          stuck(s, {
            handshakes: [
              unverified(s, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', { chain: [certificate(s, { issuer: s.privateIssuer })] }),
            ],
          }),
        ],
      }),
  },
];

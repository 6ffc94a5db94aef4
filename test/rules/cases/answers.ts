import type { HttpFacts, TargetFacts } from '../../../src/domain/network-facts.ts';
import { about, type Case, facts, page, served, target, unserved } from './base.ts';
import type { Setting } from './setting.ts';

const answer = (id: string, code: string, make: (s: Setting) => HttpFacts, change: Partial<TargetFacts> = {}): Case =>
  about(id, code, s => target(s, { ...change, http: make(s) }));

const status = (
  id: string,
  code: string,
  value: number | ((s: Setting) => number),
  headers: Readonly<Record<string, string>> = {},
): Case =>
  answer(id, code, s =>
    served({
      status: typeof value === 'number' ? value : value(s),
      headers: { 'content-type': 'text/plain', ...headers },
      firstHex: '4e6f',
      ranged: 'refused',
    }),
  );

const hop = (from: string, to: string, code = 302) => ({ status: code, from, to });
const own = (s: Setting): string => `https://${s.host}/golang/go.tar.gz`;

export const HTTP_CASES: readonly Case[] = [
  answer('H01', 'HTTP.LOOP', s => unserved({ status: 302, redirects: Array.from({ length: 10 }, () => hop(own(s), own(s))) })),
  answer('H30', 'HTTP.BAD_REDIRECT', () => unserved({ code: 'ERR_INVALID_URL', message: 'Invalid URL', status: 302 })),
  answer('H02', 'HTTP.DOWNGRADE', s => unserved({ redirects: [hop(own(s), `http://${s.host}/golang/go.tar.gz`)] })),
  answer('H03', 'HTTP.AUTH_REDIRECT', s =>
    unserved({ code: 'ENOTFOUND', redirects: [hop(own(s), `https://${s.loginHost}/start`)] }),
  ),
  answer('H04', 'HTTP.PORTAL', s => page(s.loginTitle)),
  {
    id: 'H04b',
    code: 'HTTP.PORTAL',
    make: s => {
      const control = target(
        { ...s, host: 'example.com', port: 80 },
        { url: 'http://example.com/', role: 'control', expects: 'page', handshakes: [], http: page(s.loginTitle) },
      );
      return facts({ ...s, others: 0 }, { targets: [target(s, { http: page(s.loginTitle) }), control] });
    },
  },
  answer('H04c', 'HTTP.PORTAL', () => served({ status: 511, headers: { 'content-type': 'text/html' }, title: 'x' })),
  answer('H05', 'HTTP.BLOCK_PAGE', s => page(s.blockTitle, { status: 403 })),
  answer('H05b', 'HTTP.BLOCK_PAGE', s => page(s.blockTitle)),
  status('H06', 'HTTP.AUTH', 401, { 'www-authenticate': 'Basic' }),
  status('H07', 'HTTP.FORBIDDEN', 403),
  answer('H07b', 'HTTP.FORBIDDEN', () => page('403 Forbidden', { status: 403 })),
  status('H08', 'HTTP.NOT_FOUND', 404),
  status('H08b', 'HTTP.NOT_FOUND', 410),
  {
    id: 'H09',
    code: 'MIRROR.LAG',
    make: s =>
      facts(
        { ...s, others: 2 },
        { targets: [target(s, { isListed: true, http: served({ status: 404, headers: {}, ranged: 'refused' }) })] },
      ),
  },
  status('H10', 'HTTP.RATE_LIMIT', 429, { 'retry-after': '30' }),
  status('H10b', 'HTTP.RATE_LIMIT', 403, { 'x-ratelimit-remaining': '0' }),
  status('H11', 'HTTP.LEGAL', 451),
  status('H12', 'HTTP.SERVER', s => s.serverStatus, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
  answer('H13', 'HTTP.TTFB_STALL', () => unserved({ ended: 'deadline', ms: 15_000, receivedBytes: 0 })),
  answer('H14', 'BODY.STALL', () =>
    served({
      ok: false,
      status: 200,
      ended: 'deadline',
      ms: 20_000,
      isComplete: false,
      announcedBytes: 68e6,
      receivedBytes: 9_000,
      progress: [
        [0, 0],
        [200, 9_000],
        [10_000, 9_000],
        [20_000, 9_000],
      ],
    }),
  ),
  answer('H15', 'BODY.THROTTLED', s =>
    served({
      ok: false,
      status: 200,
      ended: 'deadline',
      ms: 20_000,
      isComplete: false,
      announcedBytes: 68e6,
      receivedBytes: 3_000 * s.pace,
      progress: [
        [0, 0],
        [5_000, 750 * s.pace],
        [10_000, 1_500 * s.pace],
        [20_000, 3_000 * s.pace],
      ],
    }),
  ),
  answer('H16', 'BODY.TRUNCATED', () =>
    served({
      ok: false,
      status: 200,
      ended: 'fin',
      code: 'ECONNRESET',
      message: 'aborted',
      isComplete: false,
      announcedBytes: 5_000,
      receivedBytes: 900,
    }),
  ),
  answer('H17', 'BODY.RESET', () =>
    served({
      ok: false,
      status: 200,
      ended: 'reset',
      code: 'ECONNRESET',
      syscall: 'read',
      isComplete: false,
      announcedBytes: 5_000,
      receivedBytes: 900,
    }),
  ),
  answer('H18', 'BODY.TRUNCATED', () => {
    const { announcedBytes: _none, ...rest } = served({
      ok: false,
      status: 200,
      ended: 'fin',
      isComplete: false,
      receivedBytes: 900,
    });
    return rest;
  }),
  answer('H19', 'BODY.TRUNCATED_SILENT', () => {
    const { announcedBytes: _none, ...rest } = served({
      status: 200,
      isComplete: true,
      receivedBytes: 900,
      expectedBytes: 68e6,
      ranged: 'ignored',
    });
    return rest;
  }),
  answer('H20', 'HTTP.BROKEN_PROXY', () =>
    served({ ok: false, status: 200, code: 'HPE_CLOSED_CONNECTION', announcedBytes: 512, receivedBytes: 530 }),
  ),
  answer('H22', 'HTTP.BROKEN_PROXY', () => unserved({ code: 'HPE_HEADER_OVERFLOW', receivedBytes: 70_000 })),
  answer('H31', 'HTTP.BROKEN_PROXY', () => unserved({ code: 'HPE_INVALID_TRANSFER_ENCODING', receivedBytes: 200 })),
  answer('H21', 'HTTP.NOT_HTTP', () =>
    unserved({ code: 'HPE_INVALID_CONSTANT', receivedBytes: 22, firstHex: '5353482d322e302d' }),
  ),
  answer('H23', 'HTTP.CE_LABEL', () => served({ headers: { 'content-type': 'application/x-gzip', 'content-encoding': 'gzip' } })),
  answer('H24', 'HTTP.CE_REENCODED', () =>
    served({
      status: 200,
      ranged: 'ignored',
      headers: { 'content-type': 'application/x-gzip', 'content-encoding': 'gzip' },
      announcedBytes: 68_400_000,
      receivedBytes: 68_400_000,
      expectedBytes: 68_100_000,
    }),
  ),
  answer('H25', 'HTTP.STALE_CACHE', () =>
    served({ headers: { 'content-type': 'application/x-gzip', age: '86400', via: '1.1 cache' }, refreshed: 'different' }),
  ),
  {
    id: 'H26',
    code: 'HTTP.RANGE_IGNORED',
    isWarning: true,
    make: s => facts(s, { targets: [target(s, { http: served({ status: 200, ranged: 'ignored' }) })] }),
  },
  status('H27', 'HTTP.RANGE_INVALID', 416),
  answer('H28', 'HTTP.EMPTY', () => unserved({ code: 'ECONNRESET', message: 'socket hang up', receivedBytes: 0 })),
  answer('H29', 'HTTP.CUT_HEADERS', () => unserved({ code: 'HPE_INVALID_EOF_STATE', receivedBytes: 80 })),
  answer('H32', 'H2.STREAM', () =>
    served({
      ok: false,
      status: 200,
      code: 'ERR_HTTP2_STREAM_ERROR',
      message: 'Stream closed with error code NGHTTP2_INTERNAL_ERROR',
      isComplete: false,
    }),
  ),
  about('H33', 'H2.GOAWAY', s =>
    target(s, { clients: [{ client: 'go', ok: false, message: 'http2: server sent GOAWAY and closed the connection' }] }),
  ),
  answer('H34', 'H2.REFUSED', () =>
    unserved({ code: 'ERR_HTTP2_STREAM_ERROR', message: 'Stream closed with error code NGHTTP2_REFUSED_STREAM' }),
  ),
  about('H35', 'H2.RATE', s =>
    target(s, {
      clients: [{ client: 'go', ok: false, message: 'stream error: stream ID 7; ENHANCE_YOUR_CALM; received from peer' }],
    }),
  ),
  answer('H36', 'TCP.RESET', () => unserved({ code: 'ECONNRESET', syscall: 'read', receivedBytes: 0 })),
  status('H37', 'HTTP.STATUS', 418),
  answer('A20', 'ARC.NOT_GZIP', () => served({ firstHex: '6f6c64', headers: { 'content-type': 'application/octet-stream' } })),
  answer('A08b', 'ARC.TEXT_MODE', () => served({ firstHex: '1fefbfbd08000000' })),
  answer('A21', 'ARC.NOT_ZIP', () => served({ firstHex: '7b7d' }), {
    url: 'https://proxy.example.com/golang.org/toolchain/@v/v0.0.1-go1.26.8.linux-amd64.zip',
  }),
  { ...answer('H23b', 'HTTP.CE_LABEL', () => served({ headers: { 'content-encoding': 'gzip' } })), isAmbiguous: true },
];

const HEADS: Readonly<Record<string, string>> = {
  html: '3c21646f63747970',
  'bare-tar': '676f2f0000000000',
  'text-mangled': '1fefbfbd08000000',
};

const archive = (
  id: string,
  code: string,
  kind: Parameters<typeof facts>[1] extends infer T
    ? T extends { readonly archives?: readonly (infer A)[] }
      ? A extends { readonly kind: infer K }
        ? K
        : never
      : never
    : never,
  more: { readonly contentEncoding?: string; readonly bytes?: number } = {},
): Case => ({
  id,
  code,
  make: s =>
    facts(s, {
      targets: [target(s)],
      archives: [
        {
          sourceId: 'mirror',
          kind,
          bytes: more.bytes ?? 68_100_000,
          expectedBytes: 68_100_000,
          firstHex: HEADS[kind] ?? '1f8b0800000000000003',
          ...(more.contentEncoding === undefined ? {} : { contentEncoding: more.contentEncoding }),
        },
      ],
    }),
});

export const ARCHIVE_CASES: readonly Case[] = [
  archive('A01', 'ARC.TRUNCATED', 'truncated', { bytes: 5_000 }),
  archive('A02', 'HTTP.PORTAL', 'html', { bytes: 900 }),
  archive('A03', 'HTTP.CE_LABEL', 'bare-tar', { contentEncoding: 'gzip' }),
  archive('A04', 'HTTP.CE_REENCODED', 'double-gzip'),
  archive('A05', 'ARC.CORRUPT', 'damaged'),
  archive('A06', 'ARC.RECOMPRESSED', 'recompressed'),
  archive('A07', 'VER.TAMPERED', 'other'),
  archive('A08', 'ARC.TEXT_MODE', 'text-mangled'),
  archive('A09', 'ARC.WRONG_PLATFORM', 'wrong-platform'),
  archive('A18', 'BODY.TOO_LONG', 'longer', { bytes: 70_000_000 }),
  {
    id: 'A19',
    code: 'HTTP.STALE_CACHE',
    make: s =>
      facts(s, {
        targets: [target(s, { http: served({ headers: { age: '90000', 'x-cache': 'HIT' }, refreshed: 'different' }) })],
        archives: [{ sourceId: 'mirror', kind: 'other', bytes: 68_100_000, expectedBytes: 68_100_000, firstHex: '1f8b08' }],
      }),
  },
];

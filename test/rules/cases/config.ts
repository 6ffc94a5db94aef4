import {
  ALL_DIRECT,
  type Case,
  certificate,
  facts,
  open,
  shaken,
  shut,
  stuck,
  target,
  through,
  unresolved,
  unverified,
} from './base.ts';
import { environment, proxy, tunnel } from './parts.ts';

const viaProxy = (s: Parameters<Case['make']>[0]) => ({ route: through(s.proxy), connects: [] });

export const CONFIG_CASES: readonly Case[] = [
  {
    id: 'E01',
    code: 'CFG.PROXY_URL_INVALID',
    make: s => facts(s, { proxies: [proxy(s, { isValid: false, scheme: '', address: '://bad', connects: [] })] }),
  },
  { id: 'E02', code: 'CFG.PROXY_URL_NO_SCHEME', isWarning: true, make: s => facts(s, { proxies: [proxy(s, { scheme: '' })] }) },
  { id: 'E03', code: 'CFG.PROXY_SOCKS', make: s => facts(s, { proxies: [proxy(s, { scheme: 'socks5' })] }) },
  {
    id: 'E04',
    code: 'CFG.PROXY_SCHEME_MISMATCH',
    make: s => {
      const handshake = {
        ok: false,
        ms: 4,
        variant: 'usual' as const,
        address: '10.0.0.8',
        code: 'ERR_SSL_WRONG_VERSION_NUMBER',
        receivedBytes: 60,
        firstHex: '485454502f312e31',
      };
      const first = stuck(s, { ...viaProxy(s), tunnel: tunnel(s, { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }) });
      return facts(
        { ...s, others: 0 },
        { targets: [first], proxies: [proxy(s, { scheme: 'https', handshake, spoke: 'HTTP/1.1 400 Bad Request' })] },
      );
    },
  },
  {
    id: 'E05',
    code: 'CFG.NO_PROXY_AMBIGUOUS',
    isWarning: true,
    make: s => {
      const route = {
        ...ALL_DIRECT,
        curl: { via: s.proxy, reason: 'HTTPS_PROXY' },
        node: { via: s.proxy, reason: 'HTTPS_PROXY' },
      };
      return facts(s, {
        targets: [target(s, { route })],
        proxies: [proxy(s)],
        environment: environment({ variables: { NO_PROXY: '10.0.0.0/8', HTTPS_PROXY: `http://${s.proxy}` } }),
      });
    },
  },
  {
    id: 'E06',
    code: 'CFG.PROXY_CASE_CONFLICT',
    isWarning: true,
    make: s => facts(s, { environment: environment({ variables: { NO_PROXY: s.host, no_proxy: 'other.example.net' } }) }),
  },
  {
    id: 'E07',
    code: 'CFG.HTTPS_PROXY_MISSING',
    make: s =>
      facts(
        { ...s, others: 0 },
        {
          targets: [
            stuck(s, {
              connects: [shut(s, 'ENETUNREACH', { local: '0.0.0.0:0' })],
              offRoute: tunnel(s, { ok: true, status: 200 }),
            }),
          ],
          proxies: [proxy(s, { variables: ['HTTP_PROXY'] })],
          environment: environment({ variables: { HTTP_PROXY: `http://${s.proxy}` } }),
        },
      ),
  },
  {
    id: 'E08',
    code: 'CFG.PROXY_CGI',
    make: s => {
      const refused = { via: 'refused', reason: 'HTTP_PROXY with REQUEST_METHOD' };
      const first = stuck(s, { url: `http://${s.host}/golang/`, route: { ...ALL_DIRECT, go: refused }, connects: [] });
      return facts(s, {
        targets: [first],
        proxies: [proxy(s, { variables: ['HTTP_PROXY'] })],
        environment: environment({ variables: { REQUEST_METHOD: 'GET' } }),
      });
    },
  },
  {
    id: 'S30',
    code: 'CFG.TLS_DISABLED',
    make: s => facts(s, { environment: environment({ variables: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }) }),
  },
  {
    id: 'S25',
    code: 'CFG.EXTRA_CA_UNREADABLE',
    make: s =>
      facts(s, {
        targets: [
          stuck(s, {
            handshakes: [unverified(s, 'SELF_SIGNED_CERT_IN_CHAIN', { chain: [certificate(s, { issuer: s.privateIssuer })] })],
          }),
        ],
        environment: environment({
          variables: { NODE_EXTRA_CA_CERTS: '/etc/ca.pem' },
          files: [{ name: 'NODE_EXTRA_CA_CERTS', file: '/etc/ca.pem', sizeBytes: 0, problem: 'unreadable' }],
        }),
      }),
  },
  {
    id: 'S26',
    code: 'CFG.CERT_FILE_UNREADABLE',
    make: s =>
      facts(s, {
        targets: [
          target(s, {
            clients: [
              {
                client: 'go',
                ok: false,
                message: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
              },
            ],
          }),
        ],
        environment: environment({
          variables: { SSL_CERT_FILE: '/nowhere.pem' },
          files: [{ name: 'SSL_CERT_FILE', file: '/nowhere.pem', sizeBytes: 0, problem: 'unreadable' }],
        }),
      }),
  },
];

const throughProxy = (
  id: string,
  code: string,
  change: (s: Parameters<Case['make']>[0]) => Partial<Parameters<typeof stuck>[1]>,
  own: (s: Parameters<Case['make']>[0]) => Parameters<typeof proxy>[1] = () => ({}),
): Case => ({
  id,
  code,
  make: s => facts(s, { targets: [stuck(s, { ...viaProxy(s), ...change(s) })], proxies: [proxy(s, own(s))] }),
});

/** The proxy itself is out of order: nothing passes through it. */
const deadProxy = (
  id: string,
  code: string,
  change: Parameters<typeof throughProxy>[2],
  own: Parameters<typeof throughProxy>[3],
): Case => {
  const { make } = throughProxy(id, code, change, own);
  return { id, code, make: s => make({ ...s, others: 0 }) };
};

export const PROXY_CASES: readonly Case[] = [
  deadProxy(
    'P01',
    'PROXY.REFUSED',
    s => ({ tunnel: tunnel(s, { code: 'ECONNREFUSED' }) }),
    s => ({ connects: [shut(s, 'ECONNREFUSED', { address: '10.0.0.8' })] }),
  ),
  deadProxy(
    'P02',
    'PROXY.DNS',
    () => ({}),
    s => ({ address: s.proxy, connects: [], resolve: unresolved(s, 'ENOTFOUND', { errno: -3008, wire: 'ENOTFOUND' }) }),
  ),
  throughProxy('P03', 'PROXY.STALL', s => ({ tunnel: tunnel(s, { ended: 'deadline', ms: 8_000 }) })),
  throughProxy('P04', 'PROXY.AUTH', s => ({
    tunnel: tunnel(s, { status: 407, reason: 'Proxy Authentication Required', schemes: ['NTLM', 'Negotiate'] }),
  })),
  throughProxy('P05', 'PROXY.DENIED', s => ({ tunnel: tunnel(s, { status: 403, squidError: 'ERR_ACCESS_DENIED 0' }) })),
  {
    id: 'P06',
    code: 'PROXY.PORT_DENIED',
    make: s =>
      throughProxy('', '', q => ({ tunnel: tunnel(q, { status: 403, squidError: 'ERR_ACCESS_DENIED 0', onPort443: 200 }) })).make(
        { ...s, port: 8443 },
      ),
  },
  throughProxy('P07', 'PROXY.UPSTREAM', s => ({
    tunnel: tunnel(s, { status: s.serverStatus, squidError: 'ERR_CONNECT_FAIL 101' }),
  })),
  throughProxy('P08', 'PROXY.CLOSED', s => ({ tunnel: tunnel(s, { ended: 'fin', message: 'socket hang up' }) })),
  throughProxy('P09', 'PROXY.INJECTS', s => ({
    tunnel: tunnel(s, { ok: true, status: 200, headHex: '3c68746d6c3e626c6f636b6564' }),
    handshakes: [
      shaken(s, { ok: false, code: 'ECONNRESET', receivedBytes: 0, chain: [], verified: { bundled: '', system: '' } }),
    ],
  })),
  throughProxy('P10', 'PROXY.RESET', s => ({ tunnel: tunnel(s, { code: 'ECONNRESET', syscall: 'read' }) })),
  throughProxy('P11', 'PROXY.NOT_HTTP', s => ({
    tunnel: tunnel(s, { code: 'HPE_INVALID_CONSTANT', headHex: '5353482d322e30' }),
  })),
  throughProxy('P12', 'TLS.INTERCEPTED', s => ({
    tunnel: tunnel(s, { ok: true, status: 200 }),
    handshakes: [
      unverified(s, 'SELF_SIGNED_CERT_IN_CHAIN', {
        chain: [
          certificate(s, { issuer: s.privateIssuer }),
          certificate(s, { subject: s.privateIssuer, issuer: s.privateIssuer, isSelfIssued: true }),
        ],
        hasSct: false,
      }),
    ],
    direct: { connects: [open(s)], handshake: shaken(s) },
  })),
  deadProxy(
    'P13',
    'PROXY.UNREACHABLE',
    s => ({ tunnel: tunnel(s, { code: 'EHOSTUNREACH', syscall: 'connect' }) }),
    s => ({ connects: [shut(s, undefined, { address: '10.0.0.8', ended: 'deadline' })] }),
  ),
];

import { describe, expect, it } from 'vitest';
import type { Facts, TargetFacts, TargetRole } from '../../src/domain/network-facts.ts';
import type { Outcome } from '../../src/domain/probe-outcome.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import {
  broken,
  certificate,
  facts,
  intermediate,
  open,
  page,
  resolved,
  served,
  shaken,
  shut,
  stuck,
  target,
  through,
  unresolved,
  unverified,
} from './cases/base.ts';
import { proxy, tunnel } from './cases/parts.ts';
import { PLAIN, type Setting } from './cases/setting.ts';

/** What an install would use: sources, a module proxy, the checksum database, and a control. */
const HOSTS: readonly (readonly [host: string, role: TargetRole])[] = [
  ['go.dev', 'source'],
  ['dl.google.com', 'source'],
  ['mirrors.aliyun.com', 'source'],
  ['mirrors.nju.edu.cn', 'source'],
  ['proxy.example.com', 'goproxy'],
  ['sum.golang.org', 'checksum-database'],
  ['example.org', 'control'],
];

/** One fault that meets every host. */
function network(make: (s: Setting, role: TargetRole) => TargetFacts, outcome: Outcome, more: Partial<Facts> = {}): Facts {
  const targets = HOSTS.map(([host, role], index) => {
    const own = { ...PLAIN, host, address: `93.184.1.${index + 1}` };
    return {
      ...make(own, role),
      host,
      role,
      sourceId: host,
      url: role === 'control' ? `http://${host}/` : `https://${host}/go/go1.26.8.linux-amd64.tar.gz`,
    };
  });
  const goproxy = [{ entry: 'https://proxy.example.com', next: 'end' as const, outcome }];
  const checksumDatabase = [
    { through: 'direct', outcome },
    { through: 'sum.golang.google.cn', outcome },
  ];
  return facts({ ...PLAIN, others: 0 }, { targets, goproxy, checksumDatabase, ...more });
}

const failed = (code: string | undefined, change: Partial<Outcome> = {}): Outcome => ({
  ok: false,
  ms: 20,
  ...(code === undefined ? {} : { code }),
  ...change,
});
const privateCa = (s: Setting) => [
  certificate(s, { issuer: s.privateIssuer }),
  certificate(s, { subject: s.privateIssuer, issuer: s.privateIssuer, isSelfIssued: true }),
];

const NETWORKS: Readonly<Record<string, readonly [code: string, facts: Facts]>> = {
  'egress is closed': [
    'TCP.TIMEOUT',
    network(
      s => stuck(s, { connects: [shut(s, undefined, { ended: 'deadline', ms: 5_000 })] }),
      failed(undefined, { ended: 'deadline' }),
    ),
  ],
  'there is no network': [
    'TCP.NO_ROUTE',
    network(
      s => stuck(s, { connects: [shut(s, 'ENETUNREACH', { local: '0.0.0.0:0' })] }),
      failed('ENETUNREACH', { syscall: 'connect' }),
    ),
  ],
  'the resolver is silent': [
    'DNS.TIMEOUT',
    network(
      s => stuck(s, { resolve: unresolved(s, 'EAI_AGAIN', { errno: -3001, ms: 5_000, wire: 'ETIMEOUT' }), connects: [] }),
      failed('EAI_AGAIN', { syscall: 'getaddrinfo' }),
    ),
  ],
  'port 53 is closed': [
    'DNS.RESOLVER_DOWN',
    network(
      s => stuck(s, { resolve: unresolved(s, 'EAI_AGAIN', { errno: -3001, ms: 1, wire: 'ECONNREFUSED' }), connects: [] }),
      failed('EAI_AGAIN', { syscall: 'getaddrinfo' }),
    ),
  ],
  'the proxy is dead': [
    'PROXY.REFUSED',
    network(
      s => stuck(s, { route: through(s.proxy), connects: [], tunnel: tunnel(s, { code: 'ECONNREFUSED', syscall: 'connect' }) }),
      failed('ECONNREFUSED', { syscall: 'connect' }),
      {
        proxies: [proxy(PLAIN, { connects: [shut(PLAIN, 'ECONNREFUSED', { address: '10.0.0.8', port: 3128 })] })],
      },
    ),
  ],
  'the proxy wants a login': [
    'PROXY.AUTH',
    network(
      s => stuck(s, { route: through(s.proxy), connects: [], tunnel: tunnel(s, { status: 407, schemes: ['Basic'] }) }),
      failed('ERR_PROXY_TUNNEL'),
      { proxies: [proxy(PLAIN)] },
    ),
  ],
  'a company inspects TLS': [
    'TLS.INTERCEPTED',
    network(
      s => stuck(s, { handshakes: [unverified(s, 'SELF_SIGNED_CERT_IN_CHAIN', { chain: privateCa(s), hasSct: false })] }),
      failed('SELF_SIGNED_CERT_IN_CHAIN'),
    ),
  ],
  'the clock is four years slow': [
    'CLOCK.SKEW',
    network(
      s => stuck(s, { handshakes: [unverified(s, 'CERT_NOT_YET_VALID', { chain: [certificate(s), intermediate(s)] })] }),
      failed('CERT_NOT_YET_VALID'),
      {
        clock: {
          nowMs: PLAIN.nowMs - 126e9,
          builtMs: PLAIN.nowMs - 1e9,
          offsets: [
            { host: 'go.dev', offsetMs: -126e9 },
            { host: 'example.org', offsetMs: -126e9 + 400 },
          ],
        },
      },
    ),
  ],
  'a captive portal stands in front of everything': [
    'HTTP.PORTAL',
    network(
      (s, role) =>
        role === 'control'
          ? target(s, { handshakes: [], http: page('Welcome to Guest WiFi') })
          : target(s, { http: page('Welcome to Guest WiFi') }),
      { ok: true, ms: 9 },
      {
        goproxy: [
          {
            entry: 'https://proxy.example.com',
            next: 'end',
            outcome: { ok: true, ms: 9 },
            status: 200,
            contentType: 'text/html',
          },
        ],
        checksumDatabase: [{ through: 'direct', outcome: { ok: true, ms: 9 }, status: 200, isSigned: false }],
      },
    ),
  ],
  'a filter answers names with 0.0.0.0': [
    'DNS.BOGON',
    network(
      s =>
        stuck(s, {
          resolve: resolved({ ...s, address: '0.0.0.0' }),
          connects: [shut({ ...s, address: '0.0.0.0' }, 'ECONNREFUSED')],
        }),
      failed('ECONNREFUSED', { syscall: 'connect' }),
    ),
  ],
  'a firewall drops large hellos': [
    'TLS.PQ_INTOLERANT',
    network(
      s => stuck(s, { handshakes: [broken(s, { ended: 'deadline', ms: 8_000 }), shaken(s, { variant: 'classical' })] }),
      failed(undefined, { ended: 'deadline' }),
    ),
  ],
  'large packets are lost': [
    'PATH.MTU',
    network(
      s =>
        stuck(s, {
          connects: [open(s)],
          handshakes: [
            broken(s, { ended: 'deadline', ms: 8_000 }),
            broken(s, { variant: 'classical', ended: 'deadline', ms: 8_000 }),
          ],
          mtu: { smallPasses: true, largePasses: false },
        }),
      failed(undefined, { ended: 'deadline' }),
    ),
  ],
};

describe('a fault of the whole network', () => {
  it.each(Object.entries(NETWORKS))('%s: is one cause, and the first', (_name, [code, given]) => {
    const { causes } = diagnose(given);
    expect(causes[0]).toMatchObject({ code, verdict: 'cause' });
    expect(causes.filter(cause => cause.verdict === 'cause').map(cause => cause.code)).toEqual([code]);
  });

  it('a dead mirror among good ones is named, and only it', () => {
    const given = network(
      (s, role) =>
        s.host === 'mirrors.nju.edu.cn'
          ? stuck(s, { connects: [shut(s, 'ECONNREFUSED')] })
          : target(s, role === 'control' ? { http: served() } : {}),
      { ok: true, ms: 9 },
    );
    expect(diagnose(given).causes.map(({ code, subject }) => [code, subject])).toEqual([['TCP.REFUSED', 'mirrors.nju.edu.cn']]);
  });
});

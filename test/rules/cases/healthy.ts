import type { Facts } from '../../../src/domain/network-facts.ts';
import { ALL_DIRECT, certificate, facts, open, page, resolved, served, shaken, shut, target, through, unserved } from './base.ts';
import { disk, environment, proxy, tunnel } from './parts.ts';
import type { Setting } from './setting.ts';

/** Machines on which nothing is wrong, each with something that innocently differs. */
export const HEALTHY: Readonly<Record<string, (s: Setting) => Facts>> = {
  'nothing special': s => facts(s, { targets: [target(s)] }),
  'nothing was looked at': s => facts({ ...s, others: 0 }, {}),
  'addresses of a content network differ': s =>
    facts(s, {
      targets: [
        target(s, {
          resolve: resolved(s, {
            wire4: { ok: true, ms: 9, addresses: ['151.101.1.6'] },
            overHttps: [{ ok: true, ms: 80, operator: 'a', addresses: ['151.101.65.6'] }],
          }),
        }),
      ],
    }),
  'no OCSP staple and no SCT on a private CA that is trusted on purpose': s =>
    facts(s, {
      targets: [
        target(s, {
          handshakes: [
            shaken(s, {
              hasStaple: false,
              hasSct: false,
              verified: { bundled: 'SELF_SIGNED_CERT_IN_CHAIN', system: 'SELF_SIGNED_CERT_IN_CHAIN', extra: 'ok' },
              chain: [certificate(s, { issuer: s.privateIssuer })],
            }),
          ],
        }),
      ],
    }),
  'trusted by the system only': s =>
    facts(s, {
      targets: [
        target(s, {
          handshakes: [
            shaken(s, {
              ok: false,
              code: 'SELF_SIGNED_CERT_IN_CHAIN',
              verified: { bundled: 'SELF_SIGNED_CERT_IN_CHAIN', system: 'ok' },
            }),
            shaken(s, { variant: 'system-roots', verified: { bundled: 'SELF_SIGNED_CERT_IN_CHAIN', system: 'ok' } }),
          ],
        }),
      ],
    }),
  'an address without content, which has no first bytes': s =>
    facts(s, {
      targets: [
        target(s, {
          url: `https://${s.host}:${s.port}/health`,
          role: 'given',
          http: served({ status: 416, headers: {}, ranged: 'refused', receivedBytes: 0, firstHex: '' }),
        }),
      ],
    }),
  'a machine without IPv6': s =>
    facts(s, {
      targets: [
        target(s, { connects: [open(s), shut(s, 'ENETUNREACH', { family: 6, address: '2001:db8:1::1', local: ':::0' })] }),
      ],
    }),
  'one of several addresses is dead': s =>
    facts(s, {
      targets: [
        target(s, { connects: [shut(s, undefined, { ended: 'deadline', ms: 5_000 }), open(s, { address: '93.184.215.15' })] }),
      ],
    }),
  'through a proxy that works': s =>
    facts(s, {
      targets: [target(s, { route: through(s.proxy), connects: [], tunnel: tunnel(s, { ok: true, status: 200 }) })],
      proxies: [proxy(s)],
    }),
  'a proxy that is configured and not used': s =>
    facts(s, { targets: [target(s)], proxies: [proxy(s, { connects: [shut(s, 'ECONNREFUSED')] })] }),
  'a mirror of the company with a private address': s =>
    facts(s, { targets: [target({ ...s, address: '10.20.30.40' }, { resolve: resolved({ ...s, address: '10.20.30.40' }) })] }),
  'a server on the loopback': s =>
    facts(s, {
      targets: [
        target(
          { ...s, host: 'localhost', address: '127.0.0.1' },
          {
            resolve: resolved({ ...s, host: 'localhost', address: '127.0.0.1' }),
            url: 'http://localhost:8080/go.tar.gz',
            handshakes: [],
          },
        ),
      ],
    }),
  'a name that the hosts file leads to the loopback': s => {
    const own = { ...s, address: '127.0.0.1' };
    const resolve = {
      ...resolved(own),
      wire4: { ok: false, ms: 3, code: 'ECONNREFUSED', addresses: [] },
      hosts: [{ file: '/etc/hosts', line: 2, address: '127.0.0.1' }],
    };
    return facts(s, { targets: [target(own, { url: `http://${s.host}/files/tool.tar.gz`, resolve, handshakes: [] })] });
  },
  'a name of a developer that leads to the loopback': s => {
    const own = { ...s, address: '127.0.0.1' };
    return facts(s, {
      targets: [target(own, { url: `http://${s.host}/files/tool.tar.gz`, resolve: resolved(own), handshakes: [] })],
    });
  },
  'a file of another kind at an address that a person gave': s =>
    facts(s, { targets: [target(s, { role: 'given', http: served({ firstHex: '6f6b' }) })] }),
  'a fake address of a VPN client': s =>
    facts(s, { targets: [target({ ...s, address: '198.18.0.12' }, { resolve: resolved({ ...s, address: '198.18.0.12' }) })] }),
  'a page where a person asked for one': s =>
    facts(s, {
      targets: [target(s, { url: `https://${s.host}/`, role: 'given', expects: 'page', http: page('Welcome, please log in') })],
    }),
  'a redirect to another host that serves it': s =>
    facts(s, {
      targets: [
        target(s, {
          http: served({ redirects: [{ status: 302, from: `https://${s.host}/a`, to: 'https://dl.example.org/a' }] }),
        }),
      ],
    }),
  'a module proxy without toolchains': s =>
    facts(s, {
      targets: [
        target(s, {
          role: 'goproxy',
          expects: 'text',
          http: served({ status: 404, headers: { 'content-type': 'text/plain' }, ranged: 'refused' }),
        }),
      ],
      goproxy: [{ entry: `https://${s.host}`, next: 'end', outcome: { ok: true, ms: 9 }, status: 404, hasToolchains: false }],
    }),
  'a module proxy that wants credentials': s =>
    facts(s, {
      targets: [target(s, { role: 'goproxy', withheld: true, http: served({ status: 401, headers: {}, ranged: 'refused' }) })],
      goproxy: [{ entry: `https://${s.host}`, next: 'not-found', withheld: true, outcome: { ok: true, ms: 9 }, status: 401 }],
    }),
  'a proxy that wants credentials, which probes do not send': s =>
    facts(
      { ...s, others: 0 },
      {
        targets: [
          target(s, {
            route: through(s.proxy),
            connects: [],
            handshakes: [],
            tunnel: tunnel(s, { status: 407, schemes: ['Basic'], withheld: true }),
            http: served(),
          }),
        ],
        proxies: [proxy(s, { withheld: true })],
      },
    ),
  'the checksum database is reached through the proxy only': s => {
    const database = { ...s, host: 'sum.golang.org' };
    const dead = target(database, {
      role: 'checksum-database',
      url: 'https://sum.golang.org/latest',
      connects: [shut(s, undefined, { ended: 'deadline', ms: 5_000 })],
      handshakes: [],
      http: unserved({ ended: 'deadline' }),
    });
    return facts(s, {
      targets: [target(s), dead],
      checksumDatabase: [
        { through: 'direct', outcome: { ok: false, ms: 5_000, ended: 'deadline' } },
        { through: `https://${s.host}`, outcome: { ok: true, ms: 30 }, status: 200, isSigned: true },
      ],
    });
  },
  'GOPROXY=direct and GOSUMDB=off': s =>
    facts(s, {
      targets: [target(s)],
      goproxy: [{ entry: 'direct', next: 'end', outcome: { ok: true, ms: 0 } }],
      environment: environment({ settings: { GOPROXY: 'direct', GOSUMDB: 'off', GOTOOLCHAIN: 'go1.26.8+auto' } }),
    }),
  'settings that are right': s =>
    facts(s, {
      environment: environment({
        settings: {
          GOPROXY: 'https://proxy.example.com|direct',
          GOSUMDB: 'sum.golang.google.cn',
          GOTOOLCHAIN: 'local',
          GOPRIVATE: 'git.corp.example',
        },
        variables: { NO_PROXY: 'localhost', no_proxy: 'localhost' },
      }),
    }),
  'a clock that is two minutes off': s =>
    facts(s, {
      targets: [target(s)],
      clock: {
        nowMs: s.nowMs,
        builtMs: s.nowMs - 1e9,
        offsets: [
          { host: 'a.example', offsetMs: 118_000 },
          { host: 'b.example', offsetMs: 121_000 },
        ],
      },
    }),
  'a file system that counts no inodes': s => facts(s, { disks: [disk({ freeInodes: 0 })] }),
  'a tool cache that does not stand yet': s => facts(s, { disks: [disk({ exists: false })] }),
  'archives that are what they should be': s =>
    facts(s, { archives: [{ sourceId: 'mirror', kind: 'genuine', bytes: 68e6, expectedBytes: 68e6, firstHex: '1f8b' }] }),
  'a control that is blocked': s =>
    facts(s, {
      targets: [
        target(s),
        target(
          { ...s, host: 'example.com' },
          { role: 'control', connects: [shut(s, 'ECONNREFUSED')], handshakes: [], http: unserved({ code: 'ECONNREFUSED' }) },
        ),
      ],
    }),
  'stacks that nobody here uses go another way': s =>
    facts(s, {
      targets: [
        target(s, {
          route: { ...ALL_DIRECT, undici: { via: s.proxy, reason: 'HTTP_PROXY' }, actions: { via: s.proxy, reason: 'x' } },
        }),
      ],
    }),
  offline: s =>
    facts(
      { ...s, others: 0 },
      {
        targets: [],
        goproxy: [{ entry: 'https://proxy.example.com', next: 'not-found', outcome: { ok: false, ms: 0, code: 'NOT_ASKED' } }],
      },
    ),
};

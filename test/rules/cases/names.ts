import {
  about,
  type Case,
  certificate,
  facts,
  open,
  resolved,
  served,
  shut,
  stuck,
  target,
  unresolved,
  unverified,
} from './base.ts';

export const NAME_CASES: readonly Case[] = [
  about('D01', 'DNS.NXDOMAIN', s =>
    stuck(s, { resolve: unresolved(s, 'ENOTFOUND', { errno: -3008, wire: 'ENOTFOUND' }), connects: [] }),
  ),
  about('D01b', 'DNS.FILTERED', s =>
    stuck(s, {
      connects: [],
      resolve: {
        ...unresolved(s, 'ENOTFOUND', { errno: -3008, wire: 'ENOTFOUND' }),
        overHttps: [{ ok: true, ms: 90, operator: 'a', addresses: [s.address] }],
      },
    }),
  ),
  about('D01c', 'DNS.NXDOMAIN', s => stuck(s, { resolve: unresolved(s, 'ENOTFOUND', { errno: -3008 }), connects: [] })),
  about('D02', 'DNS.SERVFAIL', s =>
    stuck(s, { resolve: unresolved(s, 'EAI_AGAIN', { errno: -3001, wire: 'ESERVFAIL' }), connects: [] }),
  ),
  about('D03', 'DNS.REFUSED', s =>
    stuck(s, { resolve: unresolved(s, 'EAI_AGAIN', { errno: -3001, wire: 'EREFUSED' }), connects: [] }),
  ),
  about('D04', 'DNS.TIMEOUT', s =>
    stuck(s, { resolve: unresolved(s, 'EAI_AGAIN', { errno: -3001, ms: 5_000, wire: 'ETIMEOUT' }), connects: [] }),
  ),
  about('D05', 'DNS.NODATA', s =>
    stuck(s, { resolve: unresolved(s, 'ENOTFOUND', { errno: -3007, wire: 'ENODATA' }), connects: [] }),
  ),
  {
    id: 'D06',
    code: 'DNS.RESOLVER_DOWN',
    make: s =>
      about('', '', q =>
        stuck(q, { resolve: unresolved(q, 'EAI_AGAIN', { errno: -3001, ms: 1, wire: 'ECONNREFUSED' }), connects: [] }),
      ).make({ ...s, others: 0 }),
  },
  about('D07', 'DNS.BOGON', s => {
    const wrong = { ...s, address: '0.0.0.0' };
    return stuck(wrong, {
      url: `http://${s.host}/golang/go.tar.gz`,
      resolve: resolved(wrong),
      connects: [open(wrong)],
      http: served({ status: 200, ranged: 'ignored' }),
    });
  }),
  about('D07b', 'DNS.BOGON', s => {
    const wrong = { ...s, address: '127.0.0.1' };
    return stuck(wrong, { resolve: resolved(wrong), connects: [shut(wrong, 'ECONNREFUSED')] });
  }),
  about('D08', 'DNS.HIJACK', s => {
    const wrong = { ...s, host: 'go.dev', address: '192.168.1.1' };
    const overHttps = [{ ok: true, ms: 90, operator: 'a', addresses: ['216.239.32.21'] }];
    return stuck(wrong, {
      resolve: resolved(wrong, { overHttps }),
      connects: [open(wrong)],
      handshakes: [
        unverified(wrong, 'ERR_TLS_CERT_ALTNAME_INVALID', {
          chain: [certificate(wrong, { names: ['router.local'], issuer: s.privateIssuer })],
        }),
      ],
    });
  }),
  {
    id: 'D08b',
    code: 'DNS.HIJACK',
    isAmbiguous: true,
    make: s => {
      const wrong = { ...s, address: '10.99.0.1' };
      const chain = [certificate(wrong, { names: ['router.lan'], issuer: s.privateIssuer })];
      const handshakes = [unverified(wrong, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', { chain })];
      return facts(
        { ...s, others: 0 },
        { targets: [stuck(wrong, { resolve: resolved(wrong), connects: [open(wrong)], handshakes })] },
      );
    },
  },
  about('D09', 'DNS.HOSTS_OVERRIDE', s => {
    const wrong = { ...s, address: '10.1.1.1' };
    return stuck(wrong, {
      resolve: {
        ...resolved(wrong),
        wire4: { ok: true, ms: 9, addresses: [s.address] },
        hosts: [{ file: '/etc/hosts', line: 7, address: '10.1.1.1' }],
      },
      connects: [shut(wrong, 'ETIMEDOUT', { ms: 5_000 })],
    });
  }),
  about('D10', 'DNS.SEARCH_WILDCARD', s => {
    const wrong = { ...s, address: '127.0.0.9' };
    return stuck(wrong, {
      resolve: resolved(wrong, {
        rooted: { ok: false, ms: 8, code: 'ENOTFOUND', addresses: [] },
        ndots: 5,
        searchDomains: ['test'],
      }),
      connects: [shut(wrong, 'ECONNREFUSED')],
    });
  }),
  // Names that are meant to be completed by the search list.
  ...(
    [
      ['D10b', 'mirror', ['corp.example']],
      ['D10c', 'athens.build', ['ci.svc.cluster.local', 'svc.cluster.local', 'cluster.local']],
      ['D10d', 'athens.build.svc', ['ci.svc.cluster.local', 'svc.cluster.local', 'cluster.local']],
    ] as const
  ).map(([id, host, searchDomains]) =>
    about(id, 'TCP.REFUSED', s => {
      const service = { ...s, host };
      return stuck(service, {
        resolve: resolved(service, {
          rooted: { ok: false, ms: 8, code: 'ENOTFOUND', addresses: [] },
          ndots: 5,
          searchDomains,
        }),
        connects: [shut(service, 'ECONNREFUSED')],
      });
    }),
  ),
  about('D10e', 'DNS.SEARCH_WILDCARD', s => {
    const wrong = { ...s, host: 'go.dev', address: '198.51.100.9' };
    return stuck(wrong, {
      resolve: resolved(wrong, {
        rooted: { ok: false, ms: 8, code: 'ENOTFOUND', addresses: [] },
        ndots: 5,
        searchDomains: ['ci.svc.cluster.local', 'svc.cluster.local', 'cluster.local', 'corp.example'],
      }),
      connects: [shut(wrong, 'ECONNREFUSED')],
    });
  }),
  about('D11', 'DNS.V6_ONLY', s => {
    const v6 = { ...s, address: '2a00:1450:4001:81b::2011' };
    return stuck(v6, {
      resolve: resolved(v6, { wire4: { ok: false, ms: 9, code: 'ENODATA', addresses: [] } }),
      connects: [shut(v6, 'ENETUNREACH', { family: 6, local: ':::0' })],
    });
  }),
  about('D12', 'DNS.BROKEN', s =>
    stuck(s, { resolve: unresolved(s, 'EAI_AGAIN', { errno: -3001, wire: 'EBADRESP' }), connects: [] }),
  ),
  about('D12b', 'DNS.BROKEN', s =>
    stuck(s, { resolve: unresolved(s, 'ENOTFOUND', { errno: -3008, wire: 'EFORMERR' }), connects: [] }),
  ),
];

export const TCP_CASES: readonly Case[] = [
  about('T01', 'TCP.REFUSED', s => stuck(s, { connects: [shut(s, 'ECONNREFUSED')] })),
  about('T02', 'TCP.TIMEOUT', s => stuck(s, { connects: [shut(s, undefined, { ended: 'deadline', ms: 5_000 })] })),
  about('T03', 'TCP.PROHIBITED', s => stuck(s, { connects: [shut(s, 'EHOSTUNREACH', { ms: 4 })] })),
  about('T04', 'TCP.NET_UNREACH', s => stuck(s, { connects: [shut(s, 'ENETUNREACH', { local: '10.0.0.7:45012' })] })),
  about('T05', 'TCP.NO_ROUTE', s => stuck(s, { connects: [shut(s, 'ENETUNREACH', { local: '0.0.0.0:0' })] })),
  about('T06', 'TCP.HOST_DOWN', s => stuck(s, { connects: [shut(s, 'EHOSTUNREACH', { ms: 3_070 })] })),
  {
    id: 'T07',
    code: 'TCP.V6_BROKEN',
    isWarning: true,
    make: s =>
      about('', '', q =>
        target(q, {
          connects: [open(q), shut(q, undefined, { family: 6, address: '2001:db8:1::1', ended: 'deadline', ms: 5_000 })],
        }),
      ).make(s),
  },
  about('T08', 'SELF.ADDR_CUTOFF', s =>
    stuck(s, {
      connects: [open(s, { ms: 1_040 }), shut(s, 'ENETUNREACH', { family: 6, address: '2001:db8:1::1', local: ':::0' })],
      dialed: { ok: false, ms: 255, code: 'ETIMEDOUT', syscall: 'connect' },
    }),
  ),
  about('T09', 'TCP.REFUSED', s =>
    stuck(s, { connects: [shut(s, 'ECONNREFUSED'), shut(s, 'ECONNREFUSED', { family: 6, address: '2001:db8:1::1' })] }),
  ),
  about('T10', 'TCP.ACCEPT_RESET', s =>
    stuck(s, {
      connects: [open(s, { silence: 'reset' })],
      handshakes: [
        { ok: false, ms: 4, variant: 'usual', address: s.address, code: 'ECONNRESET', syscall: 'read', receivedBytes: 0 },
      ],
    }),
  ),
  about('T11', 'TCP.ACCEPT_CLOSED', s =>
    stuck(s, {
      connects: [open(s, { silence: 'fin' })],
      handshakes: [
        { ok: false, ms: 4, variant: 'usual', address: s.address, code: 'ECONNRESET', ended: 'fin', receivedBytes: 0 },
      ],
    }),
  ),
  about('T12', 'PATH.MTU', s =>
    stuck(s, {
      handshakes: [
        { ok: false, ms: 8_000, variant: 'usual', address: s.address, ended: 'deadline', receivedBytes: 0 },
        { ok: false, ms: 8_000, variant: 'classical', address: s.address, ended: 'deadline', receivedBytes: 0 },
      ],
      mtu: { smallPasses: true, largePasses: false, bytes: 600 },
    }),
  ),
  about('T13', 'FS.FD_LIMIT', s => stuck(s, { connects: [shut(s, 'EMFILE')] })),
  about('T15', 'TCP.NO_PORTS', s => stuck(s, { connects: [shut(s, 'EADDRNOTAVAIL', { local: '0.0.0.0:0' })] })),
  about('T15b', 'TCP.NO_ROUTE', s => stuck(s, { connects: [shut(s, 'EADDRNOTAVAIL', { address: '2001:db8::1', family: 6 })] })),
  about('T14', 'HTTP.STALE_SOCKET', s =>
    target(s, {
      http: {
        ok: false,
        ms: 2,
        code: 'ECONNRESET',
        syscall: 'read',
        headers: {},
        redirects: [],
        reusedSocket: true,
        receivedBytes: 0,
      },
    }),
  ),
  about('T15', 'TCP.HOST_UNREACH', s => stuck(s, { connects: [shut(s, 'EHOSTUNREACH', { ms: 1_010 })] })),
  about('T16', 'TCP.RESET', s => stuck(s, { connects: [shut(s, 'ECONNRESET')] })),
];

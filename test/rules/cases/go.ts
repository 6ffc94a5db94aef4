import { type Case, facts, stuck, target } from './base.ts';
import { saw } from './machine.ts';
import { disk, environment } from './parts.ts';

const member = (
  entry: string,
  change: {
    readonly status?: number;
    readonly contentType?: string;
    readonly next?: 'not-found' | 'any-error' | 'end';
    readonly zip?: 'zip' | 'html';
    readonly ok?: boolean;
    readonly code?: string;
    readonly message?: string;
    readonly hasToolchains?: boolean;
  },
) => ({
  entry,
  next: change.next ?? ('not-found' as const),
  outcome: {
    ok: change.ok ?? true,
    ms: 20,
    ...(change.code === undefined ? {} : { code: change.code }),
    ...(change.message === undefined ? {} : { message: change.message }),
  },
  ...(change.status === undefined ? {} : { status: change.status }),
  ...(change.contentType === undefined ? {} : { contentType: change.contentType }),
  ...(change.zip === undefined ? {} : { zip: change.zip }),
  ...(change.hasToolchains === undefined ? {} : { hasToolchains: change.hasToolchains }),
});

const FIRST = 'https://proxy.one.example';
const SECOND = 'https://proxy.two.example';

export const GO_CASES: readonly Case[] = [
  {
    id: 'G01',
    code: 'GO.PROXY_OFF',
    make: s =>
      facts(s, {
        seen: [saw('GO.PROXY_OFF', { tool: 'go' }, 'example.com/m')],
        environment: environment({ settings: { GOPROXY: 'off' } }),
      }),
  },
  {
    id: 'G01b',
    code: 'GO.PROXY_OFF',
    make: s =>
      facts(s, {
        goproxy: [member(FIRST, { status: 404 }), member('off', { next: 'end' })],
        environment: environment({ settings: { GOPROXY: `${FIRST},off` } }),
      }),
  },
  ...[',', 'foo', 'ftp://x'].map(
    (value, index): Case => ({
      id: `G02${index}`,
      code: 'GO.PROXY_CONFIG',
      make: s => facts(s, { environment: environment({ settings: { GOPROXY: value } }) }),
    }),
  ),
  {
    id: 'G03',
    code: 'GO.PROXY_NO_FALLBACK',
    make: s => facts(s, { goproxy: [member(FIRST, { status: 403 }), member(SECOND, { status: 200, next: 'end' })] }),
  },
  {
    id: 'G03b',
    code: 'GO.PROXY_NO_FALLBACK',
    make: s =>
      facts(s, {
        targets: [
          stuck(s, {
            role: 'goproxy',
            url: `https://${s.host}/`,
            connects: [{ ok: false, ms: 1, address: s.address, port: 443, family: 4, code: 'ECONNREFUSED' }],
          }),
        ],
        goproxy: [member(`https://${s.host}`, { ok: false, code: 'ECONNREFUSED' }), member(SECOND, { status: 200 })],
      }),
  },
  {
    id: 'G04',
    code: 'GO.PROXY_HTML',
    make: s => facts(s, { goproxy: [member(FIRST, { status: 200, contentType: 'text/html', next: 'end' })] }),
  },
  {
    id: 'G05',
    code: 'GO.PROXY_BAD_ZIP',
    make: s =>
      facts(s, { goproxy: [member(FIRST, { status: 200, zip: 'html', next: 'any-error' }), member(SECOND, { status: 200 })] }),
  },
  {
    id: 'G06',
    code: 'BODY.TRUNCATED',
    isAmbiguous: true,
    make: s => facts(s, { goproxy: [member(FIRST, { ok: false, message: 'read zip: unexpected EOF', next: 'end' })] }),
  },
  {
    id: 'G06b',
    code: 'FS.NO_SPACE',
    make: s =>
      facts(s, {
        disks: [disk({ role: 'module-cache', path: '/go/pkg/mod', freeBytes: 0, code: 'ENOSPC' })],
        goproxy: [
          member(FIRST, {
            ok: false,
            message: 'read "https://p/x.zip": write /go/pkg/mod/x: no space left on device',
            next: 'end',
          }),
        ],
      }),
  },
  {
    id: 'G10',
    code: 'GO.PRIVATE_IN_SUMDB',
    make: s =>
      facts(s, {
        checksumDatabase: [
          { through: 'direct', outcome: { ok: true, ms: 30 }, status: 404, module: 'git.corp.example/team/m@v1.0.0' },
        ],
      }),
  },
  {
    id: 'G11',
    code: 'GO.SUMDB_UNREACHABLE',
    make: s =>
      facts(s, {
        checksumDatabase: [
          { through: 'direct', outcome: { ok: false, ms: 5_000, ended: 'deadline' } },
          { through: 'sum.golang.google.cn', outcome: { ok: false, ms: 5_000, code: 'ECONNREFUSED' } },
        ],
      }),
  },
  {
    id: 'G11b',
    code: 'GO.SUMDB_UNREACHABLE',
    make: s => {
      const database = { ...s, host: 'sum.golang.org', port: 443 };
      const first = stuck(database, {
        url: 'https://sum.golang.org/latest',
        role: 'checksum-database',
        connects: [{ ok: false, ms: 5_000, address: s.address, port: 443, family: 4, ended: 'deadline' }],
      });
      return facts(s, {
        targets: [first],
        checksumDatabase: [{ through: 'direct', outcome: { ok: false, ms: 5_000, ended: 'deadline' } }],
      });
    },
  },
  {
    id: 'G12',
    code: 'GO.SUMDB_GARBAGE',
    make: s =>
      facts(s, { checksumDatabase: [{ through: 'direct', outcome: { ok: true, ms: 30 }, status: 200, isSigned: false }] }),
  },
  {
    id: 'G13',
    code: 'GO.SUMDB_OFF_TOOLCHAIN',
    make: s =>
      facts(s, {
        seen: [saw('GO.SUMDB_OFF_TOOLCHAIN', {}, 'golang.org/toolchain')],
        environment: environment({ settings: { GOSUMDB: 'off' } }),
      }),
  },
  ...['on', 'sum.golang.org+bad'].map(
    (value, index): Case => ({
      id: `G14${index}`,
      code: 'GO.SUMDB_CONFIG',
      make: s => facts(s, { environment: environment({ settings: { GOSUMDB: value } }) }),
    }),
  ),
  {
    id: 'G15',
    code: 'FS.PERMISSION',
    make: s =>
      facts(s, {
        environment: environment({
          directories: [
            {
              name: 'GOPATH',
              value: '/go',
              isAbsolute: true,
              kind: 'directory',
              writable: false,
              freeBytes: 9e9,
              freeInodes: 9e5,
              mountFlags: [],
            },
          ],
        }),
      }),
  },
  {
    id: 'G20',
    code: 'GO.TOOLCHAIN_ABSENT',
    make: s =>
      facts(s, {
        seen: [saw('GO.TOOLCHAIN_ABSENT', { tool: 'go' }, 'golang.org/toolchain')],
        goproxy: [member(FIRST, { status: 200, hasToolchains: false, next: 'end' })],
      }),
  },
  {
    id: 'G21',
    code: 'GO.PROXY_OFF',
    make: s =>
      facts(s, {
        seen: [saw('GO.TOOLCHAIN_ABSENT', { tool: 'go' }, 'golang.org/toolchain')],
        environment: environment({ settings: { GOPROXY: 'off' } }),
      }),
  },
  ...['go1.22', '1.22.0', 'bash', 'go1.x'].map(
    (value, index): Case => ({
      id: `G22${index}`,
      code: 'GO.TOOLCHAIN_CONFIG',
      make: s => facts(s, { environment: environment({ settings: { GOTOOLCHAIN: value } }) }),
    }),
  ),
  {
    id: 'G29',
    code: 'GO.ENV',
    make: s =>
      facts(s, {
        environment: environment({
          directories: [
            {
              name: 'GOROOT',
              value: '/nowhere',
              isAbsolute: true,
              kind: 'missing',
              writable: undefined,
              freeBytes: undefined,
              freeInodes: undefined,
              mountFlags: [],
            },
          ],
        }),
      }),
  },
  {
    id: 'G29b',
    code: 'GO.ENV',
    make: s =>
      facts(s, {
        environment: environment({
          directories: [
            {
              name: 'GOBIN',
              value: 'bin',
              isAbsolute: false,
              kind: 'directory',
              writable: true,
              freeBytes: 9e9,
              freeInodes: 9e5,
              mountFlags: [],
            },
          ],
        }),
      }),
  },
  {
    id: 'G30',
    code: 'FS.NO_SPACE',
    make: s => facts(s, { disks: [disk({ role: 'module-cache', path: '/go/pkg/mod', freeBytes: 0, code: 'ENOSPC' })] }),
  },
  {
    id: 'G31',
    code: 'FS.PERMISSION',
    make: s =>
      facts(s, {
        disks: [disk({ role: 'build-cache', path: '/home/ci/.cache/go-build', writable: false })],
        seen: [saw('FS.GOCACHE', { tool: 'go' }, 'w')],
      }),
  },
  {
    id: 'G07',
    code: 'TLS.UNTRUSTED',
    isAmbiguous: true,
    make: s => facts(s, { seen: [saw('TLS.UNTRUSTED', { tool: 'go' }, 'proxy.corp.example')], targets: [target(s)] }),
  },
  {
    id: 'G09',
    code: 'HTTP.TTFB_STALL',
    make: s =>
      facts(s, {
        targets: [target(s, { role: 'goproxy', http: { ok: false, ms: 15_000, ended: 'deadline', headers: {}, redirects: [] } })],
      }),
  },
  {
    id: 'G08',
    code: 'HTTP.DOWNGRADE',
    make: s =>
      facts(s, {
        targets: [
          target(s, {
            role: 'goproxy',
            http: {
              ok: false,
              ms: 20,
              headers: {},
              redirects: [{ status: 302, from: `https://${s.host}/`, to: `http://${s.host}/` }],
            },
          }),
        ],
      }),
  },
];

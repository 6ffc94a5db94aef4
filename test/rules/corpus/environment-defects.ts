import { type CorpusCase, defects } from './corpus-case.ts';
import { add, all, ask, env, git, machine, put, unset } from './mutations.ts';

const PROXY = 'http://proxy.example.com:3128';
const behind = (changes: Readonly<Record<string, string>> = {}) => env({ HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, ...changes });
/** The module cannot be known to go.sum. */
const requires = (path: string) => all(add('go.mod', `require ${path} v1.0.0`), env({ GOFLAGS: '-mod=mod' }));
const MOD_MOD = 'mod-flags warning GO.FLAGS GOFLAGS';
const OLD_GO = all(
  env({ PATH: '/usr/local/go/bin:/opt/go/bin:/usr/bin' }),
  put('/opt/go/VERSION', 'go1.27.1\n'),
  machine({ programs: ['/usr/local/go/bin/go', '/opt/go/bin/go', '/usr/bin/git'] }),
);

/** Of the settings, variables and directories of the machine that builds. */
export const ENVIRONMENT_DEFECTS: readonly CorpusCase[] = [
  ...defects('go-toolchain', 'GO.TOOLCHAIN_CONFIG', [
    ['GOTOOLCHAIN without go', 'module', env({ GOTOOLCHAIN: '1.26.8' }), 'GOTOOLCHAIN'],
    ['GOTOOLCHAIN as a language version', 'module', env({ GOTOOLCHAIN: 'go1.26' }), 'GOTOOLCHAIN'],
  ]),
  ...defects('known-bypass', 'GO.KNOWN_BYPASS', [
    [
      'a Go that a proxy can deceive',
      'module',
      all(ask('1.25.3'), env({ GOPROXY: 'https://proxy.example.com,direct' })),
      'warning go 1.25.3',
    ],
  ]),
  ...defects('sumdb-form', 'GO.SUMDB_CONFIG', [
    ['GOSUMDB as a word', 'module', env({ GOSUMDB: 'on' }), 'GOSUMDB'],
    ['GOSUMDB emptied by go env -w', 'module', put('/home/me/.config/go/env', 'GOSUMDB=\n'), 'GOSUMDB'],
  ]),
  ...defects('sumdb-off', 'GO.SUMDB_OFF', [['GOSUMDB off', 'module', env({ GOSUMDB: 'off' }), 'warning GOSUMDB']]),
  ...defects('sumdb-off', 'GO.SUMDB_OFF_TOOLCHAIN', [
    [
      'GOSUMDB off, and a newer Go is wanted',
      'module',
      all(env({ GOSUMDB: 'off' }), ask('1.26.8', 'go1.26.9+auto')),
      'GOSUMDB',
      'sumdb-off warning GO.SUMDB_OFF GOSUMDB',
    ],
  ]),
  ...defects('absolute-directories', 'GO.ENV', [
    ['GOBIN relative', 'module', env({ GOBIN: 'bin' }), 'GOBIN'],
    ['GOMODCACHE is a file', 'module', all(env({ GOMODCACHE: '/home/me/mod' }), put('/home/me/mod', '')), 'GOMODCACHE'],
  ]),
  ...defects('build-cache', 'GO.ENV', [
    ['GOCACHE off', 'module', env({ GOCACHE: 'off' }), 'GOCACHE'],
    ['no home', 'module', unset('HOME'), 'HOME'],
  ]),
  ...defects('disk-room', 'FS.NO_SPACE', [
    ['disk almost full', 'module', machine({ free: { bytes: 5e6 } }), 'warning GOCACHE'],
    ['no inodes', 'module', machine({ free: { bytes: 5e9, inodes: 1 } }), 'GOCACHE'],
  ]),
  ...defects('executable-temp', 'FS.NOEXEC', [
    [
      'temporary directory not executable',
      'module',
      put('/proc/self/mountinfo', '1 1 0:1 / / rw - ext4 x rw\n2 1 0:2 / /tmp rw,noexec - tmpfs t rw\n'),
      'warning TMPDIR',
    ],
  ]),
  ...defects('go-debug', 'GO.DEBUG_WEAK', [
    ['GODEBUG weakens TLS', 'module', env({ GODEBUG: 'netdns=go,tlsrsakex=1' }), 'warning GODEBUG'],
    ['GODEBUG of old', 'module', env({ GODEBUG: 'x509ignoreCN=0' }), 'info GODEBUG'],
  ]),
  ...defects('go-flags', 'GO.FLAGS', [
    ['GOFLAGS with a value apart', 'module', env({ GOFLAGS: '-tags integration' }), 'GOFLAGS', 'go-flags error GO.FLAGS GOFLAGS'],
    ['GOFLAGS with an open quote', 'module', env({ GOFLAGS: "'-ldflags=-s -w" }), 'GOFLAGS'],
  ]),
  ...defects('go-flags', 'GO.FLAG_INSECURE', [
    ['GOFLAGS with -insecure', 'module', env({ GOFLAGS: '-insecure' }), 'warning GOFLAGS'],
  ]),
  ...defects('go-path', 'GO.ENV', [
    ['GOPATH relative', 'module', env({ GOPATH: 'go' }), 'GOPATH', 'absolute-directories error GO.ENV GOMODCACHE'],
    ['GOPATH is a file', 'module', all(env({ GOPATH: '/home/me/go' }), put('/home/me/go', '')), 'GOPATH'],
  ]),
  ...defects('go-root', 'GO.ENV', [['GOROOT gone', 'module', env({ GOROOT: '/opt/go1.21' }), 'GOROOT']]),
  ...defects('go-root', 'GO.VERSION_MIX', [
    [
      'GOROOT of another version',
      'module',
      all(env({ GOROOT: '/opt/go1.21' }), put('/opt/go1.21/VERSION', 'go1.21.13\n')),
      'GOROOT',
    ],
  ]),
  ...defects('go-shadowed', 'GO.SHADOWED', [['an older Go in front', 'module', OLD_GO, 'warning /usr/local/go/bin/go']]),
  ...defects('go-work', 'GO.ENV', [['GOWORK relative', 'module', env({ GOWORK: 'go.work' }), 'GOWORK']]),
  ...defects('mod-flags', 'GO.FLAGS', [
    ['-mod=mod in CI', 'module', env({ GOFLAGS: '-mod=mod' }), 'warning GOFLAGS'],
    ['-mod=mod in a workspace', 'workspace', env({ GOFLAGS: '-mod=mod' }), 'GOFLAGS'],
    ['-mod=vendor without vendor', 'module', env({ GOFLAGS: '-mod=vendor' }), 'GOFLAGS'],
    ['-modfile gone', 'module', env({ GOFLAGS: '-modfile=/project/tools.mod' }), 'GOFLAGS'],
  ]),
  ...defects('modules-off', 'GO.MODULES_OFF', [['modules off', 'module', env({ GO111MODULE: 'off' }), 'GO111MODULE']]),
  ...defects('modules-off', 'GO.ENV', [['GO111MODULE misspelled', 'module', env({ GO111MODULE: 'true' }), 'GO111MODULE']]),
  ...defects('temporary-directory', 'GO.ENV', [['TMPDIR gone', 'module', env({ TMPDIR: '/scratch' }), 'TMPDIR']]),
  ...defects('writable-directories', 'FS.PERMISSION', [
    [
      'build cache of another user',
      'module',
      all(put('/home/me/.cache/go-build/README', ''), machine({ locked: ['/home/me/.cache/go-build'] })),
      'GOCACHE',
    ],
  ]),
  ...defects('writable-directories', 'FS.READ_ONLY', [
    [
      'build cache mounted read-only',
      'module',
      all(
        put('/home/me/.cache/go-build/README', ''),
        put('/proc/self/mountinfo', '1 1 0:1 / / rw - ext4 x rw\n2 1 0:2 / /home/me/.cache/go-build ro - ext4 t ro\n'),
        machine({ locked: ['/home/me/.cache/go-build'] }),
      ),
      'GOCACHE',
    ],
  ]),
  ...defects('certificate-files', 'CFG.EXTRA_CA_UNREADABLE', [
    ['CA of Node gone', 'module', env({ NODE_EXTRA_CA_CERTS: '/ca.pem' }), 'warning NODE_EXTRA_CA_CERTS'],
  ]),
  ...defects('certificate-files', 'CFG.CERT_FILE_UNREADABLE', [
    [
      'CA of Go is a key',
      'module',
      all(env({ SSL_CERT_FILE: '/ca.pem' }), put('/ca.pem', '-----BEGIN PRIVATE KEY-----\n')),
      'warning SSL_CERT_FILE',
    ],
  ]),
  ...defects('goproxy-form', 'CFG.GOPROXY_INVALID', [
    ['GOPROXY is a word', 'module', env({ GOPROXY: 'proxy' }), 'GOPROXY'],
    ['GOPROXY emptied by go env -w', 'module', put('/home/me/.config/go/env', 'GOPROXY=\n'), 'GOPROXY'],
  ]),
  ...defects('goproxy-off', 'GO.PROXY_OFF', [['GOPROXY off', 'module', env({ GOPROXY: 'off' }), 'warning GOPROXY']]),
  ...defects('goproxy-order', 'GO.PROXY_ORDER', [
    ['GOPROXY with direct in front', 'module', env({ GOPROXY: 'direct,https://proxy.example.com' }), 'warning GOPROXY'],
  ]),
  ...defects('go-vcs', 'GO.VCS_POLICY', [
    [
      'GOVCS without git',
      'module',
      all(requires('github.com/shop/x'), env({ GOPROXY: 'direct', GOVCS: 'public:hg' })),
      'go.mod:14',
      MOD_MOD,
    ],
    ['GOVCS without a colon', 'module', env({ GOVCS: 'git' }), 'GOVCS'],
  ]),
  ...defects('https-proxy', 'CFG.HTTPS_PROXY_MISSING', [
    ['only HTTP_PROXY', 'module', env({ HTTP_PROXY: PROXY }), 'info HTTPS_PROXY'],
  ]),
  ...defects('no-proxy-readings', 'CFG.NO_PROXY_AMBIGUOUS', [
    [
      'NO_PROXY with a star',
      'module',
      behind({ GOPROXY: 'https://go.proxy.example.com', NO_PROXY: '*.proxy.example.com' }),
      'warning NO_PROXY',
    ],
  ]),
  ...defects('proxy-cgi', 'CFG.PROXY_CGI', [
    ['REQUEST_METHOD set', 'module', behind({ REQUEST_METHOD: 'GET' }), 'warning REQUEST_METHOD'],
  ]),
  ...defects('proxy-spellings', 'CFG.PROXY_CASE_CONFLICT', [
    ['two proxies in two spellings', 'module', behind({ https_proxy: 'http://other.example.com:3128' }), 'warning HTTPS_PROXY'],
  ]),
  ...defects('proxy-values', 'CFG.PROXY_URL_NO_SCHEME', [
    ['a proxy without scheme', 'module', env({ HTTPS_PROXY: 'proxy.example.com:3128' }), 'warning HTTPS_PROXY'],
  ]),
  ...defects('proxy-values', 'CFG.PROXY_URL_INVALID', [
    ['a proxy that is no URL', 'module', env({ HTTPS_PROXY: '://proxy' }), 'HTTPS_PROXY'],
  ]),
  ...defects('proxy-values', 'CFG.PROXY_SCHEME', [
    ['a proxy of another kind', 'module', env({ HTTPS_PROXY: 'ftp://proxy.example.com' }), 'HTTPS_PROXY'],
  ]),
  ...defects('tls-verification', 'CFG.TLS_DISABLED', [
    ['Node verifies nothing', 'module', env({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }), 'NODE_TLS_REJECT_UNAUTHORIZED'],
  ]),
  ...defects('tls-verification', 'CFG.GIT_TLS_DISABLED', [
    ['git verifies nothing', 'module', git('http.sslverify', 'false'), 'warning http.sslverify'],
  ]),
  ...defects('vcs-commands', 'GO.VCS_MISSING', [
    [
      'direct without git',
      'module',
      all(env({ GOPROXY: 'direct' }), machine({ programs: ['/usr/local/go/bin/go'] })),
      'warning go.mod:6',
    ],
  ]),
  ...defects('go-insecure', 'GO.INSECURE', [
    ['GOINSECURE', 'module', env({ GOINSECURE: 'git.example.com' }), 'warning GOINSECURE'],
  ]),
  ...defects('module-patterns', 'GO.PATTERN', [
    ['GOPRIVATE as a URL', 'module', env({ GOPRIVATE: 'https://git.example.com' }), 'warning GOPRIVATE'],
    ['GOPRIVATE with spaces', 'module', env({ GOPRIVATE: 'a.example, b.example' }), 'warning GOPRIVATE'],
  ]),
  ...defects('private-leak', 'GO.PRIVATE_LEAK', [
    ['a private host on its way out', 'module', requires('git.shop.internal/x'), 'warning go.mod:14', MOD_MOD],
    [
      'a host that git reaches by ssh',
      'module',
      all(requires('git.shop.example/x'), git('url.git@git.shop.example:.insteadof', 'https://git.shop.example/')),
      'warning go.mod:14',
      MOD_MOD,
    ],
  ]),
  ...defects('wide-patterns', 'GO.PATTERN_WIDE', [
    ['GOPRIVATE for all', 'module', env({ GOPRIVATE: '*' }), 'warning GOPRIVATE'],
    ['GONOSUMDB for a forge', 'module', env({ GONOSUMDB: 'github.com' }), 'warning GONOSUMDB'],
  ]),
];

import type { ProjectWords } from './project.ts';
import { casesOf, type RuleCase } from './rule-case.ts';

const P = 'https://proxy.example.com';
const goproxy = (value: string, words: ProjectWords = {}): ProjectWords => ({ ...words, set: { ...words.set, GOPROXY: value } });
const variables = (values: Readonly<Record<string, string>>, words: ProjectWords = {}): ProjectWords => ({
  ...words,
  variables: values,
});
const X = ['a.example/x@v1.0.0'];
const SQUID = { HTTPS_PROXY: 'http://squid.example:3128' };

export const PROXY_CASES: readonly RuleCase[] = [
  ...casesOf('goproxy-form', [
    ['no entries', goproxy(','), ['CFG.GOPROXY_INVALID', 'error', 'GOPROXY']],
    ['a word', goproxy('foo'), ['CFG.GOPROXY_INVALID', 'error', 'GOPROXY']],
    ['another scheme', goproxy('ftp://x.example'), ['CFG.GOPROXY_INVALID', 'error', 'GOPROXY']],
    [
      'an empty line of go env -w',
      { settings: { GOPROXY: { value: '', origin: 'go env -w' } } },
      ['CFG.GOPROXY_INVALID', 'error', 'GOPROXY'],
    ],
    ['a list', goproxy(`${P}|http://127.0.0.1:3000,direct`)],
    ['not set', {}],
  ]),
  ...casesOf('goproxy-order', [
    ['behind direct', goproxy(`direct,${P}`), ['GO.PROXY_ORDER', 'warning', 'GOPROXY']],
    ['behind off', goproxy(`${P},off,direct`), ['GO.PROXY_ORDER', 'warning', 'GOPROXY']],
    ['direct at the end', goproxy(`${P},direct,`)],
    ['a malformed list', goproxy('foo,direct,x.example')],
  ]),
  ...casesOf('goproxy-off', [
    ['off', goproxy('off', { requires: X }), ['GO.PROXY_OFF', 'warning', 'GOPROXY']],
    ['off, and vendored', goproxy('off', { requires: X, vendored: true })],
    ['off, and private', goproxy('off', { requires: X, set: { GOPRIVATE: 'a.example' } })],
    ['off behind a proxy', goproxy(`${P},off`, { requires: X })],
    ['off, and nothing required', goproxy('off')],
  ]),
  ...casesOf('go-vcs', [
    ['malformed', { set: { GOVCS: 'github.com' } }, ['GO.VCS_POLICY', 'error', 'GOVCS']],
    ['twice', { set: { GOVCS: 'a.example:git,a.example:hg' } }, ['GO.VCS_POLICY', 'error', 'GOVCS']],
    ['an empty tool', { set: { GOVCS: 'a.example:git|' } }, ['GO.VCS_POLICY', 'error', 'GOVCS']],
    [
      'off for what is fetched directly',
      { set: { GOVCS: 'public:off', GOPROXY: 'direct' }, requires: ['github.com/a/b@v1.0.0'] },
      ['GO.VCS_POLICY', 'error', 'GOVCS'],
    ],
    [
      'hg for a private repository of git',
      { set: { GOVCS: 'private:hg', GOPRIVATE: 'git.example' }, requires: ['git.example/a.git@v1.0.0'] },
      ['GO.VCS_POLICY', 'error', 'GOVCS'],
    ],
    ['off for what comes from a proxy', { set: { GOVCS: '*:off', GOPROXY: P }, requires: ['github.com/a/b@v1.0.0'] }],
    ['git allowed first', { set: { GOVCS: 'github.com:git,*:off', GOPROXY: 'direct' }, requires: ['github.com/a/b@v1.0.0'] }],
    ['a host whose tool is not known', { set: { GOVCS: '*:hg', GOPROXY: 'direct' }, requires: X }],
  ]),
  ...casesOf('vcs-commands', [
    [
      'private modules without git',
      { set: { GOPRIVATE: 'a.example' }, requires: X, environment: { commands: [] } },
      ['GO.VCS_MISSING', 'warning', 'git'],
    ],
    ['with git', { set: { GOPRIVATE: 'a.example' }, requires: X }],
    ['all from a proxy', { requires: X, environment: { commands: [] } }],
  ]),
  ...casesOf('proxy-values', [
    ['no URL', variables({ HTTPS_PROXY: '://bad' }), ['CFG.PROXY_URL_INVALID', 'error', 'HTTPS_PROXY']],
    [
      'a port that is none',
      variables({ http_proxy: 'http://proxy.example:port' }),
      ['CFG.PROXY_URL_INVALID', 'error', 'http_proxy'],
    ],
    [
      'a credential that hides the host',
      variables({ HTTPS_PROXY: 'http://***' }),
      ['CFG.PROXY_URL_INVALID', 'error', 'HTTPS_PROXY'],
    ],
    [
      'no scheme',
      variables({ HTTPS_PROXY: '127.0.0.1:3128', https_proxy: '127.0.0.1:3128' }),
      ['CFG.PROXY_URL_NO_SCHEME', 'warning', 'HTTPS_PROXY'],
    ],
    [
      'no scheme, with a credential',
      variables({ HTTPS_PROXY: '***@proxy.example:3128' }),
      ['CFG.PROXY_URL_NO_SCHEME', 'warning', 'HTTPS_PROXY'],
    ],
    ['SOCKS', variables({ HTTPS_PROXY: 'socks5://127.0.0.1:1080' }), ['CFG.PROXY_SCHEME', 'warning', 'HTTPS_PROXY']],
    ['another scheme', variables({ HTTP_PROXY: 'ftp://proxy.example' }), ['CFG.PROXY_SCHEME', 'error', 'HTTP_PROXY']],
    ['ALL_PROXY, which only curl reads', variables({ ALL_PROXY: '://bad' }), ['CFG.PROXY_URL_INVALID', 'warning', 'ALL_PROXY']],
    ['good ones', variables({ HTTPS_PROXY: 'http://proxy.example:3128', http_proxy: 'https://proxy.example' })],
    ['empty', variables({ HTTPS_PROXY: '' })],
  ]),
  ...casesOf('proxy-cgi', [
    [
      'beside HTTP_PROXY',
      variables({ REQUEST_METHOD: 'GET', HTTP_PROXY: 'http://p.example' }),
      ['CFG.PROXY_CGI', 'warning', 'REQUEST_METHOD'],
    ],
    [
      'for an http address',
      variables({ REQUEST_METHOD: 'GET', HTTP_PROXY: 'http://p.example' }, goproxy('http://proxy.example.com')),
      ['CFG.PROXY_CGI', 'error', 'REQUEST_METHOD'],
    ],
    ['without HTTP_PROXY', variables({ REQUEST_METHOD: 'GET', ...SQUID })],
  ]),
  ...casesOf('proxy-spellings', [
    [
      'two values',
      variables({ HTTPS_PROXY: 'http://a.example', https_proxy: 'http://b.example' }),
      ['CFG.PROXY_CASE_CONFLICT', 'warning', 'HTTPS_PROXY'],
    ],
    ['an empty one', variables({ NO_PROXY: 'a.example', no_proxy: '' }), ['CFG.PROXY_CASE_CONFLICT', 'warning', 'NO_PROXY']],
    ['one value', variables({ NO_PROXY: 'a.example', no_proxy: 'a.example' })],
    ['one spelling', variables(SQUID)],
    ['Windows', { ...variables({ NO_PROXY: 'a', no_proxy: 'b' }), environment: { os: 'win32' } }],
  ]),
  ...casesOf('no-proxy-readings', [
    ['a parent domain', variables({ ...SQUID, NO_PROXY: 'golang.org' }), ['CFG.NO_PROXY_AMBIGUOUS', 'warning', 'NO_PROXY']],
    [
      'a block',
      variables({ ...SQUID, no_proxy: '10.0.0.0/8' }, goproxy('https://10.1.2.3')),
      ['CFG.NO_PROXY_AMBIGUOUS', 'warning', 'no_proxy'],
    ],
    [
      'a private host that is fetched directly',
      variables(
        { ...SQUID, NO_PROXY: '.corp.example' },
        { set: { GOPRIVATE: 'corp.example' }, requires: ['corp.example/x@v1.0.0'] },
      ),
      ['CFG.NO_PROXY_AMBIGUOUS', 'warning', 'NO_PROXY'],
    ],
    ['what no address is touched by', variables({ ...SQUID, NO_PROXY: 'localhost,127.0.0.1,.corp.example,10.0.0.0/8' })],
    ['the canonical form', variables({ ...SQUID, NO_PROXY: 'golang.org,.golang.org' })],
    ['no proxy at all', variables({ NO_PROXY: 'golang.org' })],
  ]),
  ...casesOf('https-proxy', [
    ['HTTP_PROXY alone', variables({ HTTP_PROXY: 'http://p.example' }), ['CFG.HTTPS_PROXY_MISSING', 'info', 'HTTPS_PROXY']],
    ['both', variables({ HTTP_PROXY: 'http://p.example', ...SQUID })],
    [
      'only http addresses',
      variables({ HTTP_PROXY: 'http://p.example' }, goproxy('http://proxy.example.com', { set: { GOSUMDB: 'off' } })),
    ],
  ]),
];

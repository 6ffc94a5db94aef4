import type { ProjectWords } from './project.ts';
import { casesOf, type RuleCase } from './rule-case.ts';

const flags = (value: string, words: ProjectWords = {}): ProjectWords => ({ ...words, set: { GOFLAGS: value } });
const toolchain = (value: string): ProjectWords => ({ set: { GOTOOLCHAIN: value } });
const sumdb = (value: string, words: ProjectWords = {}): ProjectWords => ({ ...words, set: { ...words.set, GOSUMDB: value } });
const debug = (value: string): ProjectWords => ({ set: { GODEBUG: value } });
const KEY = 'sums.test+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
const X = ['a.test/x@v1.0.0'];

export const SETTING_CASES: readonly RuleCase[] = [
  ...casesOf('modules-off', [
    ['off, with a go.mod', { set: { GO111MODULE: 'off' } }, ['GO.MODULES_OFF', 'error', 'GO111MODULE']],
    ['off, without one', { set: { GO111MODULE: 'off' }, noModule: true }, ['GO.MODULES_OFF', 'warning', 'GO111MODULE']],
    ['an unknown word', { set: { GO111MODULE: 'yes' } }, ['GO.ENV', 'error', 'GO111MODULE']],
    ['on', { set: { GO111MODULE: 'on' } }],
    ['auto', { set: { GO111MODULE: 'auto' } }],
  ]),
  ...casesOf('go-flags', [
    ['a quote that does not close', flags("'-ldflags=-X a=b"), ['GO.FLAGS', 'error', 'GOFLAGS']],
    [
      'a value in a word of its own',
      flags('-ldflags -w -tags x'),
      ['GO.FLAGS', 'error', 'GOFLAGS'],
      ['GO.FLAGS', 'error', 'GOFLAGS'],
      ['GO.FLAGS', 'error', 'GOFLAGS'],
    ],
    ['an unknown flag', flags('-zork', { version: '1.26.8' }), ['GO.FLAGS', 'error', 'GOFLAGS']],
    ['a flag that a newer Go may know', flags('-zork', { version: '1.28.0' }), ['GO.FLAGS', 'warning', 'GOFLAGS']],
    ['an unknown flag for a Go that is not known yet', flags('-zork'), ['GO.FLAGS', 'warning', 'GOFLAGS']],
    ['-insecure', flags('-v -insecure'), ['GO.FLAG_INSECURE', 'warning', 'GOFLAGS']],
    ['good ones', flags("-v --trimpath '-ldflags=-s -w' -mod=readonly -tags=a,b -count=1 -modcacherw")],
    ['none', {}],
  ]),
  ...casesOf('mod-flags', [
    ['an unknown -mod', flags('-mod=foo'), ['GO.FLAGS', 'error', 'GOFLAGS']],
    ['two that contradict', flags('-mod=vendor -mod=readonly'), ['GO.FLAGS', 'warning', 'GOFLAGS']],
    ['two that agree', flags('-mod=readonly -mod=readonly')],
    ['-mod=mod', flags('-mod=mod'), ['GO.FLAGS', 'warning', 'GOFLAGS']],
    ['-mod=mod in a workspace', flags('-mod=mod', { work: true }), ['GO.FLAGS', 'error', 'GOFLAGS']],
    ['-mod=mod without a project', flags('-mod=mod', { noModule: true })],
    ['-mod=vendor without vendor', flags('-mod=vendor', { requires: X }), ['GO.FLAGS', 'error', 'GOFLAGS']],
    ['-mod=vendor with nothing to vendor', flags('-mod=vendor')],
    ['-mod=vendor with vendor', flags('-mod=vendor', { requires: X, vendored: true })],
    ['-modfile of another name', flags('-modfile=other'), ['GO.FLAGS', 'error', 'GOFLAGS']],
    ['-modfile in a workspace', flags('-modfile=/x/other.mod', { work: true }), ['GO.FLAGS', 'error', 'GOFLAGS']],
    ['-modfile that is missing', flags('-modfile=/x/other.mod', modfile('unreadable')), ['GO.FLAGS', 'error', 'GOFLAGS']],
    ['-modfile that is not here', flags('-modfile=other.mod', modfile('unreadable')), ['GO.FLAGS', 'warning', 'GOFLAGS']],
    ['-modfile that is there', flags('-modfile=/x/other.mod', modfile())],
  ]),
  ...casesOf('go-toolchain', [
    ['without go', toolchain('1.26.0'), ['GO.TOOLCHAIN_CONFIG', 'error', 'GOTOOLCHAIN']],
    ['a word', toolchain('default'), ['GO.TOOLCHAIN_CONFIG', 'error', 'GOTOOLCHAIN']],
    ['another suffix', toolchain('go1.26.8+newest'), ['GO.TOOLCHAIN_CONFIG', 'error', 'GOTOOLCHAIN']],
    ['a language version', toolchain('go1.26'), ['GO.TOOLCHAIN_CONFIG', 'error', 'GOTOOLCHAIN']],
    ['a language version as minimum', toolchain('go1.26+auto')],
    ['a release of before 1.21', toolchain('go1.20')],
    ['a release candidate', toolchain('go1.26rc1')],
    ['a private build', toolchain('go1.26.8-custom')],
    ['a word that this run replaces', { ...toolchain('default'), request: { gotoolchain: 'local' } }],
    ['local', toolchain('local')],
    ['local+path', toolchain('local+path')],
    ['auto', toolchain('auto')],
  ]),
  ...casesOf('go-work', [
    ['relative', { set: { GOWORK: 'go.work' } }, ['GO.ENV', 'error', 'GOWORK']],
    ['off', { set: { GOWORK: 'off' } }],
    ['absolute', { set: { GOWORK: '/x/go.work' }, work: true }],
  ]),
  ...casesOf('sumdb-form', [
    ['a word', sumdb('on'), ['GO.SUMDB_CONFIG', 'error', 'GOSUMDB']],
    ['a key that is cut', sumdb('sums.test+033de0ae+Ac4z'), ['GO.SUMDB_CONFIG', 'error', 'GOSUMDB']],
    ['three words', sumdb(`${KEY} https://a.test x`), ['GO.SUMDB_CONFIG', 'error', 'GOSUMDB']],
    ['a URL that is none', sumdb(`${KEY} nowhere`), ['GO.SUMDB_CONFIG', 'error', 'GOSUMDB']],
    [
      'an empty line of go env -w',
      { settings: { GOSUMDB: { value: '', origin: 'go env -w' } } },
      ['GO.SUMDB_CONFIG', 'error', 'GOSUMDB'],
    ],
    ['a name that is known', sumdb('sum.golang.org')],
    ['the alias of the mainland', sumdb('sum.golang.google.cn')],
    ['a known name through another address', sumdb('sum.golang.org https://mirror.test/sumdb')],
    ['a key and its URL', sumdb(`${KEY} https://sums.test`)],
    ['off', sumdb('off')],
  ]),
  ...casesOf('sumdb-off', [
    ['off', sumdb('off'), ['GO.SUMDB_OFF', 'warning', 'GOSUMDB']],
    [
      'off, and GOTOOLCHAIN=auto must switch for go.mod',
      sumdb('off', { set: { GOTOOLCHAIN: 'auto' }, version: '1.26.0', go: '1.26.8' }),
      ['GO.SUMDB_OFF', 'warning', 'GOSUMDB'],
      ['GO.SUMDB_OFF_TOOLCHAIN', 'error', 'GOSUMDB'],
    ],
    [
      'off, and GOTOOLCHAIN names a newer Go',
      sumdb('off', { set: { GOTOOLCHAIN: 'go1.27.0' }, version: '1.26.0' }),
      ['GO.SUMDB_OFF', 'warning', 'GOSUMDB'],
      ['GO.SUMDB_OFF_TOOLCHAIN', 'error', 'GOSUMDB'],
    ],
    [
      'off, and GOTOOLCHAIN=local cannot switch',
      sumdb('off', { set: { GOTOOLCHAIN: 'local' }, version: '1.26.0', go: '1.26.8' }),
      ['GO.SUMDB_OFF', 'warning', 'GOSUMDB'],
    ],
    ['on', sumdb('sum.golang.org')],
    ['not set', {}],
  ]),
  ...casesOf('go-debug', [
    ['old tricks', debug('tarinsecurepath=1,http2client=0'), ['GO.DEBUG_WEAK', 'warning', 'GODEBUG']],
    ['one that is gone', debug('x509ignoreCN=0'), ['GO.DEBUG_WEAK', 'info', 'GODEBUG']],
    ['the safe value', debug('execerrdot=1,tls10server=0')],
    ['one that was set back', debug('tls3des=1,tls3des=0')],
    ['harmless ones', debug('http2client=0,netdns=go,tlsmlkem=0')],
  ]),
];

function modfile(problem?: 'unreadable'): ProjectWords {
  const row = { name: '-modfile', file: 'other.mod', sizeBytes: 0 };
  return { environment: { files: [problem === undefined ? row : { ...row, problem }] } };
}

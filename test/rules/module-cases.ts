import type { ProjectWords } from './project.ts';
import { casesOf, type RuleCase } from './rule-case.ts';

const set = (name: string, value: string, words: ProjectWords = {}): ProjectWords => ({
  ...words,
  set: { ...words.set, [name]: value },
});
const requires = (path: string, words: ProjectWords = {}): ProjectWords => ({ ...words, requires: [`${path}@v1.0.0`] });
const git = (base: string, value: string): ProjectWords => ({ environment: { git: { [`url.${base}.insteadof`]: value } } });
const bypass = (version: string, GOPROXY: string): ProjectWords => ({ version, set: { GOPROXY } });
const P = 'https://proxy.example.com';

export const MODULE_CASES: readonly RuleCase[] = [
  ...casesOf('module-patterns', [
    ['malformed', set('GOPRIVATE', 'a.example/['), ['GO.PATTERN', 'warning', 'GOPRIVATE']],
    ['a space behind the comma', set('GONOSUMDB', 'a.example, b.example'), ['GO.PATTERN', 'warning', 'GONOSUMDB']],
    ['spaces for commas', set('GONOPROXY', 'a.example b.example'), ['GO.PATTERN', 'warning', 'GONOPROXY']],
    ['a URL', set('GOINSECURE', 'https://a.example'), ['GO.PATTERN', 'warning', 'GOINSECURE']],
    ['a leading dot', set('GOPRIVATE', '.example'), ['GO.PATTERN', 'warning', 'GOPRIVATE']],
    ['semicolons', set('GOPRIVATE', 'a.example;b.example'), ['GO.PATTERN', 'warning', 'GOPRIVATE']],
    ['a variable that nobody reads', set('GONOSUMCHECK', '1'), ['GO.PATTERN', 'info', 'GONOSUMCHECK']],
    ['good ones', set('GOPRIVATE', '*.example,github.com/own/*,a.example/[a-c]/,none')],
  ]),
  ...casesOf('wide-patterns', [
    ['everything', set('GOPRIVATE', '*'), ['GO.PATTERN_WIDE', 'warning', 'GOPRIVATE']],
    ['a forge', set('GONOSUMDB', 'github.com'), ['GO.PATTERN_WIDE', 'warning', 'GONOSUMDB']],
    ['a top-level domain', set('GONOSUMDB', '*.com,a.example'), ['GO.PATTERN_WIDE', 'warning', 'GONOSUMDB']],
    ['everything, narrowed by GONOSUMDB', set('GOPRIVATE', '*', set('GONOSUMDB', 'a.example'))],
    ['one owner', set('GOPRIVATE', 'github.com/own,*.corp.example')],
    ['everything without a proxy, which is verified', set('GONOPROXY', '*')],
  ]),
  ...casesOf('private-leak', [
    ['a private top-level domain', requires('git.acme.internal/x'), ['GO.PRIVATE_LEAK', 'warning', 'git.acme.internal/x']],
    ['a private address', requires('10.0.0.7/x'), ['GO.PRIVATE_LEAK', 'warning', '10.0.0.7/x']],
    [
      'a host reached by ssh',
      requires('git.acme.example/x', git('ssh://git@git.acme.example/', 'https://git.acme.example/')),
      ['GO.PRIVATE_LEAK', 'warning', 'git.acme.example/x'],
    ],
    [
      'a host with a token',
      requires('git.acme.example/x', git('https://***@git.acme.example/', 'https://git.acme.example/')),
      ['GO.PRIVATE_LEAK', 'warning', 'git.acme.example/x'],
    ],
    [
      'a host of GOINSECURE',
      requires('git.acme.example/x', set('GOINSECURE', 'git.acme.example')),
      ['GO.PRIVATE_LEAK', 'info', 'git.acme.example/x'],
    ],
    [
      'only the checksum database is public',
      requires('git.acme.internal/x', set('GOPROXY', P)),
      ['GO.PRIVATE_LEAK', 'warning', 'git.acme.internal/x'],
    ],
    ['named in GOPRIVATE', requires('git.acme.internal/x', set('GOPRIVATE', '*.internal'))],
    ['vendored', requires('git.acme.internal/x', { vendored: true })],
    ['replaced by a directory', requires('git.acme.internal/x', { replaces: [directory('git.acme.internal/x')] })],
    ['own proxy and no database', requires('git.acme.internal/x', set('GOPROXY', P, set('GONOSUMDB', 'git.acme.internal')))],
    [
      'github.com by ssh, which has public modules too',
      requires('github.com/own/x', git('git@github.com:', 'https://github.com/')),
    ],
    ['a rewrite without a login', requires('git.acme.example/x', git('https://mirror.example/', 'https://git.acme.example/'))],
    ['a public host in GOINSECURE', requires('k8s.io/api', set('GOINSECURE', 'k8s.io,golang.org,*'))],
    ['a path that Go refuses', requires('corp/lib')],
    ['a public module', requires('example.com/x')],
  ]),
  ...casesOf('go-insecure', [
    ['a host', set('GOINSECURE', 'git.example'), ['GO.INSECURE', 'warning', 'GOINSECURE']],
    [
      'a host that comes from a proxy',
      requires('git.example/x', set('GOINSECURE', 'git.example', set('GOPROXY', P))),
      ['GO.INSECURE', 'info', 'GOINSECURE'],
    ],
    [
      'a host that is fetched directly',
      requires('git.example/x', set('GOINSECURE', 'git.example', set('GOPROXY', 'direct'))),
      ['GO.INSECURE', 'warning', 'GOINSECURE'],
    ],
    ['nothing', set('GOINSECURE', ',')],
    ['not set', {}],
  ]),
  ...casesOf('known-bypass', [
    ['an old 1.25', bypass('1.25.12', P), ['GO.KNOWN_BYPASS', 'warning', 'go 1.25.12']],
    ['an old 1.26', bypass('1.26.5', `${P},direct`), ['GO.KNOWN_BYPASS', 'warning', 'go 1.26.5']],
    ['older than both', bypass('1.22.12', P), ['GO.KNOWN_BYPASS', 'warning', 'go 1.22.12']],
    ['a candidate', bypass('1.27rc2', P), ['GO.KNOWN_BYPASS', 'warning', 'go 1.27rc2']],
    ['1.25.13', bypass('1.25.13', P)],
    ['1.26.6', bypass('1.26.6', P)],
    ['1.27', bypass('1.27.0', P)],
    ['the proxy of the Go project', bypass('1.25.12', 'https://proxies.golang.org,direct')],
    ['this machine', bypass('1.25.12', 'http://127.0.0.1:3000|file:///cache')],
    ['no proxy', bypass('1.25.12', 'direct')],
  ]),
];

function directory(path: string) {
  return { path, version: undefined, newPath: '../x', newVersion: undefined, line: 9 };
}

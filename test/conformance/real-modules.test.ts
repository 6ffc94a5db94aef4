import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { type Runner, withRunner } from '../e2e/harness.ts';
import { download, go, preflight, project } from './go-projects.ts';
import { whyNoNetwork } from './network.ts';

/** Preflight beside the real go: no false alarm about real modules, and where it blocks, go stops too. */
beforeEach(context => {
  const reason = whyNoNetwork();
  if (reason !== undefined) context.skip(reason);
});

const told = ({ code, severity, location, evidence }: Finding) => ({ code, severity, location, evidence });

/** Modules of different shapes, as they are published; those whose repository holds more modules than the zip are left out. */
const MODULES = [
  'github.com/spf13/cobra@v1.10.1',
  // cgo
  'github.com/mattn/go-sqlite3@v1.14.32',
  'gorgonia.org/gorgonia@v0.9.18',
  // one repository of several modules
  'golang.org/x/tools@v0.37.0',
  'golang.org/x/tools/gopls@v0.20.0',
  'cloud.google.com/go/storage@v1.56.0',
  'k8s.io/client-go@v0.34.0',
  'sigs.k8s.io/controller-runtime@v0.22.0',
  'github.com/pion/webrtc/v4@v4.1.4',
  'gonum.org/v1/gonum@v0.16.0',
  // many requirements, replacements, a go.sum of more than 1,000 lines
  'github.com/prometheus/prometheus@v0.307.0',
  'github.com/traefik/traefik/v3@v3.5.0',
  'github.com/argoproj/argo-cd/v3@v3.1.0',
  'github.com/gohugoio/hugo@v0.150.0',
  'github.com/syncthing/syncthing@v1.30.0',
  'tailscale.com@v1.88.0',
] as const;

describe('a published module', () => {
  it.each(MODULES)('%s gives no alarm, in less than a second', module =>
    withRunner(async runner => {
      const directory = await download(runner.workspace, module);
      const first = await preflight(runner, [directory]);
      expect(first.findings.filter(({ severity }) => severity !== 'info').map(told)).toEqual([]);
      expect(first).toMatchObject({ outcome: 'ok', exitCode: 0 });
      expect(first.preflight?.modules).toContainEqual(expect.objectContaining({ path: module.split('@')[0] }));
      const again = [await preflight(runner, [directory]), await preflight(runner, [directory])];
      const warmMs = Math.min(...again.map(report => report.preflight?.ms ?? Number.POSITIVE_INFINITY));
      console.log(`${module}: ${warmMs} ms warm, ${first.preflight?.ms} ms at first`);
      expect(warmMs).toBeLessThan(1_000);
    }),
  );

  it('with more than a thousand lines of go.sum is among them', () =>
    withRunner(async runner => {
      const directory = await download(runner.workspace, 'github.com/argoproj/argo-cd/v3@v3.1.0');
      expect((await readFile(join(directory, 'go.sum'), 'utf8')).split('\n').length).toBeGreaterThan(1_000);
    }));
});

const MAIN = 'package main\n\nimport "github.com/spf13/cobra"\n\nfunc main() { _ = cobra.Command{} }\n';
const MOD = 'module example.com/x\n\ngo 1.24\n\nrequire github.com/spf13/cobra v1.8.1\n';

/** A small real project whose go.mod and go.sum the real go has made. */
async function tidyProject(runner: Runner): Promise<Readonly<Record<'go.mod' | 'go.sum' | 'main.go', string>>> {
  const directory = await project(runner, { 'go.mod': MOD, 'main.go': MAIN });
  const tidied = await go(directory, ['mod', 'tidy']);
  if (!tidied.ok) throw new Error(tidied.stderr);
  expect((await go(directory, ['build', './...'])).ok).toBe(true);
  const read = (name: string): Promise<string> => readFile(join(directory, name), 'utf8');
  return { 'go.mod': await read('go.mod'), 'go.sum': await read('go.sum'), 'main.go': MAIN };
}

type Files = Readonly<Record<string, string>>;
type Change = readonly [name: string, change: (files: Files) => Files];

const inFile =
  (name: string, from: string | RegExp, to: string) =>
  (files: Files): Files => {
    const changed = files[name]?.replace(from, to) ?? '';
    if (changed === files[name]) throw new Error(`${name} does not hold ${String(from)}`);
    return { ...files, [name]: changed };
  };
const toMod =
  (text: string) =>
  (files: Files): Files => ({ ...files, 'go.mod': `${files['go.mod']}${text}\n` });

/** Of each, `go build` must fail exactly where preflight blocks. */
const CHANGES: readonly Change[] = [
  ['nothing', files => files],
  ['no go.sum', ({ 'go.sum': _, ...files }) => files],
  ['no /go.mod line of a direct requirement', inFile('go.sum', /.*cobra v1.8.1\/go.mod.*\n/u, '')],
  [
    'no /go.mod line of an indirect requirement that this platform does not use',
    inFile('go.sum', /.*mousetrap v1.1.0\/go.mod.*\n/u, ''),
  ],
  ['no line of a module that is only in the graph', inFile('go.sum', /.*go-md2man.*\n/u, '')],
  ['two fields on a line of go.sum', files => ({ ...files, 'go.sum': `${files['go.sum']}two fields\n` })],
  ['an unknown hash in go.sum', files => ({ ...files, 'go.sum': `${files['go.sum']}example.com/y v1.0.0 h2:new\n` })],
  ['marks of a merge in go.sum', files => ({ ...files, 'go.sum': `<<<<<<< HEAD\n${files['go.sum']}=======\n>>>>>>> b\n` })],
  ['another hash of a module that is used', inFile('go.sum', /^(.*cobra v1.8.1) h1:.*$/mu, `$1 h1:${'A'.repeat(43)}=\n$&`)],
  ['marks of a merge in go.mod', toMod('<<<<<<< HEAD')],
  ['an unknown directive', toMod('frob x')],
  ['no module line', inFile('go.mod', /^module.*$/mu, '')],
  ['a byte order mark', files => ({ ...files, 'go.mod': `\ufeff${files['go.mod']}` })],
  ['a go line of the future', inFile('go.mod', 'go 1.24', 'go 1.99')],
  ['a malformed go line', inFile('go.mod', 'go 1.24', 'go 1.24.0.1')],
  ['a malformed toolchain line', toMod('toolchain 1.24')],
  ['a toolchain line below the go line', toMod('toolchain go1.20')],
  ['a newer toolchain line', toMod('toolchain go1.99.0')],
  ['a shortened version', inFile('go.mod', 'cobra v1.8.1', 'cobra v1.8')],
  ['a version of another major', inFile('go.mod', 'cobra v1.8.1', 'cobra v2.8.1')],
  ['one module twice at one version', toMod('require github.com/spf13/pflag v1.0.5')],
  ['one module at two versions', toMod('require github.com/spf13/pflag v1.0.4')],
  ['an excluded requirement', toMod('exclude github.com/spf13/cobra v1.8.1')],
  ['another version excluded', toMod('exclude github.com/spf13/cobra v1.8.0')],
  ['a direct requirement replaced by nothing', toMod('replace github.com/spf13/cobra => ../nowhere')],
  ['a replacement that nobody requires', toMod('replace example.com/y => ../nowhere')],
  ['a replacement of another version', toMod('replace github.com/spf13/cobra v1.0.0 => ../nowhere')],
  ['a vendor directory without modules.txt', files => ({ ...files, 'vendor/x/x.php': '' })],
  ['a go.work with a lower go line', files => ({ ...files, 'go.work': 'go 1.22\n\nuse .\n' })],
  ['a go.work with the same go line', files => ({ ...files, 'go.work': 'go 1.24\n\nuse .\n' })],
  ['a go.work that uses what is not there', files => ({ ...files, 'go.work': 'go 1.24\n\nuse (\n\t.\n\t./y\n)\n' })],
  ['a go.work that uses one directory twice', files => ({ ...files, 'go.work': 'go 1.24\n\nuse (\n\t.\n\t./x/..\n)\n' })],
];

describe('where preflight blocks, go build stops; and the other way round', () => {
  it('for each of these changes', () =>
    withRunner(async runner => {
      const files = await tidyProject(runner);
      const told: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const [name, change] of CHANGES) {
        const directory = await project(runner, change(files));
        const settings = { GOTOOLCHAIN: 'local', GOPROXY: 'off', GOFLAGS: '' };
        const { exitCode } = await preflight(runner, ['--go-version', await goVersion()], settings);
        told[name] = exitCode === 0 ? 'goes on' : 'stops';
        expected[name] = (await go(directory, ['build', './...'], settings)).ok ? 'goes on' : 'stops';
      }
      expect(told).toEqual(expected);
    }));

  it('for a vendor directory that go has made, and after each change', () =>
    withRunner(async runner => {
      const files = await tidyProject(runner);
      const directory = await project(runner, files);
      expect((await go(directory, ['mod', 'vendor'])).ok).toBe(true);
      const modulesTxt = await readFile(join(directory, 'vendor/modules.txt'), 'utf8');
      expect((await preflight(runner)).findings.map(told)).toEqual([]);
      const changes: readonly Change[] = [
        ['another version', inFile('go.mod', 'cobra v1.8.1', 'cobra v1.8.0')],
        ['one requirement less', inFile('go.mod', /.*mousetrap.*\n/u, '')],
        ['a replacement', toMod('replace github.com/spf13/pflag => ./pflag')],
        ['not explicit', inFile('vendor/modules.txt', '## explicit; ', '## ')],
        [
          'a replacement that is gone',
          inFile('vendor/modules.txt', '# github.com/spf13/pflag v1.0.5', '# github.com/spf13/pflag v1.0.5 => ./pflag'),
        ],
      ];
      for (const [name, change] of changes) {
        await project(runner, change({ ...files, 'vendor/modules.txt': modulesTxt }));
        expect([name, (await preflight(runner)).cause?.code]).toEqual([name, 'GO.VENDOR']);
        expect([name, (await go(directory, ['build', './...'])).stderr]).toEqual([
          name,
          expect.stringContaining('inconsistent vendoring'),
        ]);
      }
    }));

  it('for a vendored workspace of two modules, one of which requires and replaces the other', () =>
    withRunner(async runner => {
      const files = await tidyProject(runner);
      const lib = { 'lib/go.mod': 'module example.com/lib\n\ngo 1.24\n', 'lib/lib.go': 'package lib\n' };
      const work = { 'go.work': 'go 1.24\n\nuse (\n\t./app\n\t./lib\n)\n' };
      const app = {
        'app/go.mod': `${files['go.mod'].replace('example.com/x', 'example.com/app')}\nrequire example.com/lib v0.0.0\nreplace example.com/lib => ../lib\n`,
        'app/go.sum': files['go.sum'],
        'app/main.go': MAIN.replace('"github', '_ "example.com/lib"\nimport "github'),
      };
      const directory = await project(runner, { ...work, ...lib, ...app });
      expect((await preflight(runner)).findings.map(told)).toEqual([]);
      const vendored = await go(directory, ['work', 'vendor']);
      expect(vendored.stderr).not.toContain('error');
      expect(await readFile(join(directory, 'vendor/modules.txt'), 'utf8')).toContain('## workspace');
      expect((await go(directory, ['vet', './app'])).ok).toBe(true);
      expect((await preflight(runner)).findings.map(told)).toEqual([]);
      expect((await preflight(runner, ['app'])).findings.map(told)).toEqual([]);
    }));
});

async function goVersion(): Promise<string> {
  return (await go('.', ['env', 'GOVERSION'])).stdout.trim();
}

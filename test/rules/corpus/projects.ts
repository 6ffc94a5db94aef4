import { ask } from './mutations.ts';
import { type Files, goSum, published } from './published.ts';
import { MACHINE, type Scene } from './scene.ts';

/** Sound projects of the shapes that are met most; the real go builds each of them (test/conformance/preflight-corpus.test.ts). */

const MAIN = (...imports: readonly string[]) =>
  `package main\n\nimport (\n${imports.map(each => `\t_ "${each}"\n`).join('')})\n\nfunc main() {}\n`;

const ALL = ['example.com/flag/v2@v2.1.0', 'example.com/log@v1.4.0', 'example.com/color@v1.2.0', 'example.com/term@v0.3.0'];

const MODULE: Files = {
  'go.mod': [
    'module example.com/shop',
    '',
    'go 1.24',
    '',
    'require (',
    '\texample.com/flag/v2 v2.1.0',
    '\texample.com/log v1.4.0',
    ')',
    '',
    'require (',
    '\texample.com/color v1.2.0 // indirect',
    '\texample.com/term v0.3.0 // indirect',
    ')',
    '',
  ].join('\n'),
  'go.sum': goSum(...ALL),
  'main.go': MAIN('example.com/flag/v2', 'example.com/log'),
};

/** Before Go 1.17 the whole graph counts, and requirements are not pruned. */
const OLD: Files = {
  'go.mod': 'module example.com/shop\n\ngo 1.16\n\nrequire example.com/log v1.4.0\nrequire example.com/old v3.0.1+incompatible\n',
  'go.sum': goSum('example.com/old@v3.0.1+incompatible', ...ALL.slice(1)),
  'main.go': MAIN('example.com/log', 'example.com/old'),
};

/** Every directive that Go 1.25 has. */
const RICH: Files = {
  'go.mod': [
    '// Deprecated: this is a fixture.',
    'module "example.com/shop"',
    'go 1.24.0',
    'toolchain go1.25.1',
    'godebug default=go1.23',
    'require example.com/log v1.4.0',
    'require ( // by log',
    '\texample.com/color v1.2.0 // indirect; and more',
    '\t"example.com/term" v0.3.0 // indirect',
    ')',
    'replace example.com/log v1.4.0 => example.com/fork v1.9.0',
    'replace example.com/lib => ./lib',
    'require example.com/lib v0.0.0-00010101000000-000000000000',
    'exclude example.com/color v1.1.0',
    'retract [v0.1.0, v0.2.0] // broken',
    'tool example.com/shop/cmd/gen',
    'ignore ./web',
    '',
  ].join('\n'),
  'go.sum': goSum('example.com/fork@v1.9.0', ...ALL.slice(2)),
  'main.go': MAIN('example.com/log', 'example.com/lib'),
  'cmd/gen/main.go': MAIN('example.com/color'),
  'lib/go.mod': 'module example.com/lib\n',
  'lib/lib.go': 'package lib\n',
};

const VENDORED: Files = {
  ...MODULE,
  'vendor/modules.txt': [
    '# example.com/color v1.2.0',
    '## explicit; go 1.20',
    'example.com/color',
    '# example.com/flag/v2 v2.1.0',
    '## explicit; go 1.20',
    'example.com/flag/v2',
    '# example.com/log v1.4.0',
    '## explicit; go 1.20',
    'example.com/log',
    '# example.com/term v0.3.0',
    '## explicit; go 1.20',
    'example.com/term',
    '',
  ].join('\n'),
  ...Object.fromEntries(
    ALL.map(published).flatMap(({ path, files }) =>
      Object.entries(files)
        .filter(([name]) => name.endsWith('.go'))
        .map(([name, text]) => [`vendor/${path}/${name}`, text]),
    ),
  ),
};

const WORKSPACE: Files = {
  'go.work': 'go 1.24\n\nuse (\n\t./app\n\t./lib\n)\n',
  'app/go.mod':
    'module example.com/shop/app\n\ngo 1.24\n\nrequire example.com/shop/lib v0.0.0\n\nreplace example.com/shop/lib => ../lib\n',
  'app/main.go': MAIN('example.com/shop/lib'),
  'lib/go.mod':
    'module example.com/shop/lib\n\ngo 1.22\n\nrequire example.com/color v1.2.0\n\nrequire example.com/term v0.3.0 // indirect\n',
  'lib/go.sum': goSum('example.com/color@v1.2.0', 'example.com/term@v0.3.0'),
  'lib/lib.go': 'package lib\n\nimport _ "example.com/color"\n',
};

/** Modules of one repository that know each other by replacements, one of which is not built with the others. */
const SPLIT: Files = {
  'go.mod':
    'module example.com/shop\n\ngo 1.24\n\nrequire example.com/shop/lib v1.0.0\n\nreplace example.com/shop/lib => ./lib\n',
  'main.go': MAIN('example.com/shop/lib'),
  'lib/go.mod': 'module example.com/shop/lib\n\ngo 1.24\n',
  'lib/lib.go': 'package lib\n',
  'tools/go.mod': 'module example.com/shop/tools\n\ngo 1.24\n\nrequire example.com/flag/v2 v2.1.0\n',
  'tools/go.sum': goSum('example.com/flag/v2@v2.1.0'),
  'tools/tools.go': 'package tools\n\nimport _ "example.com/flag/v2"\n',
};

const FILES = { module: MODULE, old: OLD, rich: RICH, vendored: VENDORED, workspace: WORKSPACE, split: SPLIT };

export type ProjectName = keyof typeof FILES;

export const PROJECT_NAMES = Object.keys(FILES) as readonly ProjectName[];

export function sound(name: ProjectName): Scene {
  const scene = { ...MACHINE, files: FILES[name] };
  // By its go line alone it would get a Go that is too old.
  return name === 'old' ? ask('1.26')(scene) : scene;
}

/** What go is told to build. */
export function packagesOf(name: ProjectName): readonly string[] {
  return name === 'workspace' ? ['./app/...', './lib/...'] : ['./...'];
}

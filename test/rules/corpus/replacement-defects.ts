import { type CorpusCase, defects } from './corpus-case.ts';
import { add, all, put, swap } from './mutations.ts';
import { goSum } from './published.ts';

const COLOR = 'example.com/color v1.2.0';
/** The library of a split repository requires a newer version than the module that uses it lists. */
const SKEW = all(
  add('go.mod', '\nrequire example.com/color v1.1.0 // indirect'),
  put('go.sum', goSum('example.com/color@v1.1.0', 'example.com/color@v1.2.0', 'example.com/term@v0.3.0')),
  add('lib/go.mod', `\nrequire ${COLOR}\n\nrequire example.com/term v0.3.0 // indirect`),
  put('lib/go.sum', goSum('example.com/color@v1.2.0', 'example.com/term@v0.3.0')),
  put('lib/lib.go', 'package lib\n\nimport _ "example.com/color"\n'),
);
const twin = all(
  put('twin/go.mod', 'module example.com/shop/lib\n\ngo 1.22\n'),
  put('twin/lib.go', 'package lib\n'),
  add('go.work', 'use ./twin'),
);
const UNUSED = 'work-uses info GO.WORK_USE go.work';

/** Of modules that know each other by replacements or by go.work, and of paths and settings in go.mod that only the build refuses. */
export const REPLACEMENT_DEFECTS: readonly CorpusCase[] = [
  ...defects('replaced-requirements', 'GO.MOD_OUTDATED', [
    ['replaced module with a newer go line', 'split', swap('lib/go.mod', 'go 1.24', 'go 1.25'), 'go.mod:3'],
    ['replaced module with a newer patch', 'split', swap('lib/go.mod', 'go 1.24', 'go 1.24.3'), 'go.mod:3'],
    ['replaced module with a newer requirement', 'split', SKEW, 'go.mod:9'],
    [
      'indirect replaced module with a newer go line',
      'split',
      all(swap('lib/go.mod', 'go 1.24', 'go 1.25'), swap('go.mod', 'lib v1.0.0', 'lib v1.0.0 // indirect')),
      'warning go.mod:3',
    ],
  ]),
  ...defects('go-line', 'GO.TOOLCHAIN_LOCAL', [
    [
      'replaced module of the future',
      'split',
      swap('lib/go.mod', 'go 1.24', 'go 1.99'),
      'lib/go.mod:3',
      'replaced-requirements error GO.MOD_OUTDATED go.mod:3',
    ],
  ]),
  ...defects('replacements-agree', 'GO.REPLACE_CONFLICT', [
    ['two replacements of one module', 'split', add('go.mod', 'replace example.com/shop/lib => ./tools'), 'go.mod:8'],
    [
      'two replacements of one version',
      'module',
      add('go.mod', 'replace example.com/x v1.0.0 => example.com/y v1.0.0\nreplace example.com/x v1.0.0 => example.com/y v1.1.0'),
      'go.mod:15',
    ],
    [
      'one directory for two modules',
      'split',
      add('go.mod', 'require example.com/old v1.0.0\n\nreplace example.com/old => ./lib'),
      'go.mod:10',
    ],
    [
      'a replacement by what is required itself',
      'split',
      all(
        add('go.mod', `require example.com/old v1.0.0\n\nrequire ${COLOR}\n\nreplace example.com/old => ${COLOR}`),
        put('go.sum', goSum('example.com/color@v1.2.0')),
      ),
      'go.mod:12',
    ],
    [
      'two replacements in go.work',
      'workspace',
      add('go.work', 'replace example.com/x => ./app\nreplace example.com/x => ./lib'),
      'go.work:8',
    ],
    [
      'two modules of a workspace replace differently',
      'workspace',
      all(
        add('app/go.mod', 'replace example.com/color => example.com/color v1.1.0'),
        add('lib/go.mod', 'replace example.com/color => example.com/color v1.2.0'),
      ),
      'lib/go.mod:8',
    ],
    ['go.work replaces what it uses', 'workspace', add('go.work', 'replace example.com/shop/lib => ./lib'), 'go.work:7'],
  ]),
  ...defects('work-uses', 'GO.WORK_USE', [
    ['two modules of one path', 'workspace', twin, 'go.work:7'],
    ['go.work that uses nothing', 'workspace', put('go.work', 'go 1.24\n'), 'warning go.work:1', UNUSED],
  ]),
  ...defects('module-file', 'GO.MOD_SYNTAX', [
    ['module path with a space', 'module', swap('go.mod', 'example.com/shop', '"example.com/my shop"'), 'go.mod:1'],
    ['module path with a caret', 'module', swap('go.mod', 'example.com/shop', 'example.com/^shop'), 'go.mod:1'],
    ['module path that ends with a slash', 'module', swap('go.mod', 'example.com/shop', 'example.com/shop/'), 'go.mod:1'],
    ['tool as a directory', 'rich', swap('go.mod', 'example.com/shop/cmd/gen', './cmd/gen'), 'go.mod:16'],
  ]),
  ...defects('godebug-lines', 'GO.MOD_SYNTAX', [
    ['unknown godebug setting', 'rich', swap('go.mod', 'default=go1.23', 'httptwoclient=0'), 'go.mod:5'],
    ['removed godebug setting', 'rich', swap('go.mod', 'default=go1.23', 'x509sha1=1'), 'go.mod:5'],
    ['godebug default of the future', 'rich', swap('go.mod', 'default=go1.23', 'default=go1.99'), 'go.mod:5'],
    ['godebug default without go', 'rich', swap('go.mod', 'default=go1.23', 'default=1.23'), 'go.mod:5'],
    ['unknown godebug setting of a workspace', 'workspace', add('go.work', 'godebug httptwoclient=0'), 'go.work:7'],
  ]),
];

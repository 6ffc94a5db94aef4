import { type CorpusCase, defects } from './corpus-case.ts';
import { add, all, ask, cut, drop, env, from, put, swap } from './mutations.ts';
import { forged, goSum } from './published.ts';

const LOG = 'example.com/log v1.4.0';
const MARKS =
  '<<<<<<< HEAD\n\texample.com/color v1.2.0 // indirect\n=======\n\texample.com/color v1.1.0 // indirect\n>>>>>>> main';
const conflict = (name: string) => add(name, '<<<<<<< HEAD\n=======\n>>>>>>> main');

/** Of the files of a project. Lines are those of the changed file. */
export const PROJECT_DEFECTS: readonly CorpusCase[] = [
  // What a merge, an editor or a hand leaves in go.mod.
  ...defects('module-file', 'GO.NO_MOD', [['no go.mod', 'module', drop('go.mod'), '.']]),
  ...defects('module-file', 'GO.MOD_SYNTAX', [
    ['empty go.mod', 'module', put('go.mod', ''), 'go.mod:1'],
    ['no module line', 'module', cut('go.mod', /^module /u), 'go.mod:1'],
    ['two module lines', 'module', add('go.mod', 'module example.com/other'), 'go.mod:14'],
    ['misspelled verb', 'module', add('go.mod', 'requires example.com/log v1.4.0'), 'go.mod:14'],
    ['misspelled block', 'module', swap('go.mod', 'require (', 'requires ('), 'go.mod:5'],
    ['block without end', 'module', swap('go.mod', /\)\n$/u, ''), 'go.mod:10'],
    ['requirement without version', 'module', swap('go.mod', LOG, 'example.com/log'), 'go.mod:7'],
    ['C comment', 'module', swap('go.mod', '// indirect', '/* indirect */'), 'go.mod:11'],
    ['quote not closed', 'module', swap('go.mod', 'example.com/shop', '"example.com/shop'), 'go.mod:1'],
    ['go line of four numbers', 'module', swap('go.mod', 'go 1.24', 'go 1.24.0.1'), 'go.mod:3'],
    ['go line with the word go', 'module', swap('go.mod', 'go 1.24', 'go go1.24'), 'go.mod:3'],
    ['two go lines', 'module', add('go.mod', 'go 1.23'), 'go.mod:14'],
    ['replacement without dots', 'module', add('go.mod', 'replace example.com/log => lib'), 'go.mod:14'],
    ['replacement with one arrow less', 'module', add('go.mod', 'replace example.com/log ../log'), 'go.mod:14'],
    ['unknown directive in go.work', 'workspace', add('go.work', 'require example.com/log v1.4.0'), 'go.work:7'],
    ['binary go.mod', 'module', put('go.mod', 'module x\0\n'), 'go.mod'],
  ]),
  ...defects('merge-marks', 'MERGE.MARKS', [
    ['merge in go.mod', 'module', swap('go.mod', /^\texample.com\/color.*$/mu, MARKS), 'go.mod:11'],
    ['merge in go.sum', 'module', conflict('go.sum'), 'go.sum:9'],
    ['merge in go.work', 'workspace', conflict('go.work'), 'go.work:7'],
    ['merge in modules.txt', 'vendored', conflict('vendor/modules.txt'), 'warning vendor/modules.txt:13'],
    ['merge in go.sum of a workspace', 'workspace', conflict('lib/go.sum'), 'lib/go.sum:5'],
  ]),
  // Versions.
  ...defects('module-versions', 'GO.MOD_VERSION', [
    ['a branch for a version', 'module', swap('go.mod', LOG, 'example.com/log main'), 'go.mod:7'],
    ['a shortened version', 'module', swap('go.mod', LOG, 'example.com/log v1.4'), 'go.mod:7'],
    ['a version without v', 'module', swap('go.mod', LOG, 'example.com/log 1.4.0'), 'go.mod:7'],
    ['another major than the path', 'module', swap('go.mod', 'flag/v2 v2.1.0', 'flag/v2 v3.1.0'), 'go.mod:6'],
    ['a major without its path', 'module', swap('go.mod', 'flag/v2 v2.1.0', 'flag v2.1.0'), 'go.mod:6'],
    ['a branch for a replacement', 'module', add('go.mod', 'replace example.com/log => example.com/fork main'), 'go.mod:14'],
  ]),
  ...defects('requirements-agree', 'GO.MOD_OUTDATED', [
    [
      'required at two versions',
      'module',
      all(add('go.mod', 'require example.com/log v1.3.0'), add('go.sum', goSum('example.com/log@v1.3.0').trim())),
      'go.mod:14',
    ],
    ['required and excluded', 'module', add('go.mod', `exclude ${LOG}`), 'go.mod:14'],
  ]),
  // go lines, toolchain lines and the Go that is there.
  ...defects('go-line', 'GO.TOOLCHAIN_LOCAL', [
    ['go line of the future', 'module', swap('go.mod', 'go 1.24', 'go 1.99'), 'go.mod:3'],
    ['patch of the future', 'rich', all(swap('go.mod', 'go 1.24.0', 'go 1.26.99'), cut('go.mod', /^toolchain /u)), 'go.mod:3'],
    ['older Go asked for', 'module', ask('1.23'), 'go.mod:3'],
    ['older Go in GOTOOLCHAIN', 'module', env({ GOTOOLCHAIN: 'go1.22.5' }), 'go.mod:3'],
    ['go.work of the future', 'workspace', swap('go.work', 'go 1.24', 'go 1.99'), 'go.work:1'],
    [
      'vendored module of the future',
      'vendored',
      swap('vendor/modules.txt', /(color v1.2.0\n.*)1.20/u, '$11.99'),
      'vendor/modules.txt:1',
    ],
  ]),
  ...defects('toolchain-line', 'GO.TOOLCHAIN_CONFIG', [
    ['toolchain line without go', 'rich', swap('go.mod', 'toolchain go', 'toolchain '), 'go.mod:4'],
    ['toolchain line below the go line', 'rich', swap('go.mod', 'go1.25.1', 'go1.22.0'), 'warning go.mod:4'],
    ['toolchain line that says what the go line says', 'rich', swap('go.mod', 'go1.25.1', 'go1.24.0'), 'go.mod:4'],
    ['toolchain line of before 1.21', 'module', add('go.mod', 'toolchain go1.20.4'), 'go.mod:14'],
    ['toolchain default', 'module', add('go.mod', 'toolchain default'), 'go.mod:14'],
    ['toolchain line without effect', 'rich', swap('go.mod', 'go1.25.1', 'go1.99.0'), 'info go.mod:4'],
    ['toolchain line in go.work without go', 'workspace', add('go.work', 'toolchain 1.25.1'), 'go.work:7'],
  ]),
  ...defects('work-version', 'GO.WORK_VERSION', [
    ['go.work older than its module', 'workspace', swap('app/go.mod', 'go 1.24', 'go 1.25'), 'go.work:1'],
    [
      'go.work without a go line',
      'workspace',
      cut('go.work', /^go /u),
      'go.work:1',
      'work-version error GO.WORK_VERSION go.work:1',
    ],
  ]),
  ...defects('go-line-minimum', 'VERSION.TOO_OLD', [
    ['an old go line chooses', 'module', swap('go.mod', 'go 1.24', 'go 1.17'), 'info go.mod:3'],
  ]),
  ...defects('version-files', 'VERSION.FILES_DISAGREE', [
    ['.go-version contradicts', 'module', put('.go-version', '1.22.1\n'), 'info .go-version:1'],
    [
      '.tool-versions contradicts',
      'module',
      put('.tool-versions', '# tools\nnodejs 24.0.0\ngolang 1.23.4\n'),
      'info .tool-versions:3',
    ],
  ]),
  // go.work and replacements.
  ...defects('work-uses', 'GO.WORK_USE', [
    ['use line that leads nowhere', 'workspace', swap('go.work', './lib\n', './lib\n\t./gone\n'), 'go.work:6'],
    [
      'module of go.work not checked out',
      'workspace',
      drop('lib'),
      'go.work:5',
      'replaced-directories error GO.REPLACE_MISSING app/go.mod:7',
    ],
    ['one directory used twice', 'workspace', swap('go.work', './lib\n', './lib\n\t./app/../lib\n'), 'go.work:6'],
    ['go.work without this module', 'workspace', all(cut('go.work', /lib/u), from('lib')), 'warning go.work'],
  ]),
  ...defects('replaced-directories', 'GO.REPLACE_MISSING', [
    ['replaced directory not there', 'split', drop('lib'), 'go.mod:7'],
    ['replaced directory without go.mod', 'split', drop('lib/go.mod'), 'go.mod:7'],
    ['replacement of a local checkout', 'module', add('go.mod', 'replace example.com/log => /home/me/log'), 'go.mod:14'],
    ['replacement that nobody requires', 'module', add('go.mod', 'replace example.com/gone => ../gone'), 'info go.mod:14'],
    ['replacement in go.work not there', 'workspace', add('go.work', 'replace example.com/color => ./color'), 'go.work:7'],
  ]),
  ...defects('replaced-outside', 'GO.REPLACE_OUTSIDE', [
    [
      'replacement beside the checkout',
      'module',
      all(
        add('go.mod', 'replace example.com/log => ../log'),
        put('../log/go.mod', 'module example.com/log\n'),
        put('../log/log.go', 'package log\n'),
      ),
      'warning go.mod:14',
    ],
  ]),
  // go.sum.
  ...defects('sum-complete', 'GO.GOSUM_MISSING', [
    ['no go.sum', 'module', drop('go.sum'), 'go.mod:6'],
    ['empty go.sum', 'module', put('go.sum', ''), 'go.mod:6', 'sum-complete warning GO.GOSUM_MISSING go.mod:11'],
    ['requirement added by hand', 'module', add('go.mod', 'require example.com/new v1.0.0'), 'go.mod:14'],
    ['version raised by hand', 'module', swap('go.mod', LOG, 'example.com/log v1.4.1'), 'go.mod:7'],
    ['go.mod line of a direct one lost', 'module', cut('go.sum', /log v1.4.0\/go.mod/u), 'go.mod:7'],
    ['line of the contents lost', 'module', cut('go.sum', /log v1.4.0 h1/u), 'warning go.mod:7'],
    ['lines of an indirect one lost', 'module', cut('go.sum', /color/u), 'warning go.mod:11'],
    ['lines of a module lost, before 1.17', 'old', cut('go.sum', /old/u), 'go.mod:6'],
    ['replacement raised by hand', 'rich', swap('go.mod', 'fork v1.9.0', 'fork v1.9.1'), 'go.mod:6'],
  ]),
  ...defects('sum-lines', 'GO.GOSUM_MALFORMED', [
    ['two fields', 'module', swap('go.sum', /( v1.2.0) h1:\S+/u, '$1'), 'go.sum:1'],
    ['a hash cut short', 'module', swap('go.sum', /(term v0.3.0 h1:\S{20})\S+/u, '$1'), 'go.sum:7'],
    ['a line cut short at the end', 'module', swap('go.sum', /[^ ]+\n$/u, ''), 'go.sum:8'],
    [
      'a page for go.sum',
      'module',
      put('go.sum', '<!doctype html>\n<title>Sign in</title>\n'),
      'go.sum:1',
      'sum-lines error GO.GOSUM_MALFORMED go.sum:2',
    ],
    ['broken go.sum of a workspace', 'workspace', add('lib/go.sum', 'x'), 'lib/go.sum:5'],
  ]),
  ...defects('sum-conflicts', 'GO.GOSUM_CONFLICT', [
    ['two hashes of one module', 'module', add('go.sum', forged(`${LOG} h1:${'B'.repeat(43)}=`)), 'go.sum:9'],
    [
      'two hashes in one workspace',
      'workspace',
      put('app/go.sum', forged(`example.com/color v1.2.0 h1:${'B'.repeat(43)}=`)),
      'lib/go.sum:1',
    ],
  ]),
  // vendor.
  ...defects('vendor-consistent', 'GO.VENDOR', [
    ['version raised without vendoring', 'vendored', swap('go.mod', LOG, 'example.com/log v1.4.1'), 'go.mod:7'],
    ['requirement not vendored', 'vendored', add('go.mod', 'require example.com/new v1.0.0'), 'go.mod:14'],
    ['requirement gone, still vendored', 'vendored', cut('go.mod', /flag/u), 'vendor/modules.txt:4'],
    ['replacement not vendored', 'vendored', add('go.mod', 'replace example.com/log => example.com/fork v1.9.0'), 'go.mod:14'],
    ['mark of an explicit one lost', 'vendored', swap('vendor/modules.txt', '## explicit; go', '## go'), 'go.mod:11'],
    ['modules.txt not committed', 'vendored', drop('vendor/modules.txt'), 'go.mod:6'],
  ]),
  ...defects('project-whole', 'PREFLIGHT.INCOMPLETE', [
    ['too deep to look', 'module', put(`${'d/'.repeat(30)}go.mod`, 'module example.com/deep\n'), 'info .'],
  ]),
];

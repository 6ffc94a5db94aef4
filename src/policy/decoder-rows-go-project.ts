import { type DecoderRow, rowsOf } from './decoder-row.ts';

/** What cmd/go says of files, flags and settings. */
export const GO_PROJECT_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'go' }, [
  {
    id: 'vendor',
    code: 'GO.VENDOR',
    needle: 'inconsistent vendoring',
    pattern: /inconsistent vendoring in (?<subject>\S{1,300}):/u,
  },
  {
    id: 'flag-insecure',
    code: 'GO.FLAG_INSECURE',
    needle: '-insecure flag',
    pattern: /(?<subject>-insecure) flag is no longer supported/u,
  },
  { id: 'flags', code: 'GO.FLAGS', needle: 'parsing $goflags', pattern: /parsing \$(?<subject>GOFLAGS): (?<reason>.{1,200})/u },
  {
    id: 'flags-unknown',
    code: 'GO.FLAGS',
    needle: 'goflags',
    pattern: /(?:unknown flag|invalid) (?<subject>\S{1,100}) .{0,60}\$?GOFLAGS/u,
  },
  {
    id: 'mod-version',
    code: 'GO.MOD_VERSION',
    needle: '" invalid: ',
    pattern:
      /^\s{0,8}(?:go: )?(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6})(?::\d{1,5})?: (?:require|exclude|replace|retract) (?<subject>\S{1,300}): version "[^"]{0,200}" invalid: (?<reason>.{1,200})/u,
  },
  {
    id: 'work-use-twice',
    code: 'GO.WORK_USE',
    needle: 'multiple times in workspace',
    pattern: /(?:path|module) (?<subject>\S{1,300}) appears multiple times in workspace/u,
    detail: /(?:(?<file>[^\s:]{0,300}go\.work):(?<row>\d{1,6}): )path (?<subject>\S{1,300}) appears multiple times in workspace/u,
  },
  {
    id: 'work-use-missing',
    code: 'GO.WORK_USE',
    needle: 'listed in go.work file: open ',
    pattern: /cannot load module (?<subject>\S{1,300}) listed in go\.work file: open (?<reason>.{1,300})/u,
  },
  {
    id: 'work-use-none',
    code: 'GO.WORK_USE',
    needle: 'no modules were found in the current workspace',
    pattern: /no modules were found in the current workspace/u,
  },
  {
    id: 'work-unused',
    code: 'GO.WORK_USE',
    needle: 'does not contain modules listed in go.work',
    pattern: /pattern (?<subject>\S{1,200}): directory prefix \S{1,300} does not contain modules listed in go\.work/u,
  },
  {
    id: 'work-outside',
    code: 'GO.WORK_USE',
    needle: 'is outside module root',
    pattern: /pattern (?<subject>\S{1,200}): directory \S{1,300} is outside module root/u,
    confidence: 'likely',
  },
  {
    id: 'work-version',
    code: 'GO.WORK_VERSION',
    needle: 'listed in go.work file requires go',
    pattern:
      /module (?<subject>\S{1,300}) listed in go\.work file requires go >= (?<wants>\S{1,40}), but go\.work (?:lists|implicitly requires) go (?<lists>[^\s;]{1,40})/u,
  },
  {
    id: 'replace-missing',
    code: 'GO.REPLACE_MISSING',
    needle: 'replacement directory ',
    pattern: /replacement directory (?<subject>.{1,300}?) does not exist/u,
  },
  {
    id: 'replace-no-mod',
    code: 'GO.REPLACE_MISSING',
    needle: '(replaced by ',
    pattern: /\(replaced by (?<subject>.{1,300}?)\): reading \S{1,300}go\.mod: open \S{1,300}: no such file/u,
  },
  {
    id: 'replace-conflict',
    code: 'GO.REPLACE_CONFLICT',
    needle: 'conflicting replacements ',
    pattern: /conflicting replacements for (?<subject>\S{1,300}):/u,
  },
  {
    id: 'replace-shared',
    code: 'GO.REPLACE_CONFLICT',
    needle: 'used for two different module paths',
    pattern: /(?<subject>\S{1,300}) used for two different module paths \(/u,
  },
  {
    id: 'replace-own',
    code: 'GO.REPLACE_CONFLICT',
    needle: 'is replaced at all versions',
    pattern: /workspace module (?<subject>\S{1,300}) is replaced at all versions in the go\.work file/u,
  },
  {
    id: 'mod-no-module',
    code: 'GO.MOD_SYNTAX',
    needle: 'missing module declaration',
    pattern: /error reading (?<subject>\S{0,300}go\.mod): missing module declaration/u,
  },
  {
    id: 'mod-path',
    code: 'GO.MOD_SYNTAX',
    needle: 'go: malformed ',
    pattern: /^go: malformed (?:module|tool) path "(?<subject>[^"]{1,300})": (?<reason>.{1,200})/u,
    // The path may stand on the command line too.
    confidence: 'likely',
  },
  {
    id: 'mod-syntax',
    code: 'GO.MOD_SYNTAX',
    needle: 'go.',
    pattern:
      /^\s{0,8}(?:go: )?(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6})(?::\d{1,5})?: (?<reason>(?:unknown (?:directive|godebug)|use of removed godebug|default=go\S{1,40} too new|invalid|malformed|usage:|unexpected|missing|repeated|unterminated|syntax error|no matching|.{0,120}?must be).{0,200})/u,
  },
  {
    id: 'mod-syntax-head',
    code: 'GO.MOD_SYNTAX',
    needle: 'errors parsing ',
    outer: true,
    pattern: /errors parsing (?<subject>\S{0,300}go\.(?:mod|work)):/u,
  },
  {
    id: 'mod-updates',
    code: 'GO.MOD_UPDATES',
    needle: 'updates to go.',
    pattern: /updates to (?<subject>go\.(?:mod|sum|work)) needed/u,
  },
  {
    id: 'no-mod',
    code: 'GO.NO_MOD',
    needle: 'go.mod file not found',
    pattern: /(?<subject>go\.mod) file not found in (?:current directory|.{1,300}) or any parent/u,
  },
  { id: 'no-mod-found', code: 'GO.NO_MOD', needle: 'cannot find main module', pattern: /go: cannot find main module\b/u },
  {
    id: 'no-mod-pattern',
    code: 'GO.NO_MOD',
    needle: 'does not contain main module',
    pattern: /pattern (?<subject>\S{1,200}): directory prefix \S{1,300} does not contain main module/u,
  },
  {
    id: 'modules-off',
    code: 'GO.MODULES_OFF',
    needle: 'in any of:',
    pattern: /cannot find package "(?<subject>[^"]{1,300})" in any of:/u,
  },
  {
    id: 'env-goroot',
    code: 'GO.ENV',
    needle: 'cannot find goroot',
    pattern: /cannot find (?<subject>GOROOT) directory: (?<value>.{0,300})/u,
  },
  {
    id: 'env-gopath',
    code: 'GO.ENV',
    needle: 'gopath entry',
    pattern: /(?<subject>GOPATH) entry (?:is relative|cannot start with).{0,60}?"(?<value>[^"]{0,300})"/u,
  },
  {
    id: 'env-platform',
    code: 'GO.ENV',
    needle: 'unsupported goos/goarch pair',
    pattern: /unsupported (?<subject>GOOS\/GOARCH) pair (?<value>\S{1,80})/u,
  },
  {
    id: 'env-modcache',
    code: 'GO.ENV',
    needle: 'module cache not found',
    pattern: /module cache not found: neither (?<subject>GOMODCACHE) nor GOPATH is set/u,
  },
  { id: 'env-gobin', code: 'GO.ENV', needle: 'gobin must be', pattern: /(?<subject>GOBIN) must be an absolute path/u },
  {
    id: 'env-gocache',
    code: 'GO.ENV',
    needle: 'build cache is ',
    pattern: /build cache is (?:required|disabled).{0,60}?(?<subject>GOCACHE|\$HOME)(?<reason>.{0,200})/u,
  },
  {
    id: 'env-work',
    code: 'GO.ENV',
    needle: 'creating work dir',
    pattern: /creating work dir: (?:stat|mkdir) (?<subject>\S{1,300}): (?<reason>.{1,100})/u,
  },
  {
    id: 'gocache-lost',
    code: 'FS.GOCACHE',
    needle: 'cannot find package',
    pattern: /^package (?<subject>\S{1,300}): cannot find package$/u,
    confidence: 'likely',
  },
  {
    id: 'gocache-std',
    code: 'FS.GOCACHE',
    needle: 'is not in std',
    pattern:
      /^(?:\S{1,300}\/)?(?:src|goroot)\/(?:runtime|internal|reflect|sync|fmt|os|net|strconv|errors|io|unicode|time|syscall|math|crypto|encoding)\/\S{1,200}:\d{1,6}:\d{1,4}: package (?<subject>\S{1,200}) is not in std/u,
    confidence: 'likely',
  },
  {
    id: 'not-in-std',
    code: 'GO.PACKAGE_NOT_FOUND',
    needle: 'is not in ',
    pattern: /package (?<subject>\S{1,300}) is not in (?:std|GOROOT)/u,
    detail: /(?:(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: )package (?<subject>\S{1,300}) is not in (?:std|GOROOT)/u,
  },
  {
    id: 'no-required-module',
    code: 'GO.PACKAGE_NOT_FOUND',
    needle: 'no required module provides',
    pattern: /no required module provides package (?<subject>[^\s;]{1,300})/u,
    detail:
      /(?:(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: )no required module provides package (?<subject>[^\s;]{1,300})/u,
  },
  {
    id: 'no-module',
    code: 'GO.PACKAGE_NOT_FOUND',
    needle: 'cannot find module providing',
    pattern: /cannot find module providing package (?<subject>[^\s:;]{1,300})/u,
    detail:
      /(?:(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: )cannot find module providing package (?<subject>[^\s:;]{1,300})/u,
  },
  {
    id: 'no-package-in-vendor',
    code: 'GO.PACKAGE_NOT_FOUND',
    needle: 'cannot find package "." in:',
    pattern: /cannot find package "\." in:/u,
    detail: /(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: cannot find package "\." in:/u,
  },
  {
    id: 'no-package-in-module',
    code: 'GO.PACKAGE_NOT_FOUND',
    needle: 'does not contain package',
    pattern: /module \S{1,300} found.{0,200}?, but does not contain package (?<subject>\S{1,300})/u,
  },
  {
    id: 'module-path',
    code: 'GO.MODULE_PATH',
    needle: 'was required as',
    pattern: /^\s{1,40}but was required as: (?<subject>\S{1,300})/u,
    after: /module declares its path as: (?<declared>\S{1,300})/u,
  },
  {
    id: 'module-path-old',
    outer: true,
    code: 'GO.MODULE_PATH',
    needle: 'module declares its path',
    pattern: /module declares its path as: (?<declared>\S{1,300})/u,
  },
  {
    id: 'cgo-compiler',
    code: 'GO.CGO_COMPILER',
    needle: 'c compiler',
    pattern: /C compiler "(?<subject>[^"]{1,200})" not found/u,
  },
  {
    // Without CGO_ENABLED Go asks whether there is a C compiler, and does without cgo where there is none.
    id: 'cgo-race',
    code: 'GO.CGO_COMPILER',
    needle: ' requires cgo; enable cgo by setting',
    pattern: /go: (?<subject>-\S{1,20}) requires cgo; enable cgo by setting CGO_ENABLED=1/u,
  },
  {
    id: 'version-mix',
    code: 'GO.VERSION_MIX',
    needle: 'does not match go tool version',
    pattern: /version "(?<compiler>[^"]{1,60})" does not match go tool version "(?<tool>[^"]{1,60})"/u,
  },
]);

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
    id: 'mod-syntax',
    code: 'GO.MOD_SYNTAX',
    needle: 'go.',
    pattern:
      /^\s{0,8}(?:go: )?(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6})(?::\d{1,5})?: (?<reason>(?:unknown directive|invalid|malformed|usage:|unexpected|missing|repeated|unterminated|syntax error|no matching|.{0,120}?must be).{0,200})/u,
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
  {
    id: 'no-mod-pattern',
    code: 'GO.NO_MOD',
    needle: 'does not contain main module',
    pattern:
      /pattern (?<subject>\S{1,200}): directory prefix \S{1,300} does not contain (?:main module|modules listed in go\.work)/u,
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
    id: 'version-mix',
    code: 'GO.VERSION_MIX',
    needle: 'does not match go tool version',
    pattern: /version "(?<compiler>[^"]{1,60})" does not match go tool version "(?<tool>[^"]{1,60})"/u,
  },
]);

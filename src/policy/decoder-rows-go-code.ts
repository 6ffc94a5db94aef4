import { type DecoderRow, rowsOf } from './decoder-row.ts';

/** Versions and import paths: their heads wrap whatever went wrong while they were looked up. */
export const GO_LOOKUP_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'go' }, [
  {
    id: 'no-meta',
    code: 'GO.NO_META',
    needle: 'no go-import meta',
    pattern: /unrecognized import path "(?<subject>[^"]{1,300})": .{0,400}?no go-import meta tags/u,
  },
  {
    id: 'unknown-revision',
    code: 'GO.UNKNOWN_VERSION',
    needle: 'unknown revision',
    pattern: /unknown revision (?<revision>\S{1,100})/u,
    detail: /(?:(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): .{0,300}?)unknown revision (?<revision>\S{1,100})/u,
  },
  {
    id: 'unknown-version-file',
    code: 'GO.UNKNOWN_VERSION',
    needle: '/@v/',
    pattern: /reading \S{1,500}?\/@v\/v[^\s/]{1,200}\.(?:info|mod|zip): (?<status>404|410)/u,
    detail:
      /(?:(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): )(?:module \S{1,300}: )?reading \S{1,500}?\/@v\/v[^\s/]{1,200}\.(?:info|mod|zip): (?<status>404|410)/u,
  },
  {
    id: 'no-matching-versions',
    code: 'GO.UNKNOWN_VERSION',
    needle: 'no matching versions',
    pattern: /: no matching versions for query "(?<query>[^"]{1,100})"/u,
    detail: /(?<subject>[^\s:]{1,300}): no matching versions for query "(?<query>[^"]{1,100})"/u,
  },
  {
    id: 'invalid-pseudo-version',
    code: 'GO.UNKNOWN_VERSION',
    needle: 'invalid pseudo-version',
    pattern: /: invalid pseudo-version: (?<reason>.{1,200})/u,
    detail: /(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): invalid pseudo-version: (?<reason>.{1,200})/u,
  },
  {
    id: 'invalid-version',
    code: 'GO.UNKNOWN_VERSION',
    needle: 'invalid version',
    outer: true,
    pattern: /: invalid version: (?<reason>.{1,200})/u,
    detail: /(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): invalid version: (?<reason>.{1,200})/u,
  },
]);

/** Faults of the code itself, last of all. Compilers speak below a line `# package`. */
export const OWN_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'go' }, [
  {
    id: 'compile',
    code: 'GO.COMPILE',
    needle: '.go:',
    pattern: /^(?:vet: )?(?:\.{1,2}[/\\])*(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):(?:\d{1,5}:)? (?<error>.{1,200})/u,
    after: /^# \S/mu,
  },
  {
    id: 'parse',
    code: 'GO.COMPILE',
    needle: '.go:',
    pattern:
      /^(?:\.{1,2}[/\\])*(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,5}: (?<error>(?:expected |syntax error|illegal |missing |string literal|rune literal|comment not|invalid |imports? must).{0,200})/u,
  },
  { id: 'import-cycle', code: 'GO.COMPILE', needle: 'import cycle not', pattern: /import cycle not allowed/u },
  { id: 'link', code: 'GO.COMPILE', needle: 'ld returned', pattern: /ld returned \d+ exit status/u },
  { id: 'test', code: 'GO.TEST_FAILED', needle: '--- fail: ', pattern: /^\s{0,40}--- FAIL: (?<subject>\S{1,200})/u },
  { id: 'test-package', code: 'GO.TEST_FAILED', needle: 'fail\t', pattern: /^FAIL\t(?<subject>\S{1,300})\t[\d.]{1,12}s/u },
  {
    id: 'test-timeout',
    code: 'GO.TEST_FAILED',
    needle: 'test timed out',
    pattern: /panic: test timed out after (?<subject>\S{1,40})/u,
  },
  { id: 'panic', code: 'GO.PANIC', needle: 'panic: ', pattern: /^panic: (?<error>.{1,200})/u },
  {
    id: 'fatal-error',
    code: 'GO.PANIC',
    needle: 'fatal error: ',
    pattern: /^fatal error: (?<error>(?:all goroutines|concurrent map|stack overflow|unexpected signal).{0,200})/u,
  },
]);

import { type DecoderRow, rowsOf } from './decoder-row.ts';

/** What cmd/go says of proofs, toolchains and proxies (src/cmd/go/internal/{modfetch,modload,toolchain} of Go 1.26). */
export const GO_TRUST_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'go' }, [
  {
    id: 'sumdb-off-toolchain',
    code: 'GO.SUMDB_OFF_TOOLCHAIN',
    needle: 'checksum database disabled',
    pattern: /(?<subject>golang\.org\/toolchain@\S{1,100}): .{0,300}?checksum database disabled by GOSUMDB=off/u,
  },
  {
    id: 'sumdb-off',
    code: 'GO.SUMDB_OFF_TOOLCHAIN',
    needle: 'checksum database disabled',
    pattern: /checksum database disabled by GOSUMDB=off/u,
  },
  {
    id: 'sumdb-config',
    code: 'GO.SUMDB_CONFIG',
    needle: 'invalid gosumdb',
    pattern: /invalid (?<subject>GOSUMDB): (?<reason>.{1,200})/u,
  },
  {
    id: 'gosum-mismatch',
    code: 'GO.GOSUM_MISMATCH',
    needle: 'h1:',
    // In a workspace it stands with its path.
    pattern: /^\s{1,8}(?:.{1,300}[/\\])?go\.(?:work\.)?sum:\s{1,20}(?<recorded>h1:\S{1,60})/u,
    after: /verifying (?<subject>\S{1,300}): checksum mismatch\n\s{1,8}downloaded: {1,20}(?<downloaded>h1:\S{1,60})/u,
  },
  {
    id: 'sumdb-mismatch',
    code: 'GO.SUMDB_MISMATCH',
    needle: 'h1:',
    pattern: /^\s{1,8}(?!downloaded|go\.)(?<database>[^\s:]{1,100}): {1,20}(?<recorded>h1:\S{1,60})/u,
    after: /verifying (?<subject>\S{1,300}): checksum mismatch\n\s{1,8}downloaded: {1,20}(?<downloaded>h1:\S{1,60})/u,
  },
  {
    id: 'gosum-missing',
    code: 'GO.GOSUM_MISSING',
    needle: 'missing go.sum entr',
    pattern:
      /missing go\.sum entr(?:y|ies)(?: for (?:module providing package |go\.mod file\b)?(?:\s?(?<subject>[^\s;]{1,300}))?)?/u,
  },
  {
    id: 'gosum-malformed',
    code: 'GO.GOSUM_MALFORMED',
    needle: 'wrong number of fields',
    pattern: /go\.(?:work\.)?sum:\d{1,7}: wrong number of fields/u,
    detail: /(?<file>[^\s:]{0,300}go\.(?:work\.)?sum):(?<row>\d{1,7}): wrong number of fields/u,
  },
  {
    id: 'gosum-malformed-head',
    outer: true,
    code: 'GO.GOSUM_MALFORMED',
    needle: 'malformed go.sum',
    pattern: /malformed (?<subject>go\.sum)/u,
  },
  {
    id: 'private-in-sumdb',
    code: 'GO.PRIVATE_IN_SUMDB',
    needle: '/lookup/',
    pattern: /sum\.golang\.\S{1,200}\/lookup\/(?<subject>\S{1,300}): (?<status>404|410)/u,
  },
  {
    id: 'sumdb-garbage',
    code: 'GO.SUMDB_GARBAGE',
    needle: 'verifying ',
    pattern: /: verifying (?:module|go\.mod): .{0,500}?(?:malformed record|TileReader|invalid note|malformed tree)/u,
    detail:
      /(?<subject>\S{1,300}): verifying (?:module|go\.mod): .{0,500}?(?:malformed record|TileReader|invalid note|malformed tree)/u,
  },
  {
    id: 'sumdb-unreachable',
    code: 'GO.SUMDB_UNREACHABLE',
    needle: 'verifying ',
    wraps: true,
    pattern:
      /: verifying (?:module|go\.mod): .{0,500}?(?:dial (?:tcp|udp)|i\/o timeout|lookup |proxyconnect|connection reset|EOF|x509:|TLS handshake|: (?:403|429|5\d\d) |: Forbidden$|Bad Gateway$|Authentication Required$)/u,
    detail:
      /(?<subject>[^\s:]{1,300}): verifying (?:module|go\.mod): .{0,500}?(?:dial (?:tcp|udp)|i\/o timeout|lookup |proxyconnect|connection reset|EOF|x509:|TLS handshake|: (?:403|429|5\d\d) |: Forbidden$|Bad Gateway$|Authentication Required$)/u,
    confidence: 'likely',
  },
  {
    id: 'toolchain-local',
    code: 'GO.TOOLCHAIN_LOCAL',
    needle: 'gotoolchain=local)',
    pattern: /requires go >= (?<wants>\S{1,40}) \(running go (?<running>\S{1,40}); GOTOOLCHAIN=local\)/u,
    detail:
      /(?:(?<subject>[^\s:]{1,300}) )requires go >= (?<wants>\S{1,40}) \(running go (?<running>\S{1,40}); GOTOOLCHAIN=local\)/u,
  },
  {
    id: 'toolchain-pinned',
    code: 'GO.TOOLCHAIN_LOCAL',
    needle: 'requires go >= ',
    pattern: /requires go >= (?<wants>\S{1,40}) \(running go (?<running>[^\s;)]{1,40})/u,
    detail: /(?:(?<subject>[^\s:]{1,300}) )requires go >= (?<wants>\S{1,40}) \(running go (?<running>[^\s;)]{1,40})/u,
    confidence: 'likely',
  },
  {
    // Only Go up to 1.20 says so: the version is one, for a newer Go.
    id: 'toolchain-go-line',
    code: 'GO.TOOLCHAIN_LOCAL',
    needle: 'must match format 1.23',
    pattern: /invalid go version '(?<wants>1\.\d{1,3}(?:\.\d{1,3}|rc\d{1,2}))': must match format 1\.23$/u,
    detail:
      /(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6}): invalid go version '(?<wants>1\.\d{1,3}(?:\.\d{1,3}|rc\d{1,2}))': must match format 1\.23$/u,
  },
  {
    id: 'toolchain-directive',
    code: 'GO.TOOLCHAIN_LOCAL',
    needle: 'unknown directive: toolchain',
    pattern: /unknown directive: toolchain$/u,
    detail: /(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6}): unknown directive: toolchain$/u,
  },
  {
    id: 'toolchain-old-go',
    code: 'GO.TOOLCHAIN_LOCAL',
    needle: 'module requires go ',
    pattern: /note: module requires Go (?<wants>[\d.]{1,20})/u,
    confidence: 'likely',
  },
  {
    id: 'toolchain-absent',
    code: 'GO.TOOLCHAIN_ABSENT',
    needle: 'toolchain not available',
    pattern: /download (?<subject>go\S{1,60}).{0,100}?: toolchain not available/u,
  },
  {
    id: 'toolchain-unknown',
    code: 'GO.TOOLCHAIN_ABSENT',
    needle: 'golang.org/toolchain@',
    pattern: /(?<subject>golang\.org\/toolchain@\S{1,80}): .{0,600}?(?:404|410|module lookup disabled)/u,
  },
  {
    id: 'toolchain-setting',
    code: 'GO.TOOLCHAIN_CONFIG',
    needle: 'invalid gotoolchain',
    pattern: /invalid (?<subject>GOTOOLCHAIN) "(?<value>[^"]{0,100})"/u,
  },
  {
    id: 'toolchain-line',
    code: 'GO.TOOLCHAIN_CONFIG',
    needle: 'invalid toolchain',
    pattern: /invalid toolchain(?: version)? '(?<value>[^']{0,100})'/u,
    detail: /(?:(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6}): )invalid toolchain(?: version)? '(?<value>[^']{0,100})'/u,
  },
  {
    id: 'toolchain-in-path',
    code: 'GO.TOOLCHAIN_CONFIG',
    needle: 'in path',
    pattern: /cannot find "(?<subject>go1\S{0,40})" in PATH/u,
  },
  {
    id: 'proxy-off',
    code: 'GO.PROXY_OFF',
    needle: 'disabled by goproxy=off',
    pattern: /module lookup disabled by GOPROXY=off/u,
    detail: /(?:(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): )module lookup disabled by GOPROXY=off/u,
  },
  {
    id: 'proxy-empty',
    code: 'GO.PROXY_CONFIG',
    needle: 'goproxy list is not',
    pattern: /(?<subject>GOPROXY) list is not the empty string, but contains no entries/u,
  },
  {
    id: 'proxy-invalid',
    code: 'GO.PROXY_CONFIG',
    needle: 'invalid proxy url',
    pattern: /invalid proxy URL (?<reason>.{1,200})/u,
  },
  {
    id: 'proxy-html',
    code: 'GO.PROXY_HTML',
    needle: 'invalid response from proxy',
    pattern: /invalid response from proxy "(?<subject>[^"]{1,300})": (?<reason>.{1,200})/u,
  },
  {
    id: 'proxy-html-mod',
    code: 'GO.PROXY_HTML',
    needle: 'missing module line',
    pattern: /: parsing go\.mod: missing module line/u,
    detail: /(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): parsing go\.mod: missing module line/u,
    confidence: 'likely',
  },
  { id: 'proxy-bad-zip', code: 'GO.PROXY_BAD_ZIP', needle: 'not a valid zip', pattern: /zip: not a valid zip/u },
]);

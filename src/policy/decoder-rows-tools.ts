import type { Code } from '../domain/catalogue.ts';
import { type DecoderRow, rowsOf } from './decoder-row.ts';

/** git, by itself or below cmd/go. */
export const GIT_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'git' }, [
  {
    id: 'git-username',
    code: 'GO.VCS_AUTH',
    needle: 'could not read ',
    pattern: /could not read (?:Username|Password) for '(?<subject>[^']{1,300})'/u,
  },
  { id: 'git-prompts', code: 'GO.VCS_AUTH', needle: 'terminal prompts disabled', pattern: /terminal prompts disabled/u },
  {
    id: 'git-authentication',
    code: 'GO.VCS_AUTH',
    needle: 'authentication failed for',
    pattern: /Authentication failed for '(?<subject>[^']{1,300})'/u,
  },
  {
    id: 'git-publickey',
    code: 'GO.VCS_AUTH',
    needle: 'permission denied (',
    pattern: /^(?:(?<subject>\S{1,255}): )?Permission denied \((?:publickey|password|keyboard)/u,
  },
  { id: 'git-host-key', code: 'GO.VCS_AUTH', needle: 'host key verification failed', pattern: /Host key verification failed/u },
  {
    id: 'git-not-found',
    code: 'GO.VCS_NOT_FOUND',
    needle: 'not found',
    pattern: /repository '(?<subject>[^']{1,500})' not found|ERROR: Repository not found/u,
  },
  {
    id: 'git-not-found-remote',
    code: 'GO.VCS_NOT_FOUND',
    needle: 'repository not found',
    pattern: /remote: Repository not found/u,
  },
  {
    id: 'git-not-found-project',
    code: 'GO.VCS_NOT_FOUND',
    needle: "don't have permission to view",
    pattern: /project you were looking for could not be found or you don't have permission/u,
  },
  {
    id: 'git-policy',
    code: 'GO.VCS_POLICY',
    needle: 'govcs disallows',
    pattern: /GOVCS disallows using (?<tool>\S{1,20}) for \S{1,20} (?<subject>[^\s;]{1,300})/u,
  },
  {
    id: 'git-missing',
    code: 'GO.VCS_MISSING',
    needle: 'executable file not found',
    pattern: /"(?<subject>git|hg|svn|bzr|fossil)": executable file not found/u,
  },
  {
    id: 'git-missing-go',
    code: 'GO.VCS_MISSING',
    needle: ' command. see http',
    pattern: /missing (?<subject>Git|Mercurial|Subversion|Bazaar|Fossil) command\. See http/u,
  },
  {
    id: 'git-unreachable',
    code: 'GO.VCS_UNREACHABLE',
    needle: 'protocol found for',
    pattern: /: no (?:secure )?protocol found for repository/u,
    detail: /(?<subject>[^\s:]{1,300}): no (?:secure )?protocol found for repository/u,
  },
  {
    id: 'git-stamp',
    code: 'GO.VCS_STAMP',
    needle: 'obtaining vcs status',
    pattern: /error obtaining VCS status: (?<reason>.{1,200})/u,
  },
  {
    id: 'git-ownership',
    code: 'GO.VCS_STAMP',
    needle: 'dubious ownership',
    pattern: /detected dubious ownership in repository at '(?<subject>[^']{1,300})'/u,
  },
]);

/** Over HTTP git and `curl -f` use the same words. */
const STATUS = 'requested url returned error';
const statusRows = rowsOf({ tool: 'any', needle: STATUS, generic: true }, [
  {
    id: 'status-forbidden',
    code: 'HTTP.FORBIDDEN',
    pattern: /The requested URL returned error: (?<status>40[13]|451)/u,
    detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>40[13]|451)/u,
  },
  {
    id: 'status-not-found',
    code: 'HTTP.NOT_FOUND',
    pattern: /The requested URL returned error: (?<status>404|410)/u,
    detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>404|410)/u,
  },
  {
    id: 'status-rate-limit',
    code: 'HTTP.RATE_LIMIT',
    pattern: /The requested URL returned error: (?<status>429)/u,
    detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>429)/u,
  },
  {
    id: 'status-server',
    code: 'HTTP.SERVER',
    pattern: /The requested URL returned error: (?<status>5\d\d)/u,
    detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>5\d\d)/u,
  },
  {
    id: 'status-other',
    code: 'HTTP.STATUS',
    pattern: /The requested URL returned error: (?<status>\d{3})/u,
    detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>\d{3})/u,
  },
]);

const gitTransport = rowsOf({ tool: 'git', generic: true, confidence: 'likely' }, [
  {
    id: 'git-empty',
    code: 'HTTP.EMPTY',
    needle: 'empty reply from server',
    pattern: /Empty reply from server/u,
    detail: /(?:'(?<subject>https?:[^']{1,500})': )Empty reply from server/u,
  },
  {
    id: 'git-gnutls-closed',
    code: 'PATH.CLOSED',
    needle: 'gnutls recv error',
    pattern: /GnuTLS recv error \((?:-9|-110)\)/u,
  },
  { id: 'git-gnutls-reset', code: 'PATH.RESET', needle: 'gnutls recv error', pattern: /GnuTLS recv error \(-54\)/u },
  { id: 'git-rpc-cut', code: 'BODY.TRUNCATED', needle: 'rpc failed', pattern: /RPC failed; curl (?:18|56|92) /u },
  { id: 'git-rpc', code: 'HTTP.SERVER', needle: 'rpc failed', pattern: /RPC failed; HTTP (?<status>5\d\d)/u },
  {
    id: 'git-early-eof',
    code: 'BODY.TRUNCATED',
    needle: 'fatal: ',
    pattern: /fatal: (?:early EOF|fetch-pack: unexpected disconnect|the remote end hung up unexpectedly)/u,
  },
]);

const TAR_ROWS = rowsOf({ tool: 'tar' }, [
  {
    id: 'gzip-truncated',
    code: 'ARC.TRUNCATED',
    needle: 'unexpected end of file',
    pattern: /^gzip: (?<subject>\S{1,300}): unexpected end of file/u,
  },
  {
    id: 'tar-truncated',
    code: 'ARC.TRUNCATED',
    needle: 'unexpected eof in archive',
    pattern: /^(?:bsd)?tar: (?:.{0,80}: )?Unexpected EOF in archive/u,
  },
  {
    id: 'bsdtar-truncated',
    code: 'ARC.TRUNCATED',
    needle: 'truncated ',
    pattern: /^(?:bsd)?tar: .{0,200}?[Tt]runcated (?:gzip|tar|input)/u,
  },
  { id: 'gzip-not-gzip', code: 'ARC.NOT_GZIP', needle: 'not in gzip format', pattern: /not in gzip format/u },
  { id: 'tar-not-tar', code: 'ARC.NOT_TAR', needle: 'not look like a tar', pattern: /does not look like a tar archive/u },
  {
    id: 'bsdtar-format',
    code: 'ARC.NOT_TAR',
    needle: 'unrecognized archive',
    pattern: /^(?:bsd)?tar: Error opening archive: Unrecognized archive format/u,
  },
  {
    id: 'gzip-crc',
    code: 'ARC.CORRUPT',
    needle: '--',
    pattern: /invalid compressed data--(?:crc|length|format) (?:error|violated)/u,
  },
  { id: 'node-zlib', tool: 'node', code: 'ARC.CORRUPT', needle: 'incorrect ', pattern: /incorrect (?:data|header) check/u },
  {
    id: 'tar-exists',
    code: 'FS.IO',
    needle: 'cannot open: file exists',
    pattern: /^(?:\/\S{1,100}\/)?tar: (?<subject>.{1,300}): Cannot open: File exists/u,
    confidence: 'likely',
    generic: true,
  },
]);

/** The exit numbers of curl (curl.se, "EXIT CODES"), where no text before was more exact. */
const CURL_EXITS: readonly (readonly [exit: number, code: Code])[] = [
  [3, 'CFG.URL_INVALID'],
  [5, 'PROXY.DNS'],
  [6, 'DNS.NXDOMAIN'],
  [7, 'TCP.REFUSED'],
  [18, 'BODY.TRUNCATED'],
  [23, 'FS.IO'],
  [28, 'PATH.STALL'],
  [35, 'TLS.CLOSED'],
  [47, 'HTTP.LOOP'],
  [51, 'TLS.NAME'],
  [52, 'HTTP.EMPTY'],
  [56, 'PATH.RESET'],
  [58, 'TLS.ALERT'],
  [60, 'TLS.UNTRUSTED'],
  [77, 'TLS.UNTRUSTED'],
  [92, 'H2.STREAM'],
  [97, 'CFG.PROXY_SOCKS'],
];

const CURL_ROWS: readonly DecoderRow[] = CURL_EXITS.map(([exit, code]) => ({
  id: `curl-${exit}`,
  tool: 'curl',
  code,
  needle: `curl: (${exit})`,
  pattern: new RegExp(`^curl: \\(${exit}\\) (?<reason>.{0,200})`, 'u'),
  confidence: 'likely',
}));

/** curl's resets: 35 is the handshake, 56 came later; the common text for both would hide that. */
export const CURL_FIRST_ROWS: readonly DecoderRow[] = [
  {
    id: 'curl-handshake',
    tool: 'curl',
    code: 'TLS.CLOSED',
    needle: 'curl: (35)',
    pattern: /^curl: \(35\) (?<reason>(?!.{0,100}(?:alert|wrong version)).{0,200})/u,
    confidence: 'likely',
  },
];

/** What actions/setup-go and its tool cache say (their sources, v5 to v7). */
const SETUP_GO_ROWS = rowsOf({ tool: 'setup-go' }, [
  {
    id: 'setup-go-version',
    code: 'VERSION.UNKNOWN',
    needle: 'unable to find go version',
    pattern:
      /Unable to find Go version '(?<subject>[^']{1,100})' for platform (?<platform>\S{1,40}) and architecture (?<architecture>[^\s.]{1,40})/u,
  },
  {
    id: 'setup-go-file',
    code: 'INPUT.VERSION_FILE',
    needle: 'go version file at',
    pattern: /The specified go version file at: (?<subject>.{1,300}?) does not exist/u,
  },
  {
    id: 'setup-go-yaml',
    code: 'INPUT.INVALID',
    needle: 'core schema',
    pattern: /Input does not meet YAML 1\.2 "Core Schema" specification: (?<subject>\S{1,60})/u,
  },
  {
    id: 'setup-go-rate-limit',
    code: 'HTTP.RATE_LIMIT',
    needle: 'rate limit',
    pattern:
      /(?:Received HTTP status code (?<status>\d{3}).{0,80}?rate limit may have been exceeded|API rate limit exceeded for (?<subject>\S{1,100}))/u,
  },
  {
    id: 'setup-go-not-found',
    code: 'HTTP.NOT_FOUND',
    needle: 'unexpected http response',
    pattern: /Unexpected HTTP response: (?<status>404|410)/u,
  },
  {
    id: 'setup-go-forbidden',
    code: 'HTTP.FORBIDDEN',
    needle: 'unexpected http response',
    pattern: /Unexpected HTTP response: (?<status>40[13]|451)/u,
  },
  {
    id: 'setup-go-status',
    code: 'HTTP.SERVER',
    needle: 'unexpected http response',
    pattern: /Unexpected HTTP response: (?<status>5\d\d|429)/u,
  },
  {
    id: 'setup-go-dependencies',
    code: 'CACHE.PATTERN',
    needle: 'dependencies file is not found',
    pattern: /Dependencies file is not found in (?<subject>[^.]{1,300})/u,
  },
  {
    id: 'setup-go-patterns',
    code: 'CACHE.PATTERN',
    needle: 'paths were not resolved',
    pattern: /Some specified paths were not resolved/u,
  },
]);

/** What the tools themselves say, after the texts that they share. */
export const TOOL_ROWS: readonly DecoderRow[] = [...statusRows, ...gitTransport, ...TAR_ROWS, ...CURL_ROWS, ...SETUP_GO_ROWS];

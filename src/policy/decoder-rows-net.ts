import { type DecoderRow, rowsOf } from './decoder-row.ts';

/** What cmd/go says of answers. */
export const HTTP_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'go', generic: true }, [
  {
    id: 'http-forbidden',
    code: 'HTTP.FORBIDDEN',
    needle: 'reading http',
    pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>40[13]|451)\b/u,
  },
  {
    id: 'http-not-found',
    code: 'HTTP.NOT_FOUND',
    needle: 'reading http',
    pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>404|410)\b/u,
  },
  {
    id: 'http-rate-limit',
    code: 'HTTP.RATE_LIMIT',
    needle: 'reading http',
    pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>429)\b/u,
  },
  {
    id: 'http-server',
    code: 'HTTP.SERVER',
    needle: 'reading http',
    pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>5\d\d)\b/u,
  },
  {
    id: 'http-status',
    code: 'HTTP.STATUS',
    needle: 'reading http',
    pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>[34]\d\d)\b/u,
  },
  {
    id: 'http-downgrade',
    code: 'HTTP.DOWNGRADE',
    needle: 'redirected from secure',
    pattern: /redirected from secure URL (?<subject>\S{1,600}) to insecure URL (?<to>\S{1,600})/u,
  },
  {
    id: 'http-loop',
    code: 'HTTP.LOOP',
    needle: 'stopped after 10 redirects',
    pattern: /stopped after 10 redirects/u,
    detail: /(?:"(?<subject>[^"\s]{1,600})": )stopped after 10 redirects/u,
  },
  {
    id: 'http-bad-redirect',
    code: 'HTTP.BAD_REDIRECT',
    needle: 'location header',
    pattern: /failed to parse Location header "(?<location>[^"]{0,300})"/u,
  },
  {
    id: 'http-not-http',
    code: 'HTTP.NOT_HTTP',
    needle: 'malformed ',
    pattern: /malformed (?:HTTP (?:response|status code|version)|MIME header)(?<start>.{0,100})/u,
  },
]);

/** Names, connections and bodies. */
export const CONNECTION_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'any', confidence: 'likely', generic: true }, [
  {
    id: 'dns-unknown',
    code: 'DNS.NXDOMAIN',
    needle: 'no such host',
    pattern: /no such host/u,
    detail: /(?:lookup (?<subject>\S{1,255}?)(?: on \S{1,80})?: )no such host/u,
  },
  {
    id: 'dns-unknown-node',
    tool: 'node',
    code: 'DNS.NXDOMAIN',
    needle: 'enotfound',
    pattern: /getaddrinfo ENOTFOUND (?<subject>\S{1,255})/u,
  },
  {
    id: 'dns-unknown-curl',
    code: 'DNS.NXDOMAIN',
    needle: 'could not resolve host',
    pattern: /Could not resolve host(?:name)?:? (?<subject>[^\s;:]{1,255})(?![^\s;:]|: Temporary)/iu,
  },
  {
    id: 'dns-unknown-wget',
    code: 'DNS.NXDOMAIN',
    needle: 'wget: bad address',
    pattern: /^wget: bad address '(?<subject>[^']{1,255})'/u,
  },
  {
    id: 'dns-server',
    code: 'DNS.SERVER',
    needle: 'server misbehaving',
    pattern: /server misbehaving/u,
    detail: /(?:lookup (?<subject>\S{1,255}?)(?: on \S{1,80})?: )server misbehaving/u,
  },
  {
    id: 'dns-temporary',
    code: 'DNS.SERVER',
    needle: 'temporary failure in name',
    pattern: /Temporary failure in name resolution/u,
    detail: /(?:(?:lookup|hostname) (?<subject>\S{1,255}): )Temporary failure in name resolution/u,
  },
  { id: 'dns-again-node', tool: 'node', code: 'DNS.SERVER', needle: 'eai_again', pattern: /EAI_AGAIN (?<subject>\S{1,255})/u },
  {
    id: 'dns-timeout',
    code: 'DNS.TIMEOUT',
    needle: 'i/o timeout',
    pattern: /lookup (?<subject>[^\s:]{1,255}).{0,200}?i\/o timeout/u,
  },
  {
    id: 'h2-stream',
    tool: 'go',
    code: 'H2.STREAM',
    needle: 'stream error',
    pattern: /stream error: stream ID \d{1,10}; (?<error>\w{1,40})/u,
  },
  { id: 'h2-goaway', tool: 'go', code: 'H2.GOAWAY', needle: 'server sent goaway', pattern: /server sent GOAWAY/u },
  {
    id: 'tcp-refused',
    code: 'TCP.REFUSED',
    needle: 'refused',
    pattern: /connect: connection refused|actively refused it/u,
    detail: /dial tcp (?<subject>\S{1,255}): (?:connect: connection refused|.{0,80}actively refused it)/u,
  },
  {
    id: 'tcp-refused-node',
    tool: 'node',
    code: 'TCP.REFUSED',
    needle: 'econnrefused',
    pattern: /ECONNREFUSED (?<subject>\S{1,255})/u,
  },
  // From 7.85 curl has the same words for every failure: after ten seconds it was no answer that it failed on.
  {
    id: 'tcp-timeout-curl',
    code: 'TCP.TIMEOUT',
    needle: 'failed to connect to',
    pattern:
      /Failed to connect to (?<subject>\S{1,255} port \d{1,5})(?:.{0,30}: Connection timed out| after \d{5,9} ms: Could(?:n't| not) connect to server)/u,
  },
  {
    id: 'tcp-refused-curl',
    code: 'TCP.REFUSED',
    needle: 'failed to connect to',
    pattern:
      /Failed to connect to (?<subject>\S{1,255} port \d{1,5}).{0,60}?(?:Could(?:n't| not) connect to server|: Connection refused)/u,
  },
  {
    id: 'tcp-refused-tool',
    code: 'TCP.REFUSED',
    needle: 'connection refused',
    pattern:
      /^(?:ssh: connect to host |wget: can't connect to remote host |Connecting to )(?<subject>\S.{0,300}?)(?:\.\.\. failed)?: Connection refused/u,
  },
  {
    id: 'tcp-timeout-tool',
    code: 'TCP.TIMEOUT',
    needle: 'timed out',
    pattern:
      /^(?:ssh: connect to host |wget: can't connect to remote host |Connecting to )(?<subject>\S.{0,300}?)(?:\.\.\. failed)?: (?:Connection|Operation) timed out/u,
  },
  {
    id: 'tcp-prohibited',
    code: 'TCP.PROHIBITED',
    needle: 'dial tcp',
    pattern: /dial tcp (?<subject>\S{1,255}): (?:connect|socket): (?:permission denied|operation not permitted)/u,
  },
  {
    id: 'tcp-no-ports',
    code: 'TCP.NO_PORTS',
    needle: 'cannot assign requested address',
    pattern: /dial tcp (?<subject>[\d.]{7,15}:\d{1,5}): connect: cannot assign requested address/u,
  },
  {
    id: 'tcp-prohibited-ssh',
    code: 'TCP.PROHIBITED',
    needle: 'ssh: connect to host',
    pattern: /^ssh: connect to host (?<subject>\S{1,255} port \d{1,5}): (?:Permission denied|Operation not permitted)/u,
  },
  {
    id: 'tcp-prohibited-node',
    tool: 'node',
    code: 'TCP.PROHIBITED',
    needle: 'connect e',
    pattern: /connect E(?:ACCES|PERM) (?<subject>\S{1,255})/u,
  },
  {
    id: 'tcp-host',
    code: 'TCP.HOST_UNREACH',
    needle: 'no route to host',
    pattern: /no route to host/iu,
    detail: /(?:dial tcp (?<subject>\S{1,255}): ).{0,20}no route to host/iu,
  },
  {
    id: 'tcp-net',
    code: 'TCP.NET_UNREACH',
    needle: 'network is unreachable',
    pattern: /network is unreachable/iu,
    detail: /(?:dial tcp (?<subject>\S{1,255}): ).{0,20}network is unreachable/iu,
  },
  {
    id: 'tcp-net-node',
    tool: 'node',
    code: 'TCP.NET_UNREACH',
    needle: 'enetunreach',
    pattern: /ENETUNREACH (?<subject>\S{1,255})/u,
  },
  {
    id: 'tcp-timeout',
    code: 'TCP.TIMEOUT',
    needle: 'dial tcp',
    pattern:
      /dial tcp (?<subject>\S{1,255}): (?:i\/o timeout|connect: connection timed out|connectex: A connection attempt failed)/u,
  },
  {
    id: 'tcp-timeout-node',
    tool: 'node',
    code: 'TCP.TIMEOUT',
    needle: 'etimedout',
    pattern: /connect ETIMEDOUT (?<subject>\S{1,255})/u,
  },
  {
    id: 'path-reset',
    code: 'PATH.RESET',
    needle: 'connection reset by peer',
    pattern: /connection reset by peer/iu,
    detail: /(?:https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": ).{0,200}?connection reset by peer/iu,
  },
  { id: 'path-reset-windows', code: 'PATH.RESET', needle: 'forcibly closed', pattern: /forcibly closed by the remote host/u },
  { id: 'path-reset-node', tool: 'node', code: 'PATH.RESET', needle: 'econnreset', pattern: /\bECONNRESET\b/u },
  {
    id: 'path-closed-ssh',
    code: 'PATH.CLOSED',
    needle: 'kex_exchange_identification',
    pattern: /kex_exchange_identification: Connection closed by remote host/u,
  },
  { id: 'path-hang-up', tool: 'node', code: 'PATH.CLOSED', needle: 'socket hang up', pattern: /socket hang up/u },
  {
    id: 'body-truncated',
    tool: 'go',
    code: 'BODY.TRUNCATED',
    needle: 'unexpected eof',
    pattern: /(?:https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": |^(?:go|\S{1,300}\.go:\d+:\d+): .{0,400}?)unexpected EOF/u,
  },
  {
    id: 'path-closed',
    tool: 'go',
    code: 'PATH.CLOSED',
    needle: 'eof',
    pattern: /https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": EOF$/u,
  },
  {
    id: 'path-stall',
    code: 'PATH.STALL',
    needle: 'deadline exceeded',
    pattern: /(?:context deadline exceeded|Client\.Timeout exceeded)/u,
    detail: /(?:https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": ).{0,60}(?:context deadline exceeded|Client\.Timeout exceeded)/u,
  },
]);

import { type DecoderRow, rowsOf } from './decoder-row.ts';

/** Texts about proxies: those of Go (net/http), and those of curl, git and Node where they differ. */
export const PROXY_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'any', confidence: 'likely', generic: true }, [
  {
    id: 'proxy-scheme',
    code: 'CFG.PROXY_SCHEME_MISMATCH',
    needle: 'proxyconnect tcp',
    pattern: /proxyconnect tcp: tls: first record/u,
    confidence: 'certain',
  },
  {
    id: 'proxy-unknown',
    code: 'PROXY.DNS',
    needle: 'proxyconnect tcp',
    pattern:
      /proxyconnect tcp: .{0,100}?lookup (?<subject>\S{1,255}?)(?: on \S{1,80})?: (?:no such host|server misbehaving|.{0,60}i\/o timeout)/u,
  },
  {
    id: 'proxy-unknown-curl',
    code: 'PROXY.DNS',
    needle: 'could not resolve proxy',
    pattern: /Could not resolve proxy: (?<subject>\S{1,255})/u,
  },
  {
    id: 'proxy-refused',
    code: 'PROXY.REFUSED',
    needle: 'proxyconnect tcp',
    pattern: /proxyconnect tcp: dial tcp (?<subject>\S{1,255}): .{0,60}(?:refused|actively refused it)/u,
  },
  {
    id: 'proxy-unreachable',
    code: 'PROXY.UNREACHABLE',
    needle: 'proxyconnect tcp',
    pattern: /proxyconnect tcp: (?:dial tcp (?<subject>\S{1,255}): )?(?<reason>.{0,200})/u,
  },
  {
    id: 'proxy-socks',
    code: 'CFG.PROXY_SOCKS',
    needle: 'socks connect',
    pattern: /socks connect \S{1,20} (?<subject>\S{1,255})(?:->\S{1,255})?: (?<reason>.{0,200})/u,
  },
  {
    id: 'proxy-auth',
    code: 'PROXY.AUTH',
    needle: 'proxy authentication required',
    pattern: /": Proxy Authentication Required$/u,
    confidence: 'certain',
  },
  {
    id: 'proxy-denied',
    code: 'PROXY.DENIED',
    needle: 'forbidden',
    pattern: /https:\/\/(?<subject>[^/"\s]{1,255})[^"\s]{0,500}": Forbidden$/u,
  },
  {
    id: 'proxy-upstream',
    code: 'PROXY.UPSTREAM',
    needle: '": ',
    pattern:
      /https:\/\/(?<subject>[^/"\s]{1,255})[^"\s]{0,500}": (?:Bad Gateway|Service Unavailable|Gateway Time-?out|Internal Server Error)$/u,
  },
  {
    id: 'tunnel-auth',
    code: 'PROXY.AUTH',
    needle: 'tunnel',
    pattern: /(?:CONNECT tunnel failed, response|tunneling socket could not be established, statusCode=) ?407/u,
    confidence: 'certain',
  },
  {
    id: 'tunnel-denied',
    code: 'PROXY.DENIED',
    needle: 'tunnel',
    pattern: /(?:CONNECT tunnel failed, response|tunneling socket could not be established, statusCode=) ?40[013]/u,
  },
  {
    id: 'tunnel-upstream',
    code: 'PROXY.UPSTREAM',
    needle: 'tunnel',
    pattern: /(?:CONNECT tunnel failed, response|tunneling socket could not be established, statusCode=) ?5\d\d/u,
  },
  {
    id: 'tunnel-refused',
    code: 'PROXY.UNREACHABLE',
    needle: 'tunneling socket',
    pattern: /tunneling socket could not be established, cause=(?<reason>.{1,200})/u,
  },
  // curl up to 7.84, and git with it.
  {
    id: 'connect-auth',
    code: 'PROXY.AUTH',
    needle: 'from proxy after connect',
    pattern: /Received HTTP code 407 from proxy after CONNECT/u,
    confidence: 'certain',
  },
  {
    id: 'connect-denied',
    code: 'PROXY.DENIED',
    needle: 'from proxy after connect',
    pattern: /Received HTTP code 40[013] from proxy after CONNECT/u,
  },
  {
    id: 'connect-upstream',
    code: 'PROXY.UPSTREAM',
    needle: 'from proxy after connect',
    pattern: /Received HTTP code 5\d\d from proxy after CONNECT/u,
  },
]);

/** Texts about TLS: those of Go (crypto/tls, crypto/x509), OpenSSL and git. */
export const TLS_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'any', confidence: 'likely', generic: true }, [
  {
    id: 'tls-expired',
    code: 'TLS.EXPIRED',
    needle: 'certificate has expired',
    pattern: /certificate has expired or is not yet valid: current time (?<now>\S{1,40}) is after (?<until>\S{1,40})/u,
  },
  {
    id: 'tls-not-yet',
    code: 'TLS.NOT_YET',
    needle: 'not yet valid',
    pattern: /certificate has expired or is not yet valid: current time (?<now>\S{1,40}) is before (?<from>\S{1,40})/u,
  },
  { id: 'tls-expired-openssl', code: 'TLS.EXPIRED', needle: 'certificate has expired', pattern: /certificate has expired/iu },
  {
    id: 'tls-not-yet-openssl',
    code: 'TLS.NOT_YET',
    needle: 'certificate is not yet valid',
    pattern: /certificate is not yet valid/iu,
  },
  {
    id: 'tls-weak',
    code: 'TLS.WEAK_SIG',
    needle: 'insecure algorithm',
    pattern: /x509: .{0,100}?insecure algorithm (?<algorithm>\S{1,60})/u,
  },
  {
    id: 'tls-usage',
    code: 'TLS.EKU',
    needle: 'incompatible key usage',
    pattern: /x509: certificate specifies an incompatible key usage/u,
  },
  {
    id: 'tls-untrusted-git',
    tool: 'git',
    code: 'TLS.UNTRUSTED_GIT',
    needle: 'unable to access',
    pattern:
      /unable to access '(?<subject>[^']{1,500})': (?:server certificate verification failed|SSL certificate problem: (?!certificate has expired))/u,
  },
  {
    id: 'tls-file-git',
    tool: 'git',
    code: 'CFG.CERT_FILE_UNREADABLE',
    needle: 'error setting certificate ',
    pattern: /unable to access '[^']{1,500}': error setting certificate (?:file|verify locations): {1,2}(?<subject>\S{1,300})/u,
  },
  {
    id: 'tls-untrusted',
    code: 'TLS.UNTRUSTED',
    needle: 'signed by unknown authority',
    pattern: /x509: certificate signed by unknown authority/u,
    detail: /(?:https:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": ).{0,60}x509: certificate signed by unknown authority/u,
  },
  {
    id: 'tls-untrusted-darwin',
    code: 'TLS.UNTRUSTED',
    needle: 'certificate is not trusted',
    pattern: /x509: .{0,60}certificate is not trusted/u,
  },
  {
    id: 'tls-untrusted-openssl',
    code: 'TLS.UNTRUSTED',
    needle: 'certificate',
    pattern:
      /self[- ]signed certificate|unable to (?:get local issuer|verify the first) certificate|unable to get issuer certificate/iu,
  },
  {
    id: 'tls-name',
    code: 'TLS.NAME',
    needle: 'x509: ',
    pattern:
      /x509: (?:cannot validate certificate for (?<subject>\S{1,255}) because it doesn't contain any IP SANs|certificate is (?:not )?valid for .{1,300}?, not \S{1,255}|certificate is not valid for any names)/u,
  },
  {
    id: 'tls-name-openssl',
    code: 'TLS.NAME',
    needle: 'certificate',
    pattern:
      /no alternative certificate subject name matches target |certificate subject name '.{1,255}?' does not match target |Hostname\/IP does not match certificate's altnames/u,
  },
  { id: 'tls-alert', code: 'TLS.ALERT', needle: 'remote error: tls', pattern: /remote error: tls: (?<alert>.{1,100})/u },
  {
    id: 'tls-alert-openssl',
    code: 'TLS.ALERT',
    needle: 'alert',
    pattern: /(?:sslv3|tlsv1|ssl\/tls) alert (?<alert>[a-z ]{1,60})/u,
  },
  { id: 'tls-plain-http', code: 'TLS.PLAIN_HTTP', needle: 'http', pattern: /server gave HTTP response to HTTPS client/u },
  {
    id: 'tls-plain-openssl',
    code: 'TLS.PLAIN_HTTP',
    needle: 'wrong version number',
    pattern: /(?:SSL|tls|EPROTO).{0,200}?wrong version number/iu,
  },
  { id: 'tls-stall', code: 'TLS.HANDSHAKE_STALL', needle: 'tls handshake timeout', pattern: /TLS handshake timeout/u },
  {
    id: 'tls-cut-node',
    tool: 'node',
    code: 'TLS.CLOSED',
    needle: 'secure tls connection',
    pattern: /disconnected before secure TLS connection/u,
  },
]);

import { type CatalogueEntry, errorEntry } from './catalogue-entry.ts';

/** Codes about what other tools say (git, tar, curl), about the way to a server as they tell it, and about logs. Text of an entry: see catalogue-entry.ts. */
export const TOOL_CODES = {
  'GO.VCS_AUTH': errorEntry(71, 'The repository asks for credentials', {
    why: 'The job has none, or they do not reach this repository; a public proxy cannot see a private module either.',
    fix: 'Give git a token of this host (credential helper, .netrc or url.insteadOf), and name the path in GOPRIVATE.',
  }),
  'GO.VCS_NOT_FOUND': errorEntry(71, 'The repository does not exist, or is hidden', {
    why: 'Hosts hide private repositories from those who may not read them.',
    fix: 'Check the path; for a private repository give git a token and set GOPRIVATE.',
  }),
  'GO.VCS_UNREACHABLE': errorEntry(72, 'The repository could be reached by no secure protocol', {
    why: 'Neither https nor ssh answered; Go does not tell why.',
    fix: 'Try by hand: git ls-remote https://HOST/PATH.',
  }),
  'GO.VCS_STAMP': errorEntry(71, 'The state of the repository cannot be read for the build stamp', {
    why: 'The checkout belongs to another user (git refuses it), or git or the history is missing.',
    fix: 'Run git config --global --add safe.directory DIR.',
  }),
  'CFG.PROXY_SOCKS': errorEntry(71, 'The SOCKS proxy does not work', {
    why: 'Another service listens there, or the client has no SOCKS.',
    fix: 'Use an http:// proxy.',
  }),
  'CFG.PROXY_SCHEME_MISMATCH': errorEntry(71, 'The proxy does not speak TLS', {
    why: 'The proxy variable says https, and the proxy speaks plain http.',
    fix: 'Write http:// in the proxy variable; https addresses still pass it encrypted.',
  }),
  'CFG.URL_INVALID': errorEntry(71, 'The address cannot be read', {
    why: 'It is no URL.',
    fix: 'Correct the address.',
  }),
  'PROXY.UNREACHABLE': errorEntry(72, 'The proxy cannot be reached', {
    why: 'The proxy variable names it, and no connection comes about.',
    fix: 'Correct the proxy variable, or allow the way to the proxy.',
  }),
  'TLS.WEAK_SIG': errorEntry(72, 'The certificate is signed with an algorithm that is refused', {
    why: 'SHA-1 signatures can be forged.',
    fix: 'The operator must renew the certificate.',
  }),
  'TLS.EKU': errorEntry(72, 'The certificate is not for servers', {
    why: 'Its key usage does not allow it.',
    fix: 'The operator must install a server certificate.',
  }),
  'TLS.UNTRUSTED_GIT': errorEntry(72, 'git does not trust the certificate', {
    why: 'git has a store of its own; that Go and Node trust the CA does not help it.',
    fix: 'Run git config --global http.sslCAInfo FILE.',
  }),
  'H2.STREAM': errorEntry(75, 'The server cancelled an HTTP/2 stream', {
    why: 'A server or a middlebox gave up in the middle.',
    fix: 'Retry; when it comes back, set GODEBUG=http2client=0.',
  }),
  'H2.GOAWAY': errorEntry(75, 'The server closed the HTTP/2 connection', {
    why: 'It restarts, or limits its clients.',
    fix: 'Retry; when it comes back, set GODEBUG=http2client=0.',
  }),
  'PATH.RESET': errorEntry(75, 'The connection was reset', {
    why: 'A filter, an idle limit or the server cut it; the text alone does not tell which.',
    fix: 'Retry; then run doctor, which looks for the place.',
  }),
  'PATH.CLOSED': errorEntry(75, 'The connection was closed too early', {
    why: 'A filter, a proxy or the server closed it; the text alone does not tell which.',
    fix: 'Retry; then run doctor, which looks for the place.',
  }),
  'PATH.STALL': errorEntry(75, 'No answer came in time', {
    why: 'The server, or something before it, keeps silent; the text alone does not tell which.',
    fix: 'Retry; then run doctor, which looks for the place.',
  }),
  'ARC.NOT_TAR': errorEntry(73, 'The file is not a tar archive', {
    why: 'It was compressed twice, or it is something else.',
    fix: 'Delete it and fetch it from another source.',
  }),
  'RUN.NOT_FOUND': errorEntry(71, 'The command was not found', {
    why: 'No program of this name is on PATH.',
    fix: 'Check the name and PATH.',
  }),
  'RUN.NOT_EXECUTABLE': errorEntry(71, 'The command cannot be executed', {
    why: 'It lacks the permission, is for another platform, or lies on a noexec mount.',
    fix: 'Check its mode, its platform and the mount.',
  }),
  'RUN.NO_PROCESS': errorEntry(75, 'The system starts no more processes', {
    why: 'The limit of processes of the user or the container is used up, or memory is (EAGAIN, ENOMEM).',
    fix: 'Let fewer jobs run side by side, or raise the limit (ulimit -u, the pids limit of the container).',
  }),
  'LOG.UNDETERMINED': errorEntry(75, 'The log shows a failure that is not known here', {
    why: 'No known text of go, git, tar or curl was seen.',
    fix: 'Look at the line that is quoted; run the command again with more output (go build -x, GIT_TRACE=1, curl -v).',
  }),
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;

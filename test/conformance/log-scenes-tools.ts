import type { Socket } from 'node:net';
import { makeCertificate } from '../servers/certificates.ts';
import { respond, startOrigin } from '../servers/origin.ts';
import { startProxy } from '../servers/proxy.ts';
import { ALONE, type LogScene } from './log-lab.ts';

const sh =
  (command: string): LogScene['run'] =>
  lab =>
    lab.sh(command, { files: ALONE });

/** The command finds the address of a server in $URL. */
const against =
  (behave: (socket: Socket) => void, command: string, when: 'request' | 'connection' = 'request'): LogScene['run'] =>
  async lab => {
    const options = when === 'connection' ? { onConnection: behave } : {};
    const { url } = await lab.serve(startOrigin(when === 'request' ? behave : () => undefined, options));
    return lab.sh(command, { env: { URL: url, HOST: url.replace('http://', '') }, files: ALONE });
  };

const throughTunnel =
  (status: string, command: string): LogScene['run'] =>
  async lab => {
    const { url } = await lab.serve(startProxy({ onConnect: socket => void socket.end(`HTTP/1.1 ${status}\r\n\r\n`) }));
    return lab.sh(command, { env: { HTTPS_PROXY: url }, files: ALONE });
  };

const untrusted =
  (command: string): LogScene['run'] =>
  async lab => {
    const tls = makeCertificate({ name: 'Some Root', names: ['127.0.0.1'] });
    const { url } = await lab.serve(startOrigin(socket => respond(socket, { body: '' }), { tls }));
    return lab.sh(command, { env: { URL: url }, files: ALONE });
  };

const CLONE = 'git clone -q $URL/x.git';
const answer =
  (status: number, headers = {}) =>
  (socket: Socket) =>
    respond(socket, { status, headers, body: 'no' });
const GZIP = 'mkdir -p d && seq 1 9000 > d/n && tar czf a.tgz d';

/** What git, tar, curl and the shell say. */
export const TOOL_SCENES: readonly LogScene[] = [
  { id: 'git-refused', code: 'TCP.REFUSED', run: sh('git clone -q https://127.0.0.1:1/x.git') },
  { id: 'git-nxdomain', code: 'DNS.NXDOMAIN', run: sh('git clone -q https://git.invalid/x.git') },
  { id: 'git-untrusted', code: 'TLS.UNTRUSTED_GIT', run: untrusted(CLONE) },
  { id: 'git-auth', code: 'GO.VCS_AUTH', run: against(answer(401, { 'www-authenticate': 'Basic realm="x"' }), CLONE) },
  { id: 'git-forbidden', code: 'HTTP.FORBIDDEN', run: against(answer(403), CLONE) },
  { id: 'git-not-found', code: 'GO.VCS_NOT_FOUND', run: against(answer(404), CLONE) },
  { id: 'git-server', code: 'HTTP.SERVER', run: against(answer(503), CLONE) },
  { id: 'git-cut', code: 'HTTP.EMPTY', run: against(socket => void socket.end(), CLONE) },
  {
    id: 'git-proxy-auth',
    code: 'PROXY.AUTH',
    run: throughTunnel('407 Proxy Authentication Required', 'git clone -q https://git.example.com/x.git'),
  },
  { id: 'git-ownership', code: 'GO.VCS_STAMP', run: sh('git init -q . && chown -R 12345 . && env -u GOFLAGS go build') },
  { id: 'tar-truncated', code: 'ARC.TRUNCATED', run: sh(`${GZIP} && head -c 5000 a.tgz > b.tgz && tar xzf b.tgz`) },
  { id: 'tar-html', code: 'ARC.NOT_GZIP', run: sh("echo '<html>' > b.tgz && tar xzf b.tgz") },
  { id: 'tar-double', code: 'ARC.NOT_TAR', run: sh(`${GZIP} && gzip -c a.tgz > b.tgz && tar xzf b.tgz`) },
  {
    id: 'tar-crc',
    code: 'ARC.CORRUPT',
    run: sh(`${GZIP} && printf X | dd of=a.tgz bs=1 seek=9000 conv=notrunc status=none && tar xzf a.tgz`),
  },
  {
    id: 'tar-no-space',
    code: 'FS.NO_SPACE',
    run: sh(`${GZIP} && mkdir m && mount -t tmpfs -o size=4k tmpfs m && tar xzf a.tgz -C m; umount m`),
  },
  { id: 'curl-3', code: 'CFG.URL_INVALID', run: sh('curl -sS "http://[::1"') },
  { id: 'curl-5', code: 'PROXY.DNS', run: sh('curl -sS -x http://squid.invalid:3128 https://mirror.example.com/') },
  { id: 'curl-6', code: 'DNS.NXDOMAIN', run: sh('curl -sS https://mirror.invalid/') },
  { id: 'curl-7', code: 'TCP.REFUSED', run: sh('curl -sS https://127.0.0.1:1/') },
  {
    id: 'curl-18',
    code: 'BODY.TRUNCATED',
    run: against(socket => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nabc'), 'curl -sS $URL/'),
  },
  { id: 'curl-22', code: 'HTTP.NOT_FOUND', run: against(answer(404), 'curl -fsS $URL/') },
  { id: 'curl-22-forbidden', code: 'HTTP.FORBIDDEN', run: against(answer(403), 'curl -fsS $URL/') },
  { id: 'curl-23', code: 'FS.IO', run: against(answer(200), 'curl -sS -o /nowhere/x $URL/') },
  { id: 'curl-28', code: 'PATH.STALL', run: against(() => undefined, 'curl -sS -m 1 $URL/') },
  {
    id: 'curl-35',
    code: 'TLS.CLOSED',
    run: against(socket => void socket.once('data', () => socket.resetAndDestroy()), 'curl -sS https://$HOST/', 'connection'),
  },
  {
    id: 'curl-47',
    code: 'HTTP.LOOP',
    run: against(socket => respond(socket, { status: 302, headers: { location: '/again' } }), 'curl -sSL --max-redirs 3 $URL/'),
  },
  { id: 'curl-52', code: 'HTTP.EMPTY', run: against(socket => void socket.end(), 'curl -sS $URL/') },
  { id: 'curl-56', code: 'PATH.RESET', run: against(socket => void socket.resetAndDestroy(), 'curl -sS $URL/') },
  { id: 'curl-56-tunnel', code: 'PROXY.DENIED', run: throughTunnel('403 Forbidden', 'curl -sS https://mirror.example.com/') },
  { id: 'curl-60', code: 'TLS.UNTRUSTED', run: untrusted('curl -sS $URL/') },
  {
    id: 'curl-97',
    code: 'CFG.PROXY_SOCKS',
    run: against(socket => void socket.end(), 'curl -sS -x socks5h://$HOST https://mirror.example.com/', 'connection'),
  },
  { id: 'sh-no-go', code: 'GO.NOT_ON_PATH', run: sh('PATH=/usr/bin:/bin; sh -c "go version"') },
  { id: 'bash-no-go', code: 'GO.NOT_ON_PATH', run: sh('PATH=/usr/bin:/bin; bash -c "go version"') },
];

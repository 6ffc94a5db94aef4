import { type ModuleProxyOptions, startModuleProxy } from '../servers/module-proxy.ts';
import { respond } from '../servers/origin.ts';
import { ALONE, type LogLab, type LogScene, MODULE, type RunOptions } from './log-lab.ts';

const LIB = { modules: { 'example.com/lib': { version: 'v1.0.0' } } } as const;

interface ProxyScene extends RunOptions {
  readonly proxy?: ModuleProxyOptions;
  readonly command?: string;
  /** After the address of the proxy in GOPROXY. */
  readonly more?: string;
}

/** A build that fetches from a module proxy of its own. */
function viaProxy(scene: ProxyScene): LogScene['run'] {
  return async lab => {
    const { url } = await lab.serve(startModuleProxy(scene.proxy ?? LIB));
    const env = { GOPROXY: `${url}${scene.more ?? ''}`, SUMDB_URL: url, ...scene.env };
    return lab.sh(scene.command ?? 'go build ./...', { ...scene, env });
  };
}

/** For `instead`: the answer was given. */
const answered = (_answer: unknown): true => true;

const SOME_H1 = 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=';
const SIGNED = { GOSUMDB: 'sum.golang.org' } as const;
/** Only the database itself is asked by the proxy's path. */
const withDatabase = (status: number, body: string): ModuleProxyOptions => ({
  ...LIB,
  instead: (socket, { target }) => {
    if (!target.startsWith('/sumdb/')) return false;
    respond(socket, target.endsWith('/supported') ? { body: '' } : { status, body });
    return true;
  },
});

/** It passes, and says the words of a failure. */
const FATAL_TEST = [
  'package main',
  'import ("errors"; "testing")',
  'func TestFatalError(t *testing.T) {',
  '\tt.Log("error: connection refused is what was expected of ", errors.New("fatal"))',
  '}',
  '',
].join('\n');

/** What `go` says of modules, settings and files: faults G01 to G31 (test/rules/cases). */
export const GO_SCENES: readonly LogScene[] = [
  { id: 'clean-build', code: 'none', run: viaProxy({ command: 'go mod download -x; go build -v ./...' }) },
  {
    id: 'clean-test',
    code: 'none',
    run: viaProxy({ command: 'go mod tidy; go vet ./...; go test -v ./...', files: { 'main_test.go': FATAL_TEST } }),
  },
  {
    id: 'go-proxy-html',
    code: 'GO.PROXY_HTML',
    run: viaProxy({
      proxy: { instead: socket => answered(respond(socket, { body: '<!DOCTYPE html><title>Log in</title>' })) },
      command: 'go get example.com/lib@latest',
      files: ALONE,
    }),
  },
  {
    id: 'go-proxy-bad-zip',
    code: 'GO.PROXY_BAD_ZIP',
    run: viaProxy({
      proxy: {
        ...LIB,
        instead: (socket, { target }) => target.endsWith('.zip') && answered(respond(socket, { body: '<html>no</html>' })),
      },
    }),
  },
  {
    id: 'go-sumdb-off-toolchain',
    code: 'GO.SUMDB_OFF_TOOLCHAIN',
    run: viaProxy({
      proxy: { modules: { 'golang.org/toolchain': { version: 'v0.0.1-go1.99.1.linux-amd64' } } },
      env: { GOTOOLCHAIN: 'auto' },
      files: { 'go.mod': MODULE.replace('1.20', '1.99.1') },
    }),
  },
  { id: 'go-sumdb-config', code: 'GO.SUMDB_CONFIG', run: viaProxy({ env: { GOSUMDB: 'badkey' } }) },
  {
    id: 'go-private-in-sumdb',
    code: 'GO.PRIVATE_IN_SUMDB',
    run: viaProxy({ proxy: withDatabase(404, 'not found'), env: SIGNED }),
  },
  {
    id: 'go-sumdb-unreachable',
    code: 'GO.SUMDB_UNREACHABLE',
    run: viaProxy({ env: { ...SIGNED, HTTPS_PROXY: 'http://127.0.0.1:1' } }),
  },
  {
    id: 'go-sumdb-garbage',
    code: 'GO.SUMDB_GARBAGE',
    run: viaProxy({ proxy: withDatabase(200, '<html>portal</html>'), env: SIGNED }),
  },
  {
    id: 'go-permission',
    code: 'FS.PERMISSION',
    run: viaProxy({
      command:
        'mkdir m c && chmod 777 .. . c && chmod 755 m && setpriv --reuid=65534 --clear-groups env HOME=$PWD GOCACHE=$PWD/c GOMODCACHE=$PWD/m go build ./...',
    }),
  },
  {
    id: 'go-gosum-mismatch',
    code: 'GO.GOSUM_MISMATCH',
    run: viaProxy({ files: { 'go.sum': `example.com/lib v1.0.0 ${SOME_H1}\n` } }),
  },
  { id: 'go-gosum-missing', code: 'GO.GOSUM_MISSING', run: viaProxy({ env: { GOFLAGS: '-mod=readonly' } }) },
  {
    id: 'go-gosum-missing-package',
    code: 'GO.GOSUM_MISSING',
    run: viaProxy({
      command:
        'go list -m all > /dev/null; go mod download example.com/lib 2>/dev/null; grep /go.mod go.sum > s; mv s go.sum; GOFLAGS=-mod=readonly go build ./...',
    }),
  },
  {
    id: 'go-gosum-malformed',
    code: 'GO.GOSUM_MALFORMED',
    run: viaProxy({ files: { 'go.sum': '<<<<<<< HEAD\nexample.com/lib v1.0.0\n' } }),
  },
  { id: 'go-toolchain-absent', code: 'GO.TOOLCHAIN_ABSENT', run: viaProxy({ env: { GOTOOLCHAIN: 'go1.99.1' } }) },
  { id: 'go-vcs-auth', code: 'GO.VCS_AUTH', run: lab => gitScene(lab, 401) },
  { id: 'go-vcs-not-found', code: 'GO.VCS_NOT_FOUND', run: lab => gitScene(lab, 404) },
  {
    id: 'go-no-meta',
    code: 'GO.NO_META',
    run: async lab => {
      const { port } = await lab.serve(
        startModuleProxy({
          instead: socket => answered(respond(socket, { headers: { 'content-type': 'text/html' }, body: '<html></html>' })),
        }),
      );
      return await lab.sh(`HTTP_PROXY=http://127.0.0.1:${port} go get example.test/x@latest`, {
        env: { GOPROXY: 'direct', GOINSECURE: '*' },
        files: ALONE,
      });
    },
  },
  { id: 'go-unknown-version', code: 'GO.UNKNOWN_VERSION', run: viaProxy({ command: 'go get example.com/lib@v9.9.9' }) },
  {
    id: 'go-unknown-revision',
    code: 'GO.UNKNOWN_VERSION',
    run: viaProxy({
      command:
        'mkdir -p $HOME; git init -q up && git -C up -c user.name=a -c user.email=a@example.com commit -q --allow-empty -m x; git config --global url."file:///$(pwd)/up".insteadOf https://example.test/up; go get example.test/up.git@abcdef123456',
      env: { GOPROXY: 'direct' },
      files: ALONE,
    }),
  },
  {
    id: 'go-mod-updates',
    code: 'GO.MOD_UPDATES',
    run: viaProxy({ env: { GOFLAGS: '-mod=readonly' }, files: { 'go.mod': MODULE.replace('v1.0.0', 'v1') } }),
  },
  {
    id: 'go-module-path',
    code: 'GO.MODULE_PATH',
    run: viaProxy({
      proxy: {
        modules: {
          'example.com/lib': {
            version: 'v1.0.0',
            files: { 'go.mod': 'module example.org/renamed\n', 'lib.go': 'package lib\n' },
          },
        },
      },
    }),
  },
  {
    id: 'go-no-space-modcache',
    code: 'FS.NO_SPACE',
    run: viaProxy({
      command: 'mkdir m && mount -t tmpfs -o size=64k tmpfs m && GOMODCACHE=$(pwd)/m go build ./...; umount m',
      proxy: {
        modules: {
          'example.com/lib': {
            version: 'v1.0.0',
            files: {
              'go.mod': 'module example.com/lib\n',
              'lib.go': 'package lib\n\nconst Answer = 42\n',
              'big.txt': Array.from({ length: 40_000 }, (_, i) => Math.sin(i).toString(36)).join('\n'),
            },
          },
        },
      },
    }),
  },
  {
    id: 'go-read-only',
    code: 'FS.READ_ONLY',
    run: viaProxy({ command: 'mkdir m && mount -t tmpfs -o ro tmpfs m && GOMODCACHE=$(pwd)/m go build ./...; umount m' }),
  },
];

async function gitScene(lab: LogLab, status: number): Promise<string> {
  const headers = status === 401 ? { 'www-authenticate': 'Basic realm="git"' } : {};
  const { url } = await lab.serve(
    startModuleProxy({ instead: socket => answered(respond(socket, { status, headers, body: 'no' })) }),
  );
  return lab.sh(
    `mkdir -p $HOME; git config --global url."${url}/".insteadOf https://github.com/; go get github.com/example/private@v1.0.0`,
    { env: { GOPROXY: 'direct' }, files: ALONE },
  );
}

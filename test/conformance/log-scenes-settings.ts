import { ALONE, type LogLab, type LogScene, MAIN, MODULE, type RunOptions } from './log-lab.ts';

const plain =
  (command: string, options: RunOptions = {}): LogScene['run'] =>
  (lab: LogLab) =>
    lab.sh(command, options);

/** What `go` says of files and settings, without any server. */
export const SETTING_SCENES: readonly LogScene[] = [
  { id: 'go-proxy-off', code: 'GO.PROXY_OFF', run: plain('go build ./...') },
  { id: 'go-proxy-empty', code: 'GO.PROXY_CONFIG', run: plain('go build ./...', { env: { GOPROXY: ',' } }) },
  {
    id: 'go-proxy-scheme',
    code: 'GO.PROXY_CONFIG',
    run: plain('go build ./...', { env: { GOPROXY: 'ftp://proxy.example.com' } }),
  },
  { id: 'go-proxy-word', code: 'GO.PROXY_CONFIG', run: plain('go build ./...', { env: { GOPROXY: 'foo' } }) },
  {
    id: 'go-vcs-unreachable',
    code: 'GO.VCS_UNREACHABLE',
    run: plain('go get example.test/x.git@latest', { env: { GOPROXY: 'direct' }, files: ALONE }),
  },
  {
    id: 'go-toolchain-local',
    code: 'GO.TOOLCHAIN_LOCAL',
    run: plain('go build ./...', { files: { 'go.mod': MODULE.replace('1.20', '1.99') } }),
  },
  {
    id: 'go-toolchain-line',
    code: 'GO.TOOLCHAIN_CONFIG',
    run: plain('go build ./...', { files: { 'go.mod': `${MODULE}\ntoolchain 1.22\n` } }),
  },
  { id: 'go-toolchain-setting', code: 'GO.TOOLCHAIN_CONFIG', run: plain('go version', { env: { GOTOOLCHAIN: 'bash' } }) },
  { id: 'go-toolchain-path', code: 'GO.TOOLCHAIN_CONFIG', run: plain('go version', { env: { GOTOOLCHAIN: 'go1.98.7+path' } }) },
  { id: 'go-flag-insecure', code: 'GO.FLAG_INSECURE', run: plain('go get -insecure example.com/lib') },
  {
    id: 'go-vcs-missing',
    code: 'GO.VCS_MISSING',
    run: plain('PATH=$(go env GOROOT)/bin go get example.test/x.git@latest', { env: { GOPROXY: 'direct' }, files: ALONE }),
  },
  {
    id: 'go-vcs-policy',
    code: 'GO.VCS_POLICY',
    run: plain('go get example.test/x.git@latest', { env: { GOPROXY: 'direct', GOVCS: '*:off' }, files: ALONE }),
  },
  {
    id: 'go-vendor',
    code: 'GO.VENDOR',
    run: plain('go build ./...', {
      env: { GOFLAGS: '-mod=vendor' },
      files: {
        'vendor/modules.txt': '# example.com/lib v0.9.0\n## explicit\nexample.com/lib\n',
        'vendor/example.com/lib/lib.go': 'package lib\n',
      },
    }),
  },
  { id: 'go-modules-off', code: 'GO.MODULES_OFF', run: plain('go build ./...', { env: { GO111MODULE: 'off', GOFLAGS: '' } }) },
  { id: 'go-no-mod', code: 'GO.NO_MOD', run: plain('go build ./...', { files: { 'go.mod': '' }, env: { GOFLAGS: '' } }) },
  { id: 'go-no-mod-here', code: 'GO.NO_MOD', run: plain('go build', { files: { 'go.mod': '' }, env: { GOFLAGS: '' } }) },
  { id: 'go-mod-merge', code: 'GO.MOD_SYNTAX', run: plain('go build ./...', { files: { 'go.mod': `${MODULE}<<<<<<< HEAD\n` } }) },
  {
    id: 'go-mod-go-line',
    code: 'GO.MOD_SYNTAX',
    run: plain('go build ./...', { files: { 'go.mod': MODULE.replace('1.20', '1.21.0.1') } }),
  },
  {
    id: 'go-no-package',
    code: 'GO.PACKAGE_NOT_FOUND',
    run: plain('go build ./...', {
      env: { GOFLAGS: '-mod=readonly' },
      files: { 'go.mod': 'module example.com/app\n\ngo 1.20\n' },
    }),
  },
  {
    id: 'go-not-in-std',
    code: 'GO.PACKAGE_NOT_FOUND',
    run: plain('go build ./...', {
      env: { GOFLAGS: '-mod=readonly' },
      files: { ...ALONE, 'main.go': MAIN.replace('example.com/lib', 'strings2') },
    }),
  },
  { id: 'go-flags', code: 'GO.FLAGS', run: plain('go build ./...', { env: { GOFLAGS: 'foo' } }) },
  { id: 'go-env-goroot', code: 'GO.ENV', run: plain('go build ./...', { env: { GOROOT: '/nowhere' } }) },
  { id: 'go-env-gopath', code: 'GO.ENV', run: plain('go build ./...', { env: { GOPATH: 'relative' } }) },
  { id: 'go-env-gobin', code: 'GO.ENV', run: plain('go install ./...', { env: { GOBIN: 'bin' }, files: ALONE }) },
  { id: 'go-env-gocache', code: 'GO.ENV', run: plain('go build ./...', { env: { GOCACHE: 'cache' }, files: ALONE }) },
  { id: 'go-env-no-home', code: 'GO.ENV', run: plain('env -u HOME -u GOCACHE go build ./...', { files: ALONE }) },
  { id: 'go-env-tmpdir', code: 'GO.ENV', run: plain('go build ./...', { env: { TMPDIR: '/nowhere' }, files: ALONE }) },
  {
    id: 'go-compile',
    code: 'GO.COMPILE',
    run: plain('go build ./...', { files: { ...ALONE, 'main.go': 'package main\n\nfunc main() { undefinedName() }\n' } }),
  },
  {
    id: 'go-test-failed',
    code: 'GO.TEST_FAILED',
    run: plain('go test ./...', {
      files: {
        ...ALONE,
        'main_test.go':
          'package main\n\nimport (\n\t"net"\n\t"testing"\n)\n\nfunc TestDial(t *testing.T) {\n\tif _, err := net.Dial("tcp", "127.0.0.1:1"); err != nil {\n\t\tt.Fatal(err)\n\t}\n}\n',
      },
    }),
  },
  {
    id: 'go-cgo-compiler',
    code: 'GO.CGO_COMPILER',
    run: plain('go build ./...', {
      env: { CC: 'no-such-cc', CGO_ENABLED: '1' },
      files: { ...ALONE, 'main.go': 'package main\n\nimport "C"\n\nfunc main() {}\n' },
    }),
  },
  {
    id: 'go-no-space-gocache',
    code: 'FS.GOCACHE',
    run: plain('mkdir m && mount -t tmpfs -o size=256k tmpfs m && GOCACHE=$(pwd)/m go build ./...; umount m', {
      files: { ...ALONE, 'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println() }\n' },
    }),
  },
];

import { createHash } from 'node:crypto';
import { tarGz, zip } from '../fakes/archives.ts';

export interface FakeGoOptions {
  /** Go's own name without `go`: `1.26.8`. */
  readonly version: string;
  /** Default: linux, amd64. */
  readonly platform?: { readonly goos: string; readonly goarch: string };
  /** Default: 300. */
  readonly sourceFileCount?: number;
  /** About so large, and compressing four to one as source does. Default: some lines. */
  readonly sourceFileBytes?: number;
  /** What `go version` says instead of the truth; the archive is otherwise in order. */
  readonly claimedVersion?: string;
}

/** One archive as a source would serve it. */
export interface FakeArchive {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** 64 lower-case digits. */
  readonly sha256: string;
}

/** A very small Go release: nothing compiles, but it says who and where it is, and it hashes as a real one does. */
export interface FakeGo {
  readonly version: string;
  /** `go/…`, all files, as the download site has it: tar.gz, and zip as for Windows. */
  readonly tarGz: FakeArchive;
  readonly zip: FakeArchive;
  /** As the module proxy has it, named `v0.0.1-go1.26.8.linux-amd64.zip`. */
  readonly moduleZip: FakeArchive;
  /** `golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64` */
  readonly moduleName: string;
  /** The module's `h1:` hash (golang.org/x/mod sumdb/dirhash Hash1), by code of its own: a second opinion on src/verify. */
  readonly h1: string;
  /** Files of the release and of the module. */
  readonly fileCount: number;
  readonly moduleFileCount: number;
}

/** The top directories of a release that its module lacks (cmd/distpack, func modArch). */
const OUTSIDE_MODULE = /^(?:api|doc|misc|test)\//u;

/** Deterministic: the same options give the same bytes. */
export function makeFakeGo(options: FakeGoOptions): FakeGo {
  const { version, platform = { goos: 'linux', goarch: 'amd64' } } = options;
  const files = releaseFiles(options, platform);
  const moduleName = `golang.org/toolchain@v0.0.1-go${version}.${platform.goos}-${platform.goarch}`;
  const module = files
    .filter(file => !OUTSIDE_MODULE.test(file.name))
    .map(file => ({ ...file, name: `${moduleName}/${file.name.replace(/(^|\/)go\.mod$/u, '$1_go.mod')}` }));
  const release = files.map(file => ({ ...file, name: `go/${file.name}` }));
  const base = `go${version}.${platform.goos}-${platform.goarch}`;
  return {
    version,
    tarGz: archive(`${base}.tar.gz`, tarGz(release)),
    zip: archive(`${base}.zip`, zip(release)),
    moduleZip: archive(`v0.0.1-${base}.zip`, zip(module)),
    moduleName,
    h1: hash1(module),
    fileCount: release.length,
    moduleFileCount: module.length,
  };
}

interface ArchiveFile {
  readonly name: string;
  readonly content: Buffer;
}

function archive(fileName: string, bytes: Buffer): FakeArchive {
  return { fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function hash1(files: readonly ArchiveFile[]): string {
  const lines = [...files]
    .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
    .map(file => `${createHash('sha256').update(file.content).digest('hex')}  ${file.name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

function releaseFiles(options: FakeGoOptions, platform: { goos: string; goarch: string }): readonly ArchiveFile[] {
  const { version, sourceFileCount = 300, sourceFileBytes, claimedVersion = version } = options;
  const isWindows = platform.goos === 'windows';
  const exe = isWindows ? '.exe' : '';
  const texts: [string, string][] = [
    ['VERSION', `go${version}\ntime 2026-01-02T03:04:05Z\n`],
    ['LICENSE', 'Not the licence of Go: this is a stand-in for tests.\n'],
    ['go.env', 'GOPROXY=off\nGOSUMDB=sum.golang.org\nGOTOOLCHAIN=auto\n'],
    ['api/go1.txt', 'pkg fake, const Fake = 1\n'],
    ['doc/README.md', 'fake\n'],
    ['misc/editors', 'fake\n'],
    ['test/fixedbugs/bug001.go', 'package fake\n'],
    [`bin/go${exe}`, fakeCommand(claimedVersion, platform)],
    [`bin/gofmt${exe}`, '#!/bin/sh\ncat\n'],
    [`pkg/tool/${platform.goos}_${platform.goarch}/compile${exe}`, '#!/bin/sh\nexit 2\n'],
    ['src/make.bash', '#!/usr/bin/env bash\nexit 2\n'],
    ['src/go.mod', 'module std\n\ngo 1.26\n'],
    ['src/cmd/go.mod', 'module cmd\n\ngo 1.26\n'],
    ['src/runtime/empty.s', ''],
  ];
  for (let i = 0; i < sourceFileCount; i += 1) {
    const name = `p${String(i % 20).padStart(2, '0')}`;
    const body = sourceFileBytes === undefined ? `const n${i} = ${i}\n`.repeat(1 + (i % 7)) : filler(i, sourceFileBytes);
    texts.push([`src/${name}/file${i}.go`, `package ${name}\n\n// Number ${i}.\n${body}`]);
  }
  return texts.map(([name, text]) => ({ name, content: Buffer.from(text) }));
}

/** Hexadecimal digits, which deflate halves, each line twice. */
function filler(seed: number, sizeBytes: number): string {
  const lines: string[] = [];
  for (let i = 0; i * 132 < sizeBytes; i += 1) {
    const line = `// ${createHash('sha256').update(`${seed} ${i}`).digest('hex').slice(0, 62)}\n`;
    lines.push(line, line);
  }
  return lines.join('');
}

/** Answers `go version` and `go env NAME...` as Go does, for the place where it lies. Uses no program but the shell. */
function fakeCommand(version: string, platform: { goos: string; goarch: string }): string {
  return `#!/bin/sh
root=$(cd "\${0%/*}/.." && pwd)
value() {
  case $1 in
    GOROOT) echo "\${GOROOT:-$root}" ;;
    GOPATH) echo "\${GOPATH:-$HOME/go}" ;;
    GOMODCACHE) echo "\${GOMODCACHE:-\${GOPATH:-$HOME/go}/pkg/mod}" ;;
    GOCACHE) echo "\${GOCACHE:-$HOME/.cache/go-build}" ;;
    GOVERSION) echo go${version} ;;
    GOOS | GOHOSTOS) echo ${platform.goos} ;;
    GOARCH | GOHOSTARCH) echo ${platform.goarch} ;;
    GOTOOLCHAIN) echo "\${GOTOOLCHAIN:-auto}" ;;
    GOPROXY) echo "\${GOPROXY:-off}" ;;
    GOSUMDB) echo "\${GOSUMDB:-sum.golang.org}" ;;
    GOFLAGS) echo "\${GOFLAGS:-}" ;;
    GOENV) echo "\${GOENV:-$HOME/.config/go/env}" ;;
    *) echo ;;
  esac
}
case $1 in
  version) echo "go version go${version} ${platform.goos}/${platform.goarch}" ;;
  env)
    shift
    for name in "$@"; do value "$name"; done
    ;;
  *) echo "fake go: unknown command $1" >&2; exit 2 ;;
esac
`;
}

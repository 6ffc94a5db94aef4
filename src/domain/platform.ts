import { compareVersions, type GoVersion } from './version.ts';

/** Go's names of an operating system and an architecture, and the tool cache's name of the latter. */
export interface Platform {
  readonly goos: string;
  readonly goarch: string;
  /** Directory in the tool cache: Node's name (`x64`, `ia32` is `x86`), as setup-go and the runner images use it. */
  readonly cacheArch: string;
}

/** What the operating system says of itself (node: os.platform(), os.arch(), os.endianness()). */
export interface HostPlatform {
  readonly os: string;
  readonly arch: string;
  readonly endianness: 'LE' | 'BE';
}

const GOOS: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
  windows: 'windows',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  aix: 'aix',
  sunos: 'solaris',
};

/** Every accepted spelling of an architecture. `ppc64` is absent: it depends on the byte order. */
const ARCHITECTURES: Readonly<Record<string, { readonly goarch: string; readonly cacheArch: string }>> = {
  x64: { goarch: 'amd64', cacheArch: 'x64' },
  amd64: { goarch: 'amd64', cacheArch: 'x64' },
  x86_64: { goarch: 'amd64', cacheArch: 'x64' },
  x86: { goarch: '386', cacheArch: 'x86' },
  x32: { goarch: '386', cacheArch: 'x32' },
  ia32: { goarch: '386', cacheArch: 'x86' },
  '386': { goarch: '386', cacheArch: 'x86' },
  i386: { goarch: '386', cacheArch: 'x86' },
  arm64: { goarch: 'arm64', cacheArch: 'arm64' },
  aarch64: { goarch: 'arm64', cacheArch: 'arm64' },
  arm: { goarch: 'arm', cacheArch: 'arm' },
  armv6l: { goarch: 'arm', cacheArch: 'arm' },
  armv7l: { goarch: 'arm', cacheArch: 'arm' },
  ppc64le: { goarch: 'ppc64le', cacheArch: 'ppc64le' },
  s390x: { goarch: 's390x', cacheArch: 's390x' },
  riscv64: { goarch: 'riscv64', cacheArch: 'riscv64' },
  loong64: { goarch: 'loong64', cacheArch: 'loong64' },
  mips: { goarch: 'mips', cacheArch: 'mips' },
  mipsel: { goarch: 'mipsle', cacheArch: 'mipsel' },
  mipsle: { goarch: 'mipsle', cacheArch: 'mipsel' },
  mips64: { goarch: 'mips64', cacheArch: 'mips64' },
  mips64el: { goarch: 'mips64le', cacheArch: 'mips64el' },
  mips64le: { goarch: 'mips64le', cacheArch: 'mips64el' },
};

/** The architecture names that the input `architecture` accepts. */
export const ARCHITECTURE_NAMES: readonly string[] = [...Object.keys(ARCHITECTURES), 'ppc64'];

/**
 * The platform for a host, or for another architecture on it. Undefined when Go is not published for it.
 * `ppc64` means the byte order of the host: Node says `ppc64` on both (setup-go installs the big-endian build on ppc64le).
 */
export function platformFor(host: HostPlatform, architecture?: string): Platform | undefined {
  const goos = Object.hasOwn(GOOS, host.os) ? GOOS[host.os] : undefined;
  const name = (architecture ?? host.arch).toLowerCase();
  if (goos === undefined) return undefined;
  if (name === 'ppc64')
    return host.endianness === 'LE' ? platform(goos, 'ppc64le') : { goos, goarch: 'ppc64', cacheArch: 'ppc64' };
  return platform(goos, name);
}

function platform(goos: string, name: string): Platform | undefined {
  const found = Object.hasOwn(ARCHITECTURES, name) ? ARCHITECTURES[name] : undefined;
  return found === undefined ? undefined : { goos, ...found };
}

/** The first Go for Apple silicon (Go 1.16 release notes, "Ports"); its first beta had it. */
const FIRST_ON_APPLE_SILICON: GoVersion = { major: 1, minor: 16, patch: 0, prerelease: { kind: 'beta', number: 1 } };

/**
 * The platform that one release is taken for. Before 1.16 there is no darwin/arm64: the darwin/amd64 build runs there, through
 * Rosetta, and says darwin/amd64 of itself (actions/setup-go #714). Anything else stays as it is.
 */
export function platformOfRelease(platform: Platform, version: GoVersion): Platform {
  const needsRosetta = platform.goos === 'darwin' && platform.goarch === 'arm64';
  if (!needsRosetta || compareVersions(version, FIRST_ON_APPLE_SILICON) >= 0) return platform;
  return { goos: 'darwin', goarch: 'amd64', cacheArch: 'x64' };
}

/** `linux/amd64`, as `go version` prints it. */
export function platformText(platform: Platform): string {
  return `${platform.goos}/${platform.goarch}`;
}

/** The architecture part of a file name at go.dev: 32-bit ARM on Linux is `armv6l` there. */
export function archiveArch(platform: Platform): string {
  return platform.goos === 'linux' && platform.goarch === 'arm' ? 'armv6l' : platform.goarch;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CacheKeyParts, cacheKeys } from '../../src/policy/cache-keys.ts';

const PARTS: CacheKeyParts = {
  platform: { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' },
  target: { goos: 'linux', goarch: 'amd64' },
  distribution: 'debian12',
  goVersion: '1.26.8',
  dependencyHash: 'ab'.repeat(32),
};

describe('cacheKeys', () => {
  it('names system, toolchain architecture, distribution, and for build results the Go', () => {
    const { modules, build } = cacheKeys(PARTS);
    expect(modules).toEqual({
      kind: 'modules',
      key: `setup-go-robust-modules-linux-amd64-debian12-${PARTS.dependencyHash}`,
      prefixes: ['setup-go-robust-modules-linux-amd64-debian12-'],
    });
    expect(build.prefixes).toEqual(['setup-go-robust-build-linux-amd64-debian12-go1.26.8-']);
  });

  it('names the target when it differs', () => {
    const target = { goos: 'windows', goarch: 'arm64' };
    expect(cacheKeys({ ...PARTS, target }).modules.prefixes).toEqual([
      'setup-go-robust-modules-linux-amd64_windows_arm64-debian12-',
    ]);
  });

  it('keeps the suffix of a private build in one part', () => {
    expect(cacheKeys({ ...PARTS, goVersion: '1.25.3-1' }).build.prefixes).toEqual([
      'setup-go-robust-build-linux-amd64-debian12-go1.25.3_1-',
    ]);
  });

  it('restores only what agrees in every part but the dependencies, and is accepted by the service', () => {
    const system = fc.record({
      goos: fc.constantFrom('linux', 'darwin', 'windows'),
      goarch: fc.constantFrom('arm', 'arm64', '386'),
    });
    // A Linux always has a name, and nothing else has.
    const parts: fc.Arbitrary<CacheKeyParts> = fc
      .record({
        platform: system.map(each => ({ ...each, cacheArch: 'x' })),
        target: system,
        distribution: fc.constantFrom('debian1', 'debian12', 'alpine3.20', 'alpine3.20_musl'),
        goVersion: fc.constantFrom('1.2', '1.26', '1.26.8', '1.26rc1'),
        dependencyHash: fc.constantFrom('00', '11').map(text => text.repeat(32)),
      })
      .map(each => (each.platform.goos === 'linux' ? each : { ...each, distribution: undefined }));
    const same = (a: CacheKeyParts, b: CacheKeyParts, withVersion: boolean): boolean => {
      const place = ({ platform, target, distribution, goVersion }: CacheKeyParts): string =>
        JSON.stringify([platform, target, distribution ?? '', withVersion ? goVersion : '']);
      return place(a) === place(b);
    };
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        for (const kind of ['modules', 'build'] as const) {
          const wanted = cacheKeys(a)[kind];
          const { key } = cacheKeys(b)[kind];
          expect(wanted.prefixes.some(prefix => key.startsWith(prefix))).toBe(same(a, b, kind === 'build'));
          expect(key).toMatch(/^[^,]{1,512}$/u);
        }
        expect(cacheKeys(b).build.key.startsWith(cacheKeys(a).modules.prefixes[0] ?? '')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

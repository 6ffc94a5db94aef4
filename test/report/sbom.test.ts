import { describe, expect, it } from 'vitest';
import { PRODUCT } from '../../src/domain/product.ts';
import type { Report } from '../../src/domain/report.ts';
import { renderCycloneDx } from '../../src/report/cyclonedx.ts';
import { SBOM_BUNDLED, SBOM_PRODUCT } from '../../src/report/sbom.ts';
import { renderSpdx } from '../../src/report/spdx.ts';
import { allFailed, cached, fold, installed, PROOF } from './scenarios.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly cpe?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly externalReferences?: readonly { readonly url: string }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface CycloneDx {
  readonly serialNumber: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Spdx {
  readonly documentNamespace: string;
  readonly packages: readonly Readonly<Record<string, unknown>>[];
  readonly relationships: readonly { readonly spdxElementId: string; readonly relatedSpdxElement: string }[];
}

const cyclonedx = (report: Report): CycloneDx => JSON.parse(renderCycloneDx(report)) as CycloneDx;
const spdx = (report: Report): Spdx => JSON.parse(renderSpdx(report)) as Spdx;
const goOf = (report: Report): Component | undefined => cyclonedx(report).components.find(({ name }) => name === 'go');

const report = fold(installed);
const withProof = (value: string): Report => ({ ...report, proof: { ...PROOF, value } });
const withVersion = (version: string): Report => ({ ...report, go: { version, root: '/go', bin: '/go/bin' } });

describe('the SBOM of a run', () => {
  it('names the toolchain by the module whose tree was proved, with the proof and where the bytes came from', () => {
    const go = goOf(report);
    expect(go).toMatchObject({
      version: '1.26.8',
      purl: 'pkg:golang/golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64',
      cpe: 'cpe:2.3:a:golang:go:1.26.8:*:*:*:*:*:*:*',
      externalReferences: [{ url: 'https://mirrors.aliyun.com/golang/go1.26.8.linux-amd64.tar.gz' }],
    });
    const properties = Object.fromEntries((go?.properties ?? []).map(({ name, value }) => [name, value]));
    expect(properties).toMatchObject({
      'setup-go-robust:proof-kind': 'checksum-database',
      'setup-go-robust:proof-value': PROOF.value,
      'setup-go-robust:installed-from': 'aliyun',
    });
  });
  it.each([
    ['1.27rc1', 'cpe:2.3:a:golang:go:1.27:rc1:*:*:*:*:*:*'],
    ['1.26.0', 'cpe:2.3:a:golang:go:1.26.0:*:*:*:*:*:*:*'],
  ])('names %s as vulnerability lists do', (version, cpe) => {
    expect(goOf(withVersion(version))?.cpe).toBe(cpe);
  });
  it('calls a hash of the archive a hash, and a hash of the tree a property only', () => {
    const sha256 = 'ab'.repeat(32);
    expect(goOf(withProof(`sha256:${sha256}`))?.hashes).toEqual([{ alg: 'SHA-256', content: sha256 }]);
    expect(goOf(report)?.hashes).toBeUndefined();
    expect(spdx(withProof(`sha256:${sha256}`)).packages[0]).toMatchObject({
      checksums: [{ algorithm: 'SHA256', checksumValue: sha256 }],
    });
  });
  it('does not call the build of somebody else a release of the Go project', () => {
    const go = goOf(withVersion('1.26.8-microsoft.1'));
    expect(go).toMatchObject({ purl: 'pkg:generic/go@1.26.8-microsoft.1' });
    expect(go?.cpe).toBeUndefined();
  });
  it('holds what is bundled, and no Go where none is ready', () => {
    const failed = cyclonedx(fold(allFailed));
    expect(failed.components.map(({ name }) => name)).not.toContain('go');
    expect(SBOM_BUNDLED.map(({ name }) => name)).toEqual(expect.arrayContaining(['@actions/core', 'semver']));
    expect(failed.components).toHaveLength(SBOM_BUNDLED.length + 1);
  });
  it('names this program by its tag, as the SBOM of a release does', () => {
    expect(SBOM_PRODUCT.purl).toBe(`pkg:github/org/setup-go-robust@v${PRODUCT.version}`);
  });
  it('says no address where nothing was downloaded, or from a file', () => {
    const fromFile = {
      ...report,
      attempts: report.attempts.map(item => ({ ...item, url: 'file:///mnt/go1.26.8.linux-amd64.tar.gz' })),
    };
    for (const item of [fold(cached), fromFile]) {
      expect(goOf(item)?.externalReferences).toBeUndefined();
      expect(spdx(item).packages[0]).toMatchObject({ downloadLocation: 'NOASSERTION' });
    }
  });
  it('refers to nothing that is not there', () => {
    const { components, dependencies } = cyclonedx(report);
    const refs = ['environment', ...components.map(item => item['bom-ref'])];
    expect(new Set(refs).size).toBe(refs.length);
    expect(dependencies.map(({ ref }) => ref)).toEqual(refs);
    expect(dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter(ref => !refs.includes(ref))).toEqual([]);
    const { packages, relationships } = spdx(report);
    const ids = packages.map(item => item['SPDXID']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^SPDXRef-[A-Za-z0-9.-]+$/u.test(String(id)))).toEqual([]);
    expect(relationships.filter(({ relatedSpdxElement }) => !ids.includes(relatedSpdxElement))).toEqual([]);
  });
  it('was made when the run began, and is another document for another time', () => {
    const created = (item: Report): unknown =>
      (JSON.parse(renderSpdx(item)) as { creationInfo: { created: string } }).creationInfo.created;
    expect(created(report)).toBe('2026-11-21T08:00:00Z');
    const later = { ...report, startedAt: '2026-11-21T08:00:01Z' };
    expect(created(later)).toBe('2026-11-21T08:00:01Z');
    expect(spdx(later).documentNamespace).not.toBe(spdx(report).documentNamespace);
    const { startedAt: _, ...timeless } = report;
    expect(created(timeless)).toBe('1970-01-01T00:00:00Z');
  });
  it('is named by its content: equal for the same, different for another', () => {
    const names = (item: Report): readonly string[] => [cyclonedx(item).serialNumber, spdx(item).documentNamespace];
    expect(names({ ...report, timings: { total: 1 } })).toEqual(names(report));
    const [serial, namespace] = names(withProof('h1:other'));
    expect(names(report)).not.toContain(serial);
    expect(names(report)).not.toContain(namespace);
    expect(names(report)[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });
});

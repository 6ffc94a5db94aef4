import { REPOSITORY } from '../domain/product.ts';
import type { Report } from '../domain/report.ts';
import { contentUuid, SBOM_BUNDLED, SBOM_PRODUCT, type SbomGo, type SbomPackage, sbomGo } from './sbom.ts';

/**
 * The same as cyclonedx.ts as SPDX 2.3. Deterministic: `created` is when the run began, and the namespace follows from the content. Of a
 * report without that time it is the beginning of Unix time, as reproducible builds write it, for SPDX demands one.
 */
export function renderSpdx(report: Report): string {
  const go = sbomGo(report);
  const created = report.startedAt ?? '1970-01-01T00:00:00Z';
  const packages = [
    ...(go === undefined ? [] : [goPackage(go)]),
    spdxPackage(SBOM_PRODUCT, REPOSITORY),
    ...SBOM_BUNDLED.map(item => spdxPackage(item, 'NOASSERTION')),
  ];
  const described = [...(go === undefined ? [] : [go.id]), SBOM_PRODUCT.id];
  const relationships = [
    ...described.map(id => relationship('DOCUMENT', 'DESCRIBES', id)),
    ...SBOM_BUNDLED.map(({ id }) => relationship(SBOM_PRODUCT.id, 'CONTAINS', id)),
  ];
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'Go build environment',
    documentNamespace: `${REPOSITORY}/spdx/${contentUuid(JSON.stringify({ created, packages, relationships }))}`,
    creationInfo: {
      created,
      creators: [`Tool: ${SBOM_PRODUCT.name}-${SBOM_PRODUCT.version}`],
    },
    packages,
    relationships,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function spdxPackage({ id, name, version, license, purl }: SbomPackage, downloadLocation: string): Record<string, unknown> {
  return {
    SPDXID: `SPDXRef-${id}`,
    name,
    versionInfo: version,
    downloadLocation,
    filesAnalyzed: false,
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: license.includes(' ') ? `(${license})` : license,
    copyrightText: 'NOASSERTION',
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
  };
}

function goPackage(go: SbomGo): Record<string, unknown> {
  const entry = spdxPackage(go, go.downloadUrl ?? 'NOASSERTION');
  const references = entry['externalRefs'] as readonly unknown[];
  const official = {
    supplier: 'Organization: The Go project',
    homepage: 'https://go.dev',
    externalRefs: [...references, { referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: go.cpe }],
  };
  return {
    ...entry,
    ...(go.cpe === undefined ? {} : official),
    ...(go.sha256 === undefined ? {} : { checksums: [{ algorithm: 'SHA256', checksumValue: go.sha256 }] }),
    comment: go.facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
  };
}

function relationship(from: string, relationshipType: string, to: string): Record<string, string> {
  return { spdxElementId: `SPDXRef-${from}`, relationshipType, relatedSpdxElement: `SPDXRef-${to}` };
}

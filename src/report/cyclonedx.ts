import type { Report } from '../domain/report.ts';
import { contentUuid, SBOM_BUNDLED, SBOM_PRODUCT, type SbomGo, type SbomPackage, sbomGo } from './sbom.ts';

/** Names of our properties begin with it (CycloneDX property taxonomy). */
const NAMESPACE = SBOM_PRODUCT.name;

/**
 * What a run brought into the job as CycloneDX 1.6: the Go toolchain with its proof, and this program with what is bundled in it.
 * Deterministic: no time, and a serial number that follows from the content.
 */
export function renderCycloneDx(report: Report): string {
  const go = sbomGo(report);
  const body = {
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: SBOM_PRODUCT.name, version: SBOM_PRODUCT.version }] },
      component: { type: 'platform', 'bom-ref': 'environment', name: 'Go build environment' },
    },
    components: [
      ...(go === undefined ? [] : [goComponent(go)]),
      component('application', SBOM_PRODUCT),
      ...SBOM_BUNDLED.map(item => component('library', item)),
    ],
    dependencies: [
      { ref: 'environment', dependsOn: [...(go === undefined ? [] : [go.id]), SBOM_PRODUCT.id] },
      ...(go === undefined ? [] : [{ ref: go.id }]),
      { ref: SBOM_PRODUCT.id, dependsOn: SBOM_BUNDLED.map(({ id }) => id) },
      ...SBOM_BUNDLED.map(({ id }) => ({ ref: id })),
    ],
  };
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${contentUuid(JSON.stringify(body))}`,
    ...body,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function component(type: 'application' | 'library', { id, name, version, license, purl }: SbomPackage): Record<string, unknown> {
  const isExpression = license.includes(' ');
  return {
    type,
    'bom-ref': id,
    name,
    version,
    licenses: [isExpression ? { expression: license } : { license: { id: license } }],
    purl,
  };
}

function goComponent(go: SbomGo): Record<string, unknown> {
  return {
    ...component('application', go),
    ...(go.cpe === undefined ? {} : { supplier: { name: 'The Go project', url: ['https://go.dev'] }, cpe: go.cpe }),
    ...(go.sha256 === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: go.sha256 }] }),
    ...(go.downloadUrl === undefined ? {} : { externalReferences: [{ type: 'distribution', url: go.downloadUrl }] }),
    properties: go.facts.map(([name, value]) => ({ name: `${NAMESPACE}:${name}`, value })),
  };
}

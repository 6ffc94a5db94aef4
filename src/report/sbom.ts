import { createHash } from 'node:crypto';
import { PRODUCT, REPOSITORY } from '../domain/product.ts';
import type { Report } from '../domain/report.ts';
import { BUNDLED_PACKAGES } from './bundled-packages.ts';
import { plain } from './plain.ts';
import { proofName } from './wording.ts';

/** One thing that a run brought into the job, before it is written in the words of a standard. */
export interface SbomPackage {
  /** Unique in the document: letters, digits, dots and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** SPDX licence expression. */
  readonly license: string;
  /** Package URL (ECMA-427). */
  readonly purl: string;
}

/** The Go that a run made ready, with what was proved of it. */
export interface SbomGo extends SbomPackage {
  /** Common Platform Enumeration 2.3, by which vulnerability lists name it; undefined for a build of somebody else. */
  readonly cpe: string | undefined;
  /** Lower-case hex, where the whole archive was proved by its SHA-256. */
  readonly sha256: string | undefined;
  /** Without query; undefined when nothing was downloaded, or from a file. */
  readonly downloadUrl: string | undefined;
  /** In a fixed order; empty values are left out. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** The program itself. The version of its purl is the tag, as in the SBOM of a release (scripts/release-assets.mjs). */
export const SBOM_PRODUCT: SbomPackage = {
  id: PRODUCT.name,
  name: PRODUCT.name,
  version: PRODUCT.version,
  license: 'Apache-2.0',
  purl: `pkg:github/${REPOSITORY.split('/').slice(-2).join('/')}@v${PRODUCT.version}`,
};

/** What is part of the program. The same package may be there in two versions. */
export const SBOM_BUNDLED: readonly SbomPackage[] = BUNDLED_PACKAGES.map(([name, version, license]) => ({
  id: `npm-${name.replaceAll(/[^A-Za-z0-9.]+/gu, '-').replace(/^-/u, '')}-${version}`,
  name,
  version,
  license,
  purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
}));

/** Undefined when no Go is ready. */
export function sbomGo(report: Report): SbomGo | undefined {
  const { go, proof, resolved, installedFrom, attempts } = report;
  if (go === null) return undefined;
  const version = plain(go.version, 80);
  const platform = resolved?.platform ?? '';
  const isOfficial = OFFICIAL.test(version) && platform.includes('/');
  const won = attempts.find(({ end }) => end === 'won');
  return {
    id: 'go',
    name: 'go',
    version,
    license: 'BSD-3-Clause',
    purl: isOfficial ? goPurl(version, platform) : `pkg:generic/go@${encodeURIComponent(version)}`,
    cpe: isOfficial ? goCpe(version) : undefined,
    sha256: /^sha256:([0-9a-f]{64})$/u.exec(proof?.value ?? '')?.[1],
    downloadUrl: won === undefined ? undefined : webAddress(won.url),
    facts: [
      ['platform', platform],
      ['installed-from', installedFrom ?? ''],
      ['proof-kind', proof?.kind ?? ''],
      ['proof-by', proof === null ? '' : proofName(proof)],
      ['proof-value', proof?.value ?? ''],
      ['proof-detail', proof?.detail ?? ''],
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : [[name, plain(value)] as const])),
  };
}

/** As the Go project numbers its releases. */
const OFFICIAL = /^\d+\.\d+(?:\.\d+)?(?:(?:beta|rc)\d+)?$/u;

/** The toolchain module, whose tree hash is what is proved. */
function goPurl(version: string, platform: string): string {
  return `pkg:golang/golang.org/toolchain@v0.0.1-go${version}.${platform.replace('/', '-')}`;
}

/** A beta or release candidate stands in the field `update`, as vulnerability lists and syft write it: `1.27:rc1`. */
function goCpe(version: string): string {
  const [, release = '', update = '*'] = /^([\d.]+)((?:beta|rc)\d+)?$/u.exec(version) ?? [];
  return `cpe:2.3:a:golang:go:${release}:${update}:*:*:*:*:*:*`;
}

function webAddress(text: string): string | undefined {
  const address = text.split(/[?#]/u)[0] ?? '';
  return /^https?:/iu.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}

/** Names a document by its content, so that equal content has an equal name (RFC 9562, UUID version 8). */
export function contentUuid(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) % 4) + 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

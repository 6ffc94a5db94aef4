import type { CatalogueEntry } from './catalogue-entry.ts';
import { ANSWER_CODES } from './codes-answer.ts';
import { BOOT_CODES } from './codes-boot.ts';
import { CACHE_CODES } from './codes-cache.ts';
import { CONNECTION_CODES } from './codes-connection.ts';
import { DIAGNOSIS_CODES } from './codes-diagnosis.ts';
import { GO_CODES } from './codes-go.ts';
import { GO_ENVIRONMENT_CODES } from './codes-goenv.ts';
import { HANDSHAKE_CODES } from './codes-handshake.ts';
import { HTTP_CODES } from './codes-http.ts';
import { KEYLESS_CODES } from './codes-keyless.ts';
import { MACHINE_CODES } from './codes-machine.ts';
import { METRICS_CODES } from './codes-metrics.ts';
import { MIRROR_CODES } from './codes-mirror.ts';
import { MODCACHE_CODES } from './codes-modcache.ts';
import { PATH_CODES } from './codes-path.ts';
import { PROGRAM_CODES } from './codes-program.ts';
import { PROJECT_CODES } from './codes-project.ts';
import { REPLACE_CODES } from './codes-replace.ts';
import { REQUEST_CODES } from './codes-request.ts';
import { SBOM_CODES } from './codes-sbom.ts';
import { SIGNATURE_CODES } from './codes-signature.ts';
import { TOOLCHAIN_CODES } from './codes-toolchain.ts';
import { TOOL_CODES } from './codes-tools.ts';
import { TRUST_CODES } from './codes-trust.ts';

/**
 * Every code that this product can report. Codes have the form AREA.NAME, are part of the public contract, and are
 * never reused for another meaning. A missing field of an entry does not compile, nor does an `explains` that names
 * a code that does not exist.
 */
const entries = {
  ...REQUEST_CODES,
  ...TRUST_CODES,
  ...SIGNATURE_CODES,
  ...KEYLESS_CODES,
  ...CONNECTION_CODES,
  ...HTTP_CODES,
  ...MACHINE_CODES,
  ...CACHE_CODES,
  ...PROGRAM_CODES,
  ...GO_CODES,
  ...TOOL_CODES,
  ...MODCACHE_CODES,
  ...GO_ENVIRONMENT_CODES,
  ...PROJECT_CODES,
  ...REPLACE_CODES,
  ...BOOT_CODES,
  ...DIAGNOSIS_CODES,
  ...PATH_CODES,
  ...HANDSHAKE_CODES,
  ...ANSWER_CODES,
  ...TOOLCHAIN_CODES,
  ...MIRROR_CODES,
  ...METRICS_CODES,
  ...SBOM_CODES,
};

export type Code = keyof typeof entries;

type Explained = (typeof entries)[Code]['explains'][number];
const explainedCodesExist: Explained extends Code ? true : never = true;

export const CATALOGUE: Readonly<Record<Code, CatalogueEntry>> = entries;
export const CODES: readonly Code[] = explainedCodesExist ? (Object.keys(entries) as Code[]) : [];

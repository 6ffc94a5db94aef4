import type { CatalogueEntry } from './catalogue-entry.ts';
import { CACHE_CODES } from './codes-cache.ts';
import { CONNECTION_CODES } from './codes-connection.ts';
import { HTTP_CODES } from './codes-http.ts';
import { MACHINE_CODES } from './codes-machine.ts';
import { PROGRAM_CODES } from './codes-program.ts';
import { REQUEST_CODES } from './codes-request.ts';
import { SIGNATURE_CODES } from './codes-signature.ts';
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
  ...CONNECTION_CODES,
  ...HTTP_CODES,
  ...MACHINE_CODES,
  ...CACHE_CODES,
  ...PROGRAM_CODES,
};

export type Code = keyof typeof entries;

type Explained = (typeof entries)[Code]['explains'][number];
const explainedCodesExist: Explained extends Code ? true : never = true;

export const CATALOGUE: Readonly<Record<Code, CatalogueEntry>> = entries;
export const CODES: readonly Code[] = explainedCodesExist ? (Object.keys(entries) as Code[]) : [];

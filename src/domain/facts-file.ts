import { FACTS } from './facts-shape.ts';
import { failure } from './failure.ts';
import { isJsonObject, parseJsonObject } from './json-object.ts';
import { FACTS_SCHEMA, type Facts } from './network-facts.ts';
import { type JsonSchema, Misshapen } from './shape.ts';

/** Facts of one run take some ten KiB; a file beyond this is none of ours. */
export const FACTS_FILE_BYTES = 8 * 1_024 * 1_024;

/**
 * Facts of a file that somebody may have sent: every member is guarded, nothing in it is run, fetched or repeated in a message. Throws
 * INPUT.FACTS for what is no JSON, of another schema, larger than FACTS_FILE_BYTES, or misshapen, with the place.
 */
export function readFactsFile(bytes: Uint8Array, name: string): Facts {
  const refuse = (evidence: Readonly<Record<string, string>>): Error => failure('INPUT.FACTS', { subject: name, evidence });
  if (bytes.length > FACTS_FILE_BYTES) throw refuse({ reason: `larger than ${FACTS_FILE_BYTES} bytes` });
  const document = parseJsonObject(new TextDecoder().decode(bytes));
  if (document === undefined) throw refuse({ reason: 'it is no JSON object, or it was cut' });
  const { schema } = document;
  if (schema !== FACTS_SCHEMA) throw refuse(otherSchema(schema));
  try {
    return FACTS.read(document, '');
  } catch (error) {
    if (error instanceof Misshapen) throw refuse({ at: error.path.slice(0, 200), reason: error.reason });
    throw error;
  }
}

function otherSchema(schema: unknown): Readonly<Record<string, string>> {
  const version = typeof schema === 'string' ? /^setup-go-robust\/facts@(\d{1,6})$/u.exec(schema)?.[1] : undefined;
  if (version === undefined) return { reason: 'it is no file of facts', expected: FACTS_SCHEMA };
  return { reason: 'it was written by another release', schema: `facts@${version}`, expected: FACTS_SCHEMA };
}

/** One JSON document that readFactsFile reads back to the same facts. */
export function factsFileText(facts: Facts): string {
  return `${JSON.stringify(facts, undefined, 1)}\n`;
}

/** The JSON Schema (draft 2020-12) of such a file. */
export function factsSchema(): JsonSchema {
  const { json } = FACTS;
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Facts of setup-go-robust: what was observed, before it is judged',
  };
  return isJsonObject(json) ? { ...head, ...json } : head;
}

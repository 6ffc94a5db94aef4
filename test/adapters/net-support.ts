import type { Code } from '../../src/domain/catalogue.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { PhaseLimits } from '../../src/domain/limits.ts';
import type { NetResponse } from '../../src/ports/machine.ts';

/** Long enough for a machine under load; a test of one stall shortens its own phase. */
export const PATIENT: PhaseLimits = { lookupMs: 10_000, connectMs: 10_000, proxyMs: 10_000, tlsMs: 10_000, firstByteMs: 10_000 };

/** What the work failed with; a Failure is expected. */
export async function findingOf(work: Promise<unknown>): Promise<Finding> {
  const result = await work.then(
    value => ({ value }),
    (error: unknown) => error,
  );
  if (result instanceof Failure) return result.finding;
  throw new Error('expected a Failure', { cause: result });
}

export async function codeOf(work: Promise<unknown>): Promise<Code> {
  return (await findingOf(work)).code;
}

export function evidenceOf(finding: Finding, name: string): string | undefined {
  return finding.evidence.find(item => item.name === name)?.value;
}

export async function readAll(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function readText(response: Pick<NetResponse, 'body'>): Promise<string> {
  return (await readAll(response.body)).toString('utf8');
}

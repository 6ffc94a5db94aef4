import { Failure } from '../domain/failure.ts';
import type { DatabasePathFacts } from '../domain/network-facts.ts';
import { openTreeHead, parseVerifierKey } from '../verify/note.ts';
import type { Visit } from './goproxy.ts';
import { lastOutcome } from './outcome.ts';
import type { Walk } from './pass.ts';

/** One way to the checksum database. */
export interface DatabasePath {
  /** `direct`, the alias, or the redacted URL of a proxy. */
  readonly through: string;
  /** Above `latest`. */
  readonly url: string;
  readonly withheld: boolean;
  /** Whether a proxy says that it serves it; undefined for the database itself. */
  readonly isServed?: boolean;
}

export interface DatabaseLook {
  readonly facts: DatabasePathFacts;
  readonly walk: Walk;
}

/** The latest tree head through each way; `isSigned` where the key of the database signed what came (golang.org/x/mod/sumdb/note). */
export async function lookAtDatabase(
  visit: Visit,
  { paths, verifierKey }: { readonly paths: readonly DatabasePath[]; readonly verifierKey: string },
): Promise<readonly DatabaseLook[]> {
  const asked = paths.filter(({ isServed }) => isServed !== false);
  return Promise.all(asked.map(path => lookAt(visit, path, verifierKey)));
}

async function lookAt(visit: Visit, path: DatabasePath, verifierKey: string): Promise<DatabaseLook> {
  const { through, withheld } = path;
  const walk = await visit({ url: `${path.url}/latest`, role: 'checksum-database', expects: 'text', withheld });
  const status = walk.target.http?.status;
  const isSigned = status === undefined || walk.head === undefined ? undefined : isTreeHead(walk.head, verifierKey);
  const facts = {
    through,
    outcome: lastOutcome(walk.target),
    ...(status === undefined ? {} : { status }),
    ...(isSigned === undefined ? {} : { isSigned }),
  };
  return { facts, walk };
}

function isTreeHead(note: Uint8Array, verifierKey: string): boolean {
  try {
    openTreeHead(note, parseVerifierKey(verifierKey));
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

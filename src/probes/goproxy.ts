import { joinAddress } from '../domain/address.ts';
import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import type { GoproxyFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { lastOutcome } from './outcome.ts';
import type { Walk, WantedTarget } from './pass.ts';

/** Walks to a URL and asks for its first bytes. */
export type Visit = (wanted: WantedTarget) => Promise<Walk>;

export interface GoproxyLook {
  readonly facts: GoproxyFacts;
  /** Of a member that was asked. */
  readonly walk?: Walk;
}

const TOOLCHAIN_LIST = 'golang.org/toolchain/@v/list';

/** Each member of GOPROXY, asked for the list of toolchains, and whether it serves the checksum database of this name. */
export function lookAtGoproxy(
  visit: Visit | undefined,
  { entries, database }: { readonly entries: readonly GoproxyEntry[]; readonly database: string },
): Promise<readonly GoproxyLook[]> {
  return Promise.all(entries.slice(0, PROBE_LIMITS.memberCount).map(entry => lookAt(visit, entry, database)));
}

async function lookAt(visit: Visit | undefined, entry: GoproxyEntry, database: string): Promise<GoproxyLook> {
  if (entry.kind !== 'proxy') return { facts: { entry: entry.kind, next: 'end', outcome: { ok: true, ms: 0 } } };
  const said = {
    entry: redactUrl(entry.url),
    next: entry.next,
    ...(entry.authorization === undefined ? {} : { withheld: true as const }),
  };
  if (visit === undefined || entry.url.startsWith('file:')) {
    return { facts: { ...said, outcome: { ok: false, ms: 0, code: 'NOT_ASKED' } } };
  }
  const withheld = entry.authorization !== undefined;
  const walk = await visit({ url: joinAddress(entry.url, TOOLCHAIN_LIST), role: 'goproxy', expects: 'text', withheld });
  const { http } = walk.target;
  const answered = http?.status === undefined ? {} : await supports(visit, { url: entry.url, database, withheld });
  const type = http?.headers['content-type'];
  return {
    walk,
    facts: {
      ...said,
      outcome: lastOutcome(walk.target),
      ...(http?.status === undefined ? {} : { status: http.status }),
      ...(type === undefined ? {} : { contentType: type }),
      ...(http?.status === undefined ? {} : { hasToolchains: http.status < 300 && listsToolchains(walk.head) }),
      ...answered,
    },
  };
}

/**
 * 200 for `supported` is how cmd/go decides to ask the database through the proxy (modfetch/sumdb.go). The answer has no content, and we
 * ask for its first bytes: 416 says just that (RFC 9110, 15.5.17; the public Go module proxy does).
 */
async function supports(
  visit: Visit,
  { url, database, withheld }: { readonly url: string; readonly database: string; readonly withheld: boolean },
): Promise<Pick<GoproxyFacts, 'servesChecksums'>> {
  const address = joinAddress(url, `sumdb/${database}/supported`);
  const { target } = await visit({ url: address, role: 'checksum-database', expects: 'text', withheld });
  const status = target.http?.status;
  if (status === undefined) return {};
  return { servesChecksums: status === 416 || (status >= 200 && status < 300 && target.http?.title === undefined) };
}

/** The list begins with versions of the module, one a line. */
function listsToolchains(head: Uint8Array | undefined): boolean {
  return /^v0\.0\.1-go1/mu.test(Buffer.from(head ?? []).toString('latin1'));
}

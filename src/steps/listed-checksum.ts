import { fetchBytes } from '../acquire/exchange.ts';
import { Failure } from '../domain/failure.ts';
import { finding } from '../domain/finding.ts';
import { LIMITS, METADATA_PHASES } from '../domain/limits.ts';
import type { Expectation } from '../domain/proof.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import { isLoopbackHost } from '../policy/ip-address.ts';
import type { Context } from './context.ts';

/**
 * `verification: source`: the SHA-256 that stands beside the archive (`<file>.sha256`), over TLS or from this machine. It is the
 * weakest root, for the source vouches for itself, so using it is said aloud. Undefined when there is none: go.dev answers this
 * address with a web page and status 200, so only 64 hexadecimal digits, alone or before the file name, count.
 */
export async function listedExpectation(
  context: Context,
  candidate: Candidate,
  signal: AbortSignal,
): Promise<Expectation | undefined> {
  const url = new URL(candidate.url);
  if (!isPrivateWay(url)) return undefined;
  url.pathname += '.sha256';
  const authorization = candidate.authorization === undefined ? {} : { authorization: candidate.authorization };
  const limits = { phases: METADATA_PHASES, maxBytes: LIMITS.sidecarBytes, totalMs: LIMITS.metadataBodyMs };
  try {
    const { bytes, url: answered } = await fetchBytes(context.machine, { url: url.href, ...authorization, ...limits }, signal);
    // A server of this machine may lead elsewhere, over plain http.
    if (!isPrivateWay(new URL(answered))) return undefined;
    const value = /^([0-9a-f]{64})(?:\s+\*?\S+)?\s*$/iu.exec(bytes.toString('latin1'))?.[1]?.toLowerCase();
    if (value === undefined) return undefined;
    const shown = redactUrl(url.href);
    const message = 'The source vouches for itself: this proves the transfer, not the origin';
    context.emit({
      type: 'finding',
      finding: finding('VER.NO_PROOF', { subject: candidate.sourceId, severity: 'warning', message, evidence: { list: shown } }),
    });
    return {
      kind: 'source-listing',
      over: 'file',
      fileName: candidate.fileName,
      value,
      root: shown,
      detail: 'listed by the source itself',
    };
  } catch (error) {
    if (error instanceof Failure && !signal.aborted) return undefined;
    throw error;
  }
}

/** Whether nobody on the way can alter what comes: over TLS, or from this machine. */
function isPrivateWay({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLoopbackHost(hostname);
}

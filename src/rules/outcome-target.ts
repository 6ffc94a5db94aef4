import type { TargetFacts } from '../domain/network-facts.ts';
import type { Outcome } from '../domain/probe-outcome.ts';
import { hostOf } from './failed-go.ts';

/**
 * A host of which only the last outcome is known, such as the next hop of a redirect, as a target that reached the stage to which the
 * code of that outcome belongs.
 */
export function outcomeTarget(url: string, outcome: Outcome, like: Pick<TargetFacts, 'role' | 'route'>): TargetFacts {
  const host = hostOf(url);
  const port = URL.canParse(url) && new URL(url).port !== '' ? Number(new URL(url).port) : url.startsWith('http:') ? 80 : 443;
  const { role, route } = like;
  const target = { url, role, host, port, route, connects: [], handshakes: [] };
  const { code = '', syscall } = outcome;
  if (/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/u.test(code) || syscall === 'getaddrinfo') {
    return { ...target, resolve: { name: host, lookup: { ...outcome, addresses: [] }, hosts: [], servers: [] } };
  }
  if (syscall === 'connect' || /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|MFILE)$/u.test(code)) {
    return { ...target, connects: [{ ...outcome, address: host, port, family: 4 }] };
  }
  if (/^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|UNABLE_|SELF_SIGNED|DEPTH_ZERO|INVALID_PURPOSE|UNSPECIFIED)/u.test(code)) {
    return { ...target, handshakes: [{ ...outcome, variant: 'usual', address: host, receivedBytes: 1 }] };
  }
  return { ...target, http: { ...outcome, headers: {}, redirects: [] } };
}

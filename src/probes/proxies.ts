import type { ProxyFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { type NamedProxy, namedProxies } from '../policy/proxy-variables.ts';
import { type Pass, stepMs } from './pass.ts';

/** Every proxy that a variable names: what is between us and it. `pass` undefined: no packet may leave. */
export function lookAtProxies(
  { env, pass }: { readonly env: Pass['env']; readonly pass: Pass | undefined },
  signal: AbortSignal,
): Promise<readonly ProxyFacts[]> {
  return Promise.all(namedProxies(env).map(proxy => lookAt(pass, proxy, signal)));
}

async function lookAt(pass: Pass | undefined, proxy: NamedProxy, signal: AbortSignal): Promise<ProxyFacts> {
  const { address, scheme, variables, isValid, peer } = proxy;
  const said = { address, scheme, variables, isValid, ...(proxy.hasCredentials ? { withheld: true as const } : {}) };
  if (pass === undefined || peer === undefined) return { ...said, connects: [] };
  const { connects, open, resolve } = await pass.peers.look(peer.host, peer.port);
  const named = resolve === undefined ? {} : { resolve: await resolve };
  const [way] = open;
  if (way === undefined || !peer.secure) return { ...said, ...named, connects };
  const ms = stepMs(pass, PROBE_LIMITS.handshakeMs);
  const ask = { way: { address: way, port: peer.port }, name: peer.host, variant: 'usual', ms } as const;
  const handshake = await pass.net.handshake(ask, signal);
  const spoke = handshake.chain === undefined && handshake.firstHex !== undefined ? { spoke: handshake.firstHex } : {};
  return { ...said, ...named, connects, handshake, ...spoke };
}

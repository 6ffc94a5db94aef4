import type { TunnelFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { isGoneWithout } from '../policy/proxy-variables.ts';
import type { Way } from '../ports/probe-net.ts';
import { type Pass, stepMs, type TargetProbe, type Walk } from './pass.ts';

/** CONNECT where the way leads through a proxy; where HTTP_PROXY alone is set and the direct way fails, CONNECT to that. */
export const tunnelProbe: TargetProbe = {
  id: 'tunnel',
  async probe(pass, walk, signal) {
    const { way, decision } = walk;
    const target = way?.proxy?.tunnelTo;
    if (way === undefined && decision?.kind === 'direct') return offRoute(pass, walk, signal);
    if (way === undefined || target === undefined) return walk;
    const withheld = decision?.kind === 'proxy' && decision.authorization !== undefined ? { withheld: true as const } : {};
    const tunnel = { ...(await connect(pass, { way, target }, signal)), ...withheld };
    const known: Walk = { ...walk, target: { ...walk.target, tunnel: await withPort443(pass, { way, target, tunnel }, signal) } };
    if (tunnel.ok) return known;
    const { way: _closed, ...closed } = known;
    return closed;
  },
};

function connect(
  pass: Pass,
  { way, target }: { readonly way: Way; readonly target: string },
  signal: AbortSignal,
): Promise<TunnelFacts> {
  const ms = stepMs(pass, PROBE_LIMITS.tunnelMs);
  return pass.net.tunnel({ way, target, ms, silenceMs: PROBE_LIMITS.silenceMs }, signal);
}

/** Whether the proxy refuses the host, or the port only. */
async function withPort443(
  pass: Pass,
  { way, target, tunnel }: { readonly way: Way; readonly target: string; readonly tunnel: TunnelFacts },
  signal: AbortSignal,
): Promise<TunnelFacts> {
  if (tunnel.ok || tunnel.status === undefined || tunnel.status === 407 || target.endsWith(':443')) return tunnel;
  const other = await connect(pass, { way, target: target.replace(/:\d+$/u, ':443') }, signal);
  return other.status === undefined ? tunnel : { ...tunnel, onPort443: other.status };
}

async function offRoute(pass: Pass, walk: Walk, signal: AbortSignal): Promise<Walk> {
  const proxy = isGoneWithout(walk.url, pass.env);
  if (proxy === undefined) return walk;
  const [address] = (await pass.peers.look(proxy.host, proxy.port)).open;
  if (address === undefined) return walk;
  const way: Way = { address, port: proxy.port, proxy: { host: proxy.host, secure: proxy.secure } };
  const { hostname, port } = walk.url;
  const tunnel = await connect(pass, { way, target: `${hostname}:${port || 443}` }, signal);
  return { ...walk, target: { ...walk.target, offRoute: tunnel } };
}

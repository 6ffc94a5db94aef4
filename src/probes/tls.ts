import type { HandshakeFacts, HandshakeVariant } from '../domain/handshake-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { parseIpAddress } from '../policy/ip-address.ts';
import { isUnknownIssuer } from '../policy/net-errors.ts';
import type { Way } from '../ports/probe-net.ts';
import { hostOf, type Pass, stepMs, type TargetProbe, type Walk } from './pass.ts';

/** The usual handshake; only where it fails, others that differ from it in one variable. */
export const tlsProbe: TargetProbe = {
  id: 'tls',
  async probe(pass, walk, signal) {
    const { way, url } = walk;
    if (way === undefined) return walk;
    if (url.protocol !== 'https:') return { ...walk, roots: 'usual' };
    const usual = await shake(pass, { walk, way, variant: 'usual' }, signal);
    if (usual.ok) return known(walk, { handshakes: [usual], roots: 'usual' });
    const others = await Promise.all(controls(walk, usual).map(variant => shake(pass, { walk, way, variant }, signal)));
    const elsewhere = await otherAddress(pass, { walk, way, usual }, signal);
    const handshakes = [usual, ...others, ...elsewhere];
    const [second] = elsewhere;
    if (second?.ok) return known({ ...walk, way: { ...way, address: second.address } }, { handshakes, roots: 'usual' });
    const bySystem = others.some(({ variant, ok }) => ok && variant === 'system-roots');
    return known(walk, { handshakes, roots: bySystem ? 'system' : undefined });
  },
};

function known(
  walk: Walk,
  { handshakes, roots }: { readonly handshakes: readonly HandshakeFacts[]; readonly roots: 'usual' | 'system' | undefined },
): Walk {
  return { ...walk, target: { ...walk.target, handshakes }, ...(roots === undefined ? {} : { roots }) };
}

function shake(
  pass: Pass,
  { walk, way, variant }: { readonly walk: Walk; readonly way: Way; readonly variant: HandshakeVariant },
  signal: AbortSignal,
): Promise<HandshakeFacts> {
  const ms = stepMs(pass, variant === 'usual' ? PROBE_LIMITS.handshakeMs : PROBE_LIMITS.variantMs);
  return pass.net.handshake({ way, name: hostOf(walk.url), variant, ms }, signal);
}

/** What may cure this failure, and so tells its cause. */
function controls(walk: Walk, usual: HandshakeFacts): readonly HandshakeVariant[] {
  if (usual.chain !== undefined) return isUnknownIssuer(usual.code) ? ['system-roots'] : [];
  if (usual.alert === 120) return ['no-alpn'];
  const isName = parseIpAddress(hostOf(walk.url)) === undefined;
  return ['classical', 'tls12', ...(isName ? (['neutral-name'] as const) : [])];
}

/** The same host at another address, where the handshake was not completed at the first. */
async function otherAddress(
  pass: Pass,
  { walk, way, usual }: { readonly walk: Walk; readonly way: Way; readonly usual: HandshakeFacts },
  signal: AbortSignal,
): Promise<readonly HandshakeFacts[]> {
  if (usual.chain !== undefined || way.proxy !== undefined) return [];
  const other = walk.target.connects.find(({ ok, address }) => ok && address !== way.address);
  if (other === undefined) return [];
  return [await shake(pass, { walk, way: { ...way, address: other.address }, variant: 'usual' }, signal)];
}

import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { addressClass } from '../policy/address-class.ts';
import { hasTime, hostOf, type Pass, stepMs, type TargetProbe, type Walk } from './pass.ts';

/**
 * Where only the server's own certificate came and its issuer is unknown: whether the certificate that it names as that of its issuer
 * (AIA caIssuers, RFC 5280, 4.2.2.1) completes the chain to a root that is trusted anyway. It is used for nothing else.
 */
export const missingIssuerProbe: TargetProbe = {
  id: 'missing-issuer',
  async probe(pass, walk, signal) {
    const { way, target, url } = walk;
    const [usual, ...others] = target.handshakes;
    const address = usual?.chain?.[0]?.issuerUrls[0];
    if (way === undefined || usual?.code !== 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' || address === undefined) return walk;
    const issuer = await fetchIssuer(pass, { walk, address }, signal);
    if (issuer === undefined || !hasTime(pass)) return walk;
    const ms = stepMs(pass, PROBE_LIMITS.variantMs);
    const { ok, code } = await pass.net.handshake({ way, name: hostOf(url), variant: 'usual', ms, issuer }, signal);
    const completed = ok ? 'ok' : code;
    if (completed === undefined) return walk;
    return { ...walk, target: { ...target, handshakes: [{ ...usual, completed }, ...others] } };
  },
};

/** Over plain http, as such certificates are offered; a public server may not make us ask inside our own network. */
async function fetchIssuer(
  pass: Pass,
  { walk, address }: { readonly walk: Walk; readonly address: string },
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' || url.username !== '' || !hasTime(pass)) return undefined;
  const isPublic = walk.way?.proxy !== undefined || addressClass(walk.way?.address ?? '') === 'public';
  const look = pass.names.look(hostOf(url));
  const addresses = look === undefined ? [hostOf(url)] : (await look.lookup).addresses;
  if (isPublic && addresses.some(one => addressClass(one) !== 'public')) return undefined;
  const { way } = await pass.walkTo(url);
  if (way === undefined) return undefined;
  const ms = stepMs(pass, PROBE_LIMITS.variantMs);
  const ask = { way, url: url.href, roots: 'usual', kind: 'whole', openMs: ms, firstByteMs: ms, bodyMs: ms } as const;
  const { facts, head } = await pass.net.exchange(ask, signal);
  return facts.status === 200 && head.length > 0 ? head : undefined;
}

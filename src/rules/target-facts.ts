import type { HandshakeFacts } from '../domain/handshake-facts.ts';
import type { Facts, ProxyFacts, TargetFacts } from '../domain/network-facts.ts';
import type { Outcome } from '../domain/probe-outcome.ts';
import { addressClass, isBogon } from '../policy/address-class.ts';

/** The proxy as `host:port`, or `direct`; by Go's rules, which the product follows. */
export function viaOf(target: TargetFacts): string {
  return target.route.go.via;
}

export function isProxied(target: TargetFacts): boolean {
  return viaOf(target) !== 'direct' && viaOf(target) !== 'refused';
}

export function proxyOf(target: TargetFacts, facts: Facts): ProxyFacts | undefined {
  return isProxied(target) ? facts.proxies.find(proxy => proxy.address === viaOf(target)) : undefined;
}

/** The usual handshake: one that succeeded, else the first. */
export function usualHandshake(target: TargetFacts): HandshakeFacts | undefined {
  const usual = target.handshakes.filter(({ variant }) => variant === 'usual');
  return usual.find(({ ok }) => ok) ?? usual[0] ?? target.handshakes[0];
}

/** Whether this variant succeeded, failed, or was not tried. */
export function variantOk(target: TargetFacts, variant: HandshakeFacts['variant']): boolean | undefined {
  const tried = target.handshakes.filter(item => item.variant === variant);
  return tried.length === 0 ? undefined : tried.some(({ ok }) => ok);
}

/** The chain was verified by a store that something here uses. */
export function isVerified(handshake: HandshakeFacts | undefined): boolean {
  const { bundled, system, extra } = handshake?.verified ?? {};
  return bundled === 'ok' || system === 'ok' || extra === 'ok';
}

/** TLS for the name is verified, which vouches for the address too (OONI's rule). */
export function isVouchedFor(target: TargetFacts): boolean {
  return target.url.startsWith('https:') && target.handshakes.some(({ ok, variant }) => ok && variant !== 'neutral-name');
}

export function expectsFile(target: TargetFacts): boolean {
  if (target.expects !== undefined) return target.expects !== 'page';
  if (/\.(?:tar\.gz|tgz|zip|msi|pkg|info|mod|json)(?:$|[?#])|\/@v\/|[?&]mode=json|\/lookup\/|\/latest$/u.test(target.url))
    return true;
  return target.role === 'toolchain' || target.role === 'checksum-database';
}

/** A page of HTML, by its type or by its first bytes. */
export function isHtml({ http }: Pick<TargetFacts, 'http'>): boolean {
  if (http === undefined) return false;
  const type = http.headers['content-type'] ?? '';
  return (
    /text\/html|application\/xhtml/iu.test(type) ||
    http.title !== undefined ||
    /^(?:efbbbf)?(?:0a|0d|20|09)*3c(?:21|68|48|3f|42|62)/iu.test(http.firstHex ?? '')
  );
}

export function isReset({ ended, code, syscall }: Outcome): boolean {
  return (
    ended === 'reset' ||
    (ended === undefined && (code === 'ECONNABORTED' || code === 'EPIPE' || (code === 'ECONNRESET' && syscall !== undefined)))
  );
}

/** An end in order; Node reports it as ECONNRESET without a syscall. */
export function isClosed({ ended, code, syscall }: Outcome): boolean {
  return (
    ended === 'fin' ||
    (ended === undefined && (code === 'ERR_STREAM_PREMATURE_CLOSE' || (code === 'ECONNRESET' && syscall === undefined)))
  );
}

export function isDeadline({ ended, code }: Outcome): boolean {
  return ended === 'deadline' || (ended === undefined && code === 'ETIMEDOUT');
}

export function isCut(outcome: Outcome): boolean {
  return isReset(outcome) || isClosed(outcome);
}

/** Addresses of a name that it cannot mean (isBogon), or that mean this machine although the name does not. */
export function bogonsOf({ resolve, host }: TargetFacts): readonly string[] {
  if (resolve === undefined || host === 'localhost' || host.endsWith('.localhost')) return [];
  return resolve.lookup.addresses.filter(address => isBogon(address) || addressClass(address) === 'loopback');
}

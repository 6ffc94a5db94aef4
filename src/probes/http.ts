import { LIMITS } from '../domain/limits.ts';
import type { HttpFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { addressClass } from '../policy/address-class.ts';
import { isRedirect } from '../policy/redirect.ts';
import type { Exchange } from '../ports/probe-net.ts';
import { lastOutcome } from './outcome.ts';
import { hasTime, hostOf, type Pass, stepMs, type TargetProbe, type Walk } from './pass.ts';

/** The first bytes of the URL, redirects followed by hand and without credentials. */
export const httpProbe: TargetProbe = {
  id: 'http',
  async probe(pass, walk, signal) {
    const { way, roots } = walk;
    if (way === undefined || roots === undefined) return walk;
    const { hop, exchange } = await follow(pass, walk, signal);
    const { facts, head, served } = exchange;
    const http = { ...facts, ...(await refresh(pass, { hop, facts }, signal)) };
    return { ...walk, target: { ...walk.target, http }, head, ...(served === undefined ? {} : { served }) };
  },
};

interface Hop {
  readonly url: URL;
  readonly walk: Walk;
}

/** Asks until an answer is no redirect, or the next hop may not or cannot be taken. */
async function follow(pass: Pass, walk: Walk, signal: AbortSignal): Promise<{ readonly hop: Hop; readonly exchange: Exchange }> {
  const redirects: HttpFacts['redirects'][number][] = [];
  let hop: Hop = { url: walk.url, walk };
  for (;;) {
    const exchange = await ask(pass, hop, signal);
    const { status } = exchange.facts;
    const end = (reason?: string) => {
      const broken = reason === undefined ? {} : { ok: false, code: reason };
      return { hop, exchange: { ...exchange, facts: { ...exchange.facts, ...broken, redirects } } };
    };
    if (status === undefined || !isRedirect(status)) return end();
    const to = readLocation(exchange.location, hop.url);
    redirects.push({ status, from: redactUrl(hop.url.href), to: redactUrl(to?.href ?? exchange.location ?? '').slice(0, 500) });
    if (to === undefined || !/^https?:$/u.test(to.protocol)) return end('BAD_LOCATION');
    if (redirects.length >= LIMITS.redirectCount) return end('TOO_MANY_REDIRECTS');
    if (hop.url.protocol === 'https:' && to.protocol === 'http:') return end('DOWNGRADE');
    if (await leadsInward(pass, hop, to)) return end('INWARD_REDIRECT');
    if (!hasTime(pass)) return end();
    to.username = '';
    to.password = '';
    hop = await next(pass, hop, to);
    if (hop.walk.way === undefined || hop.walk.roots === undefined) {
      const facts = { ...lastOutcome(hop.walk.target), headers: {}, redirects };
      return { hop, exchange: { facts, head: new Uint8Array() } };
    }
  }
}

function readLocation(location: string | undefined, base: URL): URL | undefined {
  return location !== undefined && URL.canParse(location, base.href) ? new URL(location, base) : undefined;
}

function ask(pass: Pass, { url, walk }: Hop, signal: AbortSignal, kind?: 'no-cache'): Promise<Exchange> {
  const { way, roots } = walk;
  if (way === undefined || roots === undefined) throw new Error('a walk that leads nowhere');
  const openMs = stepMs(pass, PROBE_LIMITS.connectMs + PROBE_LIMITS.handshakeMs);
  const firstByteMs = stepMs(pass, PROBE_LIMITS.firstByteMs);
  const bodyMs = stepMs(pass, PROBE_LIMITS.bodyMs);
  const how = kind === undefined ? {} : { kind };
  return pass.net.exchange({ way, url: url.href, roots, ...how, openMs, firstByteMs, bodyMs }, signal);
}

/** An answer that a cache has kept for longer is asked for once more, past the cache. */
const OLD_SECONDS = 3_600;

async function refresh(
  pass: Pass,
  { hop, facts }: { readonly hop: Hop; readonly facts: HttpFacts },
  signal: AbortSignal,
): Promise<Pick<HttpFacts, 'refreshed'>> {
  const isOld = Number(facts.headers['age'] ?? 0) >= OLD_SECONDS;
  if (!isOld || facts.status === undefined || facts.status >= 300 || !hasTime(pass)) return {};
  const { facts: fresh } = await ask(pass, hop, signal, 'no-cache');
  if (fresh.status === undefined) return {};
  const telling = (one: HttpFacts) => [
    one.status,
    one.headers['etag'],
    one.headers['last-modified'],
    one.announcedBytes,
    one.firstHex,
  ];
  return { refreshed: telling(fresh).join() === telling(facts).join() ? 'same' : 'different' };
}

/** Another host is walked to as a target is, so that a failure there has its layer. */
async function next(pass: Pass, hop: Hop, to: URL): Promise<Hop> {
  return { url: to, walk: to.origin === hop.url.origin ? hop.walk : await pass.walkTo(to) };
}

/** A public server must not make this machine ask one inside its own network, such as the metadata service of a cloud. */
async function leadsInward(pass: Pass, hop: Hop, to: URL): Promise<boolean> {
  const from = hop.walk.way;
  if (from === undefined || from.proxy !== undefined || addressClass(from.address) !== 'public') return false;
  const look = pass.names.look(hostOf(to));
  const addresses = look === undefined ? [hostOf(to)] : (await look.lookup).addresses;
  return addresses.some(address => addressClass(address) !== 'public');
}

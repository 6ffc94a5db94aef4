import { LIMITS } from '../domain/limits.ts';
import type { ConnectFacts, ResolveFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { type Pass, stepMs } from './pass.ts';

/** What stands at a host and port. */
export interface Peer {
  readonly connects: readonly ConnectFacts[];
  /** Addresses that let us in, in the order of the look-up; those that did not cut us off at once come first. */
  readonly open: readonly string[];
  /** Undefined for an IP literal. */
  readonly resolve: Promise<ResolveFacts> | undefined;
}

export interface Peers {
  look(host: string, port: number): Promise<Peer>;
}

type Parts = Pick<Pass, 'net' | 'clock' | 'endMs' | 'names'>;

/** Dials each address of each host and port alone, once. */
export function createPeers(parts: Parts, signal: AbortSignal): Peers {
  const looks = new Map<string, Promise<Peer>>();
  return {
    look(host, port) {
      const key = `${host} ${port}`;
      const known = looks.get(key) ?? dialAll(parts, { host, port }, signal);
      looks.set(key, known);
      return known;
    },
  };
}

async function dialAll(
  parts: Parts,
  { host, port }: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<Peer> {
  const name = parts.names.look(host);
  const addresses = name === undefined ? [host] : (await name.lookup).addresses;
  const dial = (address: string): Promise<ConnectFacts> => {
    const ms = stepMs(parts, PROBE_LIMITS.connectMs);
    return parts.net.connect({ address, port, ms, silenceMs: PROBE_LIMITS.silenceMs }, signal);
  };
  const connects = await Promise.all(addresses.slice(0, LIMITS.connectAddressCount).map(dial));
  const usable = connects.filter(({ ok }) => ok);
  const calm = usable.filter(({ silence }) => silence === 'open');
  const others = usable.filter(one => !calm.includes(one));
  return { connects, open: [...calm, ...others].map(({ address }) => address), resolve: name?.facts };
}

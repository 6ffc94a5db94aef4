import type { HandshakeFacts, HandshakeVariant } from '../domain/handshake-facts.ts';
import type { ConnectFacts, HttpFacts, TunnelFacts } from '../domain/network-facts.ts';
import type { Outcome } from '../domain/probe-outcome.ts';

/** What a name led to; without addresses when it failed. */
export type NameAnswer = Outcome & { readonly addresses: readonly string[] };

/** How an origin is reached: at an address, or through a proxy that stands there. */
export interface Way {
  /** IP literal without brackets. */
  readonly address: string;
  readonly port: number;
  readonly proxy?: ProxyWay;
}

export interface ProxyWay {
  /** Name of the proxy, which its certificate must have when it is spoken to over TLS. */
  readonly host: string;
  readonly secure: boolean;
  /** `host:port` for CONNECT; undefined: requests have the absolute form. */
  readonly tunnelTo?: string;
}

/** One exchange as it was seen, and what is not kept in facts. */
export interface Exchange {
  readonly facts: HttpFacts;
  /** Beginning of the body, at most PROBE_LIMITS.keptBytes. */
  readonly head: Uint8Array;
  /** Where a redirect leads, as sent. */
  readonly location?: string;
  readonly served?: ServedDate;
}

/** The clock of a server: its Date less Age, and the time of this machine in the middle of the exchange; all in ms since 1970. */
export interface ServedDate {
  readonly dateMs: number;
  readonly atMs: number;
}

/**
 * Looks at the network one step at a time, with nothing repeated, cached or repaired. What goes wrong is a fact: a method rejects only
 * with the signal's reason. Every method ends within `ms`, closes what it opened, and sends no credential.
 */
export interface ProbeNet {
  /** getaddrinfo, which everything uses; addresses in its order. A name with a dot at its end uses no search list. */
  lookup(ask: { readonly name: string; readonly ms: number }, signal: AbortSignal): Promise<NameAnswer>;
  /** A or AAAA on the wire, from the configured name servers: knows no hosts file and no search list. `ms` for each try. */
  query(
    ask: { readonly name: string; readonly family: 4 | 6; readonly ms: number; readonly tries: number },
    signal: AbortSignal,
  ): Promise<NameAnswer>;
  /** Name servers in their order, as `address` or `address:port`. */
  nameServers(): Promise<readonly string[]>;
  /** One address, and what happens there while we are silent. */
  connect(
    ask: { readonly address: string; readonly port: number; readonly ms: number; readonly silenceMs: number },
    signal: AbortSignal,
  ): Promise<ConnectFacts>;
  /** CONNECT (RFC 9110, 9.3.6) through `way.proxy`, without credentials. */
  tunnel(
    ask: { readonly way: Way; readonly target: string; readonly ms: number; readonly silenceMs: number },
    signal: AbortSignal,
  ): Promise<TunnelFacts>;
  /**
   * A TLS handshake after which nothing is sent. `ok`: completed and verified for the name by the usual roots (`system-roots`: and those
   * of the operating system); of `neutral-name`: completed.
   */
  handshake(
    ask: {
      readonly way: Way;
      readonly name: string;
      readonly variant: HandshakeVariant;
      readonly ms: number;
      /** DER or PEM of a certificate that the server did not send; it completes a chain, and is no root. */
      readonly issuer?: Uint8Array;
    },
    signal: AbortSignal,
  ): Promise<HandshakeFacts>;
  /** GET of the first bytes over HTTP/1.1, identity encoding, without following redirects; https is verified by these roots. */
  exchange(
    ask: {
      readonly way: Way;
      /** Without userinfo. */
      readonly url: string;
      readonly roots: 'usual' | 'system';
      /** `no-cache`: past every cache; `whole`: no range, for a small file. */
      readonly kind?: 'no-cache' | 'whole';
      readonly openMs: number;
      readonly firstByteMs: number;
      readonly bodyMs: number;
    },
    signal: AbortSignal,
  ): Promise<Exchange>;
  /** The Date of a server whose certificate is not verified: a HEAD request of which nothing else is read. */
  date(
    ask: { readonly way: Way; readonly url: string; readonly ms: number },
    signal: AbortSignal,
  ): Promise<ServedDate | undefined>;
}

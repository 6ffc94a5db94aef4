/** What a connection was like. Kept with every exchange, so that a failed download already holds its evidence. */
export interface ConnectionFacts {
  /** Host and port that were meant. */
  readonly host: string;
  /** Addresses in the order of the look-up. */
  readonly addresses: readonly string[];
  /** The one that was connected to. */
  readonly address?: string;
  /** `host:port` of the proxy; undefined for a direct connection. */
  readonly proxy?: string;
  /** Why there was, or was not, a proxy. */
  readonly proxyReason: string;
  readonly reused: boolean;
  readonly tls?: {
    readonly protocol: string;
    readonly subject: string;
    readonly issuer: string;
    readonly validFrom: string;
    readonly validTo: string;
  };
  /** Milliseconds each phase took; absent when it did not happen. */
  readonly lookupMs?: number;
  readonly connectMs?: number;
  readonly proxyMs?: number;
  readonly tlsMs?: number;
  readonly firstByteMs?: number;
}

import type { PhaseLimits } from '../domain/limits.ts';
import type { Clock, Net, NetResponse } from '../ports/machine.ts';

/** What every reader of the network needs. */
export interface Wire {
  readonly net: Net;
  readonly clock: Clock;
}

export interface ExchangeRequest {
  readonly url: string;
  /** Sent to the origin of `url` only, and never over plain http except to loopback (HTTP.INSECURE_TOKEN). */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly phases: PhaseLimits;
}

export interface ExchangeAnswer extends NetResponse {
  /** The address that answered, after redirects. */
  readonly url: string;
}

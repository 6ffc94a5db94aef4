import type { TargetFacts, TargetRole } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import type { ProxyDecision } from '../policy/proxy.ts';
import type { Clock, Env, Files } from '../ports/machine.ts';
import type { ProbeNet, ServedDate, Way } from '../ports/probe-net.ts';
import type { Names } from './names.ts';
import type { Peers } from './peers.ts';

/** What every probe of one pass shares. Names and proxies are asked once, however many targets lead there. */
export interface Pass {
  readonly net: ProbeNet;
  readonly clock: Clock;
  readonly files: Pick<Files, 'read'>;
  readonly env: Env;
  readonly os: string;
  /** When the pass must be over, on the monotonic clock. */
  readonly endMs: number;
  /** Input `allow-direct`: whether a target may be asked beside a proxy that is configured for it. */
  readonly allowDirect: boolean;
  readonly names: Names;
  readonly peers: Peers;
  /** The walk to the host of a URL, made once; without an exchange. */
  walkTo(url: URL): Promise<Walk>;
}

/** One address that is wanted to be looked at. */
export interface WantedTarget {
  /** http or https; userinfo is never sent. */
  readonly url: string;
  readonly role: TargetRole;
  readonly sourceId?: string;
  readonly expects?: NonNullable<TargetFacts['expects']>;
  /** What the release table or a list says that the file has. */
  readonly expectedBytes?: number;
  readonly isListed?: boolean;
  /** There are credentials for it. */
  readonly withheld?: boolean;
}

/** How far one target was walked: its facts, and what the next probe needs. */
export interface Walk {
  readonly target: TargetFacts;
  /** Without userinfo. */
  readonly url: URL;
  /** The way by Go's rules; undefined where a proxy variable makes Go, or us, refuse. */
  readonly decision: ProxyDecision | undefined;
  /** Undefined until something answered; a probe that needs it passes by then. */
  readonly way?: Way;
  /** Roots that verified the host; always set for plain http that can be reached. */
  readonly roots?: 'usual' | 'system';
  /** Beginning of the body. */
  readonly head?: Uint8Array;
  readonly served?: ServedDate;
}

/** One stage of the way to a target. It passes the walk on as it is where it has nothing to look at. */
export interface TargetProbe {
  readonly id: string;
  probe(pass: Pass, walk: Walk, signal: AbortSignal): Promise<Walk>;
}

/** The time for one step, cut to what is left of the pass. */
export function stepMs(pass: Pick<Pass, 'clock' | 'endMs'>, ms: number): number {
  return Math.max(0, Math.min(ms, Math.round(pass.endMs - pass.clock.monotonic())));
}

/** Whether there is time for anything more. */
export function hasTime(pass: Pick<Pass, 'clock' | 'endMs'>): boolean {
  return pass.endMs - pass.clock.monotonic() >= PROBE_LIMITS.leastMs;
}

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, '');
}

import type { Facts, TargetFacts } from '../../src/domain/network-facts.ts';
import type { Origin } from '../servers/origin.ts';
import type { Namespace } from './lab/namespace.ts';

/** One case of the laboratory: a fault that is really made, and what a run of the bundle must see of it. */
export interface Fault {
  /** As in test/rules/cases/base.ts; `C` for a clean run. */
  readonly id: string;
  readonly title: string;
  /** Codes of which the named cause must be one; empty for a clean run, which must name none. */
  readonly cause: readonly string[];
  /** Codes that differ by the version of Node, where the fault is one of our own runtime. */
  readonly causeOn20?: readonly string[];
  /** The code of a warning that must be given; a warning does no harm by itself. */
  readonly warns?: string;
  /** A second fault that was made at the same time: its code and that of `cause` must be the first two. */
  readonly also?: string;
  /** Starts what is needed. */
  start(lab: Lab): Promise<Scene>;
  /** Asserts what was seen; `target` is the first one. */
  facts(seen: Seen): void;
}

export interface Seen {
  readonly facts: Facts;
  readonly target: TargetFacts | undefined;
  /** Major version of the Node that ran the bundle. */
  readonly node: number;
}

/** How the bundle is called. */
export interface Scene {
  readonly urls: readonly string[];
  /** Over `GOPROXY=off`, `GOSUMDB=off` and no proxy. */
  readonly env?: Readonly<Record<string, string>>;
  /** PEM of roots that are trusted as well. */
  readonly ca?: string;
  /** Base of a source, for a run without URLs; default: one where nobody listens. */
  readonly source?: string;
  /** Files that must be there, or the case is not run. */
  readonly needs?: readonly string[];
  /** Runs inside a network namespace of its own. */
  readonly inside?: Namespace;
}

/** What a case may use; everything ends with the case. */
export interface Lab {
  /** A directory of its own. */
  readonly directory: string;
  /** Closes a server when the case is over. */
  keep<T extends { close(): Promise<void> }>(server: T): T;
  /** The URL of a file at a server on loopback. */
  urlOf(origin: Pick<Origin, 'port'>, scheme?: 'http' | 'https'): string;
}

/** Why a case is not run; undefined where it can be. */
export type Refusal = string | undefined;

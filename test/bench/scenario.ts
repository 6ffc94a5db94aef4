import type { FigureName } from './figures.ts';

/** What one server of a scenario does. Each listens on a port of its own. */
export type ServerPlan =
  | {
      readonly kind: 'mirror';
      /** Of every connection; without it, as fast as the machine. */
      readonly connectionMbit?: number;
      /** Before the first byte of each answer. */
      readonly latencyMs?: number;
      readonly fault?: FaultPlan;
    }
  /** A GOPROXY with the toolchain module, which also hands on the checksum database and remembers its answers. */
  | { readonly kind: 'module-proxy' }
  /** A port at which nobody listens. */
  | { readonly kind: 'refused' }
  /** Takes requests and never answers. */
  | { readonly kind: 'silent' };

export type FaultPlan =
  /** The first answer of a run ends after this share of the archive; the others are whole. */
  | { readonly kind: 'cut-first'; readonly share: number }
  /** Every answer is reset after so many bytes. */
  | { readonly kind: 'reset'; readonly everyBytes: number }
  /** After this share of the archive the server says nothing more in this run, on no connection. */
  | { readonly kind: 'stall'; readonly share: number }
  | { readonly kind: 'status'; readonly status: number };

/** One competitor. Servers are named as in the scenario. */
export type SidePlan =
  /** The bundle as an action. `database`: the server that hands the checksum database on; without it, it is out of reach. */
  | {
      readonly kind: 'ours';
      readonly sources: readonly string[] | 'goproxy';
      readonly database?: string;
      /** `good` demands this proof. */
      readonly proof?: 'release-table' | 'checksum-database';
      /** A red end with a cause is what is measured. */
      readonly fails?: boolean;
    }
  | { readonly kind: 'setup-go'; readonly server: string }
  | { readonly kind: 'curl'; readonly server: string }
  | { readonly kind: 'floor'; readonly server: string; readonly hashesFiles?: boolean }
  | { readonly kind: 'go-mod-download'; readonly server: string };

/** What is told of the rows. A ratio to `over` is made pair by pair, one to `overFigure` within the same run. */
export interface Comparison {
  readonly figure: FigureName;
  /** Default: `ours`. */
  readonly side?: string;
  readonly over?: string;
  readonly overFigure?: FigureName;
  /** The target: the median is at most this. In bytes, milliseconds or a ratio, as the figure is. */
  readonly atMost?: number;
}

export interface Scenario {
  readonly name: string;
  /** One sentence: what happens here. */
  readonly about: string;
  readonly runs: number;
  /** `warm`: the version is in the tool cache already. `disk`: not in memory, so that what is written can be counted. */
  readonly mode?: 'warm' | 'disk';
  readonly servers: Readonly<Record<string, ServerPlan>>;
  /** By the names that stand in the tables, in the order of the first round. */
  readonly sides: Readonly<Record<string, SidePlan>>;
  readonly comparisons: readonly Comparison[];
}

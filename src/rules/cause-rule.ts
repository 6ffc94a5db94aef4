import type { Code } from '../domain/catalogue.ts';
import type {
  ArchiveFacts,
  ClientFacts,
  DatabasePathFacts,
  DiskFacts,
  Facts,
  GoproxyFacts,
  ProxyFacts,
  SeenFailure,
  TargetFacts,
} from '../domain/network-facts.ts';

/** In the order in which an exchange goes through them; what is not part of an exchange follows. */
export const STAGES = [
  'config',
  'resolve',
  'connect',
  'tunnel',
  'tls',
  'http',
  'body',
  'archive',
  'disk',
  'go',
  'client',
  'run',
] as const;
export type Stage = (typeof STAGES)[number];

/** One observation that a cause must explain: the deepest stage that something reached, and did not pass. */
export interface FailedStep {
  /** Unique and independent of the order of the facts. */
  readonly id: string;
  readonly stage: Stage;
  /** The code by which the product itself would name what it met. */
  readonly symptom: Code;
  /** Host, proxy, variable, directory or source. */
  readonly subject: string;
  readonly target?: TargetFacts;
  readonly proxy?: ProxyFacts;
  readonly disk?: DiskFacts;
  readonly archive?: ArchiveFacts;
  readonly member?: GoproxyFacts;
  readonly database?: DatabasePathFacts;
  readonly client?: ClientFacts;
  readonly seen?: SeenFailure;
}

/** Log-odds by kind of evidence: set by hand, and held by the cases in test/rules/cases. */
const LOG_ODDS = { flip: 6, fact: 3, pattern: 1.5, timing: 0.5, against: -4 } as const;

/**
 * One piece of evidence. `flip`: one variable was changed and the outcome changed. `fact`: an errno, a status, a number of an alert.
 * `pattern`: words of an issuer or a title. `timing`: a duration, or one header. `against`: an observation that contradicts.
 */
export interface Weight {
  readonly kind: keyof typeof LOG_ODDS;
  readonly name: string;
  readonly value: string;
  /** 1 for a probe of ours, 0.8 for an error of our own run, 0.6 for the text of a tool. */
  readonly reliability: number;
}

/** What rules may look at: everything that was observed, and everything that failed. */
export interface Scene {
  readonly facts: Facts;
  readonly steps: readonly FailedStep[];
  /** The clock of this machine, in ms since 1970; undefined where nobody looked. */
  readonly nowMs: number | undefined;
}

/**
 * One cause: data and a pure predicate. Adding one is a rule here and a case in test/rules/cases. `host`: it belongs to one host, so
 * another host that passes speaks for it; `path` and `machine`: it is shared, so another one that passes speaks against it.
 */
export interface CauseRule {
  readonly code: Code;
  readonly bound: 'host' | 'path' | 'machine';
  /** Failed steps of these stages may have this cause. */
  readonly stages: readonly Stage[];
  /** Causes, or areas such as `TCP.`, that it overrules where both would explain the same step and it is well founded (forced edges). */
  readonly over?: readonly string[];
  /** What would decide for or against it. */
  readonly test?: string;
  /** Evidence for and against; without any that speaks for it, it is no candidate. */
  weigh(step: FailedStep, scene: Scene): readonly Weight[];
}

export const PROBE = 1;
export const OWN_ERROR = 0.8;
export const TOOL_TEXT = 0.6;

type Maker = (condition: boolean, name: string, value: string | number | undefined, reliability?: number) => readonly Weight[];

function maker(kind: Weight['kind']): Maker {
  return (condition, name, value, reliability = PROBE) =>
    condition ? [{ kind, name, value: String(value ?? ''), reliability }] : [];
}

export const flip = maker('flip');
export const fact = maker('fact');
export const pattern = maker('pattern');
export const timing = maker('timing');
export const against = maker('against');

export function scoreOf(weights: readonly Weight[]): number {
  return weights.reduce((sum, { kind, reliability }) => sum + LOG_ODDS[kind] * reliability, 0);
}

/** Binary megabytes of a count of bytes; `unknown` where nobody could tell. */
export function bytesOf(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${Math.round(bytes / 1_048_576)} MiB`;
}

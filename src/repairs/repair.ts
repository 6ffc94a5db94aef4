import type { Code } from '../domain/catalogue.ts';
import type { Finding, Fix } from '../domain/finding.ts';
import type { Facts } from '../domain/network-facts.ts';
import type { RepairStep } from '../domain/repair.ts';
import type { EnvChange } from '../ports/host.ts';
import type { Env, NetworkSettings } from '../ports/machine.ts';

/** A cause that is certain, as a diagnosis or the run itself names it. */
export interface CertainCause {
  readonly code: Code;
  /** Host, variable, directory, program. */
  readonly subject: string;
  /** What a person could do; empty where only the run names the cause. */
  readonly fixes: readonly Fix[];
}

/** All that a repair may look at. It looks only, so planning has no effect. */
export interface Situation {
  readonly cause: CertainCause;
  /** Undefined where nothing was probed. */
  readonly facts: Facts | undefined;
  /** What ended the run; empty when it went well. */
  readonly findings: readonly Finding[];
  readonly env: Env;
  /** Directory of the tool cache. */
  readonly toolCache: string;
  /** Directory of the module cache; undefined where the run has not looked at it. */
  readonly moduleCache?: string;
  /** Whether this run may send credentials to sources. */
  readonly hasCredentials: boolean;
}

/**
 * What a repair does, as data. `network`: of this process, from here on. `job`: the environment of later steps of this job. `entry`:
 * entries of a cache that can be fetched again are set aside, and removed once that has helped. There is no other kind, so a repair can do nothing else.
 */
export type RepairChange =
  | { readonly kind: 'network'; readonly settings: NetworkSettings }
  | { readonly kind: 'job'; readonly changes: readonly EnvChange[] }
  /** Absolute paths, the claims about an entry before its content; `directory`, on the same file system, is where they wait. */
  | { readonly kind: 'entry'; readonly paths: readonly string[]; readonly directory: string };

export interface RepairPlan {
  /** For people: what is done, and how to do it, or better, by hand. */
  readonly steps: readonly RepairStep[];
  readonly change: RepairChange;
}

/**
 * One repair. It weakens nothing: it reaches what is verified in the same way by another road, or removes what can be fetched again. It
 * touches only this process, the environment of this job, or entries of a cache.
 */
export interface Repair {
  readonly id: string;
  readonly title: string;
  /** Codes that it answers. */
  readonly causes: readonly Code[];
  /** Undefined where it does not fit, or where what it would change is so already. Pure. */
  plan(situation: Situation): RepairPlan | undefined;
}

/** The steps of a person, behind those of the repair itself. */
export function withFixes(own: readonly RepairStep[], { fixes }: CertainCause): readonly RepairStep[] {
  return [...own, ...fixes.filter(({ risk }) => risk === 'none').map(({ title, text }) => ({ title, text }))];
}

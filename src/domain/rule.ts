import type { Code } from './catalogue.ts';
import type { Finding } from './finding.ts';
import type { ProjectFacts } from './project-facts.ts';

/** What a rule is about; the order is that of the preflight table. */
export const RULE_TOPICS = ['version', 'module', 'checksum', 'vendor', 'environment', 'proxy', 'privacy'] as const;
export type RuleTopic = (typeof RULE_TOPICS)[number];

/** One preflight check: pure, one file, one line in the registry. */
export interface Rule {
  /** In kebab-case, the name of its file: stable, so that it can be linked and muted. */
  readonly id: string;
  readonly topic: RuleTopic;
  /** What is true when it passes, without a full stop: `Every replaced directory holds a module`. */
  readonly title: string;
  /** The codes that it may report. */
  readonly codes: readonly Code[];
  /** Each finding names its module or setting as subject, and file and line where there is one. Empty: passed. */
  judge(facts: ProjectFacts): readonly Finding[];
}

/** The outcome of one rule; a module or setting that it found something about is named. */
export interface Check {
  readonly rule: string;
  readonly topic: RuleTopic;
  readonly title: string;
  readonly status: 'passed' | 'warning' | 'failed';
  readonly codes: readonly Code[];
  readonly subjects: readonly string[];
}

/** Whether a finding is what a check reported. */
export function isFoundBy(check: Check, { code, subject }: Pick<Finding, 'code' | 'subject'>): boolean {
  return check.status !== 'passed' && check.codes.includes(code) && check.subjects.includes(subject);
}

/** Which server a required module is asked from, and what verifies it; modules with the same answer are one row. */
export interface ModuleRoute {
  /** A few of the modules, `path@version`; the first ones in the order of the alphabet. */
  readonly modules: readonly string[];
  readonly count: number;
  /** In the order in which cmd/go asks: proxy URLs (redacted), `direct`, `off`, `vendor`, `replace`. */
  readonly from: readonly string[];
  /** The checksum database and through what, `go.sum only`, `nothing`. */
  readonly verifiedBy: string;
}

/** How many lines of go.sum were proved by the checksum database. */
export interface SumProof {
  readonly lines: number;
  readonly proved: number;
  readonly failed: number;
  /** Not asked: private, or the budget was used up. */
  readonly skipped: number;
  readonly ms: number;
}

/** What preflight found, beside its findings. */
export interface Preflight {
  readonly directory: string;
  readonly modules: readonly { readonly path: string; readonly directory: string; readonly requireCount: number }[];
  readonly checks: readonly Check[];
  readonly routes: readonly ModuleRoute[];
  readonly sums: SumProof | null;
  readonly ms: number;
}

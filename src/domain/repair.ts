import type { Code } from './catalogue.ts';

/** One step of a repair, for people: what it does, and the exact command or setting that does the same by hand. */
export interface RepairStep {
  readonly title: string;
  /** Empty where the title says it all. */
  readonly text: string;
}

/**
 * What became of one repair. `planned`: only told, nothing was touched. `helped`: applied, and what had failed then worked. `rolled-back`:
 * applied, without help, and undone.
 */
export interface RepairOutcome {
  /** Id of the repair. */
  readonly repair: string;
  readonly title: string;
  /** The cause that it answers, and of what. */
  readonly code: Code;
  readonly subject: string;
  readonly state: 'planned' | 'helped' | 'rolled-back';
  readonly steps: readonly RepairStep[];
  /** What the failed stage ended with before it, and with it; absent where that was no failure, or was not tried. */
  readonly before?: Code;
  readonly after?: Code;
  /** How long trying took. */
  readonly ms?: number;
}

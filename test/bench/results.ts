import type { Row } from './figures.ts';

/** What the figures hold for: without name, address or path of the machine. */
export interface Machine {
  readonly processorCount: number;
  readonly processor: string;
  readonly memoryGib: number;
  readonly kernel: string;
  /** Of the measured sides. */
  readonly node: string;
}

export interface ScenarioResult {
  /** ISO 8601 day. */
  readonly date: string;
  readonly machine: Machine;
  /** By side, in the order of the runs: rows of the same number were made one after the other. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Sides that were not measured, with the reason. */
  readonly missing: Readonly<Record<string, string>>;
}

/** By name of the scenario. */
export type Results = Readonly<Record<string, ScenarioResult>>;

const SCHEMA = 'setup-go-robust/bench@1';

export function formatResults(results: Results): string {
  return `${JSON.stringify({ schema: SCHEMA, scenarios: results }, undefined, 1)}\n`;
}

/** Throws for what formatResults did not write. */
export function parseResults(text: string): Results {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'schema' in value && value.schema === SCHEMA && 'scenarios' in value) {
    return value.scenarios as Results;
  }
  throw new Error(`these are no results: the schema is not ${SCHEMA}`);
}

/**
 * Puts sessions together: of a scenario that was measured more than once the last one stands. A session in which no side could be
 * measured replaces none.
 */
export function mergeResults(sessions: readonly Results[]): Results {
  const merged: Record<string, ScenarioResult> = {};
  for (const session of sessions) {
    for (const [name, result] of Object.entries(session)) {
      if (merged[name] === undefined || Object.keys(result.rows).length > 0) merged[name] = result;
    }
  }
  return merged;
}

/** One run of one side, as pair.py measures it, with what the servers counted meanwhile. */
export interface Row {
  /** The run did what it should: see `Expectation`. Only such rows count. */
  readonly good: boolean;
  readonly exitCode: number;
  /** Outputs of the action; empty for sides that have none. */
  readonly cause: string;
  readonly proof: string;
  readonly wallMs: number;
  /** User and system time of the process and of all its descendants that were waited for. */
  readonly cpuMs: number;
  /** Of the largest process. */
  readonly rssBytes: number;
  /** File pages that were dirtied, with what the file system adds: what is written twice counts twice. Always 0 in memory. */
  readonly writtenBytes: number;
  /** Left in the temp directory of the runner, without the report. */
  readonly leftBytes: number;
  /** From spawn to the first connection at a server; null when there was none. */
  readonly firstMs: number | null;
  readonly connectionCount: number;
  readonly requestCount: number;
  /** Bytes of files that the servers sent, without listings and the checksum database. */
  readonly sentBytes: number;
  /** Size of the file that this side downloads. */
  readonly archiveBytes: number;
}

export type FigureName = Exclude<keyof Row, 'good' | 'exitCode' | 'cause' | 'proof'>;

/** Median with the least and the greatest value of all runs. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Undefined of no values. */
export function spread(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  const low = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? Number.NaN) : high;
  return (low + high) / 2;
}

/** A figure of every good row that has it. */
export function values(rows: readonly Row[], figure: FigureName): readonly number[] {
  return rows.filter(row => row.good).flatMap(row => row[figure] ?? []);
}

/**
 * Quotients of runs that were made one after the other, so that what slows the machine down for a while slows both. Pairs with a run
 * that is not good, or without the figure, are left out, and so are those that would divide by zero.
 */
export function pairRatios(upper: readonly Row[], lower: readonly Row[], figure: FigureName): readonly number[] {
  return upper.flatMap((row, index) => {
    const other = lower[index];
    if (other === undefined || !row.good || !other.good) return [];
    return quotient(row[figure], other[figure]);
  });
}

/** Quotients of two figures of one and the same run. */
export function ownRatios(rows: readonly Row[], upper: FigureName, lower: FigureName): readonly number[] {
  return rows.filter(row => row.good).flatMap(row => quotient(row[upper], row[lower]));
}

function quotient(upper: number | null, lower: number | null): readonly number[] {
  return upper === null || lower === null || lower === 0 ? [] : [upper / lower];
}

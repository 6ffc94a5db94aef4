/** One judged run. */
export interface Verdict {
  readonly id: string;
  readonly expected: readonly string[];
  readonly named: readonly string[];
  /** Of two faults at once, the other one. */
  readonly also?: string | undefined;
}

const NONE = 'none';

export function isTop(verdict: Verdict, count: number): boolean {
  const { expected, named, also } = verdict;
  if (also !== undefined) return [also, ...expected].every(code => named.slice(0, Math.max(2, count)).includes(code));
  return expected.length === 0 ? named.length === 0 : named.slice(0, count).some(code => expected.includes(code));
}

/** The confusion matrix as lines: what was named in place of what, and the rates. */
export function confusionMatrix(verdicts: readonly Verdict[]): readonly string[] {
  if (verdicts.length === 0) return ['No run was judged: this bundle gathers only.'];
  const cells = new Map<string, string[]>();
  for (const verdict of verdicts.filter(one => !isTop(one, 1))) {
    const cell = `${verdict.expected.join('|') || NONE} named ${verdict.named[0] ?? NONE}`;
    cells.set(cell, [...(cells.get(cell) ?? []), verdict.id]);
  }
  const rate = (count: number): string => {
    const hits = verdicts.filter(one => isTop(one, count)).length;
    return `top-${count}: ${hits} of ${verdicts.length} (${((hits / verdicts.length) * 100).toFixed(1)} %)`;
  };
  return [...[...cells].map(([cell, ids]) => `${cell}: ${ids.join(' ')}`), rate(1), rate(2)];
}

import type { CorpusCase } from './corpus-case.ts';

/** What was told about one case. */
export interface Judged {
  readonly item: CorpusCase;
  readonly found: readonly string[];
}

interface Counts {
  /** Told, and a defect. */
  right: number;
  /** Told, and none. */
  falseAlarms: number;
  /** A defect, and not told. */
  missed: number;
}

/** Precision and recall of each rule. A finding counts only with its rule, severity, code, file and line. */
export function scoreOf(judged: readonly Judged[], ruleIds: readonly string[]): ReadonlyMap<string, Counts> {
  const rows = new Map(ruleIds.map((id): [string, Counts] => [id, { right: 0, falseAlarms: 0, missed: 0 }]));
  const count = (findings: readonly string[], of: keyof Counts): void => {
    for (const finding of findings) {
      const row = rows.get(finding.split(' ')[0] ?? '');
      if (row === undefined) throw new Error(`no rule has this finding: ${finding}`);
      row[of] += 1;
    }
  };
  for (const { item, found } of judged) {
    count(without(found, without(found, item.expected)), 'right');
    count(without(found, item.expected), 'falseAlarms');
    count(without(item.expected, found), 'missed');
  }
  return rows;
}

/** Elements of the one list that the other has not, as often as they stand there. */
export function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter(each => {
    const at = rest.indexOf(each);
    if (at === -1) return true;
    rest.splice(at, 1);
    return false;
  });
}

/** The table that a run prints: one row for each rule, the sum below. */
export function scoreText(rows: ReadonlyMap<string, Counts>): string {
  const sum: Counts = { right: 0, falseAlarms: 0, missed: 0 };
  const lines = [...rows].map(([id, counts]) => {
    for (const name of ['right', 'falseAlarms', 'missed'] as const) sum[name] += counts[name];
    return lineOf(id, counts);
  });
  return [...lines, lineOf('all rules', sum)].join('\n');
}

function lineOf(id: string, { right, falseAlarms, missed }: Counts): string {
  const percent = (of: number): string => (of === 0 ? '   -' : `${Math.round((100 * right) / of)} %`.padStart(5));
  const figures = `${right} right, ${falseAlarms} false alarms, ${missed} missed`;
  return `${id.padEnd(22)} precision ${percent(right + falseAlarms)} recall ${percent(right + missed)} (${figures})`;
}

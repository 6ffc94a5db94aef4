import type { RepairOutcome } from '../domain/repair.ts';
import type { Report } from '../domain/report.ts';

const LEAD: Readonly<Record<RepairOutcome['state'], string>> = {
  planned: 'with repair: safe this run would try',
  helped: 'done, and it helped',
  'rolled-back': 'tried without help, and undone',
};

/** One line, not escaped yet: against what, what was or would be done, and what came of it. */
export function repairText(repair: RepairOutcome): string {
  return `${repair.code}: ${repairWords(repair)}`;
}

/** The same without the code. */
export function repairWords({ title, state, before, after }: RepairOutcome): string {
  const change = state === 'planned' ? '' : ` (before: ${before ?? 'no failure'}, after: ${after ?? 'no failure'})`;
  return `${LEAD[state]}: ${title}${change}`;
}

/** Every repair with its steps; the caller escapes. */
export function repairLines({ repairs = [] }: Pick<Report, 'repairs'>): readonly string[] {
  return repairs.flatMap(repair => [
    repairText(repair),
    ...repair.steps.slice(0, 8).map(({ title, text }) => `- ${title}${text === '' ? '' : `: ${text}`}`),
  ]);
}

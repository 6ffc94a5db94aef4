import type { SourceState, TargetSummary } from '../domain/diagnosis.ts';
import { roleText, stepWords } from './diagnosis-wording.ts';
import { codeCell, prose, table, unbroken } from './markdown.ts';

const STATES: Readonly<Record<SourceState, string>> = {
  usable: 'usable',
  unusable: unbroken(['❌', 'unusable']),
  unknown: 'unknown',
};

/** What probes saw, as a table: one row for each target, a source by its id, others by their address. Safe Markdown, whatever the targets say. */
export function targetTable(targets: readonly TargetSummary[]): string {
  const rows = targets.map(target => [
    target.source === undefined ? `${roleText(target)} ${codeCell(target.url)}` : codeCell(target.source),
    target.via === 'direct' ? 'direct' : codeCell(target.via),
    target.state === undefined ? '–' : STATES[target.state],
    target.steps.map(stepText).join(' · ') || 'not reached',
  ]);
  return table(['What', 'Through', 'State', 'Steps'], rows);
}

/** `TCP ✓ 30 ms` or, with the reason, `TCP ✗ ECONNREFUSED 4 ms`; on one line, but for a long reason. */
function stepText(step: TargetSummary['steps'][number]): string {
  const { stage, passed, reason, time } = stepWords(step);
  return unbroken([prose(stage), ...(passed ? ['✓'] : ['✗', codeCell(reason, 80)]), time]);
}

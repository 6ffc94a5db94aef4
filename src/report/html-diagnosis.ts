import type { TargetSummary } from '../domain/diagnosis.ts';
import type { Report } from '../domain/report.ts';
import { roleText, stepWords } from './diagnosis-wording.ts';
import { htmlCode, htmlMore, htmlState, htmlTable } from './html-elements.ts';
import { escapeXml } from './xml.ts';

const MAX_ROWS = 200;
const HEAD = ['What', '~Address', 'Through', 'State', '~Steps'] as const;

/** What the probes of a diagnosis saw, one row for each target; empty where nobody looked. */
export function targetTable({ diagnosis }: Pick<Report, 'diagnosis'>): string {
  const targets = diagnosis?.targets ?? [];
  const rows = targets
    .slice(0, MAX_ROWS)
    .map(target => [
      target.source === undefined ? roleText(target) : htmlCode(target.source),
      htmlCode(target.url),
      target.via === 'direct' ? 'direct' : htmlCode(target.via),
      target.state === undefined ? '' : htmlState(target.state),
      target.steps.map(stepHtml).join(' · ') || 'not reached',
    ]);
  return `${htmlTable('What was seen', HEAD, rows)}${htmlMore(targets.length, MAX_ROWS)}`;
}

function stepHtml(step: TargetSummary['steps'][number]): string {
  const { stage, passed, reason, time } = stepWords(step);
  const mark = passed ? '<b class="passes">✓</b>' : `<b class="fails">✗</b> ${htmlCode(reason)}`;
  return `<span class="step">${escapeXml(stage)} ${mark} ${time}</span>`;
}

import type { Report } from '../domain/report.ts';
import { codeLink, codeSpan, prose } from './markdown.ts';
import { repairWords } from './repair-wording.ts';

/** What was or would be repaired, with its steps; empty where there is nothing. */
export function repairTexts({ repairs = [] }: Pick<Report, 'repairs'>): string {
  const texts = repairs.slice(0, 5).map(repair => {
    const steps = repair.steps
      .slice(0, 8)
      .map(({ title, text }) => `- ${prose(title)}${text === '' ? '' : `: ${codeSpan(text.replaceAll('\n', ' '))}`}`);
    return [
      `**Repair** of ${codeLink(repair.code)}, ${prose(repairWords(repair))}`,
      ...(steps.length === 0 ? [] : ['', ...steps]),
    ].join('\n');
  });
  return texts.join('\n\n');
}

import { CATALOGUE } from '../domain/catalogue.ts';
import type { DiagnosedCause, Diagnosis } from '../domain/diagnosis.ts';
import { confidenceText, stepsText } from './diagnosis-wording.ts';
import { label, labelled } from './labelled-lines.ts';
import { plain, plainLines } from './plain.ts';

const TARGET_COUNT = 20;
const CAUSE_COUNT = 5;

/** What `doctor` says below its headline: what was seen, then what follows from it. Every foreign value is one plain line. */
export function diagnosisLines({ targets, causes, warnings }: Diagnosis): readonly string[] {
  const seen = targets.slice(0, TARGET_COUNT).flatMap(target => {
    const via = target.via === 'direct' ? '' : ` through ${target.via}`;
    const source = target.source === undefined ? '' : ` (${target.source}: ${target.state})`;
    return [plain(`  ${target.url}${via}${source}`), `    ${plain(stepsText(target))}`];
  });
  const left = targets.length > TARGET_COUNT ? [`  and ${targets.length - TARGET_COUNT} more`] : [];
  return [
    ...(seen.length === 0 ? [] : ['', 'Seen', ...seen.map(indented), ...left]),
    ...causes.slice(0, CAUSE_COUNT).flatMap(cause => ['', ...causeLines(cause)]),
    ...(causes.length > CAUSE_COUNT ? ['', `  and ${causes.length - CAUSE_COUNT} more causes; report.json has all`] : []),
    ...(warnings.length === 0
      ? []
      : [
          '',
          ...column(
            'Note',
            warnings.map(item => `${item.code} ${item.subject}: ${item.message}`),
          ),
        ]),
  ];
}

/** `plain` trims, and the indentation is ours. */
function indented(line: string): string {
  return line.startsWith('    ') ? line : `  ${line.trim()}`;
}

/** One cause as a chain: cause, evidence, symptom, fix, and what was ruled out. */
export function causeLines(cause: DiagnosedCause): readonly string[] {
  const { code, subject, verdict, confidence, chain, evidence, fixes, ruledOut, rivals, decidingTest } = cause;
  const word = verdict === 'cause' ? 'certain' : verdict;
  const repair = fixes.flatMap(fix => [
    plain(fix.title),
    ...(fix.text === '' ? [] : plainLines(fix.text).map(line => `  ${line}`)),
  ]);
  return [
    labelled('Cause', `${code} ${subject} (${word}, ${confidenceText(confidence)})`),
    labelled('', CATALOGUE[code].title),
    labelled('Why', CATALOGUE[code].why),
    ...column(
      'Evidence',
      evidence.map(item => `${item.name}: ${item.value}`),
    ),
    ...column(
      'Follows',
      chain.slice(1).map(item => `${item} ${CATALOGUE[item].title}`),
    ),
    ...column(
      'Or',
      rivals.map(item => `${item.code} ${CATALOGUE[item.code].title} (${confidenceText(item.confidence)})`),
    ),
    ...(decidingTest === undefined ? [] : [labelled('Decides', decidingTest)]),
    ...repair.map((line, index) => `${label(index === 0 ? 'Fix' : '')}${line}`),
    ...column(
      'Not',
      ruledOut.map(item => `${item.code}: ${item.why}`),
    ),
  ];
}

function column(name: string, lines: readonly string[]): readonly string[] {
  return lines.slice(0, 20).map((line, index) => labelled(index === 0 ? name : '', line));
}

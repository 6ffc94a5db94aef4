import { CATALOGUE } from '../domain/catalogue.ts';
import type { DiagnosedCause } from '../domain/diagnosis.ts';
import { plain } from './plain.ts';

/** More boxes than these make no picture. */
const EVIDENCE_COUNT = 3;

/** A flow chart of one cause: evidence points to the cause, the cause to what follows. Every label is quoted text without markup. */
export function causeMermaid(cause: Pick<DiagnosedCause, 'code' | 'subject' | 'chain' | 'evidence'>): readonly string[] {
  const { code, subject, chain, evidence } = cause;
  const shown = evidence.slice(0, EVIDENCE_COUNT);
  const followers = chain.slice(1);
  return [
    'flowchart LR',
    ...shown.map((item, index) => `  e${index}[${quoted(`${item.name}: ${item.value}`)}] -.-> c0`),
    `  c0[${quoted(`${code} ${subject}: ${CATALOGUE[code].title}`)}]`,
    ...followers.map((item, index) => `  c${index} --> c${index + 1}[${quoted(`${item}: ${CATALOGUE[item].title}`)}]`),
  ];
}

/** Mermaid reads entity codes inside quotes; everything but letters, digits and harmless signs becomes one, so that nothing is markup. */
function quoted(text: string): string {
  const escaped = [...plain(text, 120)].map(character => {
    return /[\p{L}\p{N} .,:/_()-]/u.test(character) ? character : `#${character.codePointAt(0) ?? 63};`;
  });
  return `"${escaped.join('')}"`;
}

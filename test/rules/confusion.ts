import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import type { Case } from './cases/base.ts';

/** How one case was judged. */
export interface Judgement {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
  readonly isFirst: boolean;
  readonly isAmongTwo: boolean;
  /** Another code than the expected one, told as certain. */
  readonly isHarmful: boolean;
  readonly verdict: string;
}

/** Compares the first code (a warning, where the fault does no harm) with what the case expects. */
export function judgeCase({ id, code, isWarning }: Case, diagnosis: Diagnosis): Judgement {
  const told = isWarning ? diagnosis.warnings.map(item => item.code) : [];
  const causes = diagnosis.causes.map(item => item.code);
  const [first] = diagnosis.causes;
  const candidates: readonly string[] = [...causes, ...told, ...(first?.rivals ?? []).map(item => item.code)];
  return {
    id,
    expected: code,
    got: candidates[0] ?? 'nothing',
    isFirst: candidates[0] === code,
    isAmongTwo: candidates.slice(0, 2).includes(code),
    isHarmful: first !== undefined && first.code !== code && first.verdict === 'cause',
    verdict: first?.verdict ?? 'none',
  };
}

/** The rows that went wrong, and the shares: what a person reads when the benchmark fails. */
export function confusionText(judgements: readonly Judgement[]): string {
  const wrong = judgements.filter(item => !item.isFirst);
  const layers = new Map<string, { right: number; all: number }>();
  for (const { expected, isFirst } of judgements) {
    const layer = expected.slice(0, expected.indexOf('.'));
    const row = layers.get(layer) ?? { right: 0, all: 0 };
    layers.set(layer, { right: row.right + (isFirst ? 1 : 0), all: row.all + 1 });
  }
  const shares = [...layers].map(([layer, { right, all }]) => `${layer} ${right}/${all}`);
  const top = judgements.filter(item => item.isFirst).length;
  const two = judgements.filter(item => item.isAmongTwo).length;
  const sure = judgements.filter(item => item.verdict === 'cause').length;
  return [
    `top 1: ${top}/${judgements.length}, top 2: ${two}/${judgements.length}, told as certain: ${sure}, harmful: ${judgements.filter(item => item.isHarmful).length}`,
    shares.join(', '),
    ...wrong.map(({ id, expected, got, verdict }) => `${id}: ${expected} was told as ${got} (${verdict})`),
  ].join('\n');
}

import type { FigureName, Spread } from './figures.ts';

const MIB = 2 ** 20;

/** A value with its unit, short. */
export function withUnit(value: number, unit: 'ratio' | FigureName): string {
  if (unit === 'ratio') return value.toFixed(3);
  if (unit.endsWith('Ms')) return value < 1_000 ? `${value.toFixed(0)} ms` : `${(value / 1_000).toFixed(2)} s`;
  return unit.endsWith('Bytes') ? `${(value / MIB).toFixed(1)} MiB` : String(value);
}

/** `0.62 (0.60-0.65)`; the median alone where all runs agree or there was one. */
export function spreadText({ median, min, max }: Spread, unit: 'ratio' | FigureName): string {
  const [middle, low, high] = [median, min, max].map(value => withUnit(value, unit));
  return low === high ? `${middle}` : `${middle} (${low}-${high})`;
}

import type { Preflight } from '../domain/rule.ts';

/** `24 checks passed, 1 warning, 2 failed`. */
export function preflightCounts({ checks }: Pick<Preflight, 'checks'>): string {
  const count = (status: string): number => checks.filter(check => check.status === status).length;
  const warnings = count('warning');
  const failed = count('failed');
  const passed = count('passed');
  return [
    `${passed} ${passed === 1 ? 'check' : 'checks'} passed`,
    ...(warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`]),
    ...(failed === 0 ? [] : [`${failed} failed`]),
  ].join(', ');
}

/** How many lines of go.sum the checksum database has proved; undefined where it was not asked. */
export function sumsText({ sums }: Pick<Preflight, 'sums'>): string | undefined {
  if (sums === null) return undefined;
  const { lines, proved, failed, skipped } = sums;
  return `go.sum: ${proved} of ${lines} lines proved${failed === 0 ? '' : `, ${failed} failed`}${skipped === 0 ? '' : `, ${skipped} not asked`}`;
}

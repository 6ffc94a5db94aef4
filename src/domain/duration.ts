const FORM = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/u;

/** Longer than any CI job needs, and far below 2^31 ms, above which Node fires a timer at once. */
const LONGEST_HOURS = 24;

/**
 * Milliseconds of `90s`, `10m`, `1h`, `1m30s`, `1h30m`. Undefined for anything else: no unit, zero, negative, or more than
 * 24 hours.
 */
export function parseDurationMs(text: string): number | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return ms > 0 && ms <= LONGEST_HOURS * 3_600_000 ? ms : undefined;
}

/** Days and seconds of the proleptic Gregorian calendar in UTC, without a clock: what is computed is the same everywhere. */

const DAY_SECONDS = 86_400;

/** Seconds since 1970 at the beginning of a day; `month` is 1 to 12. */
export function secondsOfDay(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day is the last one.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_SECONDS;
}

/** Of `2026-11-21`; undefined for other texts. */
export function secondsOfDate(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? [];
  return year === undefined ? undefined : secondsOfDay(Number(year), Number(month), Number(day));
}

/** `2026-11-21T08:00:00Z`, for seconds since 1970. Such texts compare as the times do. */
export function instantText(seconds: number): string {
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3_600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}Z`;
}

/** `2026-11-21`, for seconds since 1970. */
export function dateText(seconds: number): string {
  return instantText(seconds).slice(0, 10);
}

/** The same, for milliseconds; undefined for what is no time, and beyond the years 0 to 9999. */
export function dateOfMs(ms: number): string | undefined {
  const isInRange = ms >= secondsOfDay(0, 1, 1) * 1_000 && ms < secondsOfDay(10_000, 1, 1) * 1_000;
  return isInRange ? dateText(Math.floor(ms / 1_000)) : undefined;
}

import { describe, expect, test } from 'vitest';
import { dateText } from '../../src/domain/calendar.ts';
import { parseGoVersion } from '../../src/domain/version.ts';
import { notReleasedBefore } from '../../src/verify/release-bound.ts';

function version(text: string) {
  const parsed = parseGoVersion(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

const known = (...texts: readonly string[]) => ({ date: '2026-11-21', knownVersions: texts.map(version) });

describe('a release was not made before', () => {
  // Days of publication: go.dev/doc/devel/release.
  test.each([
    ['1.8', '2017-02-01', '2017-02-16'],
    ['1.18', '2022-02-01', '2022-03-15'],
    ['1.18beta1', '2021-11-01', '2021-12-14'],
    ['1.21rc2', '2023-05-01', '2023-06-21'],
    ['1.21.0', '2023-08-01', '2023-08-08'],
    ['1.22.0', '2024-02-01', '2024-02-06'],
    ['1.25.0', '2025-08-01', '2025-08-12'],
  ])('its line began: %s not before %s (it was %s)', (text, expected, published) => {
    const bound = dateText(notReleasedBefore(version(text), undefined));
    expect(bound).toBe(expected);
    expect(bound < published).toBe(true);
  });

  test.each([
    ['newer than all that the table knows of its line', '1.27.9', '2026-08-21'],
    ['of a line that the table does not know', '1.28rc1', '2026-11-01'],
    ['a gap in what the table knows', '1.27.1', '2026-08-01'],
    ['older than every line of the table', '1.20.1', '2023-02-01'],
  ])('the table was made, less a quarter of a year: %s', (_, text, expected) => {
    expect(dateText(notReleasedBefore(version(text), known('1.27.2', '1.26.9')))).toBe(expected);
  });
});

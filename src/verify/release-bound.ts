import { secondsOfDate, secondsOfDay } from '../domain/calendar.ts';
import { compareVersions, type GoVersion } from '../domain/version.ts';
import type { ReleaseTable } from './release-table.ts';

const DAY_SECONDS = 86_400;
/** A release that the public lists had not picked up yet when the table was made is younger than this. */
const OVERLOOKED_DAYS = 92;
/** The first beta or release candidate comes two months before its line. */
const EARLY_MONTHS = 3;

/**
 * A time before which a release cannot have been made, seconds since 1970, from what no source can alter. Go has a new line each
 * February (even) and August (odd), since 1.6 in February 2016, never before the first of the month (go.dev/s/release). A release that
 * is newer than all that the shipped table knows of its line was made when the table was, or later, but for a quarter of a year that
 * lists may lag behind.
 */
export function notReleasedBefore(version: GoVersion, table: Pick<ReleaseTable, 'date' | 'knownVersions'> | undefined): number {
  return Math.max(beginOfLine(version), beginAfterTable(version, table));
}

function beginOfLine({ minor, prerelease }: GoVersion): number {
  const month = minor % 2 === 0 ? 2 : 8;
  const early = prerelease === undefined ? 0 : EARLY_MONTHS;
  const months = (2_013 + Math.floor(minor / 2)) * 12 + month - 1 - early;
  return secondsOfDay(Math.floor(months / 12), (months % 12) + 1, 1);
}

function beginAfterTable(version: GoVersion, table: Pick<ReleaseTable, 'date' | 'knownVersions'> | undefined): number {
  const madeAt = secondsOfDate(table?.date ?? '');
  const sameLine = ({ major, minor }: GoVersion): boolean => major === version.major && minor === version.minor;
  const newest = table?.knownVersions.find(sameLine) ?? table?.knownVersions[0];
  if (madeAt === undefined || newest === undefined || compareVersions(version, newest) <= 0) return 0;
  return madeAt - OVERLOOKED_DAYS * DAY_SECONDS;
}

import { type Finding, finding } from '../domain/finding.ts';
import type { KeptListing } from './kept-listing.ts';

/**
 * What a report says where no list could be fetched and something stands in for it: LIST.STALE with the age of the list that was kept,
 * else LIST.UNAVAILABLE for the table alone. Empty when nothing was asked and nothing was kept, or when nothing is known at all.
 */
export function standInWarnings(state: {
  readonly kept: KeptListing | undefined;
  /** Why the lists did not answer. */
  readonly failures: readonly Finding[];
  /** No list answered, and the shipped table does. */
  readonly isTableAlone: boolean;
}): readonly Finding[] {
  const { kept, failures, isTableAlone } = state;
  if (kept !== undefined) return [stale(kept, failures)];
  return failures.length > 0 && isTableAlone ? [tableAlone(failures)] : [];
}

function tableAlone(failures: readonly Finding[]): Finding {
  return finding('LIST.UNAVAILABLE', {
    subject: 'table',
    severity: 'warning',
    evidence: {
      reason: 'no list could be read, so the table that is shipped answers: newer releases are not known',
      'lists that failed': failedLists(failures),
    },
  });
}

/** Where no list was asked, as without a network by choice, it is no more than a note. */
function stale({ ageMs, readAtMs }: KeptListing, failures: readonly Finding[]): Finding {
  return finding('LIST.STALE', {
    subject: 'kept',
    message: `No version list could be read; the one that was kept is ${ageText(ageMs)} old`,
    ...(failures.length === 0 ? { severity: 'info' } : {}),
    evidence: {
      age: ageText(ageMs),
      'read at': new Date(readAtMs).toISOString(),
      'lists that failed': failures.length === 0 ? undefined : failedLists(failures),
    },
  });
}

function failedLists(failures: readonly Finding[]): string {
  return failures.map(failure => `${failure.subject} (${failure.code})`).join(', ');
}

/** In whole minutes, hours or days; the greatest unit that is reached. */
export function ageText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / (24 * 60))} days`;
}

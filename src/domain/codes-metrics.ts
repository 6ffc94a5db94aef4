import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about what is sent to monitoring. All are warnings: a gateway never makes a run fail. */
export const METRICS_CODES = {
  'METRICS.PUSH': {
    title: 'The metrics could not be pushed',
    why: 'The Pushgateway keeps what the last run of this job sent. The result of the job is what it was, and metrics.txt has the numbers.',
    decided:
      'The gateway could not be reached, did not answer in 5 s, or answered with a status that is not 2xx; or a password would have gone over plain http. Redirects are not followed.',
    fix: 'Check metrics-pushgateway, and look at the reason that is given as evidence.',
    severity: 'warning',
    exit: 75,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;

import { CATALOGUE } from '../domain/catalogue.ts';
import type { LogReport } from '../domain/log-report.ts';
import type { Report } from '../domain/report.ts';

/** The first line about a log that was read, or a command that was run. */
export function logHeadline({ cause, outcome }: Pick<Report, 'cause' | 'outcome'>, log: LogReport): string {
  const what = log.exitCode === undefined ? log.of : `${log.of} ${ending(log)}`;
  if (cause === null) return outcome === 'ok' ? `${what}: no failure is seen in ${log.lines} lines` : what;
  const lead = { cause: '', likely: 'likely: ', undetermined: '' }[cause.verdict];
  return `${what}: ${lead}${CATALOGUE[cause.code].title}`;
}

function ending({ exitCode, signal }: LogReport): string {
  return signal === undefined ? `ended with exit code ${exitCode}` : `was ended by ${signal} (exit code ${exitCode})`;
}

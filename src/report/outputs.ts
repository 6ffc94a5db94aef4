import type { Report } from '../domain/report.ts';

/**
 * The outputs of the action that follow from the report; the host adds what only it knows (`report-dir`). All are always set, empty where there is nothing to say, so that an expression never sees an unset
 * output. `cache-hit` is about the module cache, as in setup-go, and not about the tool cache: see `installed-from`.
 * `cause` is the code also for those who go on with `continue-on-error`.
 */
export function outputsOf(report: Report): Readonly<Record<string, string>> {
  const { go, proof, cause, installedFrom, attempts } = report;
  return {
    'go-version': go?.version ?? (report.outcome === 'failed' ? '' : (report.resolved?.version ?? '')),
    'cache-hit': 'false',
    goroot: go?.root ?? '',
    gopath: go?.gopath ?? '',
    'go-bin': go?.bin ?? '',
    source: installedFrom === null ? '' : (attempts.find(attempt => attempt.end === 'won')?.source ?? ''),
    proof: proof?.kind ?? '',
    'installed-from': installedFrom ?? '',
    cause: cause?.code ?? (report.outcome === 'failed' ? 'undetermined' : ''),
    'duration-ms': String(Math.round(report.timings['total'] ?? 0)),
  };
}

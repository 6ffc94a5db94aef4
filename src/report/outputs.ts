import type { Report } from '../domain/report.ts';

/**
 * The outputs of the action that follow from the report; the host adds what only it knows (`report-dir`). All are always set, empty where there is nothing to say, so that an expression never sees an unset
 * output. `cache-hit` is about modules and build results, as in setup-go, and not about the tool cache: see `installed-from`.
 * `cause` is the code also for those who go on with `continue-on-error`.
 */
export function outputsOf(report: Report): Readonly<Record<string, string>> {
  const { go, proof, cause, installedFrom, attempts } = report;
  return {
    'go-version': go?.version ?? (report.outcome === 'failed' ? '' : (report.resolved?.version ?? '')),
    'cache-hit': String(isCacheHit(report)),
    goroot: go?.root ?? '',
    gopath: go?.gopath ?? '',
    'go-bin': go?.bin ?? '',
    source: installedFrom === null ? '' : (attempts.find(attempt => attempt.end === 'won')?.source ?? ''),
    proof: proof?.kind ?? '',
    'installed-from': installedFrom ?? '',
    'cache-key': keyOfModules(report),
    cause: cause?.code ?? (report.outcome === 'failed' ? 'undetermined' : ''),
    'duration-ms': String(Math.round(report.timings['total'] ?? 0)),
  };
}

/** Both entries, each with exactly its key: an older entry that was restored by its prefix is no hit. */
function isCacheHit({ caches = [] }: Report): boolean {
  return caches.length > 0 && caches.every(({ result }) => result === 'exact');
}

function keyOfModules({ caches = [] }: Report): string {
  const modules = caches.find(outcome => outcome.result !== 'off' && outcome.entry === 'modules');
  return modules === undefined || modules.result === 'off' ? '' : modules.key;
}

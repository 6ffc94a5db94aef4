import { instantText } from '../domain/calendar.ts';
import { CATALOGUE, type Code } from '../domain/catalogue.ts';
import type { ExitCode } from '../domain/catalogue-entry.ts';
import type { Event, EventBody, Outcome } from '../domain/event.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Proof } from '../domain/proof.ts';
import { type Cause, REPORT_SCHEMA, type Report, type ReportAttempt } from '../domain/report.ts';
import { type Check, isFoundBy } from '../domain/rule.ts';
import { foldAttempts } from './fold-attempts.ts';
import { diagnosedCause, diagnosisFindings } from './fold-diagnosis.ts';
import { foldRepairs, withoutUndone } from './fold-repairs.ts';
import { foldTimings } from './fold-timings.ts';

/** policy/causes.ts `findCause`; handed in, because a renderer room decides nothing. */
export type FindCause = (findings: readonly Finding[], attempts: readonly Finding[]) => Cause | null;

type EventOf<T extends EventBody['type']> = Extract<Event, { readonly type: T }>;

/**
 * The only way that a Report is made. It never says green without Go: a list without `run-ended` is a failure
 * (SELF.DRAINED), and an installation without a proved, ready toolchain is one too (SELF.BUG), whatever the end says.
 * `exitCode` is 0 only for a good outcome, else that of the cause, and 70 where no cause can be named.
 * All times are milliseconds since the run began, those of attempts too.
 */
export function foldReport(all: readonly Event[], findCause: FindCause): Report {
  const events = withoutUndone(all);
  const started = last(events, 'run-started');
  const attempts = foldAttempts(events);
  const { outcome, findings } = judgeEnd(events, started?.command ?? '');
  const ready = last(events, 'toolchain-ready');
  const failed = outcome === 'failed';
  const log = last(events, 'log-read');
  const diagnosis = foldDiagnosis(events);
  const known = failed || log !== undefined ? causeOf({ findings, log, findCause }, attemptFindings(events)) : null;
  const cause = failed ? diagnosedCause(known, diagnosis) : known;
  return {
    schema: REPORT_SCHEMA,
    outcome,
    command: started?.command ?? '',
    product: started?.product ?? '',
    ...(started?.nowMs === undefined ? {} : { startedAt: instantText(Math.floor(started.nowMs / 1_000)) }),
    go: failed || ready === undefined ? null : foldGo(ready),
    request: foldRequest(events),
    resolved: foldResolved(events),
    installedFrom: failed || ready === undefined ? null : origin(ready, attempts),
    proof: foldProof(events),
    listings: eventsOf(events, 'listing-read').map(({ type: _type, atMs: _atMs, ...listing }) => listing),
    attempts,
    findings,
    cause,
    ...foldCaches(events),
    ...foldPreflight(events),
    ...(log === undefined ? {} : { log: log.log }),
    ...(diagnosis === undefined ? {} : { diagnosis }),
    ...foldExported(events),
    ...foldRepairs(events),
    ...foldSources(events),
    ...foldWorkspaceSbom(events),
    ...foldTimings(events),
    exitCode: exitCode(outcome, cause),
  };
}

function foldGo({ version, root, bin, gopath }: EventOf<'toolchain-ready'>): Report['go'] {
  return { version, root, bin, ...(gopath === undefined ? {} : { gopath }) };
}

/** What a log shows is explained also when this run itself is well, and when the fault lies in the code that was built. */
function causeOf(
  run: { readonly findings: readonly Finding[]; readonly log: EventOf<'log-read'> | undefined; readonly findCause: FindCause },
  attempts: readonly Finding[],
): Cause | null {
  const cause = run.findCause(run.findings, attempts);
  if (cause !== null || run.log === undefined) return cause;
  return run.findCause(
    run.findings.filter(item => item.severity === 'info').map(item => ({ ...item, severity: 'error' as const })),
    [],
  );
}

interface End {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** One failed end outweighs any other, so that a late second end cannot turn a red run green. */
function judgeEnd(events: readonly Event[], command: string): End {
  const ends = eventsOf(events, 'run-ended');
  const end = ends.find(item => item.outcome === 'failed') ?? ends.at(-1);
  const others = otherFindings(events);
  if (end === undefined) return { outcome: 'failed', findings: unique([drained(events), ...others]) };
  const missing = end.outcome === 'failed' ? [] : missingForGood(events, end.outcome, command);
  const all = unique([...end.findings, ...others]);
  if (missing.length === 0) {
    if (end.outcome === 'failed') return { outcome: 'failed', findings: all };
    // What a log shows is no error of the run that reads it.
    if (last(events, 'log-read') !== undefined) return { outcome: end.outcome, findings: all };
    const checks = last(events, 'preflight')?.checks ?? [];
    return { outcome: end.outcome, findings: all.map(item => overcome(item, checks)) };
  }
  const bug = finding('SELF.BUG', { subject: 'result', evidence: { outcome: end.outcome, missing: missing.join(', ') } });
  return { outcome: 'failed', findings: unique([bug, ...all]) };
}

/**
 * What a good run met on its way, such as a source that failed before another one won, is no error of the run. Altered content still
 * warns, and so does what preflight found: `preflight: warn` lets the run go on, and the next step will meet it.
 */
function overcome(item: Finding, checks: readonly Check[]): Finding {
  if (item.severity !== 'error') return item;
  const isWarning = CATALOGUE[item.code].exit === 73 || checks.some(check => isFoundBy(check, item));
  return { ...item, severity: isWarning ? 'warning' : 'info' };
}

/** What a good outcome promises and the events do not show. `ok` is for commands that install nothing, and for the Go on PATH. */
function missingForGood(events: readonly Event[], outcome: Outcome, command: string): readonly string[] {
  if (outcome === 'ok' && command !== 'install') return [];
  return (['toolchain-ready', 'proved'] as const).filter(type => last(events, type) === undefined);
}

function drained(events: readonly Event[]): Finding {
  const running = foldAttempts(events).filter(attempt => attempt.end === 'running');
  return finding('SELF.DRAINED', {
    subject: 'run',
    evidence: {
      'last event': events.at(-1)?.type ?? 'none',
      phase: last(events, 'phase-started')?.phase,
      'at ms': events.at(-1)?.atMs,
      running: running.length === 0 ? undefined : running.map(attempt => attempt.source).join(', '),
    },
  });
}

function otherFindings(events: readonly Event[]): readonly Finding[] {
  return events.flatMap(event => {
    if (event.type === 'log-read') return event.findings;
    if (event.type === 'finding' || event.type === 'proof-missing') return [event.finding];
    if (event.type === 'diagnosis') return diagnosisFindings(event);
    return event.type === 'attempt-ended' && event.finding !== undefined ? [event.finding] : [];
  });
}

function attemptFindings(events: readonly Event[]): readonly Finding[] {
  return eventsOf(events, 'attempt-ended').flatMap(event =>
    event.finding === undefined || event.end !== 'failed' ? [] : [event.finding],
  );
}

/** The same finding comes twice when it ended an attempt and then the run. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const item of findings) {
    const text = JSON.stringify(item);
    if (!seen.has(text)) seen.set(text, item);
  }
  return [...seen.values()];
}

function foldRequest(events: readonly Event[]): Report['request'] {
  const event = last(events, 'requested');
  if (event === undefined) return null;
  const { kind, ...place } = event.origin;
  return { spec: event.spec, origin: kind, ...place };
}

function foldResolved(events: readonly Event[]): Report['resolved'] {
  const event = last(events, 'resolved');
  return event === undefined ? null : { version: event.version, platform: event.platform, learntFrom: event.learntFrom };
}

/** Left out where no cache was spoken of, so that such reports stay as they are. */
function foldCaches(events: readonly Event[]): Pick<Report, 'caches'> {
  const caches = eventsOf(events, 'cache').map(({ type: _type, atMs: _atMs, ...outcome }) => outcome);
  return caches.length === 0 ? {} : { caches };
}

function foldPreflight(events: readonly Event[]): Pick<Report, 'preflight'> {
  const event = last(events, 'preflight');
  if (event === undefined) return {};
  const { type: _type, atMs: _atMs, ...preflight } = event;
  return { preflight };
}

function foldDiagnosis(events: readonly Event[]): Report['diagnosis'] {
  const event = last(events, 'diagnosis');
  if (event === undefined) return undefined;
  const { type: _type, atMs: _atMs, ...diagnosis } = event;
  return diagnosis;
}

function foldExported(events: readonly Event[]): Pick<Report, 'exported'> {
  const event = last(events, 'exported');
  return event === undefined ? {} : { exported: { directory: event.directory, files: event.files } };
}

function foldWorkspaceSbom(events: readonly Event[]): Pick<Report, 'workspaceSbom'> {
  const event = last(events, 'workspace-sbom');
  return event === undefined ? {} : { workspaceSbom: { file: event.file, components: event.components, ms: event.ms } };
}

function foldSources(events: readonly Event[]): Pick<Report, 'sources'> {
  const event = last(events, 'sources');
  if (event === undefined) return {};
  const { type: _type, atMs: _atMs, ...sources } = event;
  return { sources };
}

function foldProof(events: readonly Event[]): Proof | null {
  return last(events, 'proved')?.proof ?? null;
}

function origin(ready: EventOf<'toolchain-ready'>, attempts: readonly ReportAttempt[]): string | null {
  if (ready.from !== 'download') return ready.from;
  return attempts.find(attempt => attempt.end === 'won')?.source ?? null;
}

function exitCode(outcome: Outcome, cause: Cause | null): ExitCode {
  if (outcome !== 'failed') return 0;
  return cause === null ? CATALOGUE['SELF.BUG' satisfies Code].exit : CATALOGUE[cause.code].exit;
}

function eventsOf<T extends EventBody['type']>(events: readonly Event[], type: T): readonly EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

function last<T extends EventBody['type']>(events: readonly Event[], type: T): EventOf<T> | undefined {
  return eventsOf(events, type).at(-1);
}

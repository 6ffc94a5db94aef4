import type { ExitCode } from '../domain/catalogue-entry.ts';
import type { Event } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { PRODUCT } from '../domain/product.ts';
import { processExitCode, type Report } from '../domain/report.ts';
import { findCause } from '../policy/causes.ts';
import type { Host } from '../ports/host.ts';
import { lastWords } from '../report/drained.ts';
import { foldReport } from '../report/fold.ts';
import { monotonicMs } from './node-clock.ts';

/** What of `process` the guard needs; a test hands in its own. */
export interface GuardedProcess {
  exitCode?: number | string | null | undefined;
  on(event: 'beforeExit' | 'exit' | 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(code?: number): void;
}

export interface GuardOptions {
  readonly process: GuardedProcess;
  readonly host: Host;
  /** Everything heard so far; grows while the run goes on. */
  readonly events: readonly Event[];
  /** Infinity: the run has no budget. */
  readonly timeoutMs: number;
  /** Whether the first signals belong to a command of the user's, which ends by them or not. Default: they abort the run. */
  readonly leavesSignals?: boolean;
  /** Writes at once, even while the process ends. */
  readonly writeSync: (text: string) => void;
  /** Aborts the run. */
  readonly stop: AbortController;
  /** How long a run may take to end, and what it left running afterwards. Default: LIMITS. */
  readonly grace?: { readonly budgetGraceMs: number; readonly killGraceMs: number };
}

/** How far a supervised run has come. */
interface State {
  /** A result was published, and the exit code follows from it. */
  settled: boolean;
  /** The only publication, by whoever came first: the run, or the guard in its place. */
  publishing: Promise<void> | undefined;
  /** What the guard knows of the end of a run that does not end by itself. */
  ending: readonly Event[];
}

/**
 * Holds two promises: a run without a result never ends green, and every run ends in its budget.
 *
 * - Until a report says otherwise the exit code is 70.
 * - An event loop that drains under an unsettled run publishes SELF.DRAINED (setup-go ends green there).
 * - The budget, SIGINT, SIGTERM and what nobody caught abort the run, so that staging directories are removed. A run that does not
 *   end then is published as it stands and cut off; so is what keeps the process alive afterwards.
 * - A run is published once: `host` is the one that it must publish by, and whoever comes second waits for the first.
 * - Where not even publishing works, the last words go to standard error; where not even these can be found, why.
 *
 * Its timers never keep the process alive.
 */
export function superviseRun(options: GuardOptions, run: (signal: AbortSignal, host: Host) => Promise<Report>): void {
  const { process, stop, timeoutMs, grace = LIMITS } = options;
  const startMs = monotonicMs();
  process.exitCode = 70 satisfies ExitCode;
  const state: State = { settled: false, publishing: undefined, ending: [] };
  const abort = (reason: Error): void => {
    if (stop.signal.aborted) return;
    stop.abort(reason);
    setTimeout(() => orExit(process, () => cutOff(options, state, monotonicMs() - startMs)), grace.budgetGraceMs).unref();
  };
  process.on('beforeExit', () => orExit(process, () => publishUnsettled(options, state)));
  process.on('exit', () => {
    if (!state.settled) speakLast(options, state);
  });
  if (!options.leavesSignals) {
    process.on('SIGINT', () => abort(failure('SELF.INTERRUPTED', { subject: 'SIGINT' })));
    process.on('SIGTERM', () => abort(failure('SELF.INTERRUPTED', { subject: 'SIGTERM' })));
  }
  process.on('uncaughtException', error => abort(error instanceof Error ? error : new Error(String(error))));
  if (Number.isFinite(timeoutMs)) setTimeout(() => abort(budgetUsedUp(timeoutMs)), timeoutMs).unref();
  const host: Host = { ...options.host, publish: report => publishOnce(options, state, report) };
  run(stop.signal, host).then(
    report => settle(options, state, processExitCode(report)),
    // run() reports everything itself; what it throws is a defect that the last words tell.
    () => process.exit(70),
  );
}

/**
 * Ends the process where the work throws: a file of the program that a report is made with may be missing, and trying again would
 * never end.
 */
function orExit(process: GuardedProcess, work: () => void): void {
  try {
    work();
  } catch {
    process.exit(70);
  }
}

function budgetUsedUp(timeoutMs: number): Error {
  return failure('BUDGET.TOTAL', { subject: 'timeout', evidence: { 'budget ms': timeoutMs } });
}

function settle({ process, grace = LIMITS }: GuardOptions, state: State, exitCode: number): void {
  state.settled = true;
  process.exitCode = exitCode;
  setTimeout(() => process.exit(), grace.killGraceMs).unref();
}

function publishOnce({ host }: GuardOptions, state: State, report: Report): Promise<void> {
  state.publishing ??= host.publish(report);
  return state.publishing;
}

function publishUnsettled(options: GuardOptions, state: State): void {
  // What the run itself publishes ends it too.
  if (state.settled || state.publishing !== undefined) return;
  const report = reportOf(options, state);
  publishOnce(options, state, report).then(
    () => settle(options, state, processExitCode(report)),
    () => undefined,
  );
}

/** Something ignored the abort: the budget wins all the same. */
function cutOff(options: GuardOptions, state: State, atMs: number): void {
  if (state.settled) return;
  const { stop, process, grace = LIMITS } = options;
  const { reason } = stop.signal;
  const findings = reason instanceof Failure ? reason.findings : [finding('SELF.BUG', { subject: 'run' })];
  state.ending = [{ atMs: Math.round(atMs), type: 'run-ended', outcome: 'failed', findings }];
  publishUnsettled(options, state);
  const exitCode = processExitCode(reportOf(options, state));
  setTimeout(() => {
    if (!state.settled) process.exit(exitCode);
  }, grace.killGraceMs).unref();
}

function reportOf({ events }: GuardOptions, { ending }: State): Report {
  return foldReport([...events, ...ending], findCause);
}

function speakLast(options: GuardOptions, state: State): void {
  const { host, writeSync, process } = options;
  try {
    const { text, workflowCommands } = lastWords(reportOf(options, state));
    writeSync(host.kind === 'github' ? `${text}${workflowCommands}` : text);
  } catch (error) {
    writeSync(bareWords(error, host.kind));
  }
  if (process.exitCode === 0) process.exitCode = 70 satisfies ExitCode;
}

/** The last line of a run whose texts cannot be loaded: it needs nothing that is not here already. */
export function bareWords(error: unknown, kind: Host['kind']): string {
  const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const text = `${PRODUCT.name} failed, and what says why cannot be loaded: ${reason}`;
  return kind === 'github' ? `::error::${text}\n` : `${text}\n`;
}

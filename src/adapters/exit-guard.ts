import type { ExitCode } from '../domain/catalogue-entry.ts';
import type { Event } from '../domain/event.ts';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Report } from '../domain/report.ts';
import { findCause } from '../policy/causes.ts';
import type { Host } from '../ports/host.ts';
import { lastWords } from '../report/drained.ts';
import { foldReport } from '../report/fold.ts';

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
  readonly timeoutMs: number;
  /** Writes at once, even while the process ends. */
  readonly writeSync: (text: string) => void;
  /** Aborts the run. */
  readonly stop: AbortController;
}

/**
 * Holds two promises: a run without a result never ends green, and every run ends in its budget.
 *
 * - Until a report says otherwise the exit code is 70.
 * - An event loop that drains under an unsettled run publishes SELF.DRAINED (setup-go ends green there).
 * - The budget aborts the run; what does not end then, or keeps the process alive afterwards, is cut off.
 * - SIGINT and SIGTERM abort the run, so that staging directories are removed.
 *
 * Its timers never keep the process alive.
 */
export function superviseRun(options: GuardOptions, run: (signal: AbortSignal) => Promise<Report>): void {
  const { process, events, host, stop, timeoutMs } = options;
  process.exitCode = 70 satisfies ExitCode;
  const state = { settled: false, published: false };
  const settle = (exitCode: ExitCode): void => {
    state.settled = true;
    process.exitCode = exitCode;
    setTimeout(() => process.exit(), LIMITS.killGraceMs).unref();
  };
  const publishUnsettled = (): void => {
    if (state.settled || state.published) return;
    state.published = true;
    const report = foldReport(events, findCause);
    host.publish(report).then(
      () => settle(report.exitCode),
      () => undefined,
    );
  };
  process.on('beforeExit', publishUnsettled);
  process.on('exit', () => {
    if (!state.settled) speakLast(options);
  });
  process.on('SIGINT', () => stop.abort(failure('SELF.INTERRUPTED', { subject: 'SIGINT' })));
  process.on('SIGTERM', () => stop.abort(failure('SELF.INTERRUPTED', { subject: 'SIGTERM' })));
  process.on('uncaughtException', error => stop.abort(error instanceof Error ? error : new Error(String(error))));
  setTimeout(() => stop.abort(budgetUsedUp(timeoutMs)), timeoutMs).unref();
  setTimeout(() => cutOff(options, state), timeoutMs + LIMITS.budgetGraceMs).unref();
  run(stop.signal).then(
    report => settle(report.exitCode),
    // run() reports everything itself; what it throws is a defect that the last words tell.
    () => process.exit(70),
  );
}

function budgetUsedUp(timeoutMs: number): Error {
  return failure('BUDGET.TOTAL', { subject: 'timeout', evidence: { 'budget ms': timeoutMs } });
}

/** Something ignored the abort: the budget wins all the same. */
function cutOff(options: GuardOptions, state: { readonly settled: boolean }): void {
  if (state.settled) return;
  options.process.exit(75 satisfies ExitCode);
}

function speakLast({ events, host, writeSync, process }: GuardOptions): void {
  const { text, workflowCommands } = lastWords(foldReport(events, findCause));
  writeSync(host.kind === 'github' ? `${text}${workflowCommands}` : text);
  if (process.exitCode === 0) process.exitCode = 70 satisfies ExitCode;
}

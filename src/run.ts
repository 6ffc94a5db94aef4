import type { CommandName } from './domain/command-names.ts';
import type { Event, EventBody, Outcome } from './domain/event.ts';
import { Failure } from './domain/failure.ts';
import type { Finding } from './domain/finding.ts';
import { PRODUCT } from './domain/product.ts';
import { redactDeep } from './domain/redact.ts';
import type { Report } from './domain/report.ts';
import { findCause } from './policy/causes.ts';
import { findingsOf } from './policy/thrown.ts';
import type { Clock } from './ports/machine.ts';
import { foldReport } from './report/fold.ts';
import { describeInstalled, diagnoseAndRepair } from './steps/afterwards.ts';
import type { Context, Setting } from './steps/context.ts';
import { installGo } from './steps/install.ts';
import { loadWords } from './steps/load-words.ts';
import { prepare } from './steps/prepare.ts';

/** What one run is asked to do, by whichever face. */
export interface Job extends Setting {
  readonly clock: Clock;
  /** Everything heard so far; main.ts reads it when the event loop drains under a run. */
  readonly events: Event[];
  /** What was wrong with the command line itself. */
  readonly usage?: readonly [Finding, ...Finding[]];
}

/** Only what `install` needs is loaded with this file; every other command loads its own step. */
const COMMANDS = {
  install: installGo,
  resolve: async (...given) => (await import('./steps/resolve.ts')).resolveOnly(...given),
  preflight: async (...given) => (await import('./steps/preflight.ts')).preflight(...given),
  doctor: async (...given) => (await import('./steps/doctor.ts')).doctor(...given),
  explain: async (...given) => (await import('./steps/explain.ts')).explainLog(...given),
  run: async (...given) => (await import('./steps/run-command.ts')).runCommand(...given),
  sources: async (...given) => (await import('./steps/source-health.ts')).showSourceHealth(...given),
  verify: async (context, signal) => {
    if (context.options['modules'] === undefined) return (await import('./steps/verify.ts')).verifyPath(context, signal);
    return (await import('./steps/verify-modules.ts')).verifyModules(context, signal);
  },
  mirror: async (...given) => (await import('./steps/mirror-export.ts')).exportMirror(...given),
  env: async (...given) => (await import('./steps/print-environment.ts')).printEnvironment(...given),
} as const satisfies Readonly<Record<CommandName, (context: Context, signal: AbortSignal) => Promise<Outcome>>>;

/**
 * The whole story. Events are the only thing that a run produces: the host hears them while they happen, and the report is
 * a fold over them. Never throws: whatever goes wrong is a finding of the report.
 */
export async function run(job: Job, signal: AbortSignal): Promise<Report> {
  let context: Context | undefined;
  const emit = emitter(job, event => context?.earlyLook.hear(event));
  const over = new AbortController();
  const nowMs = job.clock.now();
  emit({ type: 'run-started', command: job.command, product: `${PRODUCT.name} ${PRODUCT.version}`, nowMs });
  const running = AbortSignal.any([signal, over.signal]);
  const ended = { command: job.command, events: job.events, repeat: COMMANDS[job.command] };
  try {
    if (job.usage !== undefined) throw new Failure(job.usage);
    context = await prepare(job, emit);
    if (job.command !== 'install') loadWords();
    const outcome = await COMMANDS[job.command](context, running);
    await diagnoseAndRepair(context, { ...ended, findings: [] }, running);
    await describeInstalled(context, job.command, running);
    emit({ type: 'run-ended', outcome, findings: [] });
  } catch (error) {
    const findings = findingsOf(signal.aborted ? signal.reason : error);
    const repaired = context && (await diagnoseAndRepair(context, { ...ended, findings }, running));
    if (context && repaired) await describeInstalled(context, job.command, running);
    emit({ type: 'run-ended', outcome: repaired ?? 'failed', findings });
  }
  // What nobody waits for any more (a checksum database that is slow, say) must neither go on nor speak after the end.
  over.abort(new Error('the run is over'));
  context?.earlyLook.stop();
  const report = foldReport(job.events, findCause);
  await job.host.publish(report);
  return report;
}

/**
 * Makes the `emit` of a run: it adds the time, hides secrets, keeps the event and lets the host hear it. What comes after
 * `run-ended` is dropped, for the report is made then.
 */
function emitter(job: Job, hear: (event: Event) => void): (body: EventBody) => void {
  const startMs = job.clock.monotonic();
  let isOver = false;
  return body => {
    if (isOver) return;
    isOver = body.type === 'run-ended';
    const event: Event = redactDeep({ atMs: Math.round(job.clock.monotonic() - startMs), ...body }, job.secrets);
    job.events.push(event);
    job.host.hear(event);
    hear(event);
  };
}

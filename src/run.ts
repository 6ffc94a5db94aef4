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

/** Only the common case is at hand; what another command needs is loaded by it. */
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
  try {
    if (job.usage !== undefined) throw new Failure(job.usage);
    context = await prepare(job, emit);
    if (job.command !== 'install') loadWords();
    const outcome = await COMMANDS[job.command](context, running);
    await lookAfterwards(job, { context, findings: [] }, running);
    await describeAfterwards(job, context, running);
    emit({ type: 'run-ended', outcome, findings: [] });
  } catch (error) {
    const findings = findingsOf(signal.aborted ? signal.reason : error);
    const repaired = await lookAfterwards(job, { context, findings }, running);
    if (repaired !== undefined) await describeAfterwards(job, context, running);
    emit({ type: 'run-ended', outcome: repaired ?? 'failed', findings });
  }
  // What nobody waits for any more (a checksum database that is slow, say) must neither go on nor speak after the end.
  over.abort(new Error('the run is over'));
  context?.earlyLook.stop();
  const report = foldReport(job.events, findCause);
  await job.host.publish(report);
  return report;
}

interface After {
  readonly context: Context | undefined;
  readonly findings: readonly Finding[];
}

/** What went wrong first is the failure, and not that its cause could not be looked for, or that a repair failed. */
async function lookAfterwards(job: Job, { context, findings }: After, signal: AbortSignal): Promise<Outcome | undefined> {
  if (context === undefined || signal.aborted) return undefined;
  try {
    return await probeAndRepair(job, { context, findings }, signal);
  } catch (error) {
    warn(context, error);
    return undefined;
  }
}

function warn({ emit }: Context, error: unknown): void {
  for (const each of findingsOf(error)) emit({ type: 'finding', finding: { ...each, severity: 'warning' } });
}

/** After Go is known to what follows, and only then: what the user's own tool says of the workspace changes nothing. */
async function describeAfterwards({ command }: Job, context: Context | undefined, signal: AbortSignal): Promise<void> {
  const tool = context?.inputs.sbomTool;
  if (context === undefined || tool === undefined || command !== 'install' || signal.aborted) return;
  try {
    await (await import('./steps/workspace-sbom.ts')).describeWorkspace(context, tool, signal);
  } catch (error) {
    warn(context, error);
  }
}

/**
 * Probes what an installation needs, when it failed or when that was asked for, and tells or tries what would repair it, or a module
 * cache. Only what a repair made work changes how the run ends: then that is its outcome, and what had failed is told beside it.
 */
async function probeAndRepair(
  { command, events, options }: Job,
  { context, findings }: After & { readonly context: Context },
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  const { diagnose, repair } = context.inputs;
  if (command === 'verify' && options['modules'] !== undefined && findings.length > 0 && repair !== 'off') {
    const { repairRun } = await import('./steps/repair-run.ts');
    return repairRun(context, { findings, diagnosed: undefined, events, repeat: COMMANDS.verify }, signal);
  }
  if (command !== 'install' || diagnose === 'off' || (diagnose === 'on-failure' && findings.length === 0)) return undefined;
  const { diagnoseRun } = await import('./steps/diagnose-run.ts');
  const diagnosed = await diagnoseRun(context, findings, signal);
  if (repair === 'off' || signal.aborted) return undefined;
  const { repairRun } = await import('./steps/repair-run.ts');
  return repairRun(context, { findings, diagnosed, events, repeat: installGo }, signal);
}

/** Adds the time, hides secrets, remembers, and lets the host hear. After the end nothing is heard: the report is made then. */
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

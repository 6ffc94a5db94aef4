import type { Code } from '../domain/catalogue.ts';
import type { Event, Outcome } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { RepairOutcome } from '../domain/repair.ts';
import { findCause } from '../policy/causes.ts';
import { REPAIRS } from '../repairs/registry.ts';
import type { CertainCause, Repair, RepairPlan, Situation } from '../repairs/repair.ts';
import { foldReport } from '../report/fold.ts';
import type { Context } from './context.ts';
import type { Diagnosed } from './diagnose-run.ts';
import { type Repeat, tryChange } from './try-repair.ts';

/** A run as it stands when it is over but for its end. */
export interface AfterRun {
  /** What ended it; empty when it went well. */
  readonly findings: readonly Finding[];
  readonly diagnosed: Diagnosed | undefined;
  readonly events: readonly Event[];
  readonly repeat: Repeat;
}

interface Planned {
  readonly repair: Repair;
  readonly cause: CertainCause;
  readonly plan: RepairPlan;
}

/**
 * Tells what would repair the causes that are certain, and with `repair: safe` tries the first of them that fits, once: what had failed
 * is done again with it, and it is undone where that does not help. Gives the outcome of an installation that worked then; undefined
 * leaves the run as it is. What goes wrong while trying is the outcome of the repair, and no more is thrown than a defect of ours; it
 * takes no more than what is left of the budget.
 */
export async function repairRun(context: Context, after: AfterRun, signal: AbortSignal): Promise<Outcome | undefined> {
  const { inputs, emit } = context;
  const moduleCache = await lookedAt(context, after, signal);
  const all = certainCauses(after).flatMap(cause => plansFor(context, { ...after, moduleCache }, cause));
  const plans = all.filter(item => isInPlace(item, after));
  const chosen = inputs.repair === 'safe' && leftMs(context) > 0 ? plans[0] : undefined;
  const outcome = chosen === undefined ? undefined : await tryOne(context, { ...after, ...chosen }, signal);
  if (outcome !== undefined) return outcome;
  for (const item of plans) {
    if (item !== chosen) emit({ type: 'repair', ...told(item), state: 'planned' });
  }
  return undefined;
}

function leftMs({ machine, budgetEndMs }: Context): number {
  return budgetEndMs - machine.clock.monotonic() - LIMITS.diagnoseReserveMs;
}

/** Whether the change fits how the run ended: variables for later steps after a good end, all else after a failure. */
function isInPlace({ plan }: Planned, { findings }: AfterRun): boolean {
  return (plan.change.kind === 'job') === (findings.length === 0);
}

/** Causes of the diagnosis, and that of the run itself unless the diagnosis explains it; certain ones only. */
function certainCauses({ findings, diagnosed, events }: AfterRun): readonly CertainCause[] {
  const { causes = [], warnings = [] } = diagnosed?.diagnosis ?? {};
  const found = causes.filter(({ verdict }) => verdict === 'cause');
  if (findings.length === 0) return [...found, ...warnings.filter(({ confidence }) => confidence === 'certain')];
  const known = ownCause(findings, events);
  const isExplained = found.some(
    ({ code, chain }) => code === known?.code || (known !== undefined && chain.includes(known.code)),
  );
  return known === undefined || isExplained ? found : [...found, known];
}

/** What the run knows without any probe, where it is sure. */
function ownCause(findings: readonly Finding[], events: readonly Event[]): CertainCause | undefined {
  const atMs = events.at(-1)?.atMs ?? 0;
  const alone = events.filter(({ type }) => type !== 'diagnosis');
  const { cause } = foldReport([...alone, { type: 'run-ended', outcome: 'failed', findings, atMs }], findCause);
  if (cause?.verdict !== 'cause') return undefined;
  return { code: cause.code, subject: findings.find(({ code }) => code === cause.code)?.subject ?? '', fixes: [] };
}

/** Where the module cache is, if the run was about it. */
async function lookedAt(context: Context, { findings }: AfterRun, signal: AbortSignal): Promise<string | undefined> {
  const isIt = findings.some(({ code }) => code === 'MODCACHE.ALTERED');
  return isIt ? (await import('./module-cache-directory.ts')).moduleCacheDirectory(context, signal) : undefined;
}

function plansFor(
  context: Context,
  { findings, diagnosed, moduleCache }: AfterRun & { readonly moduleCache: string | undefined },
  cause: CertainCause,
): readonly Planned[] {
  const { machine, inputs } = context;
  const situation: Situation = {
    cause,
    facts: diagnosed?.facts,
    findings,
    env: machine.env,
    toolCache: machine.toolCache.directory,
    ...(moduleCache === undefined ? {} : { moduleCache }),
    hasCredentials: inputs.sourceToken !== undefined,
  };
  return REPAIRS.filter(repair => repair.causes.includes(cause.code)).flatMap(repair => {
    const plan = repair.plan(situation);
    return plan === undefined ? [] : [{ repair, cause, plan }];
  });
}

function told({ repair, cause, plan }: Planned): Omit<RepairOutcome, 'state'> {
  return { repair: repair.id, title: repair.title, code: cause.code, subject: cause.subject, steps: plan.steps };
}

async function tryOne(context: Context, chosen: AfterRun & Planned, signal: AbortSignal): Promise<Outcome | undefined> {
  const { emit, machine } = context;
  const { repair, plan, findings, cause } = chosen;
  const startMs = machine.clock.monotonic();
  emit({ type: 'repair-tried', repair: repair.id, title: repair.title });
  const before = findings[0]?.code ?? cause.code;
  const trial = await tryChange(context, { ...chosen, change: plan.change, ms: leftMs(context) }, signal);
  const ms = Math.round(machine.clock.monotonic() - startMs);
  const end =
    trial.error === undefined ? ({ state: 'helped' } as const) : { state: 'rolled-back' as const, after: codeOf(trial.error) };
  emit({ type: 'repair', ...told(chosen), ...end, before, ms });
  for (const left of trial.leftovers) emit({ type: 'finding', finding: { ...left, severity: 'warning' } });
  return trial.outcome;
}

/** What is no Failure is a defect of ours; the first failure of the run is the one that counts all the same. */
function codeOf(error: unknown): Code {
  return error instanceof Failure ? error.code : finding('SELF.BUG', { subject: 'repair' }).code;
}

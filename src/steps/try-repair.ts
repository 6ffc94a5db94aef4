import { lookUp } from '../acquire/checksum-database.ts';
import type { Emit, Event, Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { parseGoVersion } from '../domain/version.ts';
import type { EnvChange } from '../ports/host.ts';
import type { Machine } from '../ports/machine.ts';
import type { RepairChange } from '../repairs/repair.ts';
import { setAside } from '../repairs/set-aside.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import { forRelease } from './provided.ts';
import { within } from './within.ts';

export interface Trial {
  /** Of an installation that was repeated and worked. */
  readonly outcome?: Outcome;
  /** Why it did not help; then nothing is left of it. */
  readonly error?: unknown;
  /** What could not be put back or removed. */
  readonly leftovers: readonly Finding[];
}

/** Does once more what a run was asked for. */
export type Repeat = (context: Context, signal: AbortSignal) => Promise<Outcome>;

interface Wanted {
  readonly change: RepairChange;
  readonly events: readonly Event[];
  /** What had failed. */
  readonly repeat: Repeat;
  /** How long doing it again may take. */
  readonly ms: number;
}

/** Makes a change, does again what had failed, and undoes the change where that fails again. Never throws. */
export async function tryChange(context: Context, wanted: Wanted, signal: AbortSignal): Promise<Trial> {
  const { change, events, repeat, ms } = wanted;
  const { clock } = context.machine;
  const reason = (): Error => failure('BUDGET.TOTAL', { subject: 'repair', evidence: { 'budget ms': ms } });
  const again = (machine: Machine): Promise<Outcome> => {
    const repeated = {
      ...context,
      machine,
      emit: renumbered(context.emit, events),
      inputs: { ...context.inputs, preflight: 'off' },
    } as const;
    return within({ clock, ms, reason, graceMs: LIMITS.killGraceMs }, inner => repeat(repeated, inner), signal);
  };
  try {
    switch (change.kind) {
      case 'network':
        return { outcome: await again(context.reopen(change.settings)), leftovers: [] };
      case 'entry':
        return await withoutEntry(context, change, () => again(context.machine));
      case 'job':
        await within({ clock, ms, reason }, inner => proveForJob(context, { ...change, events }, inner), signal);
        await context.host.apply(change.changes);
        return { leftovers: [] };
    }
  } catch (error) {
    return { error, leftovers: [] };
  }
}

/** Attempts of the repetition count on from those before. */
function renumbered(emit: Emit, events: readonly Event[]): Emit {
  const last = Math.max(0, ...events.map(event => ('attempt' in event ? event.attempt : 0)));
  return body => emit('attempt' in body ? { ...body, attempt: body.attempt + last } : body);
}

async function withoutEntry(
  { machine }: Context,
  entry: Extract<RepairChange, { readonly kind: 'entry' }>,
  again: () => Promise<Outcome>,
): Promise<Trial> {
  const aside = await setAside(entry, machine);
  try {
    const outcome = await again();
    return { outcome, leftovers: await left(aside.remove()) };
  } catch (error) {
    return { error, leftovers: await left(aside.undo()) };
  }
}

/** What goes wrong while tidying up is worth a line, and changes nothing. */
async function left(tidying: Promise<void>): Promise<readonly Finding[]> {
  try {
    await tidying;
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.findings;
    throw error;
  }
}

/** Asks as later go commands will, before they are told to: the record of the Go that is ready, proved with the same key. Throws SUM.*. */
async function proveForJob(
  context: Context,
  { changes, events }: { readonly changes: readonly EnvChange[]; readonly events: readonly Event[] },
  signal: AbortSignal,
): Promise<void> {
  const ready = events.findLast(event => event.type === 'toolchain-ready');
  const version = ready?.type === 'toolchain-ready' ? parseGoVersion(ready.version) : undefined;
  const host = changes.find(({ kind }) => kind === 'set')?.value ?? '';
  if (version === undefined || host === '')
    throw failure('SUM.UNREACHABLE', { subject: host, evidence: { reason: 'nothing to ask for' } });
  const { platform } = forRelease(context, version);
  const servers = [{ id: host, baseUrl: `https://${host}` }];
  await lookUp({ wire: context.machine, servers, log: context.log, moduleName: moduleName(version, platform) }, signal);
}

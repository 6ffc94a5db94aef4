import type { CommandName } from '../domain/command-names.ts';
import type { Event, Outcome } from '../domain/event.ts';
import type { Finding } from '../domain/finding.ts';
import { findingsOf } from '../policy/thrown.ts';
import type { Context } from './context.ts';
import type { Repeat } from './try-repair.ts';

/** A command that has ended, in a run that has not. */
export interface EndedCommand {
  readonly command: CommandName;
  /** Everything heard so far. */
  readonly events: readonly Event[];
  /** What ended the command; empty when it went well. */
  readonly findings: readonly Finding[];
  /** Does the same command again. */
  readonly repeat: Repeat;
}

/**
 * Diagnoses an installation that failed, or any where that was asked for, and tells or tries what would repair it; a module cache that
 * was found to be altered is only repaired. Gives the outcome of what a repair made work; undefined leaves the end of the run as it is.
 * Never throws: what went wrong first is the failure, so anything that goes wrong here is a warning.
 */
export async function diagnoseAndRepair(
  context: Context,
  ended: EndedCommand,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  if (signal.aborted) return undefined;
  const { diagnose, repair } = context.inputs;
  const hasFailed = ended.findings.length > 0;
  try {
    if (ended.command === 'verify' && context.options['modules'] !== undefined && hasFailed && repair !== 'off') {
      const { repairRun } = await import('./repair-run.ts');
      return await repairRun(context, { ...ended, diagnosed: undefined }, signal);
    }
    if (ended.command !== 'install' || diagnose === 'off' || (diagnose === 'on-failure' && !hasFailed)) return undefined;
    const { diagnoseRun } = await import('./diagnose-run.ts');
    const diagnosed = await diagnoseRun(context, ended.findings, signal);
    if (repair === 'off' || signal.aborted) return undefined;
    const { repairRun } = await import('./repair-run.ts');
    return await repairRun(context, { ...ended, diagnosed }, signal);
  } catch (error) {
    warn(context, error);
    return undefined;
  }
}

/**
 * Lets the user's own tool (`sbom-tool`) describe the workspace once Go is installed. Never throws: what goes wrong is a warning, and
 * does not change how the run ends.
 */
export async function describeInstalled(context: Context, command: CommandName, signal: AbortSignal): Promise<void> {
  const { sbomTool } = context.inputs;
  if (sbomTool === undefined || command !== 'install' || signal.aborted) return;
  try {
    await (await import('./workspace-sbom.ts')).describeWorkspace(context, sbomTool, signal);
  } catch (error) {
    warn(context, error);
  }
}

function warn({ emit }: Context, error: unknown): void {
  for (const each of findingsOf(error)) emit({ type: 'finding', finding: { ...each, severity: 'warning' } });
}

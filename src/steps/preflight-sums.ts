import { type ModuleSums, proveModuleSums } from '../acquire/module-sums.ts';
import { LIMITS } from '../domain/limits.ts';
import type { GoSumFacts, ProjectFacts } from '../domain/project-facts.ts';
import { provingSums } from '../domain/sum-lines.ts';
import { settingValue } from '../policy/go-settings.ts';
import { matchesModulePatterns } from '../policy/module-patterns.ts';
import type { Context } from './context.ts';
import { openSources } from './sources.ts';

/**
 * Lines of every go.sum and go.work.sum of the project by the checksum database: all of them, or what can be proved in a few seconds.
 * Undefined where nobody may be asked: offline, where GOSUMDB switches the database off or names one, whose key is not ours to believe.
 * Throws CFG.GOPROXY_INVALID, or the signal's reason.
 */
export async function proveProjectSums(
  context: Context,
  project: { readonly facts: ProjectFacts; readonly isAll: boolean },
  signal: AbortSignal,
): Promise<ModuleSums | undefined> {
  const { inputs, machine, log, budgetEndMs } = context;
  const { facts, isAll } = project;
  const database = settingValue(facts.environment, 'GOSUMDB').trim();
  const isOurs = /^(?:|sum\.golang\.(?:org|google\.cn))$/u.test(database);
  const lines = sumFiles(facts).flatMap(provingSums);
  if (inputs.offline || !isOurs || lines.length === 0) return undefined;
  const { environment } = facts;
  const patterns = settingValue(environment, 'GONOSUMDB') || settingValue(environment, 'GOPRIVATE');
  const { checksum } = await openSources(context, signal);
  const leftMs = budgetEndMs - machine.clock.monotonic() - LIMITS.diagnoseReserveMs;
  return proveModuleSums(
    {
      wire: machine,
      servers: checksum,
      log,
      lines,
      isPrivate: path => matchesModulePatterns(patterns, path),
      budgetMs: Math.max(0, isAll ? leftMs : Math.min(leftMs, LIMITS.sumsQuickMs)),
    },
    signal,
  );
}

function sumFiles({ modules, work }: ProjectFacts): readonly GoSumFacts[] {
  return [...modules.map(({ sum }) => sum), work?.sum].filter(sum => sum !== undefined);
}

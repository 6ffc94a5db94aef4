import { basename, resolve } from 'node:path';
import type { DiagnosedCause, Diagnosis } from '../domain/diagnosis.ts';
import type { Outcome } from '../domain/event.ts';
import { FACTS_FILE_BYTES, factsFileText, readFactsFile } from '../domain/facts-file.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { Facts } from '../domain/network-facts.ts';
import { causeFinding } from '../report/fold-diagnosis.ts';
import { diagnose } from '../rules/diagnose.ts';
import { withoutSpareSources } from '../rules/source-states.ts';
import { type Context, inPhase } from './context.ts';
import { gatherForRun } from './gather.ts';

/**
 * The command `doctor`: names what is wrong, or says that nothing is. Ends 0 when an installation finds all that it needs, though a source
 * may be dead beside one that works, which is a warning; else with the exit code of the gravest cause. With `--judge FILE` no packet leaves. Throws INPUT.FACTS, INPUT.INVALID, FS.* and the codes of the causes.
 */
export async function doctor(context: Context, signal: AbortSignal): Promise<Outcome> {
  const diagnosis = await inPhase(context, 'diagnose', async () => judge(context, await factsOf(context, signal)));
  context.emit({ type: 'diagnosis', ...diagnosis });
  const [first, ...more] = diagnosis.causes.map(causeFinding);
  if (first !== undefined) throw new Failure([first, ...more]);
  return 'ok';
}

/** What would stop an installation is a cause; what only makes it take another source is a warning. */
function judge({ inputs }: Context, facts: Facts): Diagnosis {
  const goproxy = inputs.sources.length === 0 || inputs.sources.some(source => source.kind === 'id' && source.id === 'goproxy');
  const whole = diagnose(facts);
  const needed = diagnose(withoutSpareSources(facts, { goproxy }));
  const isNeeded = ({ code }: DiagnosedCause): boolean => needed.causes.some(cause => cause.code === code);
  const spare = whole.causes
    .filter(cause => !isNeeded(cause))
    .map(cause => ({ ...causeFinding(cause), severity: 'warning' as const }));
  return { ...needed, warnings: [...spare, ...needed.warnings], targets: whole.targets };
}

async function factsOf(context: Context, signal: AbortSignal): Promise<Facts> {
  const { options, operands, workspace, machine } = context;
  const file = options['judge'];
  if (file === undefined) {
    const facts = await gatherForRun(context, { urls: operands, findings: [] }, signal);
    const target = options['gather'];
    if (target !== undefined) await machine.files.write(resolve(workspace, target), factsFileText(facts));
    return facts;
  }
  if (options['gather'] !== undefined || operands.length > 0) {
    throw failure('INPUT.INVALID', {
      subject: '--judge',
      message: 'With --judge nothing is gathered; leave out --gather and URLs',
    });
  }
  const bytes = await machine.files.read(resolve(workspace, file), FACTS_FILE_BYTES);
  return readFactsFile(bytes, basename(file));
}

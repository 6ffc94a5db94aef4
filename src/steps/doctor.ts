import { basename, resolve } from 'node:path';
import type { Outcome } from '../domain/event.ts';
import { FACTS_FILE_BYTES, factsFileText, readFactsFile } from '../domain/facts-file.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { Facts } from '../domain/network-facts.ts';
import { causeFinding } from '../report/fold-diagnosis.ts';
import { diagnose } from '../rules/diagnose.ts';
import { type Context, inPhase } from './context.ts';
import { gatherForRun } from './gather.ts';

/**
 * The command `doctor`: names what is wrong, or says that nothing is. Ends 0 when healthy, else with the exit code of the gravest
 * cause. With `--judge FILE` no packet leaves. Throws INPUT.FACTS, INPUT.INVALID, FS.* and the codes of the causes.
 */
export async function doctor(context: Context, signal: AbortSignal): Promise<Outcome> {
  const diagnosis = await inPhase(context, 'diagnose', async () => diagnose(await factsOf(context, signal)));
  context.emit({ type: 'diagnosis', ...diagnosis });
  const [first, ...more] = diagnosis.causes.map(causeFinding);
  if (first !== undefined) throw new Failure([first, ...more]);
  return 'ok';
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

import { resolve } from 'node:path';
import type { Outcome } from '../domain/event.ts';
import { failure } from '../domain/failure.ts';
import { type Context, inPhase } from './context.ts';
import { gatherForRun } from './gather.ts';

/** The command `doctor`: gathers facts into a file. */
export async function doctor(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { operands, options, workspace, machine } = context;
  const facts = await inPhase(context, 'diagnose', () => gatherForRun(context, { urls: operands, findings: [] }, signal));
  const file = options['gather'];
  if (!file) throw failure('SELF.BUG', { subject: 'doctor', evidence: { reason: 'nothing is judged in this build' } });
  await machine.files.write(resolve(workspace, file), `${JSON.stringify(facts, undefined, 1)}\n`);
  return 'ok';
}

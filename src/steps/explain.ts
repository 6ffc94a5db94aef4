import type { Outcome } from '../domain/event.ts';
import { failure } from '../domain/failure.ts';
import type { Context } from './context.ts';

/** The command `explain`. */
export async function explainLog(_context: Context, _signal: AbortSignal): Promise<Outcome> {
  throw failure('SELF.BUG', { subject: 'explain', evidence: { reason: 'this command is not part of this build' } });
}

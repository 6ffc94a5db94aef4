import type { Outcome } from '../domain/event.ts';
import { failure } from '../domain/failure.ts';
import type { Context } from './context.ts';

/** The command `preflight`. */
export async function preflight(_context: Context, _signal: AbortSignal): Promise<Outcome> {
  throw failure('SELF.BUG', { subject: 'preflight', evidence: { reason: 'this command is not part of this build' } });
}

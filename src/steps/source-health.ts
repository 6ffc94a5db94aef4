import type { Outcome } from '../domain/event.ts';
import { failure } from '../domain/failure.ts';
import type { Context } from './context.ts';

/** The command `sources`. */
export async function showSourceHealth(_context: Context, _signal: AbortSignal): Promise<Outcome> {
  throw failure('SELF.BUG', { subject: 'sources', evidence: { reason: 'this command is not part of this build' } });
}

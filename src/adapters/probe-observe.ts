import type { Outcome } from '../domain/probe-outcome.ts';
import { redactText } from '../domain/redact.ts';
import { plainText } from '../policy/page-text.ts';
import type { Clock } from '../ports/machine.ts';
import { sleepAwake } from './net-phase.ts';

const MESSAGE_CHARACTERS = 240;

/** Thrown by `within`; becomes `ended: 'deadline'`. */
const LATE = Symbol('late');

/** What one observation may use. */
export interface Scope {
  /** Destroyed when the observation ends, however it ends. */
  own<T extends { destroy(): unknown }>(resource: T): T;
  /** The promise, if it settles in this time. */
  within<T>(ms: number, promise: Promise<T>): Promise<T>;
}

/**
 * Runs one observation. Whatever goes wrong is its outcome; only the abort of the signal is thrown. What it opened is destroyed at the
 * end, also while it still waits.
 */
export async function observe<T>(
  clock: Clock,
  work: (scope: Scope) => Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly outcome: Outcome; readonly value: T | undefined }> {
  signal.throwIfAborted();
  const startMs = clock.monotonic();
  const owned: { destroy(): unknown }[] = [];
  const scope: Scope = {
    own(resource) {
      owned.push(resource);
      return resource;
    },
    within: (ms, promise) => within({ clock, ms, promise }, signal),
  };
  const took = (): number => Math.round((clock.monotonic() - startMs) * 10) / 10;
  try {
    const value = await work(scope);
    return { outcome: { ok: true, ms: took() }, value };
  } catch (error) {
    signal.throwIfAborted();
    return { outcome: failedOutcome(error, took()), value: undefined };
  } finally {
    for (const resource of owned.reverse()) resource.destroy();
  }
}

async function within<T>(
  { clock, ms, promise }: { readonly clock: Clock; readonly ms: number; readonly promise: Promise<T> },
  signal: AbortSignal,
): Promise<T> {
  const settled = new AbortController();
  const late = sleepAwake(clock, ms, AbortSignal.any([signal, settled.signal])).then(() => Promise.reject(LATE));
  try {
    return await Promise.race([promise, late]);
  } finally {
    settled.abort();
  }
}

/** Reads an unknown thrown value; of an AggregateError, whose message is empty, the first part. */
function failedOutcome(error: unknown, ms: number): Outcome {
  if (error === LATE) return { ok: false, ms, ended: 'deadline' };
  if (error instanceof AggregateError && error.errors.length > 0) return failedOutcome(error.errors[0], ms);
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const { code, errno, syscall } = fields;
  // OpenSSL begins with the number of its thread, which differs in every run.
  const text = (error instanceof Error ? error.message : String(error)).replace(/^[0-9A-F]{8,16}:/u, '');
  const message = plainText(redactText(text, []), MESSAGE_CHARACTERS);
  return {
    ok: false,
    ms,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof errno === 'number' ? { errno } : {}),
    ...(typeof syscall === 'string' ? { syscall } : {}),
    ...(message === '' ? {} : { message }),
  };
}

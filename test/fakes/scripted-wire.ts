import type { Wire } from '../../src/acquire/exchange.ts';
import { failure } from '../../src/domain/failure.ts';
import type { Clock, Net, NetRequest, NetResponse } from '../../src/ports/machine.ts';

/** What a URL does: a body, a status, a refused connection, silence until aborted, or a body after some time. */
export type Script =
  | { readonly body: string; readonly afterMs?: number }
  | { readonly status: number }
  | { readonly refused: true }
  | { readonly silent: true };

export interface ScriptedWire extends Wire {
  /** URLs in the order of their requests. */
  readonly requested: string[];
  readonly requests: NetRequest[];
  /** How many sleeps have neither ended nor been aborted. */
  pendingSleepCount(): number;
}

/**
 * A net that follows a script, and a clock that jumps to the next sleeper when nothing else is left to do. URLs that are
 * not in the script are answered with 404.
 */
export function scriptedWire(scripts: Readonly<Record<string, Script>>): ScriptedWire {
  const clock = jumpingClock();
  const requests: NetRequest[] = [];
  const requested: string[] = [];
  const net: Net = {
    request: async (request, signal) => {
      signal.throwIfAborted();
      requests.push(request);
      requested.push(request.url);
      const script = scripts[request.url] ?? { status: 404 };
      if ('refused' in script) throw failure('TCP.REFUSED', { subject: new URL(request.url).host });
      if ('silent' in script) return untilAborted(signal);
      if ('status' in script) return answer(request.url, { status: script.status, body: '' });
      if (script.afterMs !== undefined) await clock.sleep(script.afterMs, signal);
      return answer(request.url, { status: 200, body: script.body });
    },
  };
  return { net, clock, requests, requested, pendingSleepCount: clock.pendingSleepCount };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as unknown), { once: true }));
}

function answer(url: string, { status, body }: { readonly status: number; readonly body: string }): NetResponse {
  return {
    status,
    headers: {},
    body: (async function* () {
      yield Buffer.from(body);
    })(),
    discard: () => {},
    facts: { host: new URL(url).host, addresses: [], proxyReason: 'none', reused: false },
  };
}

interface Sleeper {
  readonly wakeMs: number;
  readonly wake: () => void;
}

function jumpingClock(): Clock & { readonly pendingSleepCount: () => number } {
  const sleepers = new Set<Sleeper>();
  let nowMs = 0;
  let isScheduled = false;
  const jump = (): void => {
    isScheduled = false;
    const [next] = [...sleepers].sort((a, b) => a.wakeMs - b.wakeMs);
    if (next === undefined) return;
    nowMs = next.wakeMs;
    sleepers.delete(next);
    next.wake();
    schedule();
  };
  // Two turns of the event loop: every promise that can go on without time passing has done so.
  const schedule = (): void => {
    if (isScheduled || sleepers.size === 0) return;
    isScheduled = true;
    setImmediate(() => setImmediate(jump));
  };
  return {
    now: () => nowMs,
    monotonic: () => nowMs,
    pendingSleepCount: () => sleepers.size,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as unknown);
        const sleeper = { wakeMs: nowMs + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          if (sleepers.delete(sleeper)) reject(signal.reason as unknown);
        });
        schedule();
      }),
  };
}

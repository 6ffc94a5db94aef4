import type { Event } from '../domain/event.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Facts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import type { Context } from './context.ts';

/** Facts that are gathered while a run waits, so that one whose sources are all silent is explained when it ends. */
export interface EarlyLook {
  /** Gathers facts once no source has answered for LIMITS.earlyLookMs. Nothing is loaded for it before that. */
  begin(context: Context, signal: AbortSignal): void;
  /** To be told of everything that happens: the first answer ends the looking, for then the network is not what is wrong. */
  hear(event: Event): void;
  /** What was gathered, or is being gathered; undefined when nothing is. */
  facts(): Promise<Facts> | undefined;
  /** To be called at the end of the run. */
  stop(): void;
}

export function createEarlyLook(): EarlyLook {
  const over = new AbortController();
  let facts: Promise<Facts> | undefined;
  /** Begins to wait for an answer. */
  let wait: () => void = () => undefined;
  let waiting: AbortController | undefined;
  const pause = (): void => {
    waiting?.abort(new Error('nobody is asked now'));
    waiting = undefined;
  };
  const stop = (): void => {
    pause();
    facts = undefined;
    over.abort(new Error('nobody needs to know any more'));
  };
  return {
    begin: (context, signal) => {
      wait = () => {
        if (waiting !== undefined || over.signal.aborted) return;
        waiting = new AbortController();
        context.machine.clock.sleep(LIMITS.earlyLookMs, waiting.signal).then(
          () => {
            facts = look(context, AbortSignal.any([signal, over.signal]));
            // Whoever awaits them gets the error; nobody else needs it.
            facts.catch(() => undefined);
          },
          () => undefined,
        );
      };
      wait();
    },
    hear: event => {
      if (isAnswer(event)) stop();
      // Now another run is waited for, and no source.
      if (event.type === 'lock-waiting') pause();
      if (event.type === 'attempt-started') wait();
    },
    facts: () => facts,
    stop,
  };
}

async function look(context: Context, signal: AbortSignal): Promise<Facts> {
  const { gatherForRun } = await import('./gather.ts');
  return gatherForRun(context, { urls: [], findings: [], passMs: PROBE_LIMITS.earlyPassMs }, signal);
}

/** Whether a source has answered over the network; the address of a list on this machine is a file. */
function isAnswer(event: Event): boolean {
  if (event.type === 'attempt-answered') return true;
  return event.type === 'listing-read' && event.code === undefined && /^https?:/iu.test(event.url);
}

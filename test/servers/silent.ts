import { type Origin, startOrigin } from './origin.ts';

/** Accepts connections and requests, and never says a word. */
export function startSilent(): Promise<Origin> {
  return startOrigin(() => undefined);
}

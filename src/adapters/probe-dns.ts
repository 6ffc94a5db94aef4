import { lookup, Resolver } from 'node:dns/promises';
import type { Clock } from '../ports/machine.ts';
import type { NameAnswer, ProbeNet } from '../ports/probe-net.ts';
import { observe } from './probe-observe.ts';

/** The resolver shall end by itself: its code says more than ours. */
const SLACK_MS = 500;

/** A query of the operating system cannot be called off: it holds a thread until it ends. */
export async function probeLookup(
  clock: Clock,
  ask: Parameters<ProbeNet['lookup']>[0],
  signal: AbortSignal,
): Promise<NameAnswer> {
  const { outcome, value } = await observe(
    clock,
    scope => scope.within(ask.ms, lookup(ask.name, { all: true, order: 'verbatim' })),
    signal,
  );
  return { ...outcome, addresses: (value ?? []).map(entry => entry.address) };
}

/** `servers`: other name servers than those of the machine, for tests. */
export async function probeQuery(
  means: { readonly clock: Clock; readonly servers: readonly string[] | undefined },
  ask: Parameters<ProbeNet['query']>[0],
  signal: AbortSignal,
): Promise<NameAnswer> {
  const resolver = new Resolver({ timeout: ask.ms, tries: ask.tries });
  if (means.servers !== undefined) resolver.setServers(means.servers);
  // Each try of c-ares waits longer than the one before, and adds a random part.
  const longestMs = ask.ms * 2 ** ask.tries + SLACK_MS;
  const { outcome, value } = await observe(
    means.clock,
    scope => {
      scope.own({ destroy: () => resolver.cancel() });
      return scope.within(longestMs, ask.family === 4 ? resolver.resolve4(ask.name) : resolver.resolve6(ask.name));
    },
    signal,
  );
  return { ...outcome, addresses: value ?? [] };
}

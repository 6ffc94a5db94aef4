import { connect, isIP, type Socket } from 'node:net';
import type { ConnectFacts } from '../domain/network-facts.ts';
import type { Clock } from '../ports/machine.ts';
import type { ProbeNet } from '../ports/probe-net.ts';
import { observe, type Scope } from './probe-observe.ts';
import { type Tap, tapped } from './probe-tap.ts';

/** One connection attempt to one address; the socket belongs to the scope. */
export function dial(scope: Scope, peer: { readonly address: string; readonly port: number }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = scope.own(connect({ host: peer.address, port: peer.port, noDelay: true }));
    // Stays: an error without a listener would end the process.
    socket.on('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

export async function probeConnect(
  clock: Clock,
  ask: Parameters<ProbeNet['connect']>[0],
  signal: AbortSignal,
): Promise<ConnectFacts> {
  const { address, port, silenceMs } = ask;
  let openMs: number | undefined;
  const startMs = clock.monotonic();
  const { outcome, value } = await observe(
    clock,
    async scope => {
      const socket = await scope.within(ask.ms, dial(scope, ask));
      openMs = Math.round((clock.monotonic() - startMs) * 10) / 10;
      return await listen({ clock, tap: tapped(socket), silenceMs }, signal);
    },
    signal,
  );
  // A refused SYN is ECONNREFUSED: this one was answered, and the reset was there before Node had looked.
  if (outcome.code === 'ECONNRESET' && outcome.syscall === 'connect') {
    return { ok: true, ms: outcome.ms, address, port, family: isIP(address) === 6 ? 6 : 4, silence: 'reset' };
  }
  const local = / - Local \(([^)]*)\)/u.exec(outcome.message ?? '')?.[1];
  return {
    ...outcome,
    ...(openMs === undefined ? {} : { ms: openMs }),
    address,
    port,
    family: isIP(address) === 6 ? 6 : 4,
    ...(local === undefined ? {} : { local }),
    ...value,
  };
}

/** What comes unasked in a short time. */
export async function listen(
  options: { readonly clock: Clock; readonly tap: Tap; readonly silenceMs: number },
  signal: AbortSignal,
): Promise<Pick<ConnectFacts, 'silence' | 'spokeHex'>> {
  const { clock, tap, silenceMs } = options;
  const settled = new AbortController();
  const something = new Promise<void>(resolve => {
    for (const event of ['readable', 'end', 'close', 'error']) tap.stream.once(event, () => resolve());
  });
  const quiet = clock.sleep(silenceMs, AbortSignal.any([signal, settled.signal]));
  try {
    await Promise.race([something, quiet]);
  } finally {
    settled.abort();
  }
  const { ended, first } = tap.seen;
  if (first.length > 0) return { silence: 'spoke', spokeHex: first.toString('hex') };
  return { silence: ended ?? (tap.stream.destroyed ? 'reset' : 'open') };
}

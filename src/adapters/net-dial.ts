import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket, type TcpNetConnectOpts } from 'node:net';
import { failure } from '../domain/failure.ts';
import { LIMITS, type PhaseLimits, phaseMs } from '../domain/limits.ts';
import type { Clock } from '../ports/machine.ts';
import { netFailure, readSystemError } from './net-failure.ts';
import { sleepAwake, withinPhase } from './net-phase.ts';

/** Addresses of a name, best first. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** The resolver of the operating system, in its own order. A query cannot be called off: it holds a thread until it ends. */
export async function resolveBySystem(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(entry => entry.address);
}

/**
 * A resolver for many connections at once: who asks while a name is looked up, or a moment after it was found, hears the same answer.
 * A query holds a thread of libuv, of which there are four, for seconds where a packet is lost. What failed is asked for anew.
 */
export function shareAnswers(resolve: Resolve, clock: Clock): Resolve {
  const answers = new Map<string, { readonly answer: Promise<readonly string[]>; untilMs: number }>();
  const ask = (host: string): Promise<readonly string[]> => {
    const answer = askTwice({ clock, resolve, host });
    const entry = { answer, untilMs: Number.POSITIVE_INFINITY };
    answers.set(host, entry);
    answer.then(
      () => {
        entry.untilMs = clock.monotonic() + LIMITS.nameKeptMs;
      },
      () => answers.delete(host),
    );
    return answer;
  };
  return host => {
    const known = answers.get(host);
    return known !== undefined && clock.monotonic() < known.untilMs ? known.answer : ask(host);
  };
}

/** Whom to connect to. */
export interface Peer {
  /** A name or an IP literal without brackets. */
  readonly host: string;
  readonly port: number;
  readonly viaProxy: boolean;
}

export function peerName(peer: Peer): string {
  return isIP(peer.host) === 6 ? `[${peer.host}]:${peer.port}` : `${peer.host}:${peer.port}`;
}

/** Throws DNS.NXDOMAIN, DNS.SERVER, DNS.TIMEOUT, PROXY.DNS. */
export async function lookUp(
  options: { readonly clock: Clock; readonly resolve: Resolve; readonly peer: Peer; readonly limits: PhaseLimits },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { peer, limits } = options;
  if (isIP(peer.host) !== 0) return [peer.host];
  const ms = phaseMs(limits, 'lookupMs', options.clock.monotonic());
  const budget = { phase: 'lookup', 'budget ms': ms };
  const late = () => failure(peer.viaProxy ? 'PROXY.DNS' : 'DNS.TIMEOUT', { subject: peer.host, evidence: budget });
  try {
    const work = () => options.resolve(peer.host);
    const addresses = await withinPhase({ clock: options.clock, ms, late, abandon: () => undefined, work }, signal);
    if (addresses.length === 0) throw Object.assign(new Error('no address'), { code: 'ENODATA' });
    return addresses;
  } catch (error) {
    signal.throwIfAborted();
    throw netFailure(error, { phase: 'lookup', subject: peer.host, viaProxy: peer.viaProxy });
  }
}

/**
 * A resolver asks again only 5 s after a lost packet (measured: 2 of 300 look-ups), which is most of the budget. A second question
 * after a second is answered at once. The first that is answered counts; only the first may fail.
 */
async function askTwice(options: {
  readonly clock: Clock;
  readonly resolve: Resolve;
  readonly host: string;
}): Promise<readonly string[]> {
  const { clock, resolve, host } = options;
  const settled = new AbortController();
  const first = resolve(host);
  const second = clock.sleep(LIMITS.lookupAgainMs, settled.signal).then(() => resolve(host));
  try {
    return await Promise.race([first, second.catch(() => first)]);
  } finally {
    settled.abort();
  }
}

/** The order in which to try: families alternate, beginning with that of the first address (RFC 8305, 4). */
export function alternateFamilies(addresses: readonly string[]): readonly string[] {
  const family = isIP(addresses[0] ?? '');
  const same = addresses.filter(address => isIP(address) === family);
  const other = addresses.filter(address => isIP(address) !== family);
  const mixed: string[] = [];
  for (let index = 0; index < Math.max(same.length, other.length); index++) {
    mixed.push(...same.slice(index, index + 1), ...other.slice(index, index + 1));
  }
  return mixed.slice(0, LIMITS.connectAddressCount);
}

interface Attempt {
  readonly address: string;
  readonly error: unknown;
}

/**
 * Connects to whichever address answers first. The next one is started after a short while or as soon as one fails, but
 * earlier ones keep their full time: Node's own form gives each 250 ms and so fails where one SYN is lost
 * (nodejs/node#54359). Throws TCP.*, PROXY.REFUSED.
 */
export function connectFirst(
  options: { readonly clock: Clock; readonly addresses: readonly string[]; readonly peer: Peer; readonly limits: PhaseLimits },
  signal: AbortSignal,
): Promise<Socket> {
  const { clock, peer, limits } = options;
  const budgetMs = (): number => phaseMs(limits, 'connectMs', clock.monotonic());
  const longestMs = budgetMs();
  const waiting = [...alternateFamilies(options.addresses)];
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const finished = new AbortController();
    const open = new Set<Socket>();
    const failed: Attempt[] = [];
    const finish = (): void => {
      finished.abort();
      signal.removeEventListener('abort', onAbort);
      for (const socket of open) socket.destroy();
    };
    const onAbort = (): void => {
      finish();
      reject(signal.reason);
    };
    const after = (ms: number, then: () => void): void => {
      clock.sleep(ms, finished.signal).then(then, () => undefined);
    };
    const giveUp = (socket: Socket, attempt: Attempt): void => {
      if (!open.delete(socket)) return;
      socket.destroy();
      failed.push(attempt);
      if (waiting.length > 0) {
        startNext();
      } else if (open.size === 0) {
        finish();
        reject(connectFailure(failed, peer, longestMs));
      }
    };
    const startNext = (): void => {
      const address = waiting.shift();
      if (address === undefined) return;
      // net.Socket hands this to its stream; the documentation only forgets to say so.
      const options: TcpNetConnectOpts & { readonly readableHighWaterMark: number } = {
        host: address,
        port: peer.port,
        noDelay: true,
        readableHighWaterMark: LIMITS.socketBufferBytes,
      };
      const socket = connect(options);
      open.add(socket);
      socket.on('error', error => giveUp(socket, { address, error }));
      socket.once('connect', () => {
        if (!open.delete(socket)) return;
        finish();
        resolve(socket);
      });
      sleepAwake(clock, budgetMs(), finished.signal).then(
        () => giveUp(socket, { address, error: Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }) }),
        () => undefined,
      );
      after(LIMITS.connectStaggerMs, startNext);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    startNext();
  });
}

/** A family that this machine has not got says little: the first error of another kind is the one that counts. */
function connectFailure(failed: readonly Attempt[], peer: Peer, budgetMs: number): Error {
  const codes = failed.map(attempt => readSystemError(attempt.error).code ?? 'unknown');
  const telling = codes.findIndex(code => !['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code));
  const attempts = failed.map((attempt, index) => `${attempt.address} ${codes[index]}`).join(', ');
  return netFailure(failed[Math.max(telling, 0)]?.error, {
    phase: 'connect',
    subject: peerName(peer),
    viaProxy: peer.viaProxy,
    evidence: { addresses: attempts, 'budget ms': budgetMs },
  });
}

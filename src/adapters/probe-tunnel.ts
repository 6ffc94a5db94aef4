import type { IncomingHttpHeaders } from 'node:http';
import type { TunnelFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { plainText, readPage } from '../policy/page-text.ts';
import type { Clock } from '../ports/machine.ts';
import type { ProbeNet } from '../ports/probe-net.ts';
import { observe } from './probe-observe.ts';
import type { Trust } from './probe-secure.ts';
import { endedFact, type Tap } from './probe-tap.ts';
import { openPeer, sendConnect } from './probe-way.ts';

const FIELD_CHARACTERS = 120;

/** Our own CONNECT: it keeps status, page and the bytes behind the head, which agents report as a reset. */
export async function probeTunnel(
  means: { readonly clock: Clock; readonly trust: Trust },
  ask: Parameters<ProbeNet['tunnel']>[0],
  signal: AbortSignal,
): Promise<TunnelFacts> {
  const { clock } = means;
  let peer: Tap | undefined;
  let answer: Partial<TunnelFacts> = {};
  const { outcome } = await observe(
    clock,
    async scope => {
      const open = async (): Promise<Awaited<ReturnType<typeof sendConnect>>> => {
        peer = await openPeer(scope, ask.way, means.trust);
        return sendConnect(peer.stream, ask.target);
      };
      const { response, head } = await scope.within(ask.ms, open());
      const { statusCode: status = 0, statusMessage, headers } = response;
      const isOpen = status >= 200 && status <= 299;
      answer = { status, ...reasonOf(statusMessage), ...fieldsOf(headers) };
      const behind = peer === undefined ? head : await readBehind({ clock, peer, head, isOpen, ask }, signal);
      const first = behind.subarray(0, PROBE_LIMITS.firstBytes);
      if (first.length > 0) answer = { ...answer, headHex: first.toString('hex') };
      const page = isOpen ? undefined : readPage(behind).excerpt;
      if (page !== undefined) answer = { ...answer, page };
      if (!isOpen) throw Object.assign(new Error(`CONNECT was answered with ${status}`), { code: 'ERR_PROXY_TUNNEL' });
    },
    signal,
  );
  const spoke: { readonly headHex?: string } =
    answer.headHex === undefined && answer.status === undefined && peer !== undefined && peer.seen.first.length > 0
      ? { headHex: peer.seen.first.toString('hex') }
      : {};
  const { host } = ask.way.proxy ?? { host: ask.way.address };
  const ended = answer.status === undefined ? endedFact(outcome, peer?.seen) : {};
  return {
    schemes: [],
    ...outcome,
    ...ended,
    proxy: `${host.includes(':') ? `[${host}]` : host}:${ask.way.port}`,
    ...answer,
    ...spoke,
  };
}

/** Of an open tunnel what comes unasked, which a TLS server never sends; of a refusal its page. */
async function readBehind(
  options: {
    readonly clock: Clock;
    readonly peer: Tap;
    readonly head: Buffer;
    readonly isOpen: boolean;
    readonly ask: Parameters<ProbeNet['tunnel']>[0];
  },
  signal: AbortSignal,
): Promise<Buffer> {
  const { clock, peer, head, isOpen, ask } = options;
  if (isOpen && head.length > 0) return head;
  const chunks = [head];
  peer.stream.on('data', (chunk: Buffer) => {
    if (chunks.reduce((sum, one) => sum + one.length, 0) < PROBE_LIMITS.keptBytes) chunks.push(chunk);
  });
  const quiet = new AbortController();
  const over = new Promise<void>(resolve => {
    for (const event of isOpen ? ['data', 'end', 'close'] : ['end', 'close']) peer.stream.once(event, () => resolve());
  });
  const wait = clock.sleep(isOpen ? ask.silenceMs : PROBE_LIMITS.pageMs, AbortSignal.any([signal, quiet.signal]));
  try {
    await Promise.race([over, wait]);
  } finally {
    quiet.abort();
  }
  return Buffer.concat(chunks);
}

function reasonOf(reason: string | undefined): { readonly reason?: string } {
  const text = plainText(reason ?? '', FIELD_CHARACTERS);
  return text === '' ? {} : { reason: text };
}

function fieldsOf(headers: IncomingHttpHeaders): Pick<TunnelFacts, 'schemes' | 'squidError' | 'via' | 'server'> {
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return value === undefined ? undefined : plainText(String(value), FIELD_CHARACTERS);
  };
  const [squidError, via, server] = [one('x-squid-error'), one('via'), one('server')];
  return {
    schemes: authenticationSchemes(headers['proxy-authenticate']),
    ...(squidError === undefined ? {} : { squidError }),
    ...(via === undefined ? {} : { via }),
    ...(server === undefined ? {} : { server }),
  };
}

/** The scheme names only: a challenge may hold a nonce. */
export function authenticationSchemes(value: readonly string[] | string | undefined): readonly string[] {
  const challenges = value === undefined ? [] : typeof value === 'string' ? value.split(/,(?=\s*[A-Za-z-]+(?:\s|$|,))/u) : value;
  return challenges.map(challenge => plainText(challenge, FIELD_CHARACTERS).split(' ')[0] ?? '').filter(name => name !== '');
}

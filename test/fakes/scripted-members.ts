import type { Code } from '../../src/domain/catalogue.ts';
import { failure } from '../../src/domain/failure.ts';
import { phaseMs } from '../../src/domain/limits.ts';
import type { Candidate } from '../../src/domain/source.ts';
import type { Net, NetRequest, NetResponse } from '../../src/ports/machine.ts';
import type { FakeClock } from './fake-clock.ts';

/** What a member does with one question. By default an honest server: ranges, an entity tag, 1 MB/s after 20 ms. */
export interface Behaviour {
  /** To the last header byte. */
  readonly afterMs?: number;
  readonly failure?: Code;
  /** Takes the question and never answers. */
  readonly isSilent?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytesPerMs?: number;
  readonly chunkBytes?: number;
  /** What happens after so many bytes of the answer. */
  readonly fault?: { readonly kind: 'cut' | 'reset' | 'stall'; readonly afterBytes: number };
  /** What it has; default: the file. */
  readonly content?: Uint8Array;
  /** The size that it says; default: that of the content. */
  readonly saysBytes?: number;
  /** False: every question is answered with the whole file. */
  readonly ranges?: boolean;
  /** The part that comes begins so much later than was asked. */
  readonly shiftBytes?: number;
  /** So many bytes come behind the end. */
  readonly excessBytes?: number;
  /** False: the body ends with the connection, and nothing says how long it is. */
  readonly hasLength?: boolean;
  readonly etag?: string;
}

/** By question, from the first; the last is for all that follow. */
export type Script = readonly [Behaviour, ...Behaviour[]];

export interface SeenQuestion {
  readonly atMs: number;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

export interface MemberRecord {
  readonly questions: SeenQuestion[];
  /** Body bytes that were handed to our side. */
  sentBytes: number;
  openCount: number;
  mostOpenCount: number;
}

export interface ScriptedMembers {
  readonly net: Net;
  readonly candidates: readonly [Candidate, ...Candidate[]];
  readonly records: readonly MemberRecord[];
}

/** Sources of one file by script, on a clock of their own. The bytes are views of `content`, so that a reader can tell whose they are. */
export function createMembers(options: {
  readonly clock: FakeClock;
  readonly content: Uint8Array;
  readonly scripts: readonly Script[];
}): ScriptedMembers {
  const { clock, content, scripts } = options;
  const records = scripts.map((): MemberRecord => ({ questions: [], sentBytes: 0, openCount: 0, mostOpenCount: 0 }));
  const request = async (asked: NetRequest, signal: AbortSignal): Promise<NetResponse> => {
    signal.throwIfAborted();
    const index = Number(/^m(\d+)\./u.exec(new URL(asked.url).host)?.[1]);
    const script = scripts[index];
    const record = records[index];
    if (script === undefined || record === undefined) throw failure('DNS.NXDOMAIN', { subject: asked.url });
    const behaviour = script[Math.min(record.questions.length, script.length - 1)] ?? script[0];
    const { range, 'if-range': ifRange } = asked.headers ?? {};
    record.questions.push({ atMs: clock.monotonic(), range, ifRange });
    record.openCount += 1;
    record.mostOpenCount = Math.max(record.mostOpenCount, record.openCount);
    let isOpen = true;
    const leave = (): void => {
      if (isOpen) record.openCount -= 1;
      isOpen = false;
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await respond({ clock, content, behaviour, asked, record, leave }, signal);
    } catch (error) {
      leave();
      throw error;
    }
  };
  const [first, ...others] = scripts.map((_, index) => candidateOf(index));
  if (first === undefined) throw new Error('a team has a member');
  return { net: { request }, candidates: [first, ...others], records };
}

function candidateOf(index: number): Candidate {
  const url = `https://m${index}.test/go.tar.gz`;
  return { sourceId: `m${index}`, url, fileName: 'go.tar.gz', format: 'tar.gz', layout: 'release' };
}

interface Exchange {
  readonly clock: FakeClock;
  readonly content: Uint8Array;
  readonly behaviour: Behaviour;
  readonly asked: NetRequest;
  readonly record: MemberRecord;
  readonly leave: () => void;
}

async function respond(exchange: Exchange, signal: AbortSignal): Promise<NetResponse> {
  const { clock, behaviour, asked, leave } = exchange;
  const host = new URL(asked.url).host;
  const { afterMs = 20, isSilent = false } = behaviour;
  const firstByteMs = phaseMs(asked.limits, 'firstByteMs', clock.monotonic());
  await clock.sleep(isSilent ? firstByteMs : Math.min(afterMs, firstByteMs), signal);
  if (isSilent || afterMs > firstByteMs) throw failure('HTTP.TTFB_STALL', { subject: host });
  if (behaviour.failure !== undefined) throw failure(behaviour.failure, { subject: host });
  const part = partOf(exchange);
  const closing = new AbortController();
  const discard = (): void => {
    leave();
    closing.abort(failure('BODY.RESET', { subject: host, evidence: { reason: 'closed here' } }));
  };
  signal.addEventListener('abort', discard, { once: true });
  return {
    status: part.status,
    headers: part.headers,
    body: bodyOf(exchange, part, closing.signal),
    discard,
    facts: { host, addresses: [], proxyReason: 'none', reused: false },
  };
}

interface Part {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** What the framing says; undefined when it says nothing. */
  readonly framedBytes: number | undefined;
}

function partOf({ behaviour, content, asked }: Exchange): Part {
  const { status = 200, etag = '"one"', ranges = true, shiftBytes = 0, excessBytes = 0, hasLength = true } = behaviour;
  if (status !== 200) return { status, headers: { ...behaviour.headers }, bytes: new Uint8Array(0), framedBytes: 0 };
  const own = behaviour.content ?? content;
  const sizeBytes = behaviour.saysBytes ?? own.length;
  const { range, 'if-range': ifRange } = asked.headers ?? {};
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range ?? '') ?? [];
  const fields = { etag, ...behaviour.headers };
  if (first + last === '' || !ranges || (ifRange !== undefined && ifRange !== etag)) {
    const length = hasLength ? { 'content-length': String(sizeBytes) } : {};
    return { status: 200, headers: { ...length, ...fields }, bytes: own, framedBytes: hasLength ? sizeBytes : undefined };
  }
  const start = (first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first)) + shiftBytes;
  const end = first === '' || last === '' ? sizeBytes : Math.min(sizeBytes, Number(last) + 1);
  if (start >= end) return { status: 416, headers: {}, bytes: new Uint8Array(0), framedBytes: 0 };
  const headers = {
    'content-length': String(end - start + excessBytes),
    'content-range': `bytes ${start}-${end - 1}/${sizeBytes}`,
    ...fields,
  };
  return { status: 206, headers, bytes: own.subarray(start, end + excessBytes), framedBytes: end - start + excessBytes };
}

async function* bodyOf({ behaviour, clock, record, leave, asked }: Exchange, part: Part, closed: AbortSignal) {
  const { bytesPerMs = 1_000, chunkBytes = 65_536, fault } = behaviour;
  const subject = new URL(asked.url).host;
  const stop = Math.min(part.bytes.length, fault?.afterBytes ?? Number.POSITIVE_INFINITY);
  try {
    for (let at = 0; at < stop; at += chunkBytes) {
      const chunk = part.bytes.subarray(at, Math.min(at + chunkBytes, stop));
      await clock.sleep(chunk.length / bytesPerMs, closed);
      record.sentBytes += chunk.length;
      yield chunk;
    }
    closed.throwIfAborted();
    if (fault?.kind === 'stall') {
      await new Promise((_, reject) => closed.addEventListener('abort', () => reject(closed.reason), { once: true }));
    }
    if (fault?.kind === 'reset') throw failure('BODY.RESET', { subject });
    if (part.framedBytes !== undefined && stop < part.framedBytes) throw failure('BODY.TRUNCATED', { subject });
  } finally {
    leave();
  }
}

import type { Code } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import { type Assembly, createAssembly, isRead, takeChunk } from './assembly.ts';
import type { Crew, Lane, Member, Receiver } from './crew.ts';
import { freeLane } from './lane.ts';

/** What one reader gets: a part of the file in order, whoever sends it. */
export interface Delivery {
  readonly crew: Crew;
  readonly assembly: Assembly;
  readonly fromBytes: number;
  /** Exclusive; undefined: to the end of the file. */
  readonly endBytes: number | undefined;
  /** The tail of a zip is not worth reading the whole file. */
  readonly canSkip: boolean;
  readonly receiver: Receiver;
  /** Its connections; each has a member of its own. */
  readonly lanes: Set<Lane>;
  /** Ends sleeps when the delivery is over. */
  readonly stop: AbortController;
  /** Who is asked before others. */
  favourite: Member | undefined;
  /** Several members at once; before that, one reads all. */
  isJoined: boolean;
  /** A member waits until the reader has made room in the window. */
  wantsRoom: boolean;
  /** All are down, and a pause goes on before they are asked again. */
  isPausing: boolean;
  /** Which pause comes next, from 1. */
  round: number;
  /** Since something came, those who were given up early have been asked again with all patience. */
  hasBeenPatient: boolean;
  /** Members that were given up early since something came; each doubles the patience with the next. */
  impatientCount: number;
  /** Failures since something came. */
  recent: Finding[];
  /** When oversee.ts looks next; the time from then on is one in which this process was busy or asleep. Infinity before it began. */
  lookDueMs: number;
  readonly reader: ReaderState;
  /** `done`: all was read, or the reader has left. */
  end: 'open' | 'done' | { readonly error: unknown };
}

interface ReaderState {
  /** Who waits for the next chunk. */
  waiter: { readonly resolve: (read: IteratorResult<Uint8Array>) => void; readonly reject: (error: unknown) => void } | undefined;
  waitingSinceMs: number;
  /** Of all waits that have ended. */
  waitedMs: number;
}

export interface DeliveryRequest {
  readonly fromBytes: number;
  readonly endBytes: number | undefined;
  readonly canSkip: boolean;
  readonly favourite: Member | undefined;
}

export function createDelivery(crew: Crew, request: DeliveryRequest, receiver: Receiver): Delivery {
  const end = request.endBytes ?? crew.sizeBytes ?? Number.POSITIVE_INFINITY;
  return {
    ...request,
    crew,
    receiver,
    assembly: createAssembly(request.fromBytes, end),
    lanes: new Set(),
    stop: new AbortController(),
    isJoined: false,
    wantsRoom: false,
    isPausing: false,
    round: 1,
    hasBeenPatient: false,
    impatientCount: 0,
    recent: [],
    lookDueMs: Number.POSITIVE_INFINITY,
    reader: { waiter: undefined, waitingSinceMs: 0, waitedMs: 0 },
    end: 'open',
  };
}

/** Gives the reader what it waits for, if it is here. */
export function serve(delivery: Delivery): void {
  const { reader, assembly, crew } = delivery;
  const { waiter } = reader;
  if (waiter === undefined) return;
  const chunk = takeChunk(assembly, crew);
  const isDone = chunk === undefined && isRead(assembly);
  if (chunk === undefined && !isDone) return;
  reader.waiter = undefined;
  reader.waitedMs += crew.wire.clock.monotonic() - reader.waitingSinceMs;
  if (isDone) endDelivery(delivery, 'done');
  waiter.resolve(chunk === undefined ? { value: undefined, done: true } : { value: chunk, done: false });
}

/** Ends it, once: all connections and timers go. A reader that waits is told the error. */
export function endDelivery(delivery: Delivery, end: 'done' | { readonly error: unknown }): void {
  if (delivery.end !== 'open') return;
  delivery.end = end;
  for (const lane of delivery.lanes) freeLane(lane);
  delivery.lanes.clear();
  delivery.stop.abort();
  if (end === 'done') return;
  const { waiter } = delivery.reader;
  delivery.reader.waiter = undefined;
  waiter?.reject(end.error);
}

/**
 * Whether the reader has bytes that a clean start would have to take back. A tail is handed over as a whole, so a reader of one
 * never has.
 */
export function hasHandedOver({ canSkip, crew }: Delivery): boolean {
  return canSkip && crew.firstContributor !== undefined;
}

/**
 * How long a silent member is waited for where another could go on. Doubled after each wait that was in vain: if all sources are
 * slow to answer, none of them would ever get to the end otherwise.
 */
export function patience({ crew, impatientCount }: Delivery, { member, answer }: Lane, firstMs: number): number {
  const grownMs = firstMs * 2 ** Math.max(impatientCount, member.breaker.failureCount);
  // One that is known to answer late may do so again.
  const answerMs = answer === undefined ? 2 * (member.roundTripMs ?? 0) : 0;
  return Math.min(Math.max(grownMs, answerMs), crew.pace.stallMs);
}

/**
 * How long a peer has been silent. A time in which this process was busy does not count: what the peer sent then has not been
 * read yet.
 */
export function silenceMs({ crew, lookDueMs }: Delivery, { waitingSinceMs }: Lane): number {
  return waitingSinceMs === undefined ? 0 : Math.max(0, Math.min(crew.wire.clock.monotonic(), lookDueMs) - waitingSinceMs);
}

/**
 * Whether a lane that failed with this code had made progress. The least that counts bounds how often a peer can send a few bytes
 * and cut.
 */
export function hadProgress(crew: Crew, lane: Lane, code: Code): boolean {
  if (code === 'BODY.SLOW') return false;
  const leastBytes =
    crew.sizeBytes === undefined ? LEAST_PROGRESS_BYTES : Math.max(1, Math.ceil(crew.sizeBytes / PROGRESS_PARTS));
  return lane.addedBytes >= leastBytes;
}

const PROGRESS_PARTS = 256;
const LEAST_PROGRESS_BYTES = 64 * 1_024;

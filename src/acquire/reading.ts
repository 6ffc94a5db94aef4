import { isRead, takeChunk } from './assembly.ts';
import type { Crew, Lane, Receiver } from './crew.ts';
import { createDelivery, type Delivery, type DeliveryRequest, endDelivery, serve } from './delivery.ts';
import { receiveError } from './lane-failure.ts';
import { oversee } from './oversee.ts';
import { makeRoom, receiveBytes, receiveEnd } from './receive.ts';
import { onAnswered, shareWork } from './share-work.ts';

/** One reading of a part of the file, once, in order. */
export interface Reading extends AsyncIterator<Uint8Array, void, undefined> {
  /** Leaving early ends all connections. */
  return(): Promise<IteratorResult<Uint8Array, void>>;
  /** The same, and a wait that goes on is told the error. */
  fail(error: unknown): void;
}

/**
 * Prepares a reading; nothing is sent or timed before the first `next`. `first` is a lane whose answer has come already. `next`
 * rejects with a Failure that holds a finding for every member when all are down, or with what `fail` says.
 */
export function createReading(crew: Crew, request: DeliveryRequest & { readonly first: Lane | undefined }): Reading {
  const receiver: Receiver = {
    onBytes: (lane, bytes) => receiveBytes(delivery, lane, bytes),
    onEnd: lane => receiveEnd(delivery, lane),
    onError: (lane, error) => receiveError(delivery, lane, error),
  };
  const delivery: Delivery = createDelivery(crew, request, receiver);
  let hasBegun = false;
  return {
    next: () => {
      if (!hasBegun) {
        hasBegun = true;
        begin(delivery, request.first);
      }
      return read(delivery);
    },
    return: () => {
      endDelivery(delivery, 'done');
      return Promise.resolve({ value: undefined, done: true });
    },
    fail: error => endDelivery(delivery, { error }),
  };
}

function begin(delivery: Delivery, first: Lane | undefined): void {
  const { assembly, receiver } = delivery;
  if (isRead(assembly)) return;
  oversee(delivery);
  const [span] = assembly.spans;
  if (first === undefined || first.isClosed || span === undefined) {
    shareWork(delivery);
    return;
  }
  first.receiver = receiver;
  first.span = span;
  span.lane = first;
  span.member = first.member;
  delivery.lanes.add(first);
  try {
    onAnswered(delivery, first);
  } catch (error) {
    receiver.onError(first, error);
  }
}

function read(delivery: Delivery): Promise<IteratorResult<Uint8Array, void>> {
  const { assembly, crew, reader } = delivery;
  if (typeof delivery.end === 'object') return Promise.reject(delivery.end.error);
  if (delivery.end === 'done') return Promise.resolve({ value: undefined, done: true });
  const chunk = takeChunk(assembly, crew);
  if (chunk !== undefined) {
    makeRoom(delivery);
    return Promise.resolve({ value: chunk, done: false });
  }
  return new Promise((resolve, reject) => {
    reader.waiter = { resolve, reject };
    reader.waitingSinceMs = crew.wire.clock.monotonic();
    makeRoom(delivery);
    serve(delivery);
    if (reader.waiter !== undefined && !delivery.isJoined) for (const lane of delivery.lanes) lane.pull();
  });
}

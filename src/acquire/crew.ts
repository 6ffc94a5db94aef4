import type { Emit } from '../domain/event.ts';
import type { Finding } from '../domain/finding.ts';
import type { PhaseLimits } from '../domain/limits.ts';
import type { Candidate } from '../domain/source.ts';
import type { Breaker } from '../policy/breaker.ts';
import type { Known, Question } from './answer-fit.ts';
import type { Span } from './assembly.ts';
import type { ExchangeAnswer, Wire } from './exchange.ts';
import type { PaceLimits } from './pace.ts';

/** All that the parts of one team share. */
export interface Crew {
  readonly wire: Wire;
  readonly phases: PhaseLimits;
  readonly pace: PaceLimits;
  readonly emit: Emit;
  readonly nextAttempt: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly members: readonly Member[];
  /** So many of them may be asked for the first answer. */
  readonly starterCount: number;
  /** Aborted with the reason, when the team is. */
  readonly stop: AbortController;
  /** Of the whole file; undefined while nobody said it. */
  sizeBytes: number | undefined;
  /** Bytes of a file of this size are in use already: its tail, or what an earlier run kept of it. */
  isSizeBinding: boolean;
  /** When the first answer must have come, on the monotonic clock; undefined where no such time was set, and once it has come. */
  answerUntilMs: number | undefined;
  /** Who delivered the first byte that the reader got. */
  firstContributor: Member | undefined;
  /** Somebody was asked to go on in the middle of what the reader had begun. */
  isPieced: boolean;
}

/** One source of the team. */
export interface Member {
  readonly candidate: Candidate;
  /** Position in the order of asking. */
  readonly index: number;
  breaker: Breaker;
  /** Its one connection that is in use; a second one to the same source is never opened. */
  lane: Lane | undefined;
  attempt: Attempt | undefined;
  /** What went wrong last. */
  finding: Finding | undefined;
  /** Whether that was only that it was silent while another member could go on. */
  wasGivenUpEarly: boolean;
  /** For If-Range, from its latest answer. */
  validator: string | undefined;
  /** False: it has answered a range with something else. It can only be read from the beginning. */
  canRange: boolean;
  /** Bytes per second; undefined until measured. */
  rate: number | undefined;
  roundTripMs: number | undefined;
  /** What the reader got of it. */
  deliveredBytes: number;
}

/** What the report calls an attempt: from the first question after a failure to its end. */
export interface Attempt {
  readonly number: number;
  receivedBytes: number;
  toldBytes: number;
  isAnswered: boolean;
}

/** One question to a member, and the body of its answer. */
export interface Lane {
  readonly member: Member;
  readonly question: Question;
  readonly askedAtMs: number;
  /** Where its bytes go. Undefined: they are read to the end and dropped. */
  span: Span | undefined;
  /** Who hears of the body; set before the first `pull`. */
  receiver: Receiver | undefined;
  /** Undefined before the answer. */
  answer: ExchangeAnswer | undefined;
  /** Position in the file of the next byte of the body. */
  atBytes: number;
  /** Position in the file where the body ends; Infinity when it does not say. */
  endBytes: number;
  /** Since when we wait for the peer; undefined while we do not. */
  waitingSinceMs: number | undefined;
  /** The sum of all waits that have ended, and what came in them. */
  waitedMs: number;
  receivedBytes: number;
  /** What it added to its spans. */
  addedBytes: number;
  /** The two sums at the beginning of the present window of the minimum rate. */
  windowStart: { readonly waitedMs: number; readonly receivedBytes: number };
  /** At the latest sample of the rate. */
  sample: { readonly atMs: number; readonly receivedBytes: number };
  isClosed: boolean;
  /** Its failure is that it was silent while another member could go on. */
  isGivenUpEarly: boolean;
  /** The answer contradicts the question or what is known of the file. */
  isMisfit: boolean;
  /**
   * Sends the question, once; resolves when an answer fits. Rejects with what exchange throws, with a misfit (answer-fit.ts), with
   * HTTP.RANGE for 416 to a range, or when the lane was closed.
   */
  open(known: () => Known): Promise<void>;
  /** Reads the next piece of the body, unless that is going on already. */
  pull(): void;
  /** Ends the connection; nothing is heard of it any more. */
  close(): void;
}

/** Hears of the body of a lane. Never called after the lane was closed. */
export interface Receiver {
  onBytes(lane: Lane, bytes: Uint8Array): void;
  onEnd(lane: Lane): void;
  /** Also what the other two throw. */
  onError(lane: Lane, error: unknown): void;
}

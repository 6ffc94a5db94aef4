import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import type { Emit } from '../domain/event.ts';
import { failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { ARCHIVE_PHASES, LIMITS, type PhaseLimits } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import type { Crew, Member } from './crew.ts';
import type { Wire } from './exchange.ts';
import { createMember, endAttempt } from './member.ts';
import type { PaceLimits } from './pace.ts';
import { readTail, shutDown, start, stream, type TeamState } from './team-reading.ts';

export interface TeamRequest {
  readonly wire: Wire;
  /** Sources of one and the same file (same file name, format, layout), in order. */
  readonly candidates: readonly [Candidate, ...Candidate[]];
  /** So many of them, from the first, may be asked for the first answer; the others only help. Default: all. */
  readonly starterCount?: number;
  /** Numbers for attempts, unique in the run. */
  readonly nextAttempt: () => number;
  /** Hears attempt-started, attempt-answered, attempt-progress and attempt-ended. */
  readonly emit: Emit;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
  /** Beginning of the file that an earlier run kept on the disk; stream() is then asked to start behind it. */
  readonly kept?: Kept & { readonly bytes: number };
  /** Default: ARCHIVE_PHASES. */
  readonly phases?: PhaseLimits;
  /** Default: LIMITS. */
  readonly pace?: PaceLimits;
}

/** What a later run needs to know of the file to go on with a part of it. */
interface Kept {
  /** Redacted address of the source. */
  readonly url: string;
  /** Entity tag or date of the source (content-range.ts, validatorOf). */
  readonly tag: string | undefined;
  readonly sizeBytes: number | undefined;
}

/**
 * Several sources of one file, read as one. Nothing is sent before `start` (or the first read, which starts it). One source streams
 * alone while that is fast; others are asked when it is late, join when it is slow, and go on where it fails.
 *
 * Reading throws a Failure with the last finding of each source when all are down; its code is BODY.CHANGED when starting over may
 * help, because one has another file now than before. A read that waits when the team is closed is told why.
 */
export interface Team extends ArchiveBytes {
  /**
   * Asks, and resolves when a source has given a good first answer (its body is not read yet). Rejects with a Failure that holds a
   * finding for every source, or BODY.CHANGED when the kept part is of another file. For a zip the first question is the tail.
   * `untilMs`: when the answer must have come, on the monotonic clock; what the team asks later has the full time of each phase.
   */
  start(first: 'stream' | { readonly tailBytes: number }, untilMs?: number): Promise<void>;
  /** Who delivered bytes that were handed to the reader. */
  contributors(): readonly Candidate[];
  /** Whether they were put together of several answers, which may have been of different files. */
  isPieced(): boolean;
  /** Of the first contributor, for a part that is kept; undefined when nothing was handed over. */
  validator(): Kept | undefined;
  /**
   * What came of it: ends every attempt that is still open. Accepted: `won` for whoever delivered most, `shared` for other
   * contributors, `lost` for the rest. Refused: `failed` with the finding for contributors.
   */
  end(outcome: 'accepted' | Finding): void;
  /** Aborts everything at once; open attempts end as `lost`. May be called at any time, more than once. */
  close(): void;
}

export function openTeam(request: TeamRequest, signal: AbortSignal): Team {
  const crew = createCrew(request);
  const state: TeamState = {
    crew,
    keptBytes: request.kept?.bytes ?? 0,
    started: undefined,
    favourite: undefined,
    unread: undefined,
    reading: undefined,
  };
  const onAbort = (): void => shutDown(state, signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return {
    get sizeBytes() {
      return crew.sizeBytes;
    },
    start: (first, untilMs) => {
      crew.answerUntilMs = untilMs;
      return start(state, first);
    },
    tail: bytes => readTail(state, bytes),
    stream: (end, from) => stream(state, { endBytes: end, fromBytes: from ?? 0 }),
    isPieced: () => crew.isPieced,
    contributors: () => crew.members.filter(member => member.deliveredBytes > 0).map(member => member.candidate),
    validator: () => validator(crew),
    end: outcome => endAttempts(crew, outcome),
    close: () => {
      signal.removeEventListener('abort', onAbort);
      shutDown(state, failure('BODY.RESET', { subject: 'download', evidence: { reason: 'closed here' } }));
      for (const member of crew.members) endAttempt(crew, member, { end: 'lost' });
    },
  };
}

function createCrew({
  candidates,
  starterCount = candidates.length,
  kept,
  phases = ARCHIVE_PHASES,
  pace = LIMITS,
  ...means
}: TeamRequest): Crew {
  const members = candidates.map(createMember);
  for (const member of members) {
    if (kept !== undefined && redactUrl(member.candidate.url) === kept.url) member.validator = kept.tag;
  }
  return {
    ...means,
    phases,
    pace,
    members,
    starterCount,
    stop: new AbortController(),
    sizeBytes: kept?.sizeBytes,
    isSizeBinding: kept !== undefined,
    answerUntilMs: undefined,
    firstContributor: undefined,
    isPieced: false,
  };
}

function validator({ firstContributor, sizeBytes }: Crew): Kept | undefined {
  if (firstContributor === undefined) return undefined;
  return { url: redactUrl(firstContributor.candidate.url), tag: firstContributor.validator, sizeBytes };
}

function endAttempts(crew: Crew, outcome: 'accepted' | Finding): void {
  const open = crew.members.filter(member => member.attempt !== undefined);
  const best = open.reduce<Member | undefined>(
    (most, member) => (member.deliveredBytes > (most?.deliveredBytes ?? 0) ? member : most),
    undefined,
  );
  // Where nobody delivered anything, whoever was asked first is meant.
  const isMeant = (member: Member): boolean => (best === undefined ? member === open[0] : member.deliveredBytes > 0);
  for (const member of open) {
    if (!isMeant(member) || (best === undefined && outcome === 'accepted')) endAttempt(crew, member, { end: 'lost' });
    else if (outcome !== 'accepted') endAttempt(crew, member, { end: 'failed', finding: outcome });
    else endAttempt(crew, member, { end: member === best ? 'won' : 'shared' });
  }
}

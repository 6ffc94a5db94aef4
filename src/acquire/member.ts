import type { AttemptEnd } from '../domain/event.ts';
import type { Failure } from '../domain/failure.ts';
import { aboutSource, type Finding } from '../domain/finding.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import { type Admission, admission, afterFailure, CLOSED } from '../policy/breaker.ts';
import type { Crew, Lane, Member } from './crew.ts';

export function createMember(candidate: Candidate, index: number): Member {
  return {
    candidate,
    index,
    breaker: CLOSED,
    lane: undefined,
    attempt: undefined,
    finding: undefined,
    wasGivenUpEarly: false,
    validator: undefined,
    canRange: true,
    rate: undefined,
    roundTripMs: undefined,
    deliveredBytes: 0,
  };
}

/** Whether it may be asked now. */
export function memberAdmission(crew: Crew, member: Member): Admission {
  return admission(member.breaker, crew.wire.clock.monotonic());
}

/** Whether it could go on in the middle of the file. */
export function isUsable(crew: Crew, member: Member): boolean {
  const state = memberAdmission(crew, member);
  return member.canRange && (state === 'closed' || state === 'trial');
}

/** Whether it is good enough to leave another for it: one that failed and has never delivered is not. */
export function isPromising(crew: Crew, member: Member): boolean {
  if (!member.canRange || memberAdmission(crew, member) !== 'closed') return false;
  return member.breaker.failureCount === 0 || (member.rate ?? 0) > 0;
}

/** A question is about to be sent: begins an attempt, unless one is going on. */
export function beginAttempt(crew: Crew, member: Member): void {
  if (member.attempt !== undefined) return;
  const number = crew.nextAttempt();
  member.attempt = { number, receivedBytes: 0, toldBytes: 0, isAnswered: false };
  const { sourceId, url } = member.candidate;
  crew.emit({ type: 'attempt-started', attempt: number, source: sourceId, url: redactUrl(url) });
}

/** Tells of the first answer of an attempt: later ones of the same connection would move its time to first byte. */
export function noteAnswer(crew: Crew, { member, answer }: Lane): void {
  const { attempt } = member;
  if (attempt === undefined || attempt.isAnswered || answer === undefined) return;
  attempt.isAnswered = true;
  const size = crew.sizeBytes === undefined ? {} : { sizeBytes: crew.sizeBytes };
  crew.emit({ type: 'attempt-answered', attempt: attempt.number, facts: answer.facts, ...size });
}

/** Tells how far the attempt is, if anything came since it was last told. */
export function noteProgress(crew: Crew, { attempt }: Member): void {
  if (attempt === undefined || attempt.receivedBytes === attempt.toldBytes) return;
  attempt.toldBytes = attempt.receivedBytes;
  const size = crew.sizeBytes === undefined ? {} : { sizeBytes: crew.sizeBytes };
  crew.emit({ type: 'attempt-progress', attempt: attempt.number, bytes: attempt.receivedBytes, ...size });
}

export function endAttempt(crew: Crew, member: Member, how: { readonly end: AttemptEnd; readonly finding?: Finding }): void {
  const { attempt } = member;
  if (attempt === undefined) return;
  member.attempt = undefined;
  crew.emit({ type: 'attempt-ended', attempt: attempt.number, bytes: attempt.receivedBytes, ...how });
}

/** A question to a member failed: its attempt ends, and the breaker hears of it. */
export function noteFailure(
  crew: Crew,
  what: { readonly failure: Failure; readonly hadProgress: boolean; readonly lane: Lane },
): Finding {
  const { member } = what.lane;
  const finding = aboutSource(what.failure.finding, member.candidate.sourceId);
  const nowMs = crew.wire.clock.monotonic();
  const { hadProgress, lane } = what;
  const { isMisfit, isGivenUpEarly } = lane;
  member.breaker = afterFailure(member.breaker, { finding, nowMs, hadProgress, isMisfit, isGivenUpEarly });
  member.finding = finding;
  member.wasGivenUpEarly = lane.isGivenUpEarly;
  if (finding.code === 'HTTP.RANGE') member.canRange = false;
  endAttempt(crew, member, { end: 'failed', finding });
  return finding;
}

import { Failure } from '../domain/failure.ts';
import { isOwnFault } from '../policy/fault.ts';
import { failureOfAll } from './all-down.ts';
import { isUnfinished, releaseSpan, setEnd } from './assembly.ts';
import type { Lane } from './crew.ts';
import { type Delivery, endDelivery, hadProgress, serve } from './delivery.ts';
import { freeLane } from './lane.ts';
import { memberAdmission, noteFailure } from './member.ts';
import { shareWork } from './share-work.ts';

/**
 * A lane failed: its attempt ends, and the rest of its part goes to whoever is next. What is wrong with this machine, or is a defect,
 * ends the delivery.
 */
export function receiveError(delivery: Delivery, lane: Lane, error: unknown): void {
  if (delivery.end !== 'open') return;
  if (!(error instanceof Failure) || isOwnFault(error.code)) {
    endDelivery(delivery, { error });
    return;
  }
  const { span } = lane;
  const isComplete = span !== undefined && !isUnfinished(span);
  freeLane(lane);
  delivery.lanes.delete(lane);
  if (span !== undefined) releaseSpan(delivery.assembly, span);
  // Where all that was wanted of the peer had come before it failed, nothing is lost.
  if (span !== undefined && (!isComplete || lane.isMisfit)) note(delivery, lane, error);
  if (isComplete && lane.isMisfit && !hasOthers(delivery)) endDelivery(delivery, { error: failureOfAll(delivery.crew) });
  shareWork(delivery);
  serve(delivery);
}

/** Remembers who failed how, which decides who is asked next, how patiently, and when not at all. */
function note(delivery: Delivery, lane: Lane, failure: Failure): void {
  const { crew } = delivery;
  const { member } = lane;
  const progress = hadProgress(crew, lane, failure.code);
  const finding = noteFailure(crew, { failure, hadProgress: progress, lane });
  const { code } = finding;
  if (progress) {
    delivery.round = 1;
    delivery.hasBeenPatient = false;
    delivery.impatientCount = 0;
    delivery.recent = [];
  }
  delivery.recent.push(finding);
  if (lane.isGivenUpEarly) delivery.impatientCount += 1;
  const isCut = code === 'BODY.TRUNCATED' || code === 'BODY.RESET';
  if (progress && isCut) delivery.favourite = member;
  else if (delivery.favourite === member) delivery.favourite = undefined;
  forgetSize(delivery);
}

/** Whether somebody is left who might deliver sooner or later. */
function hasOthers({ crew }: Delivery): boolean {
  return crew.members.some(member => memberAdmission(crew, member) !== 'final');
}

/** Forgets the size of the file where only members have told it that delivered nothing. */
function forgetSize({ assembly, crew, endBytes, lanes }: Delivery): void {
  if (crew.isSizeBinding || crew.firstContributor !== undefined || lanes.size > 0 || assembly.spans.length > 1) return;
  crew.sizeBytes = undefined;
  if (endBytes === undefined) setEnd(assembly, Number.POSITIVE_INFINITY);
}

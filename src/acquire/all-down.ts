import { Failure } from '../domain/failure.ts';
import { backoffMs } from '../policy/backoff.ts';
import { admitNow } from '../policy/breaker.ts';
import type { Crew, Member } from './crew.ts';
import { type Delivery, endDelivery, hasHandedOver } from './delivery.ts';
import { memberAdmission } from './member.ts';

/**
 * For when no member may be asked any more. Those that were given up early, in favour of others that were no better, are asked
 * once more. In the middle of a file, all are asked again after a pause. While the reader has nothing yet the delivery ends, for
 * its caller has better ways to go on than to wait.
 */
export function allDown(delivery: Delivery, shareWork: (delivery: Delivery) => void): void {
  const { crew, round } = delivery;
  const able = crew.members.filter(member => memberAdmission(crew, member) !== 'final');
  const silent = able.filter(member => member.wasGivenUpEarly);
  if (!delivery.hasBeenPatient && silent.length > 0) {
    delivery.hasBeenPatient = true;
    admit(delivery, silent);
    shareWork(delivery);
    return;
  }
  const random = Math.min(1, Math.max(0, crew.random()));
  const reasons = [...delivery.recent, ...able.flatMap(member => member.finding ?? [])];
  const pauseMs = able.length > 0 && hasHandedOver(delivery) ? backoffMs(round, reasons, random) : undefined;
  if (pauseMs === undefined) {
    endDelivery(delivery, { error: failureOfAll(crew) });
    return;
  }
  delivery.round += 1;
  delivery.isPausing = true;
  const resume = (): void => {
    delivery.isPausing = false;
    admit(delivery, able);
    shareWork(delivery);
  };
  crew.wire.clock.sleep(pauseMs, delivery.stop.signal).then(resume, () => undefined);
}

function admit({ crew }: Delivery, members: readonly Member[]): void {
  const nowMs = crew.wire.clock.monotonic();
  for (const member of members) member.breaker = admitNow(member.breaker, nowMs);
}

/** What became of every member; a changed file first, because starting over may heal that. */
export function failureOfAll({ members }: Crew): Error {
  const findings = members.flatMap(member => member.finding ?? []);
  const changed = findings.find(({ code }) => code === 'BODY.CHANGED');
  const [first, ...rest] = changed === undefined ? findings : [changed, ...findings.filter(finding => finding !== changed)];
  return first === undefined ? new Error('a team failed without a finding') : new Failure([first, ...rest]);
}

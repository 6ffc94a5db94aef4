import type { TeamRequest } from '../../src/acquire/team.ts';
import { openTeam, type Team } from '../../src/acquire/team.ts';
import type { EventBody } from '../../src/domain/event.ts';
import { Failure } from '../../src/domain/failure.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import { createMembers, type MemberRecord, type Script, type ScriptedMembers } from '../fakes/scripted-members.ts';

export const MIB = 1_048_576;

/** Bytes that tell where they stand. */
export function contentOf(sizeBytes: number): Uint8Array {
  const content = new Uint8Array(sizeBytes);
  const words = new Uint32Array(content.buffer, 0, Math.floor(sizeBytes / 4));
  for (let index = 0; index < words.length; index += 1) words[index] = Math.imul(index, 2_654_435_761);
  return content;
}

export interface Play {
  readonly team: Team;
  readonly clock: FakeClock;
  readonly events: EventBody[];
  readonly members: ScriptedMembers;
  readonly records: readonly MemberRecord[];
  readonly controller: AbortController;
}

/** A team on a clock of its own, over members by script. */
export function playTeam(content: Uint8Array, scripts: readonly Script[], more: Partial<TeamRequest> = {}): Play {
  const clock = createFakeClock();
  const members = createMembers({ clock, content, scripts });
  const events: EventBody[] = [];
  const controller = new AbortController();
  let attempts = 0;
  const nextAttempt = (): number => {
    attempts += 1;
    return attempts;
  };
  const { net, candidates, records } = members;
  const wire = { net, clock };
  const emit = (event: EventBody): void => void events.push(event);
  const team = openTeam({ wire, candidates, nextAttempt, emit, random: () => 0.5, ...more }, controller.signal);
  return { team, clock, events, members, records, controller };
}

export interface ReadResult {
  readonly bytes: Buffer;
  /** Undefined when it came to its end. */
  readonly error: unknown;
  /** `none`, or the code of the failure. */
  readonly code: string;
}

/** All that a reader gets, however it ends. */
export async function readOut(source: AsyncIterable<Uint8Array>): Promise<ReadResult> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of source) chunks.push(chunk);
    return { bytes: Buffer.concat(chunks), error: undefined, code: 'none' };
  } catch (error) {
    return { bytes: Buffer.concat(chunks), error, code: error instanceof Failure ? error.code : 'defect' };
  }
}

/** `m0 started`, `m0 failed BODY.RESET`: the attempts in the order of their events. */
export function attemptsOf(events: readonly EventBody[]): readonly string[] {
  const sources = new Map<number, string>();
  return events.flatMap(event => {
    if (event.type === 'attempt-started') {
      sources.set(event.attempt, event.source);
      return [`${event.source} started`];
    }
    if (event.type !== 'attempt-ended') return [];
    return [`${sources.get(event.attempt)} ${event.end}${event.finding === undefined ? '' : ` ${event.finding.code}`}`];
  });
}

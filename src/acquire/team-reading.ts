import type { ArchiveBytes } from '../domain/archive-bytes.ts';
import type { Question } from './answer-fit.ts';
import type { Crew, Lane, Member } from './crew.ts';
import { firstAnswer } from './first-answer.ts';
import { freeLane } from './lane.ts';
import { createReading, type Reading } from './reading.ts';

/** What a team is doing. */
export interface TeamState {
  readonly crew: Crew;
  readonly keptBytes: number;
  started: Promise<void> | undefined;
  /** Who answered first. */
  favourite: Member | undefined;
  /** Its answer, until somebody reads it. */
  unread: Lane | undefined;
  reading: Reading | undefined;
}

/** Ends everything with the reason, once. */
export function shutDown({ crew, reading }: TeamState, reason: unknown): void {
  if (!crew.stop.signal.aborted) crew.stop.abort(reason);
  reading?.fail(reason);
  for (const { lane } of crew.members) if (lane !== undefined) freeLane(lane);
}

/** Asks the first question, once, whoever needs it first. */
export function start(state: TeamState, first: 'stream' | { readonly tailBytes: number }): Promise<void> {
  state.started ??= ask(state, first);
  return state.started;
}

async function ask(state: TeamState, first: 'stream' | { readonly tailBytes: number }): Promise<void> {
  const { crew, keptBytes } = state;
  crew.stop.signal.throwIfAborted();
  // All of it is kept: there is nothing to ask for.
  if (first === 'stream' && keptBytes > 0 && keptBytes === crew.sizeBytes) return;
  const question = ({ validator }: Member): Question => {
    if (first !== 'stream') return { kind: 'tail', bytes: first.tailBytes };
    return { kind: 'part', startBytes: keptBytes, endBytes: undefined, isRanged: keptBytes > 0, validator };
  };
  const answer = await firstAnswer(crew, question);
  crew.answerUntilMs = undefined;
  state.favourite = answer.member;
  state.unread = answer.lane;
}

/** Team.tail. */
export async function readTail(state: TeamState, bytes: number): ReturnType<ArchiveBytes['tail']> {
  const { crew } = state;
  await start(state, { tailBytes: bytes });
  const { unread, favourite } = state;
  // The whole file is coming already, or nobody can give a part of it.
  if (unread?.question.kind === 'part' || (unread?.atBytes === 0 && unread.member.canRange === false)) return undefined;
  const { sizeBytes } = crew;
  if (sizeBytes === undefined || favourite?.canRange !== true) return undefined;
  const fromBytes = Math.max(0, sizeBytes - bytes);
  const first = unread?.atBytes === fromBytes ? unread : undefined;
  if (first === undefined && unread !== undefined) freeLane(unread);
  state.unread = undefined;
  crew.isSizeBinding = true;
  const reading = createReading(crew, { fromBytes, endBytes: undefined, canSkip: false, favourite, first });
  state.reading = reading;
  const chunks: Uint8Array[] = [];
  for (let read = await reading.next(); read.done !== true; read = await reading.next()) chunks.push(read.value);
  return { start: fromBytes, data: Buffer.concat(chunks), sizeBytes };
}

/** Team.stream. */
export function stream(
  state: TeamState,
  part: { readonly fromBytes: number; readonly endBytes: number | undefined },
): AsyncIterable<Uint8Array> {
  const open = async (): Promise<Reading> => {
    if (part.endBytes !== part.fromBytes) await start(state, 'stream');
    const { crew, favourite, unread } = state;
    crew.stop.signal.throwIfAborted();
    // A range that ends where the file does, or begins behind where the reader wants to, is of no use.
    const first = unread !== undefined && unread.atBytes <= part.fromBytes ? unread : undefined;
    if (first === undefined && unread !== undefined) freeLane(unread);
    state.unread = undefined;
    state.reading = createReading(crew, { ...part, canSkip: true, favourite, first });
    return state.reading;
  };
  return { [Symbol.asyncIterator]: () => lazily(open) };
}

/** Begins with the first read; after that, every read goes straight to the reading. */
function lazily(open: () => Promise<Reading>): AsyncIterator<Uint8Array, void, undefined> {
  let reading: Reading | undefined;
  let hasLeft = false;
  const first = async (): Promise<IteratorResult<Uint8Array, void>> => {
    reading = await open();
    return hasLeft ? reading.return() : reading.next();
  };
  return {
    next: () => reading?.next() ?? first(),
    return: () => {
      hasLeft = true;
      return reading?.return() ?? Promise.resolve({ value: undefined, done: true });
    },
  };
}

import { openLocalArchive } from '../acquire/local-archive.ts';
import { openTeam } from '../acquire/team.ts';
import type { ArchiveBytes, OpenedArchive } from '../domain/archive-bytes.ts';
import { Failure } from '../domain/failure.ts';
import { aboutSource, type Finding } from '../domain/finding.ts';
import { LIMITS, type PhaseLimits } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import type { Resumable, Spool } from '../install/spool.ts';
import type { Context } from './context.ts';
import { requiredPathOf } from './local-path.ts';

/** A source that may be asked for a file, and others behind it that have the same and may help. */
export type Team = readonly [Candidate, ...Candidate[]];

/** A team at work: acquire/team.ts, or a file of this machine. */
export interface Crowd extends Resumable {
  /** Resolves when the first source has given a good first answer; rejects with its Failure. `untilMs`: see Team.start. */
  start(untilMs?: number): Promise<void>;
  /** Lets go of all that was asked and kept, and asks from the beginning. Resolves and rejects as `start`. */
  restart(): Promise<void>;
  contributors(): readonly Candidate[];
  /** See Team. */
  isPieced(): boolean;
  end(outcome: 'accepted' | Finding): void;
  close(): void;
}

/**
 * The candidate, and behind it all others that have the same file. A file of this machine, and a candidate that must not be
 * mixed, is a team of one.
 */
export function teamOf(
  candidate: Candidate,
  others: { readonly candidates: readonly Candidate[]; readonly alone: readonly Candidate[] },
): Team {
  const mayMix = (one: Candidate): boolean => !others.alone.includes(one) && !one.url.startsWith('file:');
  if (!mayMix(candidate)) return [candidate];
  return [candidate, ...others.candidates.filter(other => other !== candidate && mayMix(other) && isSameFile(candidate, other))];
}

function isSameFile(one: Candidate, other: Candidate): boolean {
  return one.fileName === other.fileName && one.format === other.format && one.layout === other.layout;
}

/** Nothing is sent before `start`. What is kept of the file is not asked for, unless a source says that its file is another. */
export function openCrowd(
  context: Context,
  {
    team: members,
    nextAttempt,
    spool,
    phases,
  }: {
    readonly team: Team;
    readonly nextAttempt: () => number;
    readonly spool: Pick<Spool, 'kept'>;
    /** Default: ARCHIVE_PHASES. */
    readonly phases?: PhaseLimits;
  },
  signal: AbortSignal,
): Crowd {
  const [first] = members;
  if (first.url.startsWith('file:')) return openFile(context, first, nextAttempt);
  const { machine, emit } = context;
  const request = {
    wire: machine,
    candidates: members,
    starterCount: 1,
    nextAttempt,
    emit,
    random: () => randomFraction(context),
    ...(phases === undefined ? {} : { phases }),
  };
  const question = first.format === 'zip' ? { tailBytes: LIMITS.zipTailBytes } : 'stream';
  let kept = spool.kept(first.fileName);
  let team = openTeam({ ...request, ...(kept === undefined ? {} : { kept }) }, signal);
  const restart = (): Promise<void> => {
    team.close();
    kept = undefined;
    team = openTeam(request, signal);
    return team.start(question);
  };
  return {
    start: untilMs =>
      team.start(question, untilMs).catch((error: unknown) => {
        if (kept !== undefined && error instanceof Failure && error.code === 'BODY.CHANGED') return restart();
        throw error;
      }),
    restart,
    get keptBytes() {
      return kept?.bytes ?? 0;
    },
    validator: () => team.validator(),
    get sizeBytes() {
      return team.sizeBytes;
    },
    tail: bytes => team.tail(bytes),
    stream: (to, from) => team.stream(to, from),
    contributors: () => team.contributors(),
    isPieced: () => team.isPieced(),
    end: outcome => team.end(outcome),
    close: () => team.close(),
  };
}

/** One source alone, whose attempts nobody hears of: it is only looked at. */
export function openSilently(context: Context, candidate: Candidate, signal: AbortSignal): OpenedArchive {
  const { machine } = context;
  const silence = { emit: () => undefined, nextAttempt: () => 0, random: () => 0.5 };
  return openTeam({ wire: machine, candidates: [candidate], ...silence }, signal);
}

/** The same failure about the first of these sources, unless it is already about one of them. */
export function ofSource(failure: Failure, sources: readonly [Candidate, ...Candidate[]]): Failure {
  const [first, ...rest] = failure.findings;
  if (sources.some(({ sourceId }) => sourceId === first.subject)) return failure;
  return new Failure([aboutSource(first, sources[0].sourceId), ...rest], failure);
}

/** 0 to 1, from the one source of chance that the machine has. */
export function randomFraction({ machine }: Context): number {
  return Number.parseInt(machine.randomName().slice(0, 4), 16) / 0xffff || 0;
}

function openFile({ machine, emit }: Context, candidate: Candidate, nextAttempt: () => number): Crowd {
  const attempt = nextAttempt();
  let archive: ArchiveBytes | undefined;
  let isOpen = false;
  const end = (how: 'won' | 'lost' | Finding): void => {
    if (!isOpen) return;
    isOpen = false;
    const bytes = archive?.sizeBytes ?? 0;
    emit({
      type: 'attempt-ended',
      attempt,
      bytes,
      ...(typeof how === 'string' ? { end: how } : { end: 'failed', finding: how }),
    });
  };
  const opened = (): ArchiveBytes => {
    if (archive === undefined) throw new Error('read before it was opened');
    return archive;
  };
  return {
    async start() {
      isOpen = true;
      emit({ type: 'attempt-started', attempt, source: candidate.sourceId, url: redactUrl(candidate.url) });
      try {
        archive = await openLocalArchive({ files: machine.files, path: requiredPathOf(candidate.url) });
        emit({ type: 'attempt-answered', attempt, ...(archive.sizeBytes === undefined ? {} : { sizeBytes: archive.sizeBytes }) });
      } catch (error) {
        if (error instanceof Failure) end(error.finding);
        throw error;
      }
    },
    // A file of this machine is read again without asking anybody.
    restart: () => Promise.resolve(),
    keptBytes: 0,
    validator: () => undefined,
    get sizeBytes() {
      return archive?.sizeBytes;
    },
    tail: bytes => opened().tail(bytes),
    stream: to => opened().stream(to),
    contributors: () => [candidate],
    isPieced: () => false,
    end: outcome => end(outcome === 'accepted' ? 'won' : outcome),
    close: () => end('lost'),
  };
}

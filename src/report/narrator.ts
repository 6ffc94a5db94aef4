import type { Event } from '../domain/event.ts';
import type { Finding } from '../domain/finding.ts';
import { cacheText } from './cache-wording.ts';
import { plain } from './plain.ts';
import { type AttemptProgress, isProgressDue, percentText, trackAttempt } from './progress.ts';
import { repairText } from './repair-wording.ts';
import { bytesText, durationText } from './units.ts';
import { PHASE_TITLES, proofName, workspaceText } from './wording.ts';

/** One line of a live log. `detail` is for a folded group, `notable` is shown everywhere. */
export interface Told {
  readonly kind: 'phase-start' | 'phase-end' | 'detail' | 'notable';
  /** Plain: one line without control characters. */
  readonly text: string;
}

/**
 * Tells a run in plain lines while it happens. Progress of one attempt is told at each quarter, or every ten seconds,
 * whichever comes first: a log is read afterwards. Keeps what it needs to name sources and to measure times.
 */
export function createNarrator(): (event: Event) => Told | undefined {
  const attempts = new Map<number, AttemptProgress>();
  const told = new Map<number, AttemptProgress>();
  const phaseStarts = new Map<string, number>();
  return event => {
    if (event.type === 'phase-started') phaseStarts.set(event.phase, event.atMs);
    if (event.type === 'phase-ended') {
      const startMs = phaseStarts.get(event.phase) ?? event.atMs;
      return { kind: 'phase-end', text: `${PHASE_TITLES[event.phase]}: ${durationText(event.atMs - startMs)}` };
    }
    if (!('attempt' in event)) return tellRun(event);
    const attempt = trackAttempt(attempts.get(event.attempt), event);
    attempts.set(event.attempt, attempt);
    if (event.type === 'attempt-progress') {
      if (!isProgressDue(told.get(event.attempt), attempt)) return undefined;
      told.set(event.attempt, attempt);
    }
    return tellAttempt(event, attempt);
  };
}

type AttemptEvent = Extract<Event, { readonly attempt: number }>;
type RunEvent = Exclude<Event, AttemptEvent>;

function tellAttempt(event: AttemptEvent, attempt: AttemptProgress): Told {
  const { source } = attempt;
  const timeText = durationText(event.atMs - attempt.startMs);
  switch (event.type) {
    case 'attempt-started':
      return detail(`${source}: ${event.url}`);
    case 'attempt-answered': {
      const size = event.sizeBytes === undefined ? '' : ` ${bytesText(event.sizeBytes)}`;
      const address = event.facts?.address === undefined ? '' : ` from ${event.facts.address}`;
      return detail(`${source}: answered${size}${address} after ${timeText}`);
    }
    case 'attempt-progress':
      return detail(`${source}: ${percentText(attempt)}`);
    default: {
      const how = event.finding === undefined ? '' : `, ${event.finding.code} ${event.finding.message}`;
      const text = `${source}: ${event.end}${how}, ${bytesText(event.bytes)} in ${timeText}`;
      return event.end === 'failed' ? notable(text) : detail(text);
    }
  }
}

function tellRun(event: RunEvent): Told | undefined {
  switch (event.type) {
    case 'run-started':
      return detail(`${event.product}: ${event.command}`);
    case 'phase-started':
      return { kind: 'phase-start', text: PHASE_TITLES[event.phase] };
    case 'requested': {
      const { file, line } = event.origin;
      return detail(
        `Requested ${event.spec}${file === undefined ? '' : ` in ${file}`}${line === undefined ? '' : ` line ${line}`}`,
      );
    }
    case 'listing-read':
      return detail(`List of ${event.source}: ${event.code ?? `${event.count ?? 0} releases`} in ${durationText(event.ms)}`);
    case 'resolved':
      return detail(`Go ${event.version} for ${event.platform}, known from ${event.learntFrom.join(', ') || 'the request'}`);
    case 'proof-found':
      return detail(`Expected by the ${proofName(event.proof)}: ${event.proof.value}`);
    case 'proof-missing':
      return detail(findingText(event.finding));
    case 'kept-part': {
      const bytes = bytesText(event.bytes);
      if (event.use === 'resumed') return notable(`${bytes} kept from an earlier run, only the rest is fetched`);
      return notable(`${bytes} kept from an earlier run are of no use (${event.code ?? 'another file'}), all is fetched`);
    }
    case 'proved':
      return detail(`Proved by the ${proofName(event.proof)}: ${event.proof.value}`);
    case 'lock-waiting':
      return notable(`Waiting for another installation of this version: ${event.holder}`);
    case 'finding':
      return event.finding.severity === 'info' ? detail(findingText(event.finding)) : notable(findingText(event.finding));
    case 'cache': {
      if (event.result === 'off') return detail(`Cache: ${cacheText(event)}`);
      return detail(`Cache of ${cacheText(event)} in ${durationText(event.ms)} (${event.matchedKey ?? event.key})`);
    }
    case 'exported':
      return detail(`${event.files.length} archives stand in ${event.directory}`);
    case 'workspace-sbom':
      return notable(`${workspaceText(event)}, in ${durationText(event.ms)}`);
    case 'repair-tried':
      return notable(`Trying a repair: ${event.title}`);
    case 'repair':
      return event.state === 'planned' ? detail(repairText(event)) : notable(repairText(event));
    case 'toolchain-ready':
      return detail(`Go ${event.version} is ready in ${event.root}`);
    default:
      return undefined;
  }
}

function findingText({ code, subject, message }: Finding): string {
  return `${code} ${subject}: ${message}`;
}

function detail(text: string): Told {
  return { kind: 'detail', text: plain(text) };
}

function notable(text: string): Told {
  return { kind: 'notable', text: plain(text) };
}

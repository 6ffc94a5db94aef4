import type { Event } from '../domain/event.ts';
import { plain } from './plain.ts';
import { bytesText, durationText } from './units.ts';

/** How far one attempt is. */
export interface AttemptProgress {
  readonly source: string;
  readonly startMs: number;
  /** When the body began; undefined before the answer. */
  readonly bodyMs?: number;
  readonly atMs: number;
  readonly bytes: number;
  /** Undefined when the peer did not say. */
  readonly sizeBytes?: number;
}

const STEPS = 4;
const INTERVAL_MS = 10_000;

/** The progress after one event about this attempt. */
export function trackAttempt(
  before: AttemptProgress | undefined,
  event: Extract<Event, { readonly attempt: number }>,
): AttemptProgress {
  const { atMs } = event;
  const source = event.type === 'attempt-started' ? event.source : (before?.source ?? 'source');
  const start = before ?? { source, startMs: atMs, atMs, bytes: 0 };
  const next = { ...start, atMs };
  if (event.type === 'attempt-started') return { source, startMs: atMs, atMs, bytes: 0 };
  if (event.type === 'attempt-ended') return { ...next, bytes: event.bytes };
  const sizeBytes = event.sizeBytes ?? before?.sizeBytes;
  const sized = sizeBytes === undefined ? next : { ...next, sizeBytes };
  return event.type === 'attempt-answered' ? { ...sized, bodyMs: atMs } : { ...sized, bytes: event.bytes };
}

/** Whether a log should hear of it: a further quarter, or ten seconds since it was last told. The end is told anyway. */
export function isProgressDue(told: AttemptProgress | undefined, now: AttemptProgress): boolean {
  const sinceMs = now.atMs - (told?.atMs ?? now.startMs);
  if (sinceMs >= INTERVAL_MS) return true;
  const quarter = Math.floor(share(now) * STEPS);
  return quarter > (told === undefined ? 0 : Math.floor(share(told) * STEPS)) && quarter < STEPS;
}

/** `50 % of 64 MiB`, or the amount alone where the size is not known. */
export function percentText(progress: AttemptProgress): string {
  if (!progress.sizeBytes) return bytesText(progress.bytes);
  return `${Math.floor(share(progress) * 100)} % of ${bytesText(progress.sizeBytes)}`;
}

/** One line for a terminal: amount, mean rate since the body began, time left at this rate. */
export function progressLine(progress: AttemptProgress): string {
  const { source, bytes, sizeBytes, atMs, bodyMs = progress.startMs } = progress;
  const elapsedMs = atMs - bodyMs;
  const rate = elapsedMs <= 0 ? 0 : (bytes * 1_000) / elapsedMs;
  const parts = [`${plain(source, 40)}: ${bytesText(bytes)}${sizeBytes === undefined ? '' : ` of ${bytesText(sizeBytes)}`}`];
  if (rate > 0) parts.push(`${bytesText(Math.round(rate))}/s`);
  if (rate > 0 && sizeBytes !== undefined && sizeBytes > bytes) {
    parts.push(`${durationText(((sizeBytes - bytes) * 1_000) / rate)} left`);
  }
  return parts.join(', ');
}

/** 0 to 1; 0 where the size is not known. A peer may send more than it announced. */
function share({ bytes, sizeBytes }: AttemptProgress): number {
  return sizeBytes ? Math.min(1, bytes / sizeBytes) : 0;
}

import { type SampledFile, sampleFile } from '../acquire/source-sample.ts';
import { splitUserinfo } from '../domain/address.ts';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate, Source } from '../domain/source.ts';
import { SOURCE_LIMITS, type SourceHealth } from '../domain/source-health.ts';
import { versionText } from '../domain/version.ts';
import { HEAD_BYTES, notAnArchive } from '../install/archive-head.ts';
import { isRefusal } from '../policy/fault.ts';
import type { KnownRelease } from '../policy/release-union.ts';
import { figuresOf } from '../policy/source-samples.ts';
import type { Context } from './context.ts';
import { requiredPathOf } from './local-path.ts';
import { forRelease } from './provided.ts';

export interface SourceLook {
  readonly health: SourceHealth;
  /** Why it cannot be used; undefined when it can. */
  readonly finding?: Finding;
}

/** A release as one source would have it. */
interface Wanted {
  readonly release: KnownRelease;
  readonly candidate: Candidate;
}

/** Asks one source, a few times and within its time, for the beginning of the newest release that it has. Throws only the signal's reason. */
export async function askSource(
  context: Context,
  { source, releases }: { readonly source: Source; readonly releases: readonly KnownRelease[] },
  signal: AbortSignal,
): Promise<SourceLook> {
  const { clock } = context.machine;
  const untilMs = clock.monotonic() + SOURCE_LIMITS.sourceMs;
  const offered = releases.flatMap((release): readonly Wanted[] => {
    const { version } = release;
    const candidate = source.candidate(version, forRelease(context, version).platform);
    return candidate === undefined ? [] : [{ release, candidate }];
  });
  const samples: SampledFile[] = [];
  let last: Finding | undefined;
  let at = 0;
  let tries = 0;
  for (; tries < SOURCE_LIMITS.tryCount && untilMs - clock.monotonic() >= SOURCE_LIMITS.leastMs; tries += 1) {
    const wanted = offered[at];
    if (wanted === undefined) break;
    try {
      samples.push(await askOnce(context, { ...wanted, untilMs }, signal));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      last = error.finding;
      if (isRefusal(error.code) && samples.length === 0 && offered[at + 1] !== undefined && tries + 1 < SOURCE_LIMITS.tryCount) {
        at += 1;
      }
    }
  }
  return describe({ source, wanted: offered[at], behind: at, samples, tries, last });
}

async function askOnce(
  context: Context,
  wanted: Wanted & { readonly untilMs: number },
  signal: AbortSignal,
): Promise<SampledFile> {
  const { candidate, release, untilMs } = wanted;
  const { machine } = context;
  const expectedBytes = release.files.find(({ fileName }) => fileName === candidate.fileName)?.sizeBytes;
  const isLocal = candidate.url.startsWith('file:');
  const sample = isLocal
    ? await sampleLocal(context, candidate)
    : await sampleFile(machine, { url: splitUserinfo(candidate.url).url, expectedBytes, untilMs }, signal);
  const [first, second] = sample.head;
  const isArchive = candidate.format === 'zip' ? first === 0x50 && second === 0x4b : first === 0x1f && second === 0x8b;
  if (isArchive) return sample;
  throw notAnArchive(sample.head.subarray(0, HEAD_BYTES), candidate.format === 'zip' ? 'ARC.NOT_ZIP' : 'ARC.NOT_GZIP');
}

/** The beginning of a file of this machine. Throws FS.*. */
async function sampleLocal({ machine }: Context, { url }: Candidate): Promise<SampledFile> {
  const { files, clock } = machine;
  const path = requiredPathOf(url);
  const startMs = clock.monotonic();
  const stat = await files.stat(path);
  if (stat === undefined) throw failure('FS.NOT_FOUND', { subject: path });
  const firstByteMs = Math.round(clock.monotonic() - startMs);
  const head = await files.readRange(path, 0, Math.min(stat.sizeBytes, SOURCE_LIMITS.sampleBytes));
  const bodyMs = Math.round(clock.monotonic() - startMs) - firstByteMs;
  return { firstByteMs, bodyMs, bytes: head.length, canRange: true, host: '', headers: {}, head };
}

function describe(look: {
  readonly source: Source;
  readonly wanted: Wanted | undefined;
  readonly behind: number;
  readonly samples: readonly SampledFile[];
  readonly tries: number;
  readonly last: Finding | undefined;
}): SourceLook {
  const { source, wanted, samples, tries, last } = look;
  const { id, title } = source;
  const url = wanted === undefined ? '' : redactUrl(wanted.candidate.url);
  const reason = last ?? (samples.length === 0 ? finding('VERSION.NOT_SERVED', { subject: id }) : undefined);
  const isHad = samples.length > 0;
  const state = isHad ? 'usable' : isWithheld(wanted) && reason !== undefined && isRefusal(reason.code) ? 'unknown' : 'unusable';
  const health: SourceHealth = {
    source: id,
    title,
    url,
    state,
    ...(reason === undefined ? {} : { code: reason.code }),
    ...(isHad && wanted !== undefined ? { version: versionText(wanted.release.version), behind: look.behind } : {}),
    tries,
    answers: samples.length,
    bytes: samples.reduce((sum, { bytes }) => sum + bytes, 0),
    ...figuresOf(samples, URL.canParse(url) ? new URL(url).host : ''),
  };
  return state === 'unusable' && reason !== undefined ? { health, finding: reason } : { health };
}

/** Whether an installation would send credentials, which this command never does. */
function isWithheld(wanted: Wanted | undefined): boolean {
  if (wanted === undefined) return false;
  const { url, authorization } = wanted.candidate;
  return authorization !== undefined || splitUserinfo(url).authorization !== undefined;
}

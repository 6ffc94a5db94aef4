import { readReleaseIndex } from '../acquire/release-index.ts';
import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { platformText } from '../domain/platform.ts';
import { type GoVersion, versionText } from '../domain/version.ts';
import { chooseReleases, missingPlatform } from '../policy/choose-release.ts';
import { isAltered, isRefusal } from '../policy/fault.ts';
import type { Context } from './context.ts';
import { offlineEnd } from './offline-not-found.ts';
import { isOwnSource } from './proofs.ts';
import type { NotProvided } from './provided.ts';
import type { Request } from './request.ts';
import { choiceOf } from './resolve.ts';
import type { Sources } from './sources.ts';
import { indexRequest } from './version-lists.ts';

/** VERSION.NOT_SERVED: no source hands out this release. */
export function notServed(context: Context, version: GoVersion, severity: 'warning' | 'error'): Finding {
  const subject = `go${versionText(version)} ${platformText(context.platform)}`;
  return finding('VERSION.NOT_SERVED', { subject, severity });
}

/**
 * Why nothing was installed, after every source was asked. What the sources did comes first, unless they or the checksum
 * database said that there is no such file: then whether the release exists at all decides (VERSION.UNKNOWN with the nearest
 * ones, VERSION.NO_PLATFORM), else it is VERSION.NOT_SERVED if a source said so. Without a network by choice it is what
 * offlineEnd says.
 */
export async function exhausted(
  context: Context,
  end: { readonly request: Request; readonly sources: Sources; readonly failed: readonly NotProvided[] },
  signal: AbortSignal,
): Promise<Failure> {
  const { request, sources, failed } = end;
  const findings = failed.flatMap(outcome => outcome.findings);
  if (context.inputs.offline) return offlineEnd(context, { request, sources, findings }, signal);
  const [first, ...rest] = findings;
  const absent = await absentPlatform(context, request);
  if (absent !== undefined) return new Failure([absent, ...findings]);
  const refusals = findings.filter(({ code }) => isRefusal(code));
  const wasAltered = findings.some(({ code }) => isAltered(code));
  // The database may answer before any source does; then no source gets to say that there is no such file.
  const isUnrecorded = !isOwnSource(context.inputs) && findings.some(({ code }) => code === 'SUM.NOT_FOUND');
  if (first !== undefined && (wasAltered || (refusals.length === 0 && !isUnrecorded))) return new Failure([first, ...rest]);
  if (request.spec.kind === 'exact' && !failed.some(({ exists }) => exists)) {
    const index = await readReleaseIndex(await indexRequest(context, sources), signal);
    try {
      chooseReleases(choiceOf(context, request), index);
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
  if (first !== undefined && refusals.length === 0) return new Failure([first, ...rest]);
  const subject = `${request.spec.text} ${platformText(context.platform)}`;
  return new Failure([finding('VERSION.NOT_SERVED', { subject }), ...findings]);
}

/** What the shipped table says of this platform, for an exact version. */
async function absentPlatform(context: Context, request: Request): Promise<Finding | undefined> {
  if (request.spec.kind !== 'exact') return undefined;
  const { version } = request.spec;
  const files = (await context.releaseTable())?.files(version) ?? [];
  const release = { version, stable: version.prerelease === undefined, files, learntFrom: ['table'], isComplete: false };
  return missingPlatform(choiceOf(context, request), release);
}

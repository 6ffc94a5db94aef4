import type { CacheJob } from '../domain/cache-entry.ts';

/** Events whose job is trusted more than the code it runs, or whose entries nobody will find again. */
const EVENTS_WITHOUT_WRITING: readonly string[] = ['release', 'pull_request_target'];

/**
 * Why this job writes nothing to the cache; undefined when it may. A job on a tag writes entries that no branch can see; one of
 * pull_request_target runs in the scope of the base branch with code of a stranger, who could poison the entry that the next
 * release build restores; a release must not depend on, or feed, a cache at all.
 */
export function whyNotWritten(job: CacheJob, mode: 'read-write' | 'read-only'): string | undefined {
  if (mode === 'read-only') return 'cache-mode is read-only';
  if (job.event !== undefined && EVENTS_WITHOUT_WRITING.includes(job.event)) return `the event is ${job.event}`;
  if (job.ref?.startsWith('refs/tags/') === true) return 'the job runs on a tag';
  return job.isReadOnly ? 'the runner allows reading only' : undefined;
}

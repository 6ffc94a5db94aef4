import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import * as library from '@actions/cache';
import type { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { CacheService } from '../ports/cache.ts';
import { type CacheSession, cacheSession } from './cache-session.ts';

/** What of @actions/cache is used; it speaks both protocols of the service, and packs with tar and zstd. */
export type CacheLibrary = Pick<typeof library, 'restoreCache' | 'saveCache'>;

export interface GithubCacheOptions {
  /** Hides a value in the log. */
  readonly mask: (secret: string) => void;
  /** Handed in, for this stands in another bundle: a Failure made here would be of another class than the one that is looked for. */
  readonly fail: typeof failure;
  /** Default: @actions/cache itself. */
  readonly client?: CacheLibrary;
}

/**
 * The cache of GitHub Actions. Stands in a bundle of its own, dist/cache.cjs, for it is more than five times as large as
 * main.cjs.
 */
export function createGithubCache({ mask: hide, fail, client = library }: GithubCacheOptions): CacheService {
  const hidden = new Set<string>();
  const mask = (secret: string): void => {
    // The library masks each signature several times.
    if (!hidden.has(secret)) hide(secret);
    hidden.add(secret);
  };
  return {
    lookUp: ({ path, key, prefixes, kind }, signal) => {
      const call = {
        mask,
        fail,
        signal,
        code: 'CACHE.UNAVAILABLE',
        subject: kind,
        maxPauseMs: LIMITS.cacheRetryPauseMs,
      } as const;
      return inSession(call, () => client.restoreCache([path], key, [...prefixes], { lookupOnly: true }));
    },
    restore: ({ path, key, prefixes, kind }, signal) => {
      const call = { mask, fail, signal, code: 'CACHE.RESTORE', subject: kind } as const;
      return inSession(call, () => client.restoreCache([path], key, [...prefixes]));
    },
    save: async ({ path, key }, signal) => {
      let isDenied = false;
      // The library makes one thing of a key that is taken and a token that may not write; only this line tells them apart.
      const hear = (text: string): void => {
        isDenied ||= text.startsWith('Failed to reserve cache:') && /\(403\)|denied/u.test(text);
      };
      const call = { mask, fail, signal, hear, code: 'CACHE.SAVE', subject: key } as const;
      const id = await inSession(call, () => client.saveCache([path], key));
      if (id !== -1) return 'saved';
      return isDenied ? 'denied' : 'taken';
    },
  };
}

interface Call extends Pick<CacheSession, 'signal' | 'mask'>, Pick<GithubCacheOptions, 'fail'> {
  readonly code: 'CACHE.UNAVAILABLE' | 'CACHE.RESTORE' | 'CACHE.SAVE';
  readonly subject: string;
  /** Hears every line. */
  readonly hear?: (text: string) => void;
  /** A longer pause before the next attempt is not waited for; undefined: any is. */
  readonly maxPauseMs?: number;
}

/** The library reports failures in the log alone: a warning or an error there is the failure here. */
async function inSession<T>(call: Call, body: () => Promise<T>): Promise<T> {
  const { signal, mask, fail, code, subject, maxPauseMs = Number.POSITIVE_INFINITY } = call;
  let trouble: string | undefined;
  const session: CacheSession = {
    signal,
    mask,
    hear: (level, text) => {
      signal.throwIfAborted();
      call.hear?.(text);
      if (announcedPauseMs(text) > maxPauseMs) throw new Error(text.split(/[.\n]/u)[0]);
      if (level === 'warning' || level === 'error') trouble ??= text;
    },
  };
  signal.throwIfAborted();
  const unwatch = watchRequests(session);
  try {
    const result = await cacheSession.run(session, body);
    if (trouble === undefined) return result;
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  } finally {
    unwatch();
  }
  signal.throwIfAborted();
  throw fail(code, { subject, evidence: { reason: trouble.slice(0, 300) } });
}

/** Protocol 2 says how long it waits; protocol 1 always waits 5 s (requestUtils.js, DefaultRetryDelay). 0 for any other line. */
function announcedPauseMs(text: string): number {
  if (!/\bAttempt \d+ of \d+ failed with error\b/u.test(text)) return 0;
  return Number(/Retrying request in (\d+) ms/u.exec(text)?.[1] ?? 5_000);
}

/** Both names: the first exists since Node 22.12, the second knows a request only when it is written to its end. */
const REQUEST_CHANNELS = ['http.client.request.created', 'http.client.request.start'] as const;

/**
 * Ends the requests of a call when it is aborted: one to a silent server would hold the process for minutes, and the library hands
 * out neither its requests nor its agents. Returns what stops the watching.
 */
function watchRequests(session: CacheSession): () => void {
  const requests = new Set<ClientRequest>();
  const onRequest = (message: unknown): void => {
    if (cacheSession.getStore() !== session) return;
    const { request } = message as { readonly request: ClientRequest };
    requests.add(request);
    request.once('close', () => requests.delete(request));
  };
  const onAbort = (): void => {
    for (const request of requests) request.destroy(new Error('aborted'));
  };
  for (const channel of REQUEST_CHANNELS) subscribe(channel, onRequest);
  session.signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    for (const channel of REQUEST_CHANNELS) unsubscribe(channel, onRequest);
    session.signal.removeEventListener('abort', onAbort);
  };
}

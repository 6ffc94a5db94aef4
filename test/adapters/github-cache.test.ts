import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import * as core from '../../src/adapters/cache-library-core.ts';
import { cacheSession } from '../../src/adapters/cache-session.ts';
import { type CacheLibrary, createGithubCache } from '../../src/adapters/github-cache.ts';
import { createHostCache } from '../../src/adapters/github-host-cache.ts';
import { failure } from '../../src/domain/failure.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';
import { startSilent } from '../servers/silent.ts';

const REQUEST = { kind: 'modules', key: 'k-1', prefixes: ['k-'], path: '/m' } as const;
const NOTHING: CacheLibrary = { restoreCache: async () => undefined, saveCache: async () => -1 };
const signal = new AbortController().signal;

/** The library does in its calls what it is told, and writes to the log that stands for @actions/core in the bundle. */
function cacheWith(client: Partial<CacheLibrary>) {
  const masked: string[] = [];
  const cache = createGithubCache({ mask: secret => masked.push(secret), fail: failure, client: { ...NOTHING, ...client } });
  return { cache, masked };
}

describe('the cache of GitHub', () => {
  it('hands the library what it needs, and a look-up downloads nothing', async () => {
    const calls: unknown[] = [];
    const { cache } = cacheWith({
      restoreCache: async (...args) => {
        calls.push(args);
        return 'k-0';
      },
      saveCache: async (...args) => {
        calls.push(args);
        return 7;
      },
    });
    expect(await cache.lookUp(REQUEST, signal)).toBe('k-0');
    expect(await cache.restore(REQUEST, signal)).toBe('k-0');
    expect(await cache.save(REQUEST, signal)).toBe('saved');
    expect(calls).toEqual([
      [['/m'], 'k-1', ['k-'], { lookupOnly: true }],
      [['/m'], 'k-1', ['k-']],
      [['/m'], 'k-1'],
    ]);
  });

  it('tells a miss from a failure, which the library only writes to the log', async () => {
    expect(await cacheWith({}).cache.lookUp(REQUEST, signal)).toBeUndefined();
    for (const say of [core.warning, core.error]) {
      const { cache } = cacheWith({
        restoreCache: async () => {
          await Promise.resolve();
          say('Failed to restore: tar failed');
          return undefined;
        },
      });
      expect(await codeOfAsync(() => cache.lookUp(REQUEST, signal))).toBe('CACHE.UNAVAILABLE');
      expect(await codeOfAsync(() => cache.restore(REQUEST, signal))).toBe('CACHE.RESTORE');
    }
    const { cache } = cacheWith({ saveCache: () => Promise.reject(new Error('Path Validation Error')) });
    expect(await codeOfAsync(() => cache.save(REQUEST, signal))).toBe('CACHE.SAVE');
  });

  it.each([
    ['Attempt 1 of 5 failed with error: 503. Retrying request in 3000 ms...', true],
    ['Attempt 2 of 5 failed with error: 503. Retrying request in 4800 ms...', false],
    ['getCacheEntry - Attempt 1 of 2 failed with error: Cache service responded with 503', false],
  ])('a look-up waits for the next attempt only when that comes soon: %s', async (line, isWaited) => {
    const { cache } = cacheWith({
      restoreCache: async () => {
        core.info(line);
        return 'k-1';
      },
    });
    const found = cache.lookUp(REQUEST, signal);
    if (isWaited) expect(await found).toBe('k-1');
    else expect(await codeOfAsync(() => found)).toBe('CACHE.UNAVAILABLE');
    expect(await cache.restore(REQUEST, signal)).toBe('k-1');
  });

  it('keeps calls that run at the same time apart', async () => {
    const { cache } = cacheWith({
      restoreCache: async (_, key) => {
        await new Promise(resolve => setImmediate(resolve));
        if (key === 'bad') core.warning('no');
        return key;
      },
    });
    const results = await Promise.allSettled(['good', 'bad'].map(key => cache.lookUp({ ...REQUEST, key }, signal)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('is stopped at the next line that the library writes', async () => {
    const stop = new AbortController();
    const { cache } = cacheWith({
      restoreCache: async () => {
        stop.abort(new Error('too slow'));
        core.debug('going on');
        throw new Error('unreachable');
      },
    });
    await expect(cache.lookUp(REQUEST, stop.signal)).rejects.toThrow('too slow');
    await expect(cache.lookUp(REQUEST, stop.signal)).rejects.toThrow('too slow');
  });

  it('ends a request that the library waits for', async () => {
    const silent = await startSilent();
    const stop = new AbortController();
    const { cache } = cacheWith({
      restoreCache: () =>
        new Promise((_, reject) => {
          request(silent.url).on('error', reject).end();
        }),
    });
    const other = request(silent.url).on('error', () => undefined);
    other.end();
    const found = cache.lookUp(REQUEST, stop.signal);
    setTimeout(() => stop.abort(new Error('too slow')), 50);
    await expect(found).rejects.toThrow('too slow');
    expect(other.destroyed).toBe(false);
    other.destroy();
    await silent.close();
  });

  it('masks each signature once', async () => {
    const { cache, masked } = cacheWith({
      restoreCache: async () => {
        for (const secret of ['sig', 'sig', 'other']) core.setSecret(secret);
        return undefined;
      },
    });
    await cache.lookUp(REQUEST, signal);
    await cache.lookUp(REQUEST, signal);
    expect(masked).toEqual(['sig', 'other']);
  });

  it.each([
    ['Failed to reserve cache: Error: Failed request: (403) Forbidden', 'denied'],
    ['Failed to reserve cache: Error: cache write denied: read-only', 'denied'],
    ['Failed to reserve cache: Error: Failed request: (409) Conflict', 'taken'],
    ['Cache save skipped', 'taken'],
  ])('tells why an entry could not be made: %s is %s', async (line, result) => {
    const { cache } = cacheWith({
      saveCache: async () => {
        core.debug(line);
        return -1;
      },
    });
    expect(await cache.save(REQUEST, signal)).toBe(result);
  });

  it('leaves what is written outside of a call unheard', () => {
    for (const say of [core.debug, core.info, core.warning, core.error, core.setSecret]) expect(say('nobody')).toBeUndefined();
    expect({ debug: core.isDebug(), session: cacheSession.getStore() }).toEqual({ debug: false, session: undefined });
  });
});

describe('the cache of a job', () => {
  const SECOND = { ACTIONS_CACHE_SERVICE_V2: 'true', ACTIONS_RESULTS_URL: 'https://r', ACTIONS_RUNTIME_TOKEN: 't' };
  const FIRST = { ACTIONS_CACHE_URL: 'https://c' };
  const SERVER = { GITHUB_SERVER_URL: 'https://ghes.example' };
  const of = (env: Readonly<Record<string, string>>) => createHostCache({ env, keep: () => undefined, mask: () => undefined });

  it.each([
    ['protocol 2', SECOND, true],
    ['protocol 1', FIRST, true],
    ['protocol 1 of an enterprise server', { ...FIRST, ...SERVER }, true],
    ['an enterprise server, which has no protocol 2', { ...SECOND, ...SERVER }, false],
    ['an enterprise cloud', { ...SECOND, GITHUB_SERVER_URL: 'https://octo.ghe.com' }, true],
    ['no address', { ...SECOND, ACTIONS_RESULTS_URL: '' }, false],
    ['no token', { ...SECOND, ACTIONS_RUNTIME_TOKEN: '' }, false],
    ['a runner that forbids it', { ...SECOND, ACTIONS_CACHE_MODE: 'None' }, false],
    ['a runner that allows reading', { ...SECOND, ACTIONS_CACHE_MODE: 'read' }, true],
    ['nothing', {}, false],
  ])('with %s', (_, env, isAvailable) => expect(of(env).unavailable === undefined).toBe(isAvailable));

  it('knows what started it', () => {
    const env = { GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/tags/v1', ACTIONS_CACHE_MODE: 'read' };
    expect(of(env).job).toEqual({ event: 'release', ref: 'refs/tags/v1', isReadOnly: true });
    expect(of({}).job.isReadOnly).toBe(false);
  });
});

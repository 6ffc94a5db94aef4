import { join } from 'node:path';
import type { CacheJob } from '../../src/domain/cache-entry.ts';
import { failure } from '../../src/domain/failure.ts';
import type { CacheService, HostCache } from '../../src/ports/cache.ts';
import type { MemoryFiles } from './memory-files.ts';

/** What the service does instead of its duty; `half` unpacks one file and then fails, `hangs` never ends and ignores its signal. */
export type FakeCacheFault = 'down' | 'hangs' | 'half' | 'restore-hangs' | 'denied' | 'taken' | 'save-fails' | 'bug';

/** The cache of a CI platform in memory. */
export interface FakeCache extends HostCache {
  /** Key to the files of the entry, relative to its directory; the order is that of their making. */
  readonly entries: Map<string, Readonly<Record<string, string>>>;
  /** Method and key, in order. */
  readonly calls: string[];
  /** What was handed to the post step. */
  readonly kept: string[];
  /** How often the client was loaded. */
  openCount(): number;
  fault: FakeCacheFault | undefined;
}

export function createFakeCache(options: {
  readonly files: MemoryFiles;
  readonly unavailable?: string;
  readonly job?: Partial<CacheJob>;
}): FakeCache {
  const { files } = options;
  const entries = new Map<string, Readonly<Record<string, string>>>();
  const calls: string[] = [];
  const kept: string[] = [];
  let opened = 0;
  const never = (): Promise<never> => new Promise(() => undefined);
  const find = (key: string, prefixes: readonly string[]): string | undefined =>
    entries.has(key) ? key : prefixes.flatMap(prefix => [...entries.keys()].filter(each => each.startsWith(prefix)).reverse())[0];
  const service: CacheService = {
    async lookUp({ key, prefixes }) {
      calls.push(`lookUp ${key}`);
      if (cache.fault === 'down') throw failure('CACHE.UNAVAILABLE', { subject: key, evidence: { reason: '503' } });
      if (cache.fault === 'bug') throw new TypeError('undefined is not a function');
      return cache.fault === 'hangs' ? never() : find(key, prefixes);
    },
    async restore({ key, prefixes, path }) {
      calls.push(`restore ${key}`);
      if (cache.fault === 'restore-hangs') return never();
      const found = find(key, prefixes);
      for (const [name, content] of Object.entries(entries.get(found ?? '') ?? {})) {
        if (files.content(join(path, name)) === undefined) files.put(join(path, name), content);
        if (cache.fault === 'half') throw failure('CACHE.RESTORE', { subject: key, evidence: { reason: 'tar ended with 2' } });
      }
      return found;
    },
    async save({ key, path }) {
      calls.push(`save ${key}`);
      if (cache.fault === 'save-fails') throw failure('CACHE.SAVE', { subject: key, evidence: { reason: 'disk full' } });
      if (cache.fault === 'denied' || cache.fault === 'taken') return cache.fault;
      const names = files.paths(path).filter(name => !name.endsWith('/'));
      entries.set(key, Object.fromEntries(names.map(name => [name.slice(path.length + 1), String(files.content(name))])));
      return 'saved';
    },
  };
  const cache: FakeCache = {
    unavailable: options.unavailable,
    job: { event: 'push', ref: 'refs/heads/main', isReadOnly: false, ...options.job },
    entries,
    calls,
    kept,
    fault: undefined,
    openCount: () => opened,
    open: async () => {
      opened += 1;
      return service;
    },
    keep: text => void kept.push(text),
  };
  return cache;
}

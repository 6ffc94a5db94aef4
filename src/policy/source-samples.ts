import type { SourceHealth } from '../domain/source-health.ts';

/** One try that was answered with the beginning of a file. */
export interface Sample {
  /** From the request to the last header byte, redirects included. */
  readonly firstByteMs: number;
  /** From there to the last byte that was read. */
  readonly bodyMs: number;
  readonly bytes: number;
  readonly canRange: boolean;
  /** Host that answered. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Header fields of caches; values are cut. */
const CACHE_FIELDS = ['age', 'x-cache', 'cache-status', 'via'] as const;
const VALUE_CHARACTERS = 80;

type Figures = Pick<SourceHealth, 'firstByteMs' | 'bytesPerSecond' | 'redirectedTo' | 'canRange' | 'cache'>;

/** The figures of one source; those of which no try tells anything are absent. `host`: the one that was asked. */
export function figuresOf(samples: readonly Sample[], host: string): Figures {
  const last = samples.at(-1);
  if (last === undefined) return {};
  const times = samples.map(({ firstByteMs }) => firstByteMs);
  const rates = samples.flatMap(({ bytes, bodyMs }) => (bodyMs > 0 ? [Math.round((bytes * 1_000) / bodyMs)] : []));
  const cache = cacheFields(last.headers);
  return {
    firstByteMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
    ...(rates.length === 0 ? {} : { bytesPerSecond: Math.max(...rates) }),
    ...(last.host === host || last.host === '' ? {} : { redirectedTo: last.host }),
    canRange: samples.every(({ canRange }) => canRange),
    ...(Object.keys(cache).length === 0 ? {} : { cache }),
  };
}

/** By nearest rank: the smallest value that so great a share of the values does not exceed. 0 of no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? 0;
}

function cacheFields(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const shown = CACHE_FIELDS.flatMap(name => {
    const value = headers[name]?.replace(/[^\x20-\x7e]+/gu, ' ').trim();
    return value === undefined || value === '' ? [] : [[name, value.slice(0, VALUE_CHARACTERS)] as const];
  });
  return Object.fromEntries(shown);
}

import type { Row } from './figures.ts';

/** A good run, but for what is given. */
export function fakeRow(fields: Partial<Row> = {}): Row {
  return {
    good: true,
    exitCode: 0,
    cause: '',
    proof: 'release-table',
    wallMs: 1_000,
    cpuMs: 1_000,
    rssBytes: 2 ** 20,
    writtenBytes: 0,
    leftBytes: 0,
    firstMs: 40,
    connectionCount: 1,
    requestCount: 1,
    sentBytes: 100,
    archiveBytes: 100,
    ...fields,
  };
}

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lookUp } from '../../src/acquire/checksum-database.ts';
import type { ChecksumServer } from '../../src/acquire/sumdb-server.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet } from '../../src/adapters/node-net.ts';
import { Failure } from '../../src/domain/failure.ts';
import { SUM_GOLANG_ORG } from '../../src/verify/known-log.ts';
import { readReceipt } from '../../src/verify/receipt.ts';
import { goproxy, networkEnv, whyNoNetwork } from './network.ts';

const reason = whyNoNetwork();
const clock = createClock();
const net = createNet({ env: networkEnv(), clock, ca: undefined });

/** The database through each module proxy of this machine. */
const servers: readonly ChecksumServer[] = (goproxy() ?? '')
  .split(/[,|]/u)
  .filter(entry => /^https?:/u.test(entry))
  .map((entry, index) => ({ id: `proxy ${index + 1}`, baseUrl: `${entry.replace(/\/+$/u, '')}/sumdb/sum.golang.org` }));

const ask = (moduleName: string) =>
  lookUp({ wire: { net, clock }, log: SUM_GOLANG_ORG, servers, moduleName }, AbortSignal.timeout(60_000));

beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

afterAll(() => net.close());

describe('the public checksum database', () => {
  test.each([
    ['golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64', 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM='],
    ['golang.org/toolchain@v0.0.1-go1.25.5.linux-amd64', undefined],
  ])('proves %s, consistent with the head that is built in', async (moduleName, value) => {
    const result = await ask(moduleName);
    expect(result.expectation).toMatchObject({ kind: 'checksum-database', over: 'tree', root: 'sum.golang.org' });
    if (value !== undefined) expect(result.expectation.value).toBe(value);
    expect(readReceipt(Buffer.from(result.receipt), { log: SUM_GOLANG_ORG, moduleName })).toEqual(result.expectation);
    console.log(
      `${moduleName}: ${Math.round(result.ms)} ms, ${result.tileCount} tiles, ${result.receipt.length} bytes of receipt`,
    );
  });

  test('does not prove a release that never was', async () => {
    const error: unknown = await ask('golang.org/toolchain@v0.0.1-go1.26.9999.linux-amd64').catch((caught: unknown) => caught);
    expect(error instanceof Failure ? error.code : error).toBe('SUM.NOT_FOUND');
  });

  test('is not believed when it contradicts the head that is built in', async () => {
    const forked = { ...SUM_GOLANG_ORG.heads[0], root: Buffer.alloc(32).toString('base64') };
    const log = { ...SUM_GOLANG_ORG, heads: [forked] as const };
    const moduleName = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64';
    const request = { wire: { net, clock }, log, servers, moduleName };
    const error: unknown = await lookUp(request, AbortSignal.timeout(60_000)).catch((caught: unknown) => caught);
    expect(error instanceof Failure ? error.code : error).toBe('SUM.PROOF');
  });
});

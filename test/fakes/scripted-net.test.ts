import { describe, expect, it } from 'vitest';
import { METADATA_PHASES } from '../../src/domain/limits.ts';
import { codeOfAsync } from './failure-code.ts';
import { createFakeClock } from './fake-clock.ts';
import { createScriptedNet, type Reply } from './scripted-net.ts';

const BODY = 'abcdefghij';

function netOf(reply: Reply | undefined) {
  const clock = createFakeClock();
  return { clock, net: createScriptedNet({ clock, servers: { 'a.test': () => reply } }) };
}

async function get(
  reply: Reply | undefined,
  headers: Readonly<Record<string, string>> = {},
  signal = new AbortController().signal,
) {
  const { clock, net } = netOf(reply);
  const response = await net.request({ url: 'https://a.test/x', headers, limits: METADATA_PHASES }, signal);
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  return { status: response.status, headers: response.headers, body: Buffer.concat(chunks).toString(), net, clock };
}

describe('a scripted net', () => {
  it('answers, remembers who asked for what, and when', async () => {
    const { net, clock, ...answer } = await get({ body: BODY, afterMs: 300, pauseMs: 10, chunkBytes: 4 });
    expect(answer).toEqual({ status: 200, headers: { 'content-length': '10' }, body: BODY });
    expect(net.requests).toMatchObject([{ url: 'https://a.test/x', atMs: 0 }]);
    expect(clock.monotonic()).toBe(330);
    expect(net.openCount()).toBe(0);
  });

  it('knows no other host, and has 404 for what its server does not say', async () => {
    const { net } = netOf(undefined);
    const signal = new AbortController().signal;
    expect(await codeOfAsync(() => net.request({ url: 'https://b.test/', limits: METADATA_PHASES }, signal))).toBe(
      'DNS.NXDOMAIN',
    );
    expect(await get(undefined)).toMatchObject({ status: 404 });
  });

  it.each([
    ['bytes=-4', 206, 'ghij', 'bytes 6-9/10'],
    ['bytes=-40', 206, BODY, 'bytes 0-9/10'],
    ['bytes=0-2', 206, 'abc', 'bytes 0-2/10'],
    ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
    ['lines=1', 200, BODY, undefined],
  ])('gives the range %s', async (range, status, body, contentRange) => {
    const answer = await get({ body: BODY }, { range });
    expect(answer).toMatchObject({ status, body });
    expect(answer.headers['content-range']).toBe(contentRange);
  });

  it('gives the whole where ranges are not known', async () => {
    expect(await get({ body: BODY, ranges: false }, { range: 'bytes=-4' })).toMatchObject({ status: 200, body: BODY });
  });

  it.each<[string, Reply]>([
    ['BODY.TRUNCATED', { body: BODY, fault: { kind: 'cut', atBytes: 4 } }],
    ['none', { body: BODY, length: false, fault: { kind: 'cut', atBytes: 4 } }],
    ['BODY.RESET', { body: BODY, fault: { kind: 'reset', atBytes: 4 } }],
    ['TLS.UNTRUSTED', { failure: 'TLS.UNTRUSTED' }],
    ['HTTP.TTFB_STALL', 'silent'],
    ['HTTP.TTFB_STALL', { body: BODY, afterMs: 8_001 }],
  ])('fails with %s as it is told', async (code, reply) => {
    expect(await codeOfAsync(() => get(reply))).toBe(code);
  });

  it('stalls until it is closed or aborted', async () => {
    const { net } = netOf({ body: BODY, fault: { kind: 'stall', atBytes: 4 } });
    for (const how of ['discard', 'abort']) {
      const stop = new AbortController();
      const response = await net.request({ url: 'https://a.test/x', limits: METADATA_PHASES }, stop.signal);
      const iterator = response.body[Symbol.asyncIterator]();
      expect((await iterator.next()).value).toHaveLength(4);
      const waiting = codeOfAsync(() => iterator.next());
      if (how === 'discard') response.discard();
      else stop.abort();
      expect(await waiting).toBe('BODY.RESET');
    }
    expect(net.openCount()).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import type { ClosableNet } from '../../src/adapters/lazy-net.ts';
import { allowDirect } from '../../src/adapters/net-direct.ts';
import type { Code } from '../../src/domain/catalogue.ts';
import { failure } from '../../src/domain/failure.ts';
import type { PhaseLimits } from '../../src/domain/limits.ts';
import type { NetResponse } from '../../src/ports/machine.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { codeOf, PATIENT } from './net-support.ts';

const never = new AbortController().signal;
const ANSWER: NetResponse = {
  status: 200,
  headers: {},
  body: (async function* () {})(),
  discard: () => undefined,
  facts: { host: 'go.test', addresses: [], proxyReason: 'no proxy', reused: false },
};

function netOf(answer: () => NetResponse): ClosableNet & { readonly seen: PhaseLimits[] } {
  const seen: PhaseLimits[] = [];
  const request = async ({ limits }: { readonly limits: PhaseLimits }) => {
    seen.push(limits);
    return answer();
  };
  return { seen, request, close: () => undefined };
}

const dead = (code: Code) =>
  netOf(() => {
    throw failure(code, { subject: 'proxy.test' });
  });

function ask(proxied: ClosableNet, limits: PhaseLimits = PATIENT) {
  const direct = netOf(() => ANSWER);
  const clock = createFakeClock();
  return { direct, answer: allowDirect({ proxied, direct, clock }).request({ url: 'https://go.test/', limits }, never) };
}

describe('where the direct way is allowed', () => {
  test.each<Code>(['PROXY.REFUSED', 'PROXY.DNS', 'PROXY.STALL', 'PROXY.NOT_HTTP'])(
    'it is taken after %s, and told',
    async code => {
      const { answer } = ask(dead(code));
      expect((await answer).facts.proxyReason).toContain(code);
    },
  );

  test.each<Code>(['PROXY.AUTH', 'PROXY.DENIED', 'HTTP.TTFB_STALL', 'TLS.UNTRUSTED'])('it is not taken after %s', async code => {
    const { answer, direct } = ask(dead(code));
    expect(await codeOf(answer)).toBe(code);
    expect(direct.seen).toEqual([]);
  });

  test('a proxy has half of the time to show that it is alive, and what it carries has all of it', async () => {
    const proxied = dead('PROXY.STALL');
    const limits = { ...PATIENT, untilMs: 7_000 };
    const { answer, direct } = ask(proxied, limits);
    await answer;
    expect(proxied.seen).toEqual([{ ...limits, lookupMs: 3_500, proxyMs: 3_500 }]);
    expect(direct.seen).toEqual([limits]);
  });

  test('a proxy keeps its usual time where there is no end to all phases', async () => {
    const proxied = dead('PROXY.STALL');
    await ask(proxied).answer;
    expect(proxied.seen).toEqual([PATIENT]);
  });
});

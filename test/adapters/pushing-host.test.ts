import { describe, expect, it } from 'vitest';
import { type PushSettings, pushAfterwards } from '../../src/adapters/pushing-host.ts';
import type { Host } from '../../src/ports/host.ts';
import type { NetRequest } from '../../src/ports/machine.ts';
import { renderMetrics } from '../../src/report/openmetrics.ts';
import { fold, installed } from '../report/scenarios.ts';

const report = fold(installed);
const FACTS = { host: 'gateway.example:443', addresses: [], proxyReason: 'HTTPS_PROXY is not set', reused: false };

/** A host whose report and pushes are written down in their order, and a network that answers with the status, or fails. */
function scene(kind: Host['kind'], answer: number | Error) {
  const order: string[] = [];
  const requests: NetRequest[] = [];
  const said = { stdout: '', stderr: '' };
  const host: Host = {
    kind,
    hear: () => undefined,
    mask: () => undefined,
    apply: async () => undefined,
    publish: async () => void order.push('report'),
  };
  const settings: PushSettings = {
    gateway: 'https://ci:hunter22@gateway.example',
    env: {},
    goVersion: undefined,
    openNet: () => ({
      request: async request => {
        order.push('push');
        requests.push(request);
        if (answer instanceof Error) throw answer;
        return { status: answer, headers: {}, body: noBytes(), discard: () => undefined, facts: FACTS };
      },
    }),
    isLate: () => false,
    streams: { stdout: { write: text => (said.stdout += text) }, stderr: { write: text => (said.stderr += text) } },
  };
  return { order, requests, said, host, settings };
}

async function* noBytes(): AsyncGenerator<Uint8Array, void, undefined> {
  // An answer without a body.
}

describe('pushAfterwards', () => {
  it('pushes after the report, with credentials in a header only', async () => {
    const { order, requests, said, host, settings } = scene('terminal', 202);
    await pushAfterwards(host, settings).publish(report);
    expect(order).toEqual(['report', 'push']);
    expect(requests[0]).toMatchObject({
      method: 'PUT',
      url: 'https://gateway.example/metrics/job/setup_go_robust/command/install',
      headers: { authorization: `Basic ${Buffer.from('ci:hunter22').toString('base64')}` },
      body: renderMetrics(report, 'prometheus'),
    });
    expect(said).toEqual({ stdout: '', stderr: '' });
  });

  it.each([
    ['terminal', 'stderr', 'stdout'],
    ['gitlab', 'stdout', 'stderr'],
  ] as const)('tells what goes wrong in one line where people read it: %s', async (kind, used, silent) => {
    const hostile = new Error('one\r\ntwo \u001B[2Jthree https://ci:hunter22@gateway.example/');
    for (const answer of [hostile, 500, 301]) {
      const { said, host, settings } = scene(kind, answer);
      await pushAfterwards(host, settings).publish(report);
      expect(said[silent]).toBe('');
      expect(said[used]).toMatch(/^METRICS\.PUSH: \P{Cc}+\n$/u);
      expect(said[used]).not.toContain('hunter22');
    }
  });

  it('is the host itself where no gateway is named', () => {
    const { host, settings } = scene('terminal', 200);
    for (const gateway of [undefined, '', 'gateway.example:9091'])
      expect(pushAfterwards(host, { ...settings, gateway })).toBe(host);
  });
});

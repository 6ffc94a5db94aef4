import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createProbeNet } from '../../src/adapters/probe-net.ts';
import type { NameAnswer } from '../../src/ports/probe-net.ts';
import { type DnsAnswer, type DnsServer, RCODE, startDns } from '../servers/dns.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const never = new AbortController().signal;

/** Long enough for a machine under load. */
const PATIENT_MS = 5_000;
/** Where no answer is expected. */
const SILENCE_MS = 150;

async function ask(answer: DnsAnswer, family: 4 | 6 = 4): Promise<{ readonly facts: NameAnswer; readonly server: DnsServer }> {
  const server = await startDns(() => answer);
  cleanups.push(server.close);
  const net = createProbeNet({ clock: createClock(), env: {}, ca: undefined, servers: [`127.0.0.1:${server.port}`] });
  const ms = 'fault' in answer ? SILENCE_MS : PATIENT_MS;
  return { facts: await net.query({ name: 'go.fault.test', family, ms, tries: 1 }, never), server };
}

describe('a question on the wire', () => {
  test('is asked of the given server alone', async () => {
    const { facts, server } = await ask({ addresses: ['192.0.2.1', '192.0.2.2', '2001:db8::1'] });
    expect(facts).toMatchObject({ ok: true, addresses: ['192.0.2.1', '192.0.2.2'] });
    expect(server.questions).toEqual(['go.fault.test A']);
  });

  test('D11: has answers of one family only', async () => {
    const only6: DnsAnswer = { addresses: ['2001:db8::1'] };
    expect((await ask(only6, 6)).facts).toMatchObject({ ok: true, addresses: ['2001:db8::1'] });
    expect((await ask(only6)).facts).toMatchObject({ ok: false, code: 'ENODATA', addresses: [] });
  });

  test.each([
    ['D01', { rcode: RCODE.NXDOMAIN }, 'ENOTFOUND'],
    ['D02', { rcode: RCODE.SERVFAIL }, 'ESERVFAIL'],
    ['D03', { rcode: RCODE.REFUSED }, 'EREFUSED'],
    ['D04', { fault: 'silent' }, 'ETIMEOUT'],
    ['D05', { addresses: [] }, 'ENODATA'],
    ['D12', { rcode: RCODE.FORMERR }, 'EFORMERR'],
  ] as const)('%s: %j is %s', async (_id, answer, code) => {
    expect((await ask(answer)).facts).toMatchObject({ ok: false, code, addresses: [] });
  });

  test('D12: garbage is not an answer', async () => {
    expect((await ask({ fault: 'garbage' })).facts.ok).toBe(false);
  });

  test('D06: a closed port is refused', async () => {
    const server = await startDns(() => ({ addresses: [] }));
    await server.close();
    const net = createProbeNet({ clock: createClock(), env: {}, ca: undefined, servers: [`127.0.0.1:${server.port}`] });
    const facts = await net.query({ name: 'go.fault.test', family: 4, ms: PATIENT_MS, tries: 1 }, never);
    expect(facts).toMatchObject({ ok: false, code: 'ECONNREFUSED' });
    expect(await net.nameServers()).toEqual([`127.0.0.1:${server.port}`]);
  });

  test('is called off with its signal', async () => {
    const server = await startDns(() => ({ fault: 'silent' }));
    cleanups.push(server.close);
    const net = createProbeNet({ clock: createClock(), env: {}, ca: undefined, servers: [`127.0.0.1:${server.port}`] });
    const stop = new AbortController();
    const asked = net.query({ name: 'go.fault.test', family: 4, ms: 5_000, tries: 2 }, stop.signal);
    setTimeout(() => stop.abort('stopped'), 30);
    await expect(asked).rejects.toBe('stopped');
  });
});

describe('a look-up', () => {
  test('keeps the addresses of the system', async () => {
    const net = createProbeNet({ clock: createClock(), env: {}, ca: undefined });
    const facts = await net.lookup({ name: 'localhost', ms: 5_000 }, never);
    expect(facts.ok).toBe(true);
    expect(facts.addresses.length).toBeGreaterThan(0);
    expect(await net.lookup({ name: '127.0.0.1', ms: 5_000 }, never)).toMatchObject({ addresses: ['127.0.0.1'] });
  });
});

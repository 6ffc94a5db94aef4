import { isIP } from 'node:net';
import type { HandshakeFacts } from '../../src/domain/handshake-facts.ts';
import type { ConnectFacts, HttpFacts, TunnelFacts } from '../../src/domain/network-facts.ts';
import type { Outcome } from '../../src/domain/probe-outcome.ts';
import type { Clock } from '../../src/ports/machine.ts';
import type { Exchange, NameAnswer, ProbeNet, ServedDate, Way } from '../../src/ports/probe-net.ts';

/** What one host of a fake network does; what is left out goes well. A step that is `silent` takes the whole time that it is given. */
export interface FakeHost {
  readonly addresses?: readonly string[];
  readonly lookup?: Partial<Outcome>;
  readonly connect?: 'silent' | Partial<ConnectFacts>;
  readonly tunnel?: 'silent' | Partial<TunnelFacts>;
  readonly handshake?: 'silent' | ((ask: Parameters<ProbeNet['handshake']>[0]) => Partial<HandshakeFacts>);
  readonly answer?: 'silent' | ((path: string) => FakeAnswer);
  /** How far its clock is from that of the machine. */
  readonly clockOffsetMs?: number;
}

export interface FakeAnswer extends Partial<HttpFacts> {
  readonly location?: string;
  readonly body?: string | Uint8Array;
}

export interface FakeProbeNet extends ProbeNet {
  /** Everything that was done, in order: `lookup go.dev`, `connect 192.0.2.1:443`, `GET https://go.dev/`. */
  readonly steps: readonly string[];
}

const LATE: Outcome = { ok: false, ms: 0, ended: 'deadline' };

/** Hosts by name or address; an address that no host has stands for the host whose address it is. Others do not exist. */
export function createFakeProbeNet(clock: Clock, hosts: Readonly<Record<string, FakeHost>>): FakeProbeNet {
  const steps: string[] = [];
  const at = (address: string): FakeHost =>
    hosts[address] ?? Object.values(hosts).find(({ addresses }) => addresses?.includes(address)) ?? {};
  const silent = async (ms: number, signal: AbortSignal): Promise<Outcome> => {
    await clock.sleep(ms, signal);
    return { ...LATE, ms };
  };
  const lookup = (name: string): NameAnswer => {
    const host = hosts[name.replace(/\.$/u, '')];
    if (host === undefined) return { ok: false, ms: 1, code: 'ENOTFOUND', errno: -3008, addresses: [] };
    return { ok: true, ms: 1, addresses: host.addresses ?? [], ...host.lookup };
  };
  const originOf = (way: Way, name: string): FakeHost => hosts[name] ?? at(way.address);
  const dated = (host: FakeHost): ServedDate => ({ dateMs: clock.now() + (host.clockOffsetMs ?? 0), atMs: clock.now() });

  return {
    steps,
    async lookup({ name }) {
      steps.push(`lookup ${name}`);
      return lookup(name);
    },
    async query({ name, family }) {
      const { addresses, ...outcome } = lookup(name);
      return { ...outcome, addresses: addresses.filter(address => isIP(address) === family) };
    },
    nameServers: async () => ['192.0.2.53'],
    async connect({ address, port, ms }, signal) {
      steps.push(`connect ${address}:${port}`);
      const { connect } = at(address);
      const where = { address, port, family: isIP(address) === 6 ? 6 : 4 } as const;
      if (connect === 'silent') return { ...(await silent(ms, signal)), ...where };
      return { ok: true, ms: 1, silence: 'open', ...where, ...connect };
    },
    async tunnel({ way, target, ms }, signal) {
      steps.push(`CONNECT ${target}`);
      const { tunnel } = at(way.address);
      const said = { schemes: [], proxy: `${way.proxy?.host}:${way.port}` };
      if (tunnel === 'silent') return { ...(await silent(ms, signal)), ...said };
      return { ok: true, ms: 1, status: 200, ...said, ...tunnel };
    },
    async handshake(ask, signal) {
      const { way, name, variant, ms } = ask;
      steps.push(`handshake ${name} ${variant} ${way.address}`);
      const { handshake } = originOf(way, name);
      const said = { variant, address: way.address, receivedBytes: 0 };
      if (handshake === 'silent') return { ...(await silent(ms, signal)), ...said };
      return { ok: true, ms: 1, ...said, ...handshake?.(ask) };
    },
    async exchange({ way, url, firstByteMs }, signal): Promise<Exchange> {
      steps.push(`GET ${url}`);
      const { host, hostname, pathname } = new URL(url);
      const origin = hosts[host] ?? originOf(way, hostname);
      if (origin.answer === 'silent') {
        return { facts: { ...(await silent(firstByteMs, signal)), headers: {}, redirects: [] }, head: new Uint8Array() };
      }
      const { location, body = '', ...facts } = origin.answer?.(pathname) ?? {};
      return {
        facts: { ok: true, ms: 1, status: 200, headers: {}, redirects: [], ...facts },
        head: Buffer.from(body),
        served: dated(origin),
        ...(location === undefined ? {} : { location }),
      };
    },
    async date({ way, url }) {
      steps.push(`date ${url}`);
      return dated(originOf(way, new URL(url).hostname));
    },
  };
}

import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createFiles } from '../../src/adapters/node-files.ts';
import { createProbeNet } from '../../src/adapters/probe-net.ts';
import type { Facts } from '../../src/domain/network-facts.ts';
import { type GatherParts, gatherFacts } from '../../src/probes/gather.ts';
import { leastMs } from '../fakes/least-ms.ts';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Origin } from '../servers/origin.ts';
import { startProxy } from '../servers/proxy.ts';
import { tlsSettings } from '../servers/tls-faults.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function kept<T extends Origin>(origin: T): T {
  cleanups.push(origin.close);
  return origin;
}

function gather(parts: Partial<GatherParts> & { readonly ca?: string }): Promise<Facts> {
  const clock = createClock();
  const env = { SSL_CERT_FILE: '', ...parts.env };
  return gatherFacts(
    {
      net: createProbeNet({ clock, env, ca: parts.ca === undefined ? undefined : [parts.ca] }),
      clock,
      files: createFiles({ os: process.platform, clock, isRoot: false }),
      os: process.platform,
      randomName: () => 'x',
      allowDirect: false,
      runtime: { node: '20.0.0', openssl: '3.0.0', os: 'linux', arch: 'x64' },
      builtOn: undefined,
      targets: [],
      goproxy: undefined,
      database: { name: 'sum.golang.org', verifierKey: '', paths: [] },
      disks: [],
      archives: [],
      environment: undefined,
      seen: [],
      ...parts,
      env,
    },
    new AbortController().signal,
  );
}

describe('a healthy pass over real servers', () => {
  it('takes three connections a host and way, no credential, and well under two seconds', async () => {
    const { root, tls } = tlsSettings('healthy');
    const secure = kept(await startHttpFault('healthy', { tls }));
    const plain = kept(await startHttpFault('healthy'));
    const proxy = kept(await startProxy({ tunnelPort: secure.port }));
    const parts = {
      ca: root.cert,
      env: { HTTPS_PROXY: `http://user:s3cret@127.0.0.1:${proxy.port}` },
      targets: [
        { url: `https://127.0.0.1:${secure.port}/a`, role: 'source' },
        { url: `http://user:s3cret@127.0.0.1:${plain.port}/b`, role: 'source' },
        { url: 'https://go.fault.test/c', role: 'source' },
      ],
    } as const;
    const facts = await gather(parts);
    expect(facts.targets.map(({ http }) => http?.status)).toEqual([206, 206, 206]);
    // Through the tunnel: CONNECT alone, a handshake, and an exchange.
    expect([secure.connectionCount(), plain.connectionCount()]).toEqual([3 + 3, 2]);
    const heads = JSON.stringify([secure.requests, plain.requests, proxy.requests]);
    expect(heads).not.toMatch(/authorization|s3cret|user:/iu);
    expect(JSON.stringify(facts)).not.toContain('s3cret');
    expect(facts.clock?.offsets.every(({ offsetMs }) => Math.abs(offsetMs) < 5_000)).toBe(true);
    expect(await leastMs(2_000, () => gather(parts))).toBeLessThan(2_000);
  });
});

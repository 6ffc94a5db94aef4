import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

/** Of Debian's package faketime. */
const FAKE_TIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

export const fault: Fault = {
  id: 'S03b',
  title: 'the clock of this machine is slow',
  cause: ['CLOCK.SKEW'],
  async start(lab) {
    const [one, other] = [lab.keep(await startTlsFault('healthy')), lab.keep(await startTlsFault('healthy'))];
    return {
      urls: [lab.urlOf(one, 'https'), `https://localhost:${other.port}/files/tool.tar.gz`],
      ca: one.root.cert + other.root.cert,
      env: { LD_PRELOAD: FAKE_TIME, FAKETIME: '@2020-01-01 00:00:00', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
      needs: [FAKE_TIME],
    };
  },
  facts({ facts }) {
    expect(facts.targets.map(({ handshakes }) => handshakes[0]?.code)).toEqual(['CERT_NOT_YET_VALID', 'CERT_NOT_YET_VALID']);
    const offsets = facts.clock?.offsets ?? [];
    expect(offsets).toHaveLength(2);
    for (const { offsetMs } of offsets) expect(offsetMs < -86_400_000).toBe(true);
  },
};

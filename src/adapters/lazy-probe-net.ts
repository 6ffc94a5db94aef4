import type { ProbeNet } from '../ports/probe-net.ts';

/** Probes that are loaded with the first question: a run that works asks none. */
export function createLazyProbeNet(open: () => Promise<ProbeNet>): ProbeNet {
  let opened: Promise<ProbeNet> | undefined;
  const net = (): Promise<ProbeNet> => {
    opened ??= open();
    return opened;
  };
  return {
    lookup: async (...given) => (await net()).lookup(...given),
    query: async (...given) => (await net()).query(...given),
    nameServers: async () => (await net()).nameServers(),
    connect: async (...given) => (await net()).connect(...given),
    tunnel: async (...given) => (await net()).tunnel(...given),
    handshake: async (...given) => (await net()).handshake(...given),
    exchange: async (...given) => (await net()).exchange(...given),
    date: async (...given) => (await net()).date(...given),
  };
}

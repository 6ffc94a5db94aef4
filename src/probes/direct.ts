import { LIMITS } from '../domain/limits.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { hostOf, portOf, stepMs, type TargetProbe } from './pass.ts';

/** The same exchange beside the proxy, only where the input `allow-direct` lets packets go there. */
export const directProbe: TargetProbe = {
  id: 'direct',
  async probe(pass, walk, signal) {
    if (!pass.allowDirect || walk.decision?.kind !== 'proxy') return walk;
    const { url } = walk;
    const [host, port] = [hostOf(url), portOf(url)];
    const { connects, open } = await pass.peers.look(host, port);
    const way = open[0] === undefined ? undefined : { address: open[0], port };
    if (way === undefined) return { ...walk, target: { ...walk.target, direct: { connects } } };
    const ms = stepMs(pass, PROBE_LIMITS.handshakeMs);
    const isTls = url.protocol === 'https:';
    const handshake = isTls ? await pass.net.handshake({ way, name: host, variant: 'usual', ms }, signal) : undefined;
    const limits = { openMs: ms, firstByteMs: stepMs(pass, PROBE_LIMITS.firstByteMs), bodyMs: stepMs(pass, PROBE_LIMITS.bodyMs) };
    const mayAsk = handshake === undefined || handshake.ok;
    const http = mayAsk ? (await pass.net.exchange({ way, url: url.href, roots: 'usual', ...limits }, signal)).facts : undefined;
    const direct = {
      connects: connects.slice(0, LIMITS.connectAddressCount),
      ...(handshake === undefined ? {} : { handshake }),
      ...(http === undefined ? {} : { http }),
    };
    return { ...walk, target: { ...walk.target, direct } };
  },
};

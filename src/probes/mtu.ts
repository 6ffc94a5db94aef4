import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { stepMs, type TargetProbe } from './pass.ts';

/**
 * Whether small answers come where no handshake was answered: a server that says or does anything about a line of plain text is alive,
 * so it is its large packets that do not arrive.
 */
export const mtuProbe: TargetProbe = {
  id: 'mtu',
  async probe(pass, walk, signal) {
    const { way, target, url } = walk;
    const { handshakes } = target;
    const isStalled = handshakes.length > 0 && handshakes.every(({ ended }) => ended === 'deadline');
    if (way === undefined || !isStalled) return walk;
    const plain = new URL(`http://${url.host}/`);
    const ms = stepMs(pass, PROBE_LIMITS.variantMs);
    const ask = { way, url: plain.href, roots: 'usual', openMs: ms, firstByteMs: ms, bodyMs: PROBE_LIMITS.pageMs } as const;
    const { facts } = await pass.net.exchange(ask, signal);
    const smallPasses = facts.status !== undefined || (facts.receivedBytes ?? 0) > 0 || facts.ended !== 'deadline';
    return { ...walk, target: { ...target, mtu: { smallPasses, largePasses: false } } };
  },
};

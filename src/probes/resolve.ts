import { hostOf, type TargetProbe } from './pass.ts';

/** The name of a target that is reached directly: a proxy resolves names itself. */
export const resolveProbe: TargetProbe = {
  id: 'resolve',
  async probe(pass, walk) {
    if (walk.decision?.kind !== 'direct') return walk;
    const look = pass.names.look(hostOf(walk.url));
    if (look === undefined) return walk;
    const resolve = await look.facts;
    return { ...walk, target: { ...walk.target, resolve } };
  },
};

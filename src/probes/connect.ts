import { hostOf, portOf, type TargetProbe } from './pass.ts';

/** Each address of a target that is reached directly; of a proxied one the proxy. */
export const connectProbe: TargetProbe = {
  id: 'connect',
  async probe(pass, walk) {
    const { decision, url, target } = walk;
    if (decision === undefined) return walk;
    const host = decision.kind === 'proxy' ? decision.host : hostOf(url);
    const port = decision.kind === 'proxy' ? decision.port : portOf(url);
    const { connects, open } = await pass.peers.look(host, port);
    const [address] = open;
    const way = address === undefined ? {} : { way: { address, port, ...proxyWay(walk) } };
    // What is between us and a proxy stands in the facts of the proxy.
    return decision.kind === 'proxy' ? { ...walk, ...way } : { ...walk, ...way, target: { ...target, connects } };
  },
};

function proxyWay({ decision, url }: Parameters<TargetProbe['probe']>[1]): {
  readonly proxy?: { readonly host: string; readonly secure: boolean; readonly tunnelTo?: string };
} {
  if (decision?.kind !== 'proxy') return {};
  const { host, secure } = decision;
  const tunnelTo = url.protocol === 'https:' ? { tunnelTo: `${url.hostname}:${portOf(url)}` } : {};
  return { proxy: { host, secure, ...tunnelTo } };
}

import { X509Certificate } from 'node:crypto';
import { getServers } from 'node:dns';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { Clock, Env } from '../ports/machine.ts';
import type { ProbeNet } from '../ports/probe-net.ts';
import { extraRoots, systemRoots } from './net-roots.ts';
import { readAnchors } from './probe-chain.ts';
import { probeConnect } from './probe-connect.ts';
import { probeLookup, probeQuery } from './probe-dns.ts';
import { probeDate, probeExchange } from './probe-http.ts';
import type { Trust } from './probe-secure.ts';
import { probeHandshake } from './probe-tls.ts';
import { probeTunnel } from './probe-tunnel.ts';

export interface ProbeNetOptions {
  readonly clock: Clock;
  /** Read for NODE_EXTRA_CA_CERTS and SSL_CERT_FILE. */
  readonly env: Env;
  /** Roots that are trusted as well (`ca-file`), each a PEM text of its own. */
  readonly ca: readonly string[] | undefined;
  /** Name servers for `query`; default: those of the machine. */
  readonly servers?: readonly string[];
}

/** Probes through node:dns, node:net, node:tls and node:http; not through fetch, which decodes, follows and hides phases. */
export function createProbeNet(options: ProbeNetOptions): ProbeNet {
  const { clock, servers } = options;
  const trust = createTrust(options);
  const means = { clock, trust };
  return {
    lookup: (ask, signal) => probeLookup(clock, ask, signal),
    query: (ask, signal) => probeQuery({ clock, servers }, ask, signal),
    nameServers: async () => servers ?? getServers(),
    connect: (ask, signal) => probeConnect(clock, ask, signal),
    tunnel: (ask, signal) => probeTunnel(means, ask, signal),
    handshake: (ask, signal) => probeHandshake(means, ask, signal),
    exchange: (ask, signal) => probeExchange(means, ask, signal),
    date: (ask, signal) => probeDate(means, ask, signal),
  };
}

/** Contexts verify; anchors only say what each store would have said. Each is made once, on first need. */
function createTrust({ env, ca = [] }: Pick<ProbeNetOptions, 'env' | 'ca'>): Trust {
  const contexts = new Map<string, SecureContext>();
  const extra = [...extraRoots(env), ...ca];
  let stores: ReturnType<Trust['stores']> | undefined;
  return {
    context(roots, changes = {}) {
      const key = `${roots} ${JSON.stringify(changes)}`;
      const all = [...rootCertificates, ...extra, ...(roots === 'system' ? systemRoots(env) : [])];
      const context = contexts.get(key) ?? createSecureContext({ ca: all, ...changes });
      contexts.set(key, context);
      return context;
    },
    completed(issuer) {
      const between = new X509Certificate(issuer).toString();
      return createSecureContext({ ca: [...rootCertificates, ...extra, between] });
    },
    stores() {
      stores ??= {
        bundled: readAnchors(rootCertificates),
        system: readAnchors(systemRoots(env)),
        extra: extra.length === 0 ? undefined : readAnchors(extra),
      };
      return stores;
    },
  };
}

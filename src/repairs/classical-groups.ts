import { type Repair, withFixes } from './repair.ts';

/**
 * A middlebox drops a ClientHello that takes more than one packet, which the post-quantum key share of newer OpenSSL makes it (1.6 kB
 * against 0.4 kB). With the groups of Node 20 the hello is small again; certificates are verified as before.
 */
export const classicalGroups: Repair = {
  id: 'classical-groups',
  title: 'Offer classical key-exchange groups only, in the connections of this run',
  causes: ['TLS.PQ_INTOLERANT'],
  plan: ({ cause }) => ({
    steps: withFixes([{ title: 'Connections of this run offer X25519, P-256 and P-384', text: '' }], cause),
    change: { kind: 'network', settings: { classicalGroups: true } },
  }),
};

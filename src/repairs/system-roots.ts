import { type Repair, withFixes } from './repair.ts';

/**
 * SSL_CERT_FILE stands in for the roots of the operating system, for Go and for us. Where it names a bundle that lacks the CA of the
 * company, that CA may still be trusted by this machine: then every store of the operating system counts. Not where credentials are
 * sent: who opened the connection may read them.
 */
export const systemRoots: Repair = {
  id: 'system-roots',
  title: 'Trust every certificate store of this machine, not only the one that SSL_CERT_FILE names',
  causes: ['TLS.INTERCEPTED', 'TLS.UNTRUSTED'],
  plan({ cause, env, hasCredentials, facts }) {
    const isWithheld = facts?.targets.some(({ withheld }) => withheld === true) ?? false;
    // Without that variable, the ordinary connection has tried the store of the operating system already.
    if (!env['SSL_CERT_FILE'] || hasCredentials || isWithheld) return undefined;
    return {
      steps: withFixes(
        [
          { title: 'Connections of this run trust the stores of the operating system too', text: '' },
          { title: 'For Go, add the CA to that file, or unset the variable', text: 'unset SSL_CERT_FILE' },
        ],
        cause,
      ),
      change: { kind: 'network', settings: { everyStore: true } },
    };
  },
};

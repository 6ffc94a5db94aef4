import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import { respond, startOrigin } from '../servers/origin.ts';
import { withIssuerUrl } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'S08b',
  title: 'the intermediate certificate is not sent, but is where the certificate says',
  cause: ['TLS.MISSING_INTERMEDIATE'],
  async start(lab) {
    let body = '';
    const authority = lab.keep(await startOrigin(socket => respond(socket, { body })));
    const { root, issuer, tls } = withIssuerUrl(`http://127.0.0.1:${authority.port}/issuer.crt`);
    body = issuer.cert;
    const server = lab.keep(await startHttpFault('healthy', { tls }));
    return { urls: [lab.urlOf(server, 'https')], ca: root.cert };
  },
  facts({ target }) {
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', completed: 'ok' });
    expect(target?.http).toBeUndefined();
  },
};

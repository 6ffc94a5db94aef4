import { expect } from 'vitest';
import { startProxy } from '../servers/proxy.ts';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'P12',
  title: 'the proxy decrypts',
  cause: ['TLS.INTERCEPTED', 'TLS.UNTRUSTED'],
  async start(lab) {
    const server = lab.keep(await startTlsFault('S05'));
    const proxy = lab.keep(await startProxy({ tunnelPort: server.port }));
    return { urls: ['https://go.fault.test/files/tool.tar.gz'], env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } };
  },
  facts({ target }) {
    expect(target?.tunnel).toMatchObject({ ok: true, status: 200 });
    expect(target?.handshakes[0]).toMatchObject({ ok: false, code: 'SELF_SIGNED_CERT_IN_CHAIN' });
  },
};

import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { startTlsFault } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'C14',
  title: 'a root that only the operating system knows',
  cause: [],
  async start(lab) {
    const server = lab.keep(await startTlsFault('healthy'));
    const bundle = `${lab.directory}/system.pem`;
    await writeFile(bundle, server.root.cert);
    return { urls: [lab.urlOf(server, 'https')], env: { SSL_CERT_FILE: bundle } };
  },
  facts({ target }) {
    expect(target?.handshakes).toMatchObject([
      { variant: 'usual', ok: false, verified: { system: 'ok' } },
      { variant: 'system-roots', ok: true },
    ]);
    expect(target?.http).toMatchObject({ ok: true, status: 200 });
  },
};

import { expect } from 'vitest';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'T12',
  title: 'large packets of the server are dropped',
  cause: ['PATH.MTU'],
  start() {
    return Promise.resolve({
      urls: ['https://127.0.0.2/files/tool.tar.gz'],
      inside: {
        serve: { https: [{ host: '127.0.0.2', port: 443 }] },
        after: ['iptables -A OUTPUT -s 127.0.0.2 -p tcp --sport 443 -m length --length 600: -j DROP'],
        needs: ['iptables'],
      },
    });
  },
  facts({ target }) {
    expect(target?.connects[0]).toMatchObject({ ok: true, silence: 'open' });
    expect(target?.handshakes[0]).toMatchObject({ ok: false, ended: 'deadline' });
    expect(target?.mtu).toEqual({ smallPasses: true, largePasses: false });
  },
};

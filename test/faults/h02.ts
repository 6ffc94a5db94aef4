import { expect } from 'vitest';
import { HTTP_FAULTS } from '../servers/http-faults.ts';
import { startOrigin } from '../servers/origin.ts';
import { tlsSettings } from '../servers/tls-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H02',
  title: 'a redirect from https to http',
  cause: ['HTTP.DOWNGRADE'],
  async start(lab) {
    const { root, tls } = tlsSettings('healthy');
    const origin = lab.keep(await startOrigin(HTTP_FAULTS['H02'] ?? (() => undefined), { tls }));
    return { urls: [lab.urlOf(origin, 'https')], ca: root.cert };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: false, code: 'DOWNGRADE', status: 302 });
  },
};

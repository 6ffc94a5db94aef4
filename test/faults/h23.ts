import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H23',
  title: 'the archive is labelled as an encoding',
  cause: ['HTTP.CE_LABEL'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H23'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({
      ok: true,
      status: 200,
      headers: expect.objectContaining({ 'content-encoding': 'gzip' }),
    });
  },
};

import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H24',
  title: 'the archive is compressed once more on the way',
  cause: ['HTTP.CE_REENCODED'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H24'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ facts, target }) {
    expect(facts.archives).toMatchObject([{ kind: 'double-gzip', contentEncoding: 'gzip' }]);
    expect(target?.http).toMatchObject({ ok: true, headers: expect.objectContaining({ 'content-encoding': 'gzip' }) });
  },
};

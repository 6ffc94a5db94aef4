import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'H19',
  title: 'a body without a length is cut, and every client is content',
  cause: ['BODY.TRUNCATED_SILENT'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('H19'));
    return { urls: [`http://127.0.0.1:${origin.port}/go1.26.8.linux-amd64.tar.gz`] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ ok: true, isComplete: true, receivedBytes: 5 });
    expect(target?.http?.expectedBytes).toBeGreaterThan(1_000_000);
  },
};

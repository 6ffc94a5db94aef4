import { expect } from 'vitest';
import { startHttpFault } from '../servers/http-faults.ts';
import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'V02',
  title: 'a page of a portal in Chinese, with a redirect in it',
  cause: ['HTTP.PORTAL'],
  async start(lab) {
    const origin = lab.keep(await startHttpFault('V02'));
    return { urls: [lab.urlOf(origin)] };
  },
  facts({ target }) {
    expect(target?.http).toMatchObject({ status: 200, title: '\u7f51\u7edc\u8ba4\u8bc1' });
  },
};

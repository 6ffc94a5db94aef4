import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X07', { id: 'S16', code: 'TLS.PLAIN_HTTP' }, { id: 'H28', code: 'HTTP.EMPTY' });

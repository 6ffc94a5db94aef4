import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X06', { id: 'S24', code: 'TLS.EKU' }, { id: 'H21', code: 'HTTP.NOT_HTTP' });

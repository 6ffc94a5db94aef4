import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X01', { id: 'S01', code: 'TLS.EXPIRED' }, { id: 'H12', code: 'HTTP.SERVER' });

import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X10', { id: 'S10', code: 'TLS.EXPIRED_INTERMEDIATE' }, { id: 'H06', code: 'HTTP.AUTH' });

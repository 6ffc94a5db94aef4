import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X09', { id: 'S20', code: 'TLS.CUT' }, { id: 'H14', code: 'BODY.STALL' });

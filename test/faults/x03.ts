import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X03', { id: 'S19', code: 'TLS.HANDSHAKE_STALL' }, { id: 'H10', code: 'HTTP.RATE_LIMIT' });

import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X04', { id: 'S15', code: 'TLS.SNI_UNKNOWN' }, { id: 'H16', code: 'BODY.TRUNCATED' });

import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X08', { id: 'S13', code: 'TLS.CLIENT_CERT' }, { id: 'H07', code: 'HTTP.FORBIDDEN' });

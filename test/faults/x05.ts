import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X05', { id: 'S11', code: 'TLS.OLD_VERSION' }, { id: 'H04', code: 'HTTP.PORTAL' });

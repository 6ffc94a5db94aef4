import { twoFaults } from './lab/two.ts';

export const fault = twoFaults('X02', { id: 'S04', code: 'TLS.NAME' }, { id: 'H08', code: 'HTTP.NOT_FOUND' });

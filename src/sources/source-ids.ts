import { MIRRORS } from './mirrors.ts';

/** What the input `sources` may name, in the order of `auto`. */
export const SOURCE_IDS: readonly string[] = ['official', 'goproxy', ...MIRRORS.map(row => row.id)];

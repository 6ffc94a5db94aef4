import { REPOSITORY } from './product.ts';

/** The page of all codes, in the newest state of the default branch: codes are never reused, so old reports find theirs. */
export const CODES_PAGE = `${REPOSITORY}/blob/HEAD/docs/codes.md`;

/** The anchor of a code in docs/codes.md: `TLS.UNTRUSTED` is `tls-untrusted`. Part of the public contract. */
export function codeAnchor(code: string): string {
  return code.toLowerCase().replaceAll(/[._]/gu, '-');
}

/** Where a code is explained: why it matters, how it is decided, how to repair it. */
export function codePage(code: string): string {
  return `${CODES_PAGE}#${codeAnchor(code)}`;
}

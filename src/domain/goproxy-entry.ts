/** One step of a GOPROXY list, as cmd/go walks it. */
export type GoproxyEntry =
  | {
      readonly kind: 'proxy';
      /** http, https or file; without userinfo, and without a slash at the end. */
      readonly url: string;
      readonly authorization?: string;
      /** When cmd/go would go on to the next entry: on 404 and 410 (comma), or on any error (pipe). */
      readonly next: 'not-found' | 'any-error';
    }
  /** The module's origin. Ends the list. */
  | { readonly kind: 'direct' }
  /** No module may be fetched from here on. Ends the list. */
  | { readonly kind: 'off' };

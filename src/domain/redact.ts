/** Keeps secrets out of every output. Applied where a fact, an attempt or an event is born, never in a renderer. */

/**
 * A URL that may be printed: no userinfo, no query, no fragment. Of other text everything up to the last `@` goes, whatever it
 * looks like: `user:pass@proxy:3128` is a URL to the parser (of the scheme `user:`), `http://user:pa/ss@proxy` is none.
 */
export function redactUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.host === '' && url.protocol !== 'file:')) {
    const at = text.lastIndexOf('@');
    const rest = text.slice(at + 1).replace(/[?#].*$/su, '?…');
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(text)?.[0] ?? '';
    return at === -1 ? rest : `${scheme}***@${rest}`;
  }
  if (mayHideUserinfo(text)) return `${url.protocol}//***`;
  const hadQuery = url.search !== '';
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return hadQuery ? `${url.href}?…` : url.href;
}

/**
 * A slash in a user name or at the start of a password makes the password a part of the path, the query or the fragment. Seen
 * by a colon that is no port, with an @ behind it; then nothing but the scheme is safe to print.
 */
function mayHideUserinfo(text: string): boolean {
  const afterUserinfo = text.replace(/^[^/]*\/\/(?:[^/?#\\]*@)?/u, '');
  return /:(?!\d+[/?#\\])/u.test(afterUserinfo.slice(0, Math.max(0, afterUserinfo.lastIndexOf('@'))));
}

/** Replaces every occurrence of each secret, raw and percent-encoded, and every userinfo of a URL inside the text. */
export function redactText(text: string, secrets: readonly string[]): string {
  let clean = text;
  // Longest first: of two secrets with the same beginning the longer would otherwise keep its end.
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.length < 4) continue;
    clean = clean.replaceAll(secret, '***').replaceAll(percentEncoded(secret), '***');
  }
  // Up to the last @ before a slash: a password may hold @ and quotes. The bound keeps the time linear in a long word.
  return clean.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^/\s]+@/giu, '$1***@');
}

/** A lone surrogate cannot be encoded, and cannot arrive encoded either. */
function percentEncoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    return secret;
  }
}

/** The same for every string inside a JSON-like value. */
export function redactDeep<T>(value: T, secrets: readonly string[]): T {
  if (typeof value === 'string') return redactText(value, secrets) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item, secrets)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item as unknown, secrets)])) as T;
  }
  return value;
}

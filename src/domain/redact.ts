/** Keeps secrets out of every output. Applied where a fact, an attempt or an event is born, never in a renderer. */

/** A URL that may be printed: no userinfo, no query, no fragment. Text that is not a URL loses its userinfo only. */
export function redactUrl(text: string): string {
  if (URL.canParse(text)) {
    const url = new URL(text);
    const hadQuery = url.search !== '';
    url.username = '';
    url.password = '';
    url.search = '';
    url.hash = '';
    return hadQuery ? `${url.href}?…` : url.href;
  }
  return text.replace(/\/\/[^/@\s]*@/gu, '//***@');
}

/** Replaces every occurrence of each secret, raw and percent-encoded, and every userinfo of a URL inside the text. */
export function redactText(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    clean = clean.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  return clean.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s'"`]+@/giu, '$1***@');
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

/** An address without credentials, and the credentials as a header value. */
export interface Address {
  readonly url: string;
  /** Value of the Authorization header; belongs to the origin of `url` only. */
  readonly authorization?: string;
}

/**
 * Moves `user:password@` of a valid URL into a Basic Authorization value (RFC 7617, UTF-8), so that the URL can be printed
 * and compared. Anything that is not a URL comes back unchanged.
 */
export function splitUserinfo(text: string): Address {
  if (!URL.canParse(text)) return { url: text };
  const url = new URL(text);
  if (url.username === '' && url.password === '') return { url: text };
  const credentials = `${decodePercent(url.username)}:${decodePercent(url.password)}`;
  url.username = '';
  url.password = '';
  return { url: url.href, authorization: `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}` };
}

/** A stray `%` in a password is legal for the URL parser but not for decodeURIComponent: then it is meant literally. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Appends path segments to a base URL, in front of its query (a signed storage URL carries its signature there). */
export function joinAddress(base: string, path: string): string {
  const url = new URL(base);
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/u, '')}/${path}`;
  return url.href;
}

/** Appends query parameters, keeping those that are there. */
export function withQuery(address: string, query: string): string {
  const url = new URL(address);
  url.search = url.search === '' ? query : `${url.search}&${query}`;
  return url.href;
}

/** Whether credentials sent to this URL could be read on the way: plain http to anything but this machine. */
export function isExposed(address: string): boolean {
  const url = new URL(address);
  return url.protocol === 'http:' && !/^(?:(?:[^.]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname);
}

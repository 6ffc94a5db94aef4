import { failure } from '../domain/failure.ts';
import { redactUrl } from '../domain/redact.ts';
import { isLoopbackHost } from './ip-address.ts';

/** One request of a chain: an address without userinfo, and headers with lower-case names. */
export interface Hop {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that belong to one origin and never travel to another (fetch standard, 4.4 HTTP-redirect fetch, step 13). */
const ORIGIN_BOUND = new Set(['authorization', 'cookie', 'cookie2', 'proxy-authorization', 'www-authenticate']);

/** The statuses that lead a GET elsewhere (RFC 9110, 15.4). 300, 304 and 305 do not. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** `Basic …` for the userinfo of a URL (RFC 7617, UTF-8); undefined when it has none. */
export function basicAuthorization(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return `Basic ${Buffer.from(`${percentDecode(url.username)}:${percentDecode(url.password)}`).toString('base64')}`;
}

/**
 * The first request of a chain. Userinfo of the URL becomes Basic authorization, unless another is given. Throws
 * INPUT.SOURCE for what is no http(s) URL, and HTTP.INSECURE_TOKEN as protectedHop does.
 */
export function firstHop(request: {
  readonly url: string;
  readonly authorization?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}): Hop {
  const url = parseHttpUrl(request.url);
  if (url === undefined) throw failure('INPUT.SOURCE', { subject: redactUrl(request.url) });
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  const authorization = request.authorization ?? headers['authorization'] ?? basicAuthorization(url);
  if (authorization !== undefined) headers['authorization'] = authorization;
  return protectedHop(url, headers);
}

/**
 * Where a redirect leads. Relative addresses are resolved (RFC 9110, 10.2.2); userinfo in Location is ignored, because
 * a server has no credentials to give away. On any change of origin the headers bound to it are dropped: comparing
 * host names only, as others do, hands a token to another port or to plain http.
 * Throws HTTP.BAD_REDIRECT and HTTP.DOWNGRADE (https to http).
 */
export function nextHop(current: Hop, answer: { readonly status: number; readonly location: string | undefined }): Hop {
  const from = new URL(current.url);
  const evidence = { status: answer.status, from: redactUrl(current.url) };
  const to = parseHttpUrl(answer.location?.trim() || undefined, from);
  if (to === undefined) {
    const location = answer.location === undefined ? undefined : redactUrl(answer.location).slice(0, 200);
    throw failure('HTTP.BAD_REDIRECT', { subject: from.host, evidence: { ...evidence, location } });
  }
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw failure('HTTP.DOWNGRADE', { subject: from.host, evidence: { ...evidence, to: redactUrl(to.href) } });
  }
  to.username = '';
  to.password = '';
  if (to.origin === from.origin) return protectedHop(to, current.headers);
  const kept = Object.entries(current.headers).filter(([name]) => !ORIGIN_BOUND.has(name));
  return protectedHop(to, Object.fromEntries(kept));
}

function parseHttpUrl(text: string | undefined, base?: URL): URL | undefined {
  if (text === undefined || !URL.canParse(text, base?.href)) return undefined;
  const url = new URL(text, base);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url : undefined;
}

/** Credentials travel over TLS or loopback only; cmd/go refuses the same ("credentials to insecure URL"). */
function protectedHop(url: URL, headers: Readonly<Record<string, string>>): Hop {
  const secret = headers['authorization'] !== undefined || headers['cookie'] !== undefined;
  if (secret && url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw failure('HTTP.INSECURE_TOKEN', { subject: url.host, evidence: { url: redactUrl(url.href) } });
  }
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  clean.hash = '';
  return { url: clean.href, headers };
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { failure } from '../domain/failure.ts';
import { type IpAddress, isLoopbackHost, parseIpAddress, parseIpBlock, unbracket } from './ip-address.ts';
import { basicAuthorization } from './redirect.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Which way a request takes, and why: `reason` is for people and never holds a credential. */
export type ProxyDecision =
  | { readonly kind: 'direct'; readonly reason: string }
  | {
      readonly kind: 'proxy';
      readonly reason: string;
      readonly host: string;
      readonly port: number;
      /** The proxy itself is spoken to over TLS. */
      readonly secure: boolean;
      /** Value of Proxy-Authorization; for the proxy only. */
      readonly authorization?: string;
    };

/**
 * The proxy for a URL by Go's rules (golang.org/x/net/http/httpproxy), so that what works for us works for `go`: upper
 * case first, no ALL_PROXY, localhost and loopback always direct, no look-up of names for NO_PROXY. Stricter than Go in
 * one thing: a value that is no URL is an error (CFG.PROXY_URL_INVALID, CFG.PROXY_SCHEME), never a silent other way.
 * CFG.PROXY_CGI: HTTP_PROXY may come from a request header when REQUEST_METHOD is set (httpoxy), Go refuses it too.
 */
export function decideProxy(target: string, env: Environment): ProxyDecision {
  const url = new URL(target);
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const variable = readVariable(env, name);
  if (variable === undefined) return { kind: 'direct', reason: `${name} is not set` };
  if (isGoLoopback(url.hostname)) return { kind: 'direct', reason: 'loopback is never proxied' };
  if (name === 'HTTP_PROXY' && (env['REQUEST_METHOD'] ?? '') !== '') {
    throw failure('CFG.PROXY_CGI', { subject: variable.name, evidence: { REQUEST_METHOD: env['REQUEST_METHOD'] } });
  }
  const noProxy = readVariable(env, 'NO_PROXY');
  const exempt = noProxy === undefined ? undefined : findNoProxyEntry(noProxy.value, url);
  if (noProxy !== undefined && exempt !== undefined) return { kind: 'direct', reason: `${noProxy.name} has ${exempt}` };
  return parseProxy(variable);
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** The first spelling that is not empty, upper case first. */
function readVariable(env: Environment, name: string): Variable | undefined {
  for (const spelling of [name, name.toLowerCase()]) {
    const value = env[spelling];
    if (value !== undefined && value !== '') return { name: spelling, value };
  }
  return undefined;
}

/** Go bypasses exactly `localhost` and loopback literals, not the sub-names of localhost. */
function isGoLoopback(hostname: string): boolean {
  return hostname === 'localhost' || (parseIpAddress(unbracket(hostname)) !== undefined && isLoopbackHost(hostname));
}

function parseProxy(variable: Variable): ProxyDecision {
  const value = variable.value.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value) ? value : `http://${value}`;
  // A scheme that the URL standard does not know may lack a host; http: and https: may not.
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (url === undefined || url.hostname === '') {
    // What stands before the last @ is a credential, however badly the rest is written.
    const shown = value.slice(value.lastIndexOf('@') + 1);
    throw failure('CFG.PROXY_URL_INVALID', {
      subject: variable.name,
      evidence: { value: shown, 'expected form': 'http://host:port' },
    });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw failure('CFG.PROXY_SCHEME', {
      subject: variable.name,
      evidence: { scheme: url.protocol.slice(0, -1), host: url.host },
    });
  }
  const secure = url.protocol === 'https:';
  const authorization = basicAuthorization(url);
  return {
    kind: 'proxy',
    reason: variable.name,
    host: unbracket(url.hostname),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    secure,
    ...(authorization === undefined ? {} : { authorization }),
  };
}

/** The entry of a NO_PROXY value that exempts the URL, as written; undefined when none does. Never throws. */
export function findNoProxyEntry(value: string, url: URL): string | undefined {
  const host = unbracket(url.hostname.toLowerCase());
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const address = parseIpAddress(host);
  for (const raw of value.split(',')) {
    const entry = raw.trim().toLowerCase();
    if (entry !== '' && matchesEntry(entry, { host, port, address })) return raw.trim();
  }
  return undefined;
}

interface Target {
  readonly host: string;
  readonly port: string;
  /** Undefined when the host is a name. */
  readonly address: IpAddress | undefined;
}

function matchesEntry(entry: string, target: Target): boolean {
  if (entry === '*') return true;
  const block = parseIpBlock(entry);
  if (block !== undefined) return target.address !== undefined && block(target.address);
  const { host, port } = splitPort(entry);
  if (host === '' || (port !== undefined && port !== '' && port !== target.port)) return false;
  const address = parseIpAddress(host);
  if (address !== undefined) {
    return target.address !== undefined && address.family === target.address.family && address.bits === target.address.bits;
  }
  // A name never matches a literal: a zone id could smuggle one in (CVE-2025-22870).
  return target.address === undefined && matchesName(host, target.host);
}

/** `example.com` covers itself and below; `.example.com` and `*.example.com` only what is below. */
function matchesName(pattern: string, host: string): boolean {
  const suffix = pattern.startsWith('*.') ? pattern.slice(1) : pattern;
  if (suffix.startsWith('.')) return host.endsWith(toAscii(suffix));
  const name = toAscii(suffix);
  return host === name || host.endsWith(`.${name}`);
}

/** As net.SplitHostPort: `host:port` or `[v6]:port`; anything else is a host as a whole, so `[v6]` alone matches nothing. */
function splitPort(entry: string): { readonly host: string; readonly port: string | undefined } {
  const bracketed = /^\[([^[\]]*)\]:([^:[\]]*)$/u.exec(entry);
  const plain = /^([^:[\]]*):([^:[\]]*)$/u.exec(entry);
  const match = bracketed ?? plain;
  return match === null ? { host: entry, port: undefined } : { host: match[1] ?? '', port: match[2] };
}

/** The Punycode form of a name, since URL.hostname has it too; text that is no name stays as it is. */
function toAscii(name: string): string {
  if (/^[a-z0-9.-]*$/u.test(name)) return name;
  const leading = name.startsWith('.') ? '.' : '';
  const bare = name.slice(leading.length);
  if (/[/?#@\\:[\]%]/u.test(bare) || !URL.canParse(`http://${bare}/`)) return name;
  return leading + new URL(`http://${bare}/`).hostname;
}

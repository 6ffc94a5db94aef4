import { Failure } from '../domain/failure.ts';
import type { ProxyStack, RouteDecision } from '../domain/network-facts.ts';
import { unbracket } from './ip-address.ts';
import { findBypass } from './no-proxy-stacks.ts';
import { decideProxy } from './proxy.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const PROXY_STACKS: readonly ProxyStack[] = ['go', 'curl', 'node', 'undici', 'actions'];

/**
 * What each of five programs does with the same variables for an http or https URL, as measured (Go 1.26.8, curl 7.88, Node 24.21
 * with NODE_USE_ENV_PROXY, undici 7.30, @actions/http-client 4.0). Node 20 has no such rules: `node` always goes direct there.
 */
export function routeByStack(target: string, env: Environment): Readonly<Record<ProxyStack, RouteDecision>> {
  const url = new URL(target);
  return {
    go: goRoute(url, env),
    curl: curlRoute(url, env),
    node: nodeRoute(url, env),
    undici: undiciRoute(url, env),
    actions: actionsRoute(url, env),
  };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** The first of these variables that is set and not empty. */
function firstSet(env: Environment, names: readonly string[]): Variable | undefined {
  for (const name of names) {
    const value = env[name];
    if (value !== undefined && value !== '') return { name, value };
  }
  return undefined;
}

function direct(reason: string): RouteDecision {
  return { via: 'direct', reason };
}

function refused(reason: string): RouteDecision {
  return { via: 'refused', reason };
}

function isHttps(url: URL): boolean {
  return url.protocol === 'https:';
}

/** Upper case first, no ALL_PROXY, loopback never (golang.org/x/net/http/httpproxy). */
function goRoute(url: URL, env: Environment): RouteDecision {
  try {
    const decision = decideProxy(url.href, env);
    return decision.kind === 'direct'
      ? direct(decision.reason)
      : { via: `${decision.host}:${decision.port}`, reason: decision.reason };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { subject, code } = error.finding;
    if (code === 'CFG.PROXY_CGI') return refused('REQUEST_METHOD is set');
    // What our own transport does not speak, Go may: socks5 is native there.
    const proxy = readAddress(env[subject] ?? '', { ports: { 'socks5:': 1080, 'socks5h:': 1080 } });
    return proxy === undefined ? refused(`${subject} is no address`) : { via: proxy, reason: subject };
  }
}

/** Lower case first; HTTP_PROXY in upper case is ignored for http addresses; ALL_PROXY counts; nothing is direct by default. */
function curlRoute(url: URL, env: Environment): RouteDecision {
  const own = isHttps(url) ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy'];
  const variable = firstSet(env, [...own, 'all_proxy', 'ALL_PROXY']);
  if (variable === undefined) return direct('no proxy variable is set');
  const bypass = findBypass('curl', url, env);
  if (bypass !== undefined) return direct(bypass);
  const ports = {
    'http:': 1080,
    'https:': 443,
    'socks:': 1080,
    'socks4:': 1080,
    'socks4a:': 1080,
    'socks5:': 1080,
    'socks5h:': 1080,
  };
  const proxy = readAddress(variable.value, { ports, schemeless: 1080 });
  return proxy === undefined ? refused(`${variable.name} is no address`) : { via: proxy, reason: variable.name };
}

/** Lower case first; what does not begin with http:// or https:// is ignored. */
function nodeRoute(url: URL, env: Environment): RouteDecision {
  const variable = firstSet(env, isHttps(url) ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY']);
  if (variable === undefined) return direct('no proxy variable is set');
  if (!/^https?:\/\//u.test(variable.value))
    return direct(`${variable.name} is ignored: it does not begin with http:// or https://`);
  const proxy = readAddress(variable.value, { ports: { 'http:': 80, 'https:': 443 } });
  if (proxy === undefined) return refused(`${variable.name} is no address`);
  const bypass = findBypass('node', url, env);
  return bypass === undefined ? { via: proxy, reason: variable.name } : direct(bypass);
}

/** Lower case wins even when it is empty; HTTP_PROXY serves https addresses too when HTTPS_PROXY is not set. */
function undiciRoute(url: URL, env: Environment): RouteDecision {
  const present = (name: string): Variable | undefined => {
    const found = [name.toLowerCase(), name].find(spelling => env[spelling] !== undefined);
    return found === undefined || env[found] === '' ? undefined : { name: found, value: env[found] ?? '' };
  };
  const http = present('HTTP_PROXY');
  const https = present('HTTPS_PROXY');
  const variable = isHttps(url) ? (https ?? http) : http;
  // Both agents are made before the first request, so that either value can stop the program.
  const ports = { 'http:': 80, 'https:': 443, 'socks5:': 1080, 'socks:': 1080 };
  const broken = [http, https].find(each => each !== undefined && readAddress(each.value, { ports }) === undefined);
  if (broken !== undefined) return refused(`${broken.name} is no address`);
  if (variable === undefined) return direct('no proxy variable is set');
  const bypass = findBypass('undici', url, env);
  if (bypass !== undefined) return direct(bypass);
  return { via: readAddress(variable.value, { ports }) ?? 'refused', reason: variable.name };
}

/** Lower case first; loopback is direct; whatever the scheme says, the proxy is spoken to by HTTP; without a host name it is ignored. */
function actionsRoute(url: URL, env: Environment): RouteDecision {
  if (/^(?:localhost$|127\.|\[::1\])/u.test(url.hostname)) return direct('loopback is never proxied');
  const bypass = findBypass('actions', url, env);
  if (bypass !== undefined) return direct(bypass);
  const variable = firstSet(env, isHttps(url) ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY']);
  if (variable === undefined) return direct('no proxy variable is set');
  const text = URL.canParse(variable.value) ? variable.value : `http://${variable.value}`;
  if (!URL.canParse(text) || (text !== variable.value && /^https?:\/\//u.test(variable.value))) {
    return refused(`${variable.name} is no address`);
  }
  const proxy = new URL(text);
  if (proxy.hostname === '') return direct(`${variable.name} is ignored: it is read as the scheme ${proxy.protocol}`);
  return { via: `${unbracket(proxy.hostname)}:${proxy.port || (proxy.protocol === 'https:' ? 443 : 80)}`, reason: variable.name };
}

/** `host:port` of a proxy. `schemeless`: the port of what has no scheme, which is no address otherwise. */
function readAddress(
  value: string,
  allowed: { readonly ports: Readonly<Record<string, number>>; readonly schemeless?: number },
): string | undefined {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value);
  if (!hasScheme && allowed.schemeless === undefined) return undefined;
  const text = hasScheme ? value : `http://${value}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const port = hasScheme ? allowed.ports[url.protocol] : allowed.schemeless;
  if (url.hostname === '' || port === undefined) return undefined;
  // The parser drops the usual port of http and https, which is not the default of every program.
  const written = /:(\d+)(?:[/?#]|$)/u.exec(text.slice(text.lastIndexOf('@') + 1).replace(/^[a-z0-9+.-]*:\/\//iu, ''))?.[1];
  return `${unbracket(url.hostname)}:${url.port || written || port}`;
}

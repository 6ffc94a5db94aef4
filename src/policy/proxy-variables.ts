import { Failure } from '../domain/failure.ts';
import { redactUrl } from '../domain/redact.ts';
import { decideProxy, type ProxyDecision } from './proxy.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'] as const;

/** One proxy that variables name. */
export interface NamedProxy {
  /** `host:port`, or the redacted value where it is no address. */
  readonly address: string;
  /** Empty where none is written. */
  readonly scheme: string;
  readonly variables: readonly string[];
  /** How it is reached; undefined where the value is no address, or of a kind that is not spoken here. */
  readonly peer: { readonly host: string; readonly port: number; readonly secure: boolean } | undefined;
  readonly isValid: boolean;
  readonly hasCredentials: boolean;
}

/** Every proxy that the variables name, those with one value together; whether any of them is used is another question. */
export function namedProxies(env: Environment): readonly NamedProxy[] {
  const values = new Map<string, string[]>();
  for (const name of NAMES) {
    const value = env[name]?.trim();
    if (value) values.set(value, [...(values.get(value) ?? []), name]);
  }
  return [...values].map(([value, variables]) => readProxy(value, variables));
}

function readProxy(value: string, variables: readonly string[]): NamedProxy {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(value)?.[1]?.toLowerCase() ?? '';
  const text = scheme === '' ? `http://${value}` : value;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isValid = url !== undefined && url.hostname !== '';
  const decision = decide('https://proxied.invalid/', { HTTPS_PROXY: value });
  const peer = decision?.kind === 'proxy' ? { host: decision.host, port: decision.port, secure: decision.secure } : undefined;
  const socks = isValid ? `${url.hostname}:${url.port || 1080}` : redactUrl(value).slice(0, 200);
  return {
    address: peer === undefined ? socks : `${peer.host.includes(':') ? `[${peer.host}]` : peer.host}:${peer.port}`,
    scheme,
    variables,
    peer,
    isValid,
    hasCredentials: isValid && (url.username !== '' || url.password !== ''),
  };
}

/** The way of a URL by Go's rules; undefined where a variable cannot be used, which is a finding of its own. */
export function decide(url: string, env: Environment): ProxyDecision | undefined {
  try {
    return decideProxy(url, env);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The proxy of HTTP_PROXY for an https URL that goes without one because HTTPS_PROXY is not set. */
export function isGoneWithout(url: URL, env: Environment): NamedProxy['peer'] {
  if (url.protocol !== 'https:' || env['HTTPS_PROXY'] || env['https_proxy']) return undefined;
  const decision = decide(`http://${url.host}/`, { ...env, REQUEST_METHOD: undefined });
  return decision?.kind === 'proxy' ? { host: decision.host, port: decision.port, secure: decision.secure } : undefined;
}

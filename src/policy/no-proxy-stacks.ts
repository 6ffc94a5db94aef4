import type { ProxyStack } from '../domain/network-facts.ts';
import { parseIpAddress, parseIpBlock, unbracket } from './ip-address.ts';
import { findNoProxyEntry } from './proxy.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The host that an entry of NO_PROXY is compared with. */
interface Target {
  /** In lower case, without brackets. */
  readonly host: string;
  /** As URL.hostname has it: an IPv6 literal in brackets. */
  readonly bracketed: string;
  readonly port: string;
}

/** `NO_PROXY has .example.com`, when the stack reads the variable so that the URL needs no proxy; undefined when it uses the proxy. */
export function findBypass(stack: ProxyStack, url: URL, env: Environment): string | undefined {
  const variable = noProxyVariable(stack, env);
  const entry = variable && findEntry(stack, url, variable.value);
  return variable === undefined || entry === undefined ? undefined : `${variable.name} has ${entry}`;
}

/** Go takes upper case first, the others lower case; undici takes lower case even when it is empty. */
function noProxyVariable(stack: ProxyStack, env: Environment): { readonly name: string; readonly value: string } | undefined {
  const order = stack === 'go' ? ['NO_PROXY', 'no_proxy'] : ['no_proxy', 'NO_PROXY'];
  const name = order.find(each => (stack === 'undici' ? env[each] !== undefined : (env[each] ?? '') !== ''));
  return name === undefined ? undefined : { name, value: env[name] ?? '' };
}

/** The entry of a NO_PROXY value that makes the stack go direct; undefined when none does. The measured table is in the test. */
export function findEntry(stack: ProxyStack, url: URL, value: string): string | undefined {
  const target: Target = {
    host: unbracket(url.hostname.toLowerCase()),
    bracketed: url.hostname.toLowerCase(),
    port: url.port || (url.protocol === 'https:' ? '443' : '80'),
  };
  if (stack === 'go') return findNoProxyEntry(value, url);
  if (stack === 'curl') return curlEntry(value, target);
  if (stack === 'undici') return undiciEntry(value, target);
  const matches = stack === 'node' ? matchesNode : matchesActions;
  return value
    .split(',')
    .map(entry => entry.trim())
    .find(entry => entry !== '' && matches(entry.toLowerCase(), target));
}

/** Commas and spaces; only `*` alone is everything; a dot before or behind a name is dropped; IPv4 blocks but no IPv6 blocks (curl 7.88). */
function curlEntry(value: string, { host }: Target): string | undefined {
  if (value === '*') return '*';
  const address = parseIpAddress(host);
  const name = host.replace(/\.$/u, '');
  return value.split(/[,\s]+/u).find(entry => {
    if (entry === '') return false;
    if (address === undefined) {
      const bare = entry.toLowerCase().replace(/\.$/u, '').replace(/^\./u, '');
      return bare !== '' && (name === bare || name.endsWith(`.${bare}`));
    }
    const block = address.family === 4 ? parseIpBlock(entry) : undefined;
    if (block !== undefined) return block(address);
    const literal = parseIpAddress(entry);
    return literal?.family === address.family && literal.bits === address.bits;
  });
}

/** A plain name is that name only; a leading dot covers the name too, `*.` does not; ports; ranges of IPv4 addresses. */
function matchesNode(entry: string, { host, port }: Target): boolean {
  if (entry === '*' || entry === host || entry === `${host}:${port}`) return true;
  if (entry.startsWith('.')) return host === entry.slice(1) || host.endsWith(entry);
  if (entry.startsWith('*.')) return host.endsWith(entry.slice(1));
  const [first, last] = entry.split('-').map(part => parseIpAddress(part.trim()));
  const address = parseIpAddress(host);
  if (address?.family !== 4 || first?.family !== 4 || last?.family !== 4) return false;
  return first.bits <= address.bits && address.bits <= last.bits;
}

/** Commas and white space; only `*` alone is everything; `.` and `*.` are dropped; IPv6 literals stand in brackets. */
function undiciEntry(value: string, { bracketed, port }: Target): string | undefined {
  if (value === '*') return '*';
  return value.split(/[,\s]/u).find(entry => {
    const [, host = entry, own] = /^(.+):(\d+)$/u.exec(entry) ?? [];
    if (entry === '' || (own !== undefined && own !== '0' && Number(own) !== Number(port))) return false;
    const name = host.toLowerCase().replace(/^\*?\./u, '');
    return bracketed === name || bracketed.endsWith(`.${name}`);
  });
}

/** A leading dot covers what is below; no other wildcard than `*`; ports; IPv6 literals stand in brackets. */
function matchesActions(entry: string, { bracketed, port }: Target): boolean {
  if (entry === '*') return true;
  return [bracketed, `${bracketed}:${port}`].some(
    each => each === entry || each.endsWith(`.${entry}`) || (entry.startsWith('.') && each.endsWith(entry)),
  );
}

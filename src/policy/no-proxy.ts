import type { ProxyStack } from '../domain/network-facts.ts';
import { isLoopbackHost, parseIpAddress, parseIpBlock, unbracket } from './ip-address.ts';
import { findEntry } from './no-proxy-stacks.ts';
import { PROXY_STACKS } from './proxy-stacks.ts';

/** How one NO_PROXY value is read for one URL, where the readings differ. */
export interface NoProxyReading {
  readonly host: string;
  readonly direct: readonly ProxyStack[];
  readonly proxied: readonly ProxyStack[];
}

/** The URLs for which five programs read the value differently. Loopback is left out: some never send it to a proxy. */
export function differentReadings(value: string, urls: readonly URL[]): readonly NoProxyReading[] {
  return urls
    .filter(url => !isLoopbackHost(url.hostname))
    .map(url => ({
      host: url.host,
      direct: PROXY_STACKS.filter(stack => findEntry(stack, url, value) !== undefined),
      proxied: PROXY_STACKS.filter(stack => findEntry(stack, url, value) === undefined),
    }))
    .filter(({ direct, proxied }) => direct.length > 0 && proxied.length > 0);
}

/**
 * The value in the one form that all five programs read alike: commas, `example.com` and `.example.com` for each name, addresses one
 * by one, no ports. A block of addresses stays for the programs that know it, and those of `hosts` that lie in it are named beside
 * it. What is exempt today for Go stays so, and more: a port is dropped, and the name itself is added to `.example.com`.
 */
export function canonicalNoProxy(value: string, hosts: readonly string[] = []): string {
  const entries = value
    .split(/[,;\s]+/u)
    .map(entry => entry.trim().toLowerCase())
    .filter(entry => entry !== '');
  if (entries.includes('*')) return '*';
  const canonical = new Set<string>();
  for (const entry of entries) for (const each of canonicalEntry(entry, hosts)) canonical.add(each);
  return [...canonical].join(',');
}

function canonicalEntry(entry: string, hosts: readonly string[]): readonly string[] {
  const block = parseIpBlock(entry);
  if (block !== undefined) {
    const inside = hosts.map(unbracket).filter(host => {
      const address = parseIpAddress(host);
      return address !== undefined && block(address);
    });
    return [entry, ...inside.flatMap(literalForms)];
  }
  const withoutPort = /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/u.exec(entry)?.[1] ?? entry;
  const host = unbracket(withoutPort);
  if (parseIpAddress(host) !== undefined) return literalForms(host);
  const name = host.replace(/^\*?\.+/u, '').replace(/\.+$/u, '');
  return name === '' ? [] : [name, `.${name}`];
}

/** Go, curl and Node compare an IPv6 address without brackets, undici and the toolkit of GitHub Actions with them. */
function literalForms(host: string): readonly string[] {
  return parseIpAddress(host)?.family === 6 ? [host, `[${host}]`] : [host];
}

/** The lines that set a proxy variable in both spellings, for each kind of reader. */
export function settingLines(
  name: string,
  value: string,
): { readonly bash: string; readonly powershell: string; readonly gitlab: string } {
  const lower = name.toLowerCase();
  return {
    bash: `export ${name}='${value.replaceAll("'", "'\\''")}' ${lower}='${value.replaceAll("'", "'\\''")}'`,
    powershell: `$env:${name} = '${value.replaceAll("'", "''")}'; $env:${lower} = $env:${name}`,
    gitlab: `variables:\n  ${name}: ${JSON.stringify(value)}\n  ${lower}: ${JSON.stringify(value)}`,
  };
}

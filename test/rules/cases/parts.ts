import type { DiskFacts, ProxyFacts, TunnelFacts } from '../../../src/domain/network-facts.ts';
import type { EnvironmentFacts, GoSetting } from '../../../src/domain/project-facts.ts';
import { NOW, type Setting } from './setting.ts';

export function tunnel(s: Setting, change: Partial<TunnelFacts>): TunnelFacts {
  return { ok: false, ms: 8 * s.pace, proxy: s.proxy, schemes: [], ...change };
}

export function proxy(s: Setting, change: Partial<ProxyFacts> = {}): ProxyFacts {
  const [address = '', port = '3128'] = s.proxy.split(':');
  return {
    address: s.proxy,
    scheme: 'http',
    variables: ['HTTPS_PROXY'],
    isValid: true,
    connects: [{ ok: true, ms: 2, address, port: Number(port), family: 4, silence: 'open' }],
    ...change,
  };
}

export function disk(change: Partial<DiskFacts> = {}): DiskFacts {
  return {
    role: 'tool-cache',
    path: '/opt/hostedtoolcache',
    exists: true,
    writable: true,
    freeBytes: 20e9,
    freeInodes: 900_000,
    mountFlags: ['rw'],
    neededBytes: 300e6,
    ...change,
  };
}

export function environment(
  change: {
    readonly variables?: Readonly<Record<string, string>>;
    readonly settings?: Readonly<Record<string, string>>;
    readonly files?: EnvironmentFacts['files'];
    readonly directories?: EnvironmentFacts['directories'];
  } = {},
): EnvironmentFacts {
  const settings = Object.entries(change.settings ?? {}).map(([name, value]): [string, GoSetting] => [
    name,
    { value, origin: 'environment' },
  ]);
  return {
    os: 'linux',
    settings: Object.fromEntries(settings),
    variables: change.variables ?? {},
    directories: change.directories ?? [],
    pathGos: [],
    git: {},
    commands: ['git'],
    files: change.files ?? [],
    nowMs: NOW,
  };
}

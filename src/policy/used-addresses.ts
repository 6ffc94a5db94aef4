import { CHECKSUM_DATABASE } from '../domain/checksum-database.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import { settingValue } from './go-settings.ts';
import { parseGoproxy } from './goproxy.ts';
import { routeModules } from './module-routes.ts';

/**
 * The http and https addresses that Go uses for this project: the proxies of GOPROXY, the checksum database, and the hosts of modules
 * that are fetched from their origin in the first place. Each host once.
 */
export function usedAddresses(facts: ProjectFacts): readonly URL[] {
  const { environment } = facts;
  const proxies = parseGoproxy(settingValue(environment, 'GOPROXY'));
  const entries = 'entries' in proxies ? proxies.entries : [];
  const modules = routeModules(facts);
  const database = settingValue(environment, 'GOSUMDB') || CHECKSUM_DATABASE;
  const [, databaseUrl] = database.split(/\s+/u).filter(Boolean);
  const texts = [
    ...entries.flatMap(entry => (entry.kind === 'proxy' ? [entry.url] : [])),
    ...(database === 'off' ? [] : [databaseUrl ?? `https://${database.split('+')[0]}`]),
    ...modules.flatMap(({ steps, path }) => (steps[0]?.kind === 'direct' ? [`https://${path.split('/')[0]}`] : [])),
  ];
  const urls = new Map<string, URL>();
  for (const text of texts) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && /^https?:$/u.test(url.protocol)) urls.set(`${url.protocol}//${url.host}`, url);
  }
  return [...urls.values()];
}

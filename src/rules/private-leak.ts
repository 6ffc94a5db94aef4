import { type Finding, finding } from '../domain/finding.ts';
import type { EnvironmentFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { settingValue } from '../policy/go-settings.ts';
import { findModulePattern, parseModulePatterns } from '../policy/module-patterns.ts';
import { type RoutedModule, routeModules } from '../policy/module-routes.ts';
import { isGoProject, isPrivateHost, isPublicHost } from '../policy/public-hosts.ts';
import { setFix } from '../policy/setting-fixes.ts';

/**
 * A path that only a private network can know, on its way to the public proxy or the public checksum database. Three signs, none of
 * which a public module has: a host that the public DNS cannot have; a host that git is told to reach by ssh or with a credential;
 * a host that GOINSECURE names. Forges that many share are never judged by their host. A first element without a dot cannot leak:
 * Go refuses such a path.
 */
export const privateLeak: Rule = {
  id: 'private-leak',
  topic: 'privacy',
  title: 'Private module paths stay private',
  codes: ['GO.PRIVATE_LEAK'],
  judge(facts) {
    const { environment } = facts;
    const leaks = new Map<string, { readonly sign: string; readonly to: string; readonly modules: RoutedModule[] }>();
    for (const module of routeModules(facts)) {
      const host = module.path.split('/')[0] ?? '';
      const to = publicServer(module);
      const sign = to === undefined ? undefined : findSign(environment, host, module.path);
      if (to === undefined || sign === undefined) continue;
      const leak = leaks.get(host) ?? { sign, to, modules: [] };
      leak.modules.push(module);
      leaks.set(host, leak);
    }
    return [...leaks].map(([host, { sign, to, modules }]) => report(environment, { host, sign, to, modules }));
  },
};

/** The first public server that is asked for it. */
function publicServer({ steps, database }: RoutedModule): string | undefined {
  const proxy = steps.find(
    step => step.kind === 'default-proxy' || (step.kind === 'proxy' && isGoProject(new URL(step.url).hostname)),
  );
  if (proxy !== undefined) return proxy.kind === 'proxy' ? new URL(proxy.url).host : 'the public Go module proxy';
  return database !== undefined && isGoProject(database.name) ? database.name : undefined;
}

function findSign(environment: EnvironmentFacts, host: string, path: string): string | undefined {
  if (isPrivateHost(host)) return 'the host is of a private network';
  if (isPublicHost(host)) return undefined;
  const rewritten = Object.entries(environment.git).some(
    ([name, value]) =>
      /^url\..*\.insteadof$/u.test(name) && isAuthenticated(name) && value.split('\n').some(text => hostOf(text) === host),
  );
  if (rewritten) return 'git is told to reach this host by ssh or with a credential';
  const insecure = parseModulePatterns(settingValue(environment, 'GOINSECURE')).filter(({ text }) => !/^[*?]/u.test(text));
  return findModulePattern(insecure, path) === undefined ? undefined : NAMED_INSECURE;
}

/** Some name public hosts there, because a proxy breaks their TLS: this is a hint only. */
const NAMED_INSECURE = 'GOINSECURE names this host';

/** `url.BASE.insteadof`: a base that logs in. */
function isAuthenticated(name: string): boolean {
  const base = name.replace(/^url\./u, '').replace(/\.insteadof$/u, '');
  return /^(?:ssh:|git\+ssh:|[\w.-]+@|https?:\/\/[^/@]*@)/u.test(base);
}

function hostOf(text: string): string | undefined {
  return /^(?:[a-z+]+:\/\/)?(?:[^/@]*@)?([^/:]+)/iu.exec(text)?.[1]?.toLowerCase();
}

function report(
  environment: EnvironmentFacts,
  leak: { readonly host: string; readonly sign: string; readonly to: string; readonly modules: readonly RoutedModule[] },
): Finding {
  const { host, sign, to, modules } = leak;
  const [first] = modules;
  const setting = environment.settings['GOPRIVATE'];
  const value = [setting?.value, host].filter(Boolean).join(',');
  return finding('GO.PRIVATE_LEAK', {
    subject: first === undefined ? host : first.path,
    ...(sign === NAMED_INSECURE ? { confidence: 'possible', severity: 'info' } : { confidence: 'likely' }),
    evidence: { host, sign, 'asked of': to, modules: modules.length },
    fixes: [setFix('GOPRIVATE', value, setting)],
    ...(first === undefined ? {} : { location: { file: first.file, line: first.line } }),
  });
}

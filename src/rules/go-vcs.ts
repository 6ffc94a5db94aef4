import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence, settingValue } from '../policy/go-settings.ts';
import { matchesModulePatterns } from '../policy/module-patterns.ts';
import { type RoutedModule, routeModules } from '../policy/module-routes.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** GOVCS, and whether it lets git fetch what is fetched directly from a host of which it is known that it has git only (cmd/go, vcs.checkGOVCS). */
export const goVcs: Rule = {
  id: 'go-vcs',
  topic: 'proxy',
  title: 'GOVCS allows the tools that are needed',
  codes: ['GO.VCS_POLICY'],
  judge(facts) {
    const setting = facts.environment.settings['GOVCS'];
    if (setting === undefined || setting.value.trim() === '') return [];
    const policy = parsePolicy(setting.value);
    const detail = { subject: 'GOVCS', evidence: settingEvidence(setting), fixes: [unsetFix('GOVCS', setting)] };
    if ('problem' in policy) return [finding('GO.VCS_POLICY', { ...detail, message: policy.problem })];
    const refused = routeModules(facts).filter(module => isDirectGit(module) && !allowsGit(facts, policy.rules, module.path));
    return refused.slice(0, 1).map((module): Finding => {
      const evidence = { ...detail.evidence, module: module.path, tool: 'git', 'modules that it refuses': refused.length };
      return finding('GO.VCS_POLICY', { ...detail, evidence, location: { file: module.file, line: module.line } });
    });
  },
};

interface VcsRule {
  readonly pattern: string;
  readonly allowed: readonly string[];
}

function parsePolicy(text: string): { readonly rules: readonly VcsRule[] } | { readonly problem: string } {
  const rules: VcsRule[] = [];
  for (const item of text.trim().split(',')) {
    const [pattern = '', ...rest] = item.split(':').map(part => part.trim());
    const list = rest.join(':');
    if (item.trim() === '') return { problem: 'GOVCS has an empty entry' };
    if (rest.length === 0) return { problem: 'An entry of GOVCS has no colon' };
    if (pattern === '' || list === '') return { problem: 'An entry of GOVCS names no pattern or no tool' };
    if (/^\.\.?(?:\/|$)/u.test(pattern)) return { problem: 'A pattern of GOVCS is relative' };
    if (rules.some(rule => rule.pattern === pattern))
      return { problem: 'GOVCS has a pattern twice, so the second is never reached' };
    const allowed = list.split('|').map(each => each.trim());
    if (allowed.includes('')) return { problem: 'An entry of GOVCS names an empty tool' };
    rules.push({ pattern, allowed });
  }
  return { rules };
}

/** Sure only where the tool is known from the path: hosts that have nothing but git, and a repository that ends in .git. */
function isDirectGit({ path, steps }: RoutedModule): boolean {
  return steps[0]?.kind === 'direct' && /^(?:github\.com|gitlab\.com|bitbucket\.org)\/|\.git(?:\/|$)/u.test(path);
}

/** The first rule that matches decides; behind those of GOVCS stand private:all and public:git|hg. */
function allowsGit({ environment }: ProjectFacts, rules: readonly VcsRule[], path: string): boolean {
  const isPrivate = matchesModulePatterns(settingValue(environment, 'GOPRIVATE'), path);
  const rule = rules.find(({ pattern }) => {
    if (pattern === 'private' || pattern === 'public') return (pattern === 'private') === isPrivate;
    return matchesModulePatterns(pattern, path);
  });
  return rule === undefined || rule.allowed.some(tool => tool === 'git' || tool === 'all');
}

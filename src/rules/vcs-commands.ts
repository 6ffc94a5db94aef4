import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { routeModules } from '../policy/module-routes.ts';

/** What is fetched from its origin in the first place needs git, or for some hosts another tool. */
export const vcsCommands: Rule = {
  id: 'vcs-commands',
  topic: 'proxy',
  title: 'The tools for direct fetching are on PATH',
  codes: ['GO.VCS_MISSING'],
  judge(facts) {
    if (facts.environment.commands.includes('git')) return [];
    const direct = routeModules(facts).filter(({ steps }) => steps[0]?.kind === 'direct');
    const [first] = direct;
    if (first === undefined) return [];
    return [
      finding('GO.VCS_MISSING', {
        subject: 'git',
        // The module cache may have them.
        severity: 'warning',
        evidence: { 'modules fetched directly': direct.length, 'the first': `${first.path}@${first.version}` },
        fixes: [
          { title: 'Debian, Ubuntu', kind: 'command', text: 'apt-get update && apt-get install -y git', risk: 'none' },
          { title: 'Alpine', kind: 'command', text: 'apk add git', risk: 'none' },
        ],
        location: { file: first.file, line: first.line },
      }),
    ];
  },
};

import { type Finding, finding } from '../domain/finding.ts';
import type { EnvironmentFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';

/** Node gives up verification for the value 0 alone; git for any value of its variable, even an empty one (http.c). */
export const tlsVerification: Rule = {
  id: 'tls-verification',
  topic: 'proxy',
  title: 'TLS is verified by Node and git',
  codes: ['CFG.TLS_DISABLED', 'CFG.GIT_TLS_DISABLED'],
  judge({ environment }) {
    return [...judgeNode(environment), ...judgeGit(environment)];
  },
};

function judgeNode({ variables }: EnvironmentFacts): readonly Finding[] {
  const name = 'NODE_TLS_REJECT_UNAUTHORIZED';
  if (variables[name] !== '0') return [];
  const fixes = [{ title: 'Remove it', kind: 'setting', text: `unset ${name}`, risk: 'none' } as const];
  return [finding('CFG.TLS_DISABLED', { subject: name, evidence: { value: '0' }, fixes })];
}

function judgeGit({ variables, git }: EnvironmentFacts): readonly Finding[] {
  const found: Finding[] = [];
  const value = variables['GIT_SSL_NO_VERIFY'];
  if (value !== undefined) {
    const fixes = [{ title: 'Remove it', kind: 'setting', text: 'unset GIT_SSL_NO_VERIFY', risk: 'none' } as const];
    found.push(finding('CFG.GIT_TLS_DISABLED', { subject: 'GIT_SSL_NO_VERIFY', evidence: { value }, fixes }));
  }
  for (const [name, text] of Object.entries(git)) {
    if (!/^http\.(?:.*\.)?sslverify$/u.test(name) || !/^(?:false|no|off|0|)$/iu.test(text)) continue;
    const fixes = [
      { title: 'Remove it', kind: 'command', text: `git config --global --unset-all '${name}'`, risk: 'none' } as const,
    ];
    found.push(finding('CFG.GIT_TLS_DISABLED', { subject: name, evidence: { value: text }, fixes }));
  }
  return found;
}

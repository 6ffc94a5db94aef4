import { type Finding, finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingLines } from '../policy/no-proxy.ts';

const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'] as const;

/** Go takes upper case first, the others lower case first: with two values they go two ways. On Windows there is one spelling only. */
export const proxySpellings: Rule = {
  id: 'proxy-spellings',
  topic: 'proxy',
  title: 'Both spellings of proxy variables agree',
  codes: ['CFG.PROXY_CASE_CONFLICT'],
  judge({ environment }) {
    if (environment.os === 'win32') return [];
    return VARIABLES.flatMap((name): readonly Finding[] => {
      const upper = environment.variables[name];
      const lower = environment.variables[name.toLowerCase()];
      if (upper === undefined || lower === undefined || upper === lower) return [];
      const { bash, powershell, gitlab } = settingLines(name, upper || lower);
      return [
        finding('CFG.PROXY_CASE_CONFLICT', {
          subject: name,
          evidence: { [name]: upper, [name.toLowerCase()]: lower },
          fixes: [
            { title: 'bash', kind: 'setting', text: bash, risk: 'none' },
            { title: 'PowerShell', kind: 'setting', text: powershell, risk: 'none' },
            { title: 'GitLab', kind: 'edit', text: gitlab, risk: 'none' },
          ],
        }),
      ];
    });
  },
};

import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingLines } from '../policy/no-proxy.ts';
import { usedAddresses } from '../policy/used-addresses.ts';

/** Only undici sends https addresses through HTTP_PROXY (measured). */
export const httpsProxy: Rule = {
  id: 'https-proxy',
  topic: 'proxy',
  title: 'HTTPS_PROXY is set where HTTP_PROXY is',
  codes: ['CFG.HTTPS_PROXY_MISSING'],
  judge(facts) {
    const { variables } = facts.environment;
    const first = (names: readonly string[]): string | undefined => names.map(name => variables[name]).find(Boolean);
    const http = first(['HTTP_PROXY', 'http_proxy']);
    if (http === undefined || first(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) !== undefined) return [];
    const address = usedAddresses(facts).find(({ protocol }) => protocol === 'https:');
    if (address === undefined) return [];
    return [
      finding('CFG.HTTPS_PROXY_MISSING', {
        subject: 'HTTPS_PROXY',
        severity: 'info',
        evidence: { HTTP_PROXY: http, 'asked directly': address.host },
        fixes: [{ title: 'Set it too', kind: 'setting', text: settingLines('HTTPS_PROXY', http).bash, risk: 'none' }],
      }),
    ];
  },
};

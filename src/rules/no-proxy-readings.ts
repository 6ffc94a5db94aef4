import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { canonicalNoProxy, differentReadings, settingLines } from '../policy/no-proxy.ts';
import { usedAddresses } from '../policy/used-addresses.ts';

/** Said only where an address that Go uses for this project goes two ways. Two spellings with two values are another rule's matter. */
export const noProxyReadings: Rule = {
  id: 'no-proxy-readings',
  topic: 'proxy',
  title: 'NO_PROXY is read alike by all programs',
  codes: ['CFG.NO_PROXY_AMBIGUOUS'],
  judge(facts) {
    const { variables } = facts.environment;
    const value = variables['NO_PROXY'] || variables['no_proxy'] || '';
    const isProxied = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].some(name => variables[name]);
    if (value === '' || !isProxied) return [];
    const addresses = usedAddresses(facts);
    const readings = differentReadings(value, addresses);
    const [first] = readings;
    if (first === undefined) return [];
    const canonical = canonicalNoProxy(
      value,
      addresses.map(({ hostname }) => hostname),
    );
    const { bash, powershell, gitlab } = settingLines('NO_PROXY', canonical);
    return [
      finding('CFG.NO_PROXY_AMBIGUOUS', {
        subject: variables['NO_PROXY'] ? 'NO_PROXY' : 'no_proxy',
        evidence: {
          value,
          host: first.host,
          'goes direct': first.direct.join(', '),
          'uses the proxy': first.proxied.join(', '),
          'hosts read differently': readings.length,
        },
        fixes: [
          { title: 'bash', kind: 'setting', text: bash, risk: 'none' },
          { title: 'PowerShell', kind: 'setting', text: powershell, risk: 'none' },
          { title: 'GitLab', kind: 'edit', text: gitlab, risk: 'none' },
        ],
      }),
    ];
  },
};

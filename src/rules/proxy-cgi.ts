import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { usedAddresses } from '../policy/used-addresses.ts';

/** In a CGI program HTTP_PROXY may come from a request (httpoxy), so Go refuses every http address then (x/net/http/httpproxy). */
export const proxyCgi: Rule = {
  id: 'proxy-cgi',
  topic: 'proxy',
  title: 'REQUEST_METHOD is not set beside HTTP_PROXY',
  codes: ['CFG.PROXY_CGI'],
  judge(facts) {
    const { variables } = facts.environment;
    const method = variables['REQUEST_METHOD'];
    const name = ['HTTP_PROXY', 'http_proxy'].find(each => variables[each]);
    if (!method || name === undefined) return [];
    const plain = usedAddresses(facts).find(({ protocol }) => protocol === 'http:');
    return [
      finding('CFG.PROXY_CGI', {
        subject: 'REQUEST_METHOD',
        severity: plain === undefined ? 'warning' : 'error',
        evidence: { REQUEST_METHOD: method, variable: name, address: plain?.host },
        fixes: [{ title: 'Remove REQUEST_METHOD', kind: 'setting', text: 'unset REQUEST_METHOD', risk: 'none' }],
      }),
    ];
  },
};

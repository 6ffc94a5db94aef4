import { type Finding, type FindingDetail, finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingLines } from '../policy/no-proxy.ts';

const VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'] as const;

/** The values of proxy variables, by themselves; both spellings with one value are told once. */
export const proxyValues: Rule = {
  id: 'proxy-values',
  topic: 'proxy',
  title: 'Proxy variables hold addresses of proxies',
  codes: ['CFG.PROXY_URL_INVALID', 'CFG.PROXY_SCHEME', 'CFG.PROXY_URL_NO_SCHEME'],
  judge({ environment }) {
    return VARIABLES.flatMap(name => {
      // Of one value in both spellings the upper case is named.
      const spellings = [name.toLowerCase(), name];
      const values = new Map(
        spellings.flatMap(each => (environment.variables[each] ? [[environment.variables[each], each]] : [])),
      );
      return [...values].flatMap(([value, spelling]) => judgeValue(name, spelling, value.trim()));
    });
  },
};

function judgeValue(name: (typeof VARIABLES)[number], subject: string, value: string): readonly Finding[] {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value);
  const text = hasScheme ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Nobody but curl reads ALL_PROXY.
  const own = name === 'ALL_PROXY' ? { severity: 'warning' as const } : {};
  const fix = (corrected: string): Pick<FindingDetail, 'fixes'> => ({
    fixes: [{ title: `Correct ${name}`, kind: 'setting', text: settingLines(name, corrected).bash, risk: 'none' }],
  });
  const detail = { subject, evidence: { value: value.slice(0, 200), 'expected form': 'http://host:port' } };
  // A credential with a / was cut away with all that follows it; no parser reads such a value.
  if (url === undefined || url.hostname === '' || url.hostname === '***') {
    return [finding('CFG.PROXY_URL_INVALID', { ...detail, ...fix('http://proxy.example.com:3128'), ...own })];
  }
  if (!hasScheme)
    return [
      finding('CFG.PROXY_URL_NO_SCHEME', { ...detail, severity: 'warning', ...fix(`http://${value.replace(/^.*@/u, '')}`) }),
    ];
  if (url.protocol === 'http:' || url.protocol === 'https:') return [];
  const isSocks = /^socks5h?:$/u.test(url.protocol);
  // Go speaks SOCKS 5 itself; this program, Node and the tools of GitHub Actions do not.
  const severity = isSocks || name === 'ALL_PROXY' ? 'warning' : 'error';
  return [finding('CFG.PROXY_SCHEME', { ...detail, severity, ...fix(`http://${url.host}`) })];
}

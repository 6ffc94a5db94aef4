import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { isGoProject } from '../policy/public-hosts.ts';
import { setFix } from '../policy/setting-fixes.ts';

/** Behind a comma the next entry is asked on 404 and 410 only. Said of a proxy of one's own; the default has a comma too. */
export const goproxyFallback: Rule = {
  id: 'goproxy-fallback',
  topic: 'proxy',
  title: 'Another entry of GOPROXY helps out when a proxy fails',
  codes: ['GO.PROXY_NO_FALLBACK'],
  judge({ environment }) {
    const setting = environment.settings['GOPROXY'];
    const list = parseGoproxy(setting?.value ?? '');
    if (setting === undefined || setting.origin === 'go.env' || !('entries' in list)) return [];
    const index = list.entries.findIndex(
      entry => entry.kind === 'proxy' && entry.next === 'not-found' && !isGoProject(new URL(entry.url).hostname),
    );
    // Before `off` there is nothing to fall back to.
    const next = list.entries[index + 1];
    if (index === -1 || next === undefined || next.kind === 'off') return [];
    const fix = setFix('GOPROXY', setting.value.replaceAll(',', '|'), setting);
    return [
      finding('GO.PROXY_NO_FALLBACK', {
        subject: 'GOPROXY',
        severity: 'info',
        evidence: settingEvidence(setting),
        // Where a proxy refuses on purpose, a pipe goes round it.
        fixes: [{ ...fix, risk: 'low' }],
      }),
    ];
  },
};

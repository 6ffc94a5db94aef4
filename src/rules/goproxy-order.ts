import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { setFix } from '../policy/setting-fixes.ts';

/** `direct` and `off` end the list, whatever stands behind them (modfetch.proxyList). */
export const goproxyOrder: Rule = {
  id: 'goproxy-order',
  topic: 'proxy',
  title: 'Nothing follows direct or off in GOPROXY',
  codes: ['GO.PROXY_ORDER'],
  judge({ environment }) {
    const setting = environment.settings['GOPROXY'];
    if (setting === undefined || !('entries' in parseGoproxy(setting.value))) return [];
    const words = setting.value.split(/[,|]/u).map(word => word.trim());
    const end = words.findIndex(word => word === 'direct' || word === 'off');
    const ignored = end === -1 ? [] : words.slice(end + 1).filter(word => word !== '');
    if (ignored.length === 0) return [];
    const others = ignored.filter(word => word !== 'direct' && word !== 'off');
    const corrected = [...words.slice(0, end), ...others, words[end]].filter(Boolean).join(',');
    return [
      finding('GO.PROXY_ORDER', {
        subject: 'GOPROXY',
        evidence: { ...settingEvidence(setting), 'never asked': ignored.join(', ') },
        fixes: [setFix('GOPROXY', corrected, setting)],
      }),
    ];
  },
};

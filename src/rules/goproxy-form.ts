import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** A list that cmd/go refuses: every command that needs a module then ends with an error (modfetch.proxyList). */
export const goproxyForm: Rule = {
  id: 'goproxy-form',
  topic: 'proxy',
  title: 'GOPROXY can be read',
  codes: ['CFG.GOPROXY_INVALID'],
  judge({ environment }) {
    const setting = environment.settings['GOPROXY'];
    if (setting === undefined) return [];
    // `go env -w GOPROXY=` leaves an empty line, which hides the default: Go then has no entry at all (measured).
    const list = parseGoproxy(setting.value === '' ? ' ' : setting.value);
    if ('entries' in list) return [];
    const { finding } = list;
    const evidence = Object.entries(settingEvidence(setting)).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value }],
    );
    return [
      { ...finding, evidence: [...finding.evidence, ...evidence], fixes: [unsetFix('GOPROXY', setting), ...finding.fixes] },
    ];
  },
};

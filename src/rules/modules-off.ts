import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** GO111MODULE is on, auto or off (cmd/go, modload.Init). With `off`, go.mod files are ignored: fatal where there are some. */
export const modulesOff: Rule = {
  id: 'modules-off',
  topic: 'environment',
  title: 'Modules are switched on',
  codes: ['GO.MODULES_OFF', 'GO.ENV'],
  judge({ environment, modules }) {
    const setting = environment.settings['GO111MODULE'];
    if (setting === undefined || ['', 'on', 'auto'].includes(setting.value)) return [];
    const detail = {
      subject: 'GO111MODULE',
      evidence: settingEvidence(setting),
      fixes: [unsetFix('GO111MODULE', setting)],
    };
    if (setting.value !== 'off') return [finding('GO.ENV', { ...detail, message: 'GO111MODULE must be on, auto or off' })];
    return [finding('GO.MODULES_OFF', { ...detail, severity: modules.length > 0 ? 'error' : 'warning' })];
  },
};

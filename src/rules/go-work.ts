import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { isAbsolutePath } from '../policy/go-directories.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** GOWORK is off, auto, or an absolute path that ends in .work (modload.FindGoWork, go help work; measured). */
export const goWork: Rule = {
  id: 'go-work',
  topic: 'environment',
  title: 'GOWORK is off or an absolute path',
  codes: ['GO.ENV'],
  judge({ environment }) {
    const setting = environment.settings['GOWORK'];
    if (setting === undefined || ['', 'off', 'auto'].includes(setting.value) || isAbsolutePath(setting.value, environment.os))
      return [];
    const detail = { evidence: settingEvidence(setting), fixes: [unsetFix('GOWORK', setting)] };
    return [finding('GO.ENV', { subject: 'GOWORK', message: 'GOWORK is relative', ...detail })];
  },
};

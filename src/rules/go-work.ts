import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { isAbsolutePath } from '../policy/go-directories.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** GOWORK is off, auto, or the absolute path of a file (modload.FindGoWork, go help work; measured). */
export const goWork: Rule = {
  id: 'go-work',
  topic: 'environment',
  title: 'GOWORK is off or an absolute path',
  codes: ['GO.ENV'],
  judge({ environment, modules, work }) {
    const setting = environment.settings['GOWORK'];
    if (setting === undefined || ['', 'off', 'auto'].includes(setting.value)) return [];
    const detail = { subject: 'GOWORK', evidence: settingEvidence(setting), fixes: [unsetFix('GOWORK', setting)] };
    if (!isAbsolutePath(setting.value, environment.os)) return [finding('GO.ENV', { ...detail, message: 'GOWORK is relative' })];
    // Without modules nobody looked for it.
    if (modules.length === 0 || work !== undefined) return [];
    return [finding('GO.ENV', { ...detail, message: 'There is no file at GOWORK' })];
  },
};

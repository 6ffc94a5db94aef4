import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { unsetFix } from '../policy/setting-fixes.ts';
import { gosumdbProblem } from '../policy/setting-forms.ts';

/** GOSUMDB, in a form that cmd/go can read. */
export const sumdbForm: Rule = {
  id: 'sumdb-form',
  topic: 'checksum',
  title: 'GOSUMDB can be read',
  codes: ['GO.SUMDB_CONFIG'],
  judge({ environment }) {
    const setting = environment.settings['GOSUMDB'];
    const problem = setting === undefined ? undefined : gosumdbProblem(setting.value);
    if (setting === undefined || problem === undefined) return [];
    const detail = { evidence: settingEvidence(setting), fixes: [unsetFix('GOSUMDB', setting)] };
    return [finding('GO.SUMDB_CONFIG', { subject: 'GOSUMDB', message: problem, ...detail })];
  },
};

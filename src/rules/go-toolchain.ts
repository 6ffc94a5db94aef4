import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { setFix } from '../policy/setting-fixes.ts';
import { gotoolchainProblem, isLanguageVersion } from '../policy/setting-forms.ts';

/** GOTOOLCHAIN, in a form that cmd/go can read. */
export const goToolchain: Rule = {
  id: 'go-toolchain',
  topic: 'version',
  title: 'GOTOOLCHAIN can be read',
  codes: ['GO.TOOLCHAIN_CONFIG'],
  judge({ environment, request }) {
    const setting = environment.settings['GOTOOLCHAIN'];
    // What this run sets for the commands after it takes the place of the setting.
    const value = request.gotoolchain ?? setting?.value ?? '';
    const problem = gotoolchainProblem(value);
    if (problem === undefined) return [];
    return [
      finding('GO.TOOLCHAIN_CONFIG', {
        subject: 'GOTOOLCHAIN',
        message: problem,
        evidence: setting === undefined ? { value } : settingEvidence(setting),
        fixes: [setFix('GOTOOLCHAIN', suggestion(value), setting)],
      }),
    ];
  },
};

function suggestion(value: string): string {
  const version = /\d+\.\d+(?:\.\d+)?/u.exec(value)?.[0];
  if (version === undefined) return 'local';
  return `go${isLanguageVersion(version) ? `${version}.0` : version}`;
}

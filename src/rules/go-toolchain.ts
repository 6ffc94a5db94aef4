import { finding } from '../domain/finding.ts';
import { toolchainVersion } from '../domain/gomod.ts';
import type { Rule } from '../domain/rule.ts';
import { isComplete, parseGoVersion } from '../domain/version.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { setFix } from '../policy/setting-fixes.ts';

/** GOTOOLCHAIN is auto, path, or a name that +auto or +path may follow; the name is local or a release (cmd/go, toolchain.Select). */
export const goToolchain: Rule = {
  id: 'go-toolchain',
  topic: 'version',
  title: 'GOTOOLCHAIN can be read',
  codes: ['GO.TOOLCHAIN_CONFIG'],
  judge({ environment, request }) {
    const setting = environment.settings['GOTOOLCHAIN'];
    // What this run sets for the commands after it takes the place of the setting.
    const value = request.gotoolchain ?? setting?.value ?? '';
    const problem = findProblem(value);
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

function findProblem(value: string): string | undefined {
  if (value === '' || value === 'auto' || value === 'path') return undefined;
  const at = value.indexOf('+');
  const name = at === -1 ? value : value.slice(0, at);
  const suffix = at === -1 ? undefined : value.slice(at + 1);
  const version = toolchainVersion(name);
  if (name !== 'local' && version === undefined) return 'GOTOOLCHAIN names no toolchain: it begins with go, as go1.26.8 does';
  if (suffix !== undefined && suffix !== 'auto' && suffix !== 'path') return 'Only +auto and +path may follow in GOTOOLCHAIN';
  // With a suffix the name is only a minimum.
  if (suffix === undefined && version !== undefined && isLanguage(version)) {
    return 'GOTOOLCHAIN names a language version, and no toolchain has this name: since 1.21 the first release is go1.21.0';
  }
  return undefined;
}

function isLanguage(text: string): boolean {
  const version = parseGoVersion(text);
  return version !== undefined && !isComplete(text) && version.minor >= 21;
}

function suggestion(value: string): string {
  const version = /\d+\.\d+(?:\.\d+)?/u.exec(value)?.[0];
  if (version === undefined) return 'local';
  return `go${isLanguage(version) ? `${version}.0` : version}`;
}

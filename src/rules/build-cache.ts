import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { setFix, unsetFix } from '../policy/setting-fixes.ts';

/** Since Go 1.12 there is no building without a build cache (cmd/go, cache.DefaultDir): not with GOCACHE=off, and not without a home. */
export const buildCache: Rule = {
  id: 'build-cache',
  topic: 'environment',
  title: 'There is a place for the build cache',
  codes: ['GO.ENV'],
  judge({ environment }) {
    const setting = environment.settings['GOCACHE'];
    if (setting?.value === 'off') {
      const detail = { evidence: settingEvidence(setting), fixes: [unsetFix('GOCACHE', setting)] };
      return [finding('GO.ENV', { subject: 'GOCACHE', message: 'The build cache is switched off, and Go needs it', ...detail })];
    }
    const rows = environment.directories;
    // Without any row nobody has looked.
    if (rows.length === 0 || rows.some(({ name }) => name === 'GOCACHE')) return [];
    const home = environment.os === 'win32' ? 'LOCALAPPDATA' : 'HOME';
    const message = `Neither GOCACHE nor ${home} is set, so Go has no place for its build cache`;
    return [
      finding('GO.ENV', {
        subject: home,
        message,
        fixes: [setFix(home, '/path/of/a/home'), setFix('GOCACHE', '/absolute/path')],
      }),
    ];
  },
};

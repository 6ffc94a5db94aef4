import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { routeModules } from '../policy/module-routes.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** Some required module can only come from the module cache. */
export const goproxyOff: Rule = {
  id: 'goproxy-off',
  topic: 'proxy',
  title: 'Required modules may be fetched',
  codes: ['GO.PROXY_OFF'],
  judge(facts) {
    const setting = facts.environment.settings['GOPROXY'];
    const barred = routeModules(facts).filter(({ steps }) => steps[0]?.kind === 'off');
    const [first] = barred;
    if (setting === undefined || first === undefined) return [];
    return [
      finding('GO.PROXY_OFF', {
        subject: 'GOPROXY',
        // The module cache may have them.
        severity: 'warning',
        evidence: { ...settingEvidence(setting), modules: barred.length, 'the first': `${first.path}@${first.version}` },
        fixes: [
          unsetFix('GOPROXY', setting),
          { title: 'Or make vendor and commit it', kind: 'command', text: 'go mod vendor', risk: 'none' },
        ],
      }),
    ];
  },
};

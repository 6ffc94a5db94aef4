import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { findModulePattern, parseModulePatterns } from '../policy/module-patterns.ts';
import { routeModules } from '../policy/module-routes.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** GOINSECURE gives up TLS for direct fetching only; a proxy with an unknown certificate stays refused (measured). */
export const goInsecure: Rule = {
  id: 'go-insecure',
  topic: 'privacy',
  title: 'Modules come over verified TLS',
  codes: ['GO.INSECURE'],
  judge(facts) {
    const setting = facts.environment.settings['GOINSECURE'];
    const patterns = parseModulePatterns(setting?.value ?? '');
    if (setting === undefined || patterns.length === 0) return [];
    const named = routeModules(facts).filter(({ path }) => findModulePattern(patterns, path) !== undefined);
    const direct = named.filter(({ steps }) => steps.some(({ kind }) => kind === 'direct'));
    const isInert = named.length > 0 && direct.length === 0;
    return [
      finding('GO.INSECURE', {
        subject: 'GOINSECURE',
        ...(isInert
          ? { severity: 'info', message: 'GOINSECURE has no effect: the modules that it names come from a proxy' }
          : {}),
        evidence: { ...settingEvidence(setting), 'modules that it names': named.length, 'fetched directly': direct.length },
        fixes: [unsetFix('GOINSECURE', setting)],
      }),
    ];
  },
};

import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { findModulePattern, parseModulePatterns } from '../policy/module-patterns.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** Public paths of several owners and hosts: one pattern that covers two of them means no private place. */
const PUBLIC_PATHS = [
  'github.com/first-owner/module',
  'github.com/second-owner/module',
  'gitlab.com/first-owner/module',
  'golang.org/x/text',
  'google.golang.org/grpc',
  'gopkg.in/yaml.v3',
  'k8s.io/api',
  'go.uber.org/zap',
];

/** GONOSUMDB, and GOPRIVATE where it is not set, take modules out of verification; so wide a pattern does it to all. */
export const widePatterns: Rule = {
  id: 'wide-patterns',
  topic: 'privacy',
  title: 'Public modules stay verified',
  codes: ['GO.PATTERN_WIDE'],
  judge({ environment }) {
    const name = environment.settings['GONOSUMDB']?.value ? 'GONOSUMDB' : 'GOPRIVATE';
    const setting = environment.settings[name];
    if (setting === undefined) return [];
    const wide = parseModulePatterns(setting.value).filter(
      pattern => PUBLIC_PATHS.filter(path => findModulePattern([pattern], path) !== undefined).length > 1,
    );
    return wide.map(({ text }) =>
      finding('GO.PATTERN_WIDE', {
        subject: name,
        evidence: { ...settingEvidence(setting), pattern: text },
        fixes: [
          unsetFix(name, setting),
          {
            title: 'Name the private places',
            kind: 'setting',
            text: `${name}=git.example.com,github.com/your-organisation`,
            risk: 'none',
          },
        ],
      }),
    );
  },
};

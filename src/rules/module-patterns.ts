import { type Finding, type FindingDetail, finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { type GoSettingName, settingEvidence } from '../policy/go-settings.ts';
import { parseModulePatterns } from '../policy/module-patterns.ts';
import { setFix, unsetFix } from '../policy/setting-fixes.ts';

const PATTERN_SETTINGS = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE'] as const satisfies readonly GoSettingName[];

/** What looks like a pattern and matches nothing: Go skips it without a word (x/mod/module, MatchPrefixPatterns). */
export const modulePatterns: Rule = {
  id: 'module-patterns',
  topic: 'privacy',
  title: 'Patterns of modules match as they look',
  codes: ['GO.PATTERN'],
  judge({ environment }) {
    const found: Finding[] = [];
    for (const name of PATTERN_SETTINGS) {
      const setting = environment.settings[name];
      for (const { text, chunks } of setting === undefined ? [] : parseModulePatterns(setting.value)) {
        const problem = findProblem(text, chunks !== undefined);
        if (setting === undefined || problem === undefined) continue;
        const detail: FindingDetail = {
          subject: name,
          message: `${problem}: it matches nothing`,
          evidence: { ...settingEvidence(setting), pattern: text },
          fixes: [setFix(name, setting.value.replace(text, corrected(text)), setting)],
        };
        found.push(finding('GO.PATTERN', detail));
      }
    }
    const old = environment.settings['GONOSUMCHECK'];
    if (old === undefined) return found;
    const detail = { subject: 'GONOSUMCHECK', message: 'No Go reads GONOSUMCHECK', severity: 'info' as const };
    return [
      ...found,
      finding('GO.PATTERN', { ...detail, evidence: settingEvidence(old), fixes: [unsetFix('GONOSUMCHECK', old)] }),
    ];
  },
};

function findProblem(text: string, isWellFormed: boolean): string | undefined {
  if (!isWellFormed) return 'A pattern is malformed';
  if (/^\s|\s$/u.test(text)) return 'A pattern has a space beside the comma, which counts';
  if (/\s/u.test(text)) return 'Patterns are separated by spaces instead of commas';
  if (text.includes('://')) return 'A pattern is a URL instead of a module path';
  if (text.startsWith('/') || text.includes('//')) return 'A pattern has an empty element';
  if (text.startsWith('.')) return 'A pattern begins with a dot: write *. for what is below a domain';
  return text.includes(';') ? 'Patterns are separated by semicolons instead of commas' : undefined;
}

function corrected(text: string): string {
  const path = text.replace(/^\s*[a-z]+:\/\/(?:[^/@\s]*@)?/iu, '').trim();
  return path
    .split(/[\s;]+/u)
    .map(each =>
      each
        .replace(/^\/+/u, '')
        .replace(/\/{2,}/gu, '/')
        .replace(/^\./u, '*.'),
    )
    .join(',');
}

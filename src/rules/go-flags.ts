import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { compareVersions, parseGoVersion } from '../domain/version.ts';
import { correctedFlags, type FlagProblem, type GoFlag, readGoFlags } from '../policy/go-flags.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { setFix } from '../policy/setting-fixes.ts';

const REASONS = {
  quoting: 'A quote in GOFLAGS does not close',
  'no-flag': 'A word in GOFLAGS is no flag: a value belongs behind =, in the same word',
  unknown: 'GOFLAGS has a flag that no go command knows',
  'no-value': 'A flag in GOFLAGS has no value: write it as -flag=value',
} as const satisfies Record<FlagProblem['kind'], string>;

/** The Go whose flags are known here. */
const KNOWN_GO = { major: 1, minor: 26, patch: 0 };

/** Every go command parses GOFLAGS, and ends with an error when it cannot (cmd/go, base.InitGOFLAGS). */
export const goFlags: Rule = {
  id: 'go-flags',
  topic: 'environment',
  title: 'GOFLAGS can be read',
  codes: ['GO.FLAGS', 'GO.FLAG_INSECURE'],
  judge(facts) {
    const setting = facts.environment.settings['GOFLAGS'];
    if (setting === undefined) return [];
    const { flags, problems } = readGoFlags(setting.value);
    const detail = { subject: 'GOFLAGS', evidence: settingEvidence(setting) };
    const correct = setFix('GOFLAGS', correctedFlags(setting.value, isInsecure), setting);
    const found = problems.map(({ kind, text }) => {
      const isSure = kind !== 'unknown' || isOldEnough(facts.request.version);
      return finding('GO.FLAGS', {
        ...detail,
        message: REASONS[kind],
        evidence: { ...detail.evidence, word: text.slice(0, 200) },
        fixes: [kind === 'quoting' ? setFix('GOFLAGS', "'-ldflags=-s -w' -trimpath", setting) : correct],
        ...(isSure ? {} : UNSURE),
      });
    });
    return flags.some(isInsecure)
      ? [...found, finding('GO.FLAG_INSECURE', { ...detail, severity: 'warning', fixes: [correct] })]
      : found;
  },
};

function isInsecure({ name }: GoFlag): boolean {
  return name === 'insecure';
}

/** A newer Go may have a flag of that name. */
const UNSURE = { severity: 'warning', confidence: 'likely' } as const satisfies Partial<Finding>;

function isOldEnough(text: ProjectFacts['request']['version']): boolean {
  const version = text === undefined ? undefined : parseGoVersion(text);
  return version !== undefined && compareVersions({ ...version, patch: 0 }, KNOWN_GO) <= 0;
}

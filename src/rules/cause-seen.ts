import type { Code } from '../domain/catalogue.ts';
import { type CauseRule, type FailedStep, fact, OWN_ERROR, pattern, type Scene, TOOL_TEXT, timing } from './cause-rule.ts';

/**
 * Causes that a check of the project, or the text of a tool, names by itself: no probe of the network can see them. A setting that fits
 * is the second vote.
 */
const NAMED_BY_TOOLS: readonly (readonly [code: Code, setting?: string])[] = [
  ['GO.SUMDB_MISMATCH'],
  ['GO.GOSUM_MISMATCH'],
  ['GO.GOSUM_MISSING'],
  ['GO.GOSUM_MALFORMED'],
  ['GO.TOOLCHAIN_LOCAL', 'GOTOOLCHAIN'],
  ['GO.FLAG_INSECURE', 'GOFLAGS'],
  ['GO.FLAGS', 'GOFLAGS'],
  ['GO.VCS_AUTH'],
  ['GO.VCS_NOT_FOUND'],
  ['GO.VCS_MISSING'],
  ['GO.VCS_POLICY', 'GOVCS'],
  ['GO.NO_META'],
  ['GO.UNKNOWN_VERSION'],
  ['GO.VENDOR'],
  ['GO.MODULES_OFF', 'GO111MODULE'],
  ['GO.NO_MOD'],
  ['GO.MOD_SYNTAX'],
];

function settingText(name: string | undefined, { facts }: Scene): string | undefined {
  const settings = facts.environment?.settings ?? {};
  return name !== undefined && Object.hasOwn(settings, name) ? settings[name]?.value : undefined;
}

/** A text that a tool printed is worth less than an error of our own run. */
function reliabilityOf({ seen }: FailedStep): number {
  return seen?.evidence['tool'] === undefined ? OWN_ERROR : TOOL_TEXT;
}

function toolRule(code: Code, setting: string | undefined): CauseRule {
  return {
    code,
    bound: 'machine',
    stages: ['run'],
    weigh(step, scene) {
      if (step.symptom !== code) return [];
      const value = settingText(setting, scene);
      return [
        ...fact(true, 'met by the run', step.subject, reliabilityOf(step)),
        ...pattern(value !== undefined && value !== '', setting ?? '', value),
      ];
    },
  };
}

/** The run's own word for what it met, where nothing explains it better. */
export function seenRule(code: Code): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['run'],
    test: 'Run doctor while it fails: a probe then says which layer it is',
    weigh(step) {
      const text = Object.entries(step.seen?.evidence ?? {})[0];
      return [
        ...fact(step.symptom === code, 'met by the run', step.subject, reliabilityOf(step)),
        ...timing(text !== undefined && step.symptom === code, text?.[0] ?? '', text?.[1]?.slice(0, 120), reliabilityOf(step)),
      ];
    },
  };
}

export const SEEN_CAUSES: readonly CauseRule[] = NAMED_BY_TOOLS.map(([code, setting]) => toolRule(code, setting));

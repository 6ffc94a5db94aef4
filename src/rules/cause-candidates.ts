import type { Code } from '../domain/catalogue.ts';
import type { GoproxyFacts, TargetFacts } from '../domain/network-facts.ts';
import { CAUSE_RULES } from './cause-registry.ts';
import {
  against,
  type CauseRule,
  type FailedStep,
  flip,
  OWN_ERROR,
  type Scene,
  STAGES,
  scoreOf,
  timing,
  type Weight,
} from './cause-rule.ts';
import { SEEN_CAUSES, seenRule } from './cause-seen.ts';
import { memberEnd } from './failed-go.ts';
import { failedTargetStep, hasPassed } from './failed-target.ts';
import { outcomeTarget } from './outcome-target.ts';
import { viaOf } from './target-facts.ts';

/** One cause that may explain one failed step. The same key in several steps is one cause. */
export interface Candidate {
  readonly key: string;
  readonly code: Code;
  readonly bound: CauseRule['bound'];
  readonly subject: string;
  readonly step: FailedStep;
  readonly weights: readonly Weight[];
  /** Log-odds, with the controls that were found. */
  readonly score: number;
  /** Log-odds by its own evidence. */
  readonly ownScore: number;
  /** Whether its own evidence holds a fact or a flip that we observed ourselves, and not only read in the text of a tool. */
  readonly isFounded: boolean;
  readonly over: readonly string[];
  readonly test: string | undefined;
}

/** A candidate that was put aside, and why. */
export interface Refused {
  readonly code: Code;
  readonly why: string;
}

export interface Weighed {
  readonly step: FailedStep;
  readonly candidates: readonly Candidate[];
  readonly refused: readonly Refused[];
}

/** From this log-odds on a cause is well founded: one structured fact, seen by our own run at least. */
const FOUNDED = 2.4;

/** The candidates of one step, after its controls and the forced edges. */
export function weighStep(step: FailedStep, scene: Scene): Weighed {
  const all = [...evidenceOf(step, scene), ...linkedEvidence(step, scene)];
  const other = controlOf(step, scene);
  const candidates = merge(all).map(item => withControls(item, step, other));
  const speaking = candidates.filter(({ weights }) => weights.some(({ kind }) => kind !== 'against'));
  const refused: Refused[] = speaking.flatMap(({ code, score, weights }) => {
    const contra = weights.find(({ kind }) => kind === 'against');
    return score > 0 || contra === undefined ? [] : [{ code, why: `${contra.name}: ${contra.value}` }];
  });
  const kept = speaking.filter(candidate => {
    const stronger = speaking.find(other => overrules(other, candidate));
    if (stronger !== undefined) refused.push({ code: candidate.code, why: `${stronger.code} explains it` });
    return stronger === undefined;
  });
  return { step, candidates: kept, refused };
}

type Found = Pick<Candidate, 'code' | 'bound' | 'step' | 'weights' | 'over' | 'test'>;

function evidenceOf(step: FailedStep, scene: Scene): readonly Found[] {
  const rules = CAUSE_RULES.filter(({ stages }) => stages.includes(step.stage));
  const isNamed = SEEN_CAUSES.some(({ code }) => code === step.symptom);
  const own = step.stage === 'run' && !isNamed ? [...rules, seenRule(step.symptom)] : rules;
  const found = findings(own, step, scene);
  return found.some(({ weights }) => weights.some(({ kind }) => kind !== 'against'))
    ? found
    : findings([...own, fallback(step)], step, scene);
}

function findings(rules: readonly CauseRule[], step: FailedStep, scene: Scene): readonly Found[] {
  return rules.flatMap(({ code, bound, over = [], test, weigh }) => {
    const weights = weigh(step, scene);
    return weights.length === 0 ? [] : [{ code, bound, step, weights, over, test }];
  });
}

/** Where nothing else speaks, the symptom stands for itself, and stays undetermined. */
function fallback({ symptom, stage }: FailedStep): CauseRule {
  return {
    code: symptom,
    bound: 'host',
    stages: [stage],
    weigh: ({ subject }) => timing(true, 'failed at', subject, 0.5),
  };
}

/** A module proxy fails for the reason for which its host fails, and a redirect for that of the host to which it leads. */
function linkedEvidence(step: FailedStep, scene: Scene): readonly Found[] {
  const { member, target, stage } = step;
  if (member !== undefined) {
    const known = scene.steps.find(item => item.target?.host === step.subject && item.id !== step.id);
    const linked = known ?? failedTargetStep(memberTarget(member), scene.facts)[0];
    return linked === undefined || memberEnd(member) !== 'stops' ? [] : evidenceOf(linked, scene);
  }
  if (step.database !== undefined) {
    const known = scene.steps.find(item => item.target?.role === 'checksum-database');
    return known === undefined ? [] : evidenceOf(known, scene);
  }
  const shaken = stage === 'tunnel' ? step.proxy?.handshake : undefined;
  if (shaken?.chain !== undefined && !shaken.ok && target !== undefined) {
    // The certificate of the proxy itself.
    return evidenceOf({ ...step, stage: 'tls', target: { ...target, handshakes: [shaken] } }, scene);
  }
  const hop = stage === 'http' && target?.http?.status === undefined ? target?.http?.redirects.at(-1)?.to : undefined;
  if (hop === undefined || target?.http === undefined) return [];
  return failedTargetStep(outcomeTarget(hop, target.http, target), scene.facts).flatMap(linked => evidenceOf(linked, scene));
}

const DIRECT = { via: 'direct', reason: '' };

function memberTarget({ entry, outcome, status }: GoproxyFacts): TargetFacts {
  const route = { go: DIRECT, curl: DIRECT, node: DIRECT, undici: DIRECT, actions: DIRECT };
  const target = outcomeTarget(entry, outcome, { role: 'goproxy', route });
  return status === undefined || target.http === undefined ? target : { ...target, http: { ...target.http, status } };
}

/** Evidence of several rules for one code, each observation once. */
function merge(found: readonly Found[]): readonly Found[] {
  const byCode = new Map<Code, Found>();
  for (const item of found) {
    const before = byCode.get(item.code);
    const weights = [...(before?.weights ?? []), ...item.weights];
    const unique = weights.filter(
      (weight, index) => weights.findIndex(other => other.kind === weight.kind && other.name === weight.name) === index,
    );
    byCode.set(item.code, {
      ...item,
      ...before,
      weights: unique,
      over: [...(before?.over ?? []), ...item.over],
      test: before?.test ?? item.test,
    });
  }
  return [...byCode.values()];
}

/** Another host on the same path that passes the stage at which this step failed. */
function controlOf({ target, stage }: FailedStep, { facts }: Scene): TargetFacts | undefined {
  if (target === undefined) return undefined;
  return facts.targets.find(item => item.host !== target.host && viaOf(item) === viaOf(target) && hasPassed(item, stage, facts));
}

/** Adds what another host shows: where that one passes this stage, the fault lies with this host. */
function withControls(found: Found, step: FailedStep, other: TargetFacts | undefined): Candidate {
  const { target } = step;
  const name = 'another host on the same path';
  const isSpoken = found.weights.some(({ kind }) => kind !== 'against' && kind !== 'timing');
  const controls = [
    ...flip(other !== undefined && found.bound === 'host' && isSpoken, name, 'passes this stage'),
    ...against(other !== undefined && found.bound === 'path', name, 'passes this stage'),
  ];
  const weights = [...found.weights, ...controls];
  const subject = subjectOf(found, step);
  const key = `${found.code} ${found.bound === 'machine' ? '' : found.bound === 'path' && target !== undefined ? viaOf(target) : subject}`;
  return {
    ...found,
    key,
    subject,
    weights,
    score: scoreOf(weights),
    ownScore: scoreOf(found.weights),
    isFounded: found.weights.some(isSolid),
  };
}

/** Of a cause on this machine: the variable that is its evidence, else what it was met at. */
function subjectOf({ bound, weights }: Found, step: FailedStep): string {
  const variable = weights.find(({ name }) => /^[A-Z][A-Z0-9_]{3,}$/u.test(name))?.name;
  if (bound !== 'machine') return step.subject;
  return (
    variable ??
    (STAGES.indexOf(step.stage) < STAGES.indexOf('archive') && step.stage !== 'config' ? 'this machine' : step.subject)
  );
}

/** Of what our own program saw, not of what a tool printed. */
function isSolid({ kind, reliability }: Weight): boolean {
  return (kind === 'fact' || kind === 'flip') && reliability >= OWN_ERROR;
}

function overrules(stronger: Candidate, weaker: Candidate): boolean {
  if (!names(stronger.over, weaker.code) || stronger.code === weaker.code || stronger.ownScore < FOUNDED) return false;
  if (!stronger.isFounded) return false;
  return !names(weaker.over, stronger.code) || stronger.ownScore > weaker.ownScore;
}

function names(over: readonly string[], code: Code): boolean {
  return over.some(item => item === code || (item.endsWith('.') && code.startsWith(item)));
}

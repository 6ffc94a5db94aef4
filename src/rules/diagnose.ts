import { CATALOGUE, type Code } from '../domain/catalogue.ts';
import { EXIT_GRAVITY } from '../domain/catalogue-entry.ts';
import type { DiagnosedCause, Diagnosis, RuledOut, Verdict } from '../domain/diagnosis.ts';
import type { Evidence } from '../domain/finding.ts';
import type { Facts } from '../domain/network-facts.ts';
import { type Candidate, type Weighed, weighStep } from './cause-candidates.ts';
import { fixesOf } from './cause-fixes.ts';
import { type FailedStep, type Scene, STAGES } from './cause-rule.ts';
import { type Ranked, rankCauses, tangles } from './cause-sets.ts';
import { diagnosisWarnings } from './diagnosis-warnings.ts';
import { AGGREGATES, codeOf, failedSteps, isAbout } from './failed-steps.ts';
import { passedBefore, summarize } from './target-summary.ts';

/** A cause is named from this probability and this lead on; from the lower one on it is likely. */
const SURE = { probability: 0.85, margin: 3 };
const LIKELY = 0.6;
/** Without any fact or control. */
const UNFOUNDED = 0.6;

/**
 * Names what is wrong, or says that nothing is. Pure, and independent of the order of the facts; what works adds to the evidence, but
 * never changes the cause. Never guesses: below a probability of 0.6 the verdict is `undetermined`, and no repair is offered.
 */
export function diagnose(observed: Facts): Diagnosis {
  const facts = inOrder(observed);
  const steps = failedSteps(facts);
  const scene: Scene = { facts, steps, nowMs: facts.clock?.nowMs ?? facts.environment?.nowMs };
  const weighed = steps.map(step => weighStep(step, scene));
  const causes = joinAlike(tangles(weighed).flatMap(tangle => judge(tangle, facts)));
  causes.sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      b.steps.length - a.steps.length ||
      stageOf(a) - stageOf(b) ||
      b.confidence - a.confidence ||
      (a.code < b.code ? -1 : 1),
  );
  const named = causes.map(
    ({ steps: _steps, bound: _bound, subjects, ...cause }): DiagnosedCause => ({ ...cause, subject: listed(subjects) }),
  );
  return { healthy: named.length === 0, causes: named, warnings: diagnosisWarnings(facts, named), targets: summarize(observed) };
}

/** What has no order of its own, in one that does not depend on who gathered it. */
function inOrder(facts: Facts): Facts {
  const sorted = <T>(items: readonly T[]): readonly T[] => {
    const keyed = items.map(item => ({ item, key: JSON.stringify(item) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
  };
  const { targets, proxies, disks, archives, seen } = facts;
  return {
    ...facts,
    targets: sorted(targets),
    proxies: sorted(proxies),
    disks: sorted(disks),
    archives: sorted(archives),
    seen: sorted(seen),
  };
}

type Judged = Omit<DiagnosedCause, 'subject'> & {
  readonly subjects: readonly string[];
  readonly steps: readonly FailedStep[];
  readonly bound: Candidate['bound'];
};

function judge(tangle: readonly Weighed[], facts: Facts): readonly Judged[] {
  const ranked = rankCauses(tangle);
  const chosen = ranked.filter(({ isChosen }) => isChosen);
  const best = ranked.reduce<Ranked | undefined>(
    (top, item) => (top === undefined || item.probability > top.probability ? item : top),
    undefined,
  );
  return (chosen.length > 0 || best === undefined ? chosen : [best]).map(item =>
    describe(item, { tangle, ranked, chosen, facts }),
  );
}

interface Case {
  readonly tangle: readonly Weighed[];
  readonly ranked: readonly Ranked[];
  readonly chosen: readonly Ranked[];
  readonly facts: Facts;
}

function describe(item: Ranked, { tangle, ranked, chosen, facts }: Case): Judged {
  const explained = tangle.flatMap(({ step, candidates }) =>
    candidates.filter(({ key }) => key === item.key && isBest(key, candidates, chosen)).map(candidate => ({ step, candidate })),
  );
  const all = tangle.flatMap(({ candidates }) => candidates.filter(({ key }) => key === item.key));
  const own = explained.length > 0 ? explained.map(({ candidate }) => candidate) : all;
  const [first] = [...own].sort((a, b) => b.score - a.score);
  if (first === undefined) throw new Error('a ranked cause without a candidate');
  const { verdict, confidence } = verdictOf(item, own);

  const steps = explained.length > 0 ? explained.map(({ step }) => step) : all.map(({ step }) => step);
  const chain = chainOf(first.code, steps, facts);
  const rivals = ranked.filter(
    ({ key, probability }) => key !== item.key && probability >= 0.05 && !chosen.some(other => other.key === key),
  );
  return {
    code: first.code,
    bound: first.bound,
    verdict,
    confidence: round(confidence),
    subjects: own.map(({ subject }) => subject),
    chain,
    evidence: evidenceOf(own),
    fixes: verdict === 'undetermined' ? [] : fixesOf(first.code, { candidate: first, facts }),
    ruledOut: ruledOut([first.code, ...chain], tangle, steps),
    rivals: rivals.map(({ key, probability }) => ({ code: codeOfKey(key), confidence: round(probability) })).slice(0, 3),
    ...(verdict === 'cause'
      ? {}
      : {
          decidingTest: first.test ?? testOf(rivals, tangle) ?? 'Run doctor again while it fails, and compare with another host',
        }),
    steps,
  };
}

/** Of the chosen causes, each step belongs to the one that explains it best. */
function isBest(key: string, candidates: readonly Candidate[], chosen: readonly Ranked[]): boolean {
  const rivals = candidates.filter(other => chosen.some(item => item.key === other.key));
  const own = rivals.find(other => other.key === key);
  return own === undefined || rivals.every(other => other.score <= own.score);
}

function verdictOf(
  { probability, margin }: Ranked,
  own: readonly Candidate[],
): { readonly verdict: Verdict; readonly confidence: number } {
  const isFounded = own.some(candidate => candidate.isFounded);
  const isTold = own.some(({ weights }) => weights.some(({ kind }) => kind === 'fact'));
  const isPattern = own.some(({ weights }) => weights.some(({ kind }) => kind === 'pattern'));
  const confidence = isFounded || isTold ? probability : Math.min(probability, isPattern ? UNFOUNDED : UNFOUNDED - 0.01);
  if (confidence >= SURE.probability && margin >= SURE.margin && isFounded) return { verdict: 'cause', confidence };
  return { verdict: confidence >= LIKELY ? 'likely' : 'undetermined', confidence };
}

/** From the cause to the symptom: the cause, what it was met as, and what the run ended with because of it. */
function chainOf(code: Code, steps: readonly FailedStep[], facts: Facts): readonly Code[] {
  const symptoms = steps.map(({ symptom }) => symptom);
  const seen = facts.seen.flatMap(item => {
    const known = codeOf(item);
    return known !== undefined && (AGGREGATES.includes(known) || steps.some(step => isAbout(item, step))) ? [known] : [];
  });
  const ordered = [
    ...symptoms,
    ...seen.filter(item => !AGGREGATES.includes(item)),
    ...seen.filter(item => AGGREGATES.includes(item)),
  ];
  return [...new Set([code, ...ordered])].slice(0, 8);
}

function evidenceOf(own: readonly Candidate[]): readonly Evidence[] {
  const order = ['flip', 'fact', 'pattern', 'timing'];
  const weights = own.flatMap(({ weights: all }) => all).filter(({ kind }) => kind !== 'against');
  weights.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const unique = weights.filter(
    (item, index) => weights.findIndex(other => other.name === item.name && other.value === item.value) === index,
  );
  return unique.slice(0, 12).map(({ name, value }) => ({ name, value: value.slice(0, 300) }));
}

function ruledOut(named: readonly Code[], tangle: readonly Weighed[], steps: readonly FailedStep[]): readonly RuledOut[] {
  const refused = tangle.filter(({ step }) => steps.includes(step)).flatMap(item => item.refused);
  const passed = steps.flatMap(step => passedBefore(step));
  const all = [...refused, ...passed].filter(item => !named.includes(item.code));
  return all.filter((item, index) => all.findIndex(other => other.code === item.code) === index).slice(0, 8);
}

function testOf(rivals: readonly Ranked[], tangle: readonly Weighed[]): string | undefined {
  const tests = tangle.flatMap(({ candidates }) =>
    candidates.filter(({ key }) => rivals.some(rival => rival.key === key)).map(({ test }) => test),
  );
  return tests.find(test => test !== undefined);
}

/** One code at several hosts is told once. */
function joinAlike(causes: readonly Judged[]): Judged[] {
  const joined = new Map<string, Judged>();
  for (const cause of causes) {
    const key = `${cause.code} ${cause.verdict}`;
    const before = joined.get(key);
    if (before === undefined) joined.set(key, cause);
    else joined.set(key, join(before, cause));
  }
  return [...joined.values()];
}

function join(a: Judged, b: Judged): Judged {
  const [first, second] = a.confidence >= b.confidence ? [a, b] : [b, a];
  return {
    ...first,
    subjects: [...a.subjects, ...b.subjects],
    chain: [...new Set([...first.chain, ...second.chain])].slice(0, 8),
    evidence: [...first.evidence, ...second.evidence]
      .filter((item, index, list) => list.findIndex(other => other.name === item.name && other.value === item.value) === index)
      .slice(0, 12),
    steps: [...a.steps, ...b.steps],
  };
}

/** Altered content first, then what belongs to this machine or the path, for it stands behind several failures; a guess comes last. */
function rankOf({ code, bound, verdict }: Judged): number {
  const { exit } = CATALOGUE[code];
  const wide = exit === 73 && verdict === 'cause' ? 0 : bound === 'host' ? 20 : 10;
  return wide + (verdict === 'undetermined' ? 100 : 0) + Math.max(0, bound === 'host' ? 0 : EXIT_GRAVITY.indexOf(exit));
}

function stageOf({ steps }: Judged): number {
  return Math.min(...steps.map(({ stage }) => STAGES.indexOf(stage)));
}

function listed(names: readonly string[]): string {
  const unique = [...new Set(names.filter(name => name !== ''))].sort();
  return unique.length > 4 ? `${unique.slice(0, 3).join(', ')} and ${unique.length - 3} more` : unique.join(', ');
}

function codeOfKey(key: string): Code {
  return key.slice(0, key.indexOf(' ')) as Code;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

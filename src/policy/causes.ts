import { CATALOGUE, type Code } from '../domain/catalogue.ts';
import { EXIT_GRAVITY } from '../domain/catalogue-entry.ts';
import type { Confidence, Finding } from '../domain/finding.ts';
import type { Cause } from '../domain/report.ts';

const VERDICTS = { certain: 'cause', likely: 'likely', possible: 'undetermined' } as const satisfies Record<
  Confidence,
  Cause['verdict']
>;

/**
 * Names the one finding that the others follow from. Null when there is no error: nothing is guessed.
 *
 * `findings` are all findings of the run, those that ended it first and its main one at the head. `attempts` are those
 * that ended an attempt at a source; they are among `findings` too. The rule:
 * 1. A finding is a root when no other present finding explains it (catalogue, `explains`, followed to the end).
 * 2. The run was stopped by its main finding: the root of that one is the cause, as sure as that root is.
 * 3. The main finding is only what one of several sources ended with, so no source worked. If all sources ended with
 *    the same root, that is the cause. If not, the gravest is named (altered content, then settings, the disk, the
 *    network, and last what a retry may heal), and only as `likely`: each source has its own reason.
 */
export function findCause(findings: readonly Finding[], attempts: readonly Finding[] = []): Cause | null {
  const main = findings.find(item => item.severity === 'error');
  if (main === undefined) return null;
  const sameAsMain = (item: Finding): boolean => item.code === main.code && item.subject === main.subject;
  const candidates = attempts.some(sameAsMain) ? attempts.filter(item => item.severity === 'error') : [main];
  const explainers = findings.filter(item => item.severity !== 'info');
  const chains = candidates.map(item => chainTo(item, explainers));
  const gravest = chains.reduce((best, chain) => (rank(chain) < rank(best) ? chain : best));
  const agree = chains.every(chain => chain[0].code === gravest[0].code);
  const confidence = agree ? gravest[0].confidence : 'likely';
  return {
    code: gravest[0].code,
    confidence,
    verdict: VERDICTS[confidence],
    chain: gravest.map(item => item.code),
    ruledOut: [],
  };
}

type Chain = readonly [Finding, ...Finding[]];

/** From the root to this finding. A code occurs once, so a circle in the catalogue cannot make it endless. */
function chainTo(symptom: Finding, present: readonly Finding[]): Chain {
  let chain: Chain = [symptom];
  for (;;) {
    const [root] = chain;
    const used: readonly Code[] = chain.map(item => item.code);
    const parent = present.find(item => explains(item.code, root.code) && !used.includes(item.code));
    if (parent === undefined) return chain;
    chain = [parent, ...chain];
  }
}

function explains(cause: Code, symptom: Code): boolean {
  return CATALOGUE[cause].explains.includes(symptom);
}

/** Only for rule 3: a configuration (71) that stopped the run is its main finding already. */
function rank(chain: Chain): number {
  const position = EXIT_GRAVITY.indexOf(CATALOGUE[chain[0].code].exit);
  return position === -1 ? EXIT_GRAVITY.length : position;
}

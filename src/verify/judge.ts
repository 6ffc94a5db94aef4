import { type Finding, finding } from '../domain/finding.ts';
import type { Expectation, Measured, Proof, ProofKind } from '../domain/proof.ts';

/** What judge decides: accepted on a proof, or refused with the reason. */
export type Verdict =
  | {
      readonly accepted: Proof;
      /** Whether files outside the tree hash (api, doc, misc, test) are proved too, so that they may be kept. */
      readonly keepUnprovenFiles: boolean;
      readonly refused?: undefined;
    }
  | { readonly refused: Finding; readonly accepted?: undefined };

/** Strongest first. What the user pinned is what the user wants to see confirmed. */
const RANK: readonly ProofKind[] = ['pinned-checksum', 'checksum-database', 'release-table', 'source-listing'];

interface Comparison {
  readonly expectation: Expectation;
  /** Undefined when it was not measured: an installed tree has no archive. */
  readonly got: string | undefined;
  readonly matches: boolean;
}

/**
 * Decides whether the content is what was published.
 *
 * A pin must match whenever there is one (VER.CHECKSUM_PIN), and then suffices; one that could not be compared counts as
 * different. Otherwise one match with the checksum database or with the release table suffices: they are independent, and a
 * packed-anew archive matches the first only. What a source lists itself counts only where nothing stronger was given.
 * If something could be compared and nothing matched: VER.TAMPERED; if nothing could be compared: VER.NO_PROOF.
 */
export function judge(measured: Measured, expectations: readonly Expectation[]): Verdict {
  const strong = expectations.filter(expectation => expectation.kind !== 'source-listing');
  const comparisons = (strong.length > 0 ? strong : expectations)
    .map(expectation => compare(measured, expectation))
    .sort((a, b) => RANK.indexOf(a.expectation.kind) - RANK.indexOf(b.expectation.kind));
  const wrongPin = comparisons.find(({ expectation, matches }) => expectation.kind === 'pinned-checksum' && !matches);
  if (wrongPin !== undefined) return { refused: refusal('VER.CHECKSUM_PIN', [wrongPin]) };
  const matching = comparisons.filter(({ matches }) => matches);
  const [best] = matching;
  if (best !== undefined) return accept(best, comparisons);
  const compared = comparisons.filter(({ got }) => got !== undefined);
  return { refused: refusal(compared.length > 0 ? 'VER.TAMPERED' : 'VER.NO_PROOF', compared) };
}

function compare(measured: Measured, expectation: Expectation): Comparison {
  const got = expectation.over === 'tree' ? measured.tree : measured.sha256;
  return { expectation, got, matches: got !== undefined && got !== '' && got === expectation.value };
}

function accept(best: Comparison, comparisons: readonly Comparison[]): Verdict {
  const others = comparisons
    .filter(comparison => comparison !== best && comparison.got !== undefined)
    .map(({ expectation, matches }) => {
      if (matches) return `also matches ${expectation.root}`;
      if (expectation.over === 'file') return `packed anew: the archive file differs from ${expectation.root}`;
      return `differs from ${expectation.root}`;
    });
  const { kind, root, detail } = best.expectation;
  return {
    accepted: { kind, root, value: printed(best.expectation), detail: [detail, ...others].join('; ') },
    keepUnprovenFiles: comparisons.some(({ expectation, matches }) => matches && expectation.over === 'file'),
  };
}

function refusal(code: 'VER.CHECKSUM_PIN' | 'VER.TAMPERED' | 'VER.NO_PROOF', comparisons: readonly Comparison[]): Finding {
  const evidence: Record<string, string> = {};
  let subject = 'archive';
  for (const { expectation, got } of comparisons) {
    if (expectation.over === 'file') subject = expectation.fileName;
    evidence[`expected by ${expectation.root} (${expectation.over})`] = printed(expectation);
    evidence[`got (${expectation.over})`] = got === undefined ? 'not measured' : printed({ over: expectation.over, value: got });
  }
  return finding(code, { subject, evidence });
}

/** `h1:…` or `sha256:…`. */
function printed(hash: Pick<Expectation, 'over' | 'value'>): string {
  return hash.over === 'tree' ? hash.value : `sha256:${hash.value}`;
}

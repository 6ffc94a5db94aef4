import { instantText } from '../domain/calendar.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Expectation, Measured, Proof, ProofKind, SignedExpectation } from '../domain/proof.ts';

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
const RANK: readonly ProofKind[] = [
  'pinned-checksum',
  'checksum-database',
  'release-table',
  'openpgp-signature',
  'source-listing',
];

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
 *
 * A signature is asked for only where no other root has a word, and covers no name: what it proves must be the release that was asked
 * for (PGP.WRONG_RELEASE), and be signed after it was made (PGP.OLD_SIGNATURE); bytes that were not signed are PGP.BAD_SIGNATURE.
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
  const foreign = best === undefined ? undefined : foreignRelease(measured, best.expectation);
  if (foreign !== undefined) return { refused: foreign };
  if (best !== undefined) return accept(best, comparisons, measured);
  const compared = comparisons.filter(({ got }) => got !== undefined);
  if (compared.length === 0) return { refused: refusal('VER.NO_PROOF', compared) };
  const isOnlySigned = compared.every(({ expectation }) => expectation.over === 'signed');
  return { refused: refusal(isOnlySigned ? 'PGP.BAD_SIGNATURE' : 'VER.TAMPERED', compared) };
}

function compare(measured: Measured, expectation: Expectation): Comparison {
  const got = measuredOf(measured, expectation);
  return { expectation, got, matches: got !== undefined && got !== '' && got === expectation.value };
}

function measuredOf(measured: Measured, expectation: Expectation): string | undefined {
  if (expectation.over === 'signed') return measured.signed?.(expectation.hash, expectation.trailer);
  return expectation.over === 'tree' ? measured.tree : measured.sha256;
}

/** Why what is rightly signed is not the release that was asked for. VERSION of Go 1.21 and later also says when it was made. */
function foreignRelease({ versionFile = '' }: Measured, expectation: Expectation): Finding | undefined {
  if (expectation.over !== 'signed') return undefined;
  const { fileName, release, signedAt } = expectation;
  const [line = '', timeLine = ''] = versionFile.split('\n').map(text => text.trimEnd());
  if (line !== release) {
    return finding('PGP.WRONG_RELEASE', { subject: fileName, evidence: { expected: release, got: line.slice(0, 100) } });
  }
  const madeAt = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/u.exec(timeLine)?.[1];
  if (madeAt === undefined || madeAt <= instantText(signedAt)) return undefined;
  return finding('PGP.OLD_SIGNATURE', { subject: fileName, evidence: { 'signed at': instantText(signedAt), 'made at': madeAt } });
}

function accept(best: Comparison, comparisons: readonly Comparison[], measured: Measured): Verdict {
  const others = comparisons
    .filter(comparison => comparison !== best && comparison.got !== undefined)
    .map(({ expectation, matches }) => {
      if (matches) return `also matches ${expectation.root}`;
      if (expectation.over === 'file') return `packed anew: the archive file differs from ${expectation.root}`;
      return `differs from ${expectation.root}`;
    });
  const { kind, root, detail } = best.expectation;
  return {
    accepted: { kind, root, value: proofValue(best.expectation, measured), detail: [detail, ...others].join('; ') },
    keepUnprovenFiles: comparisons.some(({ expectation, matches }) => matches && expectation.over !== 'tree'),
  };
}

/** A signature covers the file and more, and the file is what others can compare. */
function proofValue(expectation: Expectation, { sha256 }: Measured): string {
  return expectation.over === 'signed' ? `sha256:${sha256}` : printed(expectation);
}

function refusal(
  code: 'VER.CHECKSUM_PIN' | 'VER.TAMPERED' | 'VER.NO_PROOF' | 'PGP.BAD_SIGNATURE',
  comparisons: readonly Comparison[],
): Finding {
  const evidence: Record<string, string> = {};
  let subject = 'archive';
  for (const { expectation, got } of comparisons) {
    if (expectation.over !== 'tree') subject = expectation.fileName;
    evidence[`expected by ${expectation.root} (${expectation.over})`] = printed(expectation);
    evidence[`got (${expectation.over})`] = got === undefined ? 'not measured' : printed({ ...expectation, value: got });
  }
  return finding(code, { subject, evidence });
}

/** `h1:…` or `sha256:…`; of what was signed, `sha512:…`. */
function printed(hash: Pick<Expectation, 'over' | 'value'> & Partial<Pick<SignedExpectation, 'hash'>>): string {
  if (hash.over === 'signed') return `${hash.hash}:${hash.value}`;
  return hash.over === 'tree' ? hash.value : `sha256:${hash.value}`;
}

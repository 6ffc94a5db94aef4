import { CATALOGUE } from '../domain/catalogue.ts';
import type { ExitCode } from '../domain/catalogue-entry.ts';
import type { Phase } from '../domain/event.ts';
import type { Finding, Fix } from '../domain/finding.ts';
import type { Proof, ProofKind } from '../domain/proof.ts';
import type { Cause, Report, ReportAttempt } from '../domain/report.ts';
import type { WorkspaceSbom } from '../domain/workspace-sbom.ts';
import { diagnosisHeadline } from './diagnosis-wording.ts';
import { logHeadline } from './log-wording.ts';
import { sourcesHeadline } from './source-wording.ts';

/** The words that log, summary and annotations share. They are not escaped yet: each renderer does that in its way. */

export const EXIT_MEANING: Readonly<Record<ExitCode, string>> = {
  0: 'done',
  64: 'usage',
  70: 'internal error',
  71: 'configuration',
  72: 'network',
  73: 'integrity',
  74: 'disk or permission',
  75: 'temporary, a retry may help',
};

export const PHASE_TITLES: Readonly<Record<Phase, string>> = {
  resolve: 'Resolve the version',
  lookup: 'Look up the proof',
  acquire: 'Acquire Go',
  check: 'Check the installed Go',
  apply: 'Set up the environment',
  cache: 'Restore the caches',
  preflight: 'Check the project',
  diagnose: 'Find the cause',
};

const PROOF_NAMES: Readonly<Record<ProofKind, string>> = {
  'checksum-database': 'checksum database',
  'release-table': 'release table',
  'openpgp-signature': 'OpenPGP signature',
  'pinned-checksum': 'pinned checksum',
  'source-listing': 'listing of the source only',
  'sigstore-bundle': 'signature',
};

/** The kind of proof and who vouches. */
export function proofName(proof: Proof): string {
  const name = PROOF_NAMES[proof.kind];
  return proof.root.startsWith(name) ? proof.root : `${name} (${proof.root})`;
}

/** The first line of every output, enough on its own. */
export function headline(report: Report): string {
  if (report.log !== undefined) return logHeadline(report, report.log);
  if (report.command === 'doctor' && report.diagnosis !== undefined) return diagnosisHeadline(report.diagnosis);
  if (report.sources !== undefined) return sourcesHeadline(report.sources);
  if (report.outcome === 'failed') return failedHeadline(report);
  if (report.go === null) {
    const { resolved, proof, command, exported } = report;
    if (exported !== undefined) return `${exported.files.length} proved archives stand in ${exported.directory}`;
    if (resolved !== null) return `Go ${resolved.version} for ${resolved.platform}`;
    return proof === null ? `${command} is done` : `Proved by the ${proofName(proof)}`;
  }
  const verb = report.outcome === 'installed' ? 'is installed and proved' : 'was in the tool cache and is proved';
  return `Go ${report.go.version} ${report.outcome === 'ok' ? 'is ready' : verb}`;
}

function failedHeadline(report: Report): string {
  const what = report.command === 'install' || report.command === '' ? 'Go was not installed' : `${report.command} failed`;
  const problems = actionable(report);
  if (problems.length > 1) return `${what}: ${problems.length} problems to correct`;
  if (report.cause === null) return `${what}: the cause is undetermined`;
  return `${what}${LEAD[report.cause.verdict]}: ${CATALOGUE[report.cause.code].title}`;
}

const LEAD: Readonly<Record<Cause['verdict'], string>> = {
  cause: '',
  likely: '; likely cause',
  undetermined: '; possible cause',
};

const PROBLEM_LEADS: Readonly<Record<Cause['verdict'], string>> = {
  cause: 'Cause',
  likely: 'Likely cause',
  undetermined: 'Possible cause',
};

/** What a problem is called by its place in `actionable`: the first one is the cause, with how sure that is; the others stand beside it. */
export function problemLead({ cause }: Pick<Report, 'cause'>, index: number): string {
  if (index > 0) return 'Also';
  return cause === null ? 'Problem' : PROBLEM_LEADS[cause.verdict];
}

/** How sure the verdict is, in a word. */
export function verdictWord(cause: Cause): string {
  return cause.verdict === 'cause' ? 'certain' : cause.verdict;
}

/**
 * What a person has to act on: the finding of the cause, then each other error that only an edit can heal (an input,
 * or a line of a file), unless it follows from another finding. Empty unless the run failed.
 */
export function actionable(report: Report): readonly Finding[] {
  const { cause } = report;
  if (cause === null) return [];
  const main = report.findings.find(item => item.code === cause.code);
  const present = report.findings.filter(item => item.severity !== 'info');
  const explained = new Set(present.flatMap(item => CATALOGUE[item.code].explains));
  const edits = report.findings.filter(
    item =>
      item !== main &&
      item.severity === 'error' &&
      (CATALOGUE[item.code].exit === 64 || item.code.startsWith('INPUT.') || item.location !== undefined) &&
      !cause.chain.slice(1).includes(item.code) &&
      !explained.has(item.code),
  );
  return main === undefined ? edits : [main, ...edits];
}

/** The exact repairs of a finding, else the general one of its code. */
export function repairs(finding: Finding): readonly (Pick<Fix, 'title' | 'text'> & { readonly weakens: boolean })[] {
  if (finding.fixes.length === 0) return [{ title: CATALOGUE[finding.code].fix, text: '', weakens: false }];
  return finding.fixes.map(fix => ({ title: fix.title, text: fix.text, weakens: fix.risk !== 'none' }));
}

const END_REASONS: Readonly<Record<ReportAttempt['end'], string>> = {
  won: 'complete',
  shared: 'delivered a part',
  lost: 'another source was faster',
  failed: 'no reason is known',
  skipped: 'not asked',
  running: 'not finished',
};

/** Why an attempt ended as it did. */
export function attemptReason(report: Report, attempt: ReportAttempt): string {
  const { code, source, end } = attempt;
  // Of a run that was cut off, nobody was faster.
  const hasWinner = report.attempts.some(other => other.end === 'won');
  if (code === undefined) return end === 'lost' && !hasWinner ? 'stopped before it was done' : END_REASONS[end];
  return report.findings.find(item => item.code === code && item.subject === source)?.message ?? CATALOGUE[code].title;
}

/** Errors and warnings that are neither acted on above nor the reason of an attempt: context, not cause. */
export function remarks(report: Report): readonly Finding[] {
  const shown = actionable(report);
  return report.findings.filter(
    item =>
      !shown.includes(item) && !report.attempts.some(attempt => attempt.source === item.subject && attempt.code === item.code),
  );
}

export function workspaceText({ file, components }: WorkspaceSbom): string {
  return `${components} components of the workspace stand in ${file}`;
}

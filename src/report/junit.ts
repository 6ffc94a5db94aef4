import type { Phase } from '../domain/event.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { explained } from './explained.ts';
import type { JunitCase } from './junit-case.ts';
import { preflightCases } from './junit-preflight.ts';
import { actionable, headline, PHASE_TITLES } from './wording.ts';
import { escapeXml, escapeXmlLines } from './xml.ts';

/** In the order in which a run walks them; preflight has a suite of its own. */
const PHASES: readonly Phase[] = ['resolve', 'lookup', 'acquire', 'check', 'apply', 'cache'];

/**
 * The run as JUnit XML: suite `preflight` with one case for each rule (and for each module where a rule is about modules), and a
 * suite named after the command with one case for each phase that was walked and one for the result. A failed run has a failed case
 * wherever it ended. Names are unique in their suite; only characters of XML 1.0.
 */
export function renderJunit(report: Report): string {
  const suites = [
    ...(report.preflight === undefined
      ? []
      : [suite('preflight', preflightCases(report, report.preflight), report.preflight.ms)]),
    suite(
      report.command || 'run',
      runCases(report),
      PHASES.reduce((sum, phase) => sum + (report.timings[phase] ?? 0), 0),
    ),
  ];
  const count = (of: 'tests' | 'failures'): number => suites.reduce((sum, item) => sum + item[of], 0);
  const total = seconds(report.timings['total'] ?? 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="setup-go-robust" tests="${count('tests')}" failures="${count('failures')}" errors="0" time="${total}">`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
    '',
  ].join('\n');
}

/** The last phase that was walked is where a failed run ended; before the first there is only the result. */
function runCases(report: Report): readonly JunitCase[] {
  const walked = PHASES.filter(phase => report.timings[phase] !== undefined);
  const failed = report.outcome === 'failed';
  const stoppedBefore = failed && report.preflight?.checks.some(check => check.status === 'failed') === true;
  const endedIn = failed && !stoppedBefore ? walked.at(-1) : undefined;
  const failure = { failures: actionable(report), reason: headline(report) };
  return [
    ...walked.map(phase => ({
      name: PHASE_TITLES[phase],
      ms: report.timings[phase] ?? 0,
      ...(phase === endedIn ? failure : {}),
    })),
    { name: 'Result', ms: 0, ...(failed && endedIn === undefined ? failure : {}) },
  ];
}

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
}

function suite(name: string, cases: readonly JunitCase[], ms: number): Suite {
  const named = uniqueNames(cases);
  const failures = cases.filter(item => item.failures !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${seconds(ms)}"`;
  const xml = [
    `  <testsuite name="${escapeXml(name)}" ${counts}>`,
    ...named.map(item => caseXml(`setup-go-robust.${name}`, item)),
    '  </testsuite>',
  ].join('\n');
  return { xml, tests: cases.length, failures };
}

/** The second case of the same name gets a number: GitLab keeps only one of each name. */
function uniqueNames(cases: readonly JunitCase[]): readonly JunitCase[] {
  const seen = new Set<string>();
  return cases.map(item => {
    const base = escapeXml(item.name, 250);
    let name = base;
    for (let number = 2; seen.has(name); number += 1) name = `${base} (${number})`;
    seen.add(name);
    return { ...item, name };
  });
}

/** `item.name` is escaped already. */
function caseXml(className: string, item: JunitCase): string {
  const head = `    <testcase classname="${escapeXml(className)}" name="${item.name}" time="${seconds(item.ms)}"`;
  const body = [...failureXml(item), ...warningXml(item.warnings ?? [])];
  return body.length === 0 ? `${head}/>` : [`${head}>`, ...body, '    </testcase>'].join('\n');
}

function failureXml({ failures, reason = 'failed' }: JunitCase): readonly string[] {
  if (failures === undefined) return [];
  const [first] = failures;
  const message = first === undefined ? reason : `${first.code}: ${first.message}`;
  const text = failures.slice(0, 20).map(item => escapeXmlLines(explained(item)));
  return [
    `      <failure type="${escapeXml(first?.code ?? 'undetermined')}" message="${escapeXml(message)}">${text.join('\n\n')}</failure>`,
  ];
}

function warningXml(warnings: readonly Finding[]): readonly string[] {
  if (warnings.length === 0) return [];
  return [
    `      <system-out>${warnings
      .slice(0, 20)
      .map(item => escapeXmlLines(explained(item)))
      .join('\n\n')}</system-out>`,
  ];
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}

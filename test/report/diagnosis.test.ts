import { describe, expect, it } from 'vitest';
import type { DiagnosedCause, Diagnosis } from '../../src/domain/diagnosis.ts';
import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import { causeMermaid } from '../../src/report/diagnosis-mermaid.ts';
import { causeLines, diagnosisLines } from '../../src/report/diagnosis-text.ts';
import { causeFinding } from '../../src/report/fold-diagnosis.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { facts, page, stuck, target, unverified } from '../rules/cases/base.ts';
import { PLAIN } from '../rules/cases/setting.ts';
import { allFailed, fold, timeline } from './scenarios.ts';
import { doctorFailed, doctorWarned, installDiagnosed, manyTargets } from './scenarios-diagnosis.ts';

const HOSTILE = '\u001b[2J"] --> x[<img src=x>`|&';

function ended(diagnosis: Diagnosis, command = 'doctor', known = diagnosis.causes.map(causeFinding)): readonly Event[] {
  return timeline(
    [0, { type: 'run-started', command, product: 'p' }],
    [1, { type: 'diagnosis', ...diagnosis }],
    [2, { type: 'run-ended', outcome: known.length === 0 ? 'ok' : 'failed', findings: known }],
  );
}

const intercepted = diagnose(
  facts(PLAIN, {
    targets: [
      stuck(PLAIN, {
        handshakes: [
          unverified(PLAIN, 'SELF_SIGNED_CERT_IN_CHAIN', { chain: [{ ...certificateOf(), issuer: 'CN=Zscaler Root CA' }] }),
        ],
      }),
    ],
  }),
);

function certificateOf() {
  const [first] = unverified(PLAIN, '').chain ?? [];
  if (first === undefined) throw new Error('no chain');
  return first;
}

describe('a diagnosis in the report', () => {
  it('is there as it was made, and its first cause is the cause of the run', () => {
    const report = fold(ended(intercepted));
    expect(report.diagnosis).toEqual(intercepted);
    expect(report.cause).toMatchObject({
      code: 'TLS.INTERCEPTED',
      verdict: 'cause',
      confidence: 'certain',
      chain: ['TLS.INTERCEPTED', 'TLS.UNTRUSTED'],
    });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72 });
    expect(report.findings.map(({ code }) => code)).toContain('TLS.INTERCEPTED');
  });

  it('of a healthy machine leaves the run good', () => {
    const report = fold(ended(diagnose(facts(PLAIN, { targets: [target(PLAIN)] }))));
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: null, diagnosis: { healthy: true } });
    expect(renderText(report).split('\n')[0]).not.toMatch(/fail|error|wrong with/iu);
  });

  it('stands behind what the run knew, and does not replace what it is sure of', () => {
    const refused = finding('TLS.UNTRUSTED', { subject: 'mirror' });
    expect(fold(ended(intercepted, 'install', [refused])).cause).toMatchObject({
      code: 'TLS.INTERCEPTED',
      chain: ['TLS.INTERCEPTED', 'TLS.UNTRUSTED'],
    });
    const altered = finding('VER.TAMPERED', { subject: 'mirror' });
    expect(fold(ended(intercepted, 'install', [altered])).cause?.code).toBe('VER.TAMPERED');
  });

  it('that is undetermined does not replace a cause', () => {
    const vague = {
      ...intercepted,
      causes: intercepted.causes.map(cause => ({ ...cause, verdict: 'undetermined' as const, fixes: [] })),
    };
    expect(fold(ended(vague, 'install', [finding('HTTP.SERVER', { subject: 'x' })])).cause?.code).toBe('HTTP.SERVER');
  });
});

describe('the text for people', () => {
  it('has facts before the judgement, and the chain from cause to fix', () => {
    const lines = diagnosisLines(intercepted);
    const place = (word: string): number => lines.findIndex(line => line.includes(word));
    expect(place('https://mirror.example.net')).toBeLessThan(place('Cause'));
    for (const [before, after] of [
      ['Cause', 'Evidence'],
      ['Evidence', 'Follows'],
      ['Follows', 'Fix'],
      ['Fix', 'Not'],
    ] as const) {
      expect(place(before)).toBeGreaterThan(-1);
      expect(place(before)).toBeLessThan(place(after));
    }
  });

  it('names the test that decides, and what else it may be, where it is not sure', () => {
    const [first] = diagnose(
      facts(PLAIN, {
        targets: [
          stuck(PLAIN, { handshakes: [unverified(PLAIN, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', { chain: [certificateOf()] })] }),
        ],
      }),
    ).causes;
    const lines = first === undefined ? [] : causeLines(first);
    expect(lines.some(line => line.includes('Decides'))).toBe(true);
    expect(lines.some(line => line.trim().startsWith('Or '))).toBe(true);
  });

  it('cannot be taken over by what a server says', () => {
    const given = facts(PLAIN, { targets: [target(PLAIN, { http: page(HOSTILE) })] });
    const { causes } = diagnose(given);
    expect(causes[0]?.evidence.some(({ value }) => value.includes('<img'))).toBe(true);
    const report = fold(ended(diagnose(given)));
    expect(renderText(report)).not.toContain('\u001b');
    expect(renderSummary(report)).not.toContain('\u001b');
    expect(renderSummary(report)).not.toMatch(/^[^`]*<img/mu);
  });
});

describe('the table of what was seen', () => {
  const summaryRows = (events: readonly Event[]): readonly string[] =>
    /<summary>What was seen[\s\S]*?<\/details>/u.exec(renderSummary(fold(events)))?.[0].match(/^\|.*$/gmu) ?? [];
  const pageOf = (events: readonly Event[]): string =>
    /<section aria-labelledby="seen">[\s\S]*?<\/section>/u.exec(renderHtml(fold(events)))?.[0] ?? '';
  const pageRows = (events: readonly Event[]): readonly string[] => pageOf(events).match(/^<tr>.*$/gmu) ?? [];

  it.each([
    ['doctor that found a cause', doctorFailed, 2],
    ['doctor that warned', doctorWarned, 6],
    ['a failed install', installDiagnosed, 6],
  ] as const)('has one row for each target, after %s', (_name, events, count) => {
    expect(summaryRows(events)).toHaveLength(count + 2);
    expect(pageRows(events)).toHaveLength(count);
  });

  it('is not there where nobody looked', () => {
    expect([summaryRows(allFailed), pageRows(allFailed)]).toEqual([[], []]);
  });

  it('says of each source whether it can be used, by a word and by a colour', () => {
    const states = pageRows(doctorWarned).map(row => /<span class="badge (\w+)">(\w+)</u.exec(row)?.slice(1) ?? []);
    expect(states).toEqual([['bad', 'unusable'], ['bad', 'unusable'], ['good', 'usable'], ['warn', 'unknown'], [], []]);
    const cells = summaryRows(doctorWarned)
      .slice(2)
      .map(row => row.split(' | ')[2]?.replace(/^.*\u00a0/u, ''));
    expect(cells).toEqual(['unusable', 'unusable', 'usable', 'unknown', '–', '–']);
  });

  it('shows each step with its outcome and, where it did not pass, why', () => {
    const last = summaryRows(doctorWarned)
      .slice(2)
      .map(row => row.split(' | ').at(-1)?.replaceAll('\u00a0', ' '));
    expect(last[0]).toBe('DNS ✓ 12 ms · TCP ✗ `ECONNREFUSED 142.250.0.1 443` 4 ms |');
    // A server that answers, but with an error, has been reached and serves nothing.
    expect(last[3]).toContain('HTTP ✗ `401` 8 ms');
    expect(last[2]).not.toContain('✗');
    const marks = pageRows(doctorWarned).map(row => row.match(/(?:passes|fails)(?=">)/gu) ?? []);
    expect(marks[0]).toEqual(['passes', 'fails']);
    expect(marks[3]).toEqual(['passes', 'passes', 'passes', 'fails']);
  });

  it('ends with how many more there are', () => {
    expect(summaryRows(manyTargets)).toHaveLength(50 + 2);
    expect(renderSummary(fold(manyTargets))).toMatch(/^_210 more /mu);
    expect(pageRows(manyTargets)).toHaveLength(200);
    expect(pageOf(manyTargets)).toContain('>60 more ');
    expect(renderSummary(fold(doctorWarned))).not.toContain(' more are left out');
  });
});

describe('the picture', () => {
  const cause: DiagnosedCause = {
    code: 'HTTP.PORTAL',
    verdict: 'cause',
    confidence: 0.99,
    subject: HOSTILE,
    chain: ['HTTP.PORTAL', 'HTTP.HTML', 'VERSION.NO_SOURCE'],
    evidence: [{ name: HOSTILE, value: HOSTILE }],
    fixes: [],
    ruledOut: [],
    rivals: [],
  };

  it('has a box for each link and only text in them', () => {
    const lines = causeMermaid(cause);
    expect(lines[0]).toBe('flowchart LR');
    expect(lines).toHaveLength(5);
    for (const line of lines.slice(1)) {
      // What stands between the quotes is text, and there is nothing outside of them but names and arrows.
      expect(line.replace(/"[\p{L}\p{N} .,:/_()#;-]*"/gu, '""')).toMatch(
        /^ {2}[ec]\d(?:\[""\])?(?: -(?:\.-|-)> c\d(?:\[""\])?)?$/u,
      );
    }
  });

  it('stands in the summary inside one block of code', () => {
    const summary = renderSummary(fold(ended(intercepted)));
    expect(summary.match(/```mermaid\n[\s\S]*?\n```/gu)).toHaveLength(1);
  });
});

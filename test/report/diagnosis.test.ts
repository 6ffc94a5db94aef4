import { describe, expect, it } from 'vitest';
import type { DiagnosedCause, Diagnosis } from '../../src/domain/diagnosis.ts';
import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import { causeMermaid } from '../../src/report/diagnosis-mermaid.ts';
import { causeLines, diagnosisLines } from '../../src/report/diagnosis-text.ts';
import { causeFinding } from '../../src/report/fold-diagnosis.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { facts, page, stuck, target, unverified } from '../rules/cases/base.ts';
import { PLAIN } from '../rules/cases/setting.ts';
import { fold, timeline } from './scenarios.ts';

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

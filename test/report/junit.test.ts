import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding } from '../../src/domain/finding.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { hostile, hostileRun, hostileSuccess } from './hostile.ts';
import { fold, timeline } from './scenarios.ts';
import { GOLDEN_RUNS, preflightBlocked, preflightWarned } from './scenarios-preflight.ts';

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly failure: string | undefined;
  readonly hasOutput: boolean;
}

/** Enough of a reader for what is written here; test/conformance reads it with a real one. */
function casesOf(xml: string): readonly Case[] {
  return [...xml.matchAll(/<testsuite name="([^"]*)"[\s\S]*?<\/testsuite>/gu)].flatMap(([suite, suiteName = '']) =>
    [...suite.matchAll(/<testcase [^>]*? name="([^"]*)"[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/gu)].map(
      ([, name = '', body = '']) => ({
        suite: suiteName,
        name,
        failure: /<failure type="([^"]*)"/u.exec(body)?.[1],
        hasOutput: body.includes('<system-out>'),
      }),
    ),
  );
}

const failuresOf = (xml: string): readonly string[] => casesOf(xml).flatMap(({ failure }) => failure ?? []);

describe('renderJunit', () => {
  it.each(Object.entries(GOLDEN_RUNS))('fails a case exactly where the run %s failed, and counts right', (_name, events) => {
    const report = fold(events);
    const xml = renderJunit(report);
    const cases = casesOf(xml);
    const failures = failuresOf(xml);
    expect(failures.length > 0).toBe(report.outcome === 'failed');
    expect(failures.includes(report.cause?.code ?? 'none')).toBe(report.outcome === 'failed');
    expect(xml).toContain(`<testsuites name="setup-go-robust" tests="${cases.length}" failures="${failures.length}"`);
  });

  it('has one case for each rule, and one for each module where the rule is about modules', () => {
    const cases = casesOf(renderJunit(fold(preflightBlocked))).filter(({ suite }) => suite === 'preflight');
    const rules = cases.map(({ name }) => name.split(':')[0]);
    expect(rules.filter(rule => rule === 'minimum-version')).toHaveLength(1);
    expect(rules.filter(rule => rule === 'go-line-installed')).toHaveLength(2);
    expect(cases.filter(({ failure }) => failure === 'VERSION.MISMATCH').map(({ name }) => name)).toEqual([
      expect.stringMatching(/\[example\.com\/shop\/tools\]$/u),
    ]);
  });

  it('lets a warning pass, and tells it', () => {
    const cases = casesOf(renderJunit(fold(preflightWarned)));
    const warned = cases.filter(({ hasOutput }) => hasOutput);
    expect(warned.map(({ name, failure }) => [name.split(':')[0], failure])).toEqual([['tls-verification', undefined]]);
  });

  it('names the phase in which a run ended, and the result where it ended before the first', () => {
    const failedIn = (name: keyof typeof GOLDEN_RUNS): readonly string[] =>
      casesOf(renderJunit(fold(GOLDEN_RUNS[name]))).flatMap(({ name: test, failure }) => (failure === undefined ? [] : [test]));
    expect(failedIn('all-failed')).toEqual(['Acquire Go']);
    expect(failedIn('bad-inputs')).toEqual(['Result']);
  });

  it('has no name twice', () => {
    const twice = fold([
      ...preflightBlocked.filter(({ type }) => type !== 'preflight'),
      ...preflightBlocked.flatMap(event =>
        event.type === 'preflight' ? [{ ...event, checks: [...event.checks, ...event.checks] }] : [],
      ),
    ]);
    const names = casesOf(renderJunit(twice)).map(({ suite, name }) => `${suite} ${name}`);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says a failure that has no finding', () => {
    const events = timeline(
      [0, { type: 'run-started', command: 'install', product: 'p' }],
      [1, { type: 'run-ended', outcome: 'failed', findings: [] }],
    );
    expect(failuresOf(renderJunit(fold(events)))).toEqual(['undetermined']);
  });

  it('keeps its form and its characters whatever a file or a server says', () => {
    const shape = (xml: string): string => xml.replaceAll(/"[^"]*"/gu, '""').replaceAll(/>[^<]+</gu, '><');
    fc.assert(
      fc.property(hostile, text => {
        for (const make of [hostileRun, hostileSuccess]) {
          const xml = renderJunit(make(text));
          expect(shape(xml)).toBe(shape(renderJunit(make('x'))));
          // XML 1.0, production 2 (Char).
          expect(xml.replace(/[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')).toBe('');
          expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/u);
        }
      }),
    );
  });

  it('stays small for thousands of findings', () => {
    const findings = Array.from({ length: 5_000 }, (_, line) =>
      finding('VERSION.TOO_OLD', { subject: `m${line}`, message: 'm'.repeat(900), location: { file: 'go.mod', line: line + 1 } }),
    );
    const events = timeline(
      [0, { type: 'run-started', command: 'install', product: 'p' }],
      [1, { type: 'run-ended', outcome: 'failed', findings }],
    );
    expect(renderJunit(fold(events)).length).toBeLessThan(100_000);
  });
});

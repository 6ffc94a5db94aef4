import { describe, expect, it } from 'vitest';
import { finding } from '../../src/domain/finding.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { judgeProject } from '../../src/rules/judge-project.ts';
import { RULES } from '../../src/rules/registry.ts';
import { factsOf, sumOf } from '../fakes/project.ts';

const facts = await factsOf({ files: { 'go.mod': 'module m\n\ngo 1.24\n' } });

function saying(severities: readonly ('error' | 'warning' | 'info')[]): Rule {
  return {
    id: 'saying',
    topic: 'module',
    title: 'Nothing is said',
    codes: ['GO.MOD_SYNTAX'],
    judge: () =>
      severities.map((severity, line) => finding('GO.MOD_SYNTAX', { subject: 'm', severity, location: { file: 'f', line } })),
  };
}

describe('the registry', () => {
  it('names each rule once, by the name of its file', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the verdict of all rules', () => {
  it.each([
    [[], 'passed'],
    [['info'], 'passed'],
    [['info', 'warning'], 'warning'],
    [['warning', 'error'], 'failed'],
  ] as const)('of %j is %s', (severities, status) => {
    const { checks } = judgeProject(facts, [saying(severities)]);
    expect(checks).toMatchObject([{ rule: 'saying', status, subjects: status === 'passed' ? [] : ['m'] }]);
  });

  it('weighs findings as the run wants it', () => {
    const { findings, checks } = judgeProject(facts, [saying(['error'])], () => 'warning');
    expect([findings[0]?.severity, checks[0]?.status]).toEqual(['warning', 'warning']);
  });

  it('never loses what blocks among what does not', () => {
    const { findings } = judgeProject(facts, [saying([...Array<'info'>(50).fill('info'), 'error'])]);
    expect(findings).toHaveLength(21);
    expect(findings[0]).toMatchObject({ severity: 'error', location: { line: 50 } });
    expect(findings.at(-1)?.code).toBe('PREFLIGHT.INCOMPLETE');
  });

  it('of a hostile project takes linear time', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => index);
    const mod = [
      'module m\n\ngo 1.24',
      ...rows.map(row => `require a.b/${row % 30_000} v1.${row}.0`),
      ...rows.map(row => `replace a.b/${row} v1.${row}.0 => a.b/r${row} v1.0.0`),
      ...rows.map(row => `exclude a.b/${row} v1.${row}.1`),
    ];
    const sums = rows.map(row => sumOf(`a.b/${row % 20_000} v1.0.${row % 7}`)).slice(0, 30_000);
    const hostile = await factsOf({
      files: {
        'go.mod': mod.join('\n'),
        'go.sum': sums.join(''),
        'vendor/modules.txt': rows.map(row => `# a.b/${row} => ./x\n`).join(''),
      },
    });
    const started = performance.now();
    for (const GOFLAGS of ['-mod=readonly', '-mod=vendor']) {
      const environment = { ...hostile.environment, settings: { GOFLAGS: { value: GOFLAGS, origin: 'environment' as const } } };
      expect(judgeProject({ ...hostile, environment }, RULES).findings.length).toBeGreaterThan(0);
    }
    // Quadratic time would be minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/domain/catalogue.ts';
import { renderJson } from '../../src/report/json.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { facts, page, target } from '../rules/cases/base.ts';
import { PLAIN } from '../rules/cases/setting.ts';
import { fold, SCENARIOS } from './scenarios.ts';
import { GOLDEN_RUNS } from './scenarios-preflight.ts';

/** The keywords that schema/report.schema.json uses; another keyword makes the test fail. */
interface Schema {
  readonly [keyword: string]: unknown;
}

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')) as Schema;
const REMARKS = ['$schema', '$id', '$defs', 'title', 'description', 'properties', 'additionalProperties'];

const CHECKS: Readonly<Record<string, (value: unknown, rule: unknown) => boolean>> = {
  type: (value, rule) => [rule].flat().some(name => typeOf(value) === name || (name === 'number' && typeOf(value) === 'integer')),
  const: (value, rule) => value === rule,
  enum: (value, rule) => (rule as unknown[]).includes(value),
  minimum: (value, rule) => typeof value !== 'number' || value >= (rule as number),
  pattern: (value, rule) => typeof value !== 'string' || new RegExp(rule as string, 'u').test(value),
  required: (value, rule) => !isRecord(value) || (rule as string[]).every(name => Object.hasOwn(value, name)),
  items: (value, rule) => !Array.isArray(value) || value.every(item => isValid(item, rule as Schema)),
  oneOf: (value, rule) => (rule as Schema[]).filter(option => isValid(value, option)).length === 1,
  $ref: (value, rule) =>
    isValid(value, (schema['$defs'] as Record<string, Schema>)[(rule as string).replace('#/$defs/', '')] ?? {}),
};

function isValid(value: unknown, rules: Schema): boolean {
  const keywords = Object.entries(rules).filter(([keyword]) => !REMARKS.includes(keyword));
  return keywords.every(([keyword, rule]) => CHECKS[keyword]?.(value, rule) ?? false) && membersAreValid(value, rules);
}

function membersAreValid(value: unknown, rules: Schema): boolean {
  if (!isRecord(value)) return true;
  const known = (rules['properties'] ?? {}) as Record<string, Schema>;
  const others = rules['additionalProperties'] ?? true;
  return Object.entries(value).every(([name, member]) => {
    const rule = Object.hasOwn(known, name) ? known[name] : others;
    return typeof rule === 'boolean' ? rule : isValid(member, rule as Schema);
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === 'object';
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

describe('report.schema.json', () => {
  it.each(Object.entries(GOLDEN_RUNS))('accepts the report of %s', (_name, events) => {
    expect(isValid(JSON.parse(renderJson(fold(events))), schema)).toBe(true);
  });
  it('accepts the GOPATH of the Go that is ready', () => {
    const report = fold(SCENARIOS.installed);
    expect(isValid(JSON.parse(JSON.stringify({ ...report, go: { ...report.go, gopath: '/home/me/go' } })), schema)).toBe(true);
  });
  it('accepts what became of caches', () => {
    const caches = [
      { result: 'off', reason: 'offline' },
      { result: 'prefix', entry: 'modules', key: 'k', matchedKey: 'k-0', ms: 5 },
    ];
    const report = { ...fold(SCENARIOS.installed), caches };
    expect(isValid(JSON.parse(JSON.stringify(report)), schema)).toBe(true);
    expect(isValid(JSON.parse(JSON.stringify({ ...report, caches: [{ result: 'hit' }] })), schema)).toBe(false);
  });
  it('accepts what was diagnosed', () => {
    const diagnosis = diagnose(facts(PLAIN, { targets: [target(PLAIN, { http: page('Login') })] }));
    const report = JSON.parse(JSON.stringify({ ...fold(SCENARIOS.installed), diagnosis })) as unknown;
    expect(isValid(report, schema)).toBe(true);
    expect(isValid({ ...(report as object), diagnosis: { ...diagnosis, causes: [{ code: 'HTTP.PORTAL' }] } }, schema)).toBe(
      false,
    );
  });
  it('accepts repairs', () => {
    const told = { repair: 'a', title: 'b', code: 'TLS.PQ_INTOLERANT', subject: 'c', steps: [{ title: 'd', text: '' }] };
    const withRepair = (changes: object): boolean =>
      isValid({ ...JSON.parse(JSON.stringify(fold(SCENARIOS.installed))), repairs: [{ ...told, ...changes }] }, schema);
    expect(withRepair({ state: 'planned' })).toBe(true);
    expect(withRepair({ state: 'rolled-back', before: 'TCP.RESET', after: 'TCP.RESET', ms: 5 })).toBe(true);
    expect(withRepair({ state: 'applied' })).toBe(false);
    expect(withRepair({})).toBe(false);
  });
  it('accepts the health of sources', () => {
    const official = { source: 'official', title: 'go.dev', url: 'https://go.dev/dl/a', tries: 3, answers: 3, bytes: 9 };
    const seen = { firstByteMs: { p50: 1, p95: 2 }, bytesPerSecond: 5, canRange: true, cache: { age: '3' } };
    const row = { ...official, ...seen, state: 'usable', version: '1.26.8', behind: 0, redirectedTo: 'dl.google.com' };
    const withRow = (item: object): unknown => ({
      ...fold(SCENARIOS.installed),
      sources: { newest: '1.26.8', learntFrom: ['official'], sources: [item] },
    });
    expect(isValid(JSON.parse(JSON.stringify(withRow(row))), schema)).toBe(true);
    expect(isValid(JSON.parse(JSON.stringify(withRow({ ...official, state: 'unusable', code: 'TCP.REFUSED' }))), schema)).toBe(
      true,
    );
    expect(isValid(JSON.parse(JSON.stringify(withRow({ ...row, cache: { age: 3 } }))), schema)).toBe(false);
    expect(isValid(JSON.parse(JSON.stringify(withRow({ ...row, state: 'fine' }))), schema)).toBe(false);
  });
  it.each([
    ['a missing member', { exitCode: undefined }],
    ['an unknown member', { extra: 1 }],
    ['an unknown outcome', { outcome: 'green' }],
    ['a wrong exit code', { exitCode: 1 }],
    ['a proof without a value', { proof: { kind: 'release-table', root: 'r', detail: 'd' } }],
  ])('refuses %s', (_name, change) => {
    const report = JSON.parse(JSON.stringify({ ...fold(SCENARIOS.installed), ...change })) as unknown;
    expect(isValid(report, schema)).toBe(false);
  });
  it('accepts every code of the catalogue', () => {
    const code = (schema['$defs'] as Record<string, Schema>)['code'] ?? {};
    expect(CODES.filter(item => !isValid(item, code))).toEqual([]);
  });
});

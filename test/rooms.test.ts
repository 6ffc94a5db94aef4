import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, CODES } from '../src/domain/catalogue.ts';
import { OUTPUTS } from '../src/domain/output-table.ts';
import { REPORT_SCHEMA, type Report } from '../src/domain/report.ts';
import { outputsOf } from '../src/report/outputs.ts';

/** What the linter cannot say of the rooms. */
const root = join(import.meta.dirname, '..');

/** What a GitLab job runs before the bundle is there. */
const SHELL = ['bootstrap.sh', 'bootstrap-fetch.sh'].map(name => readFileSync(join(root, 'scripts', name), 'utf8')).join('\n');

function textsBelow(directory: string, keep: (name: string) => boolean): string {
  const names = readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' });
  const files = names.filter(name => name.endsWith('.ts') && keep(name));
  return files.map(name => readFileSync(join(root, directory, name), 'utf8')).join('\n');
}

const product = `${textsBelow('src', name => !/(^|[\\/])codes-\w+\.ts$/u.test(name))}\n${SHELL}`;
const tests = textsBelow('test', name => !name.endsWith('rooms.test.ts'));

describe('the catalogue', () => {
  it('holds no code that nothing reports', () => {
    expect(CODES.filter(code => !product.includes(`'${code}'`))).toEqual([]);
  });

  it('holds no code that no test provokes', () => {
    expect(CODES.filter(code => !tests.includes(`'${code}'`))).toEqual([]);
  });

  it('lets no code explain itself, not even around a corner', () => {
    const reached = (code: string, seen: readonly string[]): readonly string[] =>
      seen.includes(code)
        ? seen
        : CATALOGUE[code as keyof typeof CATALOGUE].explains.reduce<readonly string[]>(
            (all, next) => reached(next, all),
            [...seen, code],
          );
    const circular = CODES.filter(code => CATALOGUE[code].explains.some(next => reached(next, []).includes(code)));
    expect(circular).toEqual([]);
  });
});

describe('outputs', () => {
  it('are those of the table, whatever the outcome', () => {
    const report: Report = {
      schema: REPORT_SCHEMA,
      outcome: 'failed',
      command: 'install',
      product: 'p',
      go: null,
      request: null,
      resolved: null,
      installedFrom: null,
      proof: null,
      listings: [],
      attempts: [],
      findings: [],
      cause: null,
      timings: {},
      exitCode: 70,
    };
    const given = Object.keys({ ...outputsOf(report), 'report-dir': '' });
    expect(given.sort()).toEqual(OUTPUTS.map(({ name }) => name).sort());
  });
});

describe('tests', () => {
  it('replace no module and no global', () => {
    const forbidden = new RegExp(
      `\\b(?:vi|jest)\\.(?:${['mock', 'spyOn', 'stubGlobal', 'fn', 'hoisted', 'doMock'].join('|')})\\b`,
      'u',
    );
    expect(forbidden.exec(tests)?.[0]).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/domain/catalogue.ts';
import { RULE_TOPICS } from '../../src/domain/rule.ts';
import { GO_SETTINGS } from '../../src/policy/go-settings.ts';
import { environmentRules } from '../../src/rules/environment-rules.ts';
import { CERTIFICATE_CASES } from './certificate-cases.ts';
import { DIRECTORY_CASES } from './directory-cases.ts';
import { MODULE_CASES } from './module-cases.ts';
import { type ProjectWords, project } from './project.ts';
import { PROXY_CASES } from './proxy-cases.ts';
import type { Found, RuleCase } from './rule-case.ts';
import { SETTING_CASES } from './setting-cases.ts';

const CASES: readonly RuleCase[] = [...SETTING_CASES, ...DIRECTORY_CASES, ...PROXY_CASES, ...MODULE_CASES, ...CERTIFICATE_CASES];

function judge(rule: string, words: ProjectWords): readonly Found[] {
  const found = environmentRules.find(({ id }) => id === rule)?.judge(project(words));
  if (found === undefined) throw new Error(`there is no rule ${rule}`);
  return found.map(({ code, severity, subject }) => [code, severity, subject]);
}

describe.each(environmentRules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const own = CASES.filter(({ rule: name }) => name === id);

  it.each(own.map(item => [item.title, item] as const))('%s', (_, { words, found }) => {
    expect(judge(id, words)).toEqual(found);
  });

  it('has a case that it finds something in, one where it does not, and one for each code', () => {
    expect(own.some(({ found }) => found.length > 0)).toBe(true);
    expect(own.some(({ found }) => found.length === 0)).toBe(true);
    const seen = new Set(own.flatMap(({ found }) => found.map(([code]) => code)));
    expect([...seen].sort()).toEqual([...rule.codes].sort());
  });
});

describe('the rules', () => {
  it('give a fix with every finding', () => {
    for (const { rule, words } of CASES) {
      const found = environmentRules.find(({ id }) => id === rule)?.judge(project(words)) ?? [];
      for (const { fixes } of found)
        expect([rule, fixes.length > 0 && fixes.every(({ text }) => text !== '')]).toEqual([rule, true]);
    }
  });

  it('have their own names and are told in the order of the topics', () => {
    expect(new Set(environmentRules.map(({ id }) => id)).size).toBe(environmentRules.length);
    const places = environmentRules.map(({ topic }) => RULE_TOPICS.indexOf(topic));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('report an error only with a code that ends a run for its configuration or its disk', () => {
    for (const { codes } of environmentRules) for (const code of codes) expect([71, 74]).toContain(CATALOGUE[code].exit);
  });

  it.each<[string, ProjectWords]>([
    ['a fresh machine', {}],
    ['a machine without a project', { noModule: true }],
    [
      'a job on a public runner',
      {
        requires: ['github.com/pkg/errors@v0.9.1', 'golang.org/x/text@v0.3.0', 'gopkg.in/yaml.v3@v3.0.1', 'k8s.io/api@v0.30.0'],
        variables: { CI: 'true', GITHUB_ACTIONS: 'true', HOME: '/home' },
        settings: {
          GOPROXY: { value: 'https://modules.golang.org,direct', origin: 'go.env', file: '/go/go.env' },
          GOSUMDB: { value: 'sum.golang.org', origin: 'go.env', file: '/go/go.env' },
          GOTOOLCHAIN: { value: 'local', origin: 'environment' },
        },
        version: '1.24.0',
      },
    ],
    [
      'a job behind a company proxy',
      {
        requires: ['github.com/pkg/errors@v0.9.1', 'git.corp.internal/team/lib@v1.0.0'],
        set: { GOPRIVATE: 'git.corp.internal', GOFLAGS: '-buildvcs=false -trimpath', GOTOOLCHAIN: 'go1.26.8+auto' },
        variables: {
          HTTP_PROXY: 'http://proxy.corp:3128',
          http_proxy: 'http://proxy.corp:3128',
          HTTPS_PROXY: 'http://proxy.corp:3128',
          https_proxy: 'http://proxy.corp:3128',
          NO_PROXY: 'localhost,127.0.0.1,corp.internal,.corp.internal',
          no_proxy: 'localhost,127.0.0.1,corp.internal,.corp.internal',
        },
        version: '1.26.8',
      },
    ],
    [
      'a vendored, sealed job',
      {
        requires: ['a.test/x@v1.0.0'],
        vendored: true,
        set: { GOPROXY: 'off', GOFLAGS: '-mod=vendor' },
        environment: { commands: [] },
      },
    ],
    [
      'another token for public modules',
      {
        requires: ['github.com/own/private@v1.0.0', 'gotest.tools/v3@v3.5.0'],
        environment: { git: { 'url.https://***@github.com/.insteadof': 'https://github.com/' } },
      },
    ],
  ])('say nothing of %s', (_, words) => {
    const found = environmentRules.flatMap(({ judge: ask }) => ask(project(words)));
    expect(found).toEqual([]);
  });

  it('end for any settings and variables, in a short time, with codes that they announce', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc
        .array(
          fc.constantFrom('*', '[', ',', '|', '/', 'a', '.', ':', '@', ' ', 'off', 'direct', 'https://', '-mod=', '+', "'"),
          { maxLength: 12 },
        )
        .map(parts => parts.join('')),
    );
    const set = fc.dictionary(fc.constantFrom(...GO_SETTINGS), text);
    const names = [
      'HTTP_PROXY',
      'https_proxy',
      'NO_PROXY',
      'no_proxy',
      'ALL_PROXY',
      'REQUEST_METHOD',
      'GIT_SSL_NO_VERIFY',
    ] as const;
    const variables = fc.dictionary(fc.constantFrom(...names), text);
    const git = fc.dictionary(
      text.map(base => `url.${base}.insteadof`),
      text,
    );
    fc.assert(
      fc.property(set, variables, git, text, (setValues, variableValues, gitValues, path) => {
        const requires = [`${path}@v1.0.0`, '10.0.0.1/x@v1.0.0', 'lan@v1.0.0'];
        const facts = project({ set: setValues, variables: variableValues, environment: { git: gitValues }, requires });
        for (const rule of environmentRules) {
          for (const { code, subject } of rule.judge(facts)) {
            expect(rule.codes).toContain(code);
            expect(subject).not.toBe('');
          }
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type MemoryFilesOptions } from '../fakes/memory-files.ts';
import { sumOf } from '../fakes/project.ts';
import { codesOf, type Play, play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld();
const SOUND = 'module example.com/m\n\ngo 1.25\n';
const A = 'example.com/a v1.0.0';
const REQUIRES = `${SOUND}require ${A}\n`;

type ProjectFiles = Readonly<Record<string, string>>;

function machine(project: ProjectFiles, fault?: MemoryFilesOptions['fault']) {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock, ...(fault === undefined ? {} : { fault }) });
  for (const [name, text] of Object.entries(project)) files.put(`/project/${name}`, text);
  return { clock, files };
}

const preflight = (project: ProjectFiles, options: Play = {}) =>
  play(world, { command: 'preflight', version: '', ...machine(project), ...options });
const install = (project: ProjectFiles, options: Play = {}) => play(world, { ...machine(project), ...options });

/** One project for each code that blocks. */
const FAULTS: readonly [Code, ProjectFiles][] = [
  ['GO.NO_MOD', { 'README.md': '' }],
  ['GO.MOD_SYNTAX', { 'go.mod': `${SOUND}frob\n` }],
  ['GO.MOD_VERSION', { 'go.mod': `${SOUND}require example.com/a main\n` }],
  ['GO.MOD_OUTDATED', { 'go.mod': `${REQUIRES}require example.com/a v1.1.0\n`, 'go.sum': sumOf(A, 'example.com/a v1.1.0') }],
  ['GO.GOSUM_MISSING', { 'go.mod': REQUIRES }],
  ['GO.GOSUM_MALFORMED', { 'go.mod': REQUIRES, 'go.sum': 'a b\n' }],
  ['GO.GOSUM_CONFLICT', { 'go.mod': REQUIRES, 'go.sum': `${sumOf(A)}${sumOf(A).replaceAll('h1:Z', 'h1:Y')}` }],
  ['GO.VENDOR', { 'go.mod': REQUIRES, 'vendor/modules.txt': '' }],
  ['GO.TOOLCHAIN_CONFIG', { 'go.mod': `${SOUND}toolchain 1.26\n` }],
  ['GO.WORK_VERSION', { 'go.work': 'go 1.21\nuse ./a\n', 'a/go.mod': SOUND }],
  ['GO.WORK_USE', { 'go.work': 'go 1.25\nuse ./a\nuse ./b\n', 'a/go.mod': SOUND }],
  ['GO.REPLACE_MISSING', { 'go.mod': `${REQUIRES}replace example.com/a => ./a\n` }],
  ['MERGE.MARKS', { 'go.mod': REQUIRES, 'go.sum': `<<<<<<< HEAD\n${sumOf(A)}` }],
];

describe('the command preflight', () => {
  it.each(FAULTS)('ends with %s', async (code, project) => {
    const { report, net, files } = await preflight(project);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code, verdict: 'cause' } });
    expect(report.preflight?.checks.filter(({ status }) => status === 'failed').map(({ codes }) => codes)).toEqual([[code]]);
    expect({ requests: net.requests.length, changed: files.paths('/tools') }).toEqual({ requests: 0, changed: [] });
  });

  it('ends with GO.TOOLCHAIN_LOCAL for the Go that was asked for', async () => {
    const { report } = await preflight({ 'go.mod': 'module m\n\ngo 1.27\n' }, { version: '1.26' });
    expect(report).toMatchObject({ exitCode: 71, cause: { code: 'GO.TOOLCHAIN_LOCAL' } });
    expect(report.findings[0]?.message).toBe('go.mod requires go >= 1.27 (go-version asks 1.26)');
  });

  it('names all faults at once, and what they follow from', async () => {
    const { report } = await preflight({ 'go.mod': `${REQUIRES}frob\n`, 'go.sum': '<<<<<<< HEAD\nx\n' });
    expect(codesOf({ report } as Parameters<typeof codesOf>[0])).toEqual(['MERGE.MARKS', 'GO.MOD_SYNTAX', 'GO.GOSUM_MALFORMED']);
    expect(report.cause?.code).toBe('MERGE.MARKS');
  });

  it('of a sound project is ok, with a row for each rule and each module', async () => {
    const { report, events } = await preflight(
      {
        'go.mod': REQUIRES,
        'go.sum': sumOf(A),
        'tools/go.mod': 'module example.com/tools\n',
      },
      { options: { sums: 'off' } },
    );
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, findings: [] });
    expect(report.preflight).toMatchObject({
      directory: '.',
      modules: [
        { path: 'example.com/m', directory: '.', requireCount: 1 },
        { path: 'example.com/tools', directory: 'tools', requireCount: 0 },
      ],
    });
    expect(report.preflight?.checks.every(({ status }) => status === 'passed')).toBe(true);
    expect(events.filter(({ type }) => type.startsWith('phase-')).map(event => ('phase' in event ? event.phase : ''))).toEqual([
      'preflight',
      'preflight',
    ]);
  });

  it('takes a directory, and refuses one that is not there', async () => {
    expect((await preflight({ 'a/go.mod': SOUND, 'go.mod': 'frob' }, { path: 'a' })).report).toMatchObject({
      outcome: 'ok',
      preflight: { directory: 'a' },
    });
    expect((await preflight({ 'a/go.mod': SOUND }, { path: 'b' })).report).toMatchObject({
      exitCode: 64,
      cause: { code: 'INPUT.INVALID' },
    });
    expect((await preflight({ 'a/go.mod': SOUND }, { path: 'a/go.mod' })).report.cause?.code).toBe('INPUT.INVALID');
  });

  it('that only warns ends green, and shows what would have blocked', async () => {
    const { report } = await preflight({ 'go.mod': REQUIRES }, { inputs: { preflight: 'warn' } });
    expect(report).toMatchObject({
      outcome: 'ok',
      exitCode: 0,
      cause: null,
      findings: [{ code: 'GO.GOSUM_MISSING', severity: 'warning' }],
    });
    expect(report.preflight?.checks.find(({ rule }) => rule === 'sum-complete')?.status).toBe('warning');
  });

  it('tells what does not block', async () => {
    const files = {
      'go.mod': `${SOUND}replace example.com/a => ../a\n`,
      '../a/go.mod': 'module example.com/a\n',
      '.go-version': '1.24.0',
      '../.git/HEAD': '',
    };
    expect((await preflight(files)).report.findings.map(({ code }) => code)).toEqual(['VERSION.FILES_DISAGREE']);
    const deep = {
      'go.mod': SOUND,
      [`${'d/'.repeat(30)}go.mod`]: SOUND,
      '.git/HEAD': '',
      '../a/go.mod': 'module example.com/a\n',
    };
    const outside = { ...deep, 'go.mod': `${SOUND}replace example.com/a => ../a\n` };
    const { report } = await preflight(outside);
    expect(report).toMatchObject({ outcome: 'ok', findings: [{ code: 'GO.REPLACE_OUTSIDE' }, { code: 'PREFLIGHT.INCOMPLETE' }] });
  });

  it('has nothing to say of module files where modules are switched off', async () => {
    const env = { GO111MODULE: 'off' };
    const off = { code: 'GO.MODULES_OFF', subject: 'GO111MODULE' };
    expect((await preflight({ 'go.mod': 'frob\n' }, { env })).report).toMatchObject({ outcome: 'failed', findings: [off] });
    expect((await preflight({ 'main.go': '' }, { env })).report).toMatchObject({ outcome: 'ok', findings: [off] });
  });

  it('is not hindered by what it may not read', async () => {
    const project = { 'go.mod': SOUND, 'locked/x': '', 'go.sum': sumOf(A) };
    const clockAndFiles = machine(project, (operation, path) =>
      operation !== 'stat' && /locked|go\.sum/u.test(path) ? 'EACCES' : undefined,
    );
    const { report } = await preflight({}, clockAndFiles);
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'GO.GOSUM_MALFORMED' } });
    const looped = machine(project, (operation, path) => (operation === 'read' && path.endsWith('go.mod') ? 'ELOOP' : undefined));
    expect((await preflight({}, looped)).report).toMatchObject({ cause: { code: 'GO.MOD_SYNTAX' } });
  });
});

describe('an installation', () => {
  it.each(FAULTS.filter(([code]) => code !== 'GO.NO_MOD'))('stops at %s before the first packet', async (code, project) => {
    const { report, net, files } = await install(project);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code }, attempts: [], go: null });
    expect({ requests: net.requests.length, tools: files.paths('/tools') }).toEqual({ requests: 0, tools: [] });
  });

  it('with warn installs, and warns', async () => {
    const { report } = await install({ 'go.mod': REQUIRES }, { inputs: { preflight: 'warn' } });
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0 });
    expect(report.findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual([
      'GO.GOSUM_MISSING',
    ]);
  });

  it('with off reads nothing of the project', async () => {
    const read: string[] = [];
    const { report } = await install(
      {},
      {
        ...machine({ 'go.mod': 'frob\n' }, (_, path) => {
          if (path.startsWith('/project')) read.push(path);
          return undefined;
        }),
        inputs: { preflight: 'off' },
      },
    );
    expect(report.outcome).toBe('installed');
    expect(report.preflight).toBeUndefined();
    expect(read).toEqual([]);
  });

  it('without a project makes no check', async () => {
    const { report } = await install({ 'README.md': '' });
    expect(report.outcome).toBe('installed');
    expect(report.preflight).toBeUndefined();
    expect(report.timings).not.toHaveProperty('preflight');
  });

  it('looks at what the working directory builds, and at no other module', async () => {
    const project = { 'go.mod': SOUND, 'bad/go.mod': 'frob\n', 'svc/go.mod': SOUND };
    const { report } = await install(project, { inputs: { 'working-directory': 'svc' } });
    expect(report).toMatchObject({ outcome: 'installed', preflight: { directory: 'svc', modules: [{ directory: 'svc' }] } });
    const failed = await install(project, { inputs: { 'working-directory': 'bad' } });
    expect(failed.report.cause?.code).toBe('GO.MOD_SYNTAX');
  });

  it('looks at the module whose go.mod names the version', async () => {
    const project = { 'svc/go.mod': `${SOUND}require ${A}\n` };
    const { report } = await install(project, { version: '', inputs: { 'go-version-file': 'svc/go.mod' } });
    expect(report).toMatchObject({
      cause: { code: 'GO.GOSUM_MISSING' },
      findings: [{ location: { file: 'svc/go.mod', line: 4 } }],
    });
  });

  it.each([
    ['1.26', {}, 'failed'],
    ['1.27rc1', {}, 'failed'],
    ['1.26', { GOTOOLCHAIN: 'auto' }, 'installed'],
    ['1.26', { GOTOOLCHAIN: 'go1.27.0' }, 'installed'],
  ])('of %s with %j for go 1.27.0 is %s', async (version, env, outcome) => {
    const { report } = await install({ 'go.mod': 'module m\n\ngo 1.27.0\n' }, { version, env });
    expect(report.outcome).toBe(outcome);
    if (outcome === 'failed') expect(report.cause?.code).toBe('GO.TOOLCHAIN_LOCAL');
  });
});

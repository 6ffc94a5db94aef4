import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { TOOL_CACHE, WORKSPACE } from '../fakes/fake-machine.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { type Play, play } from './play.ts';
import { createWorld, moduleProxy } from './world.ts';

const world = createWorld();

function workspace(files: Readonly<Record<string, string>>) {
  const clock = createFakeClock();
  const memory = createMemoryFiles({ clock });
  for (const [path, text] of Object.entries(files)) memory.put(`${WORKSPACE}/${path}`, text);
  return { clock, files: memory };
}

/** What the steps after this one see. */
function envAfter({ host }: Pick<FakeOutcome, 'host'>): Readonly<Record<string, string>> {
  return Object.fromEntries(host.changes.flatMap(change => (change.kind === 'set' ? [[change.name, change.value]] : [])));
}

function pathAfter({ host }: Pick<FakeOutcome, 'host'>): string | undefined {
  return host.changes
    .flatMap(change => (change.kind === 'prepend-path' && !change.value.includes('/home') ? [change.value] : []))
    .at(-1);
}

const steps = async (...plays: readonly Play[]): Promise<readonly FakeOutcome[]> => {
  const outcomes: FakeOutcome[] = [];
  let env: Readonly<Record<string, string | undefined>> = {};
  let shared: Pick<FakeOutcome, 'files' | 'clock'> | undefined;
  for (const options of plays) {
    const outcome = await play(world, { version: '', ...shared, ...options, env: { ...env, ...options.env } });
    outcomes.push(outcome);
    env = { ...env, ...options.env, ...envAfter(outcome) };
    shared = { files: outcome.files, clock: outcome.clock };
  }
  return outcomes;
};

describe('several uses in one job', () => {
  const file = {
    ...workspace({ 'go.mod': 'module m\n\ngo 1.25.3\n\ntoolchain go1.26.8\n' }),
    inputs: { 'go-version-file': 'go.mod' },
  };

  it('of the same step give what one gives', async () => {
    const outcomes = await steps(file, { inputs: file.inputs }, { inputs: file.inputs });
    expect(outcomes.map(({ report }) => [report.outcome, report.go?.version])).toEqual([
      ['installed', '1.26.8'],
      ['cached', '1.26.8'],
      ['cached', '1.26.8'],
    ]);
    const [first, ...others] = outcomes;
    for (const other of others) expect(other.host.changes).toEqual(first?.host.changes);
  });

  it('with two versions leave the last one on PATH', async () => {
    const outcomes = await steps(
      { inputs: { 'go-version': '1.25.3' } },
      { inputs: { 'go-version': '1.26.8' } },
      { inputs: { 'go-version': '1.25.3' } },
    );
    expect(outcomes.map(pathAfter)).toEqual(['1.25.3', '1.26.8', '1.25.3'].map(version => `${TOOL_CACHE}/go/${version}/x64/bin`));
    expect(outcomes.at(-1)?.report.outcome).toBe('cached');
  });

  it('keep the GOTOOLCHAIN of the user', async () => {
    const outcomes = await steps(
      { inputs: { 'go-version': '1.26.8' }, env: { GOTOOLCHAIN: 'auto' } },
      { inputs: { 'go-version': '1.26' } },
    );
    expect(outcomes.map(outcome => envAfter(outcome)['GOTOOLCHAIN'])).toEqual([undefined, undefined]);
  });

  it('read a toolchain line unless the user says GOTOOLCHAIN=local', async () => {
    const machine = workspace({ 'go.mod': 'module m\ngo 1.25.3\ntoolchain go1.26.8\n' });
    const { report } = await play(world, {
      version: '',
      ...machine,
      inputs: { 'go-version-file': 'go.mod' },
      env: { GOTOOLCHAIN: 'local' },
    });
    expect(report.go?.version).toBe('1.25.3');
  });
});

describe('precedence', () => {
  it('is that of setup-go: go-version beats go-version-file, which is named in a warning', async () => {
    const machine = workspace({ 'go.mod': 'module m\ngo 1.25.3\n' });
    const { report } = await play(world, { ...machine, inputs: { 'go-version-file': 'go.mod' } });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' } });
    expect(report.findings).toContainEqual(expect.objectContaining({ subject: 'go-version-file', severity: 'warning' }));
  });

  it('of go-version-file is over a go.mod that is found by itself', async () => {
    const machine = workspace({ 'go.mod': 'module m\ngo 1.25.3\n', '.go-version': '1.26.7\n' });
    const { report } = await play(world, { version: '', ...machine, inputs: { 'go-version-file': '.go-version' } });
    expect(report).toMatchObject({ go: { version: '1.26.7' }, request: { origin: 'file', file: '.go-version', line: 1 } });
  });

  it('by itself looks upwards from the working directory, go.work before go.mod, and not above the workspace', async () => {
    const machine = workspace({
      'go.mod': 'module m\ngo 1.26.7\n',
      'a/go.work': 'go 1.25.3\n',
      'a/go.mod': 'go 1.26.8\n',
      'a/b/x': '',
    });
    const inputs = { 'working-directory': 'a/b' };
    const { report } = await play(world, { version: '', ...machine, inputs });
    expect(report).toMatchObject({ go: { version: '1.25.3' }, request: { origin: 'default', file: 'a/go.work', line: 1 } });
    machine.files.put('/go.mod', 'module above\ngo 1.26.8\n');
    await machine.files.remove(`${WORKSPACE}/go.mod`);
    await machine.files.remove(`${WORKSPACE}/a/go.work`);
    await machine.files.remove(`${WORKSPACE}/a/go.mod`);
    expect((await play(world, { version: '', ...machine, inputs })).report).toMatchObject({
      cause: { code: 'GO.NOT_INSTALLED' },
    });
  });
});

describe('a version file', () => {
  it('may lie outside of the workspace, as with setup-go', async () => {
    const machine = workspace({});
    machine.files.put('/shared/go.mod', 'module m\ngo 1.25.3\n');
    const { report } = await play(world, { version: '', ...machine, inputs: { 'go-version-file': '/shared/go.mod' } });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.25.3' } });
  });

  it.each(['missing.mod', 'directory'])('that is %s is named', async name => {
    const machine = workspace({ 'directory/x': '' });
    const { report } = await play(world, { version: '', ...machine, inputs: { 'go-version-file': name } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'INPUT.VERSION_FILE' } });
    expect(report.findings[0]?.location?.file).toBe(name);
  });
});

describe('a working directory', () => {
  it('that is misspelt is an error, and not its parent', async () => {
    const machine = workspace({ 'go.mod': 'module m\ngo 1.26.8\n' });
    const { report } = await play(world, { version: '', ...machine, inputs: { 'working-directory': 'nowhere' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 64, cause: { code: 'INPUT.INVALID' } });
  });
});

describe('an unquoted 1.20', () => {
  it('that YAML made 1.2 of is explained, with the line to write', async () => {
    const { report } = await play(world, { version: '1.2', table: undefined, servers: { 'go.dev': listed12 } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'VERSION.TOO_OLD' } });
    const [cause] = report.findings;
    expect(cause?.evidence.map(({ value }) => value)).toContain('YAML reads an unquoted 1.20 as 1.2');
    expect(cause?.fixes.map(({ text }) => text)).toContain("go-version: '1.20'");
  });
  const listed12 = ({ path }: { readonly path: string }) =>
    path.startsWith('/dl/?mode=json') ? { body: JSON.stringify([{ version: 'go1.2.2', stable: true, files: [] }]) } : undefined;
});

describe('Apple silicon', () => {
  it('runs a Go before 1.16 as darwin/amd64', async () => {
    const go = createTinyGo({ version: '1.15.15', goos: 'darwin', goarch: 'amd64' });
    const mac = createWorld([]);
    mac.log.addModule(go.moduleName, go.h1);
    const options: Play = {
      version: '1.15.15',
      hostPlatform: { os: 'darwin', arch: 'arm64', endianness: 'LE' },
      servers: { 'proxy.test': moduleProxy('', [go]), 'sum.golang.org': mac.servers['sum.golang.org'] ?? 'silent' },
      inputs: { sources: 'goproxy', 'min-go-version': '1.9' },
    };
    const { report, files, clock } = await play(mac, options);
    expect(report).toMatchObject({
      outcome: 'installed',
      resolved: { platform: 'darwin/amd64' },
      go: { root: `${TOOL_CACHE}/go/1.15.15/x64` },
    });
    expect((await play(mac, { ...options, files, clock, servers: {} })).report).toMatchObject({ outcome: 'cached' });
  });
});

describe('a go in GOPATH/bin', () => {
  it('that would run in place of the installed one is named', async () => {
    const machine = workspace({});
    machine.files.put('/home/go/bin/go', 'another', 0o755);
    const { report } = await play(world, machine);
    expect(report).toMatchObject({ outcome: 'installed' });
    expect(report.findings).toEqual([expect.objectContaining({ code: 'GO.SHADOWED', subject: '/home/go/bin/go' })]);
  });
});

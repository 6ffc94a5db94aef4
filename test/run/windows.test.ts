import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { createWindowsFiles, type WindowsFiles } from '../fakes/windows-files.ts';
import { type Play, play } from './play.ts';
import { createWorld, moduleProxy, sumdb } from './world.ts';

const TOOLS = 'C:\\hostedtoolcache\\windows';
const ENTRY = '/c/hostedtoolcache/windows/go/1.26.8/x64';
const HOME = '/d/hostedtoolcache/windows/go/1.26.8/x64';

const GO = createTinyGo({
  version: '1.26.8',
  goos: 'windows',
  change: ({ 'bin/go': go = '', 'bin/gofmt': gofmt = '', ...files }) => ({ ...files, 'bin/go.exe': go, 'bin/gofmt.exe': gofmt }),
});
const world = createWorld([]);
world.log.addModule(GO.moduleName, GO.h1);

function machine(options: { readonly drives?: string; readonly fileLinks?: boolean } = {}) {
  const clock = createFakeClock();
  const memory = createMemoryFiles({ clock });
  for (const drive of options.drives ?? 'cd') memory.put(`/${drive}/pagefile.sys`, '');
  return { clock, files: createWindowsFiles(memory, options) };
}

function windows(options: Play & { readonly files: WindowsFiles }) {
  return play(world, {
    toolCache: TOOLS,
    hostPlatform: { os: 'win32', arch: 'x64', endianness: 'LE' },
    servers: {
      'proxy.test': request => moduleProxy('', [GO])(request) ?? sumdb('/sumdb/sum.golang.org/', world.log)(request),
    },
    ...options,
    env: { RUNNER_ENVIRONMENT: 'github-hosted', ...options.env },
    inputs: { sources: 'goproxy', ...options.inputs },
  });
}

describe('a hosted Windows runner', () => {
  it('gets the tree on D: and a link to it on C:, which is all that later steps see', async () => {
    const { files, clock } = machine();
    const { report, host } = await windows({ files, clock });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8', root: `${TOOLS}/go/1.26.8/x64` } });
    expect(Object.fromEntries(files.links)).toEqual({ [ENTRY]: HOME, [`${ENTRY}.complete`]: `${HOME}.complete` });
    expect(files.content(`${HOME}/bin/go.exe`)).toBeDefined();
    expect(JSON.stringify(host.changes)).not.toContain('D:');
    expect(host.changes).toContainEqual({ kind: 'prepend-path', value: `${TOOLS}/go/1.26.8/x64/bin` });
  });

  it('finds it again in a second step, without a request', async () => {
    const shared = machine();
    await windows(shared);
    const { report, net } = await windows({ ...shared, servers: {} });
    expect(report).toMatchObject({ outcome: 'cached', go: { root: `${TOOLS}/go/1.26.8/x64` } });
    expect(net.requests).toEqual([]);
  });

  it('is not troubled by links that stand there already', async () => {
    const shared = machine();
    await windows(shared);
    await shared.files.remove('D:\\hostedtoolcache');
    expect((await windows(shared)).report).toMatchObject({ outcome: 'installed' });
    expect(Object.fromEntries(shared.files.links)).toEqual({ [ENTRY]: HOME, [`${ENTRY}.complete`]: `${HOME}.complete` });
  });

  it('gets a plain marker where links to files are not permitted', async () => {
    const shared = machine({ fileLinks: false });
    expect((await windows(shared)).report).toMatchObject({ outcome: 'installed' });
    expect([...shared.files.links.keys()]).toEqual([ENTRY]);
    expect((await windows({ ...shared, servers: {} })).report).toMatchObject({ outcome: 'cached' });
  });

  it('keeps the place of a Go of its image, and repairs it there', async () => {
    const { files, clock } = machine();
    files.put(`${ENTRY}/VERSION`, 'go1.26.8\n');
    files.put(`${ENTRY}/bin/go.exe`, 'damaged', 0o755);
    files.put(`${ENTRY}.complete`, '');
    expect((await windows({ files, clock })).report).toMatchObject({ outcome: 'installed' });
    expect(files.links.size).toBe(0);
    expect(files.content(`${ENTRY}/bin/go.exe`)?.toString()).toContain('go1.26.8 windows/amd64');
  });

  it.each([
    ['without a drive D:', { drives: 'c' }, {}],
    ['of the user', {}, { RUNNER_ENVIRONMENT: 'self-hosted' }],
    ['of nobody in particular', {}, { RUNNER_ENVIRONMENT: undefined }],
    ['of an Azure agent of the user', {}, { RUNNER_ENVIRONMENT: undefined, AGENT_ISSELFHOSTED: '1' }],
  ])('%s is left with its one tool cache', async (_whose, drives, env) => {
    const { files, clock } = machine(drives);
    expect((await windows({ files, clock, env })).report).toMatchObject({ outcome: 'installed' });
    expect(files.links.size).toBe(0);
    expect(files.content(`${ENTRY}/bin/go.exe`)).toBeDefined();
  });

  it('of Azure that is hosted gets the link too', async () => {
    const { files, clock } = machine();
    await windows({ files, clock, env: { RUNNER_ENVIRONMENT: undefined, AGENT_ISSELFHOSTED: '0' } });
    expect(files.links.size).toBe(2);
  });
});

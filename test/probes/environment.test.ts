import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createExec } from '../../src/adapters/node-exec.ts';
import { createFiles } from '../../src/adapters/node-files.ts';
import { failure } from '../../src/domain/failure.ts';
import type { Env, Exec } from '../../src/ports/machine.ts';
import { type EnvironmentPorts, type EnvironmentWanted, gatherEnvironment } from '../../src/probes/environment.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeExec } from '../fakes/fake-exec.ts';
import { leastMs } from '../fakes/least-ms.ts';
import { createMemoryFiles, type FileOperation } from '../fakes/memory-files.ts';

const signal = new AbortController().signal;
const WANTED: EnvironmentWanted = { goRoot: undefined, directory: '/project', secrets: [] };

interface Scene {
  readonly env?: Env;
  readonly files?: Readonly<Record<string, string>>;
  readonly programs?: readonly string[];
  readonly os?: string;
  readonly fault?: (operation: FileOperation, path: string) => string | undefined;
  readonly git?: (args: readonly string[]) => { readonly exitCode: number; readonly stdout: string };
}

function scene(options: Scene) {
  const files = createMemoryFiles({ clock: createFakeClock(), ...(options.fault === undefined ? {} : { fault: options.fault }) });
  for (const [path, text] of Object.entries(options.files ?? {})) files.put(path, text);
  for (const path of options.programs ?? []) files.put(path, 'program', 0o755);
  const env: Env = { PATH: '/usr/bin', ...options.env };
  const fake = createFakeExec({ files, env });
  const exec: Exec = {
    find: name => fake.find(name),
    async run({ file, args }) {
      if (!file.endsWith('/git') || options.git === undefined) throw failure('GO.NOT_RUNNABLE', { subject: file });
      return { ...options.git(args), stderr: '' };
    },
  };
  const ports: EnvironmentPorts = {
    files,
    exec,
    env,
    clock: createFakeClock(),
    platform: { os: options.os ?? 'linux', arch: 'x64', endianness: 'LE' },
    randomName: () => 'random',
  };
  return {
    files,
    ports,
    gather: (wanted: Partial<EnvironmentWanted> = {}) => gatherEnvironment(ports, { ...WANTED, ...wanted }, signal),
  };
}

describe('settings', () => {
  it('come with where they were set', async () => {
    const { gather } = scene({
      env: { HOME: '/home', GOPROXY: 'https://user:hunter2@proxy.example.com/x,direct' },
      files: { '/home/.config/go/env': 'GOSUMDB=off\n', '/go/go.env': 'GOTOOLCHAIN=auto\nGOSUMDB=sum.golang.org\n' },
    });
    expect((await gather({ goRoot: '/go' })).settings).toEqual({
      GOPROXY: { value: 'https://proxy.example.com/x,direct', origin: 'environment' },
      GOSUMDB: { value: 'off', origin: 'go env -w', file: '/home/.config/go/env' },
      GOTOOLCHAIN: { value: 'auto', origin: 'go.env', file: '/go/go.env' },
    });
  });

  it('of the Go on PATH are read where they are wanted, and not otherwise', async () => {
    const { gather } = scene({
      env: { PATH: '/empty:/opt/go/bin' },
      files: { '/opt/go/VERSION': 'go1.22.4\ntime x\n', '/opt/go/go.env': 'GOPROXY=direct\n' },
      programs: ['/opt/go/bin/go'],
    });
    const facts = await gather({ goRoot: 'on PATH' });
    expect(facts.settings['GOPROXY']?.value).toBe('direct');
    expect(facts.pathGos).toEqual([{ position: 1, path: '/opt/go/bin/go', version: '1.22.4' }]);
    expect((await gather()).settings).toEqual({});
  });

  it('tell the version of the Go at GOROOT', async () => {
    const files = { '/opt/old/VERSION': 'go1.22.4\ntime x\n' };
    expect((await scene({ env: { GOROOT: '/opt/old' }, files }).gather()).goRootVersion).toBe('1.22.4');
    expect((await scene({ env: { GOROOT: '/gone' }, files }).gather()).goRootVersion).toBeUndefined();
    expect((await scene({ files }).gather()).goRootVersion).toBeUndefined();
  });

  it('hold no token', async () => {
    const { gather } = scene({
      env: {
        GOFLAGS: "'-ldflags=-s -X main.token=hunter2'",
        GOPROXY: 'hunter2:hunter3@proxy.example.com|https://p.example.com?key=hunter2',
        GOSUMDB: 'sum.test+0+x https://u:hunter2@sum.test',
        GONOSUMDB: 'known-secret.test',
        HTTPS_PROXY: 'me:hunter2@proxy:3128',
        http_proxy: 'http://me:hunter2@proxy:3128',
      },
    });
    const text = JSON.stringify(await gather({ secrets: ['known-secret'] }));
    for (const secret of ['hunter2', 'hunter3', 'known-secret']) expect(text).not.toContain(secret);
  });
});

describe('directories', () => {
  const env = { HOME: '/home', GOPATH: '/a:/b', GOTMPDIR: '/missing/deep', GOBIN: 'relative', GOROOT: '/go' };

  it('are looked at, tried, and left as they were', async () => {
    const { files, gather } = scene({
      env,
      files: {
        '/a/x': '',
        '/go/VERSION': 'go1.26.8',
        '/home/.cache/go-build': 'a file',
        '/proc/self/mountinfo': '1 1 0:1 / / rw - ext4 x rw\n2 1 0:2 / /tmp rw,noexec - tmpfs tmpfs ro\n',
        '/tmp/y': '',
      },
    });
    const before = files.paths('/');
    const { directories } = await gather();
    expect(files.paths('/')).toEqual(before);
    const short = directories.map(({ name, value, isAbsolute, kind, writable, mountFlags }) => [
      name,
      value,
      isAbsolute,
      kind,
      writable,
      mountFlags.join(),
    ]);
    expect(short).toEqual([
      ['GOPATH', '/a', true, 'directory', true, ''],
      ['GOPATH', '/b', true, 'missing', true, ''],
      ['GOBIN', 'relative', false, 'missing', undefined, ''],
      ['GOCACHE', '/home/.cache/go-build', true, 'file', undefined, ''],
      ['GOMODCACHE', '/a/pkg/mod', true, 'missing', true, ''],
      ['GOTMPDIR', '/missing/deep', true, 'missing', true, ''],
      ['GOROOT', '/go', true, 'directory', undefined, ''],
      ['TMPDIR', '/tmp', true, 'directory', true, 'ro,noexec'],
      ['HOME', '/home', true, 'directory', undefined, ''],
    ]);
    expect(directories[0]?.freeBytes).toBeGreaterThan(0);
  });

  it.each([
    ['EACCES', false],
    ['EROFS', false],
    ['ENOSPC', undefined],
  ])('that answer %s to a new file are writable: %j', async (errno, writable) => {
    const { gather } = scene({
      env,
      files: { '/a/x': '' },
      fault: (operation, path) => (operation === 'write' && path.startsWith('/a/') ? errno : undefined),
    });
    expect((await gather()).directories[0]).toMatchObject({ kind: 'directory', writable });
  });

  it('that may not be looked into are told so', async () => {
    const { gather } = scene({ env, fault: (operation, path) => (operation === 'stat' && path === '/a' ? 'EACCES' : undefined) });
    expect((await gather()).directories[0]).toMatchObject({ kind: 'unreadable', writable: undefined });
  });
});

describe('git', () => {
  const value = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name, text]) => `${name}\n${text}\0`).join('');

  it('tells its proxy, its CA, and what it rewrites, without credentials', async () => {
    const stdout = value([
      ['http.proxy', 'http://u:hunter2@proxy.test:1'],
      ['http.sslverify', 'false'],
      ['http.https://git.corp.test/.sslverify', 'true'],
      ['url.https://x-access-token:hunter2@github.com/.insteadof', 'https://github.com/'],
      ['url.https://x-access-token:hunter2@github.com/.insteadof', 'ssh://git@github.com/'],
      ['url.git@git.corp.test:.insteadof', 'https://git.corp.test/'],
    ]);
    const { gather } = scene({ programs: ['/usr/bin/git', '/usr/bin/hg'], git: () => ({ exitCode: 0, stdout }) });
    const facts = await gather();
    expect(facts.commands).toEqual(['git', 'hg']);
    expect(facts.git).toEqual({
      'http.proxy': 'http://***@proxy.test:1/',
      'http.sslverify': 'false',
      'http.https://git.corp.test/.sslverify': 'true',
      'url.https://***@github.com/.insteadof': 'https://github.com/\nssh://git@github.com/',
      'url.git@git.corp.test:.insteadof': 'https://git.corp.test/',
    });
  });

  it.each<[string, Scene]>([
    ['is missing', {}],
    ['does not answer', { programs: ['/usr/bin/git'] }],
    ['has nothing set', { programs: ['/usr/bin/git'], git: () => ({ exitCode: 1, stdout: '' }) }],
  ])('that %s is no fault', async (_, options) => {
    expect((await scene(options).gather()).git).toEqual({});
  });
});

describe('the file of -modfile', () => {
  it.each([
    ['-modfile=other.mod', undefined],
    ['-modfile=/project/other.mod', undefined],
    ['-modfile=gone.mod', 'unreadable'],
  ])('%s is looked for', async (GOFLAGS, problem) => {
    const { gather } = scene({ env: { GOFLAGS }, files: { '/project/other.mod': 'module x' } });
    const row = (await gather()).files.find(({ name }) => name === '-modfile');
    expect([row?.file, row?.problem]).toEqual([GOFLAGS.split('=')[1], problem]);
  });
});

describe('files of certificates', () => {
  const PEM = '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n';

  it('are read for one', async () => {
    const { gather } = scene({
      env: {
        NODE_EXTRA_CA_CERTS: '/ca/good.pem',
        SSL_CERT_FILE: '/ca/key.pem',
        GIT_SSL_CAINFO: '/ca/missing.pem',
        SSL_CERT_DIR: '/ca:/nowhere:/empty',
      },
      files: { '/ca/good.pem': PEM, '/ca/key.pem': '-----BEGIN PRIVATE KEY-----\n', '/empty/readme': 'no' },
    });
    const { files } = await gather();
    expect(files.map(({ name, file, holds, problem }) => [name, file, holds ?? problem])).toEqual([
      ['NODE_EXTRA_CA_CERTS', '/ca/good.pem', 'certificates'],
      ['SSL_CERT_FILE', '/ca/key.pem', 'no-certificate'],
      ['GIT_SSL_CAINFO', '/ca/missing.pem', 'unreadable'],
      ['SSL_CERT_DIR', '/ca', 'certificates'],
      ['SSL_CERT_DIR', '/nowhere', 'unreadable'],
      ['SSL_CERT_DIR', '/empty', 'no-certificate'],
    ]);
  });
});

describe('a file with a certificate that was cut', () => {
  it('holds none', async () => {
    const content = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
    const { gather } = scene({ env: { NODE_EXTRA_CA_CERTS: '/ca/cut.pem' }, files: { '/ca/cut.pem': content } });
    expect((await gather()).files.map(({ holds }) => holds)).toEqual(['no-certificate']);
  });
});

describe('on a real disk', () => {
  const home = mkdtempSync(join(tmpdir(), 'environment-'));
  afterAll(() => rmSync(home, { recursive: true }));

  function real(env: Env): EnvironmentPorts {
    const clock = createClock();
    const os = process.platform;
    return {
      files: createFiles({ os, clock }),
      exec: createExec({ env, os, clock }),
      env,
      clock,
      platform: { os, arch: process.arch, endianness: 'LE' },
      randomName: () => 'random',
    };
  }

  it('takes milliseconds without git and leaves nothing behind', async () => {
    mkdirSync(join(home, 'go'), { recursive: true });
    mkdirSync(join(home, 'real/bin'), { recursive: true });
    mkdirSync(join(home, 'links'), { recursive: true });
    writeFileSync(join(home, 'real/bin/go'), 'x', { mode: 0o755 });
    writeFileSync(join(home, 'real/VERSION'), 'go1.26.8\n');
    symlinkSync(join(home, 'real/bin/go'), join(home, 'links/go'));
    const env = { HOME: home, TMPDIR: home, PATH: `${join(home, 'links')}:${join(home, 'real/bin')}` };
    const wanted = { ...WANTED, directory: home };
    const facts = await gatherEnvironment(real(env), wanted, signal);
    // Measured: 5 ms on an idle machine; the promise is 50.
    expect(await leastMs(500, () => gatherEnvironment(real(env), wanted, signal))).toBeLessThan(500);
    expect(readdirSync(home).sort()).toEqual(['go', 'links', 'real']);
    expect(facts.pathGos).toEqual([{ position: 0, path: join(home, 'links/go'), version: '1.26.8' }]);
    expect(facts.directories.find(({ name }) => name === 'GOPATH')).toMatchObject({ kind: 'directory', writable: true });
    expect(facts.directories.find(({ name }) => name === 'TMPDIR')?.freeBytes).toBeGreaterThan(0);
  });

  it('reads the configuration of a real git', async context => {
    const path = process.env['PATH'] ?? '';
    const env = { HOME: home, PATH: path, GIT_CONFIG_NOSYSTEM: '1' };
    if ((await real(env).exec.find('git')) === undefined) return context.skip('no git on PATH');
    execFileSync('git', ['config', '--global', 'url.git@git.corp.test:.insteadOf', 'https://git.corp.test/'], { env });
    execFileSync('git', ['config', '--global', 'http.sslVerify', 'false'], { env });
    execFileSync('git', ['config', '--global', 'user.name', 'nobody'], { env });
    const facts = await gatherEnvironment(real(env), { ...WANTED, directory: home }, signal);
    expect(facts.git).toEqual({ 'url.git@git.corp.test:.insteadof': 'https://git.corp.test/', 'http.sslverify': 'false' });
  });
});

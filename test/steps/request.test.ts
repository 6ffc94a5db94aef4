import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import type { Files } from '../../src/ports/machine.ts';
import { readRequest } from '../../src/steps/request.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeHost } from '../fakes/fake-host.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';

function memory(): Files {
  const files = createMemoryFiles({ clock: createFakeClock() });
  files.put('/project/a/b/x', '');
  files.put('/project/go.mod', 'go 1.26.8\n');
  files.put('/elsewhere/go.mod', 'go 1.25.3\n');
  files.put('/elsewhere/empty/x', '');
  return files;
}

function ask(
  kind: 'github' | 'terminal',
  inputs: Readonly<Record<string, string>>,
  { files, workspace }: { readonly files: Files; readonly workspace: string } = { files: memory(), workspace: '/project' },
) {
  return readRequest({
    command: 'install',
    rawInputs: inputs,
    operands: [],
    options: {},
    secrets: [],
    env: {},
    files,
    host: { ...createFakeHost(), kind },
    hostPlatform: { os: 'linux', arch: 'x64', endianness: 'LE' },
    workspace,
    log: { verifierKey: '', heads: [{ size: 0, root: '' }] },
    signer: { fingerprint: '', readBlock: async () => new Uint8Array() },
    readTable: async () => new Uint8Array(),
    readTrustedRoot: async () => new Uint8Array(),
    openMachine: () => {
      throw new Error('no machine is needed');
    },
  });
}

describe('the working directory', () => {
  it('of a CI job must be in the workspace', async () => {
    for (const directory of ['../elsewhere', '/elsewhere', '..'])
      expect(await codeOfAsync(() => ask('github', { 'working-directory': directory }))).toBe('INPUT.INVALID');
    expect(await ask('github', { 'working-directory': 'a/b' })).toMatchObject({ spec: { text: '1.26.8' } });
  });

  it('of a person may be anywhere, and is looked at alone when it is outside', async () => {
    expect(await ask('terminal', { 'working-directory': '../elsewhere' })).toMatchObject({ spec: { text: '1.25.3' } });
    expect(await ask('terminal', { 'working-directory': '../elsewhere/empty' })).toBeUndefined();
  });

  it('must be a directory', async () => {
    for (const directory of ['nowhere', 'go.mod'])
      expect(await codeOfAsync(() => ask('github', { 'working-directory': directory }))).toBe('INPUT.INVALID');
  });
});

describe.skipIf(process.platform === 'win32')('a go.mod that is a link', () => {
  const files = createFiles({ os: process.platform, clock: createFakeClock() });
  let top = '';
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'request-'));
    mkdirSync(join(top, 'project'));
    mkdirSync(join(top, 'elsewhere'));
    writeFileSync(join(top, 'elsewhere', 'go.mod'), 'module m\n\ngo 1.25.3\n');
  });
  afterEach(() => rmSync(top, { recursive: true }));
  const linked = (target: string) => {
    symlinkSync(target, join(top, 'project', 'go.mod'));
    return ask('github', {}, { files, workspace: join(top, 'project') });
  };

  it('is followed, also out of the workspace, as by setup-go', async () => {
    expect(await linked('../elsewhere/go.mod')).toMatchObject({
      spec: { text: '1.25.3' },
      origin: { kind: 'default', file: 'go.mod', line: 3 },
    });
  });

  it.each(['../nowhere/go.mod', '../elsewhere'])('to %s is none', async target => {
    expect(await linked(target)).toBeUndefined();
  });

  it('in a circle is one that cannot be read', async () => {
    expect(await codeOfAsync(() => linked('go.mod'))).toBe('INPUT.VERSION_FILE');
  });
});

describe('an empty request', () => {
  it.each([{}, { 'go-version': '' }, { 'go-version': ' ', 'go-version-file': '' }])(
    '%j, as an empty matrix value gives it, falls back to the go.mod',
    async inputs => {
      expect(await ask('github', inputs)).toMatchObject({ origin: { kind: 'default', file: 'go.mod', line: 1 } });
    },
  );
});

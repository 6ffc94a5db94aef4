import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/steps/request.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeHost } from '../fakes/fake-host.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';

function ask(kind: 'github' | 'terminal', inputs: Readonly<Record<string, string>>) {
  const files = createMemoryFiles({ clock: createFakeClock() });
  files.put('/project/a/b/x', '');
  files.put('/project/go.mod', 'go 1.26.8\n');
  files.put('/elsewhere/go.mod', 'go 1.25.3\n');
  files.put('/elsewhere/empty/x', '');
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
    workspace: '/project',
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

describe('an empty request', () => {
  it.each([{}, { 'go-version': '' }, { 'go-version': ' ', 'go-version-file': '' }])(
    '%j, as an empty matrix value gives it, falls back to the go.mod',
    async inputs => {
      expect(await ask('github', inputs)).toMatchObject({ origin: { kind: 'default', file: 'go.mod', line: 1 } });
    },
  );
});

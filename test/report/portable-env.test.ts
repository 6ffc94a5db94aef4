import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portableEnv } from '../../src/report/portable-env.ts';
import { codeOf } from '../fakes/failure-code.ts';

const OPTIONS = { project: '/builds/team/app', home: '/home/me', shell: 'sh', isCached: false } as const;
const isPosix = process.platform !== 'win32';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "env $HOME 'x' "));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What a shell with `set -eu` sees after it sourced the text in the directory. */
function sourced(text: string, names: readonly string[], env: Readonly<Record<string, string>> = {}): readonly string[] {
  writeFileSync(join(directory, 'env.sh'), text);
  const print = names.map(name => `printf '%s\\0' "\${${name}-unset}"`).join('; ');
  const options = { cwd: directory, encoding: 'utf8', env: { PATH: '/usr/bin:/bin', ...env } } as const;
  return execFileSync('/bin/sh', ['-euc', `. ./env.sh; ${print}; printf '%s' "$-"`], options).split('\0');
}

describe.runIf(isPosix)('portableEnv for sh', () => {
  it('says where things are seen from the directory that it is sourced in', () => {
    const text = portableEnv(
      [
        { kind: 'prepend-path', value: '/builds/team/app/.sgr/go/bin' },
        { kind: 'prepend-path', value: '/home/me/go/bin' },
        { kind: 'set', name: 'GOROOT', value: '/builds/team/app' },
      ],
      OPTIONS,
    );
    const [path, goroot] = sourced(text, ['PATH', 'GOROOT'], { HOME: '/home/ci' });
    expect(path).toBe(`/home/ci/go/bin:${directory}/.sgr/go/bin:/usr/bin:/bin`);
    expect(goroot).toBe(directory);
  });

  it('takes for a part of the project only what lies below it', () => {
    const text = portableEnv([{ kind: 'set', name: 'X', value: '/builds/team/app2/bin' }], OPTIONS);
    expect(sourced(text, ['X'])[0]).toBe('/builds/team/app2/bin');
  });

  it('works without HOME, and leaves the options of the shell alone', () => {
    const text = portableEnv([{ kind: 'prepend-path', value: '/home/me/go/bin' }], { ...OPTIONS, isCached: true });
    const values = sourced(text, ['PATH', 'GOFLAGS']);
    expect(values[0]).toBe('/go/bin:/usr/bin:/bin');
    expect(values[1]).toBe('-modcacherw');
    expect(values.at(-1)).toMatch(/^[eu]{2}c?$/u);
  });

  it('takes every value literally', () => {
    const value = fc.string({ unit: fc.constantFrom(...'a $`"\'\\!*?~;&|<>(){}#é'), maxLength: 20 });
    fc.assert(
      fc.property(value, fc.constantFrom('', '/builds/team/app/', '/home/me/'), (rest, base) => {
        const text = portableEnv([{ kind: 'set', name: 'X', value: `${base}${rest}` }], OPTIONS);
        const expected = base === '' ? rest : base.includes('app') ? `${directory}/${rest}` : `/h/${rest}`;
        return sourced(text, ['X'], { HOME: '/h' })[0] === expected;
      }),
      { numRuns: 60 },
    );
  });

  it('keeps caches of the user, and adds its flag once', () => {
    const text = portableEnv([], { ...OPTIONS, isCached: true });
    const env = { GOMODCACHE: '/cache/mod', GOFLAGS: '-mod=mod -modcacherw' };
    expect(sourced(text, ['GOMODCACHE', 'GOCACHE', 'GOFLAGS'], env).slice(0, 3)).toEqual([
      '/cache/mod',
      `${directory}/.sgr/gobuild`,
      '-mod=mod -modcacherw',
    ]);
  });
});

describe('portableEnv', () => {
  it('refuses what no line can hold', () => {
    for (const change of [
      { kind: 'set', name: 'A-B', value: 'x' },
      { kind: 'set', name: 'A', value: 'x\ny' },
      { kind: 'prepend-path', value: 'x\0y' },
    ] as const) {
      expect(codeOf(() => portableEnv([change], OPTIONS))).toBe('SELF.BUG');
    }
  });

  it('speaks PowerShell', () => {
    const options = { ...OPTIONS, project: 'C:\\builds\\app', home: 'C:\\Users\\me', shell: 'pwsh' } as const;
    const text = portableEnv([{ kind: 'set', name: 'GOROOT', value: "C:\\builds\\app\\it's" }], options);
    expect(text.split('\n')[1]).toBe("$env:GOROOT = ($PWD.Path + '\\it''s')");
  });

  // Windows PowerShell makes $HOME of HOMEDRIVE and HOMEPATH, which lead elsewhere on machines of a domain; Go takes USERPROFILE.
  it('names the home directory as Go does', () => {
    const options = { ...OPTIONS, project: 'C:\\builds\\app', home: 'C:\\Users\\me', shell: 'pwsh' } as const;
    const text = portableEnv([{ kind: 'set', name: 'X', value: 'C:\\Users\\me\\go\\bin' }], options);
    expect(text.split('\n')[1]).toBe("$env:X = ($env:USERPROFILE + '\\go\\bin')");
  });
});

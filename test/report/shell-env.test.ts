import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { shellEnv } from '../../src/report/shell-env.ts';

const run = promisify(execFile);
const nasty = fc
  .array(
    fc.constantFrom("'", '"', '$', '$HOME', '`id`', '\\', '\n', '$(id)', ';', '|', '&', ' ', '#', '*', '~', '\t', 'é', '😀', 'x'),
  )
  .map(parts => parts.join(''));
const value = fc.oneof(nasty, fc.string({ unit: 'grapheme' })).filter(text => !text.includes('\0'));
/** A shell drops line ends at the end of `$(…)`, not of a variable. */
const hasShell = process.platform !== 'win32';

describe('shellEnv', () => {
  it.runIf(hasShell)('gives a POSIX shell exactly the value', async () => {
    // One shell for all values: starting one takes longer than the whole property.
    const values = fc.sample(value, 200);
    const script = values.map(text => `${shellEnv([{ kind: 'set', name: 'V', value: text }], 'sh')}printf '%s\\0' "$V"\n`);
    const { stdout } = await run('sh', ['-c', script.join('')], { encoding: 'utf8' });
    expect(stdout.split('\0').slice(0, -1)).toEqual(values);
  });
  it.runIf(hasShell)('puts later paths in front of earlier ones, and no empty entry behind them', async () => {
    const changes = [
      { kind: 'prepend-path', value: '/opt/go $x/bin' },
      { kind: 'prepend-path', value: "/home/o'brien/go/bin" },
    ] as const;
    const read = async (before: string) =>
      (await run('/bin/sh', ['-c', `${before}\n${shellEnv(changes, 'sh')}printf %s "$PATH"`])).stdout;
    expect(await read('PATH=/usr/bin')).toBe("/home/o'brien/go/bin:/opt/go $x/bin:/usr/bin");
    expect(await read('unset PATH')).toBe("/home/o'brien/go/bin:/opt/go $x/bin");
  });
  // Git for Windows, MSYS2 and Cygwin bring cygpath; here a stand-in.
  it.runIf(hasShell)('lets a shell of Windows spell a directory of a drive or a share: its PATH is split at colons', async () => {
    const changes = [
      { kind: 'prepend-path', value: "D:\\it's\\go\\bin" },
      { kind: 'prepend-path', value: '\\\\server\\share\\go\\bin' },
    ] as const;
    const cygpath = `cygpath() { [ "$1" = -u ] && printf '%s\\n' "/unix$2" | tr '\\\\:' '/_'; }`;
    const { stdout } = await run('/bin/sh', [
      '-c',
      `${cygpath}\nPATH=/usr/bin:/bin\n${shellEnv(changes, 'sh')}printf %s "$PATH"`,
    ]);
    expect(stdout).toBe("/unix//server/share/go/bin:/unixD_/it's/go/bin:/usr/bin:/bin");
  });
  it('quotes for fish: backslash and quote only', () => {
    expect(shellEnv([{ kind: 'set', name: 'V', value: "a'b\\c$d\ne" }], 'fish')).toBe("set -gx V 'a\\'b\\\\c$d\ne'\n");
    expect(shellEnv([{ kind: 'prepend-path', value: '/go/bin' }], 'fish')).toBe("set -gx PATH '/go/bin' $PATH\n");
  });
  it('lets fish on Windows spell a directory of a drive', () => {
    expect(shellEnv([{ kind: 'prepend-path', value: 'C:\\go\\bin' }], 'fish')).toBe(
      "set -gx PATH (cygpath -u 'C:\\\\go\\\\bin') $PATH\n",
    );
  });
  it('quotes for PowerShell: every kind of single quote is doubled', () => {
    expect(shellEnv([{ kind: 'set', name: 'V', value: "a'b’c$d`e" }], 'pwsh')).toBe("$env:V = 'a''b’’c$d`e'\n");
    expect(shellEnv([{ kind: 'prepend-path', value: 'C:\\go\\bin' }], 'pwsh')).toContain("'C:\\go\\bin'");
  });
  it.each(['', '1A', 'A-B', 'A;id', 'A\nB'])('refuses %j as the name of a variable', name => {
    expect(() => shellEnv([{ kind: 'set', name, value: 'x' }], 'sh')).toThrow(Failure);
  });
  it('refuses a value that no environment can hold', () => {
    expect(() => shellEnv([{ kind: 'prepend-path', value: 'a\0b' }], 'sh')).toThrow(Failure);
  });
});

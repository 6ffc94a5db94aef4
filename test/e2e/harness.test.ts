import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFakeGo } from './fake-go.ts';
import { runAction, runCli, withRunner } from './harness.ts';
import { parseActionDefaults, parseCommands, parseKeyValueFile } from './runner-files.ts';

const isPosix = process.platform !== 'win32';

/** A stand-in for the bundle, so that the harness is judged by itself. */
async function script(root: string, text: string): Promise<string> {
  const path = join(root, 'script.cjs');
  await writeFile(path, text);
  return path;
}

describe('the harness', () => {
  it('hands on inputs and reads back what the action wrote', () =>
    withRunner(async runner => {
      const bundle = await script(
        runner.root,
        `const fs = require('node:fs');
         fs.appendFileSync(process.env.GITHUB_OUTPUT, 'a<<X\\n1\\n2\\nX\\nb=' + process.env['INPUT_GO-VERSION'] + '\\n');
         fs.appendFileSync(process.env.GITHUB_PATH, '/one\\n/two\\n');
         fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Hello');
         fs.mkdirSync(process.env.RUNNER_TOOL_CACHE + '/go/1.2.3/x64/bin', { recursive: true });
         console.log('::error title=A%2C b,line=3::one%0Atwo');
         process.exitCode = 71;`,
      );
      const result = await runAction({ runner, bundle, inputs: { 'go-version': '1.26' } });
      expect(result).toMatchObject({ exitCode: 71, timedOut: false, outputs: { a: '1\n2', b: '1.26' }, path: ['/one', '/two'] });
      expect(result.summary).toBe('# Hello');
      expect(result.toolCache).toEqual(['go/1.2.3/x64/']);
      expect(result.commands).toEqual([{ name: 'error', properties: { title: 'A, b', line: '3' }, message: 'one\ntwo' }]);
    }));

  it('gives nothing of the developer to the run', () =>
    withRunner(async runner => {
      const bundle = await script(runner.root, 'console.log(JSON.stringify(process.env))');
      const { stdout } = await runCli([], { runner, bundle, env: { EXTRA: 'yes' } });
      const env = JSON.parse(stdout) as Record<string, string>;
      expect(env['EXTRA']).toBe('yes');
      expect(Object.keys(env).filter(name => /proxy|^GO|^CI$|^GITHUB/iu.test(name))).toEqual([]);
      expect(env['HOME'] ?? env['USERPROFILE']).toBe(runner.home);
    }));

  it('kills a run that does not end', () =>
    withRunner(async runner => {
      const bundle = await script(runner.root, 'setInterval(() => {}, 1000)');
      const result = await runCli([], { runner, bundle, timeoutMs: 500 });
      expect(result).toMatchObject({ exitCode: undefined, timedOut: true });
    }));

  it('reads the forms that the runner knows and refuses the others', () => {
    expect(parseKeyValueFile('a=b=c\nd<<E\n\nE\n')).toEqual({ a: 'b=c', d: '' });
    expect(() => parseKeyValueFile('nonsense\n')).toThrow();
    expect(parseCommands('text ::error::no\n::group::Go\n::endgroup::')).toHaveLength(2);
    expect(
      parseActionDefaults("name: x\ninputs:\n  a:\n    default: 'b''c'\n  d:\n    description: e\noutputs:\n  f:\n"),
    ).toEqual({
      a: "b'c",
      d: '',
    });
  });
});

describe('the fake Go', () => {
  it('is the same at every making', () => {
    const [one, two] = [makeFakeGo({ version: '1.26.8' }), makeFakeGo({ version: '1.26.8' })];
    expect(two.tarGz.sha256).toBe(one.tarGz.sha256);
    expect(two.moduleZip.sha256).toBe(one.moduleZip.sha256);
    expect(two.h1).toBe(one.h1);
    expect(makeFakeGo({ version: '1.26.7' }).h1).not.toBe(one.h1);
    expect(one.fileCount - one.moduleFileCount).toBe(4);
    expect(createHash('sha256').update(one.zip.bytes).digest('hex')).toBe(one.zip.sha256);
  });

  it.runIf(isPosix && existsSync('/usr/bin/tar'))('unpacks with tar and knows where it lies', () =>
    withRunner(async runner => {
      const go = makeFakeGo({ version: '1.26.8' });
      await mkdir(join(runner.root, 'out'));
      const tar = ['-xz', '-C', join(runner.root, 'out')];
      execFileSync('/usr/bin/tar', tar, { input: go.tarGz.bytes });
      const root = join(runner.root, 'out', 'go');
      const ask = (...args: string[]): string =>
        execFileSync(join(root, 'bin', 'go'), args, { env: { HOME: '/home/x' }, encoding: 'utf8' });
      expect(ask('version')).toBe('go version go1.26.8 linux/amd64\n');
      expect(ask('env', 'GOROOT', 'GOPATH')).toBe(`${root}\n/home/x/go\n`);
    }),
  );
});

import { isAbsolute, join } from 'node:path';
import { failure } from '../../src/domain/failure.ts';
import type { Env, Exec, ExecResult } from '../../src/ports/machine.ts';
import type { MemoryFiles } from './memory-files.ts';

export interface FakeExec extends Exec {
  /** File and arguments of every program that was run. */
  readonly ran: string[];
}

/** Another program than Go; throws what the Exec port throws. */
export type FakeProgram = (call: Parameters<Exec['run']>[0], signal: AbortSignal) => Promise<ExecResult>;

/** Runs the Go programs of memory files: the answer to `go version` stands in bin/go itself, that to `go env` comes from the environment. */
export function createFakeExec(options: {
  readonly files: MemoryFiles;
  readonly env: Env;
  /** By path; the file must stand there and be executable. */
  readonly programs?: Readonly<Record<string, FakeProgram>>;
}): FakeExec {
  const { files, env } = options;
  const ran: string[] = [];
  return {
    ran,
    async run(command, signal) {
      signal.throwIfAborted();
      ran.push([command.file, ...command.args].join(' '));
      const stat = await files.stat(command.file);
      if (stat === undefined) throw failure('GO.NOT_RUNNABLE', { subject: command.file, evidence: { errno: 'ENOENT' } });
      if ((stat.mode & 0o111) === 0) throw failure('GO.NOT_RUNNABLE', { subject: command.file, evidence: { errno: 'EACCES' } });
      const program = options.programs?.[command.file];
      if (program !== undefined) return program(command, signal);
      return runGo({ ...command, program: files.content(command.file)?.toString() ?? '', root: join(command.file, '../..') });
    },
    async find(name) {
      for (const directory of (env['PATH'] ?? '').split(':').filter(isAbsolute)) {
        const path = join(directory, name);
        const stat = await files.stat(path);
        if (stat?.kind === 'file' && (stat.mode & 0o111) !== 0) return path;
      }
      return undefined;
    },
  };
}

function runGo(call: {
  readonly args: readonly string[];
  readonly env: Env;
  readonly program: string;
  readonly root: string;
}): ExecResult {
  const { args, env, program, root } = call;
  const [command, ...names] = args;
  const version = /^go version \S+ \S+$/mu.exec(program)?.[0];
  if (version === undefined) return { exitCode: 126, stdout: '', stderr: 'exec format error\n' };
  if (command === 'version') return { exitCode: 0, stdout: `${version}\n`, stderr: '' };
  if (command !== 'env') return { exitCode: 2, stdout: '', stderr: `go ${command}: unknown command\n` };
  const home = env['HOME'] ?? '';
  const [, , goversion, platform = ''] = version.split(' ');
  const defaults: Env = {
    GOVERSION: goversion,
    GOHOSTOS: platform.split('/')[0],
    GOHOSTARCH: platform.split('/')[1],
    GOROOT: root,
    GOPATH: home === '' ? '' : join(home, 'go'),
    GOMODCACHE: home === '' ? '' : join(env['GOPATH'] || join(home, 'go'), 'pkg/mod'),
    GOPROXY: /^GOPROXY=(.*)$/mu.exec(program)?.[1],
  };
  const values = names.map(name => env[name] || defaults[name] || '');
  return { exitCode: 0, stdout: `${values.join('\n')}\n`, stderr: '' };
}

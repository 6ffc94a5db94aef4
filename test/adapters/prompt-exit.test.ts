import { describe, expect, it } from 'vitest';
import { endingPromptly } from '../../src/adapters/prompt-exit.ts';

type Given = Parameters<typeof endingPromptly>[0];

/** A process that notes how it ends. */
function fake(changes: Partial<Given>): { readonly process: Given; readonly said: unknown[] } {
  const said: unknown[] = [];
  const process: Given = {
    exitCode: undefined,
    execPath: '/node',
    platform: 'linux',
    env: { PATH: '/bin', NODE_OPTIONS: '--inspect' },
    pid: 7,
    getActiveResourcesInfo: () => [],
    getBuiltinModule: () => undefined,
    on: () => undefined,
    emit: (event, code) => said.push([event, code]),
    exit: (...codes) => said.push(['exits', ...codes]),
    ...changes,
  };
  return { process, said };
}

describe('a process that is to end at once', () => {
  it('is replaced by a program that ends with its exit code', () => {
    const replaced: unknown[] = [];
    const { process, said } = fake({
      execve: (...given): never => {
        replaced.push(...given);
        return undefined as never;
      },
    });
    endingPromptly(process).exit(72);
    expect(said).toEqual([['exit', 72]]);
    expect(replaced).toEqual(['/node', ['/node', '-e', 'process.exit(72)'], { PATH: '/bin' }]);
  });

  it('keeps the exit code that it has', () => {
    const { process, said } = fake({ exitCode: 75, execve: () => undefined as never });
    endingPromptly(process).exit();
    expect(said).toEqual([['exit', 75]]);
    expect(process.exitCode).toBe(75);
  });

  it.each<[string, Partial<Given>]>([
    ['Node cannot', {}],
    ['the system cannot', { platform: 'win32', execve: () => undefined as never }],
  ])('ends as Node does it where %s replace itself', (_, changes) => {
    const { process, said } = fake(changes);
    endingPromptly(process).exit(3);
    // An argument that is undefined would make it 0.
    expect([said, process.exitCode]).toEqual([[['exits']], 3]);
  });

  it.each([
    ['a file', 'FSReqCallback', [7]],
    ['a look-up, which ends by itself,', 'GetAddrInfoReqWrap', []],
  ])('that %s holds is killed where Node cannot replace itself and waits for ever', (_, resource, killed) => {
    const watched: number[] = [];
    const spawn = (_file: string, args: readonly string[]): unknown => {
      watched.push(Number(args[2]));
      return { on: () => undefined };
    };
    const { process, said } = fake({
      getActiveResourcesInfo: () => ['Timeout', resource],
      getBuiltinModule: (() => ({ spawn })) as never,
    });
    endingPromptly(process).exit(3);
    expect(watched).toEqual(killed);
    expect(said).toEqual([['exits']]);
  });
});

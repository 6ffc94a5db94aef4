import type { GuardedProcess } from './exit-guard.ts';

/** What of `process` is needed; a test hands in its own. */
type EndingProcess = GuardedProcess &
  Pick<NodeJS.Process, 'execPath' | 'execve' | 'platform' | 'env'> & { emit(event: 'exit', code: number): unknown };

/**
 * The same process, whose `exit` takes place at once. Node's own waits for the threads of libuv: a look-up of a name holds one until
 * the resolver gives up, which may be minutes, and a disk that does not answer holds one for ever. A program that takes the place of this
 * one (process.execve, since Node 22.15) takes no thread along; it does nothing but end with the exit code.
 */
export function endingPromptly(process: EndingProcess): GuardedProcess {
  return {
    get exitCode() {
      return process.exitCode;
    },
    set exitCode(code) {
      process.exitCode = code;
    },
    on: process.on.bind(process),
    exit(code) {
      const { execPath, platform, env } = process;
      if (code !== undefined) process.exitCode = code;
      // Without an argument: undefined as one is the exit code 0.
      if (process.execve === undefined || platform === 'win32') return process.exit();
      // What listens to it may still change the exit code.
      process.emit('exit', Number(process.exitCode ?? 0));
      process.execve(execPath, [execPath, '-e', `process.exit(${Number(process.exitCode ?? 0)})`], withoutNodeSettings(env));
    },
  };
}

/** Nothing that would be loaded or said at the start. */
function withoutNodeSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NODE_')));
}

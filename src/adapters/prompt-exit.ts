import { LIMITS } from '../domain/limits.ts';
import { PRODUCT } from '../domain/product.ts';
import type { GuardedProcess } from './exit-guard.ts';

/** What of `process` is needed; a test hands in its own. */
type EndingProcess = GuardedProcess &
  Pick<NodeJS.Process, 'pid' | 'execPath' | 'execve' | 'platform' | 'env' | 'getActiveResourcesInfo' | 'getBuiltinModule'> & {
    emit(event: 'exit', code: number): unknown;
  };

/**
 * The same process, whose `exit` waits for no thread. Node's own waits for those of libuv: a look-up of a name holds one until the resolver
 * gives up, which may be minutes, and a disk that does not answer, or a pipe, holds one for ever. A program that takes the place of this
 * one (process.execve, since Node 22.15) takes no thread along, and does nothing but end with the exit code. Older ones wait for a
 * look-up; where a file holds them they are killed, and the exit code is that of the signal, 137.
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
      if (process.execve === undefined || platform === 'win32') {
        endIfHeld(process);
        // Without an argument: undefined as one is the exit code 0.
        return process.exit();
      }
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

/** Ends with the process that it watches, for then its standard input ends. */
const WATCH = `
const [pid, graceMs, text] = process.argv.slice(1);
process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume();
setTimeout(() => {
  process.kill(Number(pid), 'SIGKILL');
  require('node:fs').writeSync(2, text);
}, Number(graceMs));
`;

/** Has a second process kill this one where a file still holds a thread after a while. Before Node 20.16 nobody does. */
function endIfHeld(process: EndingProcess): void {
  if (!process.getActiveResourcesInfo().some(name => name.startsWith('FSReq'))) return;
  const text = `${PRODUCT.name} was killed: a file operation that the run gave up never ended\n`;
  process
    .getBuiltinModule?.('node:child_process')
    .spawn(process.execPath, ['-e', WATCH, String(process.pid), String(LIMITS.killGraceMs), text], {
      env: withoutNodeSettings(process.env),
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    .on('error', () => undefined);
}

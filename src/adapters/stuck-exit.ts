import { LIMITS } from '../domain/limits.ts';
import { PRODUCT } from '../domain/product.ts';

export interface StuckExitOptions {
  readonly process: Pick<NodeJS.Process, 'pid' | 'execPath' | 'env' | 'getActiveResourcesInfo' | 'getBuiltinModule'> & {
    on(event: 'exit', listener: () => void): unknown;
  };
  /** Default: LIMITS.killGraceMs. */
  readonly graceMs?: number;
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

/**
 * process.exit() waits for the threads that work on files. One that never comes back, from a pipe that nobody writes to or from a file
 * server that is gone, would keep a process whose run is over: then a second process kills it. Everything was told before that, and
 * the exit code is that of the signal, 137. Needs Node 20.16; older ones wait.
 */
export function endStuckExit({ process, graceMs = LIMITS.killGraceMs }: StuckExitOptions): void {
  process.on('exit', () => {
    if (!process.getActiveResourcesInfo().some(name => name.startsWith('FSReq'))) return;
    const text = `${PRODUCT.name} was killed: a file operation that the run gave up never ended\n`;
    const { NODE_OPTIONS: _, ...env } = process.env;
    process
      .getBuiltinModule?.('node:child_process')
      .spawn(process.execPath, ['-e', WATCH, String(process.pid), String(graceMs), text], {
        env,
        stdio: ['pipe', 'ignore', 'inherit'],
      })
      .on('error', () => undefined);
  });
}

import { failure } from '../domain/failure.ts';
import type { Context } from './context.ts';

/**
 * PATH is a list, and the runner's file and the shells take it line by line: below a directory whose path has the separator or a line
 * break in it, no later step would find Go. Throws INPUT.DESTINATION.
 */
export function mustFitPath({ machine, destination }: Context, directory: string): void {
  const separator = machine.runtime.os === 'win32' ? ';' : ':';
  const holds = /[\r\n]/u.test(directory) ? 'a line break' : separator;
  if (holds === separator && !directory.includes(separator)) return;
  throw failure('INPUT.DESTINATION', {
    subject: destination === undefined ? 'tool cache' : 'dest',
    message: 'A directory on PATH cannot have such a name',
    evidence: { directory, 'its path holds': holds },
    fixes: [
      {
        title: `Choose a directory whose path is without ${holds}`,
        kind: 'setting',
        text: 'dest, or RUNNER_TOOL_CACHE',
        risk: 'none',
      },
    ],
  });
}

import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { findingsOfLog, redactLog } from '../policy/decoded-findings.ts';
import { createDecoder } from '../policy/decoder.ts';
import type { ChildEnd } from '../ports/machine.ts';
import type { Context } from './context.ts';
import { createLogBytes, type LogBytes } from './read-log.ts';

/** A person or the CI platform ended the command: nothing is to be explained. */
const INTERRUPTS = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** So much of the command is shown. */
const NAME_CHARS = 200;

/**
 * The command `run`: runs the user's command, passes its output through, and explains its output when it fails. The report has the
 * exit code of the command, and so has the process. Throws what the output shows, the likeliest cause first, LOG.UNDETERMINED where
 * nothing is known, and RUN.NOT_FOUND (127) and RUN.NOT_EXECUTABLE (126) as shells do.
 */
export async function runCommand(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { operands, machine, workspace, emit } = context;
  const of = redactLog(operands.join(' ')).slice(0, NAME_CHARS);
  const decoder = createDecoder();
  const relieve = (): void => machine.relieve?.();
  const streams = {
    stdout: createLogBytes(decoder, 'standard output', relieve),
    stderr: createLogBytes(decoder, 'standard error', relieve),
  };
  const tell = (end: ChildEnd): void => {
    const bytes = streams.stdout.byteCount + streams.stderr.byteCount;
    emit({ type: 'log-read', log: { of, lines: decoder.result().lineCount, bytes, ...end }, findings: [] });
  };
  let end: ChildEnd;
  try {
    const command = { words: operands, env: machine.env, cwd: workspace };
    end = await machine.commands.passThrough(command, (stream, chunk) => streams[stream].push(chunk), signal);
  } catch (error) {
    const exitCode = startFailure(error);
    if (exitCode !== undefined) tell({ exitCode });
    throw error;
  }
  if (end.exitCode === 0) {
    tell(end);
    return 'ok';
  }
  for (const stream of Object.values<LogBytes>(streams)) stream.end();
  tell(end);
  throw causeOf(decoder.result(), { of, end });
}

/** The exit code that a shell has for a command that cannot be started; undefined for other failures. */
function startFailure(error: unknown): number | undefined {
  if (!(error instanceof Failure)) return undefined;
  if (error.code === 'RUN.NOT_FOUND') return 127;
  return error.code === 'RUN.NOT_EXECUTABLE' ? 126 : undefined;
}

function causeOf(
  decoding: ReturnType<ReturnType<typeof createDecoder>['result']>,
  { of, end }: { of: string; end: ChildEnd },
): Failure {
  const { exitCode, signal } = end;
  if (decoding.causes.length === 0 && INTERRUPTS.some(([name, code]) => name === signal || code === exitCode)) {
    return failure('SELF.INTERRUPTED', { subject: of, evidence: { signal, 'exit code': exitCode } });
  }
  const nothing = {
    text: `exit code ${exitCode}${signal === undefined ? '' : ` by ${signal}`}, and no line that looks like an error`,
    number: decoding.lineCount,
    stream: 'both streams',
  };
  const heard = { ...decoding, telling: decoding.telling ?? nothing };
  const [first, ...rest] = findingsOfLog(heard, { subject: of, file: undefined });
  if (first === undefined) throw new Error('a failed command without a finding');
  return new Failure([first, ...rest]);
}

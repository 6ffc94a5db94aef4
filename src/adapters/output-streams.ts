import { finding } from '../domain/finding.ts';
import { errnoOf, fsErrorCode } from '../policy/fs-errors.ts';

interface ErrorStream {
  on(event: 'error', listener: (error: unknown) => void): unknown;
}

export interface StreamOptions {
  /** What of `process` is minded; a test hands in its own. */
  readonly process: {
    exitCode?: number | string | null | undefined;
    readonly stdout: ErrorStream;
    readonly stderr: ErrorStream;
    on(event: 'exit', listener: () => void): unknown;
  };
  /** Standard output is for the result, and not for a log. */
  readonly holdsResult: boolean;
  /** Writes to standard error at once, even while the process ends. */
  readonly writeSync: (text: string) => void;
}

/** A reader that has seen enough (`| head -1`) is no fault. Windows says EOF. */
const READER_GONE: readonly (string | undefined)[] = ['EPIPE', 'EOF'];

/**
 * A stream that cannot be written ends no run and changes no result, for what is told there is not what was asked for. Only a result
 * that is lost on its way, on a full disk say, is not green: then the exit code is 74, and standard error says why.
 */
export function mindStreams({ process, holdsResult, writeSync }: StreamOptions): void {
  let lost: unknown;
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', error => {
    if (!READER_GONE.includes(errnoOf(error))) lost ??= error;
  });
  process.on('exit', () => {
    if (lost === undefined || !holdsResult || process.exitCode !== 0) return;
    const errno = errnoOf(lost) ?? String(lost);
    const { code, message } = finding(fsErrorCode(errno), { subject: 'standard output' });
    process.exitCode = 74;
    writeSync(`${code} standard output: ${message} (${errno}), so the result is lost. Exit 74\n`);
  });
}

/** The log that `explain` read, or the output of the command that `run` ran. */
export interface LogReport {
  /** The file, `standard input`, or the command. */
  readonly of: string;
  readonly lines: number;
  readonly bytes: number;
  /** Of the command, as a shell has it: 128 and the number of the signal that ended it. The process ends with it as well. */
  readonly exitCode?: number;
  /** Name of the signal that ended the command. */
  readonly signal?: string;
}

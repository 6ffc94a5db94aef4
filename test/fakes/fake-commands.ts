import type { ChildEnd, Commands } from '../../src/ports/machine.ts';

export interface FakeCommands extends Commands {
  /** The words of every command that was run. */
  readonly ran: (readonly string[])[];
}

/** A command that says this and ends so. */
export interface ScriptedCommand {
  readonly says?: readonly (readonly [stream: 'stdout' | 'stderr', text: string])[];
  readonly end?: ChildEnd;
  /** Thrown in place of an end. */
  readonly fails?: Error;
}

export function createFakeCommands(script: ScriptedCommand = {}): FakeCommands {
  const ran: (readonly string[])[] = [];
  return {
    ran,
    async passThrough({ words }, hear, signal) {
      signal.throwIfAborted();
      ran.push(words);
      for (const [stream, text] of script.says ?? []) hear(stream, Buffer.from(text));
      if (script.fails !== undefined) throw script.fails;
      return script.end ?? { exitCode: 0 };
    },
  };
}

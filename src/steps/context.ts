import type { CommandName } from '../domain/command-names.ts';
import type { Emit, Phase } from '../domain/event.ts';
import type { Inputs } from '../domain/inputs.ts';
import type { HostPlatform, Platform } from '../domain/platform.ts';
import type { Host } from '../ports/host.ts';
import type { Env, Files, Machine, MachineSettings, NetworkSettings } from '../ports/machine.ts';
import type { KnownLog } from '../verify/known-log.ts';
import type { KnownSigner } from '../verify/known-signer.ts';
import type { ReleaseTable } from '../verify/release-table.ts';
import type { EarlyLook } from './early-look.ts';
import type { Request } from './request.ts';

/** What a face knows before any input is judged. */
export interface Setting {
  readonly command: CommandName;
  /** Inputs as text, by name; undefined or empty means not given. */
  readonly rawInputs: Readonly<Record<string, string | undefined>>;
  /** The words after the command: PATH, DIR, FILE, URLs, or a command of the user's. */
  readonly operands: readonly string[];
  /** Options of the command that are no inputs; a switch that was given is empty text. */
  readonly options: Readonly<Record<string, string>>;
  /** Values that must not appear in any output. */
  readonly secrets: readonly string[];
  readonly env: Env;
  readonly files: Files;
  readonly host: Host;
  readonly hostPlatform: HostPlatform;
  /** Absolute directory that relative paths are relative to. */
  readonly workspace: string;
  /** The checksum database that is believed. */
  readonly log: KnownLog;
  /** Whose signature over an archive is believed. */
  readonly signer: KnownSigner;
  /** The shipped trusted root of the public Sigstore; read only when needed. Throws Failure FS.*. */
  readTrustedRoot(): Promise<Uint8Array>;
  /** The bytes of the shipped release table; read only when needed. Throws Failure FS.*. */
  readTable(): Promise<Uint8Array>;
  /** Bytes of standard input; it is touched only when this is called, for the command of `run` inherits it. Undefined: there is none. */
  readonly openStandardInput?: () => AsyncIterable<Uint8Array>;
  /** The machine, once it is known which CAs to trust and whether packets may leave. */
  openMachine(settings: MachineSettings): Machine;
}

/** What every step of a run is handed. */
export interface Context
  extends Pick<
    Setting,
    | 'operands'
    | 'options'
    | 'secrets'
    | 'workspace'
    | 'log'
    | 'signer'
    | 'host'
    | 'readTable'
    | 'readTrustedRoot'
    | 'openStandardInput'
  > {
  readonly inputs: Inputs;
  readonly machine: Machine;
  readonly platform: Platform;
  /** Undefined for a command that names no version. */
  readonly request: Request | undefined;
  /** Absolute; undefined: the tool cache. */
  readonly destination: string | undefined;
  readonly emit: Emit;
  /** The shipped table, read and parsed once when it is first asked for; undefined, with a warning, when it is damaged. */
  releaseTable(): Promise<ReleaseTable | undefined>;
  readonly earlyLook: EarlyLook;
  /** The same machine with other connections. */
  reopen(network: NetworkSettings): Machine;
  /** When the total budget is used up, on the clock's monotonic time. */
  readonly budgetEndMs: number;
}

/** Runs one phase between its two events; a phase that throws does not end. */
export async function inPhase<T>(context: Pick<Context, 'emit'>, phase: Phase, body: () => Promise<T>): Promise<T> {
  context.emit({ type: 'phase-started', phase });
  const result = await body();
  context.emit({ type: 'phase-ended', phase });
  return result;
}

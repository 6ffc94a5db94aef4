import type { ConnectionFacts } from '../domain/facts.ts';
import type { PhaseLimits } from '../domain/limits.ts';
import type { Facts } from '../domain/network-facts.ts';
import type { HostPlatform } from '../domain/platform.ts';
import type { ProbeNet } from './probe-net.ts';

/** What the computer offers. A function takes the narrowest of these that it needs, and an AbortSignal last. */
export interface Machine {
  readonly clock: Clock;
  readonly files: Files;
  readonly net: Net;
  /** Undefined when no packet may leave. */
  readonly probeNet: ProbeNet | undefined;
  /** What this program itself runs on. */
  readonly runtime: Facts['runtime'];
  readonly exec: Exec;
  readonly commands: Commands;
  readonly toolCache: ToolCache;
  readonly env: Env;
  readonly platform: HostPlatform;
  readonly process: ProcessIdentity;
  /** A short random name, unique enough for a directory (64 bits, as hexadecimal digits). */
  randomName(): string;
  /** Gives back the memory of buffers that nothing uses any more; takes about a millisecond. Undefined where that is not needed. */
  relieve?(): void;
}

export type Env = Readonly<Record<string, string | undefined>>;

export interface ProcessIdentity {
  readonly pid: number;
  readonly hostname: string;
  /** Tells this process from every other that had its pid: in a new container of one job they are often the same. */
  readonly run: string;
  /** Whether a process of this machine still runs. */
  isAlive(pid: number): boolean;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that never run backwards. */
  monotonic(): number;
  /** Resolves after the time; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What the inputs say of the machine. */
export interface MachineSettings {
  /** PEM text of the input `ca-file`. */
  readonly caPem: string | undefined;
  readonly offline: boolean;
  readonly allowDirect: boolean;
  /** Set by a repair only. */
  readonly network?: NetworkSettings;
}

/** What differs from the usual connections. Nothing here takes a check away. */
export interface NetworkSettings {
  /** Offers X25519, P-256 and P-384 only, so that the ClientHello fits into one packet. */
  readonly classicalGroups?: true;
  /** From the first connection on, every certificate store of the operating system is trusted, beside SSL_CERT_FILE too. */
  readonly everyStore?: true;
}

export interface NetRequest {
  readonly method?: 'GET' | 'HEAD' | 'PUT';
  /** http or https; userinfo is not allowed here (send `headers.authorization`). */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent whole, with its length. */
  readonly body?: string;
  readonly limits: PhaseLimits;
}

export interface NetResponse {
  readonly status: number;
  /** Names in lower case; repeated fields joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The raw body, undecoded. Ends only when HTTP framing says that it is complete; otherwise throws Failure
   * BODY.TRUNCATED, BODY.RESET or BODY.TOO_LONG. Leaving the loop early closes the connection. No deadline of its own:
   * the reader watches for stalls, because only the reader knows whether it or the peer is slow.
   */
  readonly body: AsyncIterable<Uint8Array>;
  /** Closes the connection without reading. */
  discard(): void;
  readonly facts: ConnectionFacts;
  /** What was sent to the proxy with this request, which may have answered itself; undefined in a tunnel, and without credentials. */
  readonly proxyAuthorization?: string;
}

export interface Net {
  /**
   * One HTTP/1.1 exchange, without redirects, until the last header byte. Every phase has its deadline. Throws Failure
   * with the code of the phase (DNS.*, TCP.*, PROXY.*, TLS.*, HTTP.*, CFG.*), or the signal's reason.
   */
  request(request: NetRequest, signal: AbortSignal): Promise<NetResponse>;
}

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  /** Permission bits. */
  readonly mode: number;
  /** Which file system it is on. */
  readonly device?: number;
}

/** For many files at once. */
export interface FileStatus extends Pick<FileStat, 'kind' | 'sizeBytes' | 'mtimeMs'> {
  /** When the kernel last changed anything of it; no program can set this. */
  readonly ctimeMs: number;
}

/** Files and directories. Every method throws Failure FS.* with errno and path as evidence. */
export interface Files {
  /** Does not follow a symbolic link at the end of the path. Undefined when there is nothing. */
  stat(path: string): Promise<FileStat | undefined>;
  /** At most `maxBytes`, else Failure FS.IO. */
  read(path: string, maxBytes: number): Promise<Buffer>;
  /** The path with every link resolved; undefined when there is nothing at its end. */
  realPath(path: string): Promise<string | undefined>;
  /** Bytes from..to (exclusive) of a file. */
  readRange(path: string, from: number, to: number): Promise<Buffer>;
  stream(path: string): AsyncIterable<Uint8Array>;
  /** Names in a directory, sorted; empty when the directory does not exist. */
  list(path: string): Promise<readonly string[]>;
  /** With parents. */
  makeDirectory(path: string): Promise<void>;
  /** `exclusive`: false when the file exists already, true when it was made; when that fails, nothing is left of it. */
  write(path: string, data: string | Uint8Array, options?: { readonly exclusive?: boolean }): Promise<boolean>;
  append(path: string, data: string): Promise<void>;
  /** Atomic. False when the target is a directory that is not empty; retried while another program holds a file (Windows). */
  rename(from: string, to: string): Promise<boolean>;
  /**
   * A symbolic link at `path`, a junction for a directory on Windows. False when something stands at the path already. Undefined
   * where nobody needs links.
   */
  link?(link: { readonly target: string; readonly path: string; readonly kind: 'directory' | 'file' }): Promise<boolean>;
  /** Whole trees too, and a link but not what it leads to; no error when there is nothing. */
  remove(path: string): Promise<void>;
  /** Only an empty directory; false when it is not empty or not there. */
  removeEmptyDirectory(path: string): Promise<boolean>;
  touch(path: string): Promise<void>;
  /** Of the file system that holds the path or its nearest existing parent; undefined where it cannot be told. */
  freeSpace(path: string): Promise<{ readonly bytes: number; readonly inodes?: number } | undefined>;
  readonly tree: TreeWriter;
}

/**
 * Synchronous writing of many small files: measured to be three times faster than any asynchronous form, because
 * inflating goes on in another thread meanwhile. Throws Failure FS.*.
 */
export interface TreeWriter {
  /** Fails when it exists. */
  makeDirectory(path: string): void;
  /** Exclusive; returns a handle. The mode is independent of the umask. */
  createFile(path: string, mode: number): number;
  write(handle: number, data: Uint8Array, from: number, to: number): void;
  /** mtime in seconds since 1970; undefined leaves it. */
  closeFile(handle: number, mtimeSeconds?: number): void;
  removeTree(path: string): void;
  /** Reads a whole file; for hashing installed trees. */
  readFile(path: string): Buffer;
  /** Does not follow a symbolic link. Undefined when there is nothing. */
  status(path: string): FileStatus | undefined;
  /** Entries of a directory in any order. */
  readDirectory(path: string): readonly { readonly name: string; readonly kind: FileStat['kind'] }[];
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Exec {
  /**
   * Runs a program to its end, without a shell. Throws Failure GO.NOT_RUNNABLE when it cannot be started or exceeds
   * `timeoutMs` (it is killed then), FS.FD_LIMIT and RUN.NO_PROCESS when that is the machine's fault.
   */
  run(
    command: {
      readonly file: string;
      readonly args: readonly string[];
      readonly env: Env;
      readonly cwd?: string;
      readonly timeoutMs: number;
    },
    signal: AbortSignal,
  ): Promise<ExecResult>;
  /** The first executable of this name on PATH, or undefined. */
  find(name: string): Promise<string | undefined>;
}

/** How a command of the user's ended. */
export interface ChildEnd {
  /** As a shell reports it: 128 and the number of the signal that ended it. */
  readonly exitCode: number;
  readonly signal?: string;
}

export interface Commands {
  /**
   * Runs a command in our place: standard input is inherited, both output streams are passed through byte for byte, at once and in
   * order within each, and heard. They are pipes to the command, and no terminals. SIGINT, SIGTERM and SIGHUP are forwarded; a second
   * signal kills. No deadline: an abort ends the command. Throws RUN.NOT_FOUND, RUN.NOT_EXECUTABLE, FS.FD_LIMIT and RUN.NO_PROCESS, or
   * the signal's reason.
   */
  passThrough(
    command: { readonly words: readonly string[]; readonly env: Env; readonly cwd: string },
    hear: (stream: 'stdout' | 'stderr', chunk: Uint8Array) => void,
    signal: AbortSignal,
  ): Promise<ChildEnd>;
}

/** The runner's tool cache (directory layout: tool/version/arch and tool/version/arch.complete). */
export interface ToolCache {
  readonly directory: string;
  /** Versions (semver text) of a tool for an architecture whose entries are marked complete. */
  versions(tool: string, arch: string): readonly string[];
}

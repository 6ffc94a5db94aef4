import { type ChildProcess, spawn } from 'node:child_process';
import { platform } from 'node:os';
import { cacheSession } from './cache-session.ts';

// Stands for @actions/exec in dist/cache.cjs: the same programs, but they end when the call is aborted, what they print is heard by
// the session instead of written, and tar leaves files alone that exist already.

/** As much as the library uses of them (@actions/exec, ExecOptions). */
interface ProgramOptions {
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly ignoreReturnCode?: boolean;
  readonly listeners?: { readonly stdout?: (data: Buffer) => void; readonly stderr?: (data: Buffer) => void };
}

const SHOWN_OUTPUT_BYTES = 2_000;

/**
 * @public Taken by scripts/build.mjs. The exit code. Rejects when the program cannot be started, or ends otherwise than 0 unless
 * `ignoreReturnCode`.
 */
export function exec(line: string, args: readonly string[] = [], options: ProgramOptions = {}): Promise<number> {
  const session = cacheSession.getStore();
  const [program = '', ...words] = [...splitCommandLine(line), ...args];
  const { cwd, env } = options;
  return new Promise((resolve, reject) => {
    session?.signal.throwIfAborted();
    const child = spawn(program, [...words, ...extractionWords(program, words)], {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env: words.includes('-xf') ? { ...env, TAR_OPTIONS: keepExisting(env) } : env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const onAbort = (): void => void child.kill('SIGKILL');
    session?.signal.addEventListener('abort', onAbort, { once: true });
    const printed = collectOutput(child, options);
    child.once('error', reject);
    child.once('close', code => {
      session?.signal.removeEventListener('abort', onAbort);
      if (code === 0 || (options.ignoreReturnCode === true && code !== null)) return resolve(code);
      reject(new Error(`${program} ended with ${code ?? 'a signal'}: ${printed()}`));
    });
  });
}

/**
 * GNU tar reads options from here, before those of the command line. Without this one it unlinks what exists, which fails in the
 * read-only directories of the module cache: "Cannot open: File exists" (actions/setup-go #314, #403).
 */
function keepExisting(env: NonNullable<ProgramOptions['env']>): string {
  return [env['TAR_OPTIONS'] ?? '', '--skip-old-files'].join(' ').trim();
}

/** The same for the tar of BSD, which macOS and Windows bring; it reads no variable. */
function extractionWords(program: string, words: readonly string[]): readonly string[] {
  const os = platform();
  const isBsd = (os === 'darwin' && program === '/usr/bin/tar') || (os === 'win32' && /\\System32\\tar\.exe$/iu.test(program));
  return isBsd && words.includes('-xf') ? ['-k'] : [];
}

/** Splits at spaces; double quotes keep words together, and a backslash before one makes it part of the word. */
export function splitCommandLine(line: string): readonly string[] {
  const words: string[] = [];
  for (const match of line.matchAll(/(?:"(?:\\"|[^"])*"|[^\s"])+/gu)) {
    words.push(match[0].replace(/"((?:\\"|[^"])*)"/gu, (_, inner: string) => inner.replaceAll('\\"', '"')));
  }
  return words;
}

/** The beginning of what it printed, for a reason. */
function collectOutput(child: ChildProcess, { listeners = {} }: ProgramOptions): () => string {
  let text = '';
  const collect = (stream: NodeJS.ReadableStream | null, listener?: (data: Buffer) => void): void => {
    stream?.on('data', (data: Buffer) => {
      if (text.length < SHOWN_OUTPUT_BYTES) text += data.toString('utf8');
      listener?.(data);
    });
  };
  collect(child.stdout, listeners.stdout);
  collect(child.stderr, listeners.stderr);
  return () => text.slice(0, SHOWN_OUTPUT_BYTES).trim();
}

import { type DecoderRow, rowsOf } from './decoder-row.ts';

/** Texts about the disk and memory; they stand first, because they hide behind texts about the network. Windows says it in other words. */
export const SPACE_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'any' }, [
  {
    id: 'no-space',
    code: 'FS.NO_SPACE',
    needle: 'no space left',
    pattern: /no space left on (?:the )?device/iu,
    detail: /(?:(?:write|mkdir|open|copy|fsync) (?<subject>\S{1,400}): )no space left on (?:the )?device/iu,
  },
  { id: 'no-space-node', code: 'FS.NO_SPACE', needle: 'enospc', pattern: /\bENOSPC\b/u },
  { id: 'no-space-quota', code: 'FS.NO_SPACE', needle: 'quota exceeded', pattern: /disk quota exceeded/iu },
  { id: 'no-space-windows', code: 'FS.NO_SPACE', needle: 'not enough space', pattern: /not enough space on the disk/iu },
  {
    id: 'no-space-tar',
    tool: 'tar',
    code: 'FS.NO_SPACE',
    needle: 'wrote only',
    pattern: /^tar: (?<subject>.{1,300}): Wrote only \d+ of \d+ bytes/u,
    confidence: 'likely',
  },
  { id: 'no-memory-killed', code: 'HOST.MEMORY', needle: 'signal: killed', pattern: /signal: killed/u, confidence: 'likely' },
  { id: 'no-memory-allocate', code: 'HOST.MEMORY', needle: 'cannot allocate memory', pattern: /cannot allocate memory/iu },
  { id: 'no-memory-go', code: 'HOST.MEMORY', needle: 'runtime: out of memory', pattern: /runtime: out of memory/u },
]);

/** The rest about the disk: after git's texts, some of which speak of permission too. */
export const DISK_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'any' }, [
  {
    id: 'read-only',
    code: 'FS.READ_ONLY',
    needle: 'read-only file system',
    pattern: /read-only file system/iu,
    detail: /(?:(?:mkdir|open|create|write|rename|unlinkat) (?<subject>\S{1,400}): )read-only file system/iu,
  },
  { id: 'read-only-node', code: 'FS.READ_ONLY', needle: 'erofs', pattern: /\bEROFS\b/u },
  {
    id: 'permission-go',
    tool: 'go',
    code: 'FS.PERMISSION',
    needle: 'permission denied',
    pattern:
      /^(?:go|\S{1,300}\.go:\d+:\d+): .{0,2000}?(?:mkdir|open|unlinkat|rename|stat|fork\/exec) (?<subject>\S{1,400}): permission denied/u,
  },
  {
    id: 'permission',
    code: 'FS.PERMISSION',
    needle: 'permission denied',
    // Of a connection it is no file (decoder-rows-net.ts).
    pattern: /(?<!(?:connect|socket): |port \d{1,5}: )permission denied/iu,
    detail: /(?:(?:mkdir|open|create|write|rename|unlinkat|fork\/exec) (?<subject>\S{1,400}): )permission denied/iu,
    confidence: 'likely',
    generic: true,
  },
  { id: 'permission-node', code: 'FS.PERMISSION', needle: 'eacces', pattern: /(?<!connect |code: ')\bEACCES\b/u, generic: true },
  {
    id: 'permission-windows',
    code: 'FS.PERMISSION',
    needle: 'access is denied',
    pattern: /(?<subject>[A-Za-z]:\\\S{1,300}): Access is denied/u,
    generic: true,
  },
  { id: 'too-many-files', code: 'FS.FD_LIMIT', needle: 'too many open files', pattern: /too many open files/iu },
]);

/** What shells say when there is no Go. */
export const SHELL_ROWS: readonly DecoderRow[] = rowsOf({ tool: 'shell', code: 'GO.NOT_ON_PATH' }, [
  {
    id: 'sh-no-go',
    needle: 'not found',
    pattern: /^(?:\S{1,80}: )?(?:eval: )?(?:line )?(?:\d+: )?(?<subject>gofmt|go): (?:command )?not found$/u,
  },
  {
    id: 'make-no-go',
    needle: ': go: ',
    pattern: /^g?make(?:\[\d{1,3}\])?: (?<subject>go): (?:No such file or directory|Command not found)/u,
  },
  {
    id: 'env-no-go',
    needle: 'no such file or directory',
    pattern: /^(?:\/\S{1,80}\/)?env: ['‘]?(?<subject>go)['’]?: No such file or directory/u,
  },
  { id: 'zsh-no-go', needle: 'command not found', pattern: /command not found: (?<subject>gofmt|go)$/u },
  {
    id: 'exec-no-go',
    needle: 'executable file not found',
    pattern: /exec: \\?"(?<subject>gofmt|go)\\?": executable file not found/u,
  },
  { id: 'spawn-no-go', needle: 'spawn go enoent', pattern: /spawn (?<subject>go) ENOENT/u },
  { id: 'windows-no-go', needle: 'is not recognized', pattern: /['"](?<subject>go)['"] is not recognized as /iu },
  { id: 'sh-version-not-found', needle: 'version: not found', pattern: /^\/bin\/sh: (?:\d+: )?(?<subject>version): not found$/u },
]);

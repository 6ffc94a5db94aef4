/** An option of one command that is no input. */
export interface CommandOption {
  readonly name: string;
  /** In help: `FILE`, `sh|fish|pwsh`; undefined for a switch, which takes no value. */
  readonly value?: string;
  /** Accepted values, where they are few; the first is the default. */
  readonly choices?: readonly string[];
  readonly description: string;
}

export const SHELLS = ['sh', 'fish', 'pwsh'] as const;
export type Shell = (typeof SHELLS)[number];

export interface CommandRow {
  /** What follows the command's name in the usage line; empty for nothing. */
  readonly usage: string;
  /** One sentence. */
  readonly does: string;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** How many words may follow; `what` names them in a complaint. */
  readonly operands: { readonly min: number; readonly max: number; readonly what: string };
  /** Whether the operand is the input `go-version`. */
  readonly takesSpec?: boolean;
  /** Whether `--` begins a command of the user's, whose words are nobody else's. */
  readonly takesCommand?: boolean;
  readonly options?: readonly CommandOption[];
}

const SPEC = { min: 0, max: 1, what: 'SPEC' } as const;
const NONE = { min: 0, max: 0, what: '' } as const;

/** Every command, once: parsing, help and documentation are made from it (design, section 4). */
export const COMMANDS = {
  install: {
    usage: '[SPEC]',
    does: 'Resolves the version, downloads, proves and installs it, and prints how to use it.',
    operands: SPEC,
    takesSpec: true,
    examples: [
      ['install 1.26', 'the newest 1.26'],
      ['install --go-version-file go.mod', 'what the module asks for'],
      ['install stable --sources aliyun,official --dest ./go', 'sources in this order, into ./go'],
    ],
  },
  resolve: {
    usage: '[SPEC]',
    does: 'Says which exact version is meant and where that was learnt; downloads nothing.',
    operands: SPEC,
    takesSpec: true,
    examples: [
      ['resolve oldstable', 'the newest release of the previous line'],
      ["resolve '>=1.25 <1.27' --json", 'as a report'],
    ],
  },
  preflight: {
    usage: '[DIR]',
    does: 'Checks the project and the environment before a build: go.mod, go.sum, go.work, Go settings, proxies, paths.',
    operands: { min: 0, max: 1, what: 'DIR' },
    examples: [
      ['preflight', 'the project here'],
      ['preflight ./service --json', 'another one, as a report'],
    ],
  },
  doctor: {
    usage: '[URL…]',
    does: 'Probes the configured sources and the Go environment, or the URLs, and names the cause of what fails.',
    operands: { min: 0, max: 16, what: 'URL' },
    options: [
      { name: 'gather', value: 'FILE', description: 'Write the observed facts to a file, redacted, and judge them.' },
      { name: 'judge', value: 'FILE', description: 'Judge the facts of a file; no packet leaves.' },
    ],
    examples: [
      ['doctor', 'everything that an install would use'],
      ['doctor https://mirror.example.com/golang/', 'one address'],
      ['doctor --judge facts.json', 'what another machine saw'],
    ],
  },
  explain: {
    usage: '[FILE]',
    does: 'Reads the log of a failed go, git, tar or curl, or standard input, and names the cause and the fix.',
    operands: { min: 0, max: 1, what: 'FILE' },
    examples: [
      ['explain build.log', 'a file'],
      ['explain < build.log', 'standard input'],
    ],
  },
  run: {
    usage: '-- COMMAND…',
    does: 'Runs a command, passes its output and exit code through, and explains it when it fails.',
    operands: { min: 1, max: Number.POSITIVE_INFINITY, what: 'COMMAND after --' },
    takesCommand: true,
    examples: [['run -- go build ./...', 'a build']],
  },
  sources: {
    usage: '',
    does: 'Shows the health of the sources: reachable, first byte, rate, freshness, redirects, ranges.',
    operands: NONE,
    examples: [
      ['sources', 'all that are known'],
      ['sources --sources aliyun,official', 'some'],
    ],
  },
  verify: {
    usage: 'PATH',
    does: 'Proves an archive or an installed GOROOT, or, with --modules, the module cache and vendor directory of a project.',
    operands: { min: 1, max: 1, what: 'PATH' },
    options: [
      {
        name: 'signature',
        value: 'FILE',
        description: 'Prove a build of your own by its Sigstore bundle (cosign sign-blob --bundle).',
      },
      { name: 'key', value: 'FILE', description: 'The public key that signed it: cosign.pub.' },
      { name: 'modules', description: 'Prove modules against the go.sum of the project in PATH, without network.' },
    ],
    examples: [
      ['verify go1.26.8.linux-amd64.tar.gz', 'an archive'],
      ['verify /usr/local/go', 'an installation'],
      ['verify go-private.tar.gz --signature go-private.bundle.json --key cosign.pub', 'a build of your own'],
      ['verify --modules .', 'the modules that the project here uses'],
    ],
  },
  env: {
    usage: '',
    does: 'Prints the lines that set up a shell for an installed Go.',
    operands: NONE,
    options: [
      {
        name: 'shell',
        value: 'sh|fish|pwsh',
        choices: SHELLS,
        description: 'The shell that env writes for (sh).',
      },
    ],
    examples: [
      ['env --go-version 1.26 --shell fish | source', 'for fish'],
      ['env --go-version 1.26 --shell pwsh | Out-String | Invoke-Expression', 'for PowerShell'],
    ],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** The row as every command has it. */
export function commandRow(name: CommandName): CommandRow {
  return COMMANDS[name];
}

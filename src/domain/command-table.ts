import { type CommandName, SHELLS } from './command-names.ts';

/** An option of one command that is no input. */
export interface CommandOption {
  readonly name: string;
  /** In help: `FILE`, `sh|fish|pwsh`; undefined for a switch, which takes no value. */
  readonly value?: string;
  /** Accepted values, where they are few; the first is the default. */
  readonly choices?: readonly string[];
  readonly description: string;
}

export interface CommandRow {
  /** What follows the command's name in the usage line; empty for nothing. */
  readonly usage: string;
  /** One sentence. */
  readonly does: string;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** What one must know beside that; shown in the help of the command. */
  readonly notes?: readonly string[];
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

/** Every command, once: parsing, help and documentation are made from it. */
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
    options: [
      {
        name: 'sums',
        value: 'quick|all|off',
        choices: ['quick', 'all', 'off'],
        description: 'How much of go.sum the checksum database proves: what it can in 5 s (quick), all, or nothing (off).',
      },
    ],
    examples: [
      ['preflight', 'the project here'],
      ['preflight --sums all', 'with every line of go.sum proved by the checksum database'],
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
    notes: [
      'Ends with 0 when it could explain the log or the log shows no failure, and with 75 when the failure is not known.',
      'Where a compile error or a failed test ended the command, the environment is not blamed.',
    ],
  },
  run: {
    usage: '-- COMMAND…',
    does: 'Runs a command, passes its output and exit code through, and explains it when it fails.',
    operands: { min: 1, max: Number.POSITIVE_INFINITY, what: 'COMMAND after --' },
    takesCommand: true,
    examples: [
      ['run -- go build ./...', 'a build'],
      ['run --report-dir out --timeout 20m -- go test ./...', 'tests in 20 minutes, with a report'],
    ],
    notes: [
      'Ends with the exit code of the command: 127 when it is not found, 126 when it cannot be executed, 128+N when signal N ended it.',
      'Both output streams of the command are pipes: it sees no terminal there. Standard input is inherited.',
      'SIGINT, SIGTERM and SIGHUP go to the command; a second one kills it. It has no time limit but that of --timeout.',
      'Standard output is that of the command, so --json is refused: --report-dir says where the report goes.',
    ],
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
    usage: 'PATH | --modules [DIR]',
    does: 'Proves an archive or an installed GOROOT, or, with --modules, the module cache and vendor directory of a project.',
    operands: { min: 1, max: 1, what: 'PATH' },
    options: [
      {
        name: 'signature',
        value: 'FILE',
        description: 'Prove a build of your own by its Sigstore bundle (cosign sign-blob --bundle).',
      },
      { name: 'key', value: 'FILE', description: 'The public key that signed it: cosign.pub.' },
      { name: 'certificate-identity', value: 'NAME', description: 'Without a key: who must have signed, exactly.' },
      {
        name: 'certificate-identity-regexp',
        value: 'PATTERN',
        description: 'In its place: a pattern that all of it must match.',
      },
      { name: 'certificate-oidc-issuer', value: 'URL', description: 'Without a key: who must have vouched for the signer.' },
      { name: 'trusted-root', value: 'FILE', description: 'The trusted_root.json of a Sigstore of your own (the public one).' },
      { name: 'modules', description: 'Prove modules against the go.sum of the project in DIR (here), without network.' },
    ],
    examples: [
      ['verify go1.26.8.linux-amd64.tar.gz', 'an archive'],
      ['verify /usr/local/go', 'an installation'],
      ['verify go-private.tar.gz --signature go-private.bundle.json --key cosign.pub', 'a build of your own'],
      [
        'verify go-private.tar.gz --signature go-private.bundle.json --certificate-identity you@example.com --certificate-oidc-issuer https://accounts.example.com',
        'the same, signed without a key',
      ],
      ['verify --modules', 'the modules that the project here uses'],
    ],
    notes: ['With --modules nothing is fetched: what is not in the module cache is counted as missing.'],
  },
  mirror: {
    usage: 'export DIR',
    does: 'Writes proved archives with their proofs into a directory, for machines without a network.',
    operands: { min: 2, max: 2, what: 'export DIR' },
    options: [
      { name: 'versions', value: '1.26,1.25.x', description: 'Which releases, each as --go-version takes it.' },
      { name: 'platforms', value: 'linux/amd64,…', description: 'For which platforms (this one).' },
    ],
    examples: [
      ['mirror export /mnt/go --versions 1.26,1.25', 'for this platform'],
      ['mirror export ./go --versions 1.26.8 --platforms linux/amd64,windows/amd64', 'for others'],
      ['install 1.26 --offline --sources file:///mnt/go', 'the other side'],
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
        description: 'The shell that env writes for (sh; in PowerShell and cmd of Windows, pwsh).',
      },
    ],
    examples: [
      ['env --go-version 1.26 --shell fish | source', 'for fish'],
      ['env --go-version 1.26 --shell pwsh | Out-String | Invoke-Expression', 'for PowerShell'],
    ],
  },
} as const satisfies Readonly<Record<CommandName, CommandRow>>;

/** The row as every command has it. */
export function commandRow(name: CommandName): CommandRow {
  return COMMANDS[name];
}

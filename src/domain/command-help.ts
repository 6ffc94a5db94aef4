import type { CommandName } from './command-line.ts';
import { INPUTS, type InputRow } from './input-table.ts';
import { PRODUCT } from './product.ts';

interface CommandHelp {
  readonly usage: string;
  readonly does: string;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
}

const COMMANDS: Readonly<Record<CommandName, CommandHelp>> = {
  install: {
    usage: 'install [SPEC]',
    does: 'Resolves the version, downloads, proves and installs it, and prints how to use it.',
    examples: [
      ['install 1.26', 'the newest 1.26'],
      ['install --go-version-file go.mod', 'what the module asks for'],
      ['install stable --sources aliyun,official --dest ./go', 'sources in this order, into ./go'],
    ],
  },
  resolve: {
    usage: 'resolve [SPEC]',
    does: 'Says which exact version is meant and where that was learnt; downloads nothing.',
    examples: [
      ['resolve oldstable', 'the newest release of the previous line'],
      ["resolve '>=1.25 <1.27' --json", 'as a report'],
    ],
  },
  verify: {
    usage: 'verify PATH',
    does: 'Proves an archive or an installed GOROOT.',
    examples: [
      ['verify go1.26.8.linux-amd64.tar.gz', 'an archive'],
      ['verify /usr/local/go', 'an installation'],
    ],
  },
  env: {
    usage: 'env',
    does: 'Prints the lines that set up a shell for an installed Go.',
    examples: [
      ['env --go-version 1.26 --shell fish | source', 'for fish'],
      ['env --go-version 1.26 --shell pwsh | Out-String | Invoke-Expression', 'for PowerShell'],
    ],
  },
};

const GENERAL_OPTIONS: readonly (readonly [string, string])[] = [
  ['--json', 'Print exactly one report on standard output; text for people goes to standard error.'],
  ['--shell sh|fish|pwsh', 'The shell that env writes for (sh).'],
  ['--help', 'This text, or that of a command.'],
  ['--version', 'The version of this program.'],
];

/** The contract of design section 4. */
const EXIT_CODES = `Exit codes:
   0  done
  64  usage: a command, option or input is wrong
  70  internal error
  71  configuration: the request cannot be met as it stands
  72  network: no source could be reached
  73  integrity: the content could not be proved
  74  disk or permission
  75  temporary: a retry may help`;

/** The text of `--help`, for one command or for all. `program` is how the program was called, for the examples. */
export function helpText(topic: CommandName | undefined, program: string = PRODUCT.name): string {
  const parts = topic === undefined ? generalHelp(program) : commandHelp(COMMANDS[topic], program);
  return `${[...parts, optionsText(topic), EXIT_CODES].join('\n\n')}\n`;
}

function generalHelp(program: string): readonly string[] {
  const commands = Object.values(COMMANDS);
  return [
    `Installs a proved Go.\n\nUsage: ${program} COMMAND [OPTIONS]`,
    `Commands:\n${rows(commands.map(({ usage, does }) => [usage, does]))}`,
    examplesText(
      commands.flatMap(command => command.examples.slice(0, 1)),
      program,
    ),
  ];
}

function commandHelp({ usage, does, examples }: CommandHelp, program: string): readonly string[] {
  return [`${does}\n\nUsage: ${program} ${usage} [OPTIONS]`, examplesText(examples, program)];
}

function examplesText(examples: CommandHelp['examples'], program: string): string {
  return `Examples:\n${rows(examples.map(([command, meaning]) => [`${program} ${command}`, meaning]))}`;
}

function optionsText(topic: CommandName | undefined): string {
  const inputs: readonly InputRow[] = INPUTS;
  const shown = inputs.filter(row => row.faces.includes('cli')).map(row => [optionUsage(row), description(row)] as const);
  const general = GENERAL_OPTIONS.filter(([usage]) => topic === undefined || topic === 'env' || !usage.startsWith('--shell'));
  return `Options:\n${rows([...shown, ...general])}`;
}

function optionUsage({ name, kind, choices }: InputRow): string {
  if (kind === 'boolean') return `--${name}`;
  return `--${name} ${kind === 'choice' ? (choices ?? []).join('|') : 'VALUE'}`;
}

function description(row: InputRow): string {
  const shown = row.default === '' || row.kind === 'boolean' ? '' : ` (${row.default})`;
  return `${row.description.replace(/\.$/u, '')}${shown}.`;
}

/** Two columns; a long first one stands on a line of its own. */
function rows(pairs: readonly (readonly [string, string])[]): string {
  const width = 28;
  return pairs
    .map(([left, right]) =>
      left.length < width ? `  ${left.padEnd(width)}${right}` : `  ${left}\n  ${' '.repeat(width)}${right}`,
    )
    .join('\n');
}

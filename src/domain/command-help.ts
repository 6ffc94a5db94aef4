import { COMMAND_NAMES, type CommandName } from './command-names.ts';
import { type CommandRow, commandRow } from './command-table.ts';
import { INPUTS, type InputRow } from './input-table.ts';
import { PRODUCT } from './product.ts';

const GENERAL_OPTIONS: readonly (readonly [string, string])[] = [
  ['--json', 'Print exactly one report on standard output; text for people goes to standard error.'],
  ['--help', 'This text, or that of a command.'],
  ['--version', 'The version of this program.'],
];

/** API: see ExitCode (catalogue-entry.ts). */
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
  const parts = topic === undefined ? generalHelp(program) : commandHelp(topic, program);
  return `${[...parts, optionsText(topic), EXIT_CODES].join('\n\n')}\n`;
}

function generalHelp(program: string): readonly string[] {
  const commands = COMMAND_NAMES.map(name => ({ ...commandRow(name), call: callText(name) }));
  return [
    `Installs a proved Go.\n\nUsage: ${program} COMMAND [OPTIONS]`,
    `Commands:\n${rows(commands.map(({ call, does }) => [call, does]))}`,
    examplesText(
      commands.flatMap(command => command.examples.slice(0, 1)),
      program,
    ),
  ];
}

function commandHelp(name: CommandName, program: string): readonly string[] {
  const { does, examples, notes = [], takesCommand } = commandRow(name);
  // Behind `--` every word is the command's.
  const call = takesCommand ? `${name} [OPTIONS] ${commandRow(name).usage}` : `${callText(name)} [OPTIONS]`;
  const usage = `${does}\n\nUsage: ${program} ${call}`;
  return [usage, examplesText(examples, program), ...(notes.length === 0 ? [] : [notes.join('\n')])];
}

function callText(name: CommandName): string {
  return `${name} ${commandRow(name).usage}`.trim();
}

function examplesText(examples: CommandRow['examples'], program: string): string {
  return `Examples:\n${rows(examples.map(([command, meaning]) => [`${program} ${command}`, meaning]))}`;
}

function optionsText(topic: CommandName | undefined): string {
  const inputs: readonly InputRow[] = INPUTS;
  const shown = inputs.filter(row => row.faces.includes('cli')).map(row => [optionUsage(row), description(row)] as const);
  const own = (topic === undefined ? COMMAND_NAMES : [topic]).flatMap(name => commandRow(name).options ?? []);
  const ownRows = own.map(({ name, value, description: text }) => [`--${name} ${value ?? ''}`.trim(), text] as const);
  return `Options:\n${rows([...shown, ...ownRows, ...GENERAL_OPTIONS])}`;
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

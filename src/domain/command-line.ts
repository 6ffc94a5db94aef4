import { COMMAND_NAMES, type CommandName } from './command-names.ts';
import { type CommandOption, commandRow } from './command-table.ts';
import { type Finding, finding } from './finding.ts';
import { INPUTS, type InputRow } from './input-table.ts';
import { nearestName } from './nearest.ts';

/** One command, as written; parseInputs judges `inputs`. */
export interface Command {
  readonly kind: 'command';
  readonly name: CommandName;
  /** Values of inputs by their names; only those that were given. The SPEC of install and resolve is `go-version`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** PATH, DIR, FILE, URLs, or the words of the user's own command. */
  readonly operands: readonly string[];
  /** Options that belong to the command and are no inputs; a switch that was given is empty text. */
  readonly options: Readonly<Record<string, string>>;
  readonly json: boolean;
}

export type CommandLine =
  | Command
  | { readonly kind: 'help'; readonly topic: CommandName | undefined }
  | { readonly kind: 'version' }
  /** Every problem, in the order of the words; all end with exit code 64. */
  | {
      readonly kind: 'invalid';
      /** Undefined: none that is known. */
      readonly name: CommandName | undefined;
      readonly json: boolean;
      readonly findings: readonly [Finding, ...Finding[]];
    };

/** Options that are no inputs. */
const SWITCHES = ['help', 'version', 'json'] as const;
const ROWS: ReadonlyMap<string, InputRow> = new Map(INPUTS.map(row => [row.name, row]));
const OWN_OPTIONS: ReadonlyMap<string, CommandOption> = new Map(
  COMMAND_NAMES.flatMap(name => (commandRow(name).options ?? []).map(option => [option.name, option] as const)),
);
const OPTION_NAMES: readonly string[] = [...ROWS.keys(), ...SWITCHES, ...OWN_OPTIONS.keys()];

/** What the words say so far. */
interface Reading {
  readonly words: string[];
  readonly options: Map<string, string>;
  readonly findings: Finding[];
}

/**
 * Reads the words after the program's name: `COMMAND [OPERAND] [--option VALUE | --option=VALUE | --switch]…` in any
 * order; `--` ends the options (POSIX utility conventions, guideline 10). Never throws: all problems come together,
 * INPUT.UNKNOWN_OPTION or INPUT.INVALID. Values of options are never repeated in a finding, for they may be secret.
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { words, options, findings } = read(argv);
  const [first, ...operands] = words;
  const name = COMMAND_NAMES.find(candidate => candidate === first);
  if (options.has('help')) return { kind: 'help', topic: name };
  if (options.has('version')) return { kind: 'version' };
  const inputs = new Map([...options].filter(([option]) => ROWS.has(option)));
  const spec = name !== undefined && commandRow(name).takesSpec ? operands.shift() : undefined;
  if (spec !== undefined && inputs.has('go-version')) findings.push(invalid('--go-version', 'The version is given twice'));
  if (spec !== undefined) inputs.set('go-version', spec);
  const own = new Map([...options].filter(([option]) => OWN_OPTIONS.has(option)));
  findings.push(...(name === undefined ? commandProblems(first) : ownProblems(name, { operands, own })));
  const json = options.has('json');
  if (json && name !== undefined && commandRow(name).takesCommand) findings.push(jsonRefused(name));
  const [problem, ...more] = findings;
  if (problem !== undefined) return { kind: 'invalid', name, json, findings: [problem, ...more] };
  if (name === undefined) return { kind: 'invalid', name, json, findings: [invalid('command', 'No command')] };
  return { kind: 'command', name, inputs: Object.fromEntries(inputs), operands, options: Object.fromEntries(own), json };
}

function read(argv: readonly string[]): Reading {
  const reading: Reading = { words: [], options: new Map(), findings: [] };
  let index = 0;
  while (index < argv.length) {
    const word = argv[index] ?? '';
    index += 1;
    if (word === '--') {
      reading.words.push(...argv.slice(index));
      break;
    }
    if (word === '-h') reading.options.set('help', '');
    else if (word.startsWith('-') && word !== '-') index += readOption(reading, word, argv[index]);
    else reading.words.push(word);
  }
  return reading;
}

/** Takes one option; returns how many words after it belong to it (0 or 1). */
function readOption(reading: Reading, word: string, next: string | undefined): 0 | 1 {
  const equals = word.indexOf('=');
  const flag = equals === -1 ? word : word.slice(0, equals);
  const attached = equals === -1 ? undefined : word.slice(equals + 1);
  const following = next === undefined || next.startsWith('--') ? undefined : next;
  const name = OPTION_NAMES.find(candidate => `--${candidate}` === flag);
  if (name !== undefined) return takeValue(reading, { name, attached, following });
  reading.findings.push(unknownOption(flag));
  // What follows a misspelt option was its value, perhaps a token: it must not become an operand that is shown.
  const isCommand = reading.words.length === 0 && COMMAND_NAMES.some(command => command === following);
  return attached === undefined && following !== undefined && !isCommand ? 1 : 0;
}

function takeValue(
  { options, findings }: Reading,
  option: { readonly name: string; readonly attached: string | undefined; readonly following: string | undefined },
): 0 | 1 {
  const { name, attached, following } = option;
  const flag = `--${name}`;
  if (options.has(name)) findings.push(invalid(flag, 'The option is given twice'));
  if (SWITCHES.some(item => item === name) || isOwnSwitch(name)) {
    if (attached !== undefined) findings.push(invalid(flag, 'The option takes no value'));
    options.set(name, '');
    return 0;
  }
  if (attached === undefined && isBoolean(name) && !isBooleanText(following)) {
    options.set(name, 'true');
    return 0;
  }
  const value = attached ?? following;
  if (value === undefined) findings.push(invalid(flag, 'The option needs a value', { form: `${flag} VALUE` }));
  options.set(name, value ?? '');
  return attached === undefined && following !== undefined ? 1 : 0;
}

function isBoolean(name: string): boolean {
  return ROWS.get(name)?.kind === 'boolean';
}

/** The spellings of the YAML 1.2 core schema, as inputs have them. */
function isBooleanText(text: string | undefined): boolean {
  return text !== undefined && /^(?:true|True|TRUE|false|False|FALSE)$/u.test(text);
}

function isOwnSwitch(name: string): boolean {
  const option = OWN_OPTIONS.get(name);
  return option !== undefined && option.value === undefined;
}

function commandProblems(first: string | undefined): readonly Finding[] {
  const accepted = COMMAND_NAMES.join(', ');
  if (first === undefined) return [invalid('command', 'No command was given', { accepted })];
  return [invalid(first, 'The command is not known', { accepted, nearest: nearestName(first, COMMAND_NAMES) })];
}

/** What is wrong with the words and options of one command. */
function ownProblems(
  name: CommandName,
  given: { readonly operands: readonly string[]; readonly own: ReadonlyMap<string, string> },
): readonly Finding[] {
  const { operands: limits, options = [], takesSpec = false } = commandRow(name);
  const { operands, own } = given;
  const most = takesSpec ? 0 : limits.max;
  const problems: Finding[] = [];
  // With --modules the project here is meant.
  const least = own.has('modules') ? 0 : limits.min;
  if (operands.length < least) problems.push(invalid(limits.what, `${name} needs ${limits.what}`));
  for (const [option, value] of own) {
    const row = options.find(each => each.name === option);
    if (row === undefined) problems.push(invalid(`--${option}`, `The option does not belong to ${name}`));
    else if (row.choices !== undefined && !row.choices.includes(value)) {
      problems.push(invalid(`--${option}`, 'The value is not known', { accepted: row.choices.join(', ') }));
    }
  }
  return [...problems, ...operands.slice(most).map(word => invalid(word, 'The word is one too many'))];
}

/** Standard output is the command's. */
function jsonRefused(name: CommandName): Finding {
  return finding('INPUT.INVALID', {
    subject: '--json',
    message: `Standard output of ${name} belongs to the command; the report goes to a directory`,
    fixes: [{ title: 'Write the report files', kind: 'command', text: '--report-dir DIR', risk: 'none' }],
  });
}

function unknownOption(flag: string): Finding {
  const nearest = nearestName(flag.replace(/^-+/u, ''), OPTION_NAMES);
  return finding('INPUT.UNKNOWN_OPTION', {
    subject: flag,
    evidence: { nearest: nearest === undefined ? undefined : `--${nearest}` },
    ...(nearest === undefined
      ? {}
      : { fixes: [{ title: 'Write the option as', kind: 'command', text: `--${nearest}`, risk: 'none' }] }),
  });
}

function invalid(subject: string, message: string, evidence: Readonly<Record<string, string | undefined>> = {}): Finding {
  return finding('INPUT.INVALID', { subject, message, evidence });
}

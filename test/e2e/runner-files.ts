/** A workflow command of a log: `::error title=No space,file=go.mod::The disk is full`. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE: `NAME=value` lines and `NAME<<DELIMITER` blocks. The last one wins. */
export function parseKeyValueFile(text: string): Readonly<Record<string, string>> {
  const lines = text.split(/\r?\n/u);
  const values: Record<string, string> = {};
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const block = /^([^=]+?)<<(.+)$/u.exec(line);
    const equals = line.indexOf('=');
    if (block !== null) {
      const [, name = '', delimiter = ''] = block;
      const end = lines.indexOf(delimiter, at + 1);
      if (end === -1) throw new Error(`the block of ${name} has no end`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1);
    else if (line !== '') throw new Error(`the runner would refuse this line: ${line}`);
  }
  return values;
}

/** Every workflow command of a log, unescaped as the runner does. */
export function parseCommands(stdout: string): readonly Command[] {
  const commands: Command[] = [];
  for (const line of stdout.split(/\r?\n/u)) {
    const match = /^::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/u.exec(line);
    if (match === null) continue;
    const [, name = '', list = '', message = ''] = match;
    const properties: Record<string, string> = {};
    for (const pair of list.split(',').filter(text => text.includes('='))) {
      const equals = pair.indexOf('=');
      properties[pair.slice(0, equals).trim()] = unescapeProperty(pair.slice(equals + 1));
    }
    commands.push({ name, properties, message: unescapeData(message) });
  }
  return commands;
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

/**
 * Defaults of the inputs of an action.yml that is indented by two spaces, which is all that ours needs. An input
 * without a default is empty; an expression is empty too, since there is no platform here to evaluate it.
 */
export function parseActionDefaults(yaml: string): Readonly<Record<string, string>> {
  const defaults: Record<string, string> = {};
  let isInputs = false;
  let current = '';
  for (const line of yaml.split(/\r?\n/u)) {
    if (/^\S/u.test(line)) isInputs = line.startsWith('inputs:');
    if (!isInputs) continue;
    const name = /^ {2}([\w-]+):\s*$/u.exec(line)?.[1];
    if (name !== undefined) {
      current = name;
      defaults[name] = '';
    }
    const value = /^ {4}default:\s*(.*?)\s*$/u.exec(line)?.[1];
    if (value !== undefined && current !== '') defaults[current] = value.includes('${{') ? '' : unquote(value);
  }
  return defaults;
}

function unquote(text: string): string {
  if (text.startsWith("'") && text.endsWith("'") && text.length > 1) return text.slice(1, -1).replaceAll("''", "'");
  if (text.startsWith('"') && text.endsWith('"') && text.length > 1) return JSON.parse(text) as string;
  return text;
}

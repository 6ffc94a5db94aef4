import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpText } from '../../src/domain/command-help.ts';
import { parseCommandLine } from '../../src/domain/command-line.ts';
import { COMMAND_NAMES } from '../../src/domain/command-names.ts';
import { INPUTS } from '../../src/domain/input-table.ts';

const parse = (...argv: readonly string[]) => parseCommandLine(argv);

/** Code and subject of each problem. */
function problems(...argv: readonly string[]): readonly (readonly [string, string])[] {
  const line = parseCommandLine(argv);
  return line.kind === 'invalid' ? line.findings.map(item => [item.code, item.subject] as const) : [];
}

describe('parseCommandLine', () => {
  it.each([
    [['install'], { name: 'install', inputs: {}, json: false, options: {}, operands: [] }],
    [['install', '1.26'], { name: 'install', inputs: { 'go-version': '1.26' } }],
    [['resolve', '>=1.25 <1.27', '--json'], { name: 'resolve', inputs: { 'go-version': '>=1.25 <1.27' }, json: true }],
    [['verify', './go1.26.8.linux-amd64.tar.gz'], { name: 'verify', operands: ['./go1.26.8.linux-amd64.tar.gz'] }],
    [['env', '--shell', 'fish'], { name: 'env', options: { shell: 'fish' } }],
    [['--timeout', '90s', 'install', '--sources=a,b'], { name: 'install', inputs: { timeout: '90s', sources: 'a,b' } }],
    [['install', '--dest', 'dir'], { name: 'install', inputs: { dest: 'dir' } }],
    [['install', '--source-token=a=b'], { inputs: { 'source-token': 'a=b' } }],
    [['install', '--sources='], { inputs: { sources: '' } }],
    [['verify', '--', '--odd name'], { operands: ['--odd name'] }],
  ] as const)('reads %j', (argv, expected) => {
    expect(parseCommandLine(argv)).toMatchObject({ kind: 'command', ...expected });
  });
  it.each([
    [['install', '--offline', '1.26'], { offline: 'true', 'go-version': '1.26' }],
    [['install', '--offline', 'false', '1.26'], { offline: 'false', 'go-version': '1.26' }],
    [['install', '--offline=false'], { offline: 'false' }],
    [['install', '--offline=maybe'], { offline: 'maybe' }],
    [['install', '--offline', '--check-latest'], { offline: 'true', 'check-latest': 'true' }],
  ] as const)('lets a switch of %j stand alone', (argv, inputs) => {
    expect(parseCommandLine(argv)).toMatchObject({ kind: 'command', inputs });
  });
  it('accepts every input of the table in both forms', () => {
    for (const { name } of INPUTS) {
      for (const argv of [[`--${name}`, 'true'], [`--${name}=true`]]) {
        expect(parse('install', ...argv)).toMatchObject({ kind: 'command', inputs: { [name]: 'true' } });
      }
    }
  });
  it('answers help and version before it complains', () => {
    expect(parse('--help')).toEqual({ kind: 'help', topic: undefined });
    expect(parse('verify', '-h')).toEqual({ kind: 'help', topic: 'verify' });
    expect(parse('install', '--help', '--nonsense')).toEqual({ kind: 'help', topic: 'install' });
    expect(parse('--version')).toEqual({ kind: 'version' });
  });
  it.each([
    [[], [['INPUT.INVALID', 'command']]],
    [['instal'], [['INPUT.INVALID', 'instal']]],
    [['verify'], [['INPUT.INVALID', 'PATH']]],
    [['install', '1.26', '1.25'], [['INPUT.INVALID', '1.25']]],
    [['install', '1.26', '--go-version', '1.25'], [['INPUT.INVALID', '--go-version']]],
    [['install', '--timeout', '1m', '--timeout=2m'], [['INPUT.INVALID', '--timeout']]],
    [['install', '--timeout'], [['INPUT.INVALID', '--timeout']]],
    [['install', '--timeout', '--offline'], [['INPUT.INVALID', '--timeout']]],
    [['install', '--json=yes'], [['INPUT.INVALID', '--json']]],
    [['install', '--shell', 'sh'], [['INPUT.INVALID', '--shell']]],
    [['env', '--shell', 'cmd'], [['INPUT.INVALID', '--shell']]],
    [['install', '-x'], [['INPUT.UNKNOWN_OPTION', '-x']]],
    [['install', '--__proto__=1'], [['INPUT.UNKNOWN_OPTION', '--__proto__']]],
    [['install', '---offline'], [['INPUT.UNKNOWN_OPTION', '---offline']]],
  ] as const)('finds what is wrong with %j', (argv, expected) => {
    expect(problems(...argv)).toEqual(expected);
  });
  it('names all problems at once, in order', () => {
    expect(problems('install', '--ofline', '--timeout', '--chek-latest=true', '--json=1', 'a', 'b')).toEqual([
      ['INPUT.UNKNOWN_OPTION', '--ofline'],
      ['INPUT.INVALID', '--timeout'],
      ['INPUT.UNKNOWN_OPTION', '--chek-latest'],
      ['INPUT.INVALID', '--json'],
      ['INPUT.INVALID', 'b'],
    ]);
  });
  it('proposes the nearest option and command', () => {
    const nearest = (...argv: readonly string[]) => {
      const line = parseCommandLine(argv);
      return line.kind === 'invalid' ? line.findings[0].evidence.find(item => item.name === 'nearest')?.value : undefined;
    };
    expect(nearest('install', '--ofline')).toBe('--offline');
    expect(nearest('install', '--source_token=x')).toBe('--source-token');
    expect(nearest('instal')).toBe('install');
    expect(nearest('install', '--zzzzzzzz')).toBeUndefined();
  });
  it('keeps the wish for JSON when the rest is wrong', () => {
    expect(parse('install', '--json', '--nonsense')).toMatchObject({ kind: 'invalid', json: true });
  });
  it('never repeats the value of an option, known or misspelt', () => {
    const secret = 'hunter2-hunter2';
    const forms = [
      [`--soruce-token=${secret}`],
      ['--soruce-token', secret],
      ['--source-token', secret, '--source-token', secret],
      [`--json=${secret}`],
      ['--shell', secret],
      ['-t', secret],
    ];
    for (const form of forms) {
      const line = parse('install', ...form);
      expect(line.kind).toBe('invalid');
      expect(JSON.stringify(line)).not.toContain(secret);
    }
  });
  it('never throws, and gives either a command or problems', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...COMMAND_NAMES, '--', '-', '--=', '--json', '--shell', '--offline', '--go-version', 'constructor'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), argv => {
        const line = parseCommandLine(argv);
        if (line.kind === 'command') expect(argv).toContain(line.name);
        if (line.kind === 'invalid') expect(line.findings.every(item => item.code.startsWith('INPUT.'))).toBe(true);
      }),
    );
  });
});

describe('helpText', () => {
  it.each([undefined, ...COMMAND_NAMES])('of %s has usage, an example, the options and all exit codes', topic => {
    const text = helpText(topic, 'sgr');
    expect(text).toMatch(/^Usage: sgr /mu);
    expect(text).toMatch(/^ {2}sgr \w+/mu);
    for (const row of INPUTS.filter(item => (item.faces as readonly string[]).includes('cli')))
      expect(text).toContain(`--${row.name}`);
    for (const code of [0, 64, 70, 71, 72, 73, 74, 75]) expect(text).toMatch(new RegExp(`^ +${code} `, 'mu'));
  });
  it('shows only examples that the grammar accepts', () => {
    const examples = [undefined, ...COMMAND_NAMES].flatMap(
      topic => helpText(topic, 'sgr').match(/^ {2}sgr .*?(?= {2}|$)/gmu) ?? [],
    );
    expect(examples.length).toBeGreaterThan(8);
    for (const example of examples) {
      const [words = ''] = example
        .trim()
        .slice('sgr '.length)
        .split(/ [|<] /u);
      const argv = [...words.matchAll(/'([^']*)'|(\S+)/gu)].map(match => match[1] ?? match[2] ?? '');
      if (!argv.includes('COMMAND')) expect(parseCommandLine(argv).kind, example).toBe('command');
    }
  });
});

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUTS } from '../../src/domain/input-table.ts';

const root = join(import.meta.dirname, '..', '..');
const NAMES = ['setup-go-robust', 'setup-go-robust-compat', 'setup-go-robust-pwsh'];

interface InputSpec {
  readonly name: string;
  readonly default: string;
  readonly regex: RegExp | undefined;
}

function read(name: string): string {
  return readFileSync(join(root, 'templates', name, 'template.yml'), 'utf8');
}

/** Rows of the spec, which scripts/build-templates.mjs writes with four and six spaces. */
function specOf(template: string): readonly InputSpec[] {
  const blocks = (template.split('\n---\n')[0] ?? '').split(/^ {4}(?=[\w-]+:$)/mu).slice(1);
  return blocks.map(block => {
    const value = (key: string): string | undefined => {
      const text = new RegExp(`^ {6}${key}: (.*)$`, 'mu').exec(block)?.[1];
      return text?.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
    };
    const regex = value('regex');
    return {
      name: /^[\w-]+/u.exec(block)?.[0] ?? '',
      default: value('default') ?? '',
      regex: regex === undefined ? undefined : new RegExp(regex, 'u'),
    };
  });
}

/** Text that a shell would act on, or that would end a quoted string, in sh or in PowerShell. */
const ACTS = /["'`$\\\r\n\0]|\u2018|\u2019|\u201C|\u201D/u;
const ONE_VARIABLE = /^\$[A-Za-z_][A-Za-z0-9_]*$/u;

describe.each(NAMES)('the inputs of %s', name => {
  const spec = specOf(read(name));
  const patterns = spec.flatMap(row => (row.regex === undefined ? [] : [{ ...row, regex: row.regex }]));

  it('are those of the table, and those that only a component has', () => {
    const wanted = INPUTS.filter(({ faces }) => (faces as readonly string[]).includes('gitlab')).map(row => row.name);
    expect(spec.map(row => row.name)).toEqual(expect.arrayContaining([...wanted, 'job-prefix', 'component-project', 'bundle']));
  });

  it.each(patterns)('accept the default of $name', ({ regex, default: value }) => {
    expect(regex.test(value)).toBe(true);
  });

  // GitLab itself reads the name of an image, and expands variables in it; no shell sees it.
  const inShell = patterns.filter(row => row.name !== 'setup-image');

  it.each(inShell)('refuse whatever could act in a shell: $name', ({ regex }) => {
    const hostile = [
      '$(id)',
      '`id`',
      'a"b',
      "a'b",
      'a\\b',
      '1.26\nid',
      '1.26\n',
      '\n',
      `\${HOME}x`,
      '$HOME/x',
      '$1',
      '"; id; "',
      '\u201Cid\u201D',
    ];
    for (const text of hostile) {
      expect({ text, isAccepted: regex.test(text) }).toEqual({ text, isAccepted: false });
    }
  });

  it.each(inShell)('let through nothing but one variable with a dollar sign: $name', ({ regex }) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZ1._/-:@, $`"\'\\\n{}()'), maxLength: 12 }), text => {
        return !regex.test(text) || ONE_VARIABLE.test(text) || !ACTS.test(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('take a token only from a CI variable', () => {
    const token = patterns.find(row => row.name === 'source-token');
    expect(['', '$MIRROR_TOKEN', 'secret'].map(text => token?.regex.test(text))).toEqual([true, true, false]);
  });
});

describe.each(NAMES)('the text of %s', name => {
  it('holds the digest of every file of the bundle that a job on GitLab needs', () => {
    const template = read(name);
    const files = readdirSync(join(root, 'dist')).filter(
      file => !['cache.cjs', 'keyless.cjs', 'sigstore-trusted-root.json', 'licenses.txt', 'problem-matcher.json'].includes(file),
    );
    expect(files).toContain('main.cjs');
    for (const file of files) {
      const digest = createHash('sha256')
        .update(readFileSync(join(root, 'dist', file)))
        .digest('hex');
      expect(template).toContain(name.endsWith('pwsh') ? `'${file}' = '${digest}'` : `${digest} ${file}\n`);
    }
  });

  it('sets nothing for jobs that do not ask for it', () => {
    const [, body = ''] = read(name).split('\n---\n');
    const keys = body.split('\n').flatMap(line => /^'?([^\s':]+).*:$/u.exec(line)?.[1] ?? []);
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter(key => ['default', 'image', 'stages', 'variables', 'workflow', 'include'].includes(key))).toEqual([]);
  });

  it('stays far below the limit of GitLab for one file', () => {
    expect(Buffer.byteLength(read(name))).toBeLessThan(128 * 1024);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseGoMod } from '../../src/domain/go-mod-file.ts';
import { parseGoWork } from '../../src/domain/go-work-file.ts';
import type { GoModFacts } from '../../src/domain/project-facts.ts';

/** Our readers of go.mod and go.work beside those of the real go. Nothing here needs a network. */
const GO = process.env['GO'] ?? 'go';
const RUNS = 250;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'mod-files-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
beforeEach(context => {
  if (whyNoGo !== undefined) context.skip(whyNoGo);
});

const whyNoGo = ((): string | undefined => {
  try {
    execFileSync(GO, ['version']);
    return undefined;
  } catch {
    return 'there is no go on PATH';
  }
})();

interface GoModJson {
  readonly Module?: { readonly Path: string };
  readonly Go?: string;
  readonly Toolchain?: string;
  readonly Require?: readonly { readonly Path: string; readonly Version: string; readonly Indirect?: boolean }[] | null;
  readonly Exclude?: readonly { readonly Path: string; readonly Version: string }[] | null;
  readonly Replace?: readonly { readonly Old: ModuleJson; readonly New: ModuleJson }[] | null;
  readonly Tool?: readonly { readonly Path: string }[] | null;
  readonly Use?: readonly { readonly DiskPath: string }[] | null;
}

interface ModuleJson {
  readonly Path: string;
  readonly Version?: string;
}

/** What the real go reads; the number of the first bad line when it refuses. */
function askGo(kind: 'mod' | 'work', text: string): GoModJson | { readonly badLine: number } {
  const name = `go.${kind}`;
  writeFileSync(join(directory, name), text);
  try {
    const options = { cwd: directory, encoding: 'utf8', stdio: 'pipe' } as const;
    return JSON.parse(
      execFileSync(GO, [kind, 'edit', '-json', name], { ...options, env: { ...process.env, GOTOOLCHAIN: 'local' } }),
    ) as GoModJson;
  } catch (error) {
    const { stderr } = error as { readonly stderr: string };
    // Of a block without an end it names the last line of the file too.
    const line = /started at \S+?:(\d+)/u.exec(stderr)?.[1] ?? /go\.(?:mod|work):(\d+)/u.exec(stderr)?.[1];
    if (line === undefined) throw new Error(`go says: ${stderr}`);
    return { badLine: Number(line) };
  }
}

/** The same of our reading, in go's shape; go prints no godebug lines. */
function inGoShape(facts: Pick<GoModFacts, 'module' | 'go' | 'toolchain' | 'requires' | 'excludes' | 'replaces' | 'tools'>) {
  const module = (Path: string, Version: string | undefined) => (Version === undefined ? { Path } : { Path, Version });
  return {
    module: facts.module?.text,
    go: facts.go?.text,
    toolchain: facts.toolchain?.text,
    requires: facts.requires.map(({ path, version, indirect }) => ({ path, version, indirect })),
    excludes: facts.excludes.map(({ path, version }) => ({ path, version })),
    replaces: facts.replaces.map(each => ({ Old: module(each.path, each.version), New: module(each.newPath, each.newVersion) })),
    // Go lists a tool once, however often it is named.
    tools: [...new Set(facts.tools.map(({ text }) => text))],
  };
}

function fromGo(json: GoModJson): ReturnType<typeof inGoShape> {
  return {
    // go prints an empty path where there is no module line.
    module: json.Module?.Path || undefined,
    go: json.Go,
    toolchain: json.Toolchain,
    requires: (json.Require ?? []).map(each => ({ path: each.Path, version: each.Version, indirect: each.Indirect ?? false })),
    excludes: (json.Exclude ?? []).map(each => ({ path: each.Path, version: each.Version })),
    replaces: [...(json.Replace ?? [])],
    tools: (json.Tool ?? []).map(({ Path }) => Path),
  };
}

const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);
const path = oneOf(
  'example.com/a',
  'example.com/b/v2',
  'gopkg.in/yaml.v3',
  '"example.com/q"',
  'example.com/x/v1',
  'x',
  '"a\\x62c.de/f"',
);
const version = oneOf(
  'v1.2.3',
  'v2.0.0',
  'v3.0.1',
  'v0.0.0-20240101000000-abcdefabcdef',
  'v2.1.0+incompatible',
  'v1.0.0-rc.1',
  'v1.0.0-01',
  'x1',
);
const space = oneOf(' ', '\t', '  ', ' \t ', ' \r ');
const comment = oneOf('', '', '', ' // indirect', '// indirect; why', ' //indirect', ' // indirect why', ' //', ' // "(" )');
const target = oneOf(
  '../x',
  './y z',
  '"./y z"',
  '/abs/dir',
  'example.com/r v1.0.0',
  'example.com/r',
  '.. v1.0.0',
  'C:/x',
  '`../raw`',
  "'./q'",
);

const requirement = fc.tuple(path, space, version).map(parts => parts.join(''));
const replacement = fc
  .tuple(path, fc.option(version, { nil: '' }), target)
  .map(([old, oldVersion, to]) => `${old} ${oldVersion} => ${to}`);
const body = {
  require: requirement,
  exclude: requirement,
  replace: replacement,
  tool: oneOf('example.com/a/cmd/t', '"example.com/t"', 'a b', '`raw`', 'qu"ote'),
  ignore: oneOf('./x', 'x', '"./a b"'),
  godebug: oneOf('default=go1.21', 'panicnil=1', 'x', 'a=b,c=d', 'a="b"'),
  retract: oneOf('v1.0.0', '[v1.0.0, v1.2.0]', '[ v1.0.0 ,v1.2.0 ]', '[v1.0.0]', 'v1.0.0 v1.0.1', '()', '[v1.0.0 v1.1.0]'),
  use: oneOf('.', './a', '"./a b"', '../c', 'a b', '"unclosed', './d//e'),
} as const;
type Verb = keyof typeof body;

function lines(verbs: readonly Verb[]) {
  const line = fc
    .constantFrom(...verbs)
    .chain(verb => fc.tuple(fc.constant(verb), space, body[verb], comment).map(parts => parts.join('')));
  const block = fc
    .constantFrom(...verbs)
    .chain(verb =>
      fc
        .tuple(
          oneOf(' (', '(', ' ( // why', ' ( )', ' (\n// only a comment', ' x ('),
          fc.array(fc.tuple(body[verb], comment), { maxLength: 3 }),
          oneOf(')', ' ) // end', ') x'),
        )
        .map(([opening, rows, end]) =>
          opening.endsWith(')')
            ? `${verb}${opening}`
            : [`${verb}${opening}`, ...rows.map(row => `\t${row.join('')}`), end].join('\n'),
        ),
    );
  const odd = oneOf(
    '',
    '',
    '// comment',
    '   // comment',
    'go 1.24',
    'go 1.24.1 // x',
    'go 1.21rc1',
    'go v1.2',
    'go "1.24"',
    'go 1.024',
    'go (',
    'toolchain go1.24.3',
    'toolchain default',
    'toolchain 1.24',
    'toolchain go1',
    'toolchain go2.0',
    'unknown x',
    ')',
    '(',
    '/* c */',
    'x/*y',
    'a\u00a0b',
    '\u0007',
    '<<<<<<< HEAD',
    'require example.com/z v1.0.0 (',
    '"',
    'tool \u00e9\u4e16',
  );
  return fc.array(fc.oneof({ arbitrary: line, weight: 4 }, { arbitrary: block, weight: 3 }, { arbitrary: odd, weight: 1 }), {
    maxLength: 6,
  });
}

describe('a go.mod', () => {
  const head = oneOf(
    'module example.com/m\n',
    'module "example.com/m"\n',
    'module (\n\texample.com/m\n)\n',
    '\ufeffmodule m\n',
    'module a b\n',
    '',
    'module `m`\n',
  );
  const file = fc
    .tuple(head, lines(['require', 'exclude', 'replace', 'tool', 'ignore', 'godebug', 'retract']))
    .map(([first, rest]) => first + rest.join('\n'));

  it('is read as the real go reads it, and refused at a line that the real go names', () => {
    fc.assert(
      fc.property(file, text => {
        const own = parseGoMod({ file: 'go.mod', sizeBytes: text.length, text });
        const real = askGo('mod', text);
        if ('badLine' in real) expect(own.problems.map(({ line }) => line)).toContain(real.badLine);
        else {
          expect(own.problems).toEqual([]);
          expect(inGoShape(own)).toEqual(fromGo(real));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('of a real project is read as the real go reads it', () => {
    const text = [
      'module example.com/m // Deprecated: no',
      '',
      'go 1.24.0',
      'toolchain go1.24.3',
      'godebug (',
      '\tdefault=go1.21',
      ')',
      'require (',
      '\tgithub.com/spf13/cobra v1.8.1',
      '',
      '\t// why',
      '\tgopkg.in/yaml.v3 v3.0.1 // indirect',
      ')',
      'require example.com/old v4.5.6+incompatible // indirect',
      'exclude example.com/e v1.0.0',
      'replace (',
      '\texample.com/r => ../r',
      '\texample.com/s v1.0.0 => example.com/t v1.0.1',
      ')',
      'retract [v1.0.0, v1.9.9] // broken',
      'tool example.com/r/cmd/gen',
      'ignore ./node_modules',
      '',
    ].join('\r\n');
    const own = parseGoMod({ file: 'go.mod', sizeBytes: text.length, text });
    expect(own.problems).toEqual([]);
    expect(inGoShape(own)).toEqual(fromGo(askGo('mod', text) as GoModJson));
  });
});

describe('a go.work', () => {
  it('is read as the real go reads it, and refused at a line that the real go names', () => {
    fc.assert(
      fc.property(lines(['use', 'replace', 'godebug']), rows => {
        const text = rows.join('\n');
        const own = parseGoWork({ file: 'go.work', sizeBytes: text.length, text });
        const real = askGo('work', text);
        if ('badLine' in real) expect(own.problems.map(({ line }) => line)).toContain(real.badLine);
        else {
          expect(own.problems).toEqual([]);
          expect(own.uses.map(({ text: use }) => use)).toEqual((real.Use ?? []).map(({ DiskPath }) => DiskPath));
          expect(own.go?.text).toBe(real.Go);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

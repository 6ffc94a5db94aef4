import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE, type Code } from '../../src/domain/catalogue.ts';
import { environmentRules } from '../../src/rules/environment-rules.ts';
import { FILE_DEFECTS } from '../rules/corpus/cases.ts';
import type { CorpusCase } from '../rules/corpus/corpus-case.ts';
import { LOOKALIKES } from '../rules/corpus/lookalikes.ts';
import { PROJECT_NAMES } from '../rules/corpus/projects.ts';
import { type CorpusGo, type GoRefusal, startCorpusGo } from './corpus-go.ts';

/** The seeded defects of files beside the real go: it needs no network, for what they require is served on loopback. */
const GO = process.env['GO'] ?? 'go';
const IS_GO_HERE = ((): boolean => {
  try {
    return /go1\.26\./u.test(execFileSync(GO, ['version'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
})();

/** Where the two disagree, and why that is right. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  'block without end': 'preflight names the line where the block begins, go the end of the file',
  'binary go.mod': 'a file that is no text has no lines',
  'older Go asked for': 'the Go that is asked for is not on this machine',
  'older Go in GOTOOLCHAIN': 'the Go that is named is not on this machine',
  'replaced directory without go.mod': 'it lies in the module itself, so that go takes its package for one of both',
  'two hashes of one module':
    'go takes the first line that fits, and which of two is right cannot be known; a go.sum that vouches for two contents proves nothing',
  'line of the contents lost': 'whether a package is imported is not known without reading code, so preflight warns',
  'lines of an indirect one lost': 'whether a package is imported is not known without reading code, so preflight warns',
  'indirect replaced module with a newer go line':
    'whether a package is imported is not known without reading code, so preflight warns',
  'go.work without this module': 'a step may set GOWORK=off for itself, so preflight warns',
  'go.work that uses nothing': 'the file may be there for its go line only, and a step may set GOWORK=off, so preflight warns',
};

let real: CorpusGo;
beforeAll(async () => {
  real = await startCorpusGo();
});
afterAll(() => real.close());
beforeEach(context => {
  if (!IS_GO_HERE) context.skip('there is no Go 1.26 on PATH');
});

/** How preflight and go differ about one defect; undefined where they agree. */
function difference({ expected }: CorpusCase, refusal: GoRefusal | undefined): string | undefined {
  const [, severity, text, place = ''] = (expected[0] ?? '').split(' ');
  const code = text as Code;
  if (refusal === undefined) return severity === 'error' ? `preflight blocks with ${code}, and go is content` : undefined;
  const { decoded, command, stderr } = refusal;
  const shown = `${command}: ${stderr.split('\n').slice(0, 3).join(' | ')}`;
  if (severity === 'info') return `preflight only tells of ${code}, and go stops (${shown})`;
  if (severity === 'warning' && command.startsWith('go build'))
    return `preflight only warns of ${code}, and go build stops (${shown})`;
  if (decoded === undefined) return `preflight says ${code}, and nobody can read what go says (${shown})`;
  const { row, values } = decoded;
  if (row.code !== code && !CATALOGUE[code].explains.includes(row.code))
    return `preflight says ${code}, go says ${row.code} (${shown})`;
  const { file, row: line } = values;
  const isElsewhere =
    row.code === code && file !== undefined && line !== undefined && `${basename(file)}:${line}` !== basename(place);
  return isElsewhere ? `preflight says ${place}, go says ${file}:${line}` : undefined;
}

describe('the real go', () => {
  it.each(PROJECT_NAMES)('builds the sound project %s', async base => {
    expect(await real.refusalOf({ base, mutate: scene => scene })).toBeUndefined();
  });

  it('refuses what preflight refuses, for the same reason at the same line, but for what is known', async () => {
    const found: [string, string][] = [];
    for (const item of FILE_DEFECTS) {
      const different = difference(item, await real.refusalOf(item));
      if (different !== undefined) found.push([item.id, different]);
    }
    console.log(`${FILE_DEFECTS.length} defects, ${found.length} disagreements`);
    for (const [id, text] of found) console.log(`${id}: ${text}${id in DISAGREEMENTS ? `: ${DISAGREEMENTS[id]}` : ''}`);
    expect(found.map(([id]) => id).sort()).toEqual(Object.keys(DISAGREEMENTS).sort());
  });

  it('builds what only looks like a defect', async () => {
    const others = new Set(environmentRules.map(({ id }) => id));
    const refused: (readonly [string, string])[] = [];
    for (const item of LOOKALIKES.filter(({ rule }) => !others.has(rule))) {
      const refusal = await real.refusalOf(item);
      if (refusal !== undefined) refused.push([item.id, `${refusal.command}: ${refusal.stderr}`]);
    }
    expect(refused).toEqual([]);
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { DEFECTS } from '../rules/corpus/cases.ts';
import { sceneOf } from '../rules/corpus/corpus-case.ts';
import { MACHINE } from '../rules/corpus/scene.ts';
import { runCli, withRunner } from './harness.ts';
import { parseReport } from './install-runs.ts';

/** A sample of the corpus through the bundle and a real disk; all of it goes through the rules in test/rules/corpus. */
const SAMPLE = [
  'misspelled verb',
  'merge in go.sum',
  'a branch for a version',
  'required and excluded',
  'module of go.work not checked out',
  'two replacements of one module',
  'replaced module with a newer requirement',
  'requirement added by hand',
  'version raised without vendoring',
  'toolchain default',
  'GOFLAGS with an open quote',
  'GOSUMDB as a word',
  'GOPROXY with direct in front',
] as const;

const told = ({ severity, code, location, subject }: Finding): string =>
  `${severity} ${code} ${location === undefined ? subject : `${location.file}:${location.line}`}`;

describe('a seeded defect, through the bundle', { concurrent: true }, () => {
  it.each(SAMPLE)('%s is found where it is, and nothing else', id =>
    withRunner(async runner => {
      const item = DEFECTS.find(each => each.id === id);
      if (item === undefined) throw new Error(`the corpus has no ${id}`);
      const { files, env } = sceneOf(item);
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(runner.workspace, name)), { recursive: true });
        await writeFile(join(runner.workspace, name), text);
      }
      const changed = Object.fromEntries(Object.entries(env).filter(([name]) => !(name in MACHINE.env)));
      const { exitCode, stdout } = await runCli(['preflight', '--sums', 'off', '--json'], { runner, env: changed });
      const { findings } = parseReport(stdout);
      // A rule is not named in a report.
      expect(findings.map(told).sort()).toEqual(item.expected.map(each => each.slice(each.indexOf(' ') + 1)).sort());
      expect(exitCode).toBe(item.expected.some(each => each.includes(' error ')) ? 71 : 0);
    }),
  );
});

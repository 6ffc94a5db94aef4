import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startMirror } from '../servers/mirror.ts';
import { type ActionResult, runAction } from './harness.ts';
import { FACES, install, isPosix } from './install-runs.ts';
import { COMPLETE, FILES, rootIn, withScene } from './install-scene.ts';

/** What may stand in a tool cache although it is not the Go of its name. */
const DAMAGES: readonly { readonly name: string; readonly damage: (root: string) => Promise<void> }[] = [
  { name: 'a changed file', damage: root => appendFile(join(root, 'src', 'p00', 'file0.go'), '// changed\n') },
  { name: 'a missing go program', damage: root => rm(join(root, 'bin', 'go')) },
  { name: 'a missing file', damage: root => rm(join(root, 'src', 'make.bash')) },
  { name: 'an added file', damage: root => writeFile(join(root, 'src', 'p00', 'added.go'), 'package p00\n') },
  {
    name: 'nothing but its marker',
    damage: async root => {
      await rm(root, { recursive: true });
      await mkdir(root);
    },
  },
];

describe.runIf(isPosix)('an entry of the tool cache', { concurrent: true }, () => {
  const cases = FACES.flatMap(face => DAMAGES.map(item => ({ ...item, face })));
  it.each(cases)('with $name is repaired by the $face', ({ face, damage }) =>
    withScene(async ({ runner, inputs, env }) => {
      expect((await install(face, { runner, inputs, env })).exitCode).toBe(0);
      await damage(rootIn(runner));
      const { exitCode, report, toolCache } = await install(face, { runner, inputs, env });
      expect({ exitCode, outcome: report.outcome, toolCache }).toEqual({
        exitCode: 0,
        outcome: 'installed',
        toolCache: COMPLETE,
      });
      const again = await install(face, { runner, inputs, env });
      expect(again.report.outcome).toBe('cached');
    })(),
  );

  it(
    'is installed once when two runs want it at the same time',
    withScene(async ({ runner, inputs, env }) => {
      // Slow enough that the second comes while the first works.
      const slow = await startMirror({ files: FILES, latencyMs: 700 });
      const options = { runner, env, inputs: { ...inputs, sources: slow.url } };
      const runs: ActionResult[] = await Promise.all([runAction(options), runAction(options), runAction(options)]);
      expect(runs.map(run => run.exitCode)).toEqual([0, 0, 0]);
      expect(slow.requests).toHaveLength(1);
      expect(runs.map(run => run.outputs['installed-from']).sort()).toEqual(['custom', 'tool-cache', 'tool-cache']);
      expect((await install('action', { runner, inputs, env })).toolCache).toEqual(COMPLETE);
      await slow.close();
    }),
  );
});

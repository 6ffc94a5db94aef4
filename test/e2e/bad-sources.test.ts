import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { BAD_SOURCES } from './bad-sources.ts';
import { withRunner } from './harness.ts';
import { ENTRY, FACES, GO, install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';

const BUDGET_SECONDS = 3;
/** Starting Node on a busy machine. */
const GRACE_MS = 5_000;
const INPUTS = { 'go-version': VERSION, checksum: `sha256:${GO.tarGz.sha256}` };

let border: Origin;
let good: Mirror;
beforeAll(async () => {
  border = await startBorder();
  good = await startMirror({ files: { [GO.tarGz.fileName]: GO.tarGz.bytes } });
});
afterAll(async () => {
  await Promise.all([border.close(), good.close()]);
});

describe.concurrent.runIf(isPosix)('the action, when the first source', () => {
  // A stall of the body is given up after 20 s, which is too long for here: test/acquire/archive-download.test.ts.
  it.each(BAD_SOURCES.filter(({ code }) => code !== 'BODY.STALL'))('$name, takes the second', ({ code, start }) =>
    withRunner(async runner => {
      const source = await start(runner.root);
      const inputs = { ...INPUTS, ...source.inputs, sources: `${source.url}, ${good.url}`, timeout: '1m' };
      try {
        const { report, exitCode, action, toolCache } = await install('action', { runner, inputs, env: sealedEnv(border) });
        expect(exitCode).toBe(0);
        expect(report.attempts.map(attempt => [attempt.source, attempt.end, attempt.code])).toEqual([
          ['custom', 'failed', code],
          ['custom-2', 'won', undefined],
        ]);
        expect(action?.outputs).toMatchObject({
          source: 'custom-2',
          'installed-from': 'custom-2',
          cause: '',
          proof: 'pinned-checksum',
        });
        expect(toolCache).toEqual([`${ENTRY}.complete`, `${ENTRY}/`]);
      } finally {
        await source.close();
      }
    }),
  );
});

describe.concurrent.each(FACES)('the %s, when the only source', face => {
  it.each(BAD_SOURCES)('$name, ends red, in time, and leaves nothing', ({ code, cause = code, exitCode, stalls, start }) =>
    withRunner(async runner => {
      const source = await start(runner.root);
      const inputs = { ...INPUTS, ...source.inputs, sources: source.url, timeout: stalls ? `${BUDGET_SECONDS}s` : '30s' };
      try {
        const { report, ms, action, ...result } = await install(face, { runner, inputs, env: sealedEnv(border) });
        expect({ cause: report.cause?.code, exitCode: result.exitCode }).toEqual({ cause, exitCode });
        expect(report).toMatchObject({ outcome: 'failed', go: null, exitCode });
        expect(ms).toBeLessThan(stalls ? BUDGET_SECONDS * 1_000 + GRACE_MS : 30_000);
        expect(result.toolCache).toEqual([]);
        if (!stalls) expect(report.attempts.map(attempt => attempt.code)).toEqual([code]);
        if (action === undefined) return;
        expect(action.outputs).toMatchObject({ cause, 'go-version': '', 'installed-from': '' });
        expect(action.path).toEqual([]);
        expect(action.commands.filter(({ name }) => name === 'error').length).toBeGreaterThan(0);
        expect(action.summary).toContain(cause);
      } finally {
        await source.close();
      }
    }),
  );
});

import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { BAD_SOURCES, type BadSource, type BadSourceCase } from './bad-sources.ts';
import { type Runner, withRunner } from './harness.ts';
import { ENTRY, FACES, type Face, GO, install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';

const BUDGET_SECONDS = 2;
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

async function withSource(
  { start }: BadSourceCase,
  body: (setting: { readonly runner: Runner; readonly source: BadSource }) => Promise<void>,
): Promise<void> {
  await withRunner(async runner => {
    const source = await start(runner.root);
    try {
      await body({ runner, source });
    } finally {
      await source.close();
    }
  });
}

async function expectRed(face: Face, badSource: BadSourceCase): Promise<void> {
  const { code, cause = code, exitCode, stalls } = badSource;
  await withSource(badSource, async ({ runner, source }) => {
    const timeout = stalls === true ? `${BUDGET_SECONDS}s` : '30s';
    const inputs = { ...INPUTS, ...source.inputs, sources: source.url, timeout };
    const { report, action, ...result } = await install(face, { runner, inputs, env: sealedEnv(border) });
    expect({ cause: report.cause?.code, exitCode: result.exitCode }).toEqual({ cause, exitCode });
    expect(report).toMatchObject({ outcome: 'failed', go: null, exitCode });
    expect(result.ms).toBeLessThan((stalls === true ? BUDGET_SECONDS : 10) * 1_000 + GRACE_MS);
    expect(await readdir(runner.toolCache)).toEqual([]);
    expect([...new Set(report.attempts.map(attempt => attempt.code))]).toEqual([stalls === true ? undefined : code]);
    if (action === undefined) return;
    expect(action.outputs).toMatchObject({ cause, 'go-version': '', 'installed-from': '' });
    expect(action.path).toEqual([]);
    expect(action.env).toEqual({});
    expect(action.commands.filter(({ name }) => name === 'error').length).toBeGreaterThan(0);
    expect(action.summary).toContain(cause);
  });
}

async function expectFallOver(badSource: BadSourceCase): Promise<void> {
  await withSource(badSource, async ({ runner, source }) => {
    const inputs = { ...INPUTS, ...source.inputs, sources: `${source.url}, ${good.url}`, timeout: '1m' };
    const { report, exitCode, action, toolCache } = await install('action', { runner, inputs, env: sealedEnv(border) });
    expect(exitCode).toBe(0);
    const attempts = report.attempts.map(attempt => [attempt.source, attempt.end, attempt.code]);
    // One that is silent is overtaken before its own deadline has passed.
    expect(attempts[0]).toEqual(badSource.stalls === true ? ['custom', 'lost', undefined] : ['custom', 'failed', badSource.code]);
    expect(attempts.at(-1)).toEqual(['custom-2', 'won', undefined]);
    const outputs = { source: 'custom-2', 'installed-from': 'custom-2', cause: '', proof: 'pinned-checksum' };
    expect(action?.outputs).toMatchObject(outputs);
    expect(toolCache).toEqual([`${ENTRY}.complete`, `${ENTRY}/`]);
  });
}

// One block, so that the long waits of the first cases pass while the others run.
describe.concurrent('a source that', () => {
  // Silence after the request is given up after 15 s and in the body after 20 s; test/adapters and test/acquire do not wait so long.
  const tooSlow: readonly Code[] = ['HTTP.TTFB_STALL', 'BODY.STALL'];
  const fallOvers = isPosix ? BAD_SOURCES.filter(({ code }) => !tooSlow.includes(code)) : [];
  it.each(fallOvers)('$name gives way to the next', expectFallOver);

  const cases = FACES.flatMap(face => BAD_SOURCES.map(badSource => ({ ...badSource, face })));
  it.each(cases)('$name and is the only one makes the $face red', ({ face, ...badSource }) => expectRed(face, badSource));
});

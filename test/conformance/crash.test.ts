import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProcessResult, type Runner, runCli, withRunner } from '../e2e/harness.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import { expectWorkingGo, goRoot, leftovers, reportOf } from './installed-go.ts';
import { networkEnv, scratchDirectory, whyNoNetwork } from './network.ts';
import { OFFICIAL, officialArchive, whyNoOfficialArchive } from './official-archive.ts';

const scratch = scratchDirectory();
const env = networkEnv();
const reason = whyNoOfficialArchive() ?? whyNoNetwork();
let mirror: Mirror | undefined;

beforeAll(async () => {
  if (reason !== undefined) return;
  mirror = await startMirror({ files: { [OFFICIAL.fileName]: { path: await officialArchive() } } });
});

afterAll(() => mirror?.close());

beforeEach(context => {
  if (reason !== undefined) context.skip(reason);
});

function install(runner: Runner, signal?: AbortSignal): Promise<ProcessResult> {
  const args = ['install', OFFICIAL.version, '--json', '--sources', mirror?.url ?? ''];
  return runCli(args, { runner, env, ...(signal === undefined ? {} : { signal }) });
}

describe('one tool cache', () => {
  it('serves three installations at once', () =>
    withRunner(async runner => {
      const results = await Promise.all([install(runner), install(runner), install(runner)]);
      const outcomes = results.map(result => reportOf(result).outcome).sort();
      expect(results.map(result => result.exitCode)).toEqual([0, 0, 0]);
      expect(outcomes.every(outcome => outcome === 'installed' || outcome === 'cached')).toBe(true);
      expect(outcomes).toContain('installed');
      const after = await install(runner);
      expect(reportOf(after).outcome).toBe('cached');
      expect(leftovers(after.toolCache)).toEqual([]);
      await expectWorkingGo(runner, OFFICIAL.version);
    }, scratch));

  it('holds nothing or a provable Go after a kill at any moment', () =>
    withRunner(async runner => {
      const root = goRoot(runner, OFFICIAL.version);
      const { ms } = await install(runner);
      let killedCount = 0;
      for (let round = 0; round < 20; round += 1) {
        await rm(runner.toolCache, { recursive: true, maxRetries: 5 });
        // Spread over the whole run and a little beyond, by chance inside each twentieth.
        const killed = await install(runner, AbortSignal.timeout(Math.ceil(((round + Math.random()) / 20) * ms * 1.1)));
        if (killed.exitCode === undefined) killedCount += 1;
        const isMarked = killed.toolCache.includes(`go/${OFFICIAL.version}/${process.arch}.complete`);
        if (isMarked || existsSync(root)) {
          const verified = await runCli(['verify', root, '--json'], { runner, env });
          expect(verified, `round ${round}`).toMatchObject({ exitCode: 0 });
        }
        const after = await install(runner);
        expect(after, `round ${round}: ${after.stderr}`).toMatchObject({ exitCode: 0 });
        expect(leftovers(after.toolCache), `round ${round}`).toEqual([]);
      }
      expect(killedCount).toBeGreaterThan(10);
      await expectWorkingGo(runner, OFFICIAL.version);
    }, scratch));
});

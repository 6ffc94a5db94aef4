import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { type ProcessResult, type Runner, runCli, withRunner } from '../e2e/harness.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import { expectGoVersion, goRoot, leftovers, reportOf } from './installed-go.ts';
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

async function install(runner: Runner, signal?: AbortSignal): Promise<ProcessResult> {
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
      await expectGoVersion(runner, OFFICIAL.version);
    }, scratch));

  it('holds nothing or a provable Go after a kill at any moment', async () => {
    const { ms } = await withRunner(install, scratch);
    // Side by side, because each round waits some seconds until the lock of the dead counts as left.
    const lanes = [0, 1, 2].map(async lane => {
      const killed: boolean[] = [];
      for (let round = lane; round < 21; round += 3) {
        // Spread over the whole run and beyond, by chance inside each part.
        const at = Math.ceil(((round + Math.random()) / 21) * ms * 1.3);
        killed.push(await withRunner(runner => killAndRecover(runner, at), scratch));
      }
      return killed;
    });
    const killed = (await Promise.all(lanes)).flat();
    expect(killed.filter(isKilled => isKilled).length).toBeGreaterThan(10);
  });
});

/** Whether the kill came in time. */
async function killAndRecover(runner: Runner, afterMs: number): Promise<boolean> {
  const root = goRoot(runner, OFFICIAL.version);
  const killed = await install(runner, AbortSignal.timeout(afterMs));
  const isMarked = killed.toolCache.includes(`go/${OFFICIAL.version}/${process.arch}.complete`);
  const isThere = isMarked || existsSync(root);
  if (isThere) {
    const verified = await runCli(['verify', root, '--json'], { runner, env });
    expect(verified, `killed after ${afterMs} ms`).toMatchObject({ exitCode: 0 });
  }
  // Whoever finds a proved Go does not wait until the lock of the dead counts as left, and removes one that does.
  if (isThere && leftovers(killed.toolCache).some(name => name.endsWith('.lock'))) await delay(LIMITS.lockDeadOwnerMs);
  const after = await install(runner);
  expect(after, `killed after ${afterMs} ms: ${after.stderr}`).toMatchObject({ exitCode: 0 });
  expect(leftovers(after.toolCache), `killed after ${afterMs} ms`).toEqual([]);
  await expectGoVersion(runner, OFFICIAL.version);
  return killed.exitCode === undefined;
}

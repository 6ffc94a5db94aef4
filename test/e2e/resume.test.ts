import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { makeFakeGo } from './fake-go.ts';
import { type Runner, withRunner } from './harness.ts';
import { HOST_PLATFORM, install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';
import { COMPLETE } from './install-scene.ts';

/** 6 MB: 20 s at the rate of the first run. */
const GO = makeFakeGo({ version: VERSION, platform: HOST_PLATFORM, sourceFileCount: 40, sourceFileBytes: 600_000 });
const ARCHIVE = GO.tarGz.bytes;
const SLOW_BYTES_PER_SECOND = 300_000;

let border: Origin;
beforeAll(async () => {
  border = await startBorder();
});
afterAll(() => border.close());

const inputsFor = (mirror: Mirror): Readonly<Record<string, string>> => ({
  'go-version': VERSION,
  sources: mirror.url,
  checksum: `sha256:${GO.tarGz.sha256}`,
  timeout: '50s',
});

/** The process is killed as soon as so much was sent. */
async function killedAfter(
  bytes: number,
  { runner, mirror }: { readonly runner: Runner; readonly mirror: Mirror },
): Promise<void> {
  const kill = new AbortController();
  const env = { ...sealedEnv(border), RUNNER_TOOL_CACHE: runner.toolCache };
  const running = install('command line', { runner, inputs: inputsFor(mirror), env, signal: kill.signal }).catch(() => undefined);
  while (mirror.stats().sentBytes < bytes) await delay(20);
  kill.abort();
  // What it printed is no report.
  expect(await running).toBeUndefined();
}

it.runIf(isPosix)('a run after one that was killed fetches only the rest, and leaves nothing but the Go', () =>
  withRunner(async runner => {
    let rate = SLOW_BYTES_PER_SECOND;
    const mirror = await startMirror({
      files: { [GO.tarGz.fileName]: ARCHIVE },
      get connectionBytesPerSecond() {
        return rate;
      },
    });
    try {
      await killedAfter(3.5 * SLOW_BYTES_PER_SECOND, { runner, mirror });
      const { sentBytes } = mirror.stats();
      expect(sentBytes).toBeLessThan(ARCHIVE.length / 2);
      rate *= 100;
      const asked = mirror.requests.length;
      const result = await install('command line', { runner, inputs: inputsFor(mirror), env: sealedEnv(border) });
      expect(result.report).toMatchObject({ outcome: 'installed', exitCode: 0 });
      expect(mirror.stats().sentBytes).toBeLessThanOrEqual(ARCHIVE.length * 1.05);
      const ranges = mirror.requests.slice(asked).flatMap(({ headers }) => headers['range'] ?? []);
      expect(ranges).toHaveLength(1);
      expect(ranges[0]).toMatch(/^bytes=[1-9]\d{5,}-$/u);
      expect(result.stderr).toContain('kept from an earlier run');
      expect(result.toolCache.filter(path => !path.includes('.setup-go-robust.'))).toEqual(COMPLETE);
    } finally {
      await mirror.close();
    }
  }),
);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { type FakeGo, makeFakeGo } from './fake-go.ts';
import { withRunner } from './harness.ts';
import { HOST_PLATFORM, install, sealedEnv, startBorder, VERSION } from './install-runs.ts';
import { measured } from './measured.ts';

/** As many files as a real release has, and a quarter of its bytes: memory must not depend on either. */
const SOURCE_FILE_COUNT = 15_000;
const SOURCE_FILE_BYTES = 4_000;
const LIMIT_MIB = 256;
const HEAP_MIB = 64;

let border: Origin;
let go: FakeGo;
let mirror: Mirror;
beforeAll(async () => {
  border = await startBorder();
  const size = { sourceFileCount: SOURCE_FILE_COUNT, sourceFileBytes: SOURCE_FILE_BYTES };
  go = makeFakeGo({ version: VERSION, platform: HOST_PLATFORM, ...size });
  const files = { [go.tarGz.fileName]: go.tarGz.bytes, [`golang.org/toolchain/@v/${go.moduleZip.fileName}`]: go.moduleZip.bytes };
  mirror = await startMirror({ files });
});
afterAll(async () => {
  await Promise.all([border.close(), mirror.close()]);
});

describe.runIf(process.platform === 'linux')(`a machine with ${LIMIT_MIB} MiB of memory`, () => {
  it.each([
    { form: 'the archive', inputs: () => ({ sources: mirror.url, checksum: `sha256:${go.tarGz.sha256}` }), env: () => ({}) },
    { form: 'the module', inputs: () => ({ sources: 'goproxy', checksum: go.h1 }), env: () => ({ GOPROXY: mirror.url }) },
  ])('is enough to install $form', ({ inputs, env }) =>
    withRunner(async runner => {
      const { node, bundle, peakMib } = await measured(runner, HEAP_MIB);
      const { exitCode, report } = await install('command line', {
        runner,
        node,
        bundle,
        inputs: { 'go-version': VERSION, timeout: '50s', ...inputs() },
        env: { ...sealedEnv(border), ...env() },
      });
      expect({ exitCode, outcome: report.outcome, cause: report.cause }).toEqual({
        exitCode: 0,
        outcome: 'installed',
        cause: null,
      });
      expect(await peakMib()).toBeLessThan(LIMIT_MIB);
      // The figure is one of this run, and not nothing.
      expect(await peakMib()).toBeGreaterThan(30);
    }),
  );
});

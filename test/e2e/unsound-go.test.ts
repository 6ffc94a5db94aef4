import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { tarGz } from '../fakes/archives.ts';
import { startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { makeFakeGo } from './fake-go.ts';
import { runCli, withRunner } from './harness.ts';
import { FACES, GO, HOST_PLATFORM, install, isPosix, parseReport, sealedEnv, startBorder, VERSION } from './install-runs.ts';

/** A tree whose archive matches its pin, and whose go program is this. */
function goWith(program: string): Buffer {
  return tarGz([
    { name: 'go/VERSION', content: `go${VERSION}\ntime 2026-01-02T03:04:05Z\n` },
    { name: 'go/bin/go', content: program },
    { name: 'go/bin/gofmt', content: '#!/bin/sh\n' },
    { name: 'go/src/runtime/runtime.go', content: 'package runtime\n' },
  ]);
}

/** Everything is proved by the pin of the user, and the last step finds out. */
const CASES: readonly { readonly name: string; readonly code: Code; readonly exitCode: number; readonly archive: Buffer }[] = [
  {
    name: 'says that it is another version',
    code: 'VERSION.MISMATCH',
    exitCode: 73,
    archive: makeFakeGo({ version: VERSION, claimedVersion: '1.26.7', platform: HOST_PLATFORM, sourceFileCount: 1 }).tarGz.bytes,
  },
  {
    name: 'is for another platform',
    code: 'VERSION.MISMATCH',
    exitCode: 73,
    archive: makeFakeGo({ version: VERSION, platform: { goos: 'plan9', goarch: 'mips' }, sourceFileCount: 1 }).tarGz.bytes,
  },
  { name: 'ends with an error', code: 'GO.NOT_RUNNABLE', exitCode: 74, archive: goWith('#!/bin/sh\necho broken >&2\nexit 1\n') },
  { name: 'is no program', code: 'GO.NOT_RUNNABLE', exitCode: 74, archive: goWith('\u007fELF and nothing else') },
  { name: 'needs an interpreter that is missing', code: 'GO.NOT_RUNNABLE', exitCode: 74, archive: goWith('#!/nonexistent\n') },
];

let border: Origin;
beforeAll(async () => {
  border = await startBorder();
});
afterAll(() => border.close());

const withMirror = async (archive: Buffer, body: (inputs: Record<string, string>) => Promise<void>): Promise<void> => {
  const mirror = await startMirror({ files: { [GO.tarGz.fileName]: archive } });
  const checksum = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  try {
    await body({ 'go-version': VERSION, sources: mirror.url, checksum, timeout: '20s' });
  } finally {
    await mirror.close();
  }
};

describe.runIf(isPosix)('a proved Go that', { concurrent: true }, () => {
  const cases = FACES.flatMap(face => CASES.map(item => ({ ...item, face })));
  it.each(cases)('$name makes the $face red and does not stay in the tool cache', ({ face, code, exitCode, archive }) =>
    withRunner(runner =>
      withMirror(archive, async inputs => {
        const { report, action, ...result } = await install(face, { runner, inputs, env: sealedEnv(border) });
        expect({ cause: report.cause?.code, exitCode: result.exitCode }).toEqual({ cause: code, exitCode });
        expect(report).toMatchObject({ outcome: 'failed', go: null, installedFrom: null });
        expect(await readdir(runner.toolCache)).toEqual([]);
        if (action === undefined) return;
        expect(action.outputs).toMatchObject({ cause: code, 'go-version': '', goroot: '', 'installed-from': '' });
        expect(action.path).toEqual([]);
        expect(action.env).toEqual({});
      }),
    ),
  );

  it('says that it is another version does not stay at a destination either', () =>
    withRunner(runner =>
      withMirror(goWith('#!/bin/sh\nexit 1\n'), async ({ sources = '', checksum = '' }) => {
        const words = ['install', VERSION, '--dest', 'sdk/go', '--sources', sources, '--checksum', checksum, '--json'];
        const { exitCode, stdout } = await runCli(words, { runner, env: sealedEnv(border) });
        expect(parseReport(stdout).cause?.code).toBe('GO.NOT_RUNNABLE');
        expect(exitCode).toBe(74);
        expect(await readdir(join(runner.workspace, 'sdk')).catch(() => [])).toEqual([]);
      }),
    ));
});

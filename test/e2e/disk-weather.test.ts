import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { tarEntry } from '../fakes/archives.ts';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { makeFakeGo } from './fake-go.ts';
import { BUNDLE, type Runner, withRunner } from './harness.ts';
import { GO, HOST_PLATFORM, type InstallResult, install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';
import { type DiskOptions, mountRefusal, nodeOnDisk } from './mounts.ts';

const MIB = 1_048_576;
const REFUSAL = mountRefusal();

let border: Origin;
beforeAll(async () => {
  border = await startBorder();
});
afterAll(() => border.close());

interface Weather extends DiskOptions {
  readonly archive?: Buffer;
  /** Default: 0. */
  readonly latencyMs?: number;
  /** Only the first source is named: a source that is late is not asked alone. */
  readonly isAlone?: boolean;
  /** Called when the archive is asked for. */
  readonly onAsked?: (runner: Runner) => Promise<void>;
  readonly inputs?: (runner: Runner) => Readonly<Record<string, string>>;
}

interface Ended {
  readonly result: InstallResult;
  /** What is on the disk afterwards. */
  readonly left: readonly string[] | undefined;
  readonly first: Mirror;
  readonly second: Mirror;
}

/** One run whose tool cache is on this disk, with two honest sources. */
async function onDisk(weather: Weather, judge: (ended: Ended) => void): Promise<void> {
  const { archive = GO.tarGz.bytes, latencyMs = 0, isAlone = false, onAsked, inputs: more } = weather;
  await withRunner(async runner => {
    const options = { files: { [GO.tarGz.fileName]: archive }, latencyMs };
    const [first, second] = await Promise.all([startMirror(options), startMirror(options)]);
    const disk = await nodeOnDisk(runner, weather);
    const checksum = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
    const sources = isAlone ? first.url : `${first.url}, ${second.url}`;
    const inputs = { 'go-version': VERSION, sources, checksum, timeout: '40s', ...more?.(runner) };
    const ended = new AbortController();
    const watching = onAsked === undefined ? undefined : watch({ runner, mirror: first, onAsked }, ended.signal);
    try {
      const result = await install('command line', { runner, inputs, node: disk.node, env: sealedEnv(border) });
      judge({ result, left: await disk.left(), first, second });
    } finally {
      ended.abort();
      await Promise.all([watching, first.close(), second.close()]);
    }
  });
}

async function watch(
  {
    runner,
    mirror,
    onAsked,
  }: { readonly runner: Runner; readonly mirror: Mirror; readonly onAsked: (runner: Runner) => Promise<void> },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && mirror.requests.length === 0) await delay(20);
  if (!signal.aborted) await onAsked(runner);
}

function expectRed({ result, left, second }: Ended, expected: { readonly code: Code; readonly attempts: number }): void {
  const { report, exitCode } = result;
  expect({ exitCode, cause: report.cause?.code, verdict: report.cause?.verdict }).toEqual({
    exitCode: 74,
    cause: expected.code,
    verdict: 'cause',
  });
  expect(report).toMatchObject({ outcome: 'failed', go: null });
  expect(report.attempts).toHaveLength(expected.attempts);
  expect(left).toEqual([]);
  // No other source helps against a fault of this machine.
  expect(second.requests).toEqual([]);
}

/** A release with one file of zeros, which is small on the way and large on the disk. */
function wideGo(sizeBytes: number): Buffer {
  const version = tarEntry({ name: 'go/VERSION', content: `go${VERSION}\n` });
  const head = tarEntry({ name: 'go/src/zeros.go', declaredBytes: sizeBytes });
  return Buffer.concat([
    gzipSync(Buffer.concat([version, head])),
    // A gzip file may have several members.
    ...Array.from({ length: sizeBytes / MIB }, () => ZEROS),
  ]);
}
const ZEROS = gzipSync(Buffer.alloc(MIB));
/** Large enough to be still under way when the disk stands still. */
const SLOW_GO = makeFakeGo({ version: VERSION, platform: HOST_PLATFORM, sourceFileCount: 2_000, sourceFileBytes: 4_000 }).tarGz
  .bytes;

describe.skipIf(REFUSAL !== undefined)(`a disk (${REFUSAL ?? 'mounted for the test'}) that`, { concurrent: true }, () => {
  it('has too few bytes for any Go is told before anything is asked for', () =>
    onDisk({ options: 'size=20m' }, ended => {
      expectRed(ended, { code: 'FS.NO_SPACE', attempts: 0 });
      expect(ended.first.requests).toEqual([]);
    }));

  it('has too few inodes for any Go is told before anything is asked for', () =>
    onDisk({ options: 'size=300m,nr_inodes=500' }, ended => {
      expectRed(ended, { code: 'FS.NO_INODES', attempts: 0 });
      expect(ended.first.requests).toEqual([]);
    }));

  it('turns out to be too small in the middle of a file', () =>
    onDisk({ options: 'size=110m', archive: wideGo(160 * MIB) }, ended => {
      expectRed(ended, { code: 'FS.NO_SPACE', attempts: 1 });
    }));

  it('runs out of inodes in the middle of the tree', () => {
    const archive = makeFakeGo({ version: VERSION, platform: HOST_PLATFORM, sourceFileCount: 10_200 }).tarGz.bytes;
    return onDisk({ options: 'size=300m,nr_inodes=10100', archive }, ended => {
      expectRed(ended, { code: 'FS.NO_SPACE', attempts: 1 });
    });
  });

  it('is filled by somebody else during the download, as by a quota that statfs does not tell', () => {
    const after = `(while [ ! -e "$disk.fill" ]; do sleep 0.05; done; head -c 115m /dev/zero > "$disk/foreign"; : > "$disk.full") &`;
    // The archive is sent only after the disk is full.
    const onAsked = async (runner: Runner): Promise<void> => {
      await writeFile(`${runner.toolCache}.fill`, '');
      for (let waitedMs = 0; waitedMs < 5_000 && !existsSync(`${runner.toolCache}.full`); waitedMs += 20) await delay(20);
    };
    const archive = wideGo(20 * MIB);
    return onDisk({ options: 'size=120m', after, archive, latencyMs: 2_000, isAlone: true, onAsked }, ({ left, ...ended }) => {
      expectRed({ ...ended, left: left?.filter(name => name !== './foreign') }, { code: 'FS.NO_SPACE', attempts: 1 });
    });
  });

  it('is read-only', () =>
    onDisk({ options: 'size=300m', after: 'mount -o remount,ro "$disk"' }, ended => {
      expectRed(ended, { code: 'FS.READ_ONLY', attempts: 0 });
      expect(ended.first.requests).toEqual([]);
    }));

  it('is read-only is no place for a destination', () => {
    const inputs = (runner: Runner) => ({ dest: join(runner.toolCache, 'sdk', 'go') });
    return onDisk({ options: 'size=300m', after: 'mount -o remount,ro "$disk"', inputs }, ({ result, left, first }) => {
      expect({ exitCode: result.exitCode, cause: result.report.cause?.code }).toEqual({
        exitCode: 71,
        cause: 'INPUT.DESTINATION',
      });
      expect([left, first.requests]).toEqual([[], []]);
    });
  });

  it('may hold no programs is found out by executing Go, which does not stay', () =>
    onDisk({ options: 'size=300m,noexec' }, ended => expectRed(ended, { code: 'FS.NOEXEC', attempts: 1 })));

  it('is mounted at the destination itself is told before anything is asked for', () => {
    const inputs = (runner: Runner) => ({ dest: runner.toolCache });
    return onDisk({ options: 'size=300m', inputs }, ({ result, left, first }) => {
      const { exitCode, report } = result;
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 71, cause: 'INPUT.DESTINATION' });
      expect(JSON.stringify(report.findings)).toContain('a mount point');
      expect([left, first.requests]).toEqual([[], []]);
    });
  });

  it('is a layer over an image in which a damaged Go stands, and cannot be moved, gets a new one', () => {
    const entry = `go/${VERSION}/${process.arch}`;
    const after = `image=$(mktemp -d); mkdir -p "$image/${entry}/bin" "$disk/upper" "$disk/work"; : > "$image/${entry}.complete"
      echo go${VERSION} > "$image/${entry}/VERSION"; echo damaged > "$image/${entry}/bin/go"
      mount -t overlay overlay -o "lowerdir=$image,upperdir=$disk/upper,workdir=$disk/work" "$disk"`;
    return onDisk({ options: 'size=300m', after }, ({ result, left }) => {
      const { exitCode, report } = result;
      expect({ exitCode, outcome: report.outcome, cause: report.cause }).toEqual({
        exitCode: 0,
        outcome: 'installed',
        cause: null,
      });
      expect(left).toContain(`./${entry}.complete`);
      expect(left?.filter(path => /trash|stage|lock/u.test(path))).toEqual([]);
    });
  });

  it('has just enough room is used', () =>
    onDisk({ options: 'size=100m,nr_inodes=10100' }, ({ result, left }) => {
      expect({ exitCode: result.exitCode, outcome: result.report.outcome }).toEqual({ exitCode: 0, outcome: 'installed' });
      expect(left).toContain(`./go/${VERSION}/${process.arch}.complete`);
    }));
});

describe.runIf(isPosix)('a disk that', { concurrent: true }, () => {
  // A delaying block device or a file system in user space needs more than a test may ask for, so the process waits when it writes.
  it.each([
    { name: 'is slow at each file', when: 'true', waitMs: 50, archive: GO.tarGz.bytes },
    // The bytes that came meanwhile wait in the socket: their source did not stall.
    { name: 'stands still in the middle', when: 'count === 400', waitMs: 3_000, archive: SLOW_GO },
  ])('$name costs time, and is no fault of a source', ({ when, waitMs, archive }) =>
    withRunner(async runner => {
      const options = { files: { [GO.tarGz.fileName]: archive }, connectionBytesPerSecond: 2 * MIB };
      const [first, second] = await Promise.all([startMirror(options), startMirror(options)]);
      const bundle = join(runner.root, 'slow-disk.cjs');
      const slow = `const fs = require('node:fs'); const { writeSync } = fs;
        const cell = new Int32Array(new SharedArrayBuffer(4)); let count = 0;
        fs.writeSync = (...words) => {
          if (words[0] > 2) { count += 1; if (${when}) Atomics.wait(cell, 0, 0, ${waitMs}); }
          return writeSync(...words);
        };`;
      await writeFile(bundle, `${slow}\nrequire(${JSON.stringify(BUNDLE)});\n`);
      const checksum = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
      const inputs = { 'go-version': VERSION, sources: `${first.url}, ${second.url}`, checksum, timeout: '40s' };
      const { report, exitCode, ms } = await install('command line', { runner, inputs, bundle, env: sealedEnv(border) });
      await Promise.all([first.close(), second.close()]);
      expect({ exitCode, outcome: report.outcome }).toEqual({ exitCode: 0, outcome: 'installed' });
      expect(report.attempts.filter(({ end }) => end === 'failed')).toEqual([]);
      expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      // It really was slow.
      expect(ms).toBeGreaterThan(2_000);
      expect(await readdir(join(runner.toolCache, 'go', VERSION))).toHaveLength(2);
    }),
  );
});

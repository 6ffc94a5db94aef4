import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ReportFilesRequest, writeReportFiles } from '../../src/adapters/report-files.ts';
import { allFailed, cached, fold, installed } from '../report/scenarios.ts';

let directory = '';
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'report-files-')), 'reports');
});
afterEach(async () => {
  // What was given up may still be writing.
  await rm(join(directory, '..'), { recursive: true, force: true, maxRetries: 10 });
});

const KEPT = ['report.json', 'summary.md'];
const MORE = ['junit.xml', 'metrics.txt', 'report.html', 'sbom.cdx.json', 'sbom.spdx.json'];
const GITLAB = ['annotations.json', 'codequality.json', 'go.env'];

const request = (change: Partial<ReportFilesRequest> = {}): ReportFilesRequest => ({
  directory,
  platform: 'github',
  isAsked: false,
  ...change,
});

describe('writeReportFiles', () => {
  it.each([
    ['a cold run', installed, {}, [...KEPT, ...MORE]],
    ['a failed run', allFailed, {}, [...KEPT, ...MORE]],
    ['a warm run', cached, {}, KEPT],
    ['a warm run that was asked for reports', cached, { isAsked: true }, [...KEPT, ...MORE]],
    ['GitLab', cached, { isAsked: true, platform: 'gitlab' as const }, [...KEPT, ...MORE, ...GITLAB]],
  ])('writes the files of %s', async (_name, events, change, expected) => {
    await writeReportFiles(fold(events), request(change));
    expect((await readdir(directory)).sort()).toEqual([...expected].sort());
    const sizes = await Promise.all(expected.map(async name => (await stat(join(directory, name))).size));
    expect(sizes.filter(size => size === 0)).toEqual([]);
  });

  it('replaces what an earlier run wrote, whatever its length', async () => {
    await writeReportFiles(fold(allFailed), request());
    await writeReportFiles(fold(cached), request());
    expect(JSON.parse(await readFile(join(directory, 'report.json'), 'utf8'))).toEqual(fold(cached));
  });

  it('leaves no file of an earlier run beside its own', async () => {
    await writeReportFiles(fold(allFailed), request());
    const before = await readFile(join(directory, 'junit.xml'), 'utf8');
    await writeReportFiles(fold(cached), request());
    expect(await readFile(join(directory, 'junit.xml'), 'utf8')).not.toBe(before);
  });

  it('writes all others when one cannot be written, and says so', async () => {
    await mkdir(join(directory, 'report.json'), { recursive: true });
    await expect(writeReportFiles(fold(installed), request())).rejects.toThrow(/EISDIR/u);
    expect((await readdir(directory)).sort()).toEqual([...KEPT, ...MORE].sort());
  });

  it.skipIf(process.platform === 'win32')('is not held by a pipe that nobody reads', async () => {
    await mkdir(directory, { recursive: true });
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(directory, 'report.json')]);
    await expect(writeReportFiles(fold(cached), request())).rejects.toThrow(/ENXIO/u);
    expect((await stat(join(directory, 'summary.md'))).size).toBeGreaterThan(0);
  });

  it('waits for the disk no longer than its limit', async () => {
    await expect(writeReportFiles(fold(installed), request({ limitMs: 0 }))).rejects.toThrow(/0 ms/u);
  });
});

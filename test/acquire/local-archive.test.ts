import { describe, expect, test } from 'vitest';
import { openLocalArchive } from '../../src/acquire/local-archive.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { FileStat, Files } from '../../src/ports/machine.ts';
import { codeOf, readAll } from '../adapters/net-support.ts';

/** One file in memory; only what openLocalArchive needs. */
function files(content: Buffer, stat: Partial<FileStat> | undefined = {}): Files {
  const needed: Pick<Files, 'stat' | 'realPath' | 'readRange' | 'stream'> = {
    realPath: async path => ({ '/link': '/go.zip', '/go.zip': '/go.zip' })[path],
    stat: path =>
      Promise.resolve(
        path === '/go.zip' && stat !== undefined
          ? { kind: 'file', sizeBytes: content.length, mtimeMs: 0, mode: 0o644, ...stat }
          : undefined,
      ),
    readRange: (_path, from, to) => Promise.resolve(content.subarray(from, to)),
    stream: async function* () {
      for (let from = 0; from < content.length; from += 3) yield content.subarray(from, from + 3);
    },
  };
  return needed as Files;
}

const CONTENT = Buffer.from('0123456789');
const open = (stat?: Partial<FileStat>) => openLocalArchive({ files: files(CONTENT, stat), path: '/go.zip' });

describe('an archive on disk', () => {
  test('gives its size, its tail and its bytes', async () => {
    const archive = await open();
    expect(archive.sizeBytes).toBe(10);
    expect(await archive.tail(4)).toEqual({ start: 6, data: Buffer.from('6789'), sizeBytes: 10 });
    expect(await archive.tail(99)).toMatchObject({ start: 0, sizeBytes: 10 });
    expect((await readAll(archive.stream())).toString()).toBe('0123456789');
    expect((await readAll(archive.stream(7))).toString()).toBe('0123456');
    expect((await readAll(archive.stream(6))).toString()).toBe('012345');
    expect(await readAll(archive.stream(0))).toHaveLength(0);
    archive.close();
  });

  test('behind a link is what the link leads to', async () => {
    const archive = await openLocalArchive({ files: files(CONTENT), path: '/link' });
    expect(archive.sizeBytes).toBe(10);
    expect(await archive.tail(4)).toMatchObject({ start: 6, sizeBytes: 10 });
    expect((await readAll(archive.stream())).toString()).toBe('0123456789');
  });

  test('behind a link that leads to no file is not opened: a pipe would hold whoever reads it for ever', async () => {
    const opening = openLocalArchive({ files: files(CONTENT, { kind: 'other' }), path: '/link' });
    expect(await codeOf(opening)).toBe('FS.NOT_FOUND');
  });

  test('that is missing, or a directory, is FS.NOT_FOUND', async () => {
    expect(await codeOf(openLocalArchive({ files: files(CONTENT), path: '/other' }))).toBe('FS.NOT_FOUND');
    expect(await codeOf(open({ kind: 'directory' }))).toBe('FS.NOT_FOUND');
  });

  test('that is larger than any archive is HTTP.TOO_LARGE', async () => {
    expect(await codeOf(open({ sizeBytes: LIMITS.archiveBytes + 1 }))).toBe('HTTP.TOO_LARGE');
  });

  test('that became shorter is BODY.TRUNCATED', async () => {
    const archive = await open({ sizeBytes: 11 });
    expect(await codeOf(archive.tail(4))).toBe('BODY.TRUNCATED');
    expect(await codeOf(readAll(archive.stream()))).toBe('BODY.TRUNCATED');
  });
});

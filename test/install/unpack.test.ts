import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import type { ArchiveBytes } from '../../src/domain/archive-bytes.ts';
import { failure } from '../../src/domain/failure.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { SignatureHash } from '../../src/domain/proof.ts';
import type { ArchiveFormat } from '../../src/domain/source.ts';
import { gunzip } from '../../src/install/gunzip.ts';
import { createTreeSink } from '../../src/install/tree-sink.ts';
import { type Unpacked, unpack } from '../../src/install/unpack.ts';
import type { Clock } from '../../src/ports/machine.ts';
import { MODULE, SMALL_GO, serve, smallGoTar, smallGoZip, TAR_END, tar, tarGz } from '../fakes/archives.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';
import { createMemoryTree } from '../fakes/memory-tree.ts';

const clock: Clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
const files = createFiles({ os: process.platform, clock });
let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'unpack-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Run {
  readonly bytes: ArchiveBytes;
  readonly format?: ArchiveFormat;
  readonly failAfter?: number;
  readonly signal?: AbortSignal;
  readonly onBytes?: (count: number) => void;
  readonly signatureHashes?: () => readonly SignatureHash[];
}

function run({ bytes, format = 'tar.gz', failAfter, signal, onBytes, signatureHashes }: Run) {
  const tree = createMemoryTree({ root: '/go', ...(failAfter === undefined ? {} : { failAfter }) });
  const layout = format === 'zip' ? 'module' : 'release';
  const sink = createTreeSink({ writer: tree.writer, directory: '/go', layout, moduleName: MODULE, writeUnproven: true });
  const spoolPath = join(directory, 'spool');
  const options = { bytes, format, sink, files, spoolPath, signatureHashes, ...(onBytes === undefined ? {} : { onBytes }) };
  return { tree, done: unpack(options, signal ?? new AbortController().signal) };
}

/** With what a signature would be compared with in place of the way to ask for it. */
function plain({ signed, ...rest }: Unpacked): object {
  return { ...rest, signed: signed('sha256', Buffer.of(4)) };
}

const codeOfRun = (options: Run) => codeOfAsync(() => run(options).done);
const TAR = smallGoTar();
const ZIP = smallGoZip();
/** Content that does not shrink, so that many pieces of the archive are under way. */
const NOISE = Array.from({ length: 40_000 }, (_, i) => createHash('md5').update(`${i}`).digest('hex')).join('');
const LARGE = smallGoTar([{ name: 'go/src/large', content: NOISE }]);

describe('one pass over an archive', () => {
  test('gives the same tree for the tarball and for the module zip, and the SHA-256 of each', async () => {
    const fromTar = await run({ bytes: serve(TAR) }).done;
    const fromZip = await run({ bytes: serve(ZIP), format: 'zip' }).done;
    expect(fromTar).toMatchObject({ fileCount: 7, unproven: ['api', 'test'], archiveBytes: TAR.length });
    expect(fromZip).toMatchObject({ fileCount: 7, unproven: [], archiveBytes: ZIP.length, tree: fromTar.tree });
    expect(fromTar.sha256).toBe(createHash('sha256').update(TAR).digest('hex'));
    expect(fromZip.sha256).toBe(createHash('sha256').update(ZIP).digest('hex'));
  });

  test('hashes the archive for a signature, with what the signer added, by the hashes that are asked for when bytes come', async () => {
    const trailer = Buffer.from('trailer');
    const expected = (hash: string): string => createHash(hash).update(TAR).update(trailer).digest('hex');
    const asked: string[] = [];
    const signatureHashes = () => {
      asked.push('asked');
      return ['sha512'] as const;
    };
    const { signed } = await run({ bytes: serve(TAR, { chunkBytes: 100 }), signatureHashes }).done;
    expect(signed('sha256', trailer)).toBe(expected('sha256'));
    expect(signed('sha512', trailer)).toBe(expected('sha512'));
    expect(signed('sha384', trailer)).toBeUndefined();
    expect(asked).toEqual(['asked']);
  });

  test('writes what the archive holds and counts every byte as it comes', async () => {
    let counted = 0;
    const { tree, done } = run({
      bytes: serve(LARGE, { chunkBytes: 10_000 }),
      onBytes: count => {
        counted += count;
      },
    });
    await done;
    expect(counted).toBe(LARGE.length);
    expect(tree.files.get('/go/src/large')?.content.toString()).toBe(NOISE);
    expect(tree.files.get('/go/src/fmt/print.go')?.content.toString()).toBe(SMALL_GO['src/fmt/print.go']);
    expect(tree.openCount()).toBe(0);
  });

  test.each([1, 2, 3, 70_000])('does not depend on how the bytes are cut (%i)', async chunkBytes => {
    const whole = await run({ bytes: serve(TAR) }).done;
    expect(plain(await run({ bytes: serve(TAR, { chunkBytes }) }).done)).toEqual(plain(whole));
    expect((await run({ bytes: serve(ZIP, { chunkBytes }), format: 'zip' }).done).tree).toBe(whole.tree);
  });

  test('reads a zip from a file that is removed afterwards when the peer gives no ranges', async () => {
    const ranged = await run({ bytes: serve(ZIP), format: 'zip' }).done;
    expect(plain(await run({ bytes: serve(ZIP, { canRange: false }), format: 'zip' }).done)).toEqual(plain(ranged));
    expect(readdirSync(directory)).toEqual([]);
  });

  test('asks for no byte of a zip twice', async () => {
    const noise = Buffer.from(NOISE.repeat(2), 'hex');
    const large = smallGoZip([
      { name: `${MODULE}/src/a`, content: noise, method: 0 },
      { name: `${MODULE}/src/b`, content: noise, method: 0 },
    ]);
    const honest = serve(large);
    const streamed: (number | undefined)[] = [];
    const bytes: ArchiveBytes = {
      ...honest,
      stream: end => {
        streamed.push(end);
        return honest.stream(end);
      },
    };
    const result = await run({ bytes, format: 'zip' }).done;
    expect(result.sha256).toBe(createHash('sha256').update(large).digest('hex'));
    expect(streamed).toEqual([large.length - 2 * 1024 * 1024]);
  });
});

describe('bytes that are no gzip', () => {
  const page = Buffer.from('\ufeff \r\n<html><head><title>Sign in</title></head>'.padEnd(300));
  test.each([
    ['web page', page, 'HTTP.HTML'],
    ['compressed page', gzipSync('<html></html>'.repeat(100)), 'ARC.CORRUPT'],
    ['short web page', Buffer.from('<!doctype html>'), 'HTTP.HTML'],
    ['storage error', Buffer.from('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'), 'HTTP.HTML'],
    ['JSON', Buffer.from('{"error":"not found"}'), 'ARC.NOT_GZIP'],
    ['plain tar', tar([{ name: 'go/VERSION', content: 'x' }]), 'ARC.NOT_GZIP'],
    ['zip', ZIP, 'ARC.NOT_GZIP'],
    ['gzip in text mode', Buffer.from(TAR.toString('utf8')), 'ARC.NOT_GZIP'],
    ['nothing', Buffer.alloc(0), 'ARC.TRUNCATED'],
    ['two bytes', Buffer.from([0x1f, 0x8b]), 'ARC.NOT_GZIP'],
    ['a foreign method', Buffer.from([0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 3]), 'ARC.NOT_GZIP'],
  ])('%s', async (_name, data, code) => {
    expect(await codeOfRun({ bytes: serve(data) })).toBe(code);
    expect(await codeOfRun({ bytes: serve(data, { chunkBytes: 1 }) })).toBe(code);
  });
});

describe('a damaged gzip', () => {
  const flipped = Buffer.from(LARGE);
  flipped[LARGE.length >> 1] = (flipped[LARGE.length >> 1] ?? 0) ^ 0x10;
  const badSum = Buffer.from(TAR);
  badSum[TAR.length - 6] = (badSum[TAR.length - 6] ?? 0) ^ 1;
  test.each([
    ['one bit flipped', flipped, ['ARC.CORRUPT', 'ARC.NAME', 'ARC.TYPE', 'ARC.LIMIT', 'ARC.LAYOUT']],
    ['wrong CRC at the end', badSum, ['ARC.CORRUPT']],
    ['cut in the middle', LARGE.subarray(0, LARGE.length >> 1), ['ARC.TRUNCATED']],
    ['cut in the trailer', TAR.subarray(0, -3), ['ARC.TRUNCATED']],
    ['only the head', TAR.subarray(0, 10), ['ARC.TRUNCATED']],
    ['text behind it', Buffer.concat([TAR, Buffer.from('x'.repeat(50))]), ['ARC.CORRUPT']],
    ['zeros behind it', Buffer.concat([TAR, Buffer.alloc(50)]), ['ARC.CORRUPT']],
    ['a whole other archive behind it', Buffer.concat([TAR, TAR]), ['ARC.CORRUPT']],
    ['much behind it', Buffer.concat([TAR, Buffer.alloc(300_000, 1)]), ['ARC.CORRUPT']],
    ['a tar without its end', tarGz([{ name: 'go/VERSION', content: 'x' }], Buffer.alloc(0)), ['ARC.TRUNCATED']],
    ['entries behind the end of the tar', tarGz([TAR_END, { name: 'go/x', content: 'x' }]), ['ARC.CORRUPT']],
    ['no Go', tarGz([{ name: 'go/README', content: 'x' }]), ['ARC.LAYOUT']],
    ['a link', tarGz([{ name: 'go/bin/go', type: '2', linkName: '/bin/sh' }]), ['ARC.TYPE']],
    ['a bomb by its declared size', tarGz([{ name: 'go/x', declaredBytes: LIMITS.unpackedBytes + 1 }]), ['ARC.LIMIT']],
  ])('%s', async (_name, data, codes) => {
    for (const chunkBytes of [data.length > 10_000 ? 997 : 7, data.length]) {
      const { tree, done } = run({ bytes: serve(data, { chunkBytes }) });
      expect(codes).toContain(await codeOfAsync(() => done));
      expect(tree.openCount()).toBe(0);
    }
  });

  test('a bomb of padding is stopped by the count of inflated bytes', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024));
    let inflated = 0;
    const options = { source: serve(bomb).stream(), maxOutputBytes: 2 * 1024 * 1024 };
    const consume = (bytes: Buffer) => {
      inflated += bytes.length;
    };
    expect(await codeOfAsync(() => gunzip({ ...options, consume }, new AbortController().signal))).toBe('ARC.LIMIT');
    expect(inflated).toBeLessThanOrEqual(options.maxOutputBytes);
  });
});

describe('a failure on the way', () => {
  const cut = failure('BODY.RESET', { subject: 'peer' });

  test.each<[ArchiveFormat, Buffer, boolean]>([
    ['tar.gz', LARGE, true],
    ['zip', smallGoZip([{ name: `${MODULE}/src/noise`, content: NOISE.repeat(2), method: 0 }]), true],
    ['zip', ZIP, false],
  ])('of the source passes as it is, wherever it comes (%s)', async (format, data, canRange) => {
    const streamedBytes = canRange && format === 'zip' ? data.length - 2 * 1024 * 1024 : data.length;
    for (const part of [0, 0.001, 0.3, 0.7, 0.999]) {
      let closed = 0;
      const failAt = Math.floor(streamedBytes * part);
      const options = { chunkBytes: 9_000, canRange, failAt, error: cut, onClose: () => void closed++ };
      const { tree, done } = run({ bytes: serve(data, options), format });
      await expect(done).rejects.toBe(cut);
      expect([tree.openCount(), closed]).toEqual([0, 1]);
      expect(readdirSync(directory)).toEqual([]);
    }
  });

  test.each<[ArchiveFormat, Buffer]>([
    ['tar.gz', LARGE],
    ['zip', ZIP],
  ])('of the disk passes as it is, and the source is closed (%s)', async (format, data) => {
    for (const failAfter of [0, 1, 4]) {
      let closed = 0;
      const { tree, done } = run({ bytes: serve(data, { onClose: () => void closed++ }), format, failAfter });
      expect(await codeOfAsync(() => done)).toBe('FS.NO_SPACE');
      expect(tree.openCount()).toBe(0);
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      // A small zip is in its tail: then nothing was streamed.
      expect(closed).toBe(format === 'zip' ? 0 : 1);
    }
  });

  test('of the disk is not held up by a source that hangs', async () => {
    const { done } = run({ bytes: serve(LARGE, { hangAt: LARGE.length - 5 }), failAfter: 0 });
    expect(await codeOfAsync(() => done)).toBe('FS.NO_SPACE');
  });

  test.each<[ArchiveFormat, Buffer, boolean]>([
    ['tar.gz', LARGE, true],
    ['zip', smallGoZip([{ name: `${MODULE}/src/noise`, content: NOISE.repeat(2), method: 0 }]), true],
    ['zip', ZIP, false],
  ])('by the signal ends it at once, also when the source hangs (%s)', async (format, data, canRange) => {
    for (const hangAt of [0, 100_000 < data.length ? 100_000 : 1_000]) {
      const controller = new AbortController();
      const reason = new Error('stop');
      const { tree, done } = run({ bytes: serve(data, { hangAt, canRange }), format, signal: controller.signal });
      setImmediate(() => controller.abort(reason));
      await expect(done).rejects.toBe(reason);
      expect(tree.openCount()).toBe(0);
      expect(readdirSync(directory)).toEqual([]);
    }
  });

  test('before the start means that nothing is asked for', async () => {
    const reason = new Error('stop');
    const bytes: ArchiveBytes = {
      sizeBytes: undefined,
      tail: () => Promise.reject(new Error('asked')),
      stream: () => {
        throw new Error('asked');
      },
    };
    for (const format of ['tar.gz', 'zip'] as const) {
      await expect(run({ bytes, format, signal: AbortSignal.abort(reason) }).done).rejects.toBe(reason);
    }
  });

  test('leaves no rejection that nobody handles', async () => {
    const unhandled: unknown[] = [];
    const listen = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', listen);
    try {
      for (let failAt = 0; failAt < LARGE.length; failAt += Math.ceil(LARGE.length / 25)) {
        await expect(run({ bytes: serve(LARGE, { failAt, error: cut }), failAfter: 6 }).done).rejects.toThrow();
        await expect(
          run({ bytes: serve(ZIP, { failAt, error: cut, canRange: false }), format: 'zip' }).done.catch(() => 'failed'),
        ).resolves.toBeDefined();
      }
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    } finally {
      process.off('unhandledRejection', listen);
    }
    expect(unhandled).toEqual([]);
  });
});

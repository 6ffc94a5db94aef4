import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lookAtArchives } from '../../src/probes/archive.ts';
import { createTarScan } from '../../src/probes/tar-scan.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { damaged, goArchive, goTar } from '../faults/lab/archives.ts';

const never = new AbortController().signal;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function kindOf(content: Uint8Array, expected: { readonly sha256?: string; readonly bytes?: number } = {}) {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  await files.write('/a.tar.gz', content);
  const archive = {
    sourceId: 'a',
    path: '/a.tar.gz',
    format: 'tar.gz' as const,
    expected: { platform: 'linux-amd64', ...expected },
  };
  const [facts] = await lookAtArchives({ files, clock }, [archive], never);
  return facts;
}

describe('a file that should be an archive of Go', () => {
  const genuine = goArchive('linux-amd64');
  const pin = { sha256: sha256(genuine), bytes: genuine.length };

  it('is read to its end', async () => {
    expect(await kindOf(genuine, pin)).toMatchObject({
      kind: 'genuine',
      bytes: genuine.length,
      firstHex: expect.stringMatching(/^1f8b/u),
    });
    expect(await kindOf(genuine)).toBeUndefined();
  });

  it.each([
    ['truncated', genuine.subarray(0, genuine.length - 100)],
    ['double-gzip', gzipSync(genuine)],
    ['bare-tar', goTar('linux-amd64')],
    ['damaged', damaged(genuine)],
    ['wrong-platform', goArchive('linux-arm64')],
    ['text-mangled', Buffer.from(genuine.toString('utf8'))],
    ['html', Buffer.from('<html></html>')],
    ['empty', Buffer.alloc(0)],
    ['other', gzipSync(goTar('linux-amd64'), { level: 1 })],
  ])('is %s', async (kind, content) => {
    expect((await kindOf(content, { sha256: pin.sha256 }))?.kind).toBe(kind);
  });

  it('that is not there is left out', async () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    const archive = { sourceId: 'a', path: '/none', format: 'tar.gz' as const, expected: {} };
    expect(await lookAtArchives({ files, clock }, [archive], never)).toEqual([]);
  });
});

describe('the search for the go program in a tar', () => {
  it.each([1, 511, 512, 513, 100_000])('works in pieces of %i bytes', size => {
    const scan = createTarScan();
    const tar = goTar('linux-arm64');
    for (let at = 0; at < tar.length; at += size) scan.add(tar.subarray(at, at + size));
    expect(scan.platform()).toBe('linux-arm64');
  });

  it('ends at what is no header', () => {
    const scan = createTarScan();
    scan.add(Buffer.alloc(2_048, 'x'));
    scan.add(goTar('linux-amd64'));
    expect(scan.platform()).toBeUndefined();
  });
});

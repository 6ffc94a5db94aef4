import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { platformFor } from '../../src/domain/platform.ts';
import { parseGoVersion } from '../../src/domain/version.ts';
import { type ExportedArchive, exportedSource, indexText, parseSums, sumsText } from '../../src/sources/exported.ts';
import { parseGoListing } from '../../src/sources/go-listing.ts';
import { codeOf } from '../fakes/failure-code.ts';

const HEX = fc.stringMatching(/^[0-9a-f]{64}$/u);
const NAME = fc.stringMatching(/^[\w.+-]{1,60}$/u);
const LINUX = platformFor({ os: 'linux', arch: 'x64', endianness: 'LE' });
const ARM = platformFor({ os: 'linux', arch: 'arm', endianness: 'LE' });

function archive(version: string, fileName: string, platform = LINUX): ExportedArchive {
  const parsed = parseGoVersion(version);
  if (parsed === undefined || platform === undefined) throw new Error(version);
  return { version: parsed, platform, fileName, sha256: 'a'.repeat(64), sizeBytes: 7 };
}

describe('SHA256SUMS', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(NAME, HEX)), pairs => {
        const sums = new Map(pairs);
        const text = sumsText(sums);
        expect(parseSums(Buffer.from(text), 's')).toEqual(sums);
      }),
    );
  });

  it('that was cut anywhere inside a line is refused', () => {
    const text = sumsText(
      new Map([
        ['a', '0'.repeat(64)],
        ['b', '1'.repeat(64)],
      ]),
    );
    for (let length = 1; length < text.length; length += 1) {
      if (text[length - 1] === '\n') continue;
      expect(codeOf(() => parseSums(Buffer.from(text.slice(0, length)), 's'))).toBe('LIST.MALFORMED');
    }
  });

  it.each(['x\n', `${'0'.repeat(64)}  ../up\n`, `${'0'.repeat(64)}  a\n${'0'.repeat(64)}  a\n`, `${'A'.repeat(64)}  a\n`, '\0'])(
    'refuses %j',
    text => {
      expect(codeOf(() => parseSums(Buffer.from(text), 's'))).toBe('LIST.MALFORMED');
    },
  );

  it('never ends in anything but sums or LIST.MALFORMED', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(['none', 'LIST.MALFORMED']).toContain(codeOf(() => parseSums(bytes, 's')));
      }),
    );
  });
});

describe('index.json', () => {
  const archives = [
    archive('1.26.8', 'go1.26.8.linux-amd64.tar.gz'),
    archive('1.26.8', 'v0.0.1-go1.26.8.linux-arm.zip', ARM),
    archive('1.27rc1', 'v0.0.1-go1.27rc1.linux-amd64.zip'),
  ];

  it('has the form of the list of go.dev', () => {
    const [rc, release] = parseGoListing(Buffer.from(indexText(archives)), 'index.json');
    expect(rc).toMatchObject({ stable: false, files: [{ goos: 'linux', goarch: 'amd64' }] });
    expect(release?.files.map(({ fileName, goarch, sizeBytes }) => [fileName, goarch, sizeBytes])).toEqual([
      ['go1.26.8.linux-amd64.tar.gz', 'amd64', 7],
      ['v0.0.1-go1.26.8.linux-arm.zip', 'arm', 7],
    ]);
  });

  it('says under which name a release stands', () => {
    const releases = parseGoListing(Buffer.from(indexText(archives)), 'index.json');
    const sums = new Map([['go1.26.8.linux-amd64.tar.gz', 'b'.repeat(64)]]);
    const place = { id: 'file', title: 'DIR', kind: 'file', url: 'file:///mnt/go' } as const;
    const source = exportedSource(place, { releases, sums });
    const candidates = archives.map(({ version, platform }) => source.candidate(version, platform));
    expect(candidates.map(found => [found?.url, found?.layout, found?.format])).toEqual([
      ['file:///mnt/go/go1.26.8.linux-amd64.tar.gz', 'release', 'tar.gz'],
      ['file:///mnt/go/v0.0.1-go1.26.8.linux-arm.zip', 'module', 'zip'],
      ['file:///mnt/go/v0.0.1-go1.27rc1.linux-amd64.zip', 'module', 'zip'],
    ]);
    expect(candidates.map(found => found?.exportedSha256)).toEqual(['b'.repeat(64), undefined, undefined]);
    expect(source.listing()?.url).toBe('file:///mnt/go/index.json');
  });

  it('that lacks a release leaves its usual name', () => {
    const source = exportedSource(
      { id: 'file', title: 'DIR', kind: 'file', url: 'file:///mnt/go' },
      { releases: [], sums: new Map() },
    );
    const { version, platform } = archive('1.25.3', '');
    expect(source.candidate(version, platform)?.fileName).toBe('go1.25.3.linux-amd64.tar.gz');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { versionText } from '../../src/domain/version.ts';
import { parseGoListing } from '../../src/sources/go-listing.ts';

const bytes = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const sha256 = 'AB'.repeat(32);
const file = {
  filename: 'go1.26.8.linux-amd64.tar.gz',
  os: 'linux',
  arch: 'amd64',
  version: 'go1.26.8',
  sha256,
  size: 7,
  kind: 'archive',
};
const release = { version: 'go1.26.8', stable: true, files: [file], extra: { ignored: true } };

function code(body: Buffer): string {
  try {
    return `${parseGoListing(body, 'official').length} releases`;
  } catch (error) {
    return error instanceof Failure ? error.code : 'not a Failure';
  }
}

describe('parseGoListing', () => {
  it('keeps the archives of each release', () => {
    const files = [file, { ...file, kind: 'installer' }, { ...file, kind: 'source', os: '', arch: '' }];
    expect(parseGoListing(bytes([{ ...release, files }]), 'official')).toEqual([
      {
        version: { major: 1, minor: 26, patch: 8 },
        stable: true,
        files: [{ fileName: file.filename, goos: 'linux', goarch: 'amd64', sha256: sha256.toLowerCase(), sizeBytes: 7 }],
      },
    ]);
  });

  it('leaves out a hash and a size that the list does not have', () => {
    const { sha256: _hash, size: _size, ...bare } = file;
    const expected = [{ fileName: file.filename, goos: 'linux', goarch: 'amd64' }];
    expect(parseGoListing(bytes([{ ...release, files: [{ ...file, sha256: '', size: 0 }] }]), 'x')[0]?.files).toEqual(expected);
    expect(parseGoListing(bytes([{ ...release, files: [bare] }]), 'x')[0]?.files).toEqual(expected);
  });

  it('takes armv6l for arm', () => {
    expect(parseGoListing(bytes([{ ...release, files: [{ ...file, arch: 'armv6l' }] }]), 'x')[0]?.files[0]?.goarch).toBe('arm');
  });

  it('sorts, for the list itself begins with the supported lines', () => {
    const names = ['go1.27.2', 'go1.26.9', 'go1.27rc1', 'go1.27.1', 'go1.20', 'go1.20.1', 'go1.9.2rc2'];
    const listed = parseGoListing(bytes(names.map(version => ({ ...release, version }))), 'x');
    expect(listed.map(each => versionText(each.version))).toEqual([
      '1.27.2',
      '1.27.1',
      '1.27rc1',
      '1.26.9',
      '1.20.1',
      '1.20',
      '1.9.2rc2',
    ]);
  });

  it('ignores a release with a name of a new kind', () => {
    expect(code(bytes([release, { ...release, version: 'go1.30alpha1' }]))).toBe('1 releases');
  });

  it.each([
    ['<!DOCTYPE html>'],
    [''],
    ['{}'],
    ['[null]'],
    [[{ ...release, version: 5 }]],
    [[{ ...release, stable: 'yes' }]],
    [[{ ...release, files: {} }]],
    [[{ ...release, files: [null] }]],
    [[release, { ...release, files: [{ ...file, filename: '../x' }] }]],
    [[{ ...release, files: [{ ...file, filename: 5 }] }]],
    [[{ ...release, files: [{ ...file, sha256: 'abc' }] }]],
    [[{ ...release, files: [{ ...file, sha256: null }] }]],
    [[{ ...release, files: [{ ...file, size: -1 }] }]],
    [[{ ...release, files: [{ ...file, size: '7' }] }]],
    [[{ ...release, files: [{ ...file, kind: undefined }] }]],
    [JSON.stringify([release]).slice(0, -5)],
    ['['.repeat(100_000)],
  ])('calls %.60j malformed as a whole', body => {
    expect(code(bytes(body))).toBe('LIST.MALFORMED');
  });

  it('calls bytes that are not UTF-8 malformed', () => {
    expect(code(Buffer.from([0xff, 0xfe, 0x5b, 0x5d]))).toBe('LIST.MALFORMED');
  });

  it('says of an empty list that there is none', () => {
    expect(code(bytes([]))).toBe('LIST.UNAVAILABLE');
  });

  it('gives releases or a code for any JSON', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string().map(text => text as fc.JsonValue),
    );
    const shaped = fc.array(
      fc.record({ version: value, stable: value, files: fc.array(fc.dictionary(fc.constantFrom(...Object.keys(file)), value)) }),
    );
    fc.assert(
      fc.property(fc.oneof(value, shaped), json => void expect(code(bytes(JSON.stringify(json)))).not.toBe('not a Failure')),
    );
    fc.assert(fc.property(fc.uint8Array(), body => void expect(code(Buffer.from(body))).not.toBe('not a Failure')));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveKind, type BodyObservation } from '../../src/policy/archive-kind.ts';

const GZIP = Buffer.from('1f8b0800000000000003', 'hex');
const TAR = Buffer.alloc(512);
TAR.write('ustar', 257);

/** A sound archive that is the published one. */
const GENUINE: BodyObservation = {
  bytes: 1_000,
  sha256: 'aa',
  head: GZIP,
  lineFeeds: { all: 3, afterReturn: 0 },
  format: 'tar.gz',
  inflated: { end: 'complete', sha256: 'bb', head: TAR, platform: 'linux-amd64' },
  expected: { sha256: 'aa', bytes: 1_000, platform: 'linux-amd64' },
};
const inflated = GENUINE.inflated as NonNullable<BodyObservation['inflated']>;
const { inflated: _none, ...plain } = GENUINE;

describe('a body', () => {
  it.each<[string, BodyObservation]>([
    ['genuine', GENUINE],
    ['empty', { ...plain, sha256: 'x', bytes: 0, head: Buffer.alloc(0) }],
    ['html', { ...plain, sha256: 'x', head: Buffer.from(' \r\n<!DOCTYPE html><html>') }],
    ['html', { ...plain, sha256: 'x', head: Buffer.from('<?xml version="1.0"?><Error/>') }],
    ['truncated', { ...GENUINE, sha256: 'x', bytes: 500, inflated: { ...inflated, end: 'short' } }],
    ['truncated', { ...GENUINE, sha256: 'x', bytes: 500, control: { beginsWithThis: true } }],
    ['truncated', { ...plain, sha256: 'x', format: 'zip', head: Buffer.from('PK\x03\x04'), bytes: 500 }],
    ['double-gzip', { ...GENUINE, sha256: 'x', inflated: { ...inflated, head: GZIP } }],
    ['double-gzip', { ...GENUINE, sha256: 'x', inflated: { ...inflated, sha256: 'aa' } }],
    ['bare-tar', { ...plain, sha256: 'x', head: TAR }],
    ['text-mangled', { ...plain, sha256: 'x', head: Buffer.from('1fefbfbd0800', 'hex') }],
    [
      'text-mangled',
      { ...GENUINE, sha256: 'x', inflated: { ...inflated, end: 'damaged' }, lineFeeds: { all: 40, afterReturn: 40 } },
    ],
    ['recompressed', { ...GENUINE, sha256: 'x', bytes: 1_200, control: { innerSha256: 'bb' } }],
    ['wrong-platform', { ...GENUINE, sha256: 'x', inflated: { ...inflated, platform: 'linux-arm64' } }],
    ['longer', { ...GENUINE, sha256: 'x', bytes: 1_001 }],
    ['damaged', { ...GENUINE, sha256: 'x', inflated: { ...inflated, end: 'damaged' } }],
    ['other', { ...GENUINE, sha256: 'x' }],
    ['other', { ...GENUINE, sha256: 'x', control: { innerSha256: 'cc' } }],
    ['other', { ...plain, sha256: 'x', head: Buffer.from('SSH-2.0') }],
  ])('is %s', (kind, body) => {
    expect(archiveKind(body)).toBe(kind);
  });

  it('that is sound and that nothing is known about is left alone', () => {
    const { expected: _unknown, ...unknown } = GENUINE;
    expect(archiveKind(unknown)).toBeUndefined();
  });

  it('with another hash is never genuine, whatever it looks like', () => {
    const body = fc.record({
      bytes: fc.nat(2_000),
      sha256: fc.constantFrom('ab', 'ac'),
      head: fc.uint8Array({ maxLength: 512 }),
      lineFeeds: fc.record({ all: fc.nat(99), afterReturn: fc.nat(99) }),
      format: fc.constantFrom('tar.gz' as const, 'zip' as const),
      expected: fc.constant({ sha256: 'aa', bytes: 1_000 }),
    });
    fc.assert(
      fc.property(body, observed => {
        expect(archiveKind(observed)).not.toBe('genuine');
        expect(archiveKind(observed)).toBeDefined();
      }),
    );
  });
});

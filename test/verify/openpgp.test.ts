import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateText } from '../../src/domain/calendar.ts';
import type { Measured } from '../../src/domain/proof.ts';
import { judge } from '../../src/verify/judge.ts';
import { GOOGLE_LINUX_PACKAGES } from '../../src/verify/known-signer.ts';
import { openSignature } from '../../src/verify/openpgp.ts';
import { readArmor } from '../../src/verify/openpgp-armor.ts';
import { type KeyRing, readKeyRing, wasValid } from '../../src/verify/openpgp-key-ring.ts';
import { codeOf } from '../fakes/failure-code.ts';
import {
  armor,
  asc,
  at,
  certificate,
  detached,
  type Hash,
  makePair,
  makeTestSigner,
  newPacket,
  number,
  type Pair,
  packet,
  type SubkeyOptions,
  signatureBody,
  subkeyPackets,
  subpacket,
} from '../fakes/openpgp.ts';

const FILE = { fileName: 'go1.26.8.linux-amd64.tar.gz', release: 'go1.26.8', notBefore: at('2026-02-01') };
const DATA = Buffer.from('an archive\n'.repeat(20));
const NOTE = Buffer.from('note');
const SIGNER = makeTestSigner();
const STRANGER = makePair('2024-01-01');
const RING = readKeyRing(SIGNER.block, SIGNER.primary.fingerprint);

/** The rules of the pipeline without the pipeline: hash with the trailer, then judge. */
function verdict(signature: Uint8Array, data: Uint8Array = DATA, ring: KeyRing = RING): string {
  return codeOf(() => {
    const expectation = openSignature(signature, ring, FILE);
    const measured: Measured = {
      tree: undefined,
      sha256: createHash('sha256').update(data).digest('hex'),
      signed: (hash, trailer) => createHash(hash).update(data).update(trailer).digest('hex'),
      versionFile: 'go1.26.8\ntime 2026-08-01T10:00:00Z\n',
      sizeBytes: data.length,
      fileCount: 1,
    };
    const { refused } = judge(measured, [expectation]);
    if (refused !== undefined) throw new Error(refused.code);
  });
}

function verdictOf(signature: Uint8Array, data?: Uint8Array, ring?: KeyRing): string {
  try {
    return verdict(signature, data, ring);
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
}

function ringWith(options: SubkeyOptions): KeyRing {
  const packets = certificate(SIGNER.primary, '2024-01-01', [
    subkeyPackets(SIGNER.primary, SIGNER.subkey, '2024-01-01', options),
  ]);
  return readKeyRing(Buffer.from(armor('PUBLIC KEY BLOCK', packets)), SIGNER.primary.fingerprint);
}

describe('the published key block', () => {
  const block = readFileSync(new URL('../../data/google-linux-packages-key.asc', import.meta.url));
  const ring = readKeyRing(block, GOOGLE_LINUX_PACKAGES);

  test('has the pinned primary key and its seven subkeys with their validity', () => {
    expect(ring.primary).toMatchObject({ fingerprint: GOOGLE_LINUX_PACKAGES, expiresAt: undefined, flaw: undefined });
    expect(ring.userIds).toEqual(['Google Inc. (Linux Packages Signing Authority) <linux-packages-keymaster@google.com>']);
    expect(ring.subkeys.map(({ fingerprint, expiresAt = 0 }) => [fingerprint, dateText(expiresAt)])).toEqual([
      ['3B068FB4789ABE4AEFA3BB491397BC53640DB551', '2019-04-12'],
      ['3E50F6D3EC278FDEB655C8CA6494C6D6997C215E', '2020-01-24'],
      ['2F528D36D67B69EDF998D85778BD65473CB3BD13', '2022-07-21'],
      ['8461EFA0E74ABAE010DE66994EB27DB2A3B88B8B', '2024-10-25'],
      ['A5F483CD733A4EBAEA378B2AE88979FB9B30ACF2', '2026-02-14'],
      ['0F06FF86BEEAF4E71866EE5232EE5355A6BC6E42', '2027-01-29'],
      ['0E225917414670F4442C250DFD533C07C264648F', '2028-01-07'],
    ]);
  });

  test('binds the last two for signatures of the day of this test, and the first two, which signed back with SHA-1, for none', () => {
    const today = ring.subkeys.filter(key => key.rsa !== undefined && wasValid(key, at('2026-11-21')));
    expect(today.map(({ keyId }) => keyId)).toEqual(['32EE5355A6BC6E42', 'FD533C07C264648F']);
    expect(ring.subkeys.map(({ flaw }) => flaw !== undefined)).toEqual([true, true, false, false, false, false, false]);
  });

  test('is not that of another fingerprint', () => {
    expect(codeOf(() => readKeyRing(block, '3B068FB4789ABE4AEFA3BB491397BC53640DB551'))).toBe('PGP.MALFORMED');
  });

  test('vouches for nothing when any bit of it is another', () => {
    const bytes = readArmor(block, 'PUBLIC KEY BLOCK');
    const known = new Set(ring.subkeys.map(({ fingerprint }) => fingerprint));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), bit => {
        const bad = flipped(bytes, bit);
        const code = codeOf(() => {
          const read = readKeyRing(Buffer.from(armor('PUBLIC KEY BLOCK', bad)), GOOGLE_LINUX_PACKAGES);
          // Whatever still signs is a key of the block, with its validity.
          for (const key of read.subkeys.filter(({ rsa }) => rsa !== undefined)) {
            expect(known).toContain(key.fingerprint);
            expect(key.expiresAt).toBe(ring.subkeys.find(({ keyId }) => keyId === key.keyId)?.expiresAt);
          }
        });
        expect(['none', 'PGP.MALFORMED']).toContain(code);
      }),
      { numRuns: 150 },
    );
  });
});

function flipped(bytes: Uint8Array, bit: number): Buffer {
  const bad = Buffer.from(bytes);
  bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bad;
}

describe('a detached signature', () => {
  test.each<Hash>(['sha256', 'sha384', 'sha512'])('of a bound subkey with %s is right for its data alone', hash => {
    const signature = asc(SIGNER.subkey, DATA, { hash });
    expect(verdictOf(signature)).toBe('none');
    expect(verdictOf(signature, Buffer.concat([DATA, Buffer.of(0)]))).toBe('PGP.BAD_SIGNATURE');
  });

  test('says who signed and when', () => {
    const { root, detail, signedAt } = openSignature(asc(SIGNER.subkey, DATA), RING, FILE);
    expect(root).toContain(SIGNER.primary.fingerprint);
    expect(detail).toContain(SIGNER.subkey.fingerprint);
    expect(signedAt).toBe(at('2026-09-01'));
  });

  test('may be of the primary key, name its key by the key id alone, and stand in new packets', () => {
    expect(verdictOf(asc(SIGNER.primary, DATA))).toBe('none');
    expect(verdictOf(asc(SIGNER.subkey, DATA, { withFingerprint: false }))).toBe('none');
    expect(verdictOf(Buffer.from(armor('SIGNATURE', newPacket(2, signatureBody(SIGNER.subkey, [DATA])))))).toBe('none');
  });

  test('may stand beside one of a key that is not known', () => {
    const both = Buffer.concat([detached(STRANGER, DATA), detached(SIGNER.subkey, DATA)]);
    expect(verdictOf(Buffer.from(armor('SIGNATURE', both)))).toBe('none');
  });

  test('may stand beside one that is not right, or not known here: the other one proves', () => {
    const good = detached(SIGNER.subkey, DATA);
    const retired = makePair('2020-01-01');
    const weak = makePair('2024-01-01', 1_024);
    const subkeys = [
      subkeyPackets(SIGNER.primary, SIGNER.subkey, '2024-01-01'),
      subkeyPackets(SIGNER.primary, retired, '2020-01-01', { days: 100 }),
      subkeyPackets(SIGNER.primary, weak, '2024-01-01'),
    ];
    const block = armor('PUBLIC KEY BLOCK', certificate(SIGNER.primary, '2020-01-01', subkeys));
    const ring = readKeyRing(Buffer.from(block), SIGNER.primary.fingerprint);
    const ofVersion6 = packet(2, Buffer.concat([Buffer.of(6, 0, 27, 10), Buffer.alloc(100)]));
    for (const other of [detached(retired, DATA), detached(weak, DATA), ofVersion6]) {
      for (const both of [Buffer.concat([other, good]), Buffer.concat([good, other])]) {
        expect(verdictOf(Buffer.from(armor('SIGNATURE', both)), DATA, ring)).toBe('none');
      }
    }
    expect(verdictOf(Buffer.from(armor('SIGNATURE', ofVersion6)))).toBe('PGP.UNKNOWN_SUBKEY');
  });

  test('is refused for the gravest reason where several are there and none is right', () => {
    const expired = detached(SIGNER.subkey, DATA, { made: '2027-01-02' });
    const both = Buffer.concat([detached(STRANGER, DATA), expired]);
    expect(verdictOf(Buffer.from(armor('SIGNATURE', both)))).toBe('PGP.EXPIRED_SUBKEY');
  });

  const issuerOf = (pair: Pair): Buffer => subpacket(16, Buffer.from(pair.fingerprint.slice(-16), 'hex'));
  test.each<[string, string, Buffer]>([
    ['of a stranger', 'PGP.UNKNOWN_SUBKEY', asc(STRANGER, DATA)],
    ['of nobody in particular', 'PGP.UNKNOWN_SUBKEY', asc(SIGNER.subkey, DATA, { withFingerprint: false, unhashed: [] })],
    [
      'of a stranger under the name of the subkey',
      'PGP.BAD_SIGNATURE',
      asc({ ...STRANGER, fingerprint: SIGNER.subkey.fingerprint }, DATA),
    ],
    ['with SHA-1', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { hash: 'sha1' })],
    ['over text', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { type: 1 })],
    ['without a time', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { withTime: false })],
    ['with two times', 'PGP.MALFORMED', asc(SIGNER.subkey, DATA, { hashed: [subpacket(2, number(1, 4))] })],
    ['that expires', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { hashed: [subpacket(3, number(9, 4))] })],
    ['with an unknown critical part', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { hashed: [subpacket(0x80 | 99, NOTE)] })],
    ['with a critical notation', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { hashed: [subpacket(0x80 | 20, NOTE)] })],
    ['with something that is not signed', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { unhashed: [subpacket(20, NOTE)] })],
    ['with two issuers', 'PGP.BAD_SIGNATURE', asc(SIGNER.subkey, DATA, { unhashed: [issuerOf(STRANGER)] })],
    ['made before the subkey', 'PGP.EXPIRED_SUBKEY', asc(SIGNER.subkey, DATA, { made: '2023-12-31' })],
    ['made after the subkey', 'PGP.EXPIRED_SUBKEY', asc(SIGNER.subkey, DATA, { made: '2027-01-02' })],
    ['older than the line of the release', 'PGP.OLD_SIGNATURE', asc(SIGNER.subkey, DATA, { made: '2026-01-31' })],
    ['older than VERSION in the archive', 'PGP.OLD_SIGNATURE', asc(SIGNER.subkey, DATA, { made: '2026-07-31' })],
    ['cut short', 'PGP.MALFORMED', Buffer.from(armor('SIGNATURE', detached(SIGNER.subkey, DATA).subarray(0, -1)))],
    ['that is a key', 'PGP.MALFORMED', Buffer.from(armor('SIGNATURE', packet(6, SIGNER.primary.body)))],
    ['that is a web page', 'PGP.MALFORMED', Buffer.from('<!doctype html>\n')],
    ['that is empty', 'PGP.MALFORMED', Buffer.alloc(0)],
  ])('%s is %s', (_, code, signature) => {
    expect(verdictOf(signature)).toBe(code);
  });

  test('an unknown part that is not critical does no harm', () => {
    expect(verdictOf(asc(SIGNER.subkey, DATA, { hashed: [subpacket(99, NOTE), subpacket(20, NOTE)] }))).toBe('none');
  });

  test('covers no name: another release under this name is refused', () => {
    const expectation = openSignature(asc(SIGNER.subkey, DATA), RING, { ...FILE, release: 'go1.26.9' });
    const signed: Measured['signed'] = (hash, trailer) => createHash(hash).update(DATA).update(trailer).digest('hex');
    const measured = { tree: undefined, sha256: '', signed, versionFile: 'go1.26.8\n', sizeBytes: 1, fileCount: 1 };
    expect(judge(measured, [expectation]).refused?.code).toBe('PGP.WRONG_RELEASE');
    expect(judge({ ...measured, versionFile: 'go1.26.9' }, [expectation]).accepted?.kind).toBe('openpgp-signature');
    expect(judge({ tree: 'h1:x', sizeBytes: 1, fileCount: 1 }, [expectation]).refused?.code).toBe('VER.NO_PROOF');
  });

  test('never verifies with a bit flipped in it or in its data', () => {
    const good = detached(SIGNER.subkey, DATA);
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      expect([bit, verdictOf(Buffer.from(armor('SIGNATURE', flipped(good, bit))))]).not.toEqual([bit, 'none']);
    }
    const signature = asc(SIGNER.subkey, DATA);
    for (let bit = 0; bit < DATA.length * 8; bit += 7) {
      expect(verdictOf(signature, flipped(DATA, bit))).toBe('PGP.BAD_SIGNATURE');
    }
  });
});

describe('a subkey', () => {
  const signature = asc(SIGNER.subkey, DATA);
  test.each<[string, string, SubkeyOptions]>([
    ['that has expired since', 'none', { days: 975 }],
    ['that had expired before', 'PGP.EXPIRED_SUBKEY', { days: 970 }],
    ['that is not for signing', 'PGP.UNKNOWN_SUBKEY', { flags: 0x0c }],
    ['that has not signed back', 'PGP.UNKNOWN_SUBKEY', { back: 'none' }],
    ['that has signed back with SHA-1', 'PGP.UNKNOWN_SUBKEY', { back: 'sha1' }],
    ['for which the primary key has signed back', 'PGP.UNKNOWN_SUBKEY', { back: 'foreign' }],
    ['that a stranger has bound', 'PGP.UNKNOWN_SUBKEY', { boundBy: STRANGER }],
    ['that was stolen later', 'PGP.EXPIRED_SUBKEY', { revoked: { on: '2026-10-01', reason: 2 } }],
    ['that was revoked without a reason', 'PGP.EXPIRED_SUBKEY', { revoked: { on: '2026-10-01', reason: 0 } }],
    ['that was superseded later', 'none', { revoked: { on: '2026-10-01', reason: 1 } }],
    ['that was retired before', 'PGP.EXPIRED_SUBKEY', { revoked: { on: '2026-08-01', reason: 3 } }],
  ])('%s: %s', (_, code, options) => {
    expect(verdictOf(signature, DATA, ringWith(options))).toBe(code);
  });

  test('lives as long as its newest binding says', () => {
    const bind = (options: SubkeyOptions): Buffer => subkeyPackets(SIGNER.primary, SIGNER.subkey, '2024-01-01', options);
    const later = bind({ days: 2_000, bound: '2025-06-01' });
    const head = packet(14, SIGNER.subkey.body).length;
    const packets = certificate(SIGNER.primary, '2024-01-01', [bind({ days: 400 }), later.subarray(head)]);
    const ring = readKeyRing(Buffer.from(armor('PUBLIC KEY BLOCK', packets)), SIGNER.primary.fingerprint);
    expect(verdictOf(signature, DATA, ring)).toBe('none');
  });
});

describe('a primary key', () => {
  const subkeys = [subkeyPackets(SIGNER.primary, SIGNER.subkey, '2024-01-01')];
  const read = (options: Parameters<typeof certificate>[3]): KeyRing =>
    readKeyRing(
      Buffer.from(armor('PUBLIC KEY BLOCK', certificate(SIGNER.primary, '2024-01-01', subkeys, options))),
      SIGNER.primary.fingerprint,
    );

  test('takes its subkeys with it', () => {
    const signature = asc(SIGNER.subkey, DATA);
    expect(verdictOf(signature, DATA, read({ days: 100 }))).toBe('PGP.EXPIRED_SUBKEY');
    expect(verdictOf(signature, DATA, read({ revoked: { on: '2026-10-01', reason: 2 } }))).toBe('PGP.EXPIRED_SUBKEY');
    expect(verdictOf(signature, DATA, read({ revoked: { on: '2026-10-01', reason: 3 } }))).toBe('none');
  });

  test('signs nothing itself where that is not its use, and is nothing without a self-signature that is accepted', () => {
    expect(verdictOf(asc(SIGNER.primary, DATA), DATA, read({ flags: 1 }))).toBe('PGP.UNKNOWN_SUBKEY');
    expect(codeOf(() => read({ selfHash: 'sha1' }))).toBe('PGP.MALFORMED');
  });

  test('is found among others in one block, and their subkeys are not its own', () => {
    const other = certificate(STRANGER, '2024-01-01', [subkeyPackets(STRANGER, SIGNER.subkey, '2024-01-01')]);
    const own = certificate(SIGNER.primary, '2024-01-01', subkeys);
    for (const packets of [Buffer.concat([other, own]), Buffer.concat([own, other])]) {
      const block = Buffer.from(armor('PUBLIC KEY BLOCK', packets));
      expect(readKeyRing(block, SIGNER.primary.fingerprint).subkeys).toHaveLength(1);
      expect(readKeyRing(block, STRANGER.fingerprint).subkeys).toHaveLength(1);
    }
  });
});

describe('arbitrary bytes', () => {
  const codes = ['none', 'PGP.MALFORMED', 'PGP.UNKNOWN_SUBKEY', 'PGP.BAD_SIGNATURE', 'PGP.EXPIRED_SUBKEY', 'PGP.OLD_SIGNATURE'];

  test('end as a code, as armor and in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), bytes => {
        expect(verdictOf(bytes)).toBe('PGP.MALFORMED');
        expect(codes).toContain(verdictOf(Buffer.from(armor('SIGNATURE', bytes))));
        expect(codeOf(() => readKeyRing(Buffer.from(armor('PUBLIC KEY BLOCK', bytes)), 'AA'))).toBe('PGP.MALFORMED');
      }),
    );
  });

  test('in place of some of a signature or of a key block end as a code', () => {
    const signature = detached(SIGNER.subkey, DATA);
    const block = readArmor(SIGNER.block, 'PUBLIC KEY BLOCK');
    const change = fc.record({ at: fc.nat({ max: 2_000 }), bytes: fc.uint8Array({ maxLength: 8 }), drop: fc.nat({ max: 8 }) });
    fc.assert(
      fc.property(change, ({ at: place, bytes, drop }) => {
        const edit = (whole: Buffer): Buffer => {
          const from = place % whole.length;
          return Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(from + drop)]);
        };
        const edited = edit(signature);
        const code = verdictOf(Buffer.from(armor('SIGNATURE', edited)));
        expect(codes).toContain(code);
        expect(code === 'none').toBe(edited.equals(signature));
        const ring = codeOf(() => readKeyRing(Buffer.from(armor('PUBLIC KEY BLOCK', edit(block))), SIGNER.primary.fingerprint));
        expect(['none', 'PGP.MALFORMED']).toContain(ring);
      }),
      { numRuns: 300 },
    );
  });

  test('a checksum of the armor that is wrong is noticed, one that is missing is not needed', () => {
    const text = asc(SIGNER.subkey, DATA).toString();
    expect(verdictOf(Buffer.from(text.replace(/^=....$/mu, '=AAAA')))).toBe('PGP.MALFORMED');
    expect(verdictOf(Buffer.from(text.replace(/^=....\n/mu, '')))).toBe('none');
    expect(verdictOf(Buffer.from(text.replaceAll('\n', '\r\n')))).toBe('none');
  });
});

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, der, integer, octets, oid, sequence, set, TRUE, text, time, utf8, validityTime } from './der.ts';

/** Parts of a Sigstore instance of our own: keys, certificates (RFC 5280), receipts (RFC 6962), timestamps (RFC 3161), checkpoints. */

export interface Keys {
  readonly privateKey: KeyObject;
  /** SubjectPublicKeyInfo. */
  readonly spki: Buffer;
  /** As logs name themselves: SHA-256 of spki. */
  readonly id: Buffer;
}

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

export function makeKeys(kind: 'P-256' | 'P-384' | 'Ed25519' = 'P-256'): Keys {
  const { privateKey, publicKey } =
    kind === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: kind });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { privateKey, spki, id: sha256(spki) };
}

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'));

export interface Certified {
  readonly name: Buffer;
  readonly serial: Buffer;
  readonly keys: Keys;
  readonly cert: Buffer;
}

export interface CertificateRequest {
  readonly keys: Keys;
  /** Undefined: a subject without a name, as leaves have it. */
  readonly name: string | undefined;
  /** Undefined: itself. */
  readonly issuer?: Certified;
  readonly valid: readonly [fromMs: number, toMs: number];
  readonly extensions: readonly Buffer[];
  /** Last extension, of what would be signed without it. */
  readonly receipt?: (tbs: Buffer, issuer: Keys) => Buffer | undefined;
}

export const extension = (name: string, value: Buffer, critical = false): Buffer =>
  sequence(oid(name), ...(critical ? [TRUE] : []), octets(value));

export function makeCertificate({ keys, name, issuer, valid, extensions, receipt }: CertificateRequest): Certified {
  const subject = name === undefined ? sequence() : sequence(set(sequence(oid('2.5.4.3'), utf8(name))));
  const signer = issuer?.keys ?? keys;
  const serial = der(0x02, Buffer.of(0x10), randomBytes(12));
  const own = [
    ...extensions,
    extension('2.5.29.14', octets(keyId(keys))),
    extension('2.5.29.35', sequence(der(0x80, keyId(signer)))),
  ];
  const body = (all: readonly Buffer[]): Buffer =>
    sequence(
      der(0xa0, integer(2)),
      serial,
      ECDSA_SHA256,
      issuer?.name ?? subject,
      sequence(validityTime(valid[0]), validityTime(valid[1])),
      subject,
      keys.spki,
      der(0xa3, sequence(...all)),
    );
  const receipted = receipt?.(body(own), signer);
  const tbs = body(receipted === undefined ? own : [...own, receipted]);
  const cert = sequence(tbs, ECDSA_SHA256, bits(sign('sha256', tbs, signer.privateKey)));
  return { name: subject, serial, keys, cert };
}

function keyId({ spki }: Keys): Buffer {
  return createHash('sha1').update(spki).digest();
}

/** A certificate authority, or the part of one. */
export function makeAuthority(name: string, valid: readonly [number, number], issuer?: Certified): Certified {
  const usage = extension('2.5.29.15', bits(Buffer.of(0x06), 1), true);
  const constraints = extension('2.5.29.19', sequence(TRUE, integer(issuer === undefined ? 1 : 0)), true);
  return makeCertificate({ keys: makeKeys(), name, valid, extensions: [usage, constraints], ...(issuer && { issuer }) });
}

const number = (bytes: number, value: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, Math.max(0, bytes - 6), Math.min(bytes, 6));
  return buffer;
};

/** The extension with one signed certificate timestamp (RFC 6962, 3.2 and 3.3); `by` signs, and `log` is named. */
export function receiptOf(tbs: Buffer, { issuer, by, log, ms }: { issuer: Keys; by: Keys; log: Keys; ms: number }): Buffer {
  const signed = Buffer.concat([
    Buffer.of(0, 0),
    number(8, ms),
    number(2, 1),
    sha256(issuer.spki),
    number(3, tbs.length),
    tbs,
    number(2, 0),
  ]);
  const signature = sign('sha256', signed, by.privateKey);
  const timestamp = Buffer.concat([
    Buffer.of(0),
    log.id,
    number(8, ms),
    number(2, 0),
    Buffer.of(4, 3),
    number(2, signature.length),
    signature,
  ]);
  const list = Buffer.concat([number(2, timestamp.length + 2), number(2, timestamp.length), timestamp]);
  return extension('1.3.6.1.4.1.11129.2.4.2', octets(list));
}

/** A TimeStampResp over a signature (RFC 3161, 2.4.2; RFC 5652, 5). */
export function timestampOf(signature: Buffer, authority: Certified & { readonly issuer: Buffer }, ms: number): Buffer {
  const info = sequence(integer(1), oid('1.2.3.4'), sequence(SHA256, octets(sha256(signature))), integer(77), time(ms));
  const attribute = (name: string, value: Buffer): Buffer => sequence(oid(name), set(value));
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.9.16.1.4')),
    attribute('1.2.840.113549.1.9.4', octets(sha256(info))),
  ];
  const signerInfo = sequence(
    integer(1),
    sequence(authority.issuer, authority.serial),
    SHA256,
    der(0xa0, ...attributes),
    ECDSA_SHA256,
    octets(sign('sha256', set(...attributes), authority.keys.privateKey)),
  );
  const signedData = sequence(
    integer(3),
    set(SHA256),
    sequence(oid('1.2.840.113549.1.9.16.1.4'), der(0xa0, octets(info))),
    set(signerInfo),
  );
  return sequence(sequence(integer(0)), sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, signedData)));
}

const leafHash = (leaf: Uint8Array): Buffer => sha256(Buffer.of(0), leaf);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.of(1), left, right);

/** The third of four leaves: its proof, and a checkpoint that the log has signed (C2SP tlog-checkpoint). */
export function proofOf(leaf: Uint8Array, { log, host, origin = host }: { log: Keys; host: string; origin?: string }) {
  const beside = leafHash(Buffer.from('the fourth'));
  const left = nodeHash(leafHash(Buffer.from('the first')), leafHash(Buffer.from('the second')));
  const root = nodeHash(left, nodeHash(leafHash(leaf), beside));
  const note = `${origin}\n4\n${root.toString('base64')}\n`;
  const algorithm = log.privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  const signature = sign(algorithm, Buffer.from(note), log.privateKey);
  const line = Buffer.concat([log.id.subarray(0, 4), signature]).toString('base64');
  return {
    logIndex: '2',
    treeSize: '4',
    rootHash: root.toString('base64'),
    hashes: [beside, left].map(hash => hash.toString('base64')),
    checkpoint: { envelope: `${note}\n\u2014 ${host} ${line}\n` },
  };
}

/** What a certificate of Fulcio says of its holder. */
export function holderOf({
  identity,
  issuer,
  purpose,
}: {
  identity: string;
  issuer: string;
  purpose: string;
}): readonly Buffer[] {
  return [
    extension('2.5.29.15', bits(Buffer.of(0x80), 7), true),
    extension('2.5.29.37', sequence(oid(purpose))),
    extension('2.5.29.17', sequence(text(identity.includes('://') ? 0x86 : 0x81, identity)), true),
    extension('1.3.6.1.4.1.57264.1.1', Buffer.from(issuer)),
    extension('1.3.6.1.4.1.57264.1.8', utf8(issuer)),
  ];
}

export function pemOf(cert: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${cert.toString('base64').replace(/.{1,64}/gu, '$&\n')}-----END CERTIFICATE-----\n`;
}

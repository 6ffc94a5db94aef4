import type { KeyObject } from 'node:crypto';
import { malformed, readArmor } from './openpgp-armor.ts';
import { type PublicKey, parsePublicKey } from './openpgp-key.ts';
import { type Packet, readPackets, TAG } from './openpgp-packet.ts';
import { isSignedBy, numberOf, parseSignature, type Signature, SUBPACKET, TYPE } from './openpgp-signature.ts';

/** "This key may be used to sign data" (RFC 4880, 5.2.3.21). */
const MAY_SIGN = 0x02;
/** Reasons for which a key is given up, and what it signed before stays right: superseded, retired (RFC 4880, 5.2.3.23). */
const SOFT_REASONS: readonly (number | undefined)[] = [1, 3];

/** A key of the block that may sign, or why it may not. Times are seconds since 1970. */
export interface RingKey extends Pick<PublicKey, 'fingerprint' | 'keyId' | 'createdAt'> {
  /** Undefined: `flaw` says why it vouches for nothing. */
  readonly rsa: KeyObject | undefined;
  readonly flaw: string | undefined;
  /** The first second at which it is not valid any more; undefined: it does not expire. */
  readonly expiresAt: number | undefined;
  /** From when on it is revoked; 0: what it signed before is not believed either. */
  readonly revokedAt: number | undefined;
}

export interface KeyRing {
  readonly primary: RingKey;
  /** In the order of the block. */
  readonly subkeys: readonly RingKey[];
  /** User ids that the primary key has certified. */
  readonly userIds: readonly string[];
}

/** Packets of one key: the key, or a user id, and the signatures behind it. */
interface Part {
  readonly head: Packet;
  readonly signatures: readonly Signature[];
}

/**
 * Reads the certificate of one primary key, pinned by its full fingerprint, from an armored key block. Nothing in it is believed that
 * the primary key has not signed; a subkey that may sign must have signed back (RFC 4880, 5.2.1 types 0x18 and 0x19). Throws
 * PGP.MALFORMED, also when the pinned key is not there or has no valid self-signature.
 */
export function readKeyRing(block: Uint8Array, fingerprint: string): KeyRing {
  const parts = partsOf(readPackets(readArmor(block, 'PUBLIC KEY BLOCK')));
  for (const [index, { head, signatures }] of parts.entries()) {
    if (head.tag !== TAG.publicKey) continue;
    const primary = parsePublicKey(head.body);
    if (primary.fingerprint !== fingerprint) continue;
    const next = parts.findIndex((part, at) => at > index && part.head.tag === TAG.publicKey);
    return certificate(primary, signatures, parts.slice(index + 1, next < 0 ? undefined : next));
  }
  throw malformed(`the key ${fingerprint} is not in the block`);
}

function partsOf(packets: readonly Packet[]): readonly Part[] {
  const parts: { readonly head: Packet; readonly signatures: Signature[] }[] = [];
  for (const packet of packets) {
    if (packet.tag === TAG.marker || packet.tag === TAG.trust) continue;
    const last = parts.at(-1);
    if (packet.tag === TAG.signature && last !== undefined) last.signatures.push(parseSignature(packet.body));
    else if (HEADS.includes(packet.tag)) parts.push({ head: packet, signatures: [] });
    else throw malformed(`packet ${packet.tag} in a key block`);
  }
  return parts;
}

const HEADS: readonly number[] = [TAG.publicKey, TAG.publicSubkey, TAG.userId, TAG.userAttribute];

function certificate(primary: PublicKey, direct: readonly Signature[], parts: readonly Part[]): KeyRing {
  const { rsa } = primary;
  if (rsa === undefined) throw malformed('the primary key is not RSA of 2,048 to 8,192 bits');
  const owner = { primary, rsa };
  const names = parts.filter(({ head }) => head.tag === TAG.userId);
  const certified = names.map(({ head, signatures }) => ({
    name: head.body.toString('utf8'),
    signature: newest(own(owner, signatures, isCertification, [primary.hashed, userIdHashed(head.body)])),
  }));
  const onKey = (isWanted: (type: number) => boolean): readonly Signature[] => own(owner, direct, isWanted, [primary.hashed]);
  const self = newest([...certified.flatMap(({ signature }) => signature ?? []), ...onKey(type => type === TYPE.directKey)]);
  if (self === undefined) throw malformed('the primary key has no valid self-signature');
  const revocations = onKey(type => type === TYPE.keyRevocation);
  return {
    primary: ringKey(primary, { binding: self, revocations, flaw: maySign(self) ? undefined : 'it is not for signing' }),
    subkeys: parts.filter(({ head }) => head.tag === TAG.publicSubkey).map(part => subkey(owner, part)),
    userIds: certified.flatMap(({ name, signature }) => (signature === undefined ? [] : [name])),
  };
}

interface Owner {
  readonly primary: PublicKey;
  readonly rsa: KeyObject;
}

function isCertification(type: number): boolean {
  return type >= TYPE.firstCertification && type <= TYPE.lastCertification;
}

/** Those of some types that the primary key itself has made over this data. */
function own(
  { rsa }: Owner,
  signatures: readonly Signature[],
  isWanted: (type: number) => boolean,
  data: readonly Buffer[],
): readonly Signature[] {
  return signatures.filter(signature => isWanted(signature.type) && isSignedBy(signature, rsa, data));
}

function newest(signatures: readonly Signature[]): Signature | undefined {
  return [...signatures].sort((a, b) => b.createdAt - a.createdAt)[0];
}

function subkey(owner: Owner, { head, signatures }: Part): RingKey {
  const key = parsePublicKey(head.body);
  const data = [owner.primary.hashed, key.hashed];
  const binding = newest(own(owner, signatures, type => type === TYPE.subkeyBinding, data));
  const revocations = own(owner, signatures, type => type === TYPE.subkeyRevocation, data);
  return ringKey(key, { binding, revocations, flaw: flawOf(key, binding, data) });
}

function flawOf(key: PublicKey, binding: Signature | undefined, data: readonly Buffer[]): string | undefined {
  if (key.rsa === undefined) return 'it is not RSA of 2,048 to 8,192 bits';
  if (binding === undefined) return 'no accepted signature binds it to the primary key';
  if (!maySign(binding)) return 'it is not for signing';
  const back = [...binding.hashed, ...binding.unhashed].filter(({ type }) => type === SUBPACKET.embedded);
  const { rsa } = key;
  const isBack = back.some(({ body }) => {
    const signature = parseSignature(body);
    return signature.type === TYPE.primaryBinding && isSignedBy(signature, rsa, data);
  });
  return isBack ? undefined : 'it has not signed back, or with a hash that is not accepted';
}

function maySign({ hashed }: Signature): boolean {
  const flags = hashed.find(({ type }) => type === SUBPACKET.keyFlags)?.body[0] ?? 0;
  return (flags & MAY_SIGN) !== 0;
}

function ringKey(
  key: PublicKey,
  facts: {
    readonly binding: Signature | undefined;
    readonly revocations: readonly Signature[];
    readonly flaw: string | undefined;
  },
): RingKey {
  const { fingerprint, keyId, createdAt, rsa } = key;
  const { binding, revocations, flaw } = facts;
  const lifeSeconds = binding === undefined ? 0 : (numberOf(binding.hashed, SUBPACKET.keyExpires) ?? 0);
  return {
    fingerprint,
    keyId,
    createdAt,
    rsa: flaw === undefined ? rsa : undefined,
    flaw,
    expiresAt: lifeSeconds === 0 ? undefined : createdAt + lifeSeconds,
    revokedAt: revocations.length === 0 ? undefined : Math.min(...revocations.map(revokedFrom)),
  };
}

function revokedFrom({ hashed, createdAt }: Signature): number {
  const reason = hashed.find(({ type }) => type === SUBPACKET.revocationReason)?.body[0];
  return SOFT_REASONS.includes(reason) ? createdAt : 0;
}

/** A user id as it is hashed into a certification (RFC 4880, 5.2.4). */
function userIdHashed(body: Buffer): Buffer {
  const head = Buffer.alloc(5, 0xb4);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

/** Whether a key was valid at a time: made before, not expired, not revoked. */
export function wasValid({ createdAt, expiresAt, revokedAt }: RingKey, at: number): boolean {
  return createdAt <= at && (expiresAt === undefined || at < expiresAt) && (revokedAt === undefined || at < revokedAt);
}

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate with its key, as tls.createServer takes it. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

const DAY_MS = 86_400_000;

/** DER: tag, length, content (X.690, 8.1). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = length > 0xff ? [0x82, length >> 8, length & 0xff] : [0x81, length];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string) => der(tag, Buffer.from(value, 'latin1'));
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));

const distinguishedName = (name: string) => sequence(der(0x31, sequence(oid('550403'), text(0x0c, name))));

function time(ms: number): Buffer {
  return text(0x18, new Date(ms).toISOString().replace(/[-:T]/gu, '').slice(0, 14).concat('Z'));
}

function alternativeName(name: string): Buffer {
  return /^[\d.]+$/u.test(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : text(0x82, name);
}

/** A P-256 certificate (RFC 5280, 4.1), signed by `issuer` or by itself; made anew in every run, so nothing can expire. */
export function makeCertificate(options: {
  readonly name: string;
  readonly issuer?: Certificate;
  /** DNS names and IPv4 literals; none makes a CA. */
  readonly names?: readonly string[];
  /** Days from now; default -1 and 30. */
  readonly validDays?: readonly [number, number];
}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [from, to] = options.validDays ?? [-1, 30];
  const now = Date.now();
  const { names = [] } = options;
  const extensions =
    names.length === 0
      ? sequence(oid('551d13'), der(0x01, Buffer.from([0xff])), der(0x04, sequence(der(0x01, Buffer.from([0xff])))))
      : sequence(oid('551d11'), der(0x04, sequence(...names.map(alternativeName))));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([0x10, ...Buffer.from(options.name).subarray(0, 12)])),
    ECDSA_SHA256,
    distinguishedName(options.issuer?.name ?? options.name),
    sequence(time(now + from * DAY_MS), time(now + to * DAY_MS)),
    distinguishedName(options.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extensions)),
  );
  const signature = sign('sha256', body, options.issuer?.privateKey ?? privateKey);
  const whole = sequence(body, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{1,64}/gu, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name: options.name,
    privateKey,
  };
}

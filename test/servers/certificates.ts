import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate with its key, as tls.createServer takes it. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  /** DER of its name. */
  readonly subject: Buffer;
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
const NULL = Buffer.from([5, 0]);
/** Algorithms by the kind of the signer's key and the digest (RFC 5758, RFC 8017). */
const ALGORITHMS = {
  'ec sha256': sequence(oid('2a8648ce3d040302')),
  'ec sha1': sequence(oid('2a8648ce3d0401')),
  'rsa sha256': sequence(oid('2a864886f70d01010b'), NULL),
  'rsa sha1': sequence(oid('2a864886f70d010105'), NULL),
} as const;

const extension = (name: string, value: Uint8Array, critical = false) =>
  sequence(oid(name), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));

function makeKeys(kind: 'ec' | 'rsa1024' | 'rsa2048') {
  if (kind === 'ec') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return generateKeyPairSync('rsa', { modulusLength: kind === 'rsa1024' ? 1024 : 2048 });
}

function distinguishedName(name: string, organization?: string): Buffer {
  const part = (type: string, value: string) => der(0x31, sequence(oid(type), der(0x0c, Buffer.from(value, 'utf8'))));
  return sequence(...(organization === undefined ? [] : [part('55040a', organization)]), part('550403', name));
}

function time(ms: number): Buffer {
  return text(0x18, new Date(ms).toISOString().replace(/[-:T]/gu, '').slice(0, 14).concat('Z'));
}

function alternativeName(name: string): Buffer {
  return /^[\d.]+$/u.test(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : text(0x82, name);
}

export interface CertificateOptions {
  readonly name: string;
  readonly organization?: string;
  readonly issuer?: Certificate;
  /** DNS names and IPv4 literals; none makes a CA. */
  readonly names?: readonly string[];
  /** Days from now; default -1 and 30. */
  readonly validDays?: readonly [number, number];
  /** Default: P-256. */
  readonly key?: 'ec' | 'rsa1024' | 'rsa2048';
  readonly digest?: 'sha256' | 'sha1';
  /** Extended key usages, as the hex of their names: serverAuth is 2b06010505070301, clientAuth 2b06010505070302. */
  readonly usages?: readonly string[];
  /** Where the issuer's certificate is (AIA caIssuers). */
  readonly issuerUrl?: string;
  /** With an extension of signed certificate timestamps, as public servers have. */
  readonly hasSct?: boolean;
}

/** A certificate (RFC 5280, 4.1), signed by `issuer` or by itself; made anew in every run, so nothing can expire. */
export function makeCertificate(options: CertificateOptions): Certificate {
  const { publicKey, privateKey } = makeKeys(options.key ?? 'ec');
  const [from, to] = options.validDays ?? [-1, 30];
  const now = Date.now();
  const signer = options.issuer?.privateKey ?? privateKey;
  const digest = options.digest ?? 'sha256';
  const algorithm = ALGORITHMS[`${signer.asymmetricKeyType === 'ec' ? 'ec' : 'rsa'} ${digest}`];
  const subject = distinguishedName(options.name, options.organization);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([0x10, ...Buffer.from(options.name).subarray(0, 12)])),
    algorithm,
    options.issuer?.subject ?? subject,
    sequence(time(now + from * DAY_MS), time(now + to * DAY_MS)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensionsOf(options))),
  );
  const signature = sign(digest, body, signer);
  const whole = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{1,64}/gu, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name: options.name,
    subject,
    privateKey,
  };
}

function extensionsOf(options: CertificateOptions): readonly Buffer[] {
  const { names = [], usages = [], issuerUrl } = options;
  const isCa = names.length === 0;
  return [
    isCa
      ? extension('551d13', sequence(der(0x01, Buffer.from([0xff]))), true)
      : extension('551d11', sequence(...names.map(alternativeName))),
    ...(usages.length === 0 ? [] : [extension('551d25', sequence(...usages.map(oid)))]),
    ...(issuerUrl === undefined
      ? []
      : [extension('2b06010505070101', sequence(sequence(oid('2b06010505073002'), text(0x86, issuerUrl))))]),
    ...(options.hasSct === true ? [extension('2b06010401d679020402', der(0x04, Buffer.from([0, 0])))] : []),
  ];
}

import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { CertificateFacts } from '../domain/handshake-facts.ts';
import { plainText } from '../policy/page-text.ts';

const NAME_CHARACTERS = 160;
const NAME_COUNT = 20;
const CHAIN_LENGTH = 8;
/** DER of the extension's name, 1.3.6.1.4.1.11129.2.4.2 (RFC 6962, 3.3). */
const SCT_EXTENSION = Buffer.from('060a2b06010401d679020402', 'hex');
/** id-kp-serverAuth (RFC 5280, 4.2.1.12) and anyExtendedKeyUsage. */
const SERVER_USAGES = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'];
/** DER of signature algorithms (RFC 5758, RFC 8017, RFC 8410). */
const SIGNATURES: readonly (readonly [hex: string, name: string])[] = [
  ['06092a864886f70d010105', 'sha1WithRSA'],
  ['06092a864886f70d010104', 'md5WithRSA'],
  ['06092a864886f70d01010b', 'sha256WithRSA'],
  ['06092a864886f70d01010c', 'sha384WithRSA'],
  ['06092a864886f70d01010d', 'sha512WithRSA'],
  ['06092a864886f70d01010a', 'rsaPSS'],
  ['06072a8648ce3d0401', 'ecdsaWithSHA1'],
  ['06082a8648ce3d040302', 'ecdsaWithSHA256'],
  ['06082a8648ce3d040303', 'ecdsaWithSHA384'],
  ['06032b6570', 'ed25519'],
];

/** The certificates as the peer sent them, leaf first. Not those of getPeerCertificate(true), which adds roots of our own store. */
export function chainOf(leaf: X509Certificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let at: X509Certificate | undefined = leaf;
  while (at !== undefined && chain.length < CHAIN_LENGTH) {
    chain.push(at);
    at = at.issuerCertificate;
  }
  return chain;
}

export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const { subject, issuer, publicKey } = certificate;
  const details = publicKey.asymmetricKeyDetails;
  const keyBits = details?.modulusLength ?? curveBits(details?.namedCurve);
  const signature = signatureOf(certificate.raw);
  const usages = certificate.keyUsage as readonly string[] | undefined;
  return {
    subject: nameText(subject),
    issuer: nameText(issuer),
    notBeforeMs: Date.parse(certificate.validFrom),
    notAfterMs: Date.parse(certificate.validTo),
    names: namesOf(certificate.subjectAltName),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    isSelfIssued: subject === issuer,
    issuerUrls: issuerUrls(certificate.infoAccess),
    ...(keyBits === undefined ? {} : { keyBits }),
    ...(signature === undefined ? {} : { signature }),
    ...(usages === undefined || usages.length === 0 ? {} : { usages }),
  };
}

export function hasSct(certificate: X509Certificate): boolean {
  return certificate.raw.includes(SCT_EXTENSION);
}

/** Roots by their subject. */
export type Anchors = ReadonlyMap<string, readonly X509Certificate[]>;

/** Texts may hold several certificates each; one that cannot be read is passed over, as Go and OpenSSL do. */
export function readAnchors(texts: readonly string[]): Anchors {
  const anchors = new Map<string, X509Certificate[]>();
  for (const pem of texts.join('\n').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? []) {
    const certificate = readCertificate(pem);
    if (certificate === undefined) continue;
    anchors.set(certificate.subject, [...(anchors.get(certificate.subject) ?? []), certificate]);
  }
  return anchors;
}

function readCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/**
 * `ok`, or OpenSSL's name for what is wrong, when a chain is judged by one set of roots. For the diagnosis only, so that one handshake
 * says what three stores would: nothing is trusted on this.
 */
export function judgeChain(
  chain: readonly X509Certificate[],
  options: { readonly anchors: Anchors; readonly name: string; readonly nowMs: number },
): string {
  const { anchors, name, nowMs } = options;
  const path: X509Certificate[] = [];
  let at = chain[0];
  while (at !== undefined && path.length < CHAIN_LENGTH) {
    path.push(at);
    const current = at;
    const anchor = anchors.get(current.issuer)?.find(root => root.raw.equals(current.raw) || isSignedBy(current, root));
    if (anchor !== undefined) return judgePath([...path, anchor], { name, nowMs });
    if (current.subject === current.issuer)
      return path.length === 1 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN';
    at = chain.find(next => !path.includes(next) && next.subject === current.issuer && isSignedBy(current, next));
  }
  return path.length === 1 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
}

function judgePath(path: readonly X509Certificate[], options: { readonly name: string; readonly nowMs: number }): string {
  const { name, nowMs } = options;
  const [leaf] = path;
  if (path.some(one => Date.parse(one.validFrom) > nowMs)) return 'CERT_NOT_YET_VALID';
  if (path.some(one => Date.parse(one.validTo) < nowMs)) return 'CERT_HAS_EXPIRED';
  const usages = (leaf?.keyUsage as readonly string[] | undefined) ?? [];
  if (usages.length > 0 && !usages.some(usage => SERVER_USAGES.includes(usage))) return 'INVALID_PURPOSE';
  const named = isIP(name) === 0 ? leaf?.checkHost(name, { subject: 'never' }) : leaf?.checkIP(name);
  return named === undefined ? 'ERR_TLS_CERT_ALTNAME_INVALID' : 'ok';
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    // A key of another kind than the signature.
    return false;
  }
}

/** `CN=…, O=…` on one line. */
function nameText(name: string): string {
  return plainText((name ?? '').split('\n').join(', '), NAME_CHARACTERS);
}

function namesOf(subjectAltName: string | undefined): readonly string[] {
  const names = (subjectAltName ?? '')
    .split(', ')
    .map(name => plainText(name.replace(/^(?:DNS|IP Address):/u, ''), NAME_CHARACTERS));
  return names.filter(name => name !== '').slice(0, NAME_COUNT);
}

function issuerUrls(infoAccess: string | undefined): readonly string[] {
  const urls = [...(infoAccess ?? '').matchAll(/^CA Issuers - URI:(\S+)$/gmu)].map(match =>
    plainText(match[1] ?? '', NAME_CHARACTERS),
  );
  return urls.slice(0, 3);
}

function curveBits(curve: string | undefined): number | undefined {
  const bits = /(\d{3})/u.exec(curve === 'prime256v1' ? '256' : (curve ?? ''))?.[1];
  return bits === undefined ? undefined : Number(bits);
}

/** The signature's algorithm stands right before the signature, and first of all algorithms in the certificate (RFC 5280, 4.1). */
function signatureOf(raw: Buffer): string | undefined {
  let found: { readonly at: number; readonly name: string } | undefined;
  for (const [hex, name] of SIGNATURES) {
    const at = raw.indexOf(Buffer.from(hex, 'hex'));
    if (at >= 0 && (found === undefined || at < found.at)) found = { at, name };
  }
  return found?.name;
}

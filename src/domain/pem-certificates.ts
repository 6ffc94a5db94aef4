/** OpenSSL reads all three. */
const BEGIN = /^-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/u;

/**
 * The certificates of a PEM bundle, each as a text of its own and without indentation. OpenSSL stops at the first that it cannot read, and
 * says nothing of those behind it.
 */
export function certificatesIn(bundle: string): readonly string[] {
  return bundle
    .split(/(?=-----BEGIN )/u)
    .filter(part => BEGIN.test(part))
    .map(part => part.replace(/^[ \t]+|[ \t]+$/gmu, ''));
}

/** Whether the text of one holds as many bytes as it says (X.690, 8.1): one that was cut, or copied wrongly, does not. */
export function isWholeCertificate(pem: string): boolean {
  const text = /^-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/u.exec(pem)?.[2];
  const bytes = Buffer.from(text ?? '', 'base64');
  const [tag, length = 0] = bytes;
  const countBytes = length > 0x80 ? length - 0x80 : 0;
  if (tag !== 0x30 || countBytes > 3 || bytes.length < 2 + countBytes) return false;
  const contentBytes = countBytes === 0 ? length : bytes.readUIntBE(2, countBytes);
  // Behind a trusted one stands what it is trusted for.
  const restBytes = bytes.length - 2 - countBytes - contentBytes;
  return restBytes === 0 || (restBytes > 0 && pem.startsWith('-----BEGIN TRUSTED'));
}

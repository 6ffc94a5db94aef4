import { describe, expect, it } from 'vitest';
import { certificatesIn, isWholeCertificate } from '../../src/domain/pem-certificates.ts';
import { makeCertificate } from '../servers/certificates.ts';

const { cert: ONE, key: KEY } = makeCertificate({ name: 'one' });
const { cert: TWO } = makeCertificate({ name: 'two' });
const CUT = `${ONE.slice(0, ONE.length / 2)}\n`;

describe('the certificates of a bundle', () => {
  it.each([
    ['follow each other', ONE + TWO, [ONE, TWO]],
    ['stand between other things', `# mine\n${ONE}# and\n${KEY}${TWO}`, [`${ONE}# and\n`, TWO]],
    ['are indented', ` ${ONE.replaceAll('\n', '\n\t ')}`, [ONE]],
    ['stand behind one that was cut', CUT + TWO, [CUT, TWO]],
    ['stand behind a mark of the byte order', `\ufeff${ONE}`, [ONE]],
    ['are none', 'nothing', []],
    ['are none but a key', KEY, []],
  ])('%s', (_, bundle, certificates) => {
    expect(certificatesIn(bundle)).toEqual(certificates);
  });
});

describe('a certificate', () => {
  const withEnd = (text: string): string => text.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE');

  it.each([ONE, TWO, ONE.replaceAll('\n', '\r\n'), `${ONE}# more\n`, withEnd(ONE)])('is whole: %#', pem => {
    expect(isWholeCertificate(pem)).toBe(true);
  });

  it.each([
    ['was cut', CUT],
    ['lacks a line', ONE.split('\n').toSpliced(3, 1).join('\n')],
    ['has another end', ONE.replace('END CERTIFICATE', 'END KEY')],
    ['holds nothing', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'],
    ['holds something else', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ['says a length that cannot be', '-----BEGIN CERTIFICATE-----\nMIj//////////////w==\n-----END CERTIFICATE-----\n'],
    ['says more than it holds', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
  ])('that %s is not', (_, pem) => {
    expect(isWholeCertificate(pem)).toBe(false);
  });
});

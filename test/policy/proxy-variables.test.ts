import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, isGoneWithout, namedProxies } from '../../src/policy/proxy-variables.ts';

describe('the proxies that variables name', () => {
  it('are one for each value, with every variable that has it', () => {
    const value = 'http://user:secret@proxy.test:3128';
    expect(namedProxies({ HTTPS_PROXY: value, https_proxy: value, HTTP_PROXY: 'proxy.test:8080', NO_PROXY: 'a' })).toEqual([
      {
        address: 'proxy.test:3128',
        scheme: 'http',
        variables: ['HTTPS_PROXY', 'https_proxy'],
        peer: { host: 'proxy.test', port: 3128, secure: false },
        isValid: true,
        hasCredentials: true,
      },
      {
        address: 'proxy.test:8080',
        scheme: '',
        variables: ['HTTP_PROXY'],
        peer: { host: 'proxy.test', port: 8080, secure: false },
        isValid: true,
        hasCredentials: false,
      },
    ]);
  });

  it.each([
    ['://bad', { isValid: false, peer: undefined }],
    ['socks5://user:secret@127.0.0.1:1080', { isValid: true, peer: undefined, scheme: 'socks5', address: '127.0.0.1:1080' }],
    [
      'https://[2001:db8::1]:3129',
      { isValid: true, address: '[2001:db8::1]:3129', peer: { host: '2001:db8::1', port: 3129, secure: true } },
    ],
    ['http://', { isValid: false, peer: undefined }],
  ])('%s', (value, expected) => {
    const [proxy] = namedProxies({ ALL_PROXY: value });
    expect(proxy).toMatchObject(expected);
    expect(JSON.stringify(proxy)).not.toContain('secret');
  });

  it('hold no credential, however badly they are written', () => {
    const value = fc.tuple(fc.constantFrom('', 'http://', 'socks5://', 'x:', '://'), fc.constantFrom('@h:1', '@h', '@', '@[bad'));
    fc.assert(
      fc.property(value, ([scheme, rest]) => {
        expect(JSON.stringify(namedProxies({ HTTPS_PROXY: `${scheme}user:s3cretword${rest}` }))).not.toContain('s3cretword');
      }),
    );
  });
});

describe('the way of a URL', () => {
  it('is undefined where a variable cannot be used', () => {
    expect(decide('https://a.test/', { HTTPS_PROXY: '://bad' })).toBeUndefined();
    expect(decide('https://a.test/', {})).toMatchObject({ kind: 'direct' });
  });

  it('may lack the proxy that only HTTP_PROXY names', () => {
    const url = new URL('https://a.test/');
    expect(isGoneWithout(url, { HTTP_PROXY: 'http://p.test:1' })).toEqual({ host: 'p.test', port: 1, secure: false });
    expect(isGoneWithout(url, { HTTP_PROXY: 'http://p.test:1', https_proxy: 'http://q.test:1' })).toBeUndefined();
    expect(isGoneWithout(url, { HTTP_PROXY: 'http://p.test:1', NO_PROXY: 'a.test' })).toBeUndefined();
    expect(isGoneWithout(new URL('http://a.test/'), { HTTP_PROXY: 'http://p.test:1' })).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { decideProxy, findNoProxyEntry } from '../../src/policy/proxy.ts';

const PROXY = 'http://proxy.test:3128';

function kind(url: string, env: Readonly<Record<string, string>>): string {
  return decideProxy(url, env).kind;
}

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('expected a Failure');
}

// What Go 1.26 did (measured): D direct, P proxied.
test.each([
  ['example.com', 'https://sub.example.com/', 'direct'],
  ['.example.com', 'https://example.com/', 'proxy'],
  ['*.example.com', 'https://sub.example.com/', 'direct'],
  ['*.example.com', 'https://example.com/', 'proxy'],
  ['golang.org', 'https://sub.golang.org/', 'direct'],
  ['a.test,*', 'https://any.test/', 'direct'],
  ['example.com:8080', 'https://example.com:8080/', 'direct'],
  ['example.com:8080', 'https://example.com/', 'proxy'],
  ['example.com', 'https://example.com./', 'proxy'],
  ['10.0.0.0/8', 'https://10.1.2.3/', 'direct'],
  ['2001:db8::/32', 'https://[2001:db8:5::1]/', 'direct'],
  ['2001:db8::1', 'https://[2001:db8::1]/', 'direct'],
  ['[2001:db8::1]', 'https://[2001:db8::1]/', 'proxy'],
  ['10.1.0.1-10.1.9.9', 'https://10.1.2.3/', 'proxy'],
  ['a.test example.com', 'https://example.com/', 'proxy'],
  ['a.test;example.com', 'https://example.com/', 'proxy'],
  // From golang.org/x/net/http/httpproxy.
  ['example.com', 'https://notexample.com/', 'proxy'],
  ['.example.com', 'https://sub.example.com/', 'direct'],
  ['EXAMPLE.com', 'https://example.COM/', 'direct'],
  [' , example.com ,', 'https://example.com/', 'direct'],
  ['[2001:db8::1]:443', 'https://[2001:db8::1]/', 'direct'],
  ['10.1.2.3:443', 'https://10.1.2.3/', 'direct'],
  ['10.1.2.3:80', 'https://10.1.2.3/', 'proxy'],
  [':443', 'https://example.com/', 'proxy'],
  ['example.com:', 'https://example.com/', 'direct'],
  ['.3', 'https://10.1.2.3/', 'proxy'],
  ['münchen.example', 'https://xn--mnchen-3ya.example/', 'direct'],
  ['.münchen.example', 'https://a.münchen.example/', 'direct'],
  ['', 'https://example.com/', 'proxy'],
])('NO_PROXY=%s and %s: %s', (noProxy, url, expected) => {
  expect(kind(url, { HTTPS_PROXY: PROXY, NO_PROXY: noProxy })).toBe(expected);
});

describe('the variables', () => {
  test('in upper case win, and empty ones do not count', () => {
    expect(kind('https://host.test/', { HTTPS_PROXY: PROXY, NO_PROXY: 'host.test', no_proxy: 'other.test' })).toBe('direct');
    expect(kind('https://host.test/', { HTTPS_PROXY: PROXY, NO_PROXY: 'other.test', no_proxy: 'host.test' })).toBe('proxy');
    expect(decideProxy('https://host.test/', { HTTPS_PROXY: '', https_proxy: PROXY })).toMatchObject({ reason: 'https_proxy' });
  });

  test('of the other scheme and ALL_PROXY do not count', () => {
    expect(kind('https://host.test/', { HTTP_PROXY: PROXY, ALL_PROXY: PROXY, all_proxy: PROXY })).toBe('direct');
    expect(kind('http://host.test/', { HTTPS_PROXY: PROXY })).toBe('direct');
    expect(kind('http://host.test/', { http_proxy: PROXY })).toBe('proxy');
  });

  test.each(['https://localhost/', 'https://127.0.0.1/', 'https://127.9.9.9:8443/', 'https://[::1]/'])(
    'do not count for %s',
    url => {
      expect(kind(url, { HTTPS_PROXY: PROXY })).toBe('direct');
    },
  );

  test('count for a sub-name of localhost, as in Go', () => {
    expect(kind('https://a.localhost/', { HTTPS_PROXY: PROXY })).toBe('proxy');
  });

  test('HTTP_PROXY in a CGI program is CFG.PROXY_CGI, HTTPS_PROXY is not', () => {
    const env = { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, REQUEST_METHOD: 'GET' };
    expect(failureOf(() => decideProxy('http://host.test/', env)).code).toBe('CFG.PROXY_CGI');
    expect(kind('https://host.test/', env)).toBe('proxy');
  });
});

describe('the value', () => {
  const decide = (value: string) => decideProxy('https://host.test/', { HTTPS_PROXY: value });

  test.each([
    ['http://proxy.test:3128', { host: 'proxy.test', port: 3128, secure: false }],
    ['proxy.test:3128', { host: 'proxy.test', port: 3128, secure: false }],
    ['127.0.0.1:3128', { host: '127.0.0.1', port: 3128, secure: false }],
    ['proxy.test', { host: 'proxy.test', port: 80, secure: false }],
    ['https://proxy.test', { host: 'proxy.test', port: 443, secure: true }],
    ['HTTP://proxy.test/ignored', { host: 'proxy.test', port: 80, secure: false }],
    ['http://[::1]:3128', { host: '::1', port: 3128, secure: false }],
  ])('%s is understood', (value, expected) => {
    expect(decide(value)).toMatchObject({ kind: 'proxy', reason: 'HTTPS_PROXY', ...expected });
    expect(decide(value)).not.toHaveProperty('authorization');
  });

  test('may hold credentials, which appear nowhere but in the authorization', () => {
    const { authorization, ...rest } = { authorization: undefined, ...decide('http://me:hunter%402@proxy.test:3128') };
    expect(authorization).toBe(`Basic ${Buffer.from('me:hunter@2').toString('base64')}`);
    expect(JSON.stringify(rest)).not.toContain('hunter');
  });

  test.each(['://bad', 'http://', 'http://host:99999', 'proxy host:80', 'user:hunter2@'])(
    '%s is CFG.PROXY_URL_INVALID',
    value => {
      expect(failureOf(() => decide(value)).code).toBe('CFG.PROXY_URL_INVALID');
    },
  );

  test.each(['socks5://proxy.test:1080', 'socks5h://proxy.test', 'ftp://proxy.test'])('%s is CFG.PROXY_SCHEME', value => {
    expect(failureOf(() => decide(value)).code).toBe('CFG.PROXY_SCHEME');
  });

  test.each(['http://me:hunter2/x@host:port', 'me:hunter2@ho st', 'socks5://me:hunter2@proxy.test'])(
    'that cannot be used is shown without credentials (%s)',
    value => {
      expect(JSON.stringify(failureOf(() => decide(value)).findings)).not.toContain('hunter2');
    },
  );
});

test('NO_PROXY never throws, and only ever names one of its entries', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'.*:[]/%0123456789abx-') }),
    fc.domain(),
    fc.ipV4(),
    fc.ipV6(),
  );
  const urls = fc.constantFrom(
    'https://host.test/',
    'http://10.1.2.3:8080/',
    'https://[2001:db8::1]/',
    'https://xn--mnchen-3ya.example/',
  );
  fc.assert(
    fc.property(fc.array(piece), urls, (pieces, url) => {
      const value = pieces.join(',');
      const entry = findNoProxyEntry(value, new URL(url));
      if (entry !== undefined) expect(value.split(',').map(part => part.trim())).toContain(entry);
    }),
  );
});

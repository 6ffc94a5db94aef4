import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { Failure } from '../../src/domain/failure.ts';
import { firstHop, type Hop, isRedirect, nextHop } from '../../src/policy/redirect.ts';

const SECRET = 'Bearer hunter2';

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('expected a Failure');
}

const codeOf = (work: () => unknown): Code => failureOf(work).code;
const follow = (url: string, location: string | undefined, headers: Hop['headers'] = {}): Hop =>
  nextHop({ url, headers }, { status: 302, location });

test.each([
  [301, true],
  [302, true],
  [303, true],
  [307, true],
  [308, true],
  [200, false],
  [300, false],
  [304, false],
  [305, false],
  [306, false],
  [400, false],
])('%i leads elsewhere: %s', (status, expected) => {
  expect(isRedirect(status)).toBe(expected);
});

describe('the first request', () => {
  test('turns userinfo into Basic authorization and takes it out of the address', () => {
    expect(firstHop({ url: 'https://me:p%40%C3%A9@host.test/a?b#c' })).toEqual({
      url: 'https://host.test/a?b',
      headers: { authorization: `Basic ${Buffer.from('me:p@é').toString('base64')}` },
    });
    expect(firstHop({ url: 'https://100%@host.test/' }).headers['authorization']).toBe(
      `Basic ${Buffer.from('100%:').toString('base64')}`,
    );
  });

  test('prefers the authorization that is given', () => {
    expect(firstHop({ url: 'https://me:pw@host.test/', authorization: SECRET }).headers['authorization']).toBe(SECRET);
    expect(firstHop({ url: 'https://me:pw@host.test/', headers: { Authorization: SECRET } }).headers).toEqual({
      authorization: SECRET,
    });
  });

  test.each(['http://host.test/', 'http://10.0.0.1/', 'http://localhost.evil.test/'])('sends no credential to %s', url => {
    expect(codeOf(() => firstHop({ url, authorization: SECRET }))).toBe('HTTP.INSECURE_TOKEN');
    expect(codeOf(() => firstHop({ url, headers: { Cookie: 'a=b' } }))).toBe('HTTP.INSECURE_TOKEN');
    expect(codeOf(() => firstHop({ url: url.replace('//', '//me:hunter2@') }))).toBe('HTTP.INSECURE_TOKEN');
    expect(firstHop({ url }).headers).toEqual({});
  });

  test.each(['http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]:1/', 'https://host.test/'])(
    'may send one to %s',
    url => {
      expect(firstHop({ url, authorization: SECRET }).headers['authorization']).toBe(SECRET);
    },
  );

  test.each(['', 'host.test', 'ftp://host.test/', 'file:///etc/passwd', 'https://'])('to %j is INPUT.SOURCE', url => {
    expect(codeOf(() => firstHop({ url }))).toBe('INPUT.SOURCE');
  });

  test('never shows a credential in a failure', () => {
    expect(JSON.stringify(failureOf(() => firstHop({ url: 'ftp://me:hunter2@host.test/' })).findings)).not.toContain('hunter2');
    const insecure = failureOf(() => firstHop({ url: 'http://me:hunter2@host.test/?token=hunter2' }));
    expect(JSON.stringify(insecure.findings)).not.toContain('hunter2');
  });
});

describe('a redirect', () => {
  test.each([
    ['https://a.test/x/y', '/z', 'https://a.test/z'],
    ['https://a.test/x/y', 'z?q', 'https://a.test/x/z?q'],
    ['https://a.test/x', '//b.test/z', 'https://b.test/z'],
    ['https://a.test/x', ' https://b.test/z#f ', 'https://b.test/z'],
    ['http://a.test/x', 'https://a.test/x', 'https://a.test/x'],
    ['http://a.test/x', 'http://b.test/x', 'http://b.test/x'],
    ['https://a.test/x', 'https://you:pw@b.test/', 'https://b.test/'],
  ])('from %s to %s leads to %s', (from, location, expected) => {
    expect(follow(from, location)).toEqual({ url: expected, headers: {} });
  });

  test.each([undefined, '', ' ', 'https://', 'http://[::1', 'ftp://b.test/', 'file:///etc/passwd', 'javascript:1', 'data:,x'])(
    'to %j is HTTP.BAD_REDIRECT',
    location => {
      expect(codeOf(() => follow('https://a.test/', location))).toBe('HTTP.BAD_REDIRECT');
    },
  );

  test.each(['http://a.test/', 'http://b.test/', 'http://localhost/'])('from https to %s is HTTP.DOWNGRADE', location => {
    expect(codeOf(() => follow('https://a.test/', location))).toBe('HTTP.DOWNGRADE');
  });

  test('keeps credentials within the origin, and other headers everywhere', () => {
    const headers = { authorization: SECRET, cookie: 'a=b', range: 'bytes=0-1' };
    expect(follow('https://a.test/', '/x', headers).headers).toEqual(headers);
    expect(follow('https://a.test/', 'https://A.test:443/x', headers).headers).toEqual(headers);
    for (const other of ['https://b.test/', 'https://a.test:8443/', 'https://sub.a.test/', 'https://a.test./']) {
      expect(follow('https://a.test/', other, headers).headers).toEqual({ range: 'bytes=0-1' });
    }
    expect(follow('http://127.0.0.1/', 'https://127.0.0.1/', headers).headers).toEqual({ range: 'bytes=0-1' });
  });

  test('never carries a credential to another origin, whatever the chain', () => {
    const host = fc.constantFrom('a.test', 'b.test', 'a.test:8443', 'localhost', '127.0.0.1:81', 'me:pw@b.test');
    const location = fc.oneof(
      fc.tuple(fc.constantFrom('http://', 'https://', '//', '\\\\', ''), host, fc.webPath()).map(parts => parts.join('')),
      fc.webUrl({ withQueryParameters: true }),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom('https://a.test/', 'http://localhost/'), fc.array(location), (start, locations) => {
        let hop = firstHop({ url: start, authorization: SECRET });
        try {
          for (const next of locations) {
            const before = hop;
            hop = nextHop(hop, { status: 307, location: next });
            const stays = new URL(hop.url).origin === new URL(before.url).origin;
            if (!stays) expect(hop.headers['authorization']).toBeUndefined();
            if (hop.headers['authorization'] !== undefined) expect(new URL(hop.url).origin).toBe(new URL(start).origin);
            expect(new URL(hop.url).username).toBe('');
            expect(before.url.startsWith('https:') && hop.url.startsWith('http:')).toBe(false);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
    );
  });
});

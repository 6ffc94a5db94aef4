import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExposed, joinAddress, splitUserinfo, withQuery } from '../../src/domain/address.ts';

describe('splitUserinfo', () => {
  it('makes a Basic value of the decoded userinfo', () => {
    const { url, authorization } = splitUserinfo('https://us%40er:p%3Aw@host/go');
    expect(url).toBe('https://host/go');
    expect(authorization).toBe(`Basic ${Buffer.from('us@er:p:w').toString('base64')}`);
  });

  it('takes a stray per cent sign literally', () => {
    const { authorization = '' } = splitUserinfo('https://u:100%@host/');
    expect(Buffer.from(authorization.slice(6), 'base64').toString()).toBe('u:100%');
  });

  it.each(['https://host/go', 'file:///dir', 'no url'])('leaves %s alone', text => {
    expect(splitUserinfo(text)).toEqual({ url: text });
  });

  it('never leaves userinfo in the URL', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.stringMatching(/^[a-z%@:]{1,9}$/u), (url, user) => {
        const split = splitUserinfo(url.replace('://', `://${encodeURIComponent(user)}:x@`));
        expect(new URL(split.url).username + new URL(split.url).password).toBe('');
        expect(split.authorization).toMatch(/^Basic /u);
      }),
    );
  });
});

describe('joinAddress and withQuery', () => {
  it.each([
    ['https://host/go', 'https://host/go/f'],
    ['https://host/go//', 'https://host/go/f'],
    ['https://host', 'https://host/f'],
    ['https://host/go?sig=1', 'https://host/go/f?sig=1'],
    ['file:///dir', 'file:///dir/f'],
  ])('append a name to %s', (base, joined) => {
    expect(joinAddress(base, 'f')).toBe(joined);
  });

  it('keep a query that is there', () => {
    expect(withQuery('https://host/?sig=1', 'mode=json')).toBe('https://host/?sig=1&mode=json');
    expect(withQuery('https://host/', 'mode=json')).toBe('https://host/?mode=json');
  });
});

describe('isExposed', () => {
  it.each(['http://host/', 'http://10.0.0.1/', 'http://localhost.example/', 'http://127.0.0.1.example/'])('holds for %s', url => {
    expect(isExposed(url)).toBe(true);
  });
  it.each(['https://host/', 'http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]:1/', 'file:///d'])(
    'does not hold for %s',
    url => {
      expect(isExposed(url)).toBe(false);
    },
  );
});

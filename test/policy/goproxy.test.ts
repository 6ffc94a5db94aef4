import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoproxy } from '../../src/policy/goproxy.ts';

const proxy = (url: string, next = 'not-found') => ({ kind: 'proxy', url, next });

describe('parseGoproxy', () => {
  it.each([
    ['', []],
    ['https://a.example,direct', [proxy('https://a.example'), { kind: 'direct' }]],
    ['https://a.example|https://b.example/', [proxy('https://a.example', 'any-error'), proxy('https://b.example')]],
    [' https://a.example , , off', [proxy('https://a.example'), { kind: 'off' }]],
    ['off,https://a.example', [{ kind: 'off' }]],
    ['direct|https://a.example', [{ kind: 'direct' }]],
    ['direct,nonsense', [{ kind: 'direct' }]],
    ['http://localhost:3000/x/', [proxy('http://localhost:3000/x')]],
    ['file:///mod/cache/download', [proxy('file:///mod/cache/download')]],
    ['proxy.example/go,direct', [proxy('https://proxy.example/go'), { kind: 'direct' }]],
    ['localhost:3000', [proxy('https://localhost:3000')]],
  ])('reads %j as cmd/go does', (text, entries) => {
    expect(parseGoproxy(text)).toEqual({ entries });
  });

  it.each([
    ',',
    ' ',
    '|,',
    'proxy',
    'ftp://a.example',
    'https://a.example,nonsense',
    '/absolute/path',
    'file://host/x',
    'https://',
    'socks5://h',
  ])('refuses %j', text => {
    expect(parseGoproxy(text)).toMatchObject({ finding: { code: 'CFG.GOPROXY_INVALID', subject: 'GOPROXY' } });
  });

  it('splits userinfo off', () => {
    expect(parseGoproxy('https://me:p%40ss@a.example/go')).toEqual({
      entries: [
        {
          kind: 'proxy',
          url: 'https://a.example/go',
          authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
          next: 'not-found',
        },
      ],
    });
  });

  it('shows userinfo nowhere but in authorization', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{8,12}$/u);
    const odd = fc.constantFrom('', ':', '@', '%', '?', '#', '/', ' ', "'");
    const scheme = fc.constantFrom('https://', 'http://', 'ftp://', 'file://', '', '//', 'x:');
    fc.assert(
      fc.property(
        scheme,
        word,
        word,
        odd,
        fc.constantFrom('', ',direct', '|nonsense', ','),
        (prefix, user, password, sign, rest) => {
          const parsed = parseGoproxy(`${prefix}${user}:${sign}${password}@proxy.example/x${rest}`);
          // A slash, ? or # ends the authority: what follows is an address by its own right (redactUrl hides it in print).
          if ('entries' in parsed && /[/?#]/u.test(sign)) return;
          const shown = JSON.stringify(parsed, (key, value: unknown) => (key === 'authorization' ? undefined : value));
          expect(shown).not.toContain(password);
        },
      ),
    );
  });

  it('never throws', () => {
    const piece = fc.constantFrom('https://', 'file:', 'a.b', ',', '|', 'direct', 'off', '@', ':', '/', '%', '[', ' ');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(list => list.join('')),
        ),
        text => void parseGoproxy(text),
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactDeep, redactText, redactUrl } from '../../src/domain/redact.ts';

/** Long enough to be recognised in a text that has a few letters of its own. */
const secret = fc.stringMatching(/^[A-Za-z0-9]{12,24}$/u);
const oddSecret = fc.tuple(secret, fc.constantFrom('@', ':', '/', '?', '#', '%', "'", '"', '\\', '%zz', 'ü', ''), secret);

describe('redactUrl', () => {
  it.each([
    ['https://user:pass@host/a?token=x#f', 'https://host/a?…'],
    ['https://host/golang.org/toolchain/@v/list', 'https://host/golang.org/toolchain/@v/list'],
    ['socks5://u:p@host:1080', 'socks5://host:1080'],
    ['file:///dir/go', 'file:///dir/go'],
    ['user:pass@proxy:3128', '***@proxy:3128'],
    ['//user:pass@proxy', '***@proxy'],
    ['http://user:pa/ss@proxy:3128', 'http://***@proxy:3128'],
    ['http://user:pa#ss@proxy:3128/?q=1', 'http://***@proxy:3128/?…'],
    ['not a url', 'not a url'],
  ])('prints %s as %s', (text, printed) => {
    expect(redactUrl(text)).toBe(printed);
  });

  it('lets no userinfo survive, however it is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('http://', 'https://', 'ftp://', 'x:', '', '//'),
        oddSecret,
        oddSecret,
        (scheme, user, password) => {
          const printed = redactUrl(`${scheme}${user.join('')}:${password.join('')}@proxy.example:3128`);
          for (const part of [password[0], password[2]]) expect(printed).not.toContain(part);
          if (/[/?#\\]/u.test(user[1])) return;
          for (const part of [user[0], user[2]]) expect(printed).not.toContain(part);
        },
      ),
    );
  });

  it('lets no query and no fragment survive', () => {
    fc.assert(
      fc.property(secret, secret, (query, fragment) => {
        const printed = redactUrl(`https://host/path?sig=${query}#${fragment}`);
        expect(printed).not.toContain(query);
        expect(printed).not.toContain(fragment);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void redactUrl(text)));
  });
});

describe('redactText', () => {
  it('lets no secret survive, raw or percent-encoded', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 8 }), { minLength: 1 }), fc.string(), (secrets, text) => {
        const dirty = secrets.map(each => `${text} ${each} ${encode(each)}`).join(' ');
        const clean = redactText(dirty, secrets);
        for (const each of secrets.filter(value => !'*** ***'.includes(value))) {
          expect(clean.includes(each) && !text.includes(each)).toBe(false);
        }
      }),
    );
  });

  it('hides the whole of the longer of two secrets that begin alike', () => {
    expect(redactText('token abcdefgh', ['abcd', 'abcdefgh'])).toBe('token ***');
  });

  it('lets no userinfo of a URL inside a text survive', () => {
    const inner = fc.tuple(secret, fc.constantFrom('@', ':', "'", '"', '`', ''), secret);
    fc.assert(
      fc.property(inner, inner, (user, password) => {
        const clean = redactText(`fetching "https://${user.join('')}:${password.join('')}@host/x" failed`, []);
        for (const part of [user[0], user[2], password[0], password[2]]) expect(clean).not.toContain(part);
        expect(clean).toContain('***@host/x');
      }),
    );
  });

  it('leaves module paths alone', () => {
    const text = 'GET https://proxy.example/golang.org/toolchain/@v/list: mail a@b';
    expect(redactText(text, ['', 'abc'])).toBe(text);
  });

  it('takes time in proportion to the text', () => {
    expect(redactText('a'.repeat(500_000), [])).toHaveLength(500_000);
  });
});

describe('redactDeep', () => {
  it('reaches every string and keeps the shape', () => {
    const value = { a: ['x hunter22', { b: 'https://u:p@h/' }], n: 1, z: null, u: undefined, t: true };
    expect(redactDeep(value, ['hunter22'])).toEqual({
      a: ['x ***', { b: 'https://***@h/' }],
      n: 1,
      z: null,
      u: undefined,
      t: true,
    });
  });

  it('lets no secret survive in any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), secret, (json, hidden) => {
        expect(JSON.stringify(redactDeep({ json, list: [hidden, { deep: `a${hidden}b` }] }, [hidden]))).not.toContain(hidden);
      }),
    );
  });
});

function encode(text: string): string {
  return /\p{Surrogate}/u.test(text) ? '' : encodeURIComponent(text);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNoProxy, differentReadings, settingLines } from '../../src/policy/no-proxy.ts';
import { findNoProxyEntry } from '../../src/policy/proxy.ts';

describe('canonicalNoProxy', () => {
  it.each([
    ['example.com', 'example.com,.example.com'],
    ['.example.com', 'example.com,.example.com'],
    ['*.example.com', 'example.com,.example.com'],
    ['a.test b.test;c.test', 'a.test,.a.test,b.test,.b.test,c.test,.c.test'],
    ['example.com:8080', 'example.com,.example.com'],
    ['example.com.', 'example.com,.example.com'],
    ['10.0.0.1:80', '10.0.0.1'],
    ['2001:db8::1', '2001:db8::1,[2001:db8::1]'],
    ['[2001:db8::1]', '2001:db8::1,[2001:db8::1]'],
    ['a.test,*', '*'],
    ['a.test,.a.test,A.TEST', 'a.test,.a.test'],
    [' , ', ''],
  ])('writes %j as %j', (value, expected) => {
    expect(canonicalNoProxy(value)).toBe(expected);
  });

  it('names the addresses of a block that are needed', () => {
    expect(canonicalNoProxy('10.0.0.0/8', ['10.1.2.3', '192.0.2.1', 'a.test'])).toBe('10.0.0.0/8,10.1.2.3');
  });

  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/u);
  const name = fc.tuple(label, label, label).map(parts => parts.join('.'));
  const entry = fc.oneof(
    fc.tuple(fc.constantFrom('', '.', '*.'), name, fc.constantFrom('', ':443', '.')).map(parts => parts.join('')),
    fc.ipV4(),
    fc.ipV6().map(address => new URL(`http://[${address}]/`).hostname.slice(1, -1)),
  );

  it('is read alike by all five, and exempts what Go exempted', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), fc.array(name, { maxLength: 3 }), (entries, others) => {
        const value = entries.join(',');
        const own = entries.map(each => each.replace(/^\*?\./u, '').replace(/(?::443|\.)$/u, ''));
        const hosts = [...own.flatMap(host => [host, `sub.${host}`]), ...others];
        const urls = hosts
          .map(host => (/^[0-9a-f:]*:[0-9a-f:.]*$/u.test(host) ? `https://[${host}]/` : `https://${host}/`))
          .filter(url => URL.canParse(url))
          .map(url => new URL(url));
        const canonical = canonicalNoProxy(value);
        expect(differentReadings(canonical, urls)).toEqual([]);
        for (const url of urls) {
          if (findNoProxyEntry(value, url) !== undefined) expect(findNoProxyEntry(canonical, url)).toBeDefined();
        }
      }),
    );
  });

  it('never throws, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), value => {
        const once = canonicalNoProxy(value);
        expect(canonicalNoProxy(once)).toBe(once);
      }),
    );
  });
});

describe('differentReadings', () => {
  it('names the host and who goes which way', () => {
    expect(differentReadings('example.com', [new URL('https://sub.example.com/'), new URL('https://other.example/')])).toEqual([
      { host: 'sub.example.com', direct: ['go', 'curl', 'undici', 'actions'], proxied: ['node'] },
    ]);
  });

  it('leaves loopback out', () => {
    expect(differentReadings('.localhost', [new URL('http://localhost/'), new URL('http://127.0.0.1/')])).toEqual([]);
  });
});

describe('settingLines', () => {
  it('set both spellings and quote for their reader', () => {
    const lines = settingLines('NO_PROXY', "a'b");
    expect(lines.bash).toBe("export NO_PROXY='a'\\''b' no_proxy='a'\\''b'");
    expect(lines.powershell).toBe("$env:NO_PROXY = 'a''b'; $env:no_proxy = $env:NO_PROXY");
    expect(lines.gitlab).toBe('variables:\n  NO_PROXY: "a\'b"\n  no_proxy: "a\'b"');
  });
});

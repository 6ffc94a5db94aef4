import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactSetting, redactVariable } from '../../src/policy/environment-redaction.ts';

describe('redaction of settings', () => {
  it.each([
    ['GOPROXY', 'https://u:pw@a.example/x,direct', 'https://a.example/x,direct'],
    ['GOPROXY', 'u:pw@a.example|https://b.example', '***@a.example|https://b.example'],
    ['GOPROXY', ' https://b.example , off', ' https://b.example , off'],
    ['GOSUMDB', 'k+1+x https://u:pw@a.example', 'k+1+x https://a.example/'],
    ['GOFLAGS', "'-ldflags=-s -X main.key=pw -X=b.c=pw' -v", "'-ldflags=-s -X main.key=*** -X=b.c=***' -v"],
    ['GOPRIVATE', 'a.example/x,*.corp', 'a.example/x,*.corp'],
  ])('of %s=%s gives %s', (name, value, expected) => {
    expect(redactSetting(name, value, [])).toBe(expected);
  });

  it('leaves no userinfo of any proxy list, and no known secret', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/u);
    const separator = fc.constantFrom(',', '|', ' ,');
    fc.assert(
      fc.property(secret, separator, (value, between) => {
        const list = `https://user:${value}@a.example/p${between}${value}@b.example${between}direct`;
        expect(redactSetting('GOPROXY', list, [])).not.toContain(value);
        expect(redactSetting('GOPRIVATE', `a,${value}`, [value])).not.toContain(value);
        expect(redactVariable(`user:${value}@proxy:3128`, [])).not.toContain(value);
        expect(redactSetting('GOFLAGS', `-ldflags=-X=a=${value}`, [])).not.toContain(value);
      }),
    );
  });
});

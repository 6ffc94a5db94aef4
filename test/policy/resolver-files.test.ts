import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostsLines, resolverSettings } from '../../src/policy/resolver-files.ts';

describe('a hosts file', () => {
  const text =
    '127.0.0.1 localhost\n# 10.0.0.9 go.dev\n10.1.1.1\tGO.dev  proxy.example.com # blocked\r\n::1 go.dev.example\n10.1.1.2 go.dev\n';

  it('names its lines', () => {
    expect(hostsLines(text, 'go.dev')).toEqual([
      { line: 3, address: '10.1.1.1' },
      { line: 5, address: '10.1.1.2' },
    ]);
    expect(hostsLines(text, 'go.dev.')).toHaveLength(2);
    expect(hostsLines(text, 'blocked')).toEqual([]);
    expect(hostsLines(text, '127.0.0.1')).toEqual([]);
  });

  it('is bounded', () => {
    expect(hostsLines('10.0.0.1 a\n'.repeat(1_000), 'a').length).toBeLessThan(10);
  });
});

describe('resolv.conf', () => {
  it.each([
    ['nameserver 10.0.0.1\n', [], 1],
    ['search a.test b.test\noptions timeout:1 ndots:5\n', ['a.test', 'b.test'], 5],
    ['search a.test\ndomain b.test\n', ['b.test'], 1],
    ['# search x.test\n; domain y.test\noptions ndots:x\n', [], 1],
    ['options ndots:99\n', [], 15],
  ])('%j', (text, searchDomains, ndots) => {
    expect(resolverSettings(text)).toEqual({ searchDomains, ndots });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => void [resolverSettings(text), hostsLines(text, 'a')]));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLoopbackHost, parseIpAddress, parseIpBlock, unbracket } from '../../src/policy/ip-address.ts';

describe('an address', () => {
  test.each([
    ['10.1.2.3', { family: 4, bits: 0x0a010203n }],
    ['::', { family: 6, bits: 0n }],
    ['::1', { family: 6, bits: 1n }],
    ['2001:db8::1', { family: 6, bits: 0x20010db8000000000000000000000001n }],
    ['1:2:3:4:5:6:7:8', { family: 6, bits: 0x00010002000300040005000600070008n }],
    ['::ffff:10.1.2.3', { family: 4, bits: 0x0a010203n }],
    ['::ffff:a01:203', { family: 4, bits: 0x0a010203n }],
  ])('%s is read', (text, expected) => {
    expect(parseIpAddress(text)).toEqual(expected);
  });

  test.each([
    '',
    '1.2.3',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.4.5',
    'go.dev',
    '[::1]',
    '::1%eth0',
    '1::2::3',
    'fe80',
    '10.0.0.0/8',
    '0x7f.1',
  ])('%j is none', text => {
    expect(parseIpAddress(text)).toBeUndefined();
  });

  test('of IPv6 has one value in every spelling', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), groups => {
        const plain = groups.map(group => group.toString(16)).join(':');
        const padded = groups.map(group => group.toString(16).padStart(4, '0').toUpperCase()).join(':');
        const bits = groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
        expect(parseIpAddress(plain)).toEqual(parseIpAddress(padded));
        if (bits >> 32n !== 0xffffn) expect(parseIpAddress(plain)).toEqual({ family: 6, bits });
      }),
    );
  });

  test('parsing never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789abcf:./%[]') })), text => {
        parseIpAddress(text);
        parseIpBlock(text);
        isLoopbackHost(text);
      }),
    );
  });
});

describe('a block', () => {
  test.each([
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['10.9.9.9/8', '10.1.1.1', true],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['1.2.3.4/32', '1.2.3.5', false],
    ['2001:db8::/32', '2001:db8:1::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['::/0', '8.8.8.8', false],
    ['0.0.0.0/0', '::1', false],
  ])('%s with %s: %s', (block, text, expected) => {
    const address = parseIpAddress(text);
    if (address === undefined) throw new Error('test data');
    expect(parseIpBlock(block)?.(address)).toBe(expected);
  });

  test.each(['10.0.0.0/33', '::/129', '10.0.0.0', '10.0.0.0/', '/8', '10.0.0.0/8/8', 'a/8', '10.0.0.0/-1'])(
    '%j is none',
    text => {
      expect(parseIpBlock(text)).toBeUndefined();
    },
  );
});

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['a.localhost', true],
  ['127.0.0.1', true],
  ['127.255.1.2', true],
  ['[::1]', true],
  ['[::ffff:127.0.0.1]', true],
  ['[::2]', false],
  ['128.0.0.1', false],
  ['0.0.0.0', false],
  ['localhost.evil.test', false],
  ['127.0.0.1.evil.test', false],
])('loopback: %s is %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});

test('brackets are taken off in pairs only', () => {
  expect(unbracket('[::1]')).toBe('::1');
  expect(unbracket('[::1')).toBe('[::1');
});

import { expect, test } from 'vitest';
import { addressClass } from '../../src/policy/address-class.ts';

test.each([
  ['0.0.0.0', 'unspecified'],
  ['127.0.0.53', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.15.0.1', 'public'],
  ['172.16.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'shared'],
  ['100.128.0.1', 'public'],
  ['169.254.169.254', 'link-local'],
  ['198.18.0.1', 'benchmark'],
  ['198.20.0.1', 'public'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'reserved'],
  ['142.250.1.1', 'public'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['fe80::1%eth0', 'link-local'],
  ['fd00:ec2::254', 'private'],
  ['2606:4700::1', 'public'],
  ['::ffff:10.0.0.1', 'private'],
  ['go.dev', 'public'],
])('%s is %s', (address, expected) => {
  expect(addressClass(address)).toBe(expected);
});

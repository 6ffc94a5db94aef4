import { expect, it } from 'vitest';
import { isGoProject, isPrivateHost, isPublicHost } from '../../src/policy/public-hosts.ts';

it.each([
  ['sum.golang.org', true],
  ['golang.google.cn', true],
  ['notgolang.org', false],
  ['golang.org.example', false],
])('%s belongs to the Go project: %j', (host, expected) => {
  expect(isGoProject(host)).toBe(expected);
});

it.each([
  ['git.acme.internal', true],
  ['GIT.LAN', true],
  ['nas.home.arpa', true],
  ['192.168.1.4', true],
  ['100.64.0.1', true],
  ['8.8.8.8', false],
  ['git.internal.example', false],
  ['local.example', false],
  ['corp', false],
  ['k8s.io', false],
])('%s can only be in a private network: %j', (host, expected) => {
  expect(isPrivateHost(host)).toBe(expected);
});

it.each([
  ['github.com', true],
  ['golang.org', true],
  ['k8s.io', true],
  ['git.acme.example', false],
])('%s has public modules: %j', (host, expected) => {
  expect(isPublicHost(host)).toBe(expected);
});

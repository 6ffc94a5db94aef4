import { describe, expect, it } from 'vitest';
import type { ProxyStack } from '../../src/domain/network-facts.ts';
import { PROXY_STACKS, routeByStack } from '../../src/policy/proxy-stacks.ts';

/** One letter for each of go, curl, node, undici, actions: D direct, P proxied, R refused. */
function letters(url: string, env: Readonly<Record<string, string>>): string {
  const routes = routeByStack(url, env);
  const letter = ({ via }: { readonly via: string }): string => (via === 'direct' ? 'D' : via === 'refused' ? 'R' : 'P');
  return PROXY_STACKS.map(stack => letter(routes[stack])).join(' ');
}

const PROXY = 'http://proxy.test:3128';
const both = { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, http_proxy: PROXY, https_proxy: PROXY };

describe('NO_PROXY', () => {
  it.each([
    ['example.com', 'https://sub.example.com/', 'D D P D D'],
    ['.example.com', 'https://example.com/', 'P D D D P'],
    ['*.example.com', 'https://sub.example.com/', 'D P D D P'],
    ['*.example.com', 'https://example.com/', 'P P P D P'],
    ['golang.org', 'https://sum.golang.org/', 'D D P D D'],
    ['a.test,*', 'https://any.example/', 'D P D P D'],
    ['*', 'https://any.example/', 'D D D D D'],
    ['example.com:8080', 'http://example.com:8080/', 'D P D D D'],
    ['example.com', 'https://example.com./', 'P D P P P'],
    ['10.0.0.0/8', 'https://10.1.2.3/', 'D D P P P'],
    ['2001:db8::/32', 'https://[2001:db8::5]/', 'D P P P P'],
    ['2001:db8::1', 'https://[2001:db8::1]/', 'D D D P P'],
    ['[2001:db8::1]', 'https://[2001:db8::1]/', 'P P P D D'],
    ['10.1.0.1-10.1.9.9', 'https://10.1.2.3/', 'P P D P P'],
    ['a.test example.com', 'https://example.com/', 'P D P D P'],
    ['a.test;example.com', 'https://example.com/', 'P P P P P'],
    ['other.example', 'https://example.com/', 'P P P P P'],
  ])('%j is read for %s as was measured', (value, url, expected) => {
    expect(letters(url, { ...both, NO_PROXY: value, no_proxy: value })).toBe(expected);
  });

  it('is taken from one spelling only, and not from the same one by all', () => {
    const env = { ...both, NO_PROXY: 'example.com', no_proxy: 'other.example' };
    expect(letters('https://example.com/', env)).toBe('D P P P P');
  });
});

describe('the variables', () => {
  const upper = 'http://upper.test:1';
  const lower = 'http://lower.test:2';
  const via = (url: string, env: Readonly<Record<string, string>>): readonly string[] => {
    const routes = routeByStack(url, env);
    return PROXY_STACKS.map(stack => routes[stack].via);
  };

  it('of https addresses: Go takes upper case, the others lower case', () => {
    const env = { HTTPS_PROXY: upper, https_proxy: lower };
    const l = 'lower.test:2';
    expect(via('https://a.example/', env)).toEqual(['upper.test:1', l, l, l, l]);
  });

  it('of http addresses: curl ignores upper case', () => {
    expect(via('http://a.example/', { HTTP_PROXY: upper })).toEqual(['upper.test:1', 'direct', ...Array(3).fill('upper.test:1')]);
  });

  it('that are empty in lower case win for undici only', () => {
    const env = { HTTPS_PROXY: upper, https_proxy: '' };
    expect(letters('https://a.example/', env)).toBe('P P P D P');
  });

  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      'HTTP_PROXY serves https addresses for undici only',
      'https://a.example/',
      { HTTP_PROXY: PROXY, http_proxy: PROXY },
      'D D D P D',
    ],
    ['ALL_PROXY counts for curl only', 'https://a.example/', { ALL_PROXY: PROXY, all_proxy: PROXY }, 'D P D D D'],
    ['without a scheme', 'https://a.example/', { HTTPS_PROXY: '127.0.0.1:3128', https_proxy: '127.0.0.1:3128' }, 'P P D R P'],
    ['socks5', 'https://a.example/', { HTTPS_PROXY: 'socks5://127.0.0.1:1', https_proxy: 'socks5://127.0.0.1:1' }, 'P P D P P'],
    ['no URL at all', 'https://a.example/', { HTTPS_PROXY: '://bad', https_proxy: '://bad' }, 'R R D R R'],
    ['localhost', 'http://localhost:8080/', both, 'D P P P D'],
    ['loopback', 'http://127.0.0.9/', both, 'D P P P D'],
    ['REQUEST_METHOD, for http', 'http://a.example/', { ...both, REQUEST_METHOD: 'GET' }, 'R P P P P'],
    ['REQUEST_METHOD, for https', 'https://a.example/', { ...both, REQUEST_METHOD: 'GET' }, 'P P P P P'],
    ['nothing set', 'https://a.example/', {}, 'D D D D D'],
  ])('%s', (_, url, env, expected) => {
    expect(letters(url, env)).toBe(expected);
  });

  it('keep the credential out of the decision', () => {
    const secret = 'http://user:hunter2@proxy.test:3128';
    const routes = routeByStack('https://a.example/', { HTTPS_PROXY: secret, https_proxy: secret });
    expect(JSON.stringify(routes)).not.toContain('hunter2');
    expect(new Set(PROXY_STACKS.map((stack: ProxyStack) => routes[stack].via))).toEqual(new Set(['proxy.test:3128']));
  });
});

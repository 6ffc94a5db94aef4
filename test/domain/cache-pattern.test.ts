import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPattern, readCachePatterns } from '../../src/domain/cache-pattern.ts';
import { leastMs } from '../fakes/least-ms.ts';

const LINUX = { workspace: '/project', isWindows: false };
const WINDOWS = { workspace: 'D:\\a\\repo', isWindows: true };

function matches(pattern: string, path: string, place = LINUX): string {
  const [only] = readCachePatterns(pattern, place).patterns;
  return only === undefined ? 'refused' : matchPattern(only, path === '' ? [] : path.split('/'));
}

describe('a pattern', () => {
  it.each([
    ['go.sum', 'go.sum', 'whole'],
    ['./go.sum', 'go.sum', 'whole'],
    ['go.sum', 'a/go.sum', 'none'],
    ['go.sum', 'go_sum', 'none'],
    ['**/go.sum', 'go.sum', 'whole'],
    ['**/go.sum', 'a/b/go.sum', 'whole'],
    ['**/go.sum', 'a/b', 'begun'],
    ['a/**/b/*.sum', 'a/x/y/b/go.sum', 'whole'],
    ['a/**/b/*.sum', 'c', 'none'],
    ['*/go.mod', 'a/go.mod', 'whole'],
    ['*/go.mod', 'a/b/go.mod', 'none'],
    ['go.???', 'go.sum', 'whole'],
    ['go.???', 'go.su', 'none'],
    ['go.[ms]*', 'go.mod', 'whole'],
    ['go.[!m]*', 'go.mod', 'none'],
    ['a[z-a]', 'ab', 'none'],
    ['tools', 'tools/deep/go.sum', 'whole'],
    ['tools/', 'tools/go.sum', 'whole'],
    ['.', 'go.sum', 'whole'],
    ['**', 'a/b', 'whole'],
    ['a/../go.sum', 'go.sum', 'whole'],
    ['/project/go.sum', 'go.sum', 'whole'],
    ['a+(b).sum', 'a+(b).sum', 'whole'],
    ['GO.SUM', 'go.sum', 'none'],
  ])('%s and %s: %s', (pattern, path, result) => expect(matches(pattern, path)).toBe(result));

  it.each(['../go.sum', '/etc/passwd', '/workspace/go.sum', '~/go.sum', '*/../../go.sum', 'a'.repeat(1_001)])(
    'that leads out of the workspace is refused: %.40s',
    pattern => {
      expect(readCachePatterns(pattern, LINUX)).toMatchObject({ patterns: [], outside: [expect.any(String)] });
    },
  );

  it.each([
    ['tools\\go.sum', 'tools/go.sum', 'whole'],
    ['D:\\a\\repo\\go.sum', 'go.sum', 'whole'],
    ['d:/A/Repo/GO.sum', 'go.sum', 'whole'],
    ['C:\\other\\go.sum', 'go.sum', 'refused'],
  ])('on Windows: %s and %s: %s', (pattern, path, result) => expect(matches(pattern, path, WINDOWS)).toBe(result));

  it('list has comments, exclusions and blank lines', () => {
    const { patterns, outside } = readCachePatterns('# all\n**/go.sum\r\n\n  !vendor/**  \n', LINUX);
    expect(outside).toEqual([]);
    expect(patterns.map(({ text, isExclusion }) => [text, isExclusion])).toEqual([
      ['**/go.sum', false],
      ['!vendor/**', true],
    ]);
  });

  it('of any text is read without a throw, and a literal path matches itself', () => {
    const name = fc.stringMatching(/^[\w.+ -]{1,8}$/u).filter(text => text.trim() === text && text !== '.' && text !== '..');
    fc.assert(fc.property(fc.string(), text => void readCachePatterns(text, LINUX)));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), names => matches(names.join('/'), names.join('/')) === 'whole'),
    );
  });

  it('of many wildcards is judged in no time', async () => {
    const tookMs = await leastMs(1_000, () => {
      matches(`${'**/a/'.repeat(100)}b`, 'a/'.repeat(300));
      matches('*a*a*a*a*a*a*a*a*b', 'a'.repeat(200));
    });
    expect(tookMs).toBeLessThan(1_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader } from '../../src/policy/log-lines.ts';

function linesOf(...pieces: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const reader = createLineReader((line, number) => {
    lines.push(line);
    expect(number).toBe(lines.length);
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  expect(reader.count).toBe(lines.length);
  return lines;
}

describe('a line reader', () => {
  it.each([
    ['line ends of both kinds', 'a\r\nb\n\nc', ['a', 'b', '', 'c']],
    ['colours', '\u001b[31merror:\u001b[0m no \u001b[1;4mspace\u001b[K', ['error: no space']],
    ['titles and links of a terminal', '\u001b]0;title\u0007a\u001b]8;;http://x\u001b\\b', ['ab']],
    ['a line that is redrawn', 'got 10%\rgot 99%\rfatal: early EOF\n', ['fatal: early EOF']],
    ['the time of GitHub', '2026-01-02T03:04:05.1234567Z curl: (6) x', ['curl: (6) x']],
    ['the time and stream of GitLab', '2026-01-02T03:04:05.123456Z 01E curl: (6) x', ['curl: (6) x']],
    ['the step of BuildKit', '#12 3.456 curl: (6) x', ['curl: (6) x']],
    ['the error mark of GitHub', '2026-01-02T03:04:05.1234567Z ##[error]curl: (6) x', ['curl: (6) x']],
    ['a heading of the compiler', '# example.com/app', ['# example.com/app']],
  ])('understands %s', (_name, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('gives the same lines wherever the pieces are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z\n\r ]{0,20}$/u), { maxLength: 12 }), pieces => {
        expect(linesOf(...pieces)).toEqual(linesOf(pieces.join('')));
      }),
    );
  });

  it('keeps both ends of a line that does not end', () => {
    const lines = linesOf('go: head ', ...Array.from({ length: 2_000 }, () => 'x'.repeat(65_536)), ' no space left on device');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.length).toBeLessThan(9_000);
    expect(lines[0]).toMatch(/^go: head x+ x+ no space left on device$/u);
  });
});

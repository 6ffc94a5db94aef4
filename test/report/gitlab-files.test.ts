import { describe, expect, it } from 'vitest';
import { renderDotenv, renderGitlabLinks } from '../../src/report/gitlab-files.ts';
import { allFailed, fold, installed } from './scenarios.ts';

describe('renderDotenv', () => {
  it('holds what GitLab accepts of a dotenv report', () => {
    const text = renderDotenv(fold(installed), 'SGR_', { goroot: '.sgr/go/x', 'archive-sha256': 'ab' });
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(Buffer.byteLength(text)).toBeLessThan(5 * 1024);
    for (const line of lines) expect(line).toMatch(/^SGR_[A-Z0-9_]+=[\x21-\x7e]+$/u);
    expect(lines).toContain('SGR_GO_VERSION=1.26.8');
    expect(lines).toContain('SGR_GOROOT=.sgr/go/x');
  });

  it('says the cause of a failure, and leaves out what the format cannot hold', () => {
    const lines = renderDotenv(fold(allFailed), 'SGR_old_', { goroot: 'a b', x: 'line\nbreak' }).trimEnd().split('\n');
    expect(lines).toContain('SGR_old_CAUSE=TCP.REFUSED');
    expect(lines.filter(line => /GOROOT|_X=/u.test(line))).toEqual([]);
  });
});

describe('renderGitlabLinks', () => {
  it('leads to the code in the catalogue', () => {
    const links = JSON.parse(renderGitlabLinks(fold(allFailed), 'https://gitlab.test/p/-/blob/abc/docs/codes.md')) as object;
    const url = 'https://gitlab.test/p/-/blob/abc/docs/codes.md#tcp-refused';
    expect(links).toMatchObject({
      'setup-go-robust': [{ external_link: { label: expect.stringContaining('TCP.REFUSED'), url } }],
    });
  });

  it('has none for a good run', () => {
    expect(JSON.parse(renderGitlabLinks(fold(installed), 'https://x.test'))).toEqual({ 'setup-go-robust': [] });
  });
});

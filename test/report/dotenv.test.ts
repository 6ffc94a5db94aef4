import { describe, expect, it } from 'vitest';
import { renderDotenv } from '../../src/report/dotenv.ts';
import { allFailed, fold, installed } from './scenarios.ts';

describe('renderDotenv', () => {
  it('holds what GitLab accepts of a dotenv report, with what the host adds', () => {
    const text = renderDotenv(fold(installed), { more: { goroot: '.sgr/go/x', 'archive-sha256': 'ab' } });
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(Buffer.byteLength(text)).toBeLessThan(5 * 1024);
    for (const line of lines) expect(line).toMatch(/^SGR_[A-Z0-9_]+=[A-Za-z0-9._:/@+-]*$/u);
    expect(lines).toEqual(expect.arrayContaining(['SGR_GO_VERSION=1.26.8', 'SGR_GOROOT=.sgr/go/x', 'SGR_ARCHIVE_SHA256=ab']));
  });

  it('says the cause of a failure under the prefix of its include', () => {
    const lines = renderDotenv(fold(allFailed), { prefix: 'SGR_old_' }).trimEnd().split('\n');
    expect(lines).toEqual(expect.arrayContaining(['SGR_old_CAUSE=TCP.REFUSED', 'SGR_old_EXIT_CODE=72']));
  });
});

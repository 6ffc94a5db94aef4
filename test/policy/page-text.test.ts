import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikePage, plainText, readPage } from '../../src/policy/page-text.ts';
import { leastMs } from '../fakes/least-ms.ts';

describe('text of the network', () => {
  it('is one line without control characters, and cut', () => {
    expect(plainText('a\r\n::error::b\u001b[31m\u202ec\u2028d', 99)).toBe('a ::error::b [31m c d');
    expect(plainText('abcdef', 3)).toBe('abc');
    expect(plainText('ab\u{1f600}', 3)).toBe('ab');
  });

  it('holds nothing that a log or a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(plainText(text, 100)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
        expect(plainText(text, 100).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('a page', () => {
  it('has a title and a text, without its scripts and styles', () => {
    const page = `<!doctype html><HTML><head><TITLE>
      Anmeldung &amp; mehr</TITLE><script type="x">if (a < b) steal("</p>")</script><style>p { color: red }</style></head>
      <body><!-- secret > comment --><p class=a>Bitte&nbsp;anmelden</p></body>`;
    expect(readPage(Buffer.from(page))).toEqual({ title: 'Anmeldung & mehr', excerpt: 'Anmeldung & mehr Bitte anmelden' });
  });

  it('may be cut anywhere', () => {
    const page = '<html><head><title>Blocked</title><script>var a = 1;</script><!-- c --></head><body><p>Text</p></body></html>';
    for (let end = 0; end <= page.length; end++) {
      const { excerpt = '' } = readPage(Buffer.from(page.slice(0, end)));
      expect(excerpt).not.toContain('var');
      expect(excerpt).not.toContain('<');
    }
  });

  it('without anything has nothing', () => {
    expect(readPage(Buffer.alloc(0))).toEqual({});
    expect(readPage(Buffer.from('<html><title></title></html>'))).toEqual({});
  });

  it('is known by its beginning', () => {
    const yes = ['<!DOCTYPE html>', '\ufeff<html>', '\n\n<HTML lang=en>', '<?xml version="1.0"?>', '<head>', '<!-- x --><html>'];
    const no = ['', 'ustar', '<', 'v0.0.1-go1.26.8.linux-amd64', '<3 go', '{"html":1}'];
    expect(yes.map(text => looksLikePage(Buffer.from(text)))).toEqual(yes.map(() => true));
    expect(no.map(text => looksLikePage(Buffer.from(text)))).toEqual(no.map(() => false));
  });

  it('is read in linear time', async () => {
    const tookMs = await leastMs(1_000, () => {
      for (const piece of ['<script>', '<!--', '<title>', '<', '<style><'])
        readPage(Buffer.from(piece.repeat(4_096 / piece.length)));
    });
    expect(tookMs).toBeLessThan(1_000);
  });
});

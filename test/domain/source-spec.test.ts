import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBaseUrl, parseSourceList } from '../../src/domain/source-spec.ts';

const ids = ['official', 'goproxy', 'aliyun', 'nju'];
const codes = (text: string): string[] => parseSourceList(text, ids).findings.map(found => found.code);

describe('parseSourceList', () => {
  it.each(['', ' ', 'auto', ' auto ,', '\n,\n'])('takes %j as auto', text => {
    expect(parseSourceList(text, ids)).toEqual({ specs: [], findings: [] });
  });

  it('keeps the order of ids, base URLs and templates, whatever separates them', () => {
    const { specs, findings } = parseSourceList(
      'nju, https://mirror.example/go/\r\nfile:///archives,https://m/{version}/{file}\nnju',
      ids,
    );
    expect(findings).toEqual([]);
    expect(specs).toEqual([
      { kind: 'id', id: 'nju' },
      { kind: 'base', url: 'https://mirror.example/go' },
      { kind: 'base', url: 'file:///archives' },
      { kind: 'template', template: 'https://m/{version}/{file}' },
    ]);
  });

  it('keeps a query, for signed storage addresses', () => {
    expect(parseSourceList('https://host/go?sv=1&sig=a', ids).specs).toEqual([
      { kind: 'base', url: 'https://host/go?sv=1&sig=a' },
    ]);
  });

  it.each([
    'offical',
    'auto, nju',
    'ftp://host/go',
    'https://',
    'https://a b/',
    'https://host/#x',
    'file:',
    'file:///',
    'file://host/dir',
    'mirror.example:80/go',
    'https://host/{os}-{arch}.{ext}',
    'https://host/{file',
    'https://host/{}{file}',
    'https://host/{fil}',
    'https://{version}.example/{file}',
    'https://host:{version}/x',
    'ftp://host/{file}',
    '{file}',
  ])('refuses %s', text => {
    expect(codes(text)).toEqual(['INPUT.SOURCE']);
  });

  it('names every fault at once, with the accepted ids and no userinfo', () => {
    const { findings } = parseSourceList('offical, ftp://u:hunter22@h/x?sig=hunter33, nju', ids);
    expect(findings.map(found => found.code)).toEqual(['INPUT.SOURCE', 'INPUT.SOURCE']);
    expect(findings[0]?.evidence.find(each => each.name === 'ids')?.value).toBe('auto official goproxy aliyun nju');
    expect(JSON.stringify(findings)).not.toMatch(/hunter/u);
  });

  it.each([
    'file:///a%2Fb',
    'file:///a%5cb',
    'file:///a%00b',
    'file:///a%zz',
    'file:///a%ffb',
    'file:///a%2fb/{file}',
    'file:///{version}%/{file}',
  ])('refuses %s, which names no path', entry => {
    const { specs, findings } = parseSourceList(entry, ids);
    expect(specs).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['INPUT.SOURCE']);
  });

  it.each(['file:///a%20b', 'file:///50%25/go', 'file:///C:/archives', 'file:///%C3%A4'])('takes %s as a directory', entry => {
    expect(parseSourceList(entry, ids)).toEqual({ specs: [{ kind: 'base', url: entry }], findings: [] });
  });

  it('never throws, and accepts only what is an address when it is filled', () => {
    const pieces = fc.constantFrom(
      'https://',
      'file://',
      '/',
      '{',
      '}',
      'file',
      'version',
      'a.b',
      ':',
      '@',
      '?',
      '#',
      ',',
      ' ',
      '%',
      '2f',
      '00',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(list => list.join('')),
        ),
        text => {
          for (const spec of parseSourceList(text, ids).specs) {
            if (spec.kind === 'base') expect(URL.canParse(spec.url)).toBe(true);
            if (spec.kind === 'base' && /^file:/iu.test(spec.url))
              expect(fileURLToPath(spec.url, { windows: false })).not.toContain('\0');
            if (spec.kind === 'template') expect(URL.canParse(spec.template.replace(/\{\w+\}/gu, 'x'))).toBe(true);
          }
        },
      ),
    );
  });
});

describe('parseBaseUrl', () => {
  it('strips slashes at the end', () => {
    expect(parseBaseUrl('https://host/go///', 'go-download-base-url')).toEqual({
      spec: { kind: 'base', url: 'https://host/go' },
    });
  });

  it('names the input that is wrong', () => {
    expect(parseBaseUrl('nju', 'go-download-base-url')).toMatchObject({
      finding: { code: 'INPUT.SOURCE', subject: 'go-download-base-url' },
    });
  });
});

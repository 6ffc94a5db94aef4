import { describe, expect, it } from 'vitest';
import { readGoSums, unescapeModuleName } from '../../src/domain/gosum.ts';

describe('readGoSums', () => {
  it('tells needed modules from needed go.mod files, over several texts', () => {
    const { zips, mods } = readGoSums([
      'example.com/a v1.0.0 h1:abc=\nexample.com/a v1.0.0/go.mod h1:def=\n',
      'example.com/b v2.0.0+incompatible/go.mod h1:def=\r\nnonsense\n\n<<<<<<< HEAD\n',
    ]);
    expect([...zips]).toEqual(['example.com/a@v1.0.0']);
    expect([...mods]).toEqual(['example.com/a@v1.0.0', 'example.com/b@v2.0.0+incompatible']);
  });
});

describe('unescapeModuleName', () => {
  it.each([
    ['github.com/!azure/azure-sdk-for-go@v1.0.0', 'github.com/Azure/azure-sdk-for-go@v1.0.0'],
    ['example.com/a@v1.0.0-!r!c1', 'example.com/a@v1.0.0-RC1'],
    ['example.com/a@v1.0.0', 'example.com/a@v1.0.0'],
  ])('reads %s', (escaped, name) => expect(unescapeModuleName(escaped)).toBe(name));
});

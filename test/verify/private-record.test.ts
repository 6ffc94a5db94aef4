import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePrivateRecord, readPrivateRecord } from '../../src/verify/private-record.ts';

const record = {
  moduleName: 'golang.org/toolchain@v0.0.1-go1.25.linux-amd64',
  tree: `h1:${'A'.repeat(43)}=`,
  root: 'https://mirror.example/dl/go1.25.linux-amd64.tar.gz.sha256',
};

describe('the record of a private build', () => {
  it('is read as it was made', () => {
    expect(readPrivateRecord(Buffer.from(makePrivateRecord(record)))).toEqual(record);
  });

  it.each([
    ['nothing', ''],
    ['another schema', '{"schema":"setup-go-robust/receipt@1"}'],
    ['a hash that is none', makePrivateRecord({ ...record, tree: 'h1:x' })],
    ['a number', '7'],
    ['too much', makePrivateRecord({ ...record, root: 'x'.repeat(20_000) })],
  ])('is not %s', (_what, text) => {
    expect(readPrivateRecord(Buffer.from(text))).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), bytes => void readPrivateRecord(bytes)));
  });
});

import { describe, expect, it } from 'vitest';
import { readGoSums } from '../../src/domain/gosum.ts';
import { isBuildEntryUsed, isModuleWanted } from '../../src/policy/cache-trim.ts';

const RESTORED_MS = 1_800_000_000_000;
const HOUR_MS = 3_600_000;

describe('isBuildEntryUsed', () => {
  it.each([
    ['made in this job', RESTORED_MS + 1, true],
    ['touched less than an hour before, which Go does not touch again', RESTORED_MS - HOUR_MS + 1, true],
    ['older, so that Go would have touched it', RESTORED_MS - HOUR_MS - 1, false],
  ])('of an entry %s', (_, mtimeMs, used) => expect(isBuildEntryUsed(mtimeMs, RESTORED_MS)).toBe(used));
});

describe('isModuleWanted', () => {
  const sum = readGoSums(['example.com/a v1.0.0 h1:q\nexample.com/b v1.0.0/go.mod h1:q\n']);
  const OLD_MS = RESTORED_MS - 1;

  it.each([
    ['tree', 'example.com/a@v1.0.0', OLD_MS, true],
    ['zip', 'example.com/a@v1.0.0', OLD_MS, true],
    ['mod', 'example.com/a@v1.0.0', OLD_MS, true],
    ['tree', 'example.com/a@v1.0.1', OLD_MS, false],
    // Only its go.mod is needed to select versions.
    ['mod', 'example.com/b@v1.0.0', OLD_MS, true],
    ['zip', 'example.com/b@v1.0.0', OLD_MS, false],
    ['tree', 'example.com/tool@v1.0.0', OLD_MS, false],
    ['tree', 'example.com/tool@v1.0.0', RESTORED_MS, true],
  ] as const)('of the %s of %s', (kind, module, mtimeMs, wanted) => {
    expect(isModuleWanted({ kind, module, path: '', mtimeMs }, sum, RESTORED_MS)).toBe(wanted);
  });
});

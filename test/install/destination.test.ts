import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { checkDestination } from '../../src/install/destination.ts';
import { destinationPlace, type Place } from '../../src/install/place.ts';
import { fsFailure } from '../../src/policy/fs-errors.ts';
import type { Clock, Files } from '../../src/ports/machine.ts';

const clock: Clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
const plenty = { bytes: 10 * LIMITS.freeSpaceBytes, inodes: LIMITS.freeInodes };
let directory = '';
let place: Place;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'destination-'));
  place = destinationPlace(join(directory, 'deep', 'go'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function codes(changes: Partial<Files> = {}): Promise<readonly string[]> {
  const files = { ...createFiles({ os: process.platform, clock }), freeSpace: async () => plenty, ...changes };
  return (await checkDestination({ place, files, randomName: () => 'r' })).map(({ code }) => code);
}

describe('a destination', () => {
  test('that can be written and has room is good, and nothing is left in it', async () => {
    expect(await codes()).toEqual([]);
    expect(readdirSync(place.parent)).toEqual([]);
  });

  test('without room for any Go, or for its files, is refused before anything is made', async () => {
    expect(await codes({ freeSpace: async () => ({ bytes: LIMITS.freeSpaceBytes - 1 }) })).toEqual(['FS.NO_SPACE']);
    expect(await codes({ freeSpace: async () => ({ ...plenty, inodes: LIMITS.freeInodes - 1 }) })).toEqual(['FS.NO_SPACE']);
    expect(readdirSync(directory)).toEqual([]);
  });

  test('that may have just enough is given a try', async () => {
    expect(await codes({ freeSpace: async () => ({ bytes: LIMITS.freeSpaceBytes, inodes: LIMITS.freeInodes }) })).toEqual([]);
  });

  test('whose room cannot be told is given a try', async () => {
    expect(await codes({ freeSpace: async () => undefined })).toEqual([]);
  });

  test.each([
    ['EROFS', 'FS.READ_ONLY'],
    ['EACCES', 'FS.PERMISSION'],
    ['ENOSPC', 'FS.NO_SPACE'],
    ['EIO', 'FS.IO'],
  ])('that answers %s is refused', async (errno, code) => {
    const refuse = () => Promise.reject(fsFailure({ code: errno }, { operation: 'write', path: place.parent }));
    expect(await codes({ makeDirectory: refuse })).toEqual([code]);
    expect(await codes({ write: refuse })).toEqual([code]);
  });

  test('below a file is refused', async () => {
    writeFileSync(join(directory, 'deep'), 'x');
    expect(await codes()).toEqual(['FS.IO']);
  });

  test('where something else than Go stands is not touched', async () => {
    mkdirSync(place.root, { recursive: true });
    expect(await codes()).toEqual([]);
    writeFileSync(join(place.root, 'thesis.tex'), 'x');
    expect(await codes()).toEqual(['INPUT.DESTINATION']);
    writeFileSync(join(place.root, 'VERSION'), '2.0\n');
    expect(await codes()).toEqual(['INPUT.DESTINATION']);
    rmSync(place.root, { recursive: true });
    writeFileSync(place.root, 'x');
    expect(await codes()).toEqual(['INPUT.DESTINATION']);
  });

  test('that is a file system of its own is refused: nothing can be renamed onto it', async () => {
    const { stat } = createFiles({ os: process.platform, clock });
    const onDisks = (deviceOf: (path: string) => number): Partial<Files> => ({
      stat: async path => {
        const found = await stat(path);
        return found && { ...found, device: deviceOf(path) };
      },
    });
    const mounted = onDisks(path => (path === place.root ? 2 : 1));
    expect(await codes(mounted)).toEqual([]);
    mkdirSync(place.root, { recursive: true });
    expect(await codes(mounted)).toEqual(['INPUT.DESTINATION']);
    mkdirSync(join(place.root, 'bin'));
    writeFileSync(join(place.root, 'bin', 'go'), 'x');
    expect(await codes(mounted)).toEqual(['INPUT.DESTINATION']);
    // Below a link the disk of the link says nothing.
    const real = place;
    symlinkSync(join(directory, 'deep'), join(directory, 'link'));
    place = destinationPlace(join(directory, 'link', 'go'));
    expect(await codes(onDisks(path => (path.startsWith(real.parent) || path === place.root ? 2 : 1)))).toEqual([]);
  });

  test('where a Go stands, or what is left of one, may be replaced', async () => {
    mkdirSync(join(place.root, 'bin'), { recursive: true });
    writeFileSync(join(place.root, 'bin', 'go'), 'x');
    expect(await codes()).toEqual([]);
    rmSync(join(place.root, 'bin'), { recursive: true });
    writeFileSync(join(place.root, 'VERSION'), 'go1.26.8\n');
    expect(await codes()).toEqual([]);
  });

  test.runIf(process.getuid?.() !== 0 && process.platform !== 'win32')('that belongs to somebody else is refused', async () => {
    mkdirSync(place.parent);
    chmodSync(place.parent, 0o500);
    expect(await codes()).toEqual(['FS.PERMISSION']);
  });
});

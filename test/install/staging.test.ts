import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { destinationPlace, type Place } from '../../src/install/place.ts';
import { createStage, parseOwner, removeOwned, sweepStaging } from '../../src/install/staging.ts';
import type { Clock } from '../../src/ports/machine.ts';

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => undefined };
const files = createFiles({ os: process.platform, clock });
let directory = '';
let place: Place;
let names = 0;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'staging-'));
  place = destinationPlace(join(directory, 'deep', 'go'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const me = (pid: number, hostname = 'here', run = 'this') => ({ pid, hostname, run, isAlive: (other: number) => other !== 9 });
const stageOf = (pid: number, hostname?: string, run?: string) =>
  createStage(place, { files, process: me(pid, hostname, run), randomName: () => `r${names++}` });
const sweep = () => sweepStaging(place, { files, process: me(100), clock });

describe('a stage', () => {
  test('is made beside the target with an empty root, and says whose it is', async () => {
    const stage = await stageOf(100);
    expect(readdirSync(stage.directory).sort()).toEqual(['go', 'owner.json']);
    expect(readdirSync(stage.root)).toEqual([]);
    expect(join(stage.directory, '..')).toBe(place.parent);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"pid":"1","hostname":"h"}',
    '{"pid":0,"hostname":"h"}',
    '{"pid":1}',
    '{"pid":1.5,"hostname":"h"}',
  ])('with the owner %j has none', text => {
    expect(parseOwner(text)).toBeUndefined();
  });
});

describe('sweeping', () => {
  test('removes what dead runs of this host left, and trees that were moved aside', async () => {
    const dead = await stageOf(9);
    writeFileSync(join(dead.root, 'big'), 'x');
    mkdirSync(join(place.parent, 'go.trash-abc', 'bin'), { recursive: true });
    expect(await sweep()).toHaveLength(2);
    expect(readdirSync(place.parent)).toEqual([]);
  });

  test('removes what an earlier run left that had the pid of this one, as in containers of one job', async () => {
    await stageOf(100, 'here', 'earlier');
    const own = await stageOf(100);
    const old = await stageOf(100);
    writeFileSync(join(old.directory, 'owner.json'), '{"pid":100,"hostname":"here"}');
    expect(await sweep()).toHaveLength(2);
    expect(readdirSync(place.parent)).toEqual([basename(own.directory)]);
  });

  test('removes what a kill left of a look whether one may write there, and of the taking over of a lock', async () => {
    mkdirSync(place.parent, { recursive: true });
    const seconds = (Date.now() - LIMITS.lockStaleMs - 1_000) / 1_000;
    for (const name of ['go.probe-abc', 'go.lock.break-old', 'go.lock.break-new', 'go.lock']) {
      writeFileSync(join(place.parent, name), '');
      if (!name.endsWith('new')) utimesSync(join(place.parent, name), seconds, seconds);
    }
    expect(await sweep()).toEqual(['go.lock.break-old', 'go.probe-abc']);
    expect(readdirSync(place.parent)).toEqual(['go.lock', 'go.lock.break-new']);
  });

  test('leaves what may still be in use: living owners, other hosts, other places, other files', async () => {
    await stageOf(101);
    await stageOf(9, 'there');
    mkdirSync(join(place.parent, 'gogo.stage-x'));
    mkdirSync(place.root);
    writeFileSync(place.marker, '');
    const before = readdirSync(place.parent);
    expect(await sweep()).toEqual([]);
    expect(readdirSync(place.parent)).toEqual(before);
  });

  test('removes one that a kill left before it said whose it is, but none with anything else in it', async () => {
    mkdirSync(join(place.parent, 'go.stage-new'), { recursive: true });
    mkdirSync(join(place.parent, 'go.stage-other', 'go'), { recursive: true });
    for (const [name, owner] of Object.entries({ created: '', cut: '{"pid":9,"host' })) {
      mkdirSync(join(place.parent, `go.stage-${name}`));
      writeFileSync(join(place.parent, `go.stage-${name}`, 'owner.json'), owner);
    }
    writeFileSync(join(place.parent, 'go.stage-file'), '');
    expect(await sweep()).toEqual(['go.stage-created', 'go.stage-cut', 'go.stage-new']);
    expect(readdirSync(place.parent)).toEqual(['go.stage-file', 'go.stage-other']);
  });

  test.each([0, 1, 2, 3])('removes what a kill left of one that was being removed, after %d removals', async count => {
    const { directory: dying, root } = await stageOf(9);
    writeFileSync(join(root, 'big'), 'x');
    writeFileSync(join(dying, 'archive'), 'x');
    let left = count;
    const remove = async (path: string): Promise<void> => {
      if (left-- === 0) throw new Error('killed');
      await files.remove(path);
    };
    await removeOwned(dying, { ...files, remove }).catch(() => undefined);
    await sweep();
    expect(readdirSync(place.parent)).toEqual([]);
  });

  test('removes every stage that is older than a day', async () => {
    const { directory: old } = await stageOf(9, 'there');
    const seconds = (Date.now() - LIMITS.stagingMaxAgeMs - 1_000) / 1_000;
    utimesSync(old, seconds, seconds);
    expect(await sweep()).toHaveLength(1);
  });

  test('of a place that does not exist finds nothing', async () => {
    expect(await sweep()).toEqual([]);
  });
});

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/adapters/node-files.ts';
import { checkDestination } from '../../src/install/destination.ts';
import { hashInstalledTree } from '../../src/install/installed-tree.ts';
import { destinationPlace, type Place, toolCachePlace } from '../../src/install/place.ts';
import { publish, removeEntry } from '../../src/install/publish.ts';
import { createStage, type Stage } from '../../src/install/staging.ts';
import { findEntry, installedRoots, markComplete } from '../../src/install/tool-store.ts';
import { createTreeSink } from '../../src/install/tree-sink.ts';
import { unpack } from '../../src/install/unpack.ts';
import { fsFailure } from '../../src/policy/fs-errors.ts';
import type { Clock, Files } from '../../src/ports/machine.ts';
import { MODULE, serve, zip } from '../fakes/archives.ts';
import { Killed, killedAt } from '../fakes/killed-files.ts';

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => undefined };
const files = createFiles({ os: process.platform, clock });
const identity = { pid: 4711, hostname: 'host', run: 'this', isAlive: () => true };
const PLATFORM = { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' };
const VERSION = { major: 1, minor: 26, patch: 8 };
/** As few files as a Go can have: a kill is tried at every one of them. */
const ZIP = zip(['VERSION', 'bin/go', 'src/_go.mod'].map(path => ({ name: `${MODULE}/${path}`, content: `go1.26.8\n${path}` })));
const signal = new AbortController().signal;

let toolCache = '';
let place: Place;
let names = 0;
const randomName = () => `r${names++}`;

beforeEach(() => {
  toolCache = mkdtempSync(join(tmpdir(), 'store-'));
  place = toolCachePlace({ toolCache, version: VERSION, platform: PLATFORM });
});
afterEach(() => rmSync(toolCache, { recursive: true, force: true }));

async function stageGo(through: Files = files): Promise<Stage> {
  const stage = await createStage(place, { files: through, process: identity, randomName });
  const sink = createTreeSink({
    writer: through.tree,
    directory: stage.root,
    layout: 'module',
    moduleName: MODULE,
    writeUnproven: false,
  });
  await unpack({ bytes: serve(ZIP), format: 'zip', sink, files: through, spoolPath: stage.spoolPath }, signal);
  return stage;
}

const treeAt = (root: string) =>
  hashInstalledTree({ reader: files.tree, root, moduleName: MODULE }, signal).then(({ tree }) => tree);
const options = () => ({ place, files, randomName, receipt: '{"receipt":1}', replace: false });

async function genuineTree(): Promise<string> {
  const stage = await stageGo();
  const tree = await treeAt(stage.root);
  await files.remove(stage.directory);
  return tree;
}

function plantDamaged(): void {
  mkdirSync(join(place.root, 'bin'), { recursive: true });
  writeFileSync(join(place.root, 'VERSION'), 'go1.26.8\n');
  writeFileSync(join(place.root, 'bin', 'go'), 'altered');
  writeFileSync(place.marker, '');
  writeFileSync(place.receipt, 'old');
}

describe('places', () => {
  test('in the tool cache are those of setup-go and the runner images', () => {
    expect(place.root).toBe(join(toolCache, 'go', '1.26.8', 'x64'));
    expect(place.marker).toBe(join(toolCache, 'go', '1.26.8', 'x64.complete'));
    const candidate = { major: 1, minor: 25, patch: 0, prerelease: { kind: 'rc', number: 1 } } as const;
    expect(toolCachePlace({ toolCache, version: candidate, platform: PLATFORM }).root).toBe(
      join(toolCache, 'go', '1.25.0-rc.1', 'x64'),
    );
  });

  test('at a directory of the user have their neighbours beside it, also with a slash at its end', () => {
    expect(destinationPlace('/opt/go/')).toEqual(destinationPlace('/opt/go'));
    expect(destinationPlace('/opt/go')).toMatchObject({
      root: '/opt/go',
      parent: '/opt',
      lock: '/opt/go.lock',
      marker: '/opt/go.complete',
    });
  });

  test('of the tool cache are listed newest first', () => {
    const cache = { directory: '/cache', versions: () => ['1.9.7', '1.26.8', 'junk', '1.25.0-rc.1'] };
    expect(installedRoots(cache, PLATFORM)).toEqual(
      ['1.26.8', '1.25.0-rc.1', '1.9.7'].map(name => join('/cache', 'go', name, 'x64')),
    );
  });
});

describe('publishing', () => {
  test('puts the whole tree at its place with receipt and marker, and leaves nothing else', async () => {
    const stage = await stageGo();
    const tree = await treeAt(stage.root);
    expect(await publish({ ...options(), stage })).toEqual({ published: true });
    expect(await treeAt(place.root)).toBe(tree);
    expect(await findEntry(place, files)).toEqual({
      root: place.root,
      isMarked: true,
      hasGo: true,
      versionLine: 'go1.26.8',
      receipt: Buffer.from('{"receipt":1}'),
    });
    expect(readdirSync(place.parent).sort()).toEqual(['x64', 'x64.complete', 'x64.setup-go-robust.json']);
    expect(readFileSync(join(place.root, 'src', 'go.mod'), 'utf8')).toBe('go1.26.8\nsrc/_go.mod');
  });

  test('tells when somebody else was faster, and touches nothing of theirs', async () => {
    const stage = await stageGo();
    plantDamaged();
    expect(await publish({ ...options(), stage })).toEqual({ published: false });
    expect(readFileSync(join(place.root, 'bin', 'go'), 'utf8')).toBe('altered');
    expect(readFileSync(place.receipt, 'utf8')).toBe('old');
    expect(readdirSync(place.parent).sort()).toEqual(['x64', 'x64.complete', 'x64.setup-go-robust.json']);
  });

  test('takes the place of an empty directory, and of a damaged tree when it is told to', async () => {
    mkdirSync(place.root, { recursive: true });
    expect(await publish({ ...options(), stage: await stageGo() })).toEqual({ published: true });
    rmSync(place.root, { recursive: true });
    plantDamaged();
    expect(await publish({ ...options(), stage: await stageGo(), replace: true })).toEqual({ published: true });
    expect(await treeAt(place.root)).toBe(await genuineTree());
    expect(readdirSync(place.parent).sort()).toEqual(['x64', 'x64.complete', 'x64.setup-go-robust.json']);
  });

  test('replaces a damaged tree that cannot be moved, as in a layer of a container image', async () => {
    plantDamaged();
    expect(await publish({ ...options(), files: layered(files), stage: await stageGo(), replace: true })).toEqual({
      published: true,
    });
    expect(await treeAt(place.root)).toBe(await genuineTree());
    expect(readdirSync(place.parent).sort()).toEqual(['x64', 'x64.complete', 'x64.setup-go-robust.json']);
  });

  test.each(['gone', 'empty'])(
    'in the place of a link to a directory that is %s replaces it too: nobody else is there',
    async name => {
      mkdirSync(place.parent, { recursive: true });
      mkdirSync(join(toolCache, 'empty'));
      symlinkSync(join(toolCache, name), place.root);
      const stage = await stageGo();
      expect(await publish({ place, stage, files, randomName, receipt: undefined, replace: false })).toEqual({ published: true });
      expect(readFileSync(join(place.root, 'VERSION'), 'utf8')).toContain('go1.26.8');
      expect(readdirSync(toolCache)).toEqual(['empty', 'go']);
      expect(readdirSync(join(toolCache, 'empty'))).toEqual([]);
    },
  );

  test('in the place of a link replaces the link and leaves what it leads to', async () => {
    const elsewhere = join(toolCache, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'mine'), 'x');
    const stage = await stageGo();
    symlinkSync(elsewhere, place.root);
    expect(await publish({ ...options(), stage, replace: true })).toEqual({ published: true });
    expect(readdirSync(elsewhere)).toEqual(['mine']);
  });
});

/** A directory of a lower layer cannot be renamed (overlayfs.rst, "redirect_dir"). */
const layered = (below: Files): Files => ({
  ...below,
  rename: async (from, to) => {
    if (from !== place.root) return below.rename(from, to);
    throw fsFailure(Object.assign(new Error('cross-device link'), { code: 'EXDEV' }), { operation: 'rename', path: to });
  },
});

describe('a kill', () => {
  /** Every moment of an installation: staging, unpacking, publishing. */
  async function installWith(through: Files, replace: boolean): Promise<void> {
    const stage = await stageGo(through);
    await publish({ ...options(), files: through, stage, replace });
  }

  test.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])(
    'at any moment leaves nothing or a whole tree, and a marker only beside a whole one (replacing %s, half done %s)',
    async (replace, halfDone) => {
      const wanted = await genuineTree();
      let at = 0;
      for (; ; at++) {
        rmSync(place.parent, { recursive: true, force: true });
        if (replace) plantDamaged();
        const { files: through, count } = killedAt(files, { at, halfDone });
        let wasKilled = false;
        try {
          await installWith(through, replace);
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
          wasKilled = true;
        }
        const stands = existsSync(place.root) ? await treeAt(place.root) : 'nothing';
        const isUntouched =
          replace &&
          stands !== 'nothing' &&
          existsSync(join(place.root, 'bin', 'go')) &&
          readFileSync(join(place.root, 'bin', 'go'), 'utf8') === 'altered';
        if (!isUntouched) {
          expect(['nothing', wanted]).toContain(stands);
          expect(existsSync(place.marker) && stands === 'nothing').toBe(false);
        }
        // The next run cleans up and installs, whatever was left.
        await installWith(files, stands !== 'nothing');
        expect(await treeAt(place.root)).toBe(wanted);
        expect(existsSync(place.marker)).toBe(true);
        if (!wasKilled) {
          expect(count()).toBe(at);
          break;
        }
      }
      expect(at).toBeGreaterThan(15);
    },
  );
});

describe('a kill while a tree is removed that cannot be moved', () => {
  test.each([false, true])('leaves what a later run may replace (half done %s)', async halfDone => {
    const stage = await stageGo();
    for (let at = 0; ; at++) {
      rmSync(place.root, { recursive: true, force: true });
      plantDamaged();
      for (const name of ['api', 'src', 'test']) mkdirSync(join(place.root, name));
      const { files: through } = killedAt(files, { at, halfDone });
      const removing = removeEntry({ place, files: layered(through), randomName });
      const wasKilled = await removing.then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      expect(await checkDestination({ place, files, randomName })).toEqual([]);
      expect(existsSync(place.marker) && !existsSync(join(place.root, 'bin', 'go'))).toBe(false);
      if (!wasKilled) break;
    }
    expect(existsSync(place.root)).toBe(false);
    await files.remove(stage.directory);
  });
});

describe('entries', () => {
  test('are absent when nothing or only an empty directory or a file stands there', async () => {
    expect(await findEntry(place, files)).toBeUndefined();
    mkdirSync(place.root, { recursive: true });
    expect(await findEntry(place, files)).toBeUndefined();
    rmSync(place.root, { recursive: true });
    writeFileSync(place.root, 'x');
    expect(await findEntry(place, files)).toBeUndefined();
  });

  test('that are marked but have no go program are seen as such', async () => {
    mkdirSync(join(place.root, 'src'), { recursive: true });
    writeFileSync(place.marker, '');
    expect(await findEntry(place, files)).toMatchObject({
      isMarked: true,
      hasGo: false,
      versionLine: undefined,
      receipt: undefined,
    });
  });

  test('are found behind a link', async () => {
    const real = join(toolCache, 'real');
    plantDamaged();
    cpSync(place.root, real, { recursive: true });
    rmSync(place.root, { recursive: true });
    symlinkSync(real, place.root);
    expect(await findEntry(place, files)).toMatchObject({ hasGo: true, versionLine: 'go1.26.8' });
  });

  test('with an oversized receipt have none', async () => {
    plantDamaged();
    writeFileSync(place.receipt, 'x'.repeat(256 * 1024 + 1));
    expect((await findEntry(place, files))?.receipt).toBeUndefined();
  });

  test('can be marked once they are proved', async () => {
    mkdirSync(place.parent, { recursive: true });
    await markComplete(place, undefined, files);
    expect(readdirSync(place.parent)).toEqual(['x64.complete']);
    await markComplete(place, 'r', files);
    expect(readFileSync(place.receipt, 'utf8')).toBe('r');
  });

  test('go with everything beside them and with the empty directories above, but no others', async () => {
    plantDamaged();
    const other = toolCachePlace({ toolCache, version: { ...VERSION, patch: 7 }, platform: PLATFORM });
    mkdirSync(other.root, { recursive: true });
    await removeEntry({ place, files, randomName });
    expect(readdirSync(join(toolCache, 'go'))).toEqual(['1.26.7']);
    await removeEntry({ place: other, files, randomName });
    expect(readdirSync(toolCache)).toEqual([]);
    await removeEntry({ place, files, randomName });
  });
});

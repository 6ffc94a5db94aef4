import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationPlace } from '../../src/install/place.ts';
import { isSealed, isUnbroken, makeSeal, parseSeal, readSeal, writeSeal } from '../../src/install/seal.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';

const MODULE = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64';
const PROOF = { kind: 'checksum-database', root: 'sum.golang.org', value: 'h1:x', detail: 'record 1' } as const;
const PLACE = destinationPlace('/opt/go');
const PATHS = ['VERSION', 'go.env', 'bin', 'bin/go', 'pkg', 'pkg/tool', 'pkg/tool/compile', 'src', 'src/fmt'];

function sealed() {
  const files = createMemoryFiles({ clock: createFakeClock() });
  for (const path of ['VERSION', 'go.env', 'bin/go', 'pkg/tool/compile', 'src/fmt/print.go']) files.put(`/opt/go/${path}`, path);
  const seal = makeSeal({ moduleName: MODULE, proof: PROOF, root: PLACE.root, paths: PATHS }, files.tree);
  if (seal === undefined) throw new Error('not sealed');
  return { files, seal };
}

function isWhole({ files, seal }: ReturnType<typeof sealed>): boolean {
  return (['programs', 'rest'] as const).every(part => isUnbroken(seal, PLACE.root, { reader: files.tree, part }));
}

describe('a seal', () => {
  it('covers programs, tools, what stands at the root, and not the library', () => {
    expect(['VERSION', 'go.env', 'bin/go', 'pkg/tool/linux_amd64/compile'].every(path => isSealed(path, 'file'))).toBe(true);
    expect(['src/fmt/print.go', 'pkg/include/textflag.h', 'lib/time/zoneinfo.zip'].some(path => isSealed(path, 'file'))).toBe(
      false,
    );
    expect(['bin', 'src', 'src/net/http', 'src/cmdline', 'lib/time'].every(path => isSealed(path, 'directory'))).toBe(true);
    expect(
      ['test', 'test/fixedbugs', 'doc', 'src/fmt/testdata', 'src/a/testdata/b', 'src/cmd', 'src/cmd/go'].some(path =>
        isSealed(path, 'directory'),
      ),
    ).toBe(false);
  });

  it('holds as long as nothing is touched, and is the same after it was written and read', async () => {
    const { files, seal } = sealed();
    expect(isWhole({ files, seal })).toBe(true);
    await writeSeal(PLACE, seal, files);
    expect(await readSeal(PLACE, MODULE, files)).toEqual(seal);
    expect(await readSeal(PLACE, MODULE.replace('1.26.8', '1.26.7'), files)).toBeUndefined();
  });

  it.each<[string, (files: ReturnType<typeof sealed>['files']) => unknown]>([
    ['a program is rewritten', files => files.write('/opt/go/bin/go', 'bin/go')],
    ['a tool is replaced', files => files.put('/opt/go/pkg/tool/compile', 'evil')],
    ['a setting is appended to', files => files.append('/opt/go/go.env', 'GOTOOLCHAIN=local')],
    ['a file is added to a directory', files => files.write('/opt/go/src/fmt/evil.go', 'package fmt')],
    ['a file of a directory is replaced', files => files.put('/opt/go/src/fmt/print.go', 'package fmt')],
    ['a file is lost', files => files.remove('/opt/go/src/fmt/print.go')],
    ['a directory is lost', files => files.remove('/opt/go/pkg/tool')],
    ['a directory is added', files => files.makeDirectory('/opt/go/pkg/linux_amd64')],
    ['everything is lost', files => files.remove('/opt/go')],
  ])('breaks when %s', async (_, change) => {
    const { files, seal } = sealed();
    await change(files);
    expect(isWhole({ files, seal })).toBe(false);
  });

  it.each<[string, 'programs' | 'rest']>([
    ['bin/go', 'programs'],
    ['go.env', 'programs'],
    ['pkg/tool/compile', 'rest'],
    ['src/fmt/print.go', 'rest'],
  ])('%s belongs to the part %s', async (path, part) => {
    const { files, seal } = sealed();
    files.put(`/opt/go/${path}`, 'evil');
    const other = part === 'programs' ? 'rest' : 'programs';
    expect(isUnbroken(seal, PLACE.root, { reader: files.tree, part })).toBe(false);
    expect(isUnbroken(seal, PLACE.root, { reader: files.tree, part: other })).toBe(true);
  });

  it.each(['pinned-checksum', 'source-listing'] as const)('is not made on a proof of kind %s, and not read', kind => {
    const { files, seal } = sealed();
    const proof = { ...PROOF, kind };
    expect(makeSeal({ moduleName: MODULE, proof, root: PLACE.root, paths: PATHS }, files.tree)).toBeUndefined();
    expect(parseSeal(JSON.stringify({ schema: 'setup-go-robust/seal@2', ...seal, proof }))).toBeUndefined();
  });

  it('that was cut or is something else is none', () => {
    const text = JSON.stringify({ schema: 'setup-go-robust/seal@2', ...sealed().seal });
    expect(parseSeal(text)).toBeDefined();
    fc.assert(fc.property(fc.nat(text.length - 1), at => parseSeal(text.slice(0, at)) === undefined));
    fc.assert(fc.property(fc.json(), other => parseSeal(other) === undefined));
    expect(parseSeal(text.replace('seal@2', 'seal@1'))).toBeUndefined();
    expect(parseSeal(text.replace(/"rest":.*/u, '"rest":[]}'))).toBeUndefined();
    expect(parseSeal(text.replace(/"rest":.*/u, '"rest":[["src"]]}'))).toBeUndefined();
  });
});

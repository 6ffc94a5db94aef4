import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { WORKSPACE } from '../fakes/fake-machine.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';
import { type Play, play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const ROOT = '/usr/local/go';

/** A container image with a Go, as an operator may have edited it. */
function image(edit: (files: MemoryFiles) => void = () => undefined, release = GO) {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  for (const [path, text] of Object.entries(release.files))
    files.put(`${ROOT}/${path}`, text, path.startsWith('bin/') ? 0o755 : 0o644);
  edit(files);
  return { clock, files };
}

function withoutVersion(options: Play = {}) {
  return play(world, { version: '', ...options, env: { PATH: `${ROOT}/bin`, ...options.env } });
}

describe('without any version', () => {
  it('the Go on PATH is used once it is proved, and that is said', async () => {
    const machine = image();
    const before = machine.files.paths('/usr');
    const { report, host } = await withoutVersion(machine);
    expect(report).toMatchObject({
      outcome: 'ok',
      exitCode: 0,
      installedFrom: 'path',
      go: { version: '1.26.8', root: ROOT },
      proof: { kind: 'checksum-database', value: GO.h1 },
    });
    expect(report.findings).toEqual([expect.objectContaining({ code: 'VERSION.UNSPECIFIED', severity: 'warning' })]);
    expect(host.changes).toContainEqual({ kind: 'prepend-path', value: `${ROOT}/bin` });
    expect(machine.files.paths('/usr')).toEqual(before);
  });

  it('an edited go.env of a container image is accepted and named', async () => {
    const edited = (GO.files['go.env'] ?? '').replace('GOTOOLCHAIN=auto', 'GOTOOLCHAIN=local');
    const { report } = await withoutVersion(image(files => files.put(`${ROOT}/go.env`, edited)));
    expect(report).toMatchObject({ outcome: 'ok', go: { version: '1.26.8' } });
    expect(report.proof?.detail).toContain('GOTOOLCHAIN=local');
  });

  it.each<[string, (files: MemoryFiles) => unknown]>([
    ['a changed file', files => files.put(`${ROOT}/src/fmt/print.go`, 'package evil\n')],
    ['an added file', files => files.put(`${ROOT}/src/evil.go`, 'package evil\n')],
    ['another edit of go.env', files => files.put(`${ROOT}/go.env`, 'GOSUMDB=off\nGOTOOLCHAIN=local\n')],
    ['a version that is no release', files => files.put(`${ROOT}/bin/go`, 'go version go1.26.8-distro linux/amd64\n', 0o755)],
  ])('a Go on PATH with %s ends red, with the fix', async (_what, edit) => {
    const { report } = await withoutVersion(image(edit));
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'GO.UNPROVED' }, go: null });
    const [cause] = report.findings.filter(({ code }) => code === 'GO.UNPROVED');
    expect(cause?.fixes.map(({ text }) => text)).toEqual(["go-version: '1.26'"]);
  });

  it('a Go on PATH that nobody can vouch for now ends red, with the fix', async () => {
    const { report } = await withoutVersion({ ...image(), servers: {} });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'SUM.UNREACHABLE' } });
    const [cause] = report.findings.filter(({ code, severity }) => code === 'SUM.UNREACHABLE' && severity === 'error');
    expect(JSON.stringify(report.findings)).toContain("go-version: '1.26'");
    expect(cause).toBeDefined();
  });

  it('no Go on PATH ends red', async () => {
    const { report } = await withoutVersion({ env: { PATH: '/usr/bin' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'GO.NOT_INSTALLED' } });
    expect(JSON.stringify(report.findings)).toContain("go-version: '1.26'");
  });

  it('a Go on PATH below the minimum, or for another architecture, ends red', async () => {
    const old = await withoutVersion(image(undefined, world.release('1.20')));
    expect(old.report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.TOO_OLD' } });
    const other = await withoutVersion({ ...image(), inputs: { architecture: 'arm64' } });
    expect(other.report).toMatchObject({ outcome: 'failed', cause: { code: 'VERSION.MISMATCH' } });
  });

  it('a Go on PATH that does not run ends red', async () => {
    const { report } = await withoutVersion(image(files => files.put(`${ROOT}/bin/go`, 'garbage', 0o755)));
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'GO.NOT_RUNNABLE' } });
  });

  it('a go.mod is found and named before the Go on PATH is looked at', async () => {
    const machine = image(files => files.put(`${WORKSPACE}/go.mod`, 'module m\n\ngo 1.26.7\n'));
    const { report } = await withoutVersion(machine);
    expect(report).toMatchObject({
      outcome: 'installed',
      go: { version: '1.26.7' },
      request: { spec: '1.26.7', origin: 'default', file: 'go.mod', line: 3 },
    });
  });

  it('resolve has nothing to resolve', async () => {
    const { report } = await withoutVersion({ ...image(), command: 'resolve' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 64, cause: { code: 'INPUT.VERSION' } });
  });

  it('a destination is left empty, for the Go on PATH is not copied', async () => {
    const { report, files } = await withoutVersion({ ...image(), inputs: { dest: '/opt/go' } });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'INPUT.VERSION' } });
    expect(files.paths('/opt')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { WORKSPACE } from '../fakes/fake-machine.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { createTinyGo } from '../fakes/tiny-go.ts';
import { entryOf, type Play, play } from './play.ts';
import { createWorld, tableOf } from './world.ts';

const world = createWorld();
const table = tableOf(world.releases);
const MOUNT = '/mnt/archives';

/** A machine with these files, and without a network by choice. */
async function offline(options: Play, content: Readonly<Record<string, string | Uint8Array>> = {}): Promise<FakeOutcome> {
  const clock = options.clock ?? createFakeClock();
  const files = options.files ?? createMemoryFiles({ clock });
  for (const [path, bytes] of Object.entries(content)) files.put(path, bytes);
  const outcome = await play(world, { table, ...options, clock, files, inputs: { offline: 'true', ...options.inputs } });
  expect(outcome.net.requests).toEqual([]);
  return outcome;
}

const archive = (version: string): Readonly<Record<string, Uint8Array>> => {
  const { fileName, tarGz } = world.release(version);
  return { [`${MOUNT}/${fileName}`]: tarGz };
};
const inputs = { sources: `file://${MOUNT}` };

function evidenceOf({ report }: FakeOutcome): Readonly<Record<string, string>> {
  const found = report.findings.find(({ code }) => code === 'OFFLINE.NOT_FOUND');
  return Object.fromEntries((found?.evidence ?? []).map(({ name, value }) => [name, value]));
}
const fixesOf = ({ report }: FakeOutcome): readonly string[] => (report.findings[0]?.fixes ?? []).map(({ text }) => text);

describe('a directory of archives, offline,', () => {
  it.each(['1.26.7', '1.26', '^1.26.0', 'stable', '>=1.26 <1.27', 'go1.26.7'])('serves %s', async version => {
    const { report } = await offline({ version, inputs }, archive('1.26.7'));
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'file', go: { version: '1.26.7' } });
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('serves what a go.mod asks for', async () => {
    const gomod = { [`${WORKSPACE}/go.mod`]: 'module m\n\ngo 1.26.0\n\ntoolchain go1.26.7\n' };
    const { report } = await offline({ version: '', inputs }, { ...gomod, ...archive('1.26.7') });
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'file', go: { version: '1.26.7' } });
  });

  it('serves the newest that it holds, however many newer ones the table knows', async () => {
    const known = tableOf([
      ...world.releases,
      ...['1.26.9', '1.26.10', '1.26.11', '1.26.12'].map(version => createTinyGo({ version })),
    ]);
    const { report } = await offline({ version: '1.26', inputs, table: known }, archive('1.26.7'));
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.7' }, resolved: { learntFrom: ['file'] } });
  });

  it('passes over archives for other platforms', async () => {
    const foreign = Object.fromEntries([8, 9, 10, 11].map(patch => [`${MOUNT}/go1.26.${patch}.windows-amd64.zip`, 'x']));
    const { report } = await offline({ version: '1.26', inputs }, { ...foreign, ...archive('1.26.7') });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.7' } });
  });

  it('is found by a template, whose versions the table knows', async () => {
    const { fileName, tarGz } = world.release('1.26.8');
    const template = { sources: `file://${MOUNT}/{version}/{file}` };
    const { report } = await offline({ version: '1.26', inputs: template }, { [`${MOUNT}/1.26.8/${fileName}`]: tarGz });
    expect(report).toMatchObject({ outcome: 'installed', go: { version: '1.26.8' } });
  });

  it('is one of several, and the first that has it serves', async () => {
    const several = { sources: `file:///mnt/none, file://${MOUNT}` };
    const { report } = await offline({ version: '1.26.7', inputs: several }, archive('1.26.7'));
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'file-2' });
  });
});

describe('a module proxy that is a directory, offline,', () => {
  const GO = world.release('1.26.7');
  const at = '/mnt/proxy/golang.org/toolchain/@v';
  const proxy = { env: { GOPROXY: 'file:///mnt/proxy' }, inputs: { checksum: GO.h1 } };
  const content = { [`${at}/list`]: `${GO.moduleVersion}\n`, [`${at}/${GO.moduleVersion}.zip`]: GO.moduleZip };

  it.each(['1.26.7', '1.26', 'stable'])('serves %s', async version => {
    const { report } = await offline({ ...proxy, version }, content);
    expect(report).toMatchObject({ outcome: 'installed', installedFrom: 'goproxy', go: { version: '1.26.7' } });
  });

  it.each(['', '<html>', '\0'])('whose list is %j is no crash', async list => {
    const { report } = await offline({ ...proxy, version: '1.26' }, { [`${at}/list`]: list });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(report.listings).toMatchObject([{ source: 'goproxy' }]);
  });
});

describe('nothing local', () => {
  it('is told with everything that was looked at, for an exact version', async () => {
    const before = await play(world, { version: '1.25.3' });
    const shared = { files: before.files, clock: before.clock };
    const outcome = await offline({ ...shared, version: '1.26.8', inputs }, archive('1.26.7'));
    expect(outcome.report).toMatchObject({
      outcome: 'failed',
      exitCode: 71,
      cause: { code: 'OFFLINE.NOT_FOUND', verdict: 'cause' },
    });
    const evidence = evidenceOf(outcome);
    expect(Object.keys(evidence)).toEqual([
      'looked in the tool cache',
      'versions there for x64',
      'looked in file',
      'kept version list',
      'shipped table of',
      'not asked, because offline is set',
    ]);
    expect(evidence['looked in the tool cache']).toBe('/tools');
    expect(evidence['versions there for x64']).toBe('1.25.3');
    expect(evidence['looked in file']).toContain(`${MOUNT}/go1.26.8.linux-amd64.tar.gz`);
    expect(evidence['looked in file']).toContain('1.26.7');
    expect(fixesOf(outcome)).toEqual([
      `curl -fL -o ${MOUNT}/go1.26.8.linux-amd64.tar.gz https://go.dev/dl/go1.26.8.linux-amd64.tar.gz`,
      'RUNNER_TOOL_CACHE=/tools setup-go-robust install 1.26.8',
    ]);
  });

  it.each([
    ['1.26', '1.26.8'],
    ['stable', '1.26.8'],
    ['~1.25.0', '1.25.3'],
  ])('for %s names the file of the newest that is known', async (version, newest) => {
    const outcome = await offline({ version, inputs });
    expect(outcome.report).toMatchObject({ exitCode: 71, cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(evidenceOf(outcome)['looked in file']).toContain(`go${newest}.linux-amd64.tar.gz`);
    expect(fixesOf(outcome)[0]).toContain(`https://go.dev/dl/go${newest}.linux-amd64.tar.gz`);
  });

  it('knows newer releases by the list that was kept, and says how old it is', async () => {
    const { files, clock } = await play(world, { command: 'resolve', version: '1.26' });
    await clock.advance(5 * 3_600_000);
    const outcome = await offline({ files, clock, version: '1.26', inputs, table: tableOf([]) });
    expect(evidenceOf(outcome)['looked in file']).toContain('go1.26.8.linux-amd64.tar.gz');
    expect(evidenceOf(outcome)['kept version list']).toContain('5 h');
  });

  it.each(['^3', '>1.99'])('and nobody who knows of %s is told so, not that a source should be reachable', async version => {
    const outcome = await offline({ version, inputs }, archive('1.26.7'));
    expect(outcome.report).toMatchObject({ exitCode: 71, cause: { code: 'OFFLINE.NOT_FOUND' }, attempts: [] });
    expect(evidenceOf(outcome)['looked in file']).toContain('1.26.7');
    expect(fixesOf(outcome)).toEqual([
      `RUNNER_TOOL_CACHE=/tools setup-go-robust install ${version === '^3' ? "'^3'" : "'>1.99'"}`,
    ]);
  });

  it('is told by resolve as well', async () => {
    const { report } = await offline({ command: 'resolve', version: '1.99.1' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'OFFLINE.NOT_FOUND' } });
  });

  it('names a Go that stands in the tool cache and cannot be proved without a network', async () => {
    const content = {
      [`${entryOf('1.26.8')}/VERSION`]: 'go1.26.8\n',
      [`${entryOf('1.26.8')}/bin/go`]: '',
      '/tools/go/1.26.8/x64.complete': '',
    };
    const outcome = await offline({ version: '1.26.8' }, content);
    expect(outcome.report).toMatchObject({ outcome: 'failed', cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(evidenceOf(outcome)['stands there without a proof that holds offline']).toBe('1.26.8');
  });

  it('at a destination names that, and the command for it', async () => {
    const outcome = await offline({ version: '1.26.8', inputs: { dest: '/opt/my go' } });
    expect(evidenceOf(outcome)['looked at the destination']).toBe('/opt/my go');
    expect(fixesOf(outcome).at(-1)).toBe("setup-go-robust install 1.26.8 --dest '/opt/my go'");
  });

  it('is told in bounded words, however much there is', async () => {
    const many = Array.from({ length: 40 }, (_, index) => index);
    const content = Object.fromEntries(
      many.flatMap(index => [
        [`${entryOf(`1.24.${index}`)}/bin/go`, ''],
        [`/tools/go/1.24.${index}/x64.complete`, ''],
        [`${MOUNT}/go1.23.${index}.linux-amd64.tar.gz`, ''],
      ]),
    );
    const sources = [MOUNT, ...many.map(index => `/mnt/d${index}`)].map(path => `file://${path}`).join(',');
    const outcome = await offline({ version: '1.26.8', inputs: { sources } }, content);
    expect(Object.keys(evidenceOf(outcome)).length).toBeLessThan(20);
    for (const value of Object.values(evidenceOf(outcome))) expect(value.length).toBeLessThan(400);
  });
});

describe('an archive that stands there', () => {
  const GO = world.release('1.26.8');

  it('and is altered is the cause itself', async () => {
    const { report } = await offline({ version: '1.26.8', inputs }, { [`${MOUNT}/${GO.fileName}`]: GO.repacked });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' }, go: null });
  });

  it('and is cut is the cause itself', async () => {
    const cut = GO.tarGz.subarray(0, GO.tarGz.length - 20);
    const { report } = await offline({ version: '1.26.8', inputs }, { [`${MOUNT}/${GO.fileName}`]: cut });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, go: null });
    expect(report.cause?.code).not.toBe('OFFLINE.NOT_FOUND');
  });

  it('and nothing vouches for without a network is told with the pin as the repair', async () => {
    const outcome = await offline({ version: '1.26.8', inputs, table: tableOf([]) }, archive('1.26.8'));
    expect(outcome.report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'OFFLINE.NOT_FOUND' } });
    expect(fixesOf(outcome)).toMatchObject([expect.stringContaining('checksum: sha256:')]);
  });
});

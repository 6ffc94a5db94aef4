import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { recordText } from '../fakes/sumdb-log.ts';
import { type Play, play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld();
const NAMES = ['example.com/a@v1.0.0', 'example.com/b@v1.2.0'];
for (const name of NAMES) world.log.addModule(name);

const REQUIRES = NAMES.map(name => `require ${name.replace('@', ' ')}\n`).join('');
const SUMS = NAMES.map(name => recordText(name)).join('');
/** The first hash of a go.mod, of another file. */
const ALTERED = SUMS.replace('/go.mod h1:8', '/go.mod h1:9');

function preflight(sums: string, options: Play = {}) {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put('/project/go.mod', `module example.com/m\n\ngo 1.25\n${REQUIRES}`);
  files.put('/project/go.sum', sums);
  return play(world, { command: 'preflight', version: '', clock, files, ...options });
}

describe('go.sum, by the checksum database', () => {
  it('is proved line by line, and counted', async () => {
    const { report, net } = await preflight(SUMS);
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, findings: [] });
    expect(report.preflight?.sums).toMatchObject({ lines: 4, proved: 4, failed: 0, skipped: 0 });
    expect(net.requests.length).toBeGreaterThan(0);
  });

  it('that differs in a line is GO.SUMDB_MISMATCH at that line, whatever else is sound', async () => {
    const { report } = await preflight(ALTERED);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'GO.SUMDB_MISMATCH', verdict: 'cause' } });
    expect(report.findings[0]).toMatchObject({ subject: NAMES[0], location: { file: 'go.sum', line: 2 } });
    expect(report.preflight?.sums).toMatchObject({ lines: 4, proved: 3, failed: 1 });
  });

  it('only warns where preflight only warns', async () => {
    const { report } = await preflight(ALTERED, { inputs: { preflight: 'warn' } });
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, findings: [{ code: 'GO.SUMDB_MISMATCH', severity: 'warning' }] });
  });

  it.each<[string, Play]>([
    ['switched off', { options: { sums: 'off' } }],
    ['private', { env: { GOPRIVATE: 'example.com' } }],
    [
      'of a database of somebody else',
      { env: { GOSUMDB: 'sum.example.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8' } },
    ],
    ['offline', { inputs: { offline: 'true' } }],
  ])('is not asked for when it is %s', async (_name, options) => {
    const { report, net } = await preflight(ALTERED, options);
    expect(report.findings.filter(({ code }) => code === 'GO.SUMDB_MISMATCH')).toEqual([]);
    expect(net.requests).toEqual([]);
  });

  it('is not waited for where the project must be corrected first', async () => {
    const { report, net } = await preflight('<<<<<<< HEAD\n');
    expect(report).toMatchObject({ exitCode: 71, cause: { code: 'MERGE.MARKS' }, preflight: { sums: null } });
    expect(net.requests).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type IndexRequest, readReleaseIndex } from '../../src/acquire/release-index.ts';
import type { EventBody } from '../../src/domain/event.ts';
import type { ListedRelease, Source } from '../../src/domain/source.ts';
import { versionText } from '../../src/domain/version.ts';
import { listFileDirectory } from '../../src/sources/file-directory.ts';
import { parseGoListing } from '../../src/sources/go-listing.ts';
import { parseModuleList } from '../../src/sources/module-proxy.ts';
import { type Script, scriptedWire } from '../fakes/scripted-wire.ts';

const goList = (...versions: readonly string[]): Script => ({
  body: JSON.stringify(versions.map(version => ({ version: `go${version}`, stable: true, files: [] }))),
});
const moduleList = (...versions: readonly string[]): Script => ({
  body: versions.map(version => `v0.0.1-go${version}.linux-amd64\n`).join(''),
});

function source(id: string, kind: Source['kind'], url = `https://${id}.example/list`): Source {
  const parse = (body: Uint8Array) => (kind === 'module-proxy' ? parseModuleList(body, id) : parseGoListing(body, id));
  return { id, title: id, kind, listing: () => ({ url, parse }), candidate: () => undefined };
}
const official = source('official', 'official');
const goproxy = source('goproxy', 'module-proxy');
const mirror: Source = { ...source('nju', 'mirror'), listing: () => undefined };
const OFFICIAL = 'https://official.example/list';
const GOPROXY = 'https://goproxy.example/list';

const table: readonly ListedRelease[] = listFileDirectory(['go1.26.1.linux-amd64.tar.gz']);

async function read(
  scripts: Readonly<Record<string, Script>>,
  over: Partial<IndexRequest> = {},
  signal = new AbortController().signal,
) {
  const events: EventBody[] = [];
  const wire = scriptedWire(scripts);
  const request = {
    wire,
    sources: [official, goproxy, mirror],
    table,
    emit: (event: EventBody) => void events.push(event),
    ...over,
  };
  const index = await readReleaseIndex(request, signal);
  const versions = index.releases.map(release => `${versionText(release.version)} ${release.learntFrom.join('+')}`);
  return { index, versions, events, wire };
}
const ends = (events: readonly EventBody[]) =>
  events.flatMap(event => (event.type === 'listing-read' ? [`${event.source} ${event.code ?? event.count}`] : [])).sort();

describe('readReleaseIndex', () => {
  it('unites all lists and the table, newest first', async () => {
    const { index, versions, events } = await read({
      [OFFICIAL]: goList('1.26.2', '1.27.1'),
      [GOPROXY]: moduleList('1.26.3', '1.27.1'),
    });
    expect(versions).toEqual(['1.27.1 goproxy+official', '1.26.3 goproxy', '1.26.2 official', '1.26.1 table']);
    expect(index).toMatchObject({ answered: ['official', 'goproxy'], failures: [], warnings: [], isComplete: true });
    expect(ends(events)).toEqual(['goproxy 2', 'official 2']);
  });

  it('asks all lists before it waits for any', async () => {
    const { wire } = await read({ [OFFICIAL]: { refused: true }, [GOPROXY]: moduleList('1.27.1') });
    expect(wire.requested).toEqual([OFFICIAL, GOPROXY]);
  });

  it.each<[string, Script, string, boolean]>([
    ['refuses the connection', { refused: true }, 'TCP.REFUSED', true],
    ['has no list', { status: 404 }, 'HTTP.NOT_FOUND', false],
    ['forbids it', { status: 403 }, 'HTTP.FORBIDDEN', false],
    ['fails', { status: 503 }, 'HTTP.SERVER', false],
    ['answers with a web page', { body: '<html>' }, 'LIST.MALFORMED', false],
    ['answers with a list that was cut', { body: '[{"version":"go1.27.' }, 'LIST.MALFORMED', false],
  ])('hides no other list when one %s', async (_, script, code, isSilent) => {
    const { index, versions, events } = await read({ [OFFICIAL]: script, [GOPROXY]: moduleList('1.27.1') });
    expect(versions).toEqual(['1.27.1 goproxy', '1.26.1 table']);
    expect(index.failures.map(failure => failure.code)).toEqual([code]);
    expect([...index.silent]).toEqual(isSilent ? ['official'] : []);
    expect(index).toMatchObject({ answered: ['goproxy'], warnings: [], isComplete: false });
    expect(ends(events)).toEqual(['goproxy 1', `official ${code}`]);
  });

  it('waits two seconds for the others after the first answer, and no longer', async () => {
    const { index, wire, events } = await read({
      [OFFICIAL]: { silent: true },
      [GOPROXY]: { body: 'v0.0.1-go1.27.1.linux-amd64', afterMs: 500 },
    });
    expect(wire.clock.monotonic()).toBe(2_500);
    expect(index.answered).toEqual(['goproxy']);
    expect(index.failures).toMatchObject([{ code: 'LIST.UNAVAILABLE', subject: 'official', severity: 'info' }]);
    expect(ends(events)).toEqual(['goproxy 1', 'official LIST.UNAVAILABLE']);
  });

  it('takes a list that arrives within the two seconds', async () => {
    const late = { ...goList('1.27.2'), afterMs: 1_900 } as Script;
    const { index } = await read({ [OFFICIAL]: late, [GOPROXY]: moduleList('1.27.1') });
    expect(index.answered).toEqual(['official', 'goproxy']);
  });

  it('does not begin to wait before a list has answered', async () => {
    const late = { ...goList('1.27.2'), afterMs: 7_000 } as Script;
    const { index } = await read({ [OFFICIAL]: late, [GOPROXY]: { status: 503 } });
    expect(index.answered).toEqual(['official']);
  });

  it('leaves no timer behind', async () => {
    const { wire } = await read({ [OFFICIAL]: goList('1.27.2'), [GOPROXY]: moduleList('1.27.1') });
    expect(wire.pendingSleepCount()).toBe(0);
    expect(wire.clock.monotonic()).toBe(0);
  });

  it('lets the table answer alone, and warns, when every list failed', async () => {
    const { index, versions } = await read({ [OFFICIAL]: { refused: true }, [GOPROXY]: { status: 403 } });
    expect(versions).toEqual(['1.26.1 table']);
    expect(index.answered).toEqual([]);
    expect(index.failures.map(failure => failure.code)).toEqual(['TCP.REFUSED', 'HTTP.FORBIDDEN']);
    expect(index.warnings).toMatchObject([{ code: 'LIST.UNAVAILABLE', severity: 'warning', subject: 'table' }]);
  });

  it('knows nothing without lists and table', async () => {
    const { index } = await read({ [OFFICIAL]: { refused: true } }, { table: undefined });
    expect(index).toMatchObject({ releases: [], answered: [], warnings: [] });
  });

  it('counts lists that were read elsewhere, and sends nothing to a file address', async () => {
    const fileProxy = source('goproxy', 'module-proxy', 'file:///cache/list');
    const fileLists = [{ source: 'file', releases: listFileDirectory(['go1.26.4.linux-amd64.tar.gz']) }];
    const { index, versions, wire } = await read({}, { sources: [fileProxy, mirror], fileLists });
    expect(versions).toEqual(['1.26.4 file', '1.26.1 table']);
    expect(index).toMatchObject({ answered: ['file'], failures: [], warnings: [], isComplete: false });
    expect(wire.requested).toEqual([]);
  });

  it('sends credentials only with the list that they belong to', async () => {
    const withToken: Source = { ...official, listing: () => ({ url: OFFICIAL, authorization: 'Bearer t', parse: () => [] }) };
    const { wire } = await read({ [OFFICIAL]: { body: '' } }, { sources: [withToken, goproxy] });
    const holders = wire.requests.filter(request => request.headers?.['authorization'] !== undefined);
    expect(holders.map(request => request.url)).toEqual([OFFICIAL]);
  });

  it("ends with the signal's reason when the run is aborted", async () => {
    const run = new AbortController();
    const reading = read({ [OFFICIAL]: { silent: true }, [GOPROXY]: { silent: true } }, {}, run.signal);
    run.abort(new Error('over'));
    await expect(reading).rejects.toThrow('over');
  });

  it('does not take a defect of a parser for a failure of a source', async () => {
    const broken: Source = {
      ...official,
      listing: () => ({
        url: OFFICIAL,
        parse: () => {
          throw new TypeError('bug');
        },
      }),
    };
    await expect(read({ [OFFICIAL]: { body: '' } }, { sources: [broken] })).rejects.toThrow(TypeError);
  });
});

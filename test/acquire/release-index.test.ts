import { describe, expect, it } from 'vitest';
import type { KeptListing, ListingStore } from '../../src/acquire/kept-listing.ts';
import { type IndexRequest, readReleaseIndex } from '../../src/acquire/release-index.ts';
import type { EventBody } from '../../src/domain/event.ts';
import { LISTING_PHASES } from '../../src/domain/limits.ts';
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

  it('gives a list that is dead three seconds in each phase, for something else can stand in for it', async () => {
    const { wire } = await read({ [OFFICIAL]: goList('1.27.2') });
    expect(wire.requests.map(({ limits }) => limits)).toEqual([LISTING_PHASES, LISTING_PHASES]);
    expect(Math.max(...Object.values(LISTING_PHASES))).toBe(3_000);
  });
});

describe('a list that was kept', () => {
  const HOUR_MS = 3_600_000;

  function store(versions: readonly string[] | undefined, ageMs = 5 * HOUR_MS) {
    const keptVersions: string[][] = [];
    const releases = listFileDirectory((versions ?? []).map(version => `go${version}.linux-amd64.tar.gz`));
    const kept: KeptListing | undefined = versions && { releases, ageMs, readAtMs: 0 };
    const own: ListingStore = {
      read: async () => kept,
      keep: async list => void keptVersions.push(list.map(({ version }) => versionText(version))),
    };
    return { kept: own, keptVersions };
  }

  it('is made of what complete lists say, and of nothing else', async () => {
    const china: Source = { ...source('golang-cn', 'mirror') };
    const { kept, keptVersions } = store(undefined);
    await read(
      {
        [OFFICIAL]: goList('1.27.2'),
        [GOPROXY]: moduleList('1.27.3'),
        'https://golang-cn.example/list': goList('1.27.1'),
      },
      { kept, sources: [official, goproxy, china] },
    );
    await read({ [OFFICIAL]: { status: 503 }, [GOPROXY]: moduleList('1.27.3') }, { kept });
    expect(keptVersions).toEqual([['1.27.2', '1.27.1']]);
  });

  it('is not looked at while any list can be fetched', async () => {
    const { versions, index } = await read({ [GOPROXY]: moduleList('1.27.1') }, { kept: store(['1.27.9']).kept });
    expect(versions).toEqual(['1.27.1 goproxy', '1.26.1 table']);
    expect(index.warnings).toEqual([]);
  });

  it('stands beside the table when none can, with its age as a warning', async () => {
    const { versions, index } = await read({ [OFFICIAL]: { refused: true } }, { kept: store(['1.27.9', '1.26.1']).kept });
    expect(versions).toEqual(['1.27.9 kept', '1.26.1 kept+table']);
    expect(index).toMatchObject({ answered: [], isComplete: false });
    expect(index.warnings).toMatchObject([{ code: 'LIST.STALE', severity: 'warning', subject: 'kept' }]);
    expect(index.warnings[0]?.evidence[0]).toEqual({ name: 'age', value: '5 h' });
  });

  it.each([
    [0, '0 min'],
    [119 * 60_000, '119 min'],
    [2 * HOUR_MS, '2 h'],
    [47 * HOUR_MS, '47 h'],
    [49 * HOUR_MS, '2 days'],
  ])('of %i ms is said to be %s old', async (ageMs, text) => {
    const { index } = await read({}, { kept: store(['1.27.9'], ageMs).kept, table: undefined });
    expect(index.warnings[0]?.evidence[0]?.value).toBe(text);
  });

  it('is a note only where no list was asked', async () => {
    const { index } = await read({}, { kept: store(['1.27.9']).kept, sources: [] });
    expect(index.warnings).toMatchObject([{ code: 'LIST.STALE', severity: 'info' }]);
  });
});

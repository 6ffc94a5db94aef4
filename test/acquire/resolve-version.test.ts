import { describe, expect, it } from 'vitest';
import { type Resolution, resolveVersion } from '../../src/acquire/resolve-version.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { ListedRelease } from '../../src/domain/source.ts';
import { type GoVersion, parseGoVersion, versionText } from '../../src/domain/version.ts';
import { parseSpec, type VersionSpec } from '../../src/domain/version-spec.ts';
import type { Choice } from '../../src/policy/choose-release.ts';
import { listFileDirectory } from '../../src/sources/file-directory.ts';
import { createSources } from '../../src/sources/registry.ts';
import { type Script, scriptedWire } from '../fakes/scripted-wire.ts';

const OFFICIAL = 'https://go.dev/dl/?mode=json&include=all';
const MODULE = 'https://proxy.example/golang.org/toolchain/@v/';
const sources = createSources({
  specs: [
    { kind: 'id', id: 'official' },
    { kind: 'id', id: 'goproxy' },
  ],
  goproxy: [{ kind: 'proxy', url: 'https://proxy.example', next: 'not-found' }],
  sourceToken: undefined,
});
const version = (text: string) => parseGoVersion(text) as GoVersion;
const table: readonly ListedRelease[] = listFileDirectory(['go1.26.1.linux-amd64.tar.gz', 'go1.25.3.linux-amd64.tar.gz']);

function goList(...versions: readonly string[]): Script {
  const file = (name: string) => ({ filename: `${name}.linux-amd64.tar.gz`, os: 'linux', arch: 'amd64', kind: 'archive' });
  return { body: JSON.stringify(versions.map(text => ({ version: `go${text}`, stable: true, files: [file(`go${text}`)] }))) };
}
const info = (text: string): Record<string, Script> => {
  const name = `v0.0.1-go${text}.linux-amd64`;
  return { [`${MODULE}${name}.info`]: { body: JSON.stringify({ Version: name }) } };
};

async function resolve(
  text: string,
  scripts: Readonly<Record<string, Script>>,
  over: Partial<Choice & { table: undefined }> = {},
) {
  const wire = scriptedWire(scripts);
  const request = {
    wire,
    sources,
    table,
    emit: () => {},
    spec: parseSpec(text) as VersionSpec,
    platform: { goos: 'linux', goarch: 'amd64', cacheArch: 'x64' },
    minGoVersion: version('1.21'),
    belowMinimum: 'error' as const,
    ...over,
  };
  const resolution = await resolveVersion(request, new AbortController().signal);
  return { wire, resolution };
}
const names = ({ candidates }: Resolution) => candidates.map(each => `${versionText(each.version)} ${each.learntFrom.join('+')}`);
const codes = async (body: Promise<unknown>): Promise<readonly string[]> => {
  const error: unknown = await body.catch((thrown: unknown) => thrown);
  return error instanceof Failure ? error.findings.map(found => found.code) : [];
};

describe('resolveVersion', () => {
  it.each(['1.26.8', 'go1.28rc1', '1.99.9'])('returns the exact %s without a packet', async text => {
    const { wire, resolution } = await resolve(text, {});
    expect(wire.requested).toEqual([]);
    expect(resolution.candidates.map(each => each.version)).toEqual([version(text)]);
    expect(resolution.index).toBeUndefined();
  });

  it('gives the matches of a line, newest first, with who named them', async () => {
    const scripts = { [OFFICIAL]: goList('1.27.0', '1.26.2'), [`${MODULE}list`]: { body: 'v0.0.1-go1.26.2.linux-amd64' } };
    const { resolution, wire } = await resolve('1.26', scripts);
    expect(names(resolution)).toEqual(['1.26.2 goproxy+official', '1.26.1 table']);
    expect(wire.requested).toHaveLength(2);
  });

  it('looks for a newer patch where only a partial list answered', async () => {
    const scripts = { [OFFICIAL]: { refused: true } as Script, [`${MODULE}list`]: { body: 'v0.0.1-go1.26.2.linux-amd64' } };
    const { resolution } = await resolve('1.26', { ...scripts, ...info('1.26.3'), ...info('1.26.4') });
    expect(names(resolution)).toEqual(['1.26.4 goproxy', '1.26.2 goproxy', '1.26.1 table']);
  });

  it('is not led by a login page to a release that does not exist', async () => {
    const page = { [`${MODULE}v0.0.1-go1.26.4.linux-amd64.info`]: { body: '<html>log in</html>' } };
    const scripts = { [OFFICIAL]: { refused: true } as Script, [`${MODULE}list`]: { body: 'v0.0.1-go1.26.2.linux-amd64' } };
    const { resolution } = await resolve('1.26', { ...scripts, ...page });
    expect(names(resolution)[0]).toBe('1.26.2 goproxy');
  });

  it('takes no probed patch that the request excludes', async () => {
    const scripts = { [OFFICIAL]: { refused: true } as Script, [`${MODULE}list`]: { body: 'v0.0.1-go1.26.2.linux-amd64' } };
    const { resolution } = await resolve('>=1.26 <1.26.3', { ...scripts, ...info('1.26.3') });
    expect(names(resolution)[0]).toBe('1.26.2 goproxy');
  });

  it('falls back to the shipped table, and says so', async () => {
    const { resolution } = await resolve('1.26', { [OFFICIAL]: { refused: true }, [`${MODULE}list`]: { refused: true } });
    expect(names(resolution)).toEqual(['1.26.1 table']);
    expect(resolution.warnings).toMatchObject([{ code: 'LIST.UNAVAILABLE', severity: 'warning' }]);
  });

  it('ends with VERSION.NO_SOURCE and the reason of each list when nothing is known', async () => {
    const scripts: Record<string, Script> = { [OFFICIAL]: { refused: true }, [`${MODULE}list`]: { status: 403 } };
    expect(await codes(resolve('stable', scripts, { table: undefined }))).toEqual([
      'VERSION.NO_SOURCE',
      'TCP.REFUSED',
      'HTTP.FORBIDDEN',
    ]);
    expect(await codes(resolve('1.29', scripts))).toEqual(['VERSION.NO_SOURCE', 'TCP.REFUSED', 'HTTP.FORBIDDEN']);
  });

  it('ends with VERSION.UNKNOWN when the lists answered and none has it', async () => {
    expect(await codes(resolve('1.29', { [OFFICIAL]: goList('1.27.0') }))).toEqual(['VERSION.UNKNOWN']);
  });

  it('ends with VERSION.NO_PLATFORM when the official list has no archive for it', async () => {
    const platform = { goos: 'linux', goarch: 'riscv64', cacheArch: 'riscv64' };
    expect(await codes(resolve('1.27', { [OFFICIAL]: goList('1.27.0') }, { platform }))).toEqual(['VERSION.NO_PLATFORM']);
  });

  it('refuses an exact version below the minimum, and only warns for a go line', async () => {
    expect(await codes(resolve('1.20.14', {}))).toEqual(['VERSION.TOO_OLD']);
    const { resolution } = await resolve('1.20.14', {}, { belowMinimum: 'warning' });
    expect(resolution.warnings).toMatchObject([{ code: 'VERSION.TOO_OLD', severity: 'warning' }]);
  });
});

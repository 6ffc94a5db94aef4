import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseReleaseTable } from '../../src/verify/release-table.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'merge-releases.mjs');
const SHIPPED = readFileSync(join(import.meta.dirname, '..', '..', 'data', 'releases.json'), 'utf8');
const directory = mkdtempSync(join(tmpdir(), 'merge-releases-'));
afterAll(() => rmSync(directory, { recursive: true }));

const hash = (digit: string): string => digit.repeat(64);
const NEW = 'go1.99.1';

interface Listed {
  readonly file: string;
  readonly sha256: string;
  readonly size?: number;
}

function goDev(version: string, files: readonly Listed[]): unknown {
  return [
    {
      version,
      stable: true,
      files: [
        { filename: `${version}.src.tar.gz`, os: '', arch: '', version, sha256: hash('0'), size: 1, kind: 'source' },
        ...files.map(({ file, sha256, size = 0 }) => ({
          filename: `${version}.${file}`,
          version,
          sha256,
          size,
          kind: 'archive',
        })),
      ],
    },
  ];
}

function docker(version: string, files: readonly Listed[]): unknown {
  const rows = files.map(({ file, sha256 }, at) => [
    `arch${at}`,
    { url: `https://downloads.example.com/go/${version}.${file}`, sha256, supported: true },
  ]);
  const src = { url: `https://downloads.example.com/go/${version}.src.tar.gz`, sha256: hash('0') };
  const line = {
    version: version.slice(2),
    arches: { ...Object.fromEntries(rows), src, arm32v5: { env: {}, supported: false } },
  };
  return { '1.99': line, tip: null };
}

/** What becomes of the shipped table; undefined when it was refused. */
function merge(lists: { readonly goDev: unknown; readonly docker: unknown }, table = SHIPPED): string | undefined {
  const [first, second, target] = ['go-dev.json', 'docker.json', 'table.json'].map(name => join(directory, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(first, JSON.stringify(lists.goDev));
  writeFileSync(second, JSON.stringify(lists.docker));
  writeFileSync(target, table);
  const { status } = spawnSync(process.execPath, [SCRIPT, first, second, target], { stdio: 'ignore' });
  const text = readFileSync(target, 'utf8');
  if (status !== 0) expect(text, 'a refusal writes nothing').toBe(table);
  return status === 0 ? text : undefined;
}

const expectationOf = (text: string | undefined, file: string) =>
  parseReleaseTable(Buffer.from(text ?? '')).expectation(`${NEW}.${file}`)?.value;
const LINUX = { file: 'linux-amd64.tar.gz', sha256: hash('a') };
const WINDOWS = { file: 'windows-amd64.zip', sha256: hash('b') };

describe('merging public lists into the shipped table', () => {
  it('lets two lists that agree vouch for an archive, and one alone for nothing', () => {
    const text = merge({ goDev: goDev(NEW, [LINUX, { ...WINDOWS, size: 7 }]), docker: docker(NEW, [LINUX]) });
    expect(expectationOf(text, LINUX.file)).toBe(hash('a'));
    expect(expectationOf(text, WINDOWS.file)).toBeUndefined();
    const [newest] = parseReleaseTable(Buffer.from(text ?? '')).knownVersions;
    expect(newest).toMatchObject({ major: 1, minor: 99, patch: 1 });
  });

  it('keeps every line that stood there, byte for byte', () => {
    const text = merge({ goDev: goDev(NEW, [LINUX]), docker: docker(NEW, [LINUX]) }) ?? '';
    const before = SHIPPED.split('\n').slice(2);
    expect(text.split('\n').slice(3)).toEqual(before);
  });

  it('counts a second list that comes later', () => {
    const first = merge({ goDev: goDev(NEW, [LINUX, WINDOWS]), docker: docker(NEW, [LINUX]) });
    const second = merge({ goDev: goDev(NEW, [LINUX, WINDOWS]), docker: docker(NEW, [LINUX, WINDOWS]) }, first);
    expect(expectationOf(second, WINDOWS.file)).toBe(hash('b'));
  });

  it('changes nothing, not even the day, when nothing is new', () => {
    const lists = { goDev: goDev(NEW, [LINUX]), docker: docker(NEW, [LINUX]) };
    const dated = merge(lists)?.replace(/"date":"[^"]+"/u, '"date":"2026-01-02"');
    expect(merge(lists, dated)).toBe(dated);
  });

  it('refuses lists that do not agree with each other', () => {
    expect(merge({ goDev: goDev(NEW, [LINUX]), docker: docker(NEW, [{ ...LINUX, sha256: hash('c') }]) })).toBeUndefined();
  });

  it('refuses a list that gives a known archive another hash', () => {
    const [, version = '', platform = ''] = /"(go1\.\d+\.\d+)":"(?:[^"]*;)?(linux-amd64) /u.exec(SHIPPED) ?? [];
    const other = [{ file: `${platform}.tar.gz`, sha256: hash('d') }];
    expect(version).not.toBe('');
    expect(merge({ goDev: goDev(version, other), docker: docker(NEW, [LINUX]) })).toBeUndefined();
  });

  it.each([
    ['an empty list', { goDev: [], docker: docker(NEW, [LINUX]) }],
    ['a list without archives', { goDev: goDev(NEW, [LINUX]), docker: { tip: null } }],
    ['what is no list', { goDev: { error: 'sign in' }, docker: docker(NEW, [LINUX]) }],
    ['a hash that is none', { goDev: goDev(NEW, [{ ...LINUX, sha256: 'aa; linux-386' }]), docker: docker(NEW, [LINUX]) }],
  ])('refuses %s', (_, lists) => {
    expect(merge(lists)).toBeUndefined();
  });

  it('passes over releases and archives whose names are of another form', () => {
    const odd = [...(goDev(NEW, [LINUX, { file: 'darwin-amd64-osx10.8.tar.gz', sha256: hash('e') }]) as unknown[])];
    const text = merge({ goDev: [...odd, ...(goDev('go2custom', [LINUX]) as unknown[])], docker: docker(NEW, [LINUX]) });
    expect(text).toContain(NEW);
    expect(text).not.toMatch(/osx10|go2custom/u);
  });
});

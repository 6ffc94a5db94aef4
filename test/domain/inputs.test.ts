import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUTS } from '../../src/domain/input-table.ts';
import { type Inputs, parseInputs } from '../../src/domain/inputs.ts';

const sourceIds = ['official', 'goproxy', 'nju'];
const judge = (raw: Record<string, string | undefined>, env = {}) => parseInputs(raw, { env, sourceIds });

function accepted(raw: Record<string, string | undefined>, env = {}): Inputs {
  const result = judge(raw, env);
  if ('findings' in result) throw new Error(result.findings.map(found => found.code).join());
  return result.inputs;
}

/** `subject code` of each finding. */
function refused(raw: Record<string, string | undefined>, env = {}): string[] {
  const result = judge(raw, env);
  return 'findings' in result ? result.findings.map(found => `${found.subject} ${found.code}`) : [];
}

describe('INPUTS', () => {
  it('names each input once, and begins with the eight of setup-go', () => {
    const names = INPUTS.map(row => row.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, 8).join(' ')).toBe(
      'go-version go-version-file check-latest token cache cache-dependency-path architecture go-download-base-url',
    );
  });

  it('has defaults that are accepted', () => {
    expect(refused(Object.fromEntries(INPUTS.map(row => [row.name, row.default])))).toEqual([]);
  });
});

describe('parseInputs', () => {
  it('takes the default of every input that is absent, empty or blank', () => {
    const expected: Inputs = {
      goVersion: undefined,
      goVersionFile: undefined,
      checkLatest: false,
      architecture: undefined,
      sources: [],
      sourceToken: undefined,
      verification: 'strict',
      toolCacheProof: 'quick',
      checksum: undefined,
      minGoVersion: { major: 1, minor: 21, patch: 0 },
      workingDirectory: '.',
      preflight: 'error',
      diagnose: 'on-failure',
      repair: 'plan',
      gotoolchain: 'keep',
      timeoutMs: 600_000,
      offline: false,
      caFile: undefined,
      allowDirect: false,
      cache: true,
      cacheDependencyPath: undefined,
      cacheMode: 'read-write',
      problemMatcher: true,
      summary: 'always',
      reportDir: undefined,
      metricsPushgateway: undefined,
      sbomTool: undefined,
      destination: undefined,
    };
    expect(accepted({})).toEqual(expected);
    expect(accepted(Object.fromEntries(INPUTS.map(row => [row.name, ' '])))).toEqual(expected);
    expect(accepted({ 'no-such-input': undefined })).toEqual(expected);
  });

  it('reads every input', () => {
    const pin = `sha256:${'AB'.repeat(32)}`;
    expect(
      accepted({
        'go-version': ' 1.26.8 ',
        'go-version-file': 'sub/go.mod',
        'check-latest': 'TRUE',
        architecture: 'AMD64',
        sources: 'nju',
        'source-token': 'hunter22',
        verification: 'source',
        checksum: pin,
        'min-go-version': '1.24.3',
        'working-directory': 'sub',
        preflight: 'warn',
        diagnose: 'always',
        repair: 'safe',
        gotoolchain: 'auto',
        timeout: '1m30s',
        offline: 'True',
        'ca-file': 'ca.pem',
        'allow-direct': 'true',
        cache: 'false',
        'cache-dependency-path': 'a/go.sum\nb/go.sum',
        'cache-mode': 'read-only',
        'problem-matcher': 'false',
        summary: 'never',
        'report-dir': 'out',
        'metrics-pushgateway': 'https://ci:hunter22@gateway.example/prefix',
        dest: '/opt/go',
      }),
    ).toEqual({
      goVersion: '1.26.8',
      goVersionFile: 'sub/go.mod',
      checkLatest: true,
      architecture: 'AMD64',
      sources: [{ kind: 'id', id: 'nju' }],
      sourceToken: 'hunter22',
      verification: 'source',
      toolCacheProof: 'quick',
      checksum: { kind: 'sha256', hex: 'ab'.repeat(32) },
      minGoVersion: { major: 1, minor: 24, patch: 3 },
      workingDirectory: 'sub',
      preflight: 'warn',
      diagnose: 'always',
      repair: 'safe',
      gotoolchain: 'auto',
      timeoutMs: 90_000,
      offline: true,
      caFile: 'ca.pem',
      allowDirect: true,
      cache: false,
      cacheDependencyPath: 'a/go.sum\nb/go.sum',
      cacheMode: 'read-only',
      problemMatcher: false,
      summary: 'never',
      reportDir: 'out',
      metricsPushgateway: 'https://ci:hunter22@gateway.example/prefix',
      destination: '/opt/go',
    });
  });

  it.each([
    ['check-latest', 'yes', 'INPUT.INVALID'],
    ['offline', 'tRUE', 'INPUT.INVALID'],
    ['cache', '1', 'INPUT.INVALID'],
    ['allow-direct', 'on', 'INPUT.INVALID'],
    ['verification', 'off', 'INPUT.INVALID'],
    ['verification', 'Strict', 'INPUT.INVALID'],
    ['gotoolchain', 'go1.25', 'INPUT.INVALID'],
    ['metrics-pushgateway', 'gateway.example:9091', 'INPUT.INVALID'],
    ['metrics-pushgateway', 'ftp://gateway.example', 'INPUT.INVALID'],
    ['metrics-pushgateway', 'https://', 'INPUT.INVALID'],
    ['summary', 'sometimes', 'INPUT.INVALID'],
    ['min-go-version', '^1.21', 'INPUT.INVALID'],
    ['go-version', 'tip', 'INPUT.VERSION'],
    ['architecture', 'vax', 'INPUT.PLATFORM'],
    ['sources', 'offical', 'INPUT.SOURCE'],
    ['go-download-base-url', 'mirror', 'INPUT.SOURCE'],
    ['checksum', 'sha256:abc', 'INPUT.CHECKSUM'],
    ['timeout', '0s', 'INPUT.TIMEOUT'],
    ['timeout', '10', 'INPUT.TIMEOUT'],
    ['go-verison', '1.26', 'INPUT.UNKNOWN_OPTION'],
  ])('refuses %s: %s with %s', (name, value, code) => {
    expect(refused({ [name]: value })).toEqual([`${name} ${code}`]);
  });

  it('names the input that a misspelt one was meant to be', () => {
    const result = judge({ 'go-verison': '1.26' });
    expect('findings' in result && result.findings[0].evidence[0]).toEqual({ name: 'nearest', value: 'go-version' });
  });

  it('names all faults at once', () => {
    const raw = { 'go-version': 'tip', sources: 'x, y', timeout: '-1s', offline: 'yes', chekcsum: 'x' };
    expect(refused(raw)).toEqual([
      'chekcsum INPUT.UNKNOWN_OPTION',
      'go-version INPUT.VERSION',
      'sources INPUT.SOURCE',
      'sources INPUT.SOURCE',
      'timeout INPUT.TIMEOUT',
      'offline INPUT.INVALID',
    ]);
  });

  it('takes go-download-base-url, else its variable, as the only source', () => {
    const env = { GO_DOWNLOAD_BASE_URL: 'https://env.example/go/' };
    expect(accepted({}, env).sources).toEqual([{ kind: 'base', url: 'https://env.example/go' }]);
    const input = { 'go-download-base-url': 'https://input.example//' };
    expect(accepted(input, env).sources).toEqual([{ kind: 'base', url: 'https://input.example' }]);
    expect(accepted({ ...input, sources: 'auto' }, env).sources).toEqual([{ kind: 'base', url: 'https://input.example' }]);
  });

  it('refuses go-download-base-url beside named sources, where the variable gives way', () => {
    expect(refused({ 'go-download-base-url': 'https://input.example', sources: 'nju' })).toEqual([
      'go-download-base-url INPUT.INVALID',
    ]);
    expect(accepted({ sources: 'nju' }, { GO_DOWNLOAD_BASE_URL: 'https://env.example' }).sources).toEqual([
      { kind: 'id', id: 'nju' },
    ]);
  });

  it('names the variable when its URL is malformed', () => {
    expect(refused({}, { GO_DOWNLOAD_BASE_URL: 'nonsense' })).toEqual(['GO_DOWNLOAD_BASE_URL INPUT.SOURCE']);
  });

  it.each(['http://mirror.example/go', 'http://mirror.example/{file}'])('refuses to send a token to %s', source => {
    expect(refused({ sources: source, 'source-token': 'hunter22' })).toEqual(['source-token HTTP.INSECURE_TOKEN']);
    expect(refused({ sources: source })).toEqual([]);
  });

  it('refuses userinfo over plain http, and lets tokens go to https and to this machine', () => {
    expect(refused({ sources: 'http://u:p@mirror.example/go' })).toEqual(['sources HTTP.INSECURE_TOKEN']);
    expect(refused({ sources: 'https://m.example, http://127.0.0.1:8080/go, file:///d, nju', 'source-token': 't' })).toEqual([]);
  });

  it('prints neither tokens nor userinfo', () => {
    const raw = {
      token: 'hunter22',
      'source-token': 'hunter22',
      sources: 'http://me:hunter22@mirror.example/go?sig=hunter22, ftp://me:hunter22@x',
      'go-download-base-url': 'https://me:hunter22@mirror.example',
      timeout: 'x',
    };
    expect(refused(raw).length).toBeGreaterThan(3);
    expect(JSON.stringify(judge(raw))).not.toContain('hunter22');
  });

  it('never throws', () => {
    const name = fc.constantFrom(...INPUTS.map(row => row.name));
    fc.assert(fc.property(fc.dictionary(fc.oneof(name, fc.string()), fc.string()), raw => void judge(raw)));
  });
});

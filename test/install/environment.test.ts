import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EnvironmentOptions, environmentFor } from '../../src/install/environment.ts';

const ROOT = join('/cache', 'go', '1.26.8', 'x64');
const BASE: EnvironmentOptions = {
  root: ROOT,
  gopath: join('/home', 'u', 'go'),
  version: { major: 1, minor: 26, patch: 8 },
  env: {},
  gotoolchain: 'keep',
};

/** The variables that are set, by name. */
function variables(options: Partial<EnvironmentOptions>): Readonly<Record<string, string>> {
  const set = environmentFor({ ...BASE, ...options }).flatMap(change =>
    change.kind === 'set' ? [[change.name, change.value] as const] : [],
  );
  return Object.fromEntries(set);
}

describe('PATH', () => {
  test('gets the bin of the root, then the bin of GOPATH in front of it', () => {
    const paths = environmentFor(BASE).flatMap(change => (change.kind === 'prepend-path' ? [change.value] : []));
    expect(paths).toEqual([join(ROOT, 'bin'), join('/home', 'u', 'go', 'bin')]);
  });

  test('gets only the bin of the root when there is no GOPATH', () => {
    const paths = environmentFor({ ...BASE, gopath: undefined }).flatMap(change =>
      change.kind === 'prepend-path' ? [change.value] : [],
    );
    expect(paths).toEqual([join(ROOT, 'bin')]);
  });
});

describe('GOROOT', () => {
  test.each<[string, Partial<EnvironmentOptions>, string | undefined]>([
    ['is left alone', {}, undefined],
    ['is left alone when it is empty', { env: { GOROOT: '' } }, undefined],
    ['is left alone when it is this root', { env: { GOROOT: `${ROOT}/` } }, undefined],
    ['is corrected when it leads to another Go', { env: { GOROOT: '/usr/lib/go' } }, ROOT],
    ['is set against the one of go env -w', { foreignGoroot: '/usr/lib/go' }, ROOT],
    ['is set for a Go that does not find itself', { version: { major: 1, minor: 8, patch: 7 } }, ROOT],
    ['is not needed since 1.9', { version: { major: 1, minor: 9, patch: 0 } }, undefined],
  ])('of later steps %s', (_name, options, expected) => {
    expect(variables(options)['GOROOT']).toBe(expected);
  });
});

describe('GOTOOLCHAIN', () => {
  test.each<[EnvironmentOptions['gotoolchain'], string | undefined, string | undefined]>([
    ['keep', undefined, 'local'],
    ['keep', '', 'local'],
    ['keep', 'auto', undefined],
    ['keep', 'go1.27.0+auto', undefined],
    ['local', 'auto', 'local'],
    ['auto', undefined, 'auto'],
    ['auto', 'local', 'auto'],
  ])('%s with the value %j', (gotoolchain, current, expected) => {
    expect(variables({ gotoolchain, env: { GOTOOLCHAIN: current } })['GOTOOLCHAIN']).toBe(expected);
  });

  test('is marked as ours when we set it', () => {
    expect(variables({})).toMatchObject({ GOTOOLCHAIN: 'local', SETUP_GO_ROBUST_GOTOOLCHAIN: 'local' });
    expect(variables({ env: { GOTOOLCHAIN: 'auto' } })).toEqual({});
  });

  test('that an earlier step of ours set is set anew, as if that step had not been', () => {
    const env = { GOTOOLCHAIN: 'local', SETUP_GO_ROBUST_GOTOOLCHAIN: 'local' };
    expect(variables({ env })).toEqual(variables({}));
    expect(variables({ env, gotoolchain: 'auto' })['GOTOOLCHAIN']).toBe('auto');
  });
});
